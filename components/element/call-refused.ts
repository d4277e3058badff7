// Turns whatever a call of the element fails with into a `CodeRoomError`.
import { refusalOf } from '../session/refusal-of.js';
import { CodeRoomError } from '../wording/room-error.js';
import { sentenceOf } from '../wording/status-text.js';

/** Always throws. Errors of the room have their sentence only, which tells the code. */
export function refused(cause: unknown): never {
  if (cause instanceof CodeRoomError) throw cause;
  const { code, message } = cause as Partial<CodeRoomError>;
  throw new CodeRoomError(code ?? refusalOf(message ?? '')?.code ?? 'unexpected', sentenceOf(cause), cause);
}
