// One program that was compiled: its memory and streams, how it ended, what it left.
import { canSuspend } from '../../worker/can-suspend.js';
import type { CappedOutput } from '../../worker/capped-output.js';
import { reportIdle } from '../../worker/report-idle.js';
import { type Meaning, meaningOf, misuse, placesIn } from './failure.js';
import type { Input } from './input.js';
import { typeName } from './type-name.js';
import type { Disk } from './wasi/disk.js';
import { Wasi } from './wasi/wasi.js';

export interface End {
  status: number;
  /** What is told of an end by an error, and the places in the code that led there. */
  failure?: Meaning & { places: number[] };
}

/** The wait until the next moment that is worth one. */
const SHORT_MS = 1;
/** Of so many exceptions it is known where they were thrown; more are the way a program goes on. */
const THROWN = 1_000;

interface Exports {
  memory: WebAssembly.Memory;
  _start(): void;
  code_room_flush(): void;
  code_room_type?(exception: number): number;
  code_room_what?(exception: number): number;
}

/** The engine's own: a program that waits must not be in the hands of others. */
const later = setTimeout.bind(globalThis);
const now = performance.now.bind(performance);

export class Execution {
  readonly #tag = new WebAssembly.Tag({ parameters: ['i32'] });
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #exports: Exports | undefined;
  #thrown = 0;
  #thrownAt = '';
  /** Why it ends, and where it was then. */
  #said: (Meaning & { stack: string }) | undefined;

  constructor(
    private readonly program: Uint8Array<ArrayBuffer>,
    private readonly disk: Disk,
    private readonly name: string,
    private readonly input: Input,
    private readonly output: CappedOutput,
    /** Gives numbers where a program may have to be repeated. */
    private readonly random: ((bytes: Uint8Array) => void) | undefined,
  ) {}

  async run(): Promise<End> {
    const { Suspending, promising } = WebAssembly as unknown as Suspension;
    const wasi = new Wasi({
      args: [this.name],
      disk: this.disk,
      read: (most) => {
        this.#flush();
        return this.input.read(most);
      },
      write: (stream, bytes) => this.output.write(stream, this.#decoders[stream].decode(bytes, { stream: true })),
      sleep: (ms) => this.#sleep(ms),
      ...(this.random && { random: this.random }),
    });
    try {
      const module = await WebAssembly.compile(this.program);
      const calls = wasi.imports(module, canSuspend() ? (call) => new Suspending(call) as never : undefined);
      const instance = await WebAssembly.instantiate(module, {
        wasi_snapshot_preview1: calls,
        code_room: this.#imports(),
        env: { __cpp_exception: this.#tag as never },
      });
      this.#exports = instance.exports as unknown as Exports;
      wasi.attach(this.#exports.memory);
      await (canSuspend() ? promising(this.#exports._start)() : this.#exports._start());
      this.#flush();
      return { status: 0 };
    } catch (error) {
      if (wasi.exit !== undefined) return { status: wasi.exit };
      return this.#ended(error);
    }
  }

  /** What a program calls beside WASI; all but the first are followed by its end. */
  #imports(): WebAssembly.ModuleImports {
    const end = (meaning: Meaning) => {
      this.#said ??= { ...meaning, stack: new Error().stack ?? '' };
    };
    return {
      thrown: () => {
        this.#thrown += 1;
        if (this.#thrown <= THROWN) this.#thrownAt = new Error().stack ?? '';
      },
      aborted: () => end({ text: 'the program was ended by abort()' }),
      failed: () => end({ text: '' }),
      misused: (message: number) => end(misuse(this.#string(message) ?? '')),
      terminated: (type: number, what: number) => end({ text: terminated(this.#string(type), this.#string(what)) }),
    };
  }

  #ended(error: unknown): End {
    this.#flush();
    if (error instanceof WebAssembly.Exception && error.is(this.#tag)) {
      const exception: number = error.getArg(this.#tag, 0);
      const type = this.#string(this.#exports?.code_room_type?.(exception) ?? 0);
      const what = this.#string(this.#exports?.code_room_what?.(exception) ?? 0);
      const places = this.#thrown <= THROWN ? placesIn(this.#thrownAt, this.program) : [];
      return { status: ABORTED, failure: { text: terminated(type, what), places } };
    }
    const { stack, ...failure } = this.#said ?? {
      ...meaningOf(error),
      stack: error instanceof Error ? error.stack : '',
    };
    return { status: ABORTED, failure: { ...failure, places: placesIn(stack ?? '', this.program) } };
  }

  /** What it has printed and holds back: before a prompt, and at an end that it did not choose. */
  #flush(): void {
    try {
      this.#exports?.code_room_flush();
    } catch {
      // A program that has destroyed its memory has nothing more to say.
    }
  }

  #sleep(ms: number): void | Promise<void> {
    this.#flush();
    if (ms < SHORT_MS) return;
    reportIdle(ms);
    if (canSuspend()) return new Promise<void>((resolve) => later(resolve, ms)).then(() => reportIdle(0));
    for (const until = now() + ms; now() < until; );
    reportIdle(0);
  }

  #string(at: number): string | undefined {
    const { memory } = this.#exports ?? {};
    if (!memory || at === 0) return undefined;
    const bytes = new Uint8Array(memory.buffer, at);
    const end = bytes.indexOf(0);
    return new TextDecoder().decode(bytes.slice(0, Math.max(end, 0)));
  }
}

/** As a shell has it for a program that aborts. */
const ABORTED = 134;

/** As GCC's library says it. */
function terminated(type: string | undefined, what: string | undefined): string {
  if (type === undefined) return 'terminate called without an active exception';
  const text = `terminate called after throwing an instance of '${typeName(type)}'`;
  return what === undefined ? text : `${text}\n  what():  ${what}`;
}

/** The part of WebAssembly that the types do not know yet. */
interface Suspension {
  Suspending: new (call: unknown) => object;
  promising(call: () => void): () => Promise<void>;
}
