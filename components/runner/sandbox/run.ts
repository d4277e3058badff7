// One running program: its worker, batched output, prompts, time limit, and end.
// Notes in the output are English sentences and pass no `t()`: the whole room shares the output and keeps it, and people may read it in several languages.
import { appendOutput, type Output, type RunEnd, WHOLE_KINDS } from '../../../party/shared/output.js';
import {
  type CompileCacheEntry,
  type FrameMessage,
  REPORT_LENGTH,
  type RunOrder,
  type Source,
  type Supply,
  type WorkerMessage,
  type WorkerOrder,
} from '../messages.js';
import type { Compiler } from './compiler.js';
import { StartNotice } from './start-notice.js';

/** Thirty batches per second look live. The first line is sent at once, and half a line waits for the other half. */
const BATCH_MS = 33;
const HALF_LINE_MS = 4;
const BATCH_LENGTH = 8 * 1024;
/** A compiler in the program's worker has so long; slow machines need many seconds for the first program. */
const COMPILE_LIMIT_MS = 60_000;

export class Run {
  #startedAt: number | undefined;
  #chunks: Output[] = [];
  #tail: { omitted: number; chunks: Output[] } | undefined;
  #lastBatch = -BATCH_MS;
  #lastOutput = performance.now();
  /** Until then the program is idle on purpose. */
  #idleUntil = 0;
  #batchTimer: ReturnType<typeof setTimeout> | undefined;
  #limitTimer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  /** Number of prompts; also the number of the open one. */
  #prompts = 0;
  #open: { blocked: boolean } | undefined;
  /** Waiting for another worker, for packages, or for the end of the interpreter's start. */
  #between = true;
  #compiling = false;
  #compileTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #start = new StartNotice((shown) => this.#progress(shown && `Starting ${this.order.runtime.label}`));
  #asksForMore = true;
  /** The first worker waits for it. */
  #agreed: MessagePort | undefined;
  readonly #recorded: (string | null)[] = [];
  /** Further lines of an answer, for the next prompts. */
  readonly #ahead: string[] = [];
  readonly #ended = new AbortController();
  readonly #seed = Math.floor(Math.random() * 2 ** 48);

  /** `another` returns a new worker that repeats what the previous one did until it was blocked by a prompt. */
  constructor(
    private readonly order: RunOrder,
    private worker: Worker,
    private readonly another: () => Promise<Worker | undefined>,
    private readonly compiler: Compiler,
    /** What is kept of this language's programs from one run to the next. */
    private readonly memory: { kept: CompileCacheEntry | undefined },
    private readonly post: (message: FrameMessage) => void,
    private readonly over: () => void,
  ) {
    this.#agreed = order.agreed;
    this.#watch(order.timeLimitMs);
    this.#begin(worker);
  }

  #begin(worker: Worker): void {
    this.#asksForMore = true;
    this.#start.begin();
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#write({
        kind: 'note',
        text: `The program ended the worker it ran in: ${event.message || 'unknown reason'}.`,
      });
      this.end('failed');
    };
    const { code, fileName, files, stdin, schema, showResult, outputLimit, test } = this.order;
    const [seed, recorded] = [this.#seed, this.#recorded];
    const { kept } = this.memory;
    const [agreed, passed] = this.#agreed ? [{ agreed: this.#agreed }, [this.#agreed]] : [];
    this.#agreed = undefined;
    const program = {
      ...{ code, fileName, files, stdin, schema, showResult, seed },
      ...(test && { test }),
      ...(kept && { kept }),
      ...agreed,
    };
    worker.postMessage({ type: 'run', ...program, outputLimit, recorded } satisfies WorkerOrder, passed ?? []);
  }

  get id(): string {
    return this.order.id;
  }

  get language(): string {
    return this.order.runtime.language;
  }

  /** Ends the run, whatever the program does, and sends its output so far. */
  end(state: RunEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.worker.terminate();
    this.#ended.abort();
    clearTimeout(this.#limitTimer);
    this.#start.end();
    this.#compiled();
    this.#writeTail();
    if (state === 'timed-out') {
      const seconds = Math.round(this.order.timeLimitMs / 100) / 10;
      const time = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
      const text = this.order.test ? `Stopped after ${time}.` : `Stopped, because nothing was printed for ${time}.`;
      this.#chunks.push({ kind: 'note', text });
    }
    this.#flush();
    const durationMs = this.#startedAt === undefined ? 0 : Math.round(performance.now() - this.#startedAt);
    this.post({ type: 'ended', id: this.id, state, durationMs });
    this.over();
  }

  /** The first answer to a prompt counts. Several lines answer the next prompts as well, as in a terminal. */
  answer(prompt: number, text: string | null): void {
    if (this.#over || !this.#open || prompt !== this.#prompts) return;
    const { blocked } = this.#open;
    this.#open = undefined;
    this.#lastOutput = performance.now();
    const [line = '', ...more] = (text ?? '').split(/\r\n?|\n/);
    // The newline at the end belongs to the last line.
    if (more.at(-1) === '') more.pop();
    // One at a time: there may be more than a call takes.
    for (const next of more) this.#ahead.push(next);
    this.#give(text === null ? null : line, blocked);
  }

  #give(text: string | null, blocked: boolean): void {
    this.#chunks.push({ kind: 'answer', text: `${text ?? ''}\n` });
    this.#flush();
    this.#recorded.push(text);
    if (blocked) void this.#repeat();
    else this.worker.postMessage({ type: 'answer', text } satisfies WorkerOrder);
  }

  /** Passes packages to the program, which starts only now. */
  supply(supply: Supply): void {
    if (this.#over) return;
    const bytes = supply.packages.map((file) => file.bytes);
    this.worker.postMessage({ type: 'supply', supply } satisfies WorkerOrder, bytes);
  }

  /** Compile time is not counted as the program's. */
  async #compile(source: Source): Promise<void> {
    if (this.#compiling) return;
    this.#compiling = true;
    const { worker } = this;
    const result = await this.compiler.compile(source, this.#ended.signal);
    this.#compiling = false;
    this.#lastOutput = performance.now();
    worker.postMessage({ type: 'compiled', result } satisfies WorkerOrder);
  }

  /** Its worker compiles it, which has a limit of its own. */
  #compiles(): void {
    if (!this.#between || this.#compileTimer) return;
    this.#progress('Compiling');
    this.#compileTimer = setTimeout(() => {
      const seconds = COMPILE_LIMIT_MS / 1_000;
      this.#chunks.push({ kind: 'note', text: `Compiling took longer than ${seconds} seconds, so it was given up.` });
      this.end('failed');
    }, COMPILE_LIMIT_MS);
  }

  #compiled(): void {
    if (!this.#compileTimer) return;
    clearTimeout(this.#compileTimer);
    this.#compileTimer = undefined;
    this.#progress();
  }

  #progress(sentence: string | false = false): void {
    const { language } = this;
    this.post({ type: 'progress', language, progress: sentence ? { language, sentence, loaded: 0, total: 0 } : null });
  }

  async #repeat(): Promise<void> {
    this.#between = true;
    try {
      const worker = await this.another();
      // The run may have ended during the await.
      if (worker && !this.#over) this.#begin(worker);
      else worker?.terminate();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#write({ kind: 'note', text: `The program could not go on after the answer. ${reason}` });
      this.end('failed');
    }
  }

  #ask(prompt: string, blocked: boolean): void {
    if (this.#open) return;
    if (blocked) this.worker.terminate();
    const ahead = this.#ahead.shift();
    if (ahead !== undefined) {
      // In a test nobody is asked, so this is not a prompt.
      this.#write({ kind: 'stdout', text: prompt });
      return this.#give(ahead, blocked);
    }
    this.#open = { blocked };
    this.#prompts += 1;
    this.#chunks.push({ kind: 'prompt', text: prompt });
    this.#flush();
  }

  #receive(message: WorkerMessage): void {
    if (this.#over) return;
    this.#start.end();
    if (message.type === 'output') {
      // Restarts the time limit, except in a test.
      if (!this.order.test) this.#lastOutput = performance.now();
      this.#write(this.#printed(message.chunk));
    } else if (message.type === 'tail') {
      this.#tail = message;
    } else if (message.type === 'need') {
      if (!this.#asksForMore) return;
      this.#asksForMore = false;
      this.post({ type: 'need', id: this.id, modules: message.modules });
    } else if (message.type === 'compile') {
      void this.#compile(message.source);
    } else if (message.type === 'compiles') {
      this.#compiles();
    } else if (message.type === 'keep') {
      this.memory.kept = message.kept;
    } else if (message.type === 'rests') {
      if (!this.order.test) this.#idleUntil = performance.now() + message.ms;
    } else if (message.type === 'tested') {
      this.post({ type: 'tested', id: this.id, report: String(message.report).slice(0, REPORT_LENGTH + 1) });
    } else if (message.type === 'begins') {
      this.#starts();
    } else if (message.type === 'ask') {
      this.#ask(message.prompt, message.blocked);
    } else if (message.type === 'ended') {
      this.end(message.state);
    }
  }

  /** A program cannot print a prompt or, while one is open, an answer: those kinds become plain text. */
  #printed({ kind, text }: Output): Output {
    return { kind: kind === 'prompt' || (kind === 'answer' && this.#open) ? 'stdout' : kind, text };
  }

  #starts(): void {
    this.#compiled();
    this.#between = false;
    this.#lastOutput = performance.now();
    if (this.#startedAt !== undefined) return;
    this.#startedAt = performance.now();
    this.post({ type: 'started', id: this.id });
  }

  #write(chunk: Output): void {
    appendOutput(this.#chunks, chunk, BATCH_LENGTH);
    const wait = this.#lastBatch + BATCH_MS - performance.now();
    if (wait <= 0 && (chunk.text.endsWith('\n') || WHOLE_KINDS.has(chunk.kind))) this.#flush();
    else this.#batchTimer ??= setTimeout(() => this.#flush(), Math.max(wait, HALF_LINE_MS));
  }

  #flush(): void {
    clearTimeout(this.#batchTimer);
    this.#batchTimer = undefined;
    this.#lastBatch = performance.now();
    if (this.#chunks.length > 0) this.post({ type: 'output', id: this.id, chunks: this.#chunks });
    this.#chunks = [];
  }

  #writeTail(): void {
    const { omitted, chunks } = this.#tail ?? { omitted: 0, chunks: [] };
    if (omitted > 0) {
      this.#chunks.push({ kind: 'note', text: `${omitted.toLocaleString('en')} bytes of output are left out here.` });
    }
    this.#chunks.push(...chunks);
  }

  /** Output beyond the limit reaches nobody, so it does not restart the time limit: an endless flood is stopped, too. */
  #watch(wait: number): void {
    this.#limitTimer = setTimeout(() => {
      if (this.#open || this.#between || this.#compiling) this.#lastOutput = performance.now();
      const now = performance.now();
      const silentSince = Math.max(this.#lastOutput, Math.min(this.#idleUntil, now));
      const left = silentSince + this.order.timeLimitMs - now;
      if (left <= 0) this.end('timed-out');
      else this.#watch(left);
    }, wait);
  }
}
