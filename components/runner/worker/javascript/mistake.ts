// What an engine says of code that does not parse, and where.
import type { Parts } from '../parts.js';
import type { Dialect } from './dialect.js';
import type { ModuleFile } from './module-graph.js';
import type { Syntax } from './syntax.js';

/** Chromium's words are Node's. */
const OF_V8 = /^Failed to execute 'importScripts' on '\w+': /;

/** What is wrong with a program that does not parse: the engine's own words where it is Node's. */
export async function mistakeOf(
  { script, module }: { script?: unknown; module?: unknown },
  main: ModuleFile,
  parts: Parts,
  dialect: Dialect | undefined,
): Promise<{ message: string; place: string }> {
  const explained = await dialect?.explain(main.source);
  if (explained) return { message: explained.message, place: placeOf(explained, main.name) };
  await parts.fetch('syntax.js');
  const found = parts.use<Syntax>('syntax.js').mistake(main.code);
  const error = found && !found.isModule ? script : (module ?? script);
  if (!found) return { message: words(error), place: placeOf(error, main.name) };
  const isNodes =
    script instanceof Error &&
    OF_V8.test(script.message) &&
    !/^(?:Unexpected reserved word|Cannot use import)/.test(words(error));
  return { message: isNodes ? words(error) : found.message, place: placeIn(main, found.line, found.column) };
}

/** The error of a file that does not parse, for whoever requires it. */
export function mistakeIn(name: string, { message, line, column }: NonNullable<ModuleFile['problem']>): SyntaxError {
  // As it is shown: an engine's own has our frames.
  const stack = `SyntaxError: ${message}\n    at ${name}:${line}:${column}`;
  const error = new SyntaxError(message);
  Reflect.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true });
  return error;
}

/** Without what Chromium puts before them. */
function words(error: unknown): string {
  return error instanceof Error ? error.message.replace(OF_V8, '') : '';
}

/** A place of a file's code, as the person counts; empty for none. */
export function placeIn({ name, original }: ModuleFile, line: number, column: number): string {
  const found = original({ line, column });
  return found ? `${name}:${found.line}:${found.column}` : '';
}

/** Where in a file an error says it is, by the names that engines and translators give that; empty if it does not. */
export function placeOf(error: unknown, name: string): string {
  const { lineNumber, columnNumber, line, column } = Object(error);
  const [row, offset] = [lineNumber ?? line, columnNumber ?? column];
  return typeof row === 'number' && row > 0 ? `${name}:${row}${offset ? `:${offset}` : ''}` : '';
}
