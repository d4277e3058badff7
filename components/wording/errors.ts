// Errors as people read them: their sentence, their code, and the error of a part that could not be loaded.
import { refusalText } from './refusal-text.js';
import { CodeRoomError } from './room-error.js';
import { heard } from './words.js';

/** The sentence of an error; a sentence stays what it is. */
export function sentenceOf(error: unknown): string {
  return heard(error instanceof Error ? error.message : String(error));
}

/** Of an error that says what was refused, the same in every language. */
export function codeOf(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/** Always throws: a host that was updated since the page was opened does not have the old chunks. */
export function notLoaded(cause: unknown): never {
  throw new CodeRoomError('part-missing', refusalText('part-missing'), cause);
}
