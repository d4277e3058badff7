// Stack traces in terms of the source: with file names, without our own frames, and the same in all browsers.
import { traceErrors } from './traced-errors.js';

/** A native function in WebKit. */
const NATIVE = /@\[native code\]$/;
/** `at name (file:line:column)` in Chromium, `name@file:line:column` in the others. */
const FRAME = /^\s*(?:at (?:(?<async>async )?(?<chromium>[^(]+?) \()?|(?<others>[^@]*)@)(?<place>.*?:\d+:\d+)\)?$/;

type Show = (value: unknown) => string;

/** Counted from 1. */
export interface Place {
  line: number;
  column: number;
}

type Original = (place: Place) => Place | undefined;

/** A file of the program, with the name that the engine uses for it. */
export class TracedFile {
  /** Set where the engine ignores a sourceURL comment. */
  url = '';
  /** Columns of generated code before its first line. */
  indent = 0;

  constructor(
    readonly name: string,
    /** Maps a place in the running code to the source. */
    private readonly place: Original,
  ) {}

  /** The sourceURL comment for the last line of the code, so that traces printed by a program show the name. */
  get naming(): string {
    return `\n//# sourceURL=${this.said}`;
  }

  get said(): string {
    return this.name.replaceAll(/\s/g, '%20');
  }

  original(line: number, column: number): Place | undefined {
    return this.place({ line, column: line === 1 ? Math.max(1, column - this.indent) : column });
  }
}

export class Trace {
  /** The file that is run. */
  readonly main: TracedFile;
  readonly #files: TracedFile[] = [];
  /** The engine itself produces traces in displayed form. */
  #installed = false;
  /** Traces of errors that were converted. */
  readonly #fixed = new WeakMap<Error, string>();

  constructor(fileName: string, original: Original = (place) => place) {
    this.main = this.add(fileName, original);
  }

  /** Adds a file whose frames are shown from now on. */
  add(name: string, original: Original): TracedFile {
    const file = new TracedFile(name, original);
    this.#files.push(file);
    return file;
  }

  /** Makes `stack` have the displayed form when programs read it: of their own errors even where the engine has no hook, of other errors when they are printed. */
  install(): void {
    if (!asksForTraces()) return traceErrors((error) => this.fix(error));
    this.#installed = true;
    Reflect.set(Error, 'prepareStackTrace', (error: Error, frames: readonly object[]) => {
      let text = headline(error);
      for (const frame of frames) {
        const line = String(frame).replace('codeRoomProgram', '<anonymous>');
        const told = line.includes('node:internal') || line.includes('blob:') ? undefined : this.#told(line);
        if (told !== undefined) text += `\n    at ${told}`;
      }
      return text;
    });
  }

  /** A frame of this engine, mapped to the source; undefined for one added by a compiler. */
  #told(frame: string): string | undefined {
    for (const file of this.#files) {
      const at = frame.lastIndexOf(`${file.said}:`);
      if (at < 0 || !(at === 0 || ' ('.includes(frame.charAt(at - 1)))) continue;
      const place = frame.slice(at + file.said.length + 1);
      const [line = 0, column = 0] = place.split(':').map((part) => Number.parseInt(part, 10));
      const found = file.original(line, column);
      const end = place.endsWith(')') ? ')' : '';
      return found && `${frame.slice(0, at)}${file.said}:${found.line}:${found.column}${end}`;
    }
    return frame;
  }

  /** The output for an uncaught value. `place` is used if the error has none. */
  uncaught(thrown: unknown, show: Show, place = ''): string {
    if (typeof thrown === 'string') return `Uncaught ${thrown}`;
    if (!(thrown instanceof Error)) return `Uncaught ${show(thrown)}`;
    const at = place === '' ? '' : `\n    at ${place}`;
    // An error without more properties can be printed without loading the inspect part.
    const plain = Object.keys(thrown).length === 0 && !Object.hasOwn(thrown, 'cause') && !('errors' in thrown);
    // Node's own errors have a trace.
    const shown = plain
      ? this.describe(thrown)
      : show(thrown).replace(/^\[(UnhandledPromiseRejection)(?: \[\w+\])?(: [\s\S]*?)\](?= \{\n|$)/, '$1$2');
    return `Uncaught ${shown}${at}`;
  }

  /** An error with its trace, with its class name as in Node. */
  describe(error: Error): string {
    if (error instanceof DOMException)
      return `DOMException [${headline(error).replace(/^(\w+)/, '$1]')}${this.lines(error)}`;
    const kind = error.constructor?.name ?? 'Error';
    const head = headline(error);
    if (!head.startsWith('Error') || kind === '' || kind === 'Error') return head + this.lines(error);
    return kind + (kind.includes('Error') ? '' : ' [Error]') + head.slice('Error'.length) + this.lines(error);
  }

  /** Converts an error's own trace to the displayed form; one that the program wrote is kept. */
  fix(error: Error): void {
    const { stack } = error;
    if (
      typeof stack !== 'string' ||
      (stack !== '' && !stack.split('\n').some((line) => FRAME.test(line) || NATIVE.test(line)))
    )
      return;
    const value = headline(error) + this.lines(error);
    this.#fixed.set(error, value);
    if (value !== stack) Reflect.defineProperty(error, 'stack', { value, configurable: true, writable: true });
  }

  /** Replaces blob URLs in the engine's text by file names. */
  named(text: string): string {
    // The engine's traces contain frames of ours.
    if (!/blob:|@node:internal:/.test(text)) return text;
    const lines = text.split('\n').flatMap((line) => {
      if (FRAME.exec(line)?.groups?.others === undefined) return line;
      const frame = this.#frame(line, false);
      return frame ? `    at ${frame.text}` : [];
    });
    return lines.join('\n');
  }

  /** Whether the error has a place in the program. */
  locates(error: Error): boolean {
    return this.#frames(error).length > 0;
  }

  /** The first place in the program, mapped to the source. */
  first(error: Error): { file: string; line: number; column?: number } | undefined {
    const [, file = '', line, column] = /([^(]*?):(\d+)(?::(\d+))?\)?$/.exec(this.#frames(error)[0] ?? '') ?? [];
    if (line === undefined) return undefined;
    return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) - 1 }) };
  }

  /** The frames of the program only, one per line. */
  lines(error: Error): string {
    return this.#frames(error)
      .map((frame) => `\n    at ${frame}`)
      .join('');
  }

  #frames(error: Error): string[] {
    const frames: string[] = [];
    const makers = new Set(makersOf(error));
    // Reading it may create it.
    const stack = String(error.stack ?? '');
    const told = this.#installed || this.#fixed.get(error) === stack;
    for (const line of stack.split('\n')) {
      const frame = this.#frame(line, told);
      // Chromium leaves out the constructor of the error's class.
      if (!frame || (frames.length === 0 && frame.maker !== undefined && makers.has(frame.maker))) continue;
      frames.push(frame.text);
    }
    return frames;
  }

  /** One line of a trace, if it belongs to the program; `maker` is the called function, in engines that list constructors like other functions. */
  #frame(line: string, told: boolean): { text: string; maker?: string } | undefined {
    const { async = '', chromium, others, place } = FRAME.exec(line)?.groups ?? {};
    const where = place && this.#where(place, told);
    if (!where) return undefined;
    const name = (chromium ?? others ?? '').replace(
      /^(module code|global code|(?:\w+\.)?(?:<anonymous>|codeRoomProgram)|async\*|\*)+|[/<]+$/g,
      '',
    );
    const text = name ? `${async}${name} (${where})` : async + where;
    return others === undefined ? { text } : { text, maker: name };
  }

  /** A place mapped to the source, unless `told` says it is already; undefined if it is not in the program. */
  #where(place: string, told: boolean): string | undefined {
    for (const file of this.#files) {
      const ours = [`${file.said}:`, `${file.name}:`, ...(file.url === '' ? [] : [`${file.url}:`])];
      // Some versions of Firefox omit the URL of such a module, and of nothing else.
      const start = place.startsWith(':') ? ':' : ours.find((each) => place.startsWith(each));
      if (start === undefined) continue;
      const [line = 0, column = 0] = place.slice(start.length).split(':').map(Number);
      const found = told ? { line, column } : file.original(line, column);
      return found && `${file.name}:${found.line}:${found.column}`;
    }
    return undefined;
  }
}

/** Whether the engine calls `prepareStackTrace`: others have the same properties, but never call it. */
function asksForTraces(): boolean {
  let asked = false;
  Reflect.set(Error, 'prepareStackTrace', () => {
    asked = true;
  });
  void new Error().stack;
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  return asked;
}

/** The names of an error's classes that the program defined. */
function* makersOf(error: Error): Generator<string> {
  for (
    let of: object | null = Object.getPrototypeOf(error);
    of && of !== Error.prototype;
    of = Object.getPrototypeOf(of)
  ) {
    const { name } = of.constructor;
    if (name && !Object.hasOwn(globalThis, name)) yield name;
  }
}

function headline(error: Error): string {
  const { name, message, code } = error as Error & { code?: unknown };
  const plain = typeof name === 'string' && name !== '' ? name : 'Error';
  // Node's own errors show their code.
  const kind =
    typeof code === 'string' && code.startsWith('ERR_') && code !== 'ERR_INVALID_URL' && !plain.includes('[')
      ? `${plain} [${code}]`
      : plain;
  return message ? `${kind}: ${message}` : kind;
}
