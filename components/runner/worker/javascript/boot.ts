// Runs a program as a JavaScript module, until it and everything it started is over.
import type { Output } from '../output.js';
import { scope } from '../scope.js';
import type { Interpreter, Program } from '../serve.js';
import { createConsole } from './console.js';
import { importAdvice } from './imports.js';
import { forbidEval } from './no-eval.js';
import { Pending } from './pending.js';
import { Trace } from './trace.js';

export async function bootJavaScript(): Promise<Interpreter> {
  const findSyntaxError = syntaxProbe();
  const pending = new Pending();
  forbidEval();
  return { run: (program, output) => runModule(program, output, pending, findSyntaxError) };
}

type FindSyntaxError = (code: string) => Promise<number | undefined>;

async function runModule(
  { code, fileName }: Program,
  output: Output,
  pending: Pending,
  findSyntaxError: FindSyntaxError,
): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const trace = new Trace(url, fileName);
  globalThis.console = createConsole(output, trace);

  /** As in Node, the first error that nobody catches ends the program. */
  const failed = new Promise<unknown[]>((resolve) => {
    scope.addEventListener('error', (event) => {
      event.preventDefault();
      resolve([event.error]);
    });
    scope.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      resolve([event.reason]);
    });
  });
  const finished = import(url).then(
    () => pending.idle().then(() => undefined),
    (error: unknown) => [error],
  );
  const failure = await Promise.race([failed, finished]);
  if (!failure) return true;
  const [error] = failure;
  const line = error instanceof SyntaxError && !trace.locates(error) ? await findSyntaxError(code) : undefined;
  output.write('stderr', `${trace.uncaught(error, line)}\n`);
  const advice = importAdvice(code, error);
  if (advice) output.write('note', advice);
  return false;
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
