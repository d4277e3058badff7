// The engine's error for code that does not parse, with its place.
import type { LazyScripts } from '../lazy-scripts.js';
import type { Dialect } from './dialect.js';
import type { ModuleFile } from './module-graph.js';
import type { Syntax } from './syntax.js';

/** Chromium's messages are Node's, after this prefix. */
const OF_V8 = /^Failed to execute 'importScripts' on '\w+': /;

/** The syntax error of a program, with the engine's own message where that is Node's. */
export async function syntaxErrorOf(
  { script, module }: { script?: unknown; module?: unknown },
  main: ModuleFile,
  parts: LazyScripts,
  dialect: Dialect | undefined,
): Promise<{ message: string; place: string }> {
  const explained = await dialect?.explain(main.source);
  if (explained) return { message: explained.message, place: placeOf(explained, main.name) };
  await parts.fetch('syntax.js');
  const found = parts.use<Syntax>('syntax.js').findProblem(main.code);
  const error = found && !found.isModule ? script : (module ?? script);
  if (!found) return { message: words(error), place: placeOf(error, main.name) };
  const isNodes =
    script instanceof Error &&
    OF_V8.test(script.message) &&
    !/^(?:Unexpected reserved word|Cannot use import)/.test(words(error));
  return { message: isNodes ? words(error) : found.message, place: placeIn(main, found.line, found.column) };
}

/** The error of a file that does not parse, thrown to whoever requires it. */
export function syntaxErrorIn(
  name: string,
  { message, line, column }: NonNullable<ModuleFile['problem']>,
): SyntaxError {
  // The displayed stack; the engine's contains our frames.
  const stack = `SyntaxError: ${message}\n    at ${name}:${line}:${column}`;
  const error = new SyntaxError(message);
  Reflect.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
  return error;
}

/** Without Chromium's prefix. */
function words(error: unknown): string {
  return error instanceof Error ? error.message.replace(OF_V8, '') : '';
}

/** A place in a file's code, mapped to the source; empty for none. */
export function placeIn({ name, original }: ModuleFile, line: number, column: number): string {
  const found = original({ line, column });
  return found ? `${name}:${found.line}:${found.column}` : '';
}

/** The place in a file that an error reports, in the formats of engines and compilers; empty if none. */
export function placeOf(error: unknown, name: string): string {
  const { lineNumber, columnNumber, line, column } = Object(error);
  const [row, offset] = [lineNumber ?? line, columnNumber ?? column];
  return typeof row === 'number' && row > 0 ? `${name}:${row}${offset ? `:${offset}` : ''}` : '';
}
