// Stack traces as the person knows the program: by the name of the file, without our own frames, alike in all browsers.
import { traceErrors } from './traced-errors.js';

/** One of WebKit's own functions. */
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

/** A file of the program, as an engine names it. */
export class TracedFile {
  /** Where the engine does not take the name that the code gives itself. */
  url = '';
  /** What stands before its first line, of which the person's columns know nothing. */
  indent = 0;

  constructor(
    readonly name: string,
    /** Where a place of what runs is in what the person wrote. */
    private readonly place: Original,
  ) {}

  /** The last line of the code, which says its name: traces that a program prints itself have it then. */
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
  /** The engine's own traces are as they are shown. */
  #installed = false;
  /** Traces that were made so, of the errors that have them. */
  readonly #fixed = new WeakMap<Error, string>();

  constructor(fileName: string, original: Original = (place) => place) {
    this.main = this.add(fileName, original);
  }

  /** A file whose frames are shown from now on. */
  add(name: string, original: Original): TracedFile {
    const file = new TracedFile(name, original);
    this.#files.push(file);
    return file;
  }

  /** Has programs read a `stack` as it is shown: where the engine does not ask how, of errors that they make, and of others when they print them. */
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

  /** A frame of this engine, its place as the person counts; undefined for one that a compiler has added. */
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

  /** What is printed for a value that was thrown and not caught. `place` is where, if the error itself does not know. */
  uncaught(thrown: unknown, show: Show, place = ''): string {
    if (typeof thrown === 'string') return `Uncaught ${thrown}`;
    if (!(thrown instanceof Error)) return `Uncaught ${show(thrown)}`;
    const at = place === '' ? '' : `\n    at ${place}`;
    // Without more to it than its trace, nothing has to be loaded to show it.
    const plain = Object.keys(thrown).length === 0 && !Object.hasOwn(thrown, 'cause') && !('errors' in thrown);
    // One of Node's own, which has a trace there.
    const shown = plain
      ? this.describe(thrown)
      : show(thrown).replace(/^\[(UnhandledPromiseRejection)(?: \[\w+\])?(: [\s\S]*?)\](?= \{\n|$)/, '$1$2');
    return `Uncaught ${shown}${at}`;
  }

  /** An error with its trace, called by its class as Node does. */
  describe(error: Error): string {
    if (error instanceof DOMException)
      return `DOMException [${headline(error).replace(/^(\w+)/, '$1]')}${this.lines(error)}`;
    const kind = error.constructor?.name ?? 'Error';
    const head = headline(error);
    if (!head.startsWith('Error') || kind === '' || kind === 'Error') return head + this.lines(error);
    return kind + (kind.includes('Error') ? '' : ' [Error]') + head.slice('Error'.length) + this.lines(error);
  }

  /** Makes an error's own trace the one that is shown; one that a program wrote itself stays. */
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

  /** A text with what an engine wrote of scripts in it: their addresses are nobody's. */
  named(text: string): string {
    // The engine's own traces have frames of ours.
    if (!/blob:|@node:internal:/.test(text)) return text;
    const lines = text.split('\n').flatMap((line) => {
      if (FRAME.exec(line)?.groups?.others === undefined) return line;
      const frame = this.#frame(line, false);
      return frame ? `    at ${frame.text}` : [];
    });
    return lines.join('\n');
  }

  /** Whether the error says where in the program it happened. */
  locates(error: Error): boolean {
    return this.#frames(error).length > 0;
  }

  /** Where in the program an error came to be, as the person counts. */
  first(error: Error): { file: string; line: number; column?: number } | undefined {
    const [, file = '', line, column] = /([^(]*?):(\d+)(?::(\d+))?\)?$/.exec(this.#frames(error)[0] ?? '') ?? [];
    if (line === undefined) return undefined;
    return { file, line: Number(line), ...(column === undefined ? {} : { column: Number(column) - 1 }) };
  }

  /** The frames of the program alone, one a line. */
  lines(error: Error): string {
    return this.#frames(error)
      .map((frame) => `\n    at ${frame}`)
      .join('');
  }

  #frames(error: Error): string[] {
    const frames: string[] = [];
    const makers = new Set(makersOf(error));
    // Reading it may make it.
    const stack = String(error.stack ?? '');
    const told = this.#installed || this.#fixed.get(error) === stack;
    for (const line of stack.split('\n')) {
      const frame = this.#frame(line, told);
      // Where an error's own class makes it, Chromium leaves out.
      if (!frame || (frames.length === 0 && frame.maker !== undefined && makers.has(frame.maker))) continue;
      frames.push(frame.text);
    }
    return frames;
  }

  /** A line of a trace, if it is of the program; `maker` is what is called there, of engines that name those of constructors like others. */
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

  /** A place of the program in the person's words, which it has already if it is `told`; undefined for one that is not of the program. */
  #where(place: string, told: boolean): string | undefined {
    for (const file of this.#files) {
      const ours = [`${file.said}:`, `${file.name}:`, ...(file.url === '' ? [] : [`${file.url}:`])];
      // Some versions of Firefox leave the address of such a module out, and of nothing else.
      const start = place.startsWith(':') ? ':' : ours.find((each) => place.startsWith(each));
      if (start === undefined) continue;
      const [line = 0, column = 0] = place.slice(start.length).split(':').map(Number);
      const found = told ? { line, column } : file.original(line, column);
      return found && `${file.name}:${found.line}:${found.column}`;
    }
    return undefined;
  }
}

/** Whether the engine asks `prepareStackTrace`: others have all that goes with it, and never do. */
function asksForTraces(): boolean {
  let asked = false;
  Reflect.set(Error, 'prepareStackTrace', () => {
    asked = true;
  });
  void new Error().stack;
  Reflect.deleteProperty(Error, 'prepareStackTrace');
  return asked;
}

/** The names of the classes of an error that are the program's. */
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
  // Node's own errors say their code.
  const kind =
    typeof code === 'string' && code.startsWith('ERR_') && code !== 'ERR_INVALID_URL' && !plain.includes('[')
      ? `${plain} [${code}]`
      : plain;
  return message ? `${kind}: ${message}` : kind;
}
