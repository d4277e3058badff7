// Runner: runs programs in a sandbox and streams their output; one program at a time, each in a fresh interpreter.

import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { agreementOn, portsOf } from './agreement.js';
import { type FrameMessage, type PageMessage, REPORT_LENGTH, type RunnerProgress } from './messages.js';
import { packageFolder } from './packages.js';
import { roomFiles } from './room-files.js';
import type { RunRequest, RunResult, RunSink } from './run-request.js';
import { RunnerError } from './runner-error.js';
import { RunnerProgressEvent } from './runner-progress-event.js';
import { filesOf, runtimeSpec } from './runtime-spec.js';
import { SandboxFrame } from './sandbox-frame.js';
import { ToolCalls } from './tools/tool-calls.js';

export type { RunnerProgress, TestTask } from './messages.js';
export type { RunOne, RunRequest, RunResult, RunSink } from './run-request.js';
export { RunnerError } from './runner-error.js';
export { RunnerProgressEvent } from './runner-progress-event.js';

/** Longer than any test's expected output. */
const TEST_OUTPUT_BYTES = 256 * 1024;
/** Ends `while True` after a tolerable time and still lets a program compute. */
const TIME_LIMIT_MS = 10_000;
/** The frame confirms a stop within milliseconds, with the remaining output; after this time it is not waited for. */
const STOP_LIMIT_MS = 150;
const LOOK_INTERVAL_MS = 1_000;
/** Maximum rate of telling the frame that somebody is typing. */
const WRITING_INTERVAL_MS = 100;
/** A moved frame is reloaded; if a page keeps moving it, the run fails. */
const FRAMES = 5;

interface CurrentRun {
  request: RunRequest;
  sink: RunSink;
  agreed: Promise<unknown> | undefined;
  /** Number of frames it was sent to; until the program has started, a lost frame can be replaced. */
  frames: number;
  /** The last of them. */
  sandbox?: SandboxFrame;
  startedAt?: number;
  /** The order must not be sent to the frame any more. */
  stopped?: boolean;
  end(result: RunResult): void;
  fail(error: Error): void;
}

export class Runner extends EventTarget {
  readonly #url: string;
  readonly #mount: HTMLElement | ShadowRoot;
  #sandbox: SandboxFrame | undefined;
  #current: CurrentRun | undefined;
  #wroteAt = 0;
  #disposed = false;
  readonly tools: ToolCalls;

  /** `url` is the page of the sandbox; its hidden frame is added to `mount` at the first run or warm-up. */
  constructor(options: { url: string; mount: HTMLElement | ShadowRoot }) {
    super();
    this.#url = options.url;
    this.#mount = options.mount;
    this.tools = new ToolCalls(this.#url, (message) => this.#post(Promise.resolve(message), () => true));
  }

  /**
   * Runs a program to its end. An error of the program is output and the state `failed`. Rejects with a `RunnerError` only if
   * nothing could be run: another program is running, or the sandbox or the language cannot be loaded.
   * The interpreter gets the program at once and begins it when `agreed` resolves; if that rejects, stop() has to be called.
   */
  async run(request: RunRequest, sink: RunSink, agreed?: Promise<unknown>): Promise<RunResult> {
    if (this.#current) throw new RunnerError('A program is running already. Stop it first.');
    const watch = setInterval(() => this.#sandbox?.look(), LOOK_INTERVAL_MS);
    try {
      return await new Promise<RunResult>((end, fail) => {
        const run: CurrentRun = { request, sink, agreed, frames: 0, end, fail };
        this.#current = run;
        this.#send(run);
      });
    } finally {
      clearInterval(watch);
      this.#current = undefined;
    }
  }

  /** Stops the current run at once, even while its language is loading; does nothing without a run. */
  stop(): void {
    const run = this.#current;
    if (!run) return;
    run.stopped = true;
    const end = () => run.end({ state: 'stopped', durationMs: durationOf(run) });
    setTimeout(end, STOP_LIMIT_MS);
    if (this.#sandbox?.alive) this.#post(Promise.resolve({ type: 'stop', id: run.request.id }), () => true).catch(end);
    else end();
  }

  /**
   * Answers a prompt of the current run: its n-th output of kind `prompt` is prompt n. The first answer counts; null ends the
   * input.
   */
  answer(prompt: number, text: string | null): void {
    const id = this.#current?.request.id;
    if (id !== undefined) this.#sandbox?.port?.postMessage({ type: 'answer', id, prompt, text } satisfies PageMessage);
  }

  /** Loads a language and starts an interpreter for it, so that the first run starts at once. Errors are reported by that run. */
  warm(language: string): void {
    const spec = runtimeSpec(language, (progress) => this.#announce(progress));
    const message = spec.then((runtime) => ({ type: 'warm', runtime }) as const);
    this.#post(message, () => true).catch(() => this.#announce(null));
  }

  /** Somebody is typing: preparations in the frame pause. */
  noteTyping(): void {
    const now = performance.now();
    if (now - this.#wroteAt < WRITING_INTERVAL_MS) return;
    this.#wroteAt = now;
    // Who waits for an answer of a frame that has gone would else wait until the next run.
    this.#lookForFrame();
    this.#sandbox?.port?.postMessage({ type: 'writes' } satisfies PageMessage);
  }

  /** Ends the current run as `interrupted` and removes the frame; the runner cannot be used again. */
  dispose(): void {
    this.#disposed = true;
    this.#drop();
    this.#interrupt();
  }

  #send(run: CurrentRun): void {
    run.frames += 1;
    const wanted = () => this.#current === run && !run.stopped;
    this.#post(this.#order(run), wanted, run).catch(run.fail);
  }

  async #order(run: CurrentRun): Promise<PageMessage> {
    const {
      id,
      language,
      code,
      fileName,
      files = [],
      stdin = '',
      schema = '',
      showResult = false,
      timeLimitMs = TIME_LIMIT_MS,
      test,
      follow = 0,
    } = run.request;
    const runtime = await runtimeSpec(language, (progress) => this.#tell(run, progress));
    const program = { code, fileName, files: roomFiles(fileName, files), stdin, schema, showResult };
    // The room would not share more than this.
    const outputLimit = test ? TEST_OUTPUT_BYTES : PAGE_LIMITS.runOutputBytes;
    const asked = { ...(test && { test }), ...(run.agreed && { agreed: agreementOn(run.agreed, () => !run.stopped) }) };
    return { type: 'run', order: { id, runtime, ...program, timeLimitMs, outputLimit, follow, ...asked } };
  }

  async #post(message: Promise<PageMessage>, wanted: () => boolean, run?: CurrentRun): Promise<void> {
    this.#lookForFrame();
    const prepared = await message;
    const sandbox = this.#connect(filesOf(prepared));
    if (run) run.sandbox = sandbox;
    const port = await sandbox.connected();
    if (wanted()) port.postMessage(prepared, portsOf(prepared));
  }

  #connect(files: string[]): SandboxFrame {
    if (this.#disposed) throw new RunnerError('This runner was closed. Reload the page to run again.');
    if (!this.#mount.isConnected) throw new RunnerError('The runner is not on a page, so nothing can be run.');
    this.#lookForFrame();
    if (this.#sandbox) return this.#sandbox;
    const sandbox = new SandboxFrame(this.#url, this.#mount, files, (sentence) => this.#lose(sentence));
    this.#sandbox = sandbox;
    sandbox.connected().then(
      (port) => {
        port.onmessage = ({ data }: MessageEvent<FrameMessage>) => this.#receive(data);
      },
      () => {
        // The next run retries with a new frame.
        sandbox.remove();
        if (this.#sandbox === sandbox) this.#sandbox = undefined;
      },
    );
    return sandbox;
  }

  /** A frame that the page has moved or removed is lost to all that waits for it, before another takes its place. */
  #lookForFrame(): void {
    if (!this.#sandbox || this.#sandbox.alive) return;
    if (this.#current?.sandbox === this.#sandbox) this.#sandbox.look();
    else this.#drop();
  }

  #receive(message: FrameMessage): void {
    this.#sandbox?.heard();
    const run = this.#current;
    switch (message.type) {
      case 'progress':
        this.#announce(message.progress);
        if (run?.request.language === message.language) run.sink.progress(message.progress);
        break;
      case 'started':
        if (run?.request.id === message.id) run.startedAt = performance.now();
        break;
      case 'need':
        if (run?.request.id === message.id) void this.#supply(run, message.modules);
        break;
      case 'output':
        if (run?.request.id === message.id) for (const { kind, text } of message.chunks) run.sink.output(kind, text);
        break;
      case 'tested':
        if (run?.request.id === message.id && message.report.length <= REPORT_LENGTH) run.sink.tested?.(message.report);
        break;
      case 'ended':
        if (run?.request.id === message.id) run.end({ state: message.state, durationMs: message.durationMs });
        break;
      case 'unavailable':
        if (run?.request.id !== message.id) break;
        // After an update of the host the files have new names, which only a new frame knows.
        this.#drop();
        if (run.frames === 1 && !run.stopped) this.#send(run);
        else run.fail(new RunnerError(message.sentence));
        break;
      case 'tooled':
        this.tools.receive(message);
    }
  }

  /** Failures are the program's, so the answer contains packages or sentences, and never rejects. */
  async #supply(run: CurrentRun, modules: string[]): Promise<void> {
    const { id, language, packages = '' } = run.request;
    const supply = await packageFolder(packages).supply(modules, (file, loaded, total) =>
      this.#tell(run, { language, sentence: `Loading ${file}`, loaded, total }),
    );
    this.#tell(run, null);
    if (this.#current !== run) return;
    const bytes = supply.packages.map((file) => file.bytes);
    this.#sandbox?.port?.postMessage({ type: 'supply', id, supply } satisfies PageMessage, bytes);
  }

  /** The frame is lost. A run that had not started starts in another frame; one that had is not repeated. */
  #lose(sentence: string): void {
    this.#drop();
    const run = this.#current;
    if (run && run.startedAt === undefined && !run.stopped && run.frames < FRAMES) this.#send(run);
    else this.#interrupt(sentence);
  }

  #drop(): void {
    this.tools.lost();
    this.#sandbox?.remove();
    this.#sandbox = undefined;
    this.#announce(null);
  }

  #interrupt(sentence?: string): void {
    const run = this.#current;
    run?.end({ state: 'interrupted', durationMs: durationOf(run), ...(sentence ? { sentence } : {}) });
  }

  #tell(run: CurrentRun, progress: RunnerProgress | null): void {
    if (this.#current !== run) return;
    this.#announce(progress);
    run.sink.progress(progress);
  }

  #announce(progress: RunnerProgress | null): void {
    this.dispatchEvent(new RunnerProgressEvent(progress));
  }
}

/** Time since the program started, without loading. */
function durationOf({ startedAt }: CurrentRun): number {
  return startedAt === undefined ? 0 : Math.round(performance.now() - startedAt);
}
