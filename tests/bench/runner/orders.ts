/** What pages are to evaluate: they ask for it by HTTP, so that no debugger is at them, which slows down what it can see. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

interface Order {
  source: string;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Answer {
  value?: unknown;
  error?: string;
}

const PATH = '/orders/';
/** Far above what any of them takes, on a page whose processor is throttled too. */
const LIMIT_MS = 180_000;

export class Orders {
  /** Of the page with this id: what it has to do, or its question for it. */
  readonly #orders = new Map<string, Order>();
  readonly #questions = new Map<string, ServerResponse>();

  /** For a page whose address ends in # and its id. */
  static readonly script = `<script type="module">
    const url = '${PATH}' + location.hash.slice(1);
    // What fails where nobody waits for it is why an order is never carried out.
    const failed = new Promise((_, reject) => addEventListener('unhandledrejection', ({ reason }) => reject(reason)));
    for (;;) {
      const source = await (await fetch(url)).text();
      const evaluate = async () => ({ value: await Promise.race([(0, eval)('(' + source + ')()'), failed]) });
      const answer = await evaluate().catch((error) => ({ error: String(error) }));
      await fetch(url, { method: 'POST', body: JSON.stringify(answer) });
    }
  </script>`;

  /** Resolves with what the page's function returns, as JSON can tell it; rejects if the page is gone, or never comes to its end. */
  async give<T>(id: string, action: () => T): Promise<Awaited<T>> {
    const source = action.toString();
    let limit: ReturnType<typeof setTimeout> | undefined;
    const done = new Promise<Awaited<T>>((resolve, reject) => {
      const seconds = LIMIT_MS / 1000;
      limit = setTimeout(
        () => reject(new Error(`A page has not done this in ${seconds} seconds: ${source}`)),
        LIMIT_MS,
      );
      this.#orders.set(id, { source, resolve: resolve as (value: unknown) => void, reject });
      this.#send(id);
    });
    return done.finally(() => clearTimeout(limit));
  }

  /** Answers whether the request is one of a page about its orders. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (!request.url?.startsWith(PATH)) return false;
    const id = request.url.slice(PATH.length);
    if (request.method === 'POST') void this.#done(id, request, response);
    else {
      this.#questions.set(id, response);
      this.#send(id);
    }
    return true;
  }

  #send(id: string): void {
    const order = this.#orders.get(id);
    if (order) this.#questions.get(id)?.end(order.source);
    if (order) this.#questions.delete(id);
  }

  async #done(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { value, error }: Answer = JSON.parse(await text(request));
    const order = this.#orders.get(id);
    this.#orders.delete(id);
    response.end();
    if (error) order?.reject(new Error(error));
    else order?.resolve(value);
  }
}
