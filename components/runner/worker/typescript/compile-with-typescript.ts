// Has a file compiled by TypeScript's compiler, which runs in another worker: JavaScript whose places lead back to the source, or the error with its place.
import type { Source } from '../../messages.js';
import type { CompiledFile } from '../javascript/dialect.js';
import { originalPlace } from '../javascript/original-place.js';
import { askCompiler } from './ask-compiler.js';

/** Rejects with a SyntaxError with a place. */
export async function compileWithTypeScript(source: Source): Promise<CompiledFile> {
  const compiled = await askCompiler(source);
  if ('problem' in compiled) throw located(compiled);
  return { code: compiled.code, original: originalPlace(compiled.mappings) };
}

/** The error with a place: in Firefox by these properties, elsewhere by the line above the message. Without our own frames. */
export function located({ problem, line, column }: { problem: string; line: number; column: number }): SyntaxError {
  return Object.assign(new SyntaxError(problem), { lineNumber: line, columnNumber: column, stack: '' });
}
