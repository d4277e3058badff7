// What programs that were written for Node find here: its globals, and its modules by require() and import.
import type { Output } from '../../output.js';
import type { Questions } from '../../questions.js';
import { format } from '../console.js';
import { inspect } from '../inspect.js';
import { createAssert, isDeepEqual } from './assert.js';
import { Buffer } from './buffer.js';
import { EventEmitter, once } from './events.js';
import { createFiles } from './files.js';
import { NodeInput } from './input.js';
import { path } from './path.js';
import { Process } from './process.js';
import { createReadline } from './readline.js';

/** Node's modules that cannot be here, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  child_process: 'programs here cannot start other programs.',
  cluster: 'programs here cannot start other programs.',
  dgram: 'programs run without a network here.',
  dns: 'programs run without a network here.',
  http: 'programs run without a network here. Call your functions directly.',
  http2: 'programs run without a network here. Call your functions directly.',
  https: 'programs run without a network here. Put the data into this file.',
  net: 'programs run without a network here.',
  tls: 'programs run without a network here.',
  worker_threads: 'programs here have one thread. Call your functions directly.',
};

export interface NodeProgram {
  fileName: string;
  source: string;
  stdin: string;
  output: Output;
  questions: Questions;
  /** Modules that are no part of Node. */
  others: Record<string, object> | undefined;
  /** Ends the program at once. */
  end(done: boolean): never;
}

/** Bound before the program can replace them; timers that the program waits for. */
export function createNode({ fileName, source, stdin, output, questions, others, end }: NodeProgram) {
  const later = setTimeout.bind(globalThis) as (call: () => void, wait?: number) => ReturnType<typeof setTimeout>;
  const cancel = clearTimeout.bind(globalThis);
  const input = new NodeInput(stdin, output, questions);
  const process = new Process(fileName, input, output, (call) => void later(call), end);
  const setImmediate = (call: (...values: unknown[]) => void, ...values: unknown[]) => later(() => call(...values));
  const wait = (ms?: number, value?: unknown) => new Promise((resolve) => later(() => resolve(value), ms));
  const assert = createAssert();
  const files = createFiles(input, fileName, source);
  const readline = createReadline(input, output, (call) => void later(call));
  const modules: Record<string, object> = {
    assert,
    'assert/strict': assert.strict,
    buffer: { Buffer },
    events: Object.assign(EventEmitter, { once }),
    fs: files,
    'fs/promises': files.promises,
    os: {
      EOL: '\n',
      platform: () => 'linux',
      type: () => 'Linux',
      cpus: () => [],
      tmpdir: () => '/tmp',
      homedir: () => '/',
    },
    path,
    'path/posix': path.posix,
    perf_hooks: { performance },
    process,
    readline,
    'readline/promises': readline.promises,
    timers: { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate: cancel },
    'timers/promises': { setTimeout: wait, setImmediate: (value?: unknown) => wait(0, value) },
    url: { URL, URLSearchParams, fileURLToPath: (url: unknown) => new URL(String(url)).pathname },
    util: {
      inspect: (value: unknown) => inspect(value),
      format: (...values: unknown[]) => format(values, (value) => inspect(value)),
      isDeepStrictEqual: (one: unknown, other: unknown) => isDeepEqual(one, other, true),
      promisify,
      inherits: (child: { prototype: object }, parent: { prototype: object }) =>
        void Object.setPrototypeOf(child.prototype, parent.prototype),
      types: {
        isPromise: (value: unknown) => value instanceof Promise,
        isDate: (value: unknown) => value instanceof Date,
      },
      TextEncoder,
      TextDecoder,
    },
    ...others,
  };
  const main = { exports: {}, id: '.', filename: `/${fileName}`, children: [], paths: [], loaded: false };
  const find = (name: string): object | undefined => {
    const plain = name.replace(/^node:/, '');
    return Object.hasOwn(modules, plain) ? modules[plain] : undefined;
  };
  const require = Object.assign((name: string) => find(name) ?? missing(name), {
    main,
    resolve: (name: string) => name,
    cache: {},
  });
  const globals = {
    Buffer,
    __dirname: '/',
    __filename: `/${fileName}`,
    clearImmediate: cancel,
    exports: main.exports,
    global: globalThis,
    module: main,
    process,
    require,
    setImmediate,
  };
  return { globals, process, input, find };
}

/** An error at the line that wants a module. */
function missing(name: string): never {
  throw Object.assign(new Error(`"${name}" cannot be loaded: ${reasonFor(name)}`), { code: 'MODULE_NOT_FOUND' });
}

/** Why a module is not here. */
export function reasonFor(name: string): string {
  const plain = name.replace(/^node:/, '');
  if (Object.hasOwn(ELSEWHERE, plain)) return ELSEWHERE[plain] ?? '';
  return 'programs run here without a network. Put what you need into this file.';
}

function promisify(call: (...values: unknown[]) => void) {
  return (...values: unknown[]) =>
    new Promise((resolve, reject) => {
      call(...values, (error: unknown, value: unknown) => (error ? reject(error) : resolve(value)));
    });
}
