// One program: what it finds, how it begins, and how it ends.

import type { CappedOutput } from '../capped-output.js';
import type { InputPrompts } from '../input-prompts.js';
import type { Parts } from '../parts.js';
import { scope } from '../scope.js';
import { endNow, type Program } from '../serve.js';
import { advice } from './advice.js';
import { createConsole } from './console.js';
import type { Dialect, Translation } from './dialect.js';
import { createDialogs } from './dialogs.js';
import { evaluate } from './evaluate.js';
import { HeldOutput } from './held-output.js';
import type { createInspection, Inspection } from './inspect.js';
import type { Loop } from './loop.js';
import { neededParts } from './needed-parts.js';
import type { CryptoPart } from './node/crypto.js';
import { Imports } from './node/imports.js';
import { NodeInput } from './node/input.js';
import type { createNode, Node } from './node/node.js';
import { seedRandom } from './random.js';
import { STUCK, stuck } from './stuck.js';
import type { Syntax } from './syntax.js';
import { type Place, Trace } from './trace.js';

export interface Means {
  parts: Parts;
  loop: Loop;
  dialect: Dialect | undefined;
  /** Nothing for a program that is JavaScript as it is. */
  translation: Translation | undefined;
}

/** What a program may replace before its values are printed for the first time. */
const MEDDLES = /\bprototype\b|__proto__|\bdefinePropert|\b(?:Array|Map|Object|Promise|Set|Symbol)\s*=[^=>]/;

export class Execution {
  private readonly output: HeldOutput;
  private readonly parts: Parts;
  private readonly loop: Loop;
  readonly #dialect: Dialect | undefined;
  readonly #original: (place: Place) => Place | undefined;
  readonly #end: (done: boolean) => never;
  readonly #trace: Trace;
  readonly #input: NodeInput;
  #inspection: Inspection | undefined;
  readonly #code: string;
  #node: Node | undefined;
  /** Takes what nobody caught. */
  #reject: (reason: unknown, promise: Promise<unknown>) => void = () => {};
  /** What is to be done when the program has nothing left to do. */
  readonly #last: (() => Promise<void>)[] = [];

  constructor(
    private readonly program: Program,
    output: CappedOutput,
    questions: InputPrompts,
    { parts, loop, dialect, translation }: Means,
  ) {
    this.parts = parts;
    this.loop = loop;
    this.#dialect = dialect;
    this.#trace = new Trace(program.fileName, translation?.original);
    this.#original = translation?.original ?? ((place) => place);
    this.output = new HeldOutput(output);
    this.#end = (done) => {
      this.output.flush();
      return endNow(output, done);
    };
    this.#input = new NodeInput(program.stdin, this.output, questions);
    this.#code = translation?.code ?? program.code;
  }

  /** A program that could not be translated. */
  async refuse(error: unknown): Promise<boolean> {
    return this.#failAt(error, error instanceof Error ? error.message : String(error), placeOf(error));
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
    /** As in Node, the first error that nobody catches ends the program. */
    const failed = new Promise<{ error: unknown }>((resolve) => {
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
    if ('message' in begun) return this.#failAt(begun.error, begun.message, begun.place);
    const ended = await Promise.race([failed, this.#finish(begun.main), stuck(begun, this.loop)]);
    if (ended === STUCK) {
      this.output.write('note', 'The program awaits a promise that nothing is left to resolve, so it has ended.');
      this.#node?.process.finish(true);
      return false;
    }
    if (ended === undefined) return this.#node?.process.succeeded ?? true;
    if (ended.error instanceof SyntaxError && !this.#trace.locates(ended.error)) {
      const { message, place } = await this.#mistake({ script: begun.script, module: ended.error });
      return this.#failAt(ended.error, message, place);
    }
    return this.#fail(ended.error);
  }

  #deep(): Inspection {
    const { createInspection: create } = this.parts.use<{ createInspection: typeof createInspection }>('inspect.js');
    this.#inspection ??= create(this.#trace, (reason, promise, handled) => {
      // As engines do: when all promises have had their turn.
      this.loop.tick(() => {
        if (!handled()) this.#reject(reason, promise);
      });
    });
    return this.#inspection;
  }

  /** Puts what a program may use into its scope. */
  #furnish(): void {
    const { fileName, code: source } = this.program;
    const { output, loop, parts } = this;
    const needed = neededParts(this.#code);
    const others = this.#dialect?.modules ?? {};
    this.#trace.install();
    globalThis.console = createConsole(output, {
      trace: this.#trace,
      deep: () => this.#deep(),
      later: (job) => loop.tick(job),
    });
    if (needed.includes('node.js')) {
      const { createNode: create } = parts.use<{ createNode: typeof createNode }>('node.js');
      const means = { fileName, source, input: this.#input, output, loop, parts, others, end: this.#end };
      const atEnd = (run: () => Promise<void>) => void this.#last.push(run);
      this.#node = create({ ...means, trace: this.#trace, inspection: this.#deep(), atEnd });
    }
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
    const { fileName } = this.program;
    const find = (name: string) => this.#node?.find(name);
    const found = neededParts(this.#code).includes('syntax.js')
      ? this.parts.use<Syntax>('syntax.js').imports(this.#code)
      : [];
    const imports = new Imports(found, find, fileName, this.loop);
    const unlinked = imports.unlinked();
    if (unlinked) {
      const { error, line, column } = unlinked;
      return { error, message: error.message, place: this.#place(line, column) };
    }
    const code = imports.addressed(this.#code);
    const module = this.#node?.module ?? { exports: {} };
    const given = {
      exports: module.exports,
      require: this.#node?.require,
      module,
      __filename: `/${fileName}`,
      __dirname: '/',
    };
    const evaluation = evaluate(code, imports.ofModule, given, {
      parts: this.parts,
      loop: this.loop,
      trace: this.#trace,
    });
    if ('main' in evaluation) return evaluation;
    return { error: evaluation.script, ...(await this.#mistake(evaluation)) };
  }

  /** What is wrong with a program that does not parse: the engine's own words where it is Node's. */
  async #mistake({ script, module }: { script?: unknown; module?: unknown }) {
    const explained = await this.#dialect?.explain(this.program.code);
    if (explained) return { message: explained.message, place: placeOf(explained) };
    const OF_V8 = /^Failed to execute 'importScripts' on '\w+': /;
    const words = (error: unknown) => (error instanceof Error ? error.message.replace(OF_V8, '') : '');
    await this.parts.fetch('syntax.js');
    const found = this.parts.use<Syntax>('syntax.js').mistake(this.#code);
    const error = found && !found.isModule ? script : (module ?? script);
    if (!found) return { message: words(error), place: placeOf(error) };
    const isNodes =
      script instanceof Error &&
      OF_V8.test(script.message) &&
      !/^(?:Unexpected reserved word|Cannot use import)/.test(words(error));
    return { message: isNodes ? words(error) : found.message, place: this.#place(found.line, found.column) };
  }

  #place(line: number, column: number): string {
    const found = this.#original({ line, column });
    return found ? `${found.line}:${found.column}` : '';
  }

  /** Resolves with nothing when the program is over, or with the error that ended it. */
  async #finish(main: Promise<unknown>): Promise<{ error: unknown } | undefined> {
    let exported: unknown;
    try {
      exported = (await main) ?? this.#node?.module.exports;
    } catch (error) {
      if (!this.#node?.process.handles(error)) return { error };
    }
    await this.loop.idle();
    for (let last = this.#last.shift(); last; last = this.#last.shift()) {
      await last();
      await this.loop.idle();
    }
    do {
      this.#node?.process.rest();
      if (!this.loop.busy) break;
      await this.loop.idle();
    } while (this.#node);
    try {
      this.#dialect?.conclude?.(Object(exported), this.output);
    } catch (error) {
      // What is shown may run code of the program, such as a component.
      return { error };
    }
    this.#node?.process.finish();
    return undefined;
  }

  #failAt(error: unknown, message: string, place: string): boolean {
    const kind = error instanceof SyntaxError ? SyntaxError : Error;
    const told = new kind(message);
    const { code } = Object(error);
    if (code) Reflect.defineProperty(told, 'name', { value: `Error [${code}]` });
    // Its trace is that of ours.
    Reflect.defineProperty(told, 'stack', { value: '' });
    return this.#fail(told, place);
  }

  #fail(error: unknown, place = ''): boolean {
    const text = this.#trace.uncaught(error, (value) => this.#deep().inspect(value), place);
    this.output.write('stderr', `${text}${this.#node?.origin(error) ?? ''}\n`);
    const help = advice(error);
    if (help) this.output.write('note', help);
    this.#node?.process.finish(true);
    return false;
  }
}

/** Where an error says it is, by the names that engines and translators give that. */
function placeOf(error: unknown): string {
  const { lineNumber, columnNumber, line, column } = Object(error);
  const [row, offset] = [lineNumber ?? line, columnNumber ?? column];
  return typeof row === 'number' && row > 0 ? `${row}${offset ? `:${offset}` : ''}` : '';
}

/** Node's words for what a promise was rejected with and nobody caught. */
function rejection(reason: unknown): unknown {
  if (reason instanceof Error) return reason;
  const sentence = `This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${String(reason)}".`;
  const error = new Error(sentence);
  Object.defineProperties(error, {
    name: { value: 'UnhandledPromiseRejection', configurable: true },
    stack: { value: '', configurable: true },
  });
  return Object.assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}

/** Rejects as Node's does where there is no network, and says so. */
function createFetch(loop: Loop) {
  return async function fetch(): Promise<never> {
    await new Promise<void>((resolve) => loop.read(resolve));
    const cause = new Error('Programs run without a network here. Put the data into this file.');
    throw new TypeError(`fetch failed: ${cause.message}`);
  };
}
