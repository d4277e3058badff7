// Runs a program as CommonJS where it parses as that, else as a module: Node's own rule, with the engine for a parser.
import type { Parts } from '../parts.js';
import type { Loop } from './loop.js';
import type { TracedFile } from './trace.js';

/** What a program in CommonJS is given; the order is that of its parameters. */
interface CommonJs {
  exports: unknown;
  require: unknown;
  module: { exports: unknown };
  __filename: string;
  __dirname: string;
}

/** Nothing that parses only as a module has none of these. */
const MODULE_WORDS = /\b(?:import|export|await|exports|require|module|__filename|__dirname)\b/;
const ASSIGNED = 'codeRoomProgram=';
const BEFORE = `${ASSIGNED}function (exports, require, module, __filename, __dirname) {`;
const AFTER = '\n}';
/** What a module calls first. */
const BEGINS = 'codeRoomBegins';

export type Main = (this: unknown, ...given: unknown[]) => void;

/**
 * What became of it: it began, and `main` ends with it; or it does not parse, and why not as a script. A module is loaded
 * first and may await at its top: `begun` resolves when its first line runs.
 */
type Evaluation = { main: Promise<unknown>; begun?: Promise<void>; script?: unknown } | { script: unknown };

export interface Means {
  parts: Parts;
  loop: Loop;
  trace: TracedFile;
  /** Told the address of a module before it is loaded. */
  addressed(url: string): void;
}

export function evaluate(code: string, isModule: boolean, given: CommonJs, means: Means): Evaluation {
  const { parts, loop, trace } = means;
  let script: unknown;
  try {
    if (isModule) throw new SyntaxError('It is a module.');
    const main = compile(code, parts, trace);
    const values = [given.exports, given.require, given.module, given.__filename, given.__dirname];
    const began = async () => {
      let failed: { error: unknown } | undefined;
      loop.run(() => {
        try {
          main.apply(given.exports, values);
        } catch (error) {
          failed = { error };
        }
      });
      if (failed) throw failed.error;
    };
    return { main: began() };
  } catch (error) {
    script = error;
  }
  if (!isModule && !MODULE_WORDS.test(code)) return { script };
  const begun = new Promise<void>((resolve) => {
    const value = () => {
      Reflect.deleteProperty(globalThis, BEGINS);
      resolve();
    };
    Reflect.defineProperty(globalThis, BEGINS, { configurable: true, value });
  });
  const before = `${BEGINS}();`;
  trace.indent = before.length;
  const url = URL.createObjectURL(
    new Blob([before, plain(code), trace.naming, forgotten()], { type: 'text/javascript' }),
  );
  trace.url = url;
  means.addressed(url);
  return { main: import(url), begun, script };
}

/** A file as a function that was not called. Throws a SyntaxError. */
export function compile(source: string, parts: Parts, trace: TracedFile): Main {
  const code = plain(source);
  let made: Main | undefined;
  Reflect.defineProperty(globalThis, 'codeRoomProgram', {
    configurable: true,
    set: (main: Main) => {
      made ??= main;
    },
  });
  try {
    trace.indent = BEFORE.length;
    trace.url = parts.runScript(new Blob([BEFORE, code, AFTER, trace.naming, forgotten()]));
  } finally {
    Reflect.deleteProperty(globalThis, 'codeRoomProgram');
  }
  // A program that closes more braces than it opens has left the function.
  const whole = BEFORE.length - ASSIGNED.length + code.length + AFTER.length;
  if (!made || Function.prototype.toString.call(made).length !== whole) throw new SyntaxError("Unexpected token '}'");
  return made;
}

/** Node skips a first line that is for a shell. */
function plain(code: string): string {
  return code.startsWith('#!') ? `//${code.slice(2)}` : code;
}

/** Nothing; but every engine lets a program read the last text that a regular expression was shown, and this is now that text. */
function forgotten(): string {
  return /(?:)/.exec('')?.[0] ?? '';
}
