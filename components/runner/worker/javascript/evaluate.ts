// Evaluates a program as CommonJS if it parses as that, else as a module; Node's rule, using the engine's parser.
import type { LazyScripts } from '../lazy-scripts.js';
import type { Loop } from './loop.js';
import { explainModuleScope } from './module-scope.js';
import type { TracedFile } from './trace.js';

/** The parameters of a CommonJS program, in their order. */
interface CommonJs {
  exports: unknown;
  require: unknown;
  module: { exports: unknown };
  __filename: string;
  __dirname: string;
}

/** Code without any of these words is not a module. */
const MODULE_WORDS = /\b(?:import|export|await|exports|require|module|__filename|__dirname)\b/;
const ASSIGNED = 'codeRoomProgram=';
const BEFORE = `${ASSIGNED}function (exports, require, module, __filename, __dirname) {`;
const AFTER = '\n}';
/** Called first by a module. */
const BEGINS = 'codeRoomBegins';

export type Main = (this: unknown, ...given: unknown[]) => void;

/**
 * The result: either the program started, and `main` settles at its end, or it is a syntax error, with the error for a script. A
 * module is loaded first and may use top-level await: `begun` resolves when its first line runs.
 */
type Evaluation = { main: Promise<unknown>; begun?: Promise<void>; script?: unknown } | { script: unknown };

interface EvaluationEnvironment {
  parts: LazyScripts;
  loop: Loop;
  trace: TracedFile;
  /** Called with the URL of a module before it is loaded. */
  addressed(url: string): void;
}

export function evaluate(
  code: string,
  isModule: boolean,
  given: CommonJs,
  environment: EvaluationEnvironment,
): Evaluation {
  const { parts, loop, trace } = environment;
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
  environment.addressed(url);
  const main = import(url).catch((error: unknown) => {
    explainModuleScope(error);
    throw error;
  });
  return { main, begun, script };
}

/** Compiles a file to a function. Throws a SyntaxError. */
export function compile(source: string, parts: LazyScripts, trace: TracedFile): Main {
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
  // A program that closes more braces than it opens would have left the function.
  const whole = BEFORE.length - ASSIGNED.length + code.length + AFTER.length;
  if (!made || Function.prototype.toString.call(made).length !== whole) throw new SyntaxError("Unexpected token '}'");
  return made;
}

/** Node ignores a shebang line. */
function plain(code: string): string {
  return code.startsWith('#!') ? `//${code.slice(2)}` : code;
}

/** Returns nothing, but clears RegExp.input and similar, through which a program could read the last matched text. */
function forgotten(): string {
  return /(?:)/.exec('')?.[0] ?? '';
}
