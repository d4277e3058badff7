// How a call of the element begins, and what it fails with: always a `CodeRoomError`.
import { refusalOf } from '../session/refusal/refusal-of.js';
import { codeOf, sentenceOf } from '../wording/errors.js';
import { laterText } from '../wording/later-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import { speech } from '../wording/words.js';

/** Throws when the element is in another room, `address`, than the call was `meant` for; any will do where that is undefined. Otherwise what is said next is in the language of the element. */
export function begin(element: Element, meant: string | undefined, address: string): void {
  speech.adoptLanguageOf?.(element);
  if ((meant ?? address) !== address) throw roomLeft();
}

export function roomLeft(): CodeRoomError {
  return new CodeRoomError('room-left', laterText('room-left'));
}

/** Always throws. Answers of the server have their sentence only, which tells the code. */
export function refused(cause: unknown): never {
  if (cause instanceof CodeRoomError) throw cause;
  const { message = '' } = (cause ?? {}) as Partial<Error>;
  throw new CodeRoomError(codeOf(cause) ?? refusalOf(message)?.code ?? 'unexpected', sentenceOf(cause), cause);
}
