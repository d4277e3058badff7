// Node's `process`: information, standard streams, and exit.
import type { Printer } from '../held-output.js';
import type { Loop } from '../loop.js';
import { rejection } from '../rejection.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';
import { workingDirectory } from './path.js';
import { ReadStream, WriteStream } from './stdio.js';
import { check, wrongType } from './wrong-values.js';

type Callback = (...values: unknown[]) => void;

interface ProcessEnvironment {
  fileName: string;
  isTested: boolean;
  input: NodeInput;
  output: Printer;
  loop: Loop;
  /** Ends the program at once. */
  end(done: boolean): never;
}

interface WarningOptions {
  type?: unknown;
  code?: unknown;
  detail?: unknown;
}

/** The Node version that is imitated. */
const VERSION = '22.0.0';
const MEGABYTE = 2 ** 20;

export class Process extends EventEmitter {
  readonly argv: string[];
  readonly argv0 = 'node';
  /** Values become strings, as in Node. */
  readonly env = new Proxy<Record<string, string>>(
    { HOME: '/', PATH: '/usr/bin', PWD: '/', USER: 'user' },
    { set: (env, name, value) => Reflect.set(env, name, String(value)) },
  );
  readonly execArgv: string[] = [];
  readonly execPath = '/usr/bin/node';
  readonly pid = 1;
  readonly ppid = 0;
  readonly platform = 'linux';
  readonly arch = 'wasm32';
  readonly version = `v${VERSION}`;
  readonly versions = { node: VERSION, v8: '12.4' };
  readonly release = { name: 'node' };
  readonly features = {};
  readonly config = { variables: {} };
  title = 'node';
  exitCode: unknown;
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  readonly stderr: WriteStream;
  readonly #began = performance.now();
  readonly #loop: Loop;
  readonly #end: ProcessEnvironment['end'];
  #exiting = false;

  constructor({ fileName, isTested, input, output, loop, end }: ProcessEnvironment) {
    super();
    workingDirectory.path = '/';
    this.argv = isTested ? ['/usr/bin/node'] : ['/usr/bin/node', `/${fileName}`];
    this.stdin = new ReadStream(input, loop);
    this.stdout = new WriteStream(output, 'stdout', 1, loop);
    this.stderr = new WriteStream(output, 'stderr', 2, loop);
    this.#loop = loop;
    this.#end = end;
  }

  // Functions of its own, which need no `this`: programs give them to timers, take them apart and import them by their names.

  cwd = (): string => workingDirectory.path;

  /** Its files know what folders there are. */
  chdir = (_folder: unknown): void => {};

  umask = (): number => 0o22;

  nextTick = (call: Callback, ...values: unknown[]): void => {
    check('callback', 'function', call);
    this.#loop.tick(() => call(...values));
  };

  exit = (code?: unknown): never => {
    if (code !== undefined) this.exitCode = code;
    this.finish();
    return this.#end(this.succeeded);
  };

  abort = (): never => this.#end(false);

  kill = (): never => {
    this.exitCode = 1;
    return this.#end(false);
  };

  uptime = (): number => (performance.now() - this.#began) / 1000;

  /** Only Chromium reports it; elsewhere it is that of a small program in Node. */
  memoryUsage = Object.assign(
    () => {
      const { usedJSHeapSize: heapUsed = 4 * MEGABYTE, totalJSHeapSize: heapTotal = 6 * MEGABYTE } =
        (performance as { memory?: { usedJSHeapSize: number; totalJSHeapSize: number } }).memory ?? {};
      return { rss: heapTotal + 30 * MEGABYTE, heapTotal, heapUsed, external: MEGABYTE, arrayBuffers: 0 };
    },
    { rss: () => this.memoryUsage().rss },
  );

  cpuUsage = () => ({ user: Math.round((performance.now() - this.#began) * 1000), system: 0 });

  resourceUsage = () => ({
    userCPUTime: this.cpuUsage().user,
    systemCPUTime: 0,
    maxRSS: this.memoryUsage().rss / 1024,
  });

  hrtime = Object.assign(
    (before?: [number, number]): [number, number] => {
      const now = performance.now();
      const [seconds, rest] = [Math.floor(now / 1000), Math.floor((now % 1000) * 1e6)];
      if (!before) return [seconds, rest];
      const since = (seconds - before[0]) * 1e9 + rest - before[1];
      return [Math.floor(since / 1e9), since % 1e9];
    },
    { bigint: () => BigInt(Math.floor(performance.now() * 1e6)) },
  );

  /** A text with what kind it is, or an error; told later, to the program's handlers too. */
  emitWarning = (given: unknown, kind?: unknown, id?: unknown): void => {
    const options = typeof kind === 'object' && kind !== null ? (kind as WarningOptions) : { type: kind, code: id };
    const { type = 'Warning', code, detail } = options;
    if (typeof type !== 'function') check('type', 'string', type);
    if (typeof given !== 'string' && !(given instanceof Error))
      throw wrongType('warning', 'of type string or an instance of Error', given);
    const warning: Error & WarningOptions =
      given instanceof Error
        ? given
        : Object.assign(new Error(given), {
            name: typeof type === 'function' ? type.name : String(type),
            ...(typeof code === 'string' && { code }),
            ...(typeof detail === 'string' && { detail }),
          });
    this.#loop.tick(() => {
      const { code: told, detail: more } = warning;
      const text = `${told ? `[${String(told)}] ` : ''}${String(warning)}${typeof more === 'string' ? `\n${more}` : ''}`;
      this.stderr.write(`(node:${this.pid}) ${text}\n`);
      this.emit('warning', warning);
    });
  };

  /** By what a shell has of its code. */
  get succeeded(): boolean {
    const code = Number(this.exitCode ?? 0);
    return Number.isInteger(code) && (code & 255) === 0;
  }

  /** The program has nothing left to do, but handlers may add something. */
  emitBeforeExit(): void {
    this.emit('beforeExit', Number(this.exitCode ?? 0));
  }

  /** The program has ended: fires `exit`, once. After an error that nobody handled the code is 1, whatever it was to be. */
  finish(failed = false): void {
    if (this.#exiting) return;
    this.#exiting = true;
    if (failed) this.exitCode = 1;
    this.emit('exit', Number(this.exitCode ?? 0));
  }

  /** True if the program itself handles uncaught errors. */
  handles(error: unknown, rejected?: Promise<unknown>): boolean {
    if (rejected && this.emit('unhandledRejection', error, rejected)) return true;
    const origin = rejected ? 'unhandledRejection' : 'uncaughtException';
    const uncaught = rejected ? rejection(error) : error;
    this.emit('uncaughtExceptionMonitor', uncaught, origin);
    return this.emit('uncaughtException', uncaught, origin);
  }
}
