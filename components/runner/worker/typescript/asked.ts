// What TypeScript's own compiler makes of a program, as a translation.
import type { Source } from '../../messages.js';
import type { Translation } from '../javascript/dialect.js';
import { originalPlace } from '../javascript/original-place.js';
import { askCompiler } from './ask-compiler.js';

/** Rejects with a SyntaxError that says where it cannot. */
export async function asked(source: Source): Promise<Translation> {
  const compiled = await askCompiler(source);
  if ('problem' in compiled) throw located(compiled);
  return { code: compiled.code, original: originalPlace(compiled.mappings) };
}

/** By Firefox's names, because there they are taken: by the place of the line above. Our own frames are nobody's. */
export function located({ problem, line, column }: { problem: string; line: number; column: number }): SyntaxError {
  return Object.assign(new SyntaxError(problem), { lineNumber: line, columnNumber: column, stack: '' });
}
