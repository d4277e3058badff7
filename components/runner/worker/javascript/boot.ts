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
import { Pending } from './pending.js';
import { seedRandom } from './random.js';
import { Trace } from './trace.js';

/** Makes a program JavaScript without moving a line of it; throws a SyntaxError that says where it cannot. */
type Translate = (code: string) => string;

export async function bootJavaScript(translate?: Translate): Promise<Interpreter> {
  const findSyntaxError = syntaxProbe();
  const pending = new Pending();
  forbidEval();
  const means = { pending, findSyntaxError, translate };
  return { run: (program, output, questions) => runModule(program, output, questions, means) };
}

type FindSyntaxError = (code: string) => Promise<number | undefined>;

interface Means {
  pending: Pending;
  findSyntaxError: FindSyntaxError;
  translate: Translate | undefined;
}

async function runModule(
  { code: source, fileName, stdin, seed }: Program,
  output: Output,
  questions: Questions,
  { pending, findSyntaxError, translate }: Means,
): Promise<boolean> {
  const node = createNode({ fileName, source, stdin, output, questions, end: (done) => endNow(output, done) });
  let code = source;
  let untranslated: unknown;
  try {
    code = withNodeImports(translate?.(source) ?? source, node.find);
  } catch (error) {
    untranslated = error;
  }
  const url = URL.createObjectURL(new Blob([code, forgotten()], { type: 'text/javascript' }));
  // What is translated keeps its lines, but not its columns.
  const trace = new Trace(url, fileName, translate === undefined);
  if (untranslated) {
    output.write('stderr', `${trace.uncaught(untranslated)}\n`);
    return false;
  }
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
  const finished = import(url).then(
    () => pending.idle().then(() => node.process.finish()),
    (error: unknown) => [error],
  );
  const failure = await Promise.race([failed, finished]);
  if (!failure) return node.process.succeeded;
  const [error] = failure;
  const line = error instanceof SyntaxError && !trace.locates(error) ? await findSyntaxError(code) : undefined;
  output.write('stderr', `${trace.uncaught(error, line)}\n`);
  const help = advice(code, error, source);
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
