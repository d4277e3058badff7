/** Refusals by the session itself: a code and a short English sentence with values in braces. later-sentences.ts has those about addresses and files, room-refusal.ts those by the room. */
import type { FileNameCode } from '../../../party/shared/file-names.js';
import type { RefusalCode } from '../../../party/shared/refusals.js';
import { fill, type ValuesOf } from '../../../party/shared/sentence.js';
import type { LaterCode } from './later-sentences.js';

export const FIRST_SENTENCES = {
  'has-ended': 'This room has ended. You can still read everything, but not change it.',
  'not-let-in': 'The room does not let you in.',
  'part-not-loaded': 'A part of this page could not be loaded. Reload the page.',
  'token-late': 'No token has come in {seconds} seconds. It is asked for again; check `getToken`.',

  // Edits and runs.
  'edit-taken-back':
    'Only a part of your last edit had reached the room, so the room has taken it back. Your text is kept here as a copy.',
  'edits-lost':
    'Your last edits could not be added to the room, because it has changed too much. Your text is kept here as a copy.',
  'not-connected': 'The room is not connected. Try again when it is.',
  'connection-lost': 'The connection was lost. Try again when it is back.',
  'run-replaced': 'Another run was started.',
} as const;

type FirstCode = keyof typeof FIRST_SENTENCES;
export type SessionCode = FirstCode | LaterCode;
export type KnownCode = RefusalCode | FileNameCode | SessionCode;
export type SentenceValues = Readonly<Record<string, string | number>>;

/** A sentence in `message`, with its code and values; a sentence of somebody else's has none. */
export interface Refused {
  readonly message: string;
  readonly code?: KnownCode | undefined;
  readonly values?: SentenceValues | undefined;
}

/** Rejection reason of a session's promises when the session itself refused. */
export class SessionRefusal extends Error implements Refused {
  constructor(
    readonly code: SessionCode,
    sentence: string,
    readonly values?: SentenceValues,
  ) {
    super(fill(sentence, values));
  }
}

export function refusal<C extends FirstCode>(
  code: C,
  ...[values]: ValuesOf<(typeof FIRST_SENTENCES)[C]>
): SessionRefusal {
  return new SessionRefusal(code, FIRST_SENTENCES[code], values);
}
