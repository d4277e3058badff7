// Pyright's language server in this worker: requests and notifications of the Language Server Protocol.
import { type ServerScope, startServer } from 'pyright-server';

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface PendingRequest {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The answers to what the server asks its editor, by method. */
type Answers = Readonly<Record<string, (params: unknown) => unknown>>;

export class LanguageServer {
  readonly #waiting = new Map<number, PendingRequest>();
  readonly #scope: ServerScope;
  #requests = 0;

  constructor(private readonly answers: Answers) {
    let start: ((event: { data: unknown }) => void) | undefined;
    const scope: ServerScope = {
      name: 'python',
      // Its answers come after its own work, as from another worker.
      postMessage: (message) => queueMicrotask(() => this.#receive(message as Message)),
      addEventListener: (type, listener) => {
        if (type === 'message') start ??= listener;
      },
      close: () => undefined,
    };
    this.#scope = scope;
    startServer(scope);
    start?.({ data: { type: 'browser/boot', mode: 'foreground' } });
    // It would ask for a second worker, which has everything again.
    if (scope.app) scope.app.createBackgroundAnalysis = () => undefined;
  }

  /** Rejects with what the server says. */
  request(method: string, params: unknown): Promise<unknown> {
    this.#requests += 1;
    const id = this.#requests;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ jsonrpc: '2.0', id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }

  #send(data: unknown): void {
    this.#scope.onmessage?.({ data });
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      if (id !== undefined) this.#send({ jsonrpc: '2.0', id, result: this.answers[method]?.(params) ?? null });
      return;
    }
    const waiting = this.#waiting.get(Number(id));
    this.#waiting.delete(Number(id));
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
