// Starts Pyodide from files in memory, without network, with a memory limit and our own output.
import { loadPyodide, type PyodideInterface, version } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import noPackages from 'pyodide/pyodide-lock.json';
import type { RuntimeFiles, Supply, TestReport, TestTask } from '../../messages.js';
import { canSuspend } from '../can-suspend.js';
import { CappedOutput } from '../capped-output.js';
import { InputPrompts } from '../input-prompts.js';
import { reportIdle } from '../report-idle.js';
import { seedCrypto } from '../seeded-random.js';
import { type Interpreter, type Program, tell } from '../serve.js';
import { Stdin } from '../stdin.js';
import { LastWords } from './crash.js';
import { adjusted, type Settings, serveFromMemory } from './emscripten.js';
import eventLoop from './event_loop.py';
import impossible from './impossible.py';
import { contentOf, type Disk, giveLater } from './library.js';
import manners from './manners.py';
import program from './program.py';
import { Pulse } from './pulse.js';
import pytestBuiltin from './pytest_builtin.py';
import pytestFixtures from './pytest_fixtures.py';
import pytestNames from './pytest_names.py';
import pytestTests from './pytest_tests.py';
import results from './results.py';
import returned from './returned.py';
import roomFiles from './room_files.py';
import { Segments } from './segments.js';
import { Snapshot } from './snapshot.js';
import streams from './streams.py';
import testFile from './test_file.py';
import testing from './testing.py';
import { writeRoomFiles } from './write-room-files.js';
import { addZones } from './zones.js';

export type CreateModule = (settings: Settings) => Promise<unknown>;

/** Defined in program.py. */
interface Machine {
  get(
    name: 'begin',
  ): (
    canSuspend: boolean,
    ask: Ask,
    isRepeating: () => boolean,
    emit: CappedOutput['write'],
    rest: (ms: number) => void,
  ) => void;
  get(name: 'flush'): () => void;
  get(name: 'run'): ((...program: RunArguments) => boolean) & { callPromising: Machine['run'] };
  get(name: 'modules_of'): (source: string) => PyProxy & { toJs(): string[] };
  /** Defined in room_files.py. */
  get(name: 'place'): (fileName: string, names: string) => void;
  /** Defined in testing.py. */
  get(name: 'begin_test'): (task: string, report: (report: string) => void) => void;
  get(name: 'prepare_install'): () => void;
  get(name: 'installed'): (lacking: unknown, reason: string) => void;
  get(name: 'when_idle'): (callback: (done: boolean) => void) => void;
  run(...program: RunArguments): Promise<boolean>;
}

type RunArguments = [code: string, fileName: string, seed: number, showResult: boolean, others: string];
/** Returns a promise where Python has to wait and can. Python converts `undefined` to None, but null to something else. */
type Ask = (prompt: string, readsAll: boolean | 'given') => Promise<string | undefined> | string | undefined;

/** The internal part of Pyodide that installs a package from bytes; its public API would fetch it. */
interface Inside {
  _api: {
    abiVersion: string;
    package_loader: { get_install_dir(folder: string): string };
    install(bytes: Uint8Array, fileName: string, folder: string): Promise<void>;
  };
}

/** A base URL for the names that Pyodide requests; never fetched. */
const BASE = 'https://runtime.invalid/';

export async function bootPython(files: RuntimeFiles): Promise<Interpreter> {
  const library = files['python-library.wasm'] as WebAssembly.Module;
  serveFromMemory(files['pyodide.wasm'] as WebAssembly.Module);
  // Console calls of a program through JavaScript would end up in the page's console.
  globalThis.console = new Proxy(globalThis.console, { get: () => () => {} });
  const pulse = new Pulse();
  const snapshot = files['python-snapshot.wasm'] as WebAssembly.Module;
  const python = await restore(snapshot, library, pulse).catch(() => startAnew(library, pulse));
  python.zones = files['zones.bin'] as ArrayBuffer | undefined;
  return python;
}

async function restore(module: WebAssembly.Module, library: WebAssembly.Module, pulse: Pulse): Promise<Python> {
  const snapshot = new Snapshot(module);
  const segments = new Segments();
  const pyodide = await start({ _loadSnapshot: snapshot.header }, library, pulse, segments, snapshot);
  const machine = pyodide.globals.get('machine');
  pyodide.globals.delete('machine');
  return new Python(pyodide, machine, pulse, segments, true);
}

/** A start without the snapshot takes four times as long, and works where the snapshot does not. */
async function startAnew(library: WebAssembly.Module, pulse: Pulse): Promise<Python> {
  globalThis.fetch = async () => new Response(contentOf(library));
  const segments = new Segments();
  const pyodide = await start({ env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' } }, library, pulse, segments);
  const machine = pyodide.globals.get('dict')();
  for (const source of [eventLoop, streams, results, manners, impossible, program])
    pyodide.runPython(source, { globals: machine, filename: '<code-room>' });
  return new Python(pyodide, machine, pulse, segments, false);
}

async function start(
  options: Parameters<typeof loadPyodide>[0],
  library: WebAssembly.Module,
  pulse: Pulse,
  segments: Segments,
  snapshot?: Snapshot,
): Promise<PyodideInterface> {
  let instance: WebAssembly.Instance | undefined;
  const made = (value: WebAssembly.Instance) => {
    instance = value;
    snapshot?.prepare(value);
  };
  const create = async (settings: Settings) => {
    const created = await createPyodideModule(adjusted(settings, pulse, segments, made));
    snapshot?.restore(canSuspend());
    if (snapshot) giveLater((created as { FS: Disk }).FS, library);
    return created;
  };
  const pyodide = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    lockFileContents: noPackages,
    createPyodideModule: create as never,
    ...options,
  });
  if (instance) segments.begin(instance);
  return pyodide;
}

class Python implements Interpreter {
  zones: ArrayBuffer | undefined;
  #prompts: InputPrompts | undefined;
  #output: CappedOutput | undefined;
  #stdin = new Stdin('');

  constructor(
    private readonly pyodide: PyodideInterface,
    private readonly machine: Machine,
    private readonly pulse: Pulse,
    private readonly segments: Segments,
    readonly restored: boolean,
  ) {
    machine.get('begin')(
      canSuspend(),
      (prompt, readsAll) => this.#read(prompt, readsAll),
      () => this.#prompts?.repeating === true,
      (kind, text) => this.#output?.write(kind, text),
      reportIdle,
    );
    pulse.begin(machine.get('flush'));
    // Without this buffer the interpreter does not check for signals.
    pyodide.setInterruptBuffer(new Uint8Array(1));
  }

  async run(
    { code, fileName, files, seed, showResult, stdin }: Program,
    output: CappedOutput,
    prompts: InputPrompts,
  ): Promise<boolean> {
    this.#prompts = prompts;
    this.#output = output;
    this.#stdin = new Stdin(stdin);
    // Where each answer repeats the program: for `random` without a seed, `secrets`, `uuid` and the like.
    if (!canSuspend()) seedCrypto(seed);
    const lastWords = new LastWords(output);
    this.pyodide.setStdout(textStream((text) => lastWords.write(text), this.pulse));
    this.pyodide.setStderr(textStream((text) => output.write('stderr', text), this.pulse));
    const { _api: api } = this.pyodide as unknown as Inside;
    const others = files.map(({ name, text }) => (name.endsWith('.py') ? text : '')).join('\n');
    addZones(this.pyodide, this.zones, api.package_loader.get_install_dir('site'), `${code}\n${others}`);
    try {
      const done = await this.#carryOut([code, fileName, seed, showResult, others]);
      lastWords.release();
      return done;
    } catch (thrown) {
      const error: unknown = this.segments.lost ? await this.segments.lost.catch((reason) => reason) : thrown;
      const { status } = error as { status?: number };
      // It was told to exit immediately.
      if (typeof status === 'number') return (status & 255) === 0;
      lastWords.explain(error);
      return false;
    }
  }

  rehearse(): Promise<boolean> {
    const nothing = { files: [], seed: 0, showResult: false, stdin: '', schema: '' };
    const program = { code: 'print()', fileName: '<code-room>', ...nothing };
    return this.run(program, new CappedOutput(() => {}, 1), new InputPrompts([]));
  }

  place(program: Program): void {
    // Before the room's files are there: what it imports itself comes from the library, whatever they are called.
    if (program.test && program.test.kind !== 'io') this.#test(program.test);
    const names = writeRoomFiles(this.pyodide, program);
    this.pyodide.runPython(roomFiles, { globals: this.machine as unknown as PyProxy, filename: '<code-room>' });
    this.machine.get('place')(program.fileName, names);
  }

  #test(task: TestTask): void {
    const report = (text: string) => tell(JSON.parse(text) as TestReport);
    const ofFile = [testing, testFile, pytestNames, pytestFixtures, pytestBuiltin, pytestTests];
    const sources = task.kind === 'code' ? ofFile : [returned, testing];
    for (const source of sources)
      this.pyodide.runPython(source, { globals: this.machine as unknown as PyProxy, filename: '<code-room>' });
    this.machine.get('begin_test')(JSON.stringify(task), report);
  }

  needs({ code, test }: Program): string[] {
    if (!/\bimport\b/.test(code) && !test) return [];
    const modules = this.machine.get('modules_of')(code);
    const names = modules.toJs();
    modules.destroy();
    return names;
  }

  async install({ abi, packages, lacking }: Supply): Promise<void> {
    const { _api: api } = this.pyodide as unknown as Inside;
    const fitting = packages.filter(({ name }) => abi === api.abiVersion || name.endsWith('-none-any.whl'));
    if (fitting.length > 0) this.machine.get('prepare_install')();
    for (const { name, folder, bytes } of fitting) {
      await api.install(new Uint8Array(bytes), name, api.package_loader.get_install_dir(folder));
    }
    const other = fitting.length < packages.length ? `the packages are those of another Pyodide than ${version}` : '';
    this.machine.get('installed')(this.pyodide.toPy(lacking), other);
  }

  /** Given input comes first; its end is the end of the input, except for prompts, which people answer. */
  #read(prompt: string, readsAll: boolean | 'given'): ReturnType<Ask> {
    const line = this.#stdin.line();
    // Nobody is asked for optional input.
    if (readsAll === 'given') return line;
    if (line !== undefined && !readsAll) {
      this.#output?.write('stdout', prompt);
      this.#output?.write('answer', line.endsWith('\n') ? line : `${line}\n`);
    }
    const asks = !readsAll && (prompt !== '' || this.#output?.asks === true);
    if (line !== undefined || (this.#stdin.given && !asks)) return line;
    if (this.#output) this.#output.asks = false;
    return canSuspend() && !this.segments.nested ? this.#prompts?.ask(prompt) : this.#prompts?.askOrEnd(prompt);
  }

  async #carryOut(program: RunArguments): Promise<boolean> {
    const run = this.machine.get('run');
    const done = canSuspend() ? await run.callPromising(...program) : run(...program);
    const quiet = await new Promise<boolean>((resolve) => this.machine.get('when_idle')(resolve));
    return done && quiet;
  }
}

function textStream(write: (text: string) => void, pulse: Pulse) {
  const decoder = new TextDecoder();
  return {
    isatty: false,
    write(bytes: Uint8Array) {
      pulse.wrote(bytes.length);
      write(decoder.decode(bytes, { stream: true }));
      return bytes.length;
    },
  };
}
