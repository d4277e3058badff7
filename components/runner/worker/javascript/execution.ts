// Execution of one JavaScript program: its globals and modules, its start, and its end.

import type { CappedOutput } from '../capped-output.js';
import type { InputPrompts } from '../input-prompts.js';
import type { LazyScripts } from '../lazy-scripts.js';
import { scope } from '../scope.js';
import { seedRandom } from '../seeded-random.js';
import { endNow, type Program } from '../serve.js';
import { advice } from './advice.js';
import { createConsole } from './console.js';
import type { Dialect } from './dialect.js';
import { createDialogs } from './dialogs.js';
import { type Failure, finished, runBeforeExit } from './ending.js';
import type { Environment } from './environment.js';
import { compile, evaluate, type Main } from './evaluate.js';
import { createFetch } from './globals.js';
import { HeldOutput } from './held-output.js';
import type { createInspection, Inspection } from './inspect.js';
import type { Loop } from './loop.js';
import { type ModuleFile, moduleFile } from './module-graph.js';
import { neededParts } from './needed-parts.js';
import type { CryptoPart } from './node/crypto.js';
import { Imports } from './node/imports.js';
import { NodeInput } from './node/input.js';
import type { createNode, Node } from './node/node.js';
import type { RequiredFiles } from './node/require.js';
import { rejection } from './rejection.js';
import { STUCK, stuck } from './stuck.js';
import type { Syntax } from './syntax.js';
import { placeIn, placeOf, syntaxErrorIn, syntaxErrorOf } from './syntax-error.js';
import { type ProgramTest, programTestOf } from './testing/program-test.js';
import { warnOfOverflow } from './timers.js';
import { Trace } from './trace.js';

/** Code that may change what printing relies on, before the first value is printed. */
const MEDDLES = /\bprototype\b|__proto__|\bdefinePropert|\b(?:Array|Map|Object|Promise|Set|Symbol)\s*=[^=>]/;

export class Execution {
  private readonly output: HeldOutput;
  private readonly parts: LazyScripts;
  private readonly loop: Loop;
  readonly #dialect: Dialect | undefined;
  readonly #end: (done: boolean) => never;
  readonly #trace: Trace;
  readonly #input: NodeInput;
  #inspection: Inspection | undefined;
  readonly #programFiles: RequiredFiles;
  /** Set when the program is tested instead of run. */
  readonly #test: ProgramTest | undefined;
  readonly #main: ModuleFile;
  /** All of the program's code. */
  readonly #code: string;
  #node: Node | undefined;
  #importing: Imports | undefined;
  /** Handles an uncaught error. */
  #reject: (reason: unknown, promise: Promise<unknown>) => void = () => {};
  /** Jobs for when the program has nothing left to do. */
  readonly #last: (() => Promise<void>)[] = [];

  constructor(
    private readonly program: Program,
    output: CappedOutput,
    prompts: InputPrompts,
    { parts, loop, dialect, compiled, graph }: Environment,
  ) {
    this.parts = parts;
    this.loop = loop;
    this.#dialect = dialect;
    const { fileName, code } = program;
    const main = graph?.files.get(fileName) ?? moduleFile(fileName, code, compiled, []);
    const imports =
      graph || !neededParts(main.code).includes('syntax.js')
        ? undefined
        : parts.use<Syntax>('syntax.js').imports(main.code);
    this.#main = imports ? { ...main, imports, links: imports } : main;
    this.#programFiles = {
      files: graph?.files ?? new Map([[fileName, this.#main]]),
      resolve: (name, from) => graph?.resolve(name, from),
      compile: (file) => this.#compile(file),
    };
    this.#trace = new Trace(fileName, (place) => this.#main.original(place));
    this.output = new HeldOutput(output, (text) => this.#trace.named(text));
    this.#end = (done) => {
      this.output.flush();
      return endNow(output, done);
    };
    this.#input = new NodeInput(program.stdin, this.output, prompts);
    this.#code = [...this.#programFiles.files.values()].map((file) => file.code).join('\n');
    const inspection = () => this.#deep();
    const test = { loop, parts, trace: this.#trace, output: this.output, code: this.#code, inspection };
    this.#test = programTestOf(program, test);
  }

  /** Reports a program that could not be compiled. */
  async refuse(error: unknown): Promise<boolean> {
    const message = error instanceof Error ? error.message : String(error);
    this.#test?.unloadable();
    return this.#failAt(error, message, placeOf(error, this.program.fileName));
  }

  async run(): Promise<boolean> {
    try {
      return await this.#run();
    } finally {
      this.output.flush();
    }
  }

  async #run(): Promise<boolean> {
    if (MEDDLES.test(this.#code)) this.#deep();
    if (/\bProxy\b/.test(this.#code)) globalThis.Proxy = this.#deep().Proxy;
    seedRandom(this.program.seed);
    this.#furnish();
    /** As in Node, the first uncaught error ends the program. */
    const failed = new Promise<Failure>((resolve) => {
      this.#reject = (reason, promise) => {
        if (!this.#node?.process.handles(reason, promise)) resolve({ error: rejection(reason) });
      };
      scope.addEventListener('error', (event) => {
        event.preventDefault();
        if (!this.#node?.process.handles(event.error)) resolve({ error: event.error });
      });
      scope.addEventListener('unhandledrejection', (event) => {
        event.preventDefault();
        this.#reject(event.reason, event.promise);
      });
    });
    scope.addEventListener('rejectionhandled', ({ promise }) => {
      this.#node?.process.emit('rejectionHandled', promise);
    });
    const begun = await this.#begin();
    if ('message' in begun) {
      this.#test?.unloadable();
      return this.#failAt(begun.error, begun.message, begun.place);
    }
    const ended = await Promise.race([failed, this.#finish(begun.main), stuck(begun, this.loop)]);
    if (ended === STUCK) {
      this.output.write('note', 'The program awaits a promise that nothing is left to resolve, so it has ended.');
      // Node's code for it.
      if (this.#node) this.#node.process.exitCode ??= 13;
      const late = finished(this.#node?.process, false);
      return late ? this.#fail(late.error) : false;
    }
    if (ended === undefined) return this.#node?.process.succeeded ?? true;
    if (ended.error instanceof SyntaxError && !this.#trace.locates(ended.error)) {
      const { message, place } = await this.#syntaxError({ script: begun.script, module: ended.error });
      this.#test?.unloadable();
      return this.#failAt(ended.error, message, place);
    }
    return this.#fail(ended.error);
  }

  #deep(): Inspection {
    const { createInspection: create } = this.parts.use<{ createInspection: typeof createInspection }>('inspect.js');
    this.#inspection ??= create(this.#trace, (reason, promise, handled) => {
      // As engines do, after all promise jobs.
      this.loop.tick(() => {
        if (!handled()) this.#reject(reason, promise);
      });
    });
    return this.#inspection;
  }

  /** Defines the program's globals. */
  #furnish(): void {
    const { fileName, code: source, files: roomFiles } = this.program;
    const { output, loop, parts } = this;
    const needed = neededParts(this.#code, this.program.test);
    const others = this.#dialect?.modules ?? {};
    this.#trace.install();
    globalThis.console = createConsole(output, {
      trace: this.#trace,
      deep: () => this.#deep(),
      later: (job) => loop.tick(job),
    });
    if (needed.includes('node.js')) {
      const { createNode: create } = parts.use<{ createNode: typeof createNode }>('node.js');
      const files = { roomFiles, programFiles: this.#programFiles };
      const environment = { fileName, source, input: this.#input, output, loop, parts, others };
      const atEnd = (run: () => Promise<void>) => void this.#last.push(run);
      const more = { end: this.#end, trace: this.#trace, inspection: this.#deep(), atEnd, test: this.#test };
      this.#node = create({ ...files, ...environment, ...more });
    }
    warnOfOverflow(loop, output, this.#node?.process);
    if (needed.includes('crypto.js')) parts.use<CryptoPart>('crypto.js').complete();
    Object.assign(
      globalThis,
      { global: globalThis, fetch: createFetch(loop) },
      this.#node?.globals,
      createDialogs(output, this.#input),
    );
  }

  async #begin(): Promise<
    | { main: Promise<unknown>; begun?: Promise<void>; script?: unknown }
    | { error: unknown; message: string; place: string }
  > {
    const main = this.#main;
    const { fileName } = this.program;
    const { parts, loop } = this;
    const imports = this.#imports();
    if (main.problem) {
      const error = new Error(main.problem.message);
      return { error, message: error.message, place: '' };
    }
    const unlinked = imports.unlinked(main);
    if (unlinked) {
      const { error, file, line, column } = unlinked;
      return { error, message: error.message, place: placeIn(file, line, column) };
    }
    const module = this.#node?.module ?? { exports: {} };
    const converted = main.kind === 'commonjs' && main.shape.exported.length > 0;
    if (converted) module.exports = this.#node?.exportsOf(main) ?? {};
    const given = {
      exports: module.exports,
      require: this.#node?.require,
      module,
      __filename: `/${fileName}`,
      __dirname: `/${fileName.split('/').slice(0, -1).join('/')}`,
    };
    const addressed = (url: string) => {
      imports.mainAddress = url;
    };
    const isModule = main.kind === 'module' || imports.ofModule(main);
    const environment = { parts, loop, trace: this.#trace.main, addressed };
    const code = imports.addressed(main) + (this.#test?.addition ?? '');
    const evaluation = evaluate(code, isModule, given, environment);
    if ('main' in evaluation) return evaluation;
    return { error: evaluation.script, ...(await this.#syntaxError(evaluation)) };
  }

  #imports(): Imports {
    const { loop } = this;
    this.#importing ??= new Imports({
      main: this.program.fileName,
      ...this.#programFiles,
      find: (name) => this.#node?.find(name),
      load: (file) => this.#node?.load(file),
      loop,
      trace: this.#trace,
    });
    return this.#importing;
  }

  /** Compiles a CommonJS file of the room. Throws a SyntaxError with a place. */
  #compile(file: ModuleFile): Main {
    const traced = this.#trace.add(file.name, file.problem ? (place) => place : file.original);
    if (file.problem) throw syntaxErrorIn(file.name, file.problem);
    return compile(this.#imports().addressed(file), this.parts, traced);
  }

  #syntaxError(errors: { script?: unknown; module?: unknown }) {
    return syntaxErrorOf(errors, this.#main, this.parts, this.#dialect);
  }

  /** Resolves with undefined at the end of the program, or with the error that ended it. */
  async #finish(main: Promise<unknown>): Promise<Failure | undefined> {
    let exported: unknown;
    try {
      exported = (await main) ?? this.#node?.module.exports;
      if (this.#test) return await this.#test.carryOut(exported, this.#last);
    } catch (error) {
      if (this.#test || !this.#node?.process.handles(error)) return { error };
    }
    await this.loop.idle();
    for (let last = this.#last.shift(); last; last = this.#last.shift()) {
      await last();
      await this.loop.idle();
    }
    const failure = await runBeforeExit(this.#node?.process, this.loop);
    if (failure) return failure;
    try {
      this.#dialect?.conclude?.(Object(exported), this.output);
    } catch (error) {
      // Showing a value may run code of the program, such as a component.
      return { error };
    }
    return finished(this.#node?.process, false);
  }

  #failAt(error: unknown, message: string, place: string): boolean {
    const kind = error instanceof SyntaxError ? SyntaxError : Error;
    const told = new kind(message);
    const { code } = Object(error);
    if (code) Reflect.defineProperty(told, 'name', { value: `${Object(error).name} [${code}]` });
    // Its trace would be ours.
    Reflect.defineProperty(told, 'stack', { value: '' });
    return this.#fail(told, place);
  }

  #fail(error: unknown, place = ''): boolean {
    const text = this.#trace.uncaught(error, (value) => this.#deep().inspect(value), place);
    this.output.write('stderr', `${text}${this.#node?.origin(error) ?? ''}\n`);
    const help = advice(error);
    if (help) this.output.write('note', help);
    // As in Node, of two errors the first is told.
    finished(this.#node?.process, true);
    return false;
  }
}
