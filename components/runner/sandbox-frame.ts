// The page's side of the sandbox: creates the hidden frame, connects to it once, and reports when and why it was lost.
import { type PageMessage, SANDBOX_CONNECT, SANDBOX_READY } from './messages.js';
import { noAddress, pageAddress } from './page-address.js';
import { RunnerError } from './runner-error.js';

/** Time to load the frame's page on slow networks; what it loads later has progress of its own. */
const LOAD_LIMIT_MS = 30_000;
/** The loader announces itself while its page is parsed. If it has not after the load event, the page is not ours. */
const ANSWER_LIMIT_MS = 3_000;
/** Unanswered pings after which the frame counts as lost. Only trusted code runs in it, so it is never busy for long. */
const UNANSWERED_PINGS = 15;
/** Before its first message it may still be starting on a slow machine. */
const UNANSWERED_AT_FIRST = 60;
/** A reloaded frame loses its port at once, and announces itself again within this time. */
const AGAIN_MS = 2_000;

const MOVED = 'The browser ended the program. The page moved or removed the frame in which it ran; run it again.';
const RELOADED = 'The browser ended the program. The frame in which it ran was loaded anew; run it again.';
const SILENT = `The runner has not answered for ${UNANSWERED_PINGS} seconds, so the program was given up. Run it again; if it stays so, reload the page.`;
const ENDED =
  'The browser ended the program. It did not say why: run it again, and if it ends the same way, look for what grows in it without end.';
const NO_ORIGIN =
  'The runner may not use its own origin, so nothing can be run. Take the directive `sandbox` from the Content-Security-Policy that its server sends.';

export class SandboxFrame {
  readonly #url: URL;
  readonly #end = new AbortController();
  readonly #frame = document.createElement('iframe');
  readonly #connected: Promise<MessagePort>;
  #window: Window | null = null;
  #port: MessagePort | undefined;
  #unanswered = 0;
  #spoke = false;
  #closed: ReturnType<typeof setTimeout> | undefined;

  /** Throws a `RunnerError` when `url` is no address. `files` are loaded first. Calls `lost` with a sentence when the frame is lost after it was connected. */
  constructor(
    url: string,
    mount: HTMLElement | ShadowRoot,
    files: string[],
    private readonly lost: (sentence: string) => void,
  ) {
    const address = pageAddress(url);
    if (!address) throw new RunnerError(noAddress('runner', 'https://rooms.example/sandbox'));
    this.#url = address;
    this.#connected = this.#connect(mount, files);
  }

  /** Resolves with the port to the sandbox, or rejects with a `RunnerError`. */
  connected(): Promise<MessagePort> {
    return this.#connected;
  }

  /** The port, once connected. */
  get port(): MessagePort | undefined {
    return this.#port;
  }

  /** False when the frame was removed from the page, or moved, which makes browsers reload it. */
  get alive(): boolean {
    return this.#frame.isConnected && (this.#window === null || this.#frame.contentWindow === this.#window);
  }

  /** Call once per second while waiting for the frame: pings it. */
  look(): void {
    const port = this.#port;
    if (!this.alive) return this.lost(MOVED);
    if (!port) return;
    this.#unanswered += 1;
    if (this.#unanswered > (this.#spoke ? UNANSWERED_PINGS : UNANSWERED_AT_FIRST)) this.lost(SILENT);
    else port.postMessage({ type: 'ping' } satisfies PageMessage);
  }

  /** A message from the frame has arrived. */
  heard(): void {
    this.#spoke = true;
    this.#unanswered = 0;
  }

  remove(): void {
    clearTimeout(this.#closed);
    this.#end.abort();
    this.#port?.close();
    this.#frame.remove();
  }

  #connect(mount: HTMLElement | ShadowRoot, files: string[]): Promise<MessagePort> {
    const { promise, resolve, reject } = deferred<MessagePort>();
    const { signal } = this.#end;
    const fail = (sentence: string) => reject(new RunnerError(sentence));
    const unanswered = () =>
      fail(
        `The runner at ${this.#url.href} did not answer. Check that the address is right and reachable${this.#permission}, then run again.`,
      );
    let limit = setTimeout(unanswered, LOAD_LIMIT_MS);
    signal.addEventListener('abort', () => clearTimeout(limit));

    window.addEventListener('message', (event) => this.#greeted(event, resolve, fail), { signal });
    document.addEventListener('securitypolicyviolation', (event) => this.#blocked(event, fail), { signal });
    this.#frame.addEventListener(
      'load',
      () => {
        clearTimeout(limit);
        if (this.#port === undefined) limit = setTimeout(unanswered, ANSWER_LIMIT_MS);
      },
      { signal },
    );
    this.#show(mount, files);
    return promise;
  }

  /** Browsers do not report that a server forbids framing by this origin. */
  get #permission(): string {
    if (this.#url.origin === location.origin) return '';
    return `, and that its server lets pages of ${location.origin} frame it (CODE_ROOM_ORIGINS)`;
  }

  #greeted(event: MessageEvent, resolve: (port: MessagePort) => void, fail: (sentence: string) => void): void {
    if (event.data?.type !== SANDBOX_READY || event.source === null || event.source !== this.#frame.contentWindow)
      return;
    if (this.#port !== undefined) return this.lost(this.alive ? RELOADED : MOVED);
    // A page without an origin has frames without one.
    const bare = self.origin === 'null' && event.origin === 'null';
    if (event.origin !== this.#url.origin && !bare) return fail(NO_ORIGIN);
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#window = this.#frame.contentWindow;
    // Only some browsers fire `close` on the other end; for the others there are pings.
    port1.addEventListener('close', () => this.#portClosed(), { signal: this.#end.signal });
    this.#window?.postMessage({ type: SANDBOX_CONNECT }, bare ? '*' : this.#url.origin, [port2]);
    resolve(port1);
  }

  #portClosed(): void {
    if (!this.alive) this.lost(MOVED);
    else this.#closed = setTimeout(() => this.lost(this.alive ? ENDED : MOVED), AGAIN_MS);
  }

  #blocked(event: SecurityPolicyViolationEvent, fail: (sentence: string) => void): void {
    // A report-only policy blocks nothing.
    if (event.disposition !== 'enforce' || !/^(frame|child|default)-src$/.test(event.effectiveDirective)) return;
    if (!this.#url.href.startsWith(event.blockedURI)) return;
    fail(
      `This page's Content-Security-Policy does not let the runner in. Add "frame-src ${this.#url.origin}" to it and reload.`,
    );
  }

  /** Hidden but rendered, because some browsers slow down frames that are not. */
  #show(mount: HTMLElement | ShadowRoot, files: string[]): void {
    const frame = this.#frame;
    // On the page's own origin this sandbox attribute would isolate nothing, and browsers warn about it in the console.
    if (this.#url.origin !== location.origin) frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.setAttribute('allow', '');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.referrerPolicy = 'no-referrer';
    frame.title = 'Runner';
    frame.style.cssText = 'position:absolute;width:0;height:0;border:0;visibility:hidden';
    // The frame's page starts to load these files before it is connected.
    frame.src = Object.assign(new URL(this.#url), { hash: files.join(',') }).href;
    mount.append(frame);
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // A rejection without a handler is ignored.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
