// Runs a program as a JavaScript module, until it and everything it started is over.
import type { Output } from '../output.js';
import type { Questions } from '../questions.js';
import { scope } from '../scope.js';
import { endNow, type Interpreter, type Program } from '../serve.js';
import { advice } from './advice.js';
import { createConsole } from './console.js';
import { createDialogs } from './dialogs.js';
import { forbidEval } from './no-eval.js';
import { withNodeImports } from './node/imports.js';
import { createNode } from './node/node.js';
import { originalPlace } from './original-place.js';
import { Pending } from './pending.js';
import { seedRandom } from './random.js';
import { Trace } from './trace.js';

/** What is written in another language than JavaScript, and what its programs find here beside Node's modules. */
export interface Dialect {
  /** Rejects with a SyntaxError that says where it cannot. */
  translate(code: string): Promise<{ code: string; mappings: string }>;
  /** What is wrong with a program that was translated, and is none to the browser; undefined if nothing is. */
  explain(code: string): Promise<Error | undefined>;
  modules?: Record<string, object>;
  /** What is shown of what the program's module has exported. */
  conclude?(exported: object, output: Output): void;
}

export async function bootJavaScript(dialect?: Dialect): Promise<Interpreter> {
  const findSyntaxError = syntaxProbe();
  const pending = new Pending();
  let translated: Translated | undefined;
  forbidEval();
  return {
    async prepare({ code }) {
      translated = await dialect?.translate(code).catch((error: unknown) => ({ error }));
    },
    run: (program, output, questions) =>
      runModule(program, output, questions, { pending, findSyntaxError, dialect, translated }),
  };
}

type Translated = { code: string; mappings: string } | { error: unknown };
/** What has not begun has no frames. */
const NOWHERE = 'nowhere:';

type FindSyntaxError = (code: string) => Promise<number | undefined>;

interface Means {
  pending: Pending;
  findSyntaxError: FindSyntaxError;
  dialect: Dialect | undefined;
  /** Nothing for a program that is JavaScript as it is. */
  translated: Translated | undefined;
}

async function runModule(
  { code: source, fileName, stdin, seed }: Program,
  output: Output,
  questions: Questions,
  { pending, findSyntaxError, dialect, translated }: Means,
): Promise<boolean> {
  if (translated && 'error' in translated) {
    output.write('stderr', `${new Trace(NOWHERE, fileName).uncaught(translated.error)}\n`);
    return false;
  }
  const end = (done: boolean) => endNow(output, done);
  const node = createNode({ fileName, source, stdin, output, questions, end, others: dialect?.modules });
  const code = withNodeImports(translated?.code ?? source, node.find);
  const url = URL.createObjectURL(new Blob([code, forgotten()], { type: 'text/javascript' }));
  const original = translated && originalPlace(translated.mappings);
  const trace = new Trace(url, fileName, original);
  seedRandom(seed);
  globalThis.console = createConsole(output, trace);
  Object.assign(globalThis, node.globals, createDialogs(output, node.input));

  /** As in Node, the first error that nobody catches ends the program. */
  const failed = new Promise<unknown[]>((resolve) => {
    scope.addEventListener('error', (event) => {
      event.preventDefault();
      if (!node.process.handles(event.error, false)) resolve([event.error]);
    });
    scope.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      if (!node.process.handles(event.reason, true)) resolve([event.reason]);
    });
  });
  const finished = import(url)
    .then(async (exported: object) => {
      await pending.idle();
      dialect?.conclude?.(exported, output);
      node.process.finish();
    })
    .catch((error: unknown) => [error]);
  /** An error of the syntax, which the browser does not place. */
  const located = async (error: unknown): Promise<[unknown, number?]> => {
    if (!(error instanceof SyntaxError) || trace.locates(error)) return [error];
    const explained = await dialect?.explain(source);
    if (explained) return [explained];
    const line = await findSyntaxError(code);
    return [error, line && original ? original({ line, column: 1 })?.line : line];
  };
  const failure = await Promise.race([failed, finished]);
  if (!failure) return node.process.succeeded;
  const [error] = failure;
  const [told, line] = await located(error);
  output.write('stderr', `${trace.uncaught(told, line)}\n`);
  const help = advice(code, error);
  if (help) output.write('note', help);
  return false;
}

/** Nothing; but every engine lets a program read the last text that a regular expression was shown, and this is now that text. */
function forgotten(): string {
  return /(?:)/.exec('')?.[0] ?? '';
}

/**
 * Chromium does not tell where in an imported module a syntax error is. It does for a classic script, so the program is
 * parsed once more as the body of a function that is never called.
 */
function syntaxProbe(): FindSyntaxError {
  const importScripts = scope.importScripts.bind(scope);
  const later = setTimeout.bind(globalThis);
  return (code) =>
    new Promise((resolve) => {
      scope.addEventListener('error', (event) => {
        event.preventDefault();
        // What is missing at the end is only missed in the line that was added.
        const lines = code.split('\n').length;
        resolve(event.lineno > 0 ? Math.min(event.lineno, lines) : undefined);
      });
      const script = code.replace(/^([ \t]*)export(?=[ \t])([ \t]+default(?=[ \t]))?/gm, '$1');
      later(() => {
        importScripts(URL.createObjectURL(new Blob([`async () => {${script}\n}`], { type: 'text/javascript' })));
        resolve(undefined);
      });
    });
}
