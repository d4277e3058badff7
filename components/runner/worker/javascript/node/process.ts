// Node's `process`: what a program asks about itself, how it writes and reads, and how it ends.
import type { Output } from '../../output.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';
import { type Later, ReadStream, WriteStream } from './stream.js';

type Callback = (...values: unknown[]) => void;

export class Process extends EventEmitter {
  readonly argv: string[];
  readonly env: Record<string, string> = {};
  readonly execArgv: string[] = [];
  readonly execPath = '/usr/bin/node';
  readonly pid = 1;
  readonly platform = 'linux';
  readonly arch = 'wasm32';
  readonly version = 'v22.0.0';
  readonly versions = { node: '22.0.0' };
  readonly release = { name: 'node' };
  readonly title = 'node';
  exitCode: unknown;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  /** What is told how it goes ends the program; whoever catches it has handled it. */
  readonly #began = performance.now();
  #exiting = false;

  constructor(
    fileName: string,
    input: NodeInput,
    output: Output,
    later: Later,
    private readonly end: (done: boolean) => never,
  ) {
    super();
    this.argv = ['/usr/bin/node', `/${fileName}`];
    this.stdin = new ReadStream(input, later);
    this.stdout = new WriteStream(output, 'stdout', 1);
    this.stderr = new WriteStream(output, 'stderr', 2);
  }

  cwd(): string {
    return '/';
  }

  nextTick(call: Callback, ...values: unknown[]): void {
    queueMicrotask(() => call(...values));
  }

  exit(code?: unknown): never {
    if (code !== undefined) this.exitCode = code;
    this.finish();
    return this.end(this.succeeded);
  }

  abort(): never {
    return this.end(false);
  }

  uptime(): number {
    return (performance.now() - this.#began) / 1000;
  }

  memoryUsage() {
    const { usedJSHeapSize: heapUsed = 0, totalJSHeapSize: heapTotal = 0 } =
      (performance as { memory?: { usedJSHeapSize: number; totalJSHeapSize: number } }).memory ?? {};
    return { rss: heapTotal, heapTotal, heapUsed, external: 0, arrayBuffers: 0 };
  }

  cpuUsage() {
    return { user: Math.round((performance.now() - this.#began) * 1000), system: 0 };
  }

  readonly hrtime = Object.assign(
    (before?: [number, number]): [number, number] => {
      const now = performance.now();
      const [seconds, rest] = [Math.floor(now / 1000), Math.floor((now % 1000) * 1e6)];
      if (!before) return [seconds, rest];
      const since = (seconds - before[0]) * 1e9 + rest - before[1];
      return [Math.floor(since / 1e9), since % 1e9];
    },
    { bigint: () => BigInt(Math.floor(performance.now() * 1e6)) },
  );

  emitWarning(warning: unknown): void {
    this.stderr.write(`(node:1) Warning: ${warning instanceof Error ? warning.message : String(warning)}\n`);
  }

  get succeeded(): boolean {
    return this.exitCode === undefined || Number(this.exitCode) === 0;
  }

  /** The program has come to its end: whoever waits for that may say so, once. */
  finish(): void {
    if (this.#exiting) return;
    this.#exiting = true;
    this.emit('exit', Number(this.exitCode ?? 0));
  }

  /** True if the program itself deals with an error that nobody has caught. */
  handles(error: unknown, rejection: boolean): boolean {
    if (rejection && this.emit('unhandledRejection', error, Promise.resolve())) return true;
    return this.emit('uncaughtException', error, rejection ? 'unhandledRejection' : 'uncaughtException');
  }
}
