// Turns whatever a call of the element fails with into a `CodeRoomError`.
import { refusalOf } from '../session/refusal/refusal-of.js';
import { codeOf, sentenceOf } from '../wording/errors.js';
import { CodeRoomError } from '../wording/room-error.js';

/** Always throws. Answers of the server have their sentence only, which tells the code. */
export function refused(cause: unknown): never {
  if (cause instanceof CodeRoomError) throw cause;
  const { message = '' } = (cause ?? {}) as Partial<Error>;
  throw new CodeRoomError(codeOf(cause) ?? refusalOf(message)?.code ?? 'unexpected', sentenceOf(cause), cause);
}
