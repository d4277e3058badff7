/** What a session itself cannot do, or could not keep: each has a code and a short English sentence with its values in braces. What a room refuses is in party/shared/refusals.ts. */
import { fill, type ValuesOf } from '../../../party/shared/sentence.js';

export const SESSION_SENTENCES = {
  'has-ended': 'This room has ended. You can still read everything, but not change it.',
  'not-let-in': 'The room does not let you in.',
  'part-not-loaded': 'A part of this page could not be loaded. Reload the page.',
  'token-late': 'No token has come in {seconds} seconds. It is asked for again; check `getToken`.',

  // An address that nothing can be reached at.
  'room-name': 'The name of a room has 1 to 64 letters, digits, - or _. Change the name of this one.',
  'address-secret':
    'The address of a room server has no name and password in it, which everybody who opens this page could read. Whoever made this page has to write it like this: host="{address}".',
  'address-too-long':
    '“{host}” is more than the address of a room server, which has nothing behind its name. Whoever made this page has to write it like this: host="{address}".',
  'address-unreadable':
    '“{host}” is no address of a room server. Whoever made this page has to write it like this: host="{address}".',

  // Edits and runs.
  'edit-taken-back':
    'Only a part of your last edit had reached the room, so the room has taken it back. Your text is kept here as a copy.',
  'edits-lost':
    'Your last edits could not be added to the room, because it has changed too much. Your text is kept here as a copy.',
  'not-connected': 'The room is not connected. Try again when it is.',
  'connection-lost': 'The connection was lost. Try again when it is back.',
  'run-replaced': 'Another run was started.',

  // Files.
  'files-not-connected': 'Files can be changed when the room is connected. Try again when it is.',
  'files-cut-off': 'The connection was lost. Look whether it was done, and try again.',
  'file-added-too-large': 'The file was not added: one may have {kib} KiB at most.',
  'file-added-gone': 'The file has been removed again.',
  'file-gone': 'The file has been removed.',
  'file-not-renamed': 'The file was not renamed: you may not edit it.',
} as const;

export type SessionCode = keyof typeof SESSION_SENTENCES;
export type SentenceValues = Readonly<Record<string, string | number>>;

/** A sentence that says why, in `message`; of the session's own also what it is made of. */
export interface Refused {
  readonly message: string;
  readonly code?: SessionCode;
  readonly values?: SentenceValues;
}

/** A room's sentence, or the session's own reason. */
export function asRefused(reason: string | Refused): Refused {
  return typeof reason === 'string' ? { message: reason } : reason;
}

/** What promises of a session reject with when the session itself is the reason. */
export class SessionRefusal<C extends SessionCode = SessionCode> extends Error implements Refused {
  readonly values: SentenceValues | undefined;

  constructor(
    readonly code: C,
    ...[values]: ValuesOf<(typeof SESSION_SENTENCES)[C]>
  ) {
    super(fill(SESSION_SENTENCES[code], values));
    this.values = values;
  }
}
