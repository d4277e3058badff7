// The page's end of the sandbox: makes the hidden frame, connects with it once, and tells when it is gone.
import { SANDBOX_CONNECT, SANDBOX_READY } from './messages.js';
import { RunnerError } from './runner-error.js';

/** Slow networks need time for the page itself; what it loads later has a progress of its own. */
const LOAD_LIMIT_MS = 30_000;
/** The loader announces itself while its page is parsed, so after the load event silence means: not our page. */
const ANSWER_LIMIT_MS = 3_000;

export class SandboxFrame {
  readonly #url: URL;
  readonly #end = new AbortController();
  readonly #frame = document.createElement('iframe');
  readonly #connected: Promise<MessagePort>;
  #window: Window | null = null;
  #port: MessagePort | undefined;

  /** Names the `files` of what is to be run first, and calls `lost` once if the frame is reloaded or taken away after it was connected. */
  constructor(
    url: string,
    mount: HTMLElement | ShadowRoot,
    files: string[],
    private readonly lost: () => void,
  ) {
    this.#url = new URL(url, document.baseURI);
    this.#connected = this.#connect(mount, files);
  }

  /** Resolves with the port to the sandbox, or rejects with a `RunnerError`. */
  connected(): Promise<MessagePort> {
    return this.#connected;
  }

  /** The port, as soon as there is one. */
  get port(): MessagePort | undefined {
    return this.#port;
  }

  /** False when the frame was taken out of the page, or moved, which makes browsers load it anew. */
  get alive(): boolean {
    return this.#frame.isConnected && (this.#window === null || this.#frame.contentWindow === this.#window);
  }

  remove(): void {
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
        `The runner at ${this.#url.href} did not answer. Check that the address is right and reachable, then run again.`,
      );
    let limit = setTimeout(unanswered, LOAD_LIMIT_MS);
    signal.addEventListener('abort', () => clearTimeout(limit));

    window.addEventListener('message', (event) => this.#greeted(event, resolve), { signal });
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

  #greeted(event: MessageEvent, resolve: (port: MessagePort) => void): void {
    if (event.data?.type !== SANDBOX_READY || event.source === null || event.source !== this.#frame.contentWindow)
      return;
    if (this.#port !== undefined) {
      this.lost();
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#window = this.#frame.contentWindow;
    // Only some browsers say that the other end is gone; the others are found out by asking.
    port1.addEventListener('close', this.lost, { signal: this.#end.signal });
    this.#window?.postMessage({ type: SANDBOX_CONNECT }, this.#url.origin, [port2]);
    resolve(port1);
  }

  #blocked(event: SecurityPolicyViolationEvent, fail: (sentence: string) => void): void {
    // A policy that only reports stops nothing.
    if (event.disposition !== 'enforce' || !/^(frame|child|default)-src$/.test(event.effectiveDirective)) return;
    if (!this.#url.href.startsWith(event.blockedURI)) return;
    fail(
      `This page's Content-Security-Policy does not let the runner in. Add "frame-src ${this.#url.origin}" to it and reload.`,
    );
  }

  /** Hidden, but rendered: some browsers slow down frames that are not. */
  #show(mount: HTMLElement | ShadowRoot, files: string[]): void {
    const frame = this.#frame;
    // On a page of the same origin this sandbox would hold nothing back, and browsers say so in the console.
    if (this.#url.origin !== location.origin) frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    frame.setAttribute('allow', '');
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.referrerPolicy = 'no-referrer';
    frame.title = 'Runner';
    frame.style.cssText = 'position:absolute;width:0;height:0;border:0;visibility:hidden';
    // Known as soon as the frame's page is there, they are fetched while the two still find each other.
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
  // Whoever waits hears of it; a frame nobody waits for may fail quietly.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
