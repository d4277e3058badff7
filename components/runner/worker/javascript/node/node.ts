// The Node environment of a program: globals, and modules by require() and import.

import type { ProgramFile } from '../../../messages.js';
import type { LazyScripts } from '../../lazy-scripts.js';
import type { Printer } from '../held-output.js';
import type { Inspection } from '../inspect.js';
import type { Loop } from '../loop.js';
import type { ModuleFile } from '../module-graph.js';
import type { ProgramTest } from '../testing/program-test.js';
import type { Trace } from '../trace.js';
import { createAssert } from './assert.js';
import { bufferModule } from './buffer.js';
import type { CryptoPart } from './crypto.js';
import { EventEmitter, emittedBy, tellBy } from './events.js';
import { expressionAt } from './expression.js';
import { createFiles, type FilesEnvironment } from './files.js';
import type { NodeInput } from './input.js';
import { path } from './path.js';
import { Process } from './process.js';
import { createReadline } from './readline.js';
import { Modules, type RequiredFiles, untilAssigned } from './require.js';
import { createTimersPromises, os, querystring, url } from './small.js';
import { consumers } from './stream-consumers.js';
import type { StreamsPart } from './streams.js';
import { createTest } from './test.js';
import type { TimerModules } from './test-timers.js';
import { reasonFor } from './unavailable-modules.js';
import { createUtil } from './util.js';

interface NodeEnvironment {
  fileName: string;
  /** The other files of the room. */
  roomFiles: readonly ProgramFile[];
  /** The files of the program. */
  programFiles: RequiredFiles;
  source: string;
  input: NodeInput;
  output: Printer;
  loop: Loop;
  parts: LazyScripts;
  trace: Trace;
  inspection: Inspection;
  /** Additional modules that are not Node's. */
  others: Readonly<Record<string, object>>;
  /** Ends the program at once. */
  end(done: boolean): never;
  /** The program is loaded by a test, and is not the main module. */
  test: ProgramTest | undefined;
  /** Registers a job for the end of the program. */
  atEnd(run: () => Promise<void>): void;
}

export interface Node {
  globals: object;
  /** For a CommonJS program. */
  require: unknown;
  process: Process;
  find(name: string): object | undefined;
  module: { exports: unknown };
  /** For a module that was converted to CommonJS. */
  exportsOf(file: ModuleFile): object;
  /** The exports of a room file that is not a module. */
  load(fileName: string): unknown;
  /** Lines printed below an error that an emitter threw. */
  origin(error: unknown): string;
}

export function createNode(environment: NodeEnvironment): Node {
  const { fileName, source, programFiles, roomFiles, input, output, loop, parts, trace, inspection } = environment;
  const { test } = environment;
  const process = new Process({ ...environment, isTested: test !== undefined });
  tellBy((value, options) => inspection.inspect(value, options), process.emitWarning, process.nextTick);
  const timersPromises = createTimersPromises();
  const assert = createAssert(inspection, (error) => {
    const place = trace.first(error);
    return expressionAt(programFiles.files.get(place?.file ?? fileName)?.source ?? source, place);
  });
  const readline = createReadline(input, output, loop);
  const util = createUtil(inspection, (sentence, code) => process.emitWarning(sentence, 'DeprecationWarning', code));
  const timers = () => {
    const { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate } =
      globalThis as unknown as Record<string, object>;
    return {
      setTimeout,
      setInterval,
      setImmediate,
      clearTimeout,
      clearInterval,
      clearImmediate,
      promises: find('timers/promises'),
    };
  };
  const streams = () =>
    parts.use<StreamsPart>('streams.js', {
      Buffer: bufferModule.Buffer,
      Blob,
      EventEmitter,
      nextTick: process.nextTick,
      stdout: process.stdout,
      stderr: process.stderr,
      env: process.env,
    });
  const files = createFiles({
    input,
    fileName,
    source,
    roomFiles,
    loop,
    process,
    streams: () => streams().stream as unknown as ReturnType<FilesEnvironment['streams']>,
  });
  const crypto = () => parts.use<CryptoPart>('crypto.js').node(bufferModule.Buffer);
  /** Created at first use, then cached. */
  const makers: Record<string, () => object> = {
    assert: () => assert,
    'assert/strict': () => assert.strict,
    buffer: () => bufferModule,
    console: () => console,
    crypto,
    events: () => EventEmitter,
    fs: () => files,
    'fs/promises': () => files.promises,
    module: () => ({
      createRequire: (from: unknown) => modules.requireOf(String(from).replace(/^(?:file:\/\/)?\//, '')),
      builtinModules: Object.keys(makers),
      isBuiltin: (name: string) => find(name) !== undefined,
    }),
    os: () => os,
    path: () => path,
    'path/posix': () => path.posix,
    'path/win32': () => path.win32,
    perf_hooks: () => ({ performance, PerformanceObserver: globalThis.PerformanceObserver }),
    process: () => process,
    punycode: () => ({ toASCII: url.domainToASCII }),
    querystring: () => querystring,
    readline: () => readline,
    'readline/promises': () => readline.promises,
    stream: () => streams().stream,
    'stream/consumers': () => consumers,
    'stream/promises': () => streams().stream.promises,
    'stream/web': () => ({ ReadableStream, WritableStream, TransformStream }),
    string_decoder: () => streams().string_decoder,
    sys: () => util,
    test: () =>
      createTest({
        output,
        inspection,
        assert,
        modules: () => ({ timers: find('timers'), promises: timersPromises }) as unknown as TimerModules,
        begun: environment.atEnd,
        observer: test?.observer,
        failed: () => {
          process.exitCode ??= 1;
        },
      }),
    timers,
    'timers/promises': () => timersPromises,
    tty: () => ({
      isatty: () => false,
      ReadStream: process.stdin.constructor,
      WriteStream: process.stdout.constructor,
    }),
    url: () => url,
    util: () => util,
    'util/types': () => util.types,
  };
  const made = new Map<string, object>();
  const find = (name: string): object | undefined => {
    const tested = test?.module?.(name, find);
    if (tested) return tested;
    if (Object.hasOwn(environment.others, name)) return environment.others[name];
    const plain = name.replace(/^node:/, '');
    // Node has this module only under its full name.
    if (!Object.hasOwn(makers, plain) || name === 'test') return undefined;
    const module = made.get(plain) ?? makers[plain]?.();
    if (module) made.set(plain, module);
    return module;
  };
  const other = (name: string) => find(name) ?? missing(name);
  const modules = new Modules(fileName, programFiles, other, test !== undefined);
  const require = modules.requireOf(fileName);
  const globals = { Buffer: bufferModule.Buffer, process, ...test?.globals?.(find) };
  const origin = (error: unknown) => emittedBy(error, (at) => trace.lines(at));
  return {
    globals,
    require,
    process,
    find,
    module: modules.main,
    load: (name) => modules.load(name),
    exportsOf: ({ shape }) => untilAssigned(shape.exported),
    origin,
  };
}

/** Throws at the line that requires the module. */
function missing(name: string): never {
  throw Object.assign(new Error(`"${name}" cannot be loaded: ${reasonFor(name)}`), { code: 'MODULE_NOT_FOUND' });
}
