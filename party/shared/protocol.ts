/** The constants of the protocol between a session and its room: version, close codes, refusals, ids. PROTOCOL.md describes the bytes. */

/** Raised when an old session could no longer understand the room, or the room it. */
export const PROTOCOL_VERSION = 1;

/** Sign of life, the only text on the wire: an engine answers it without waking the room. */
export const HEARTBEAT = { ask: 'ping', answer: 'pong' } as const;

/** Why the room closed a connection. Everything else (1000, 1001, 1006, 1011 …) means: come back. */
export const CLOSE = {
  malformed: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  unknownRoom: 4404,
  helloTimeout: 4408,
  superseded: 4409,
  gone: 4410,
  tooLarge: 4413,
  version: 4426,
  flood: 4429,
  full: 4430,
  tryAgain: 4503,
} as const;

/** After these a session does not come back by itself: it would hear the same again. */
export const FINAL_CLOSES: ReadonlySet<number> = new Set([
  CLOSE.malformed,
  CLOSE.forbidden,
  CLOSE.unknownRoom,
  CLOSE.superseded,
  CLOSE.gone,
  CLOSE.version,
  CLOSE.full,
]);

/** Why a single message was refused; its number on the wire is its place in this list. The connection goes on. No room sends `full` or `not-saved`: they keep the others' places. */
export const REFUSALS = [
  'role',
  'expired',
  'too-large',
  'invalid',
  'stale',
  'busy',
  'full',
  'unknown',
  'not-saved',
  'ended',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The author number of what the room itself wrote: starter code. People have their replica number. */
export const ROOM_AUTHOR = 0;

/** The sequence number of what the room takes back in the name of an author who cannot go on with it. */
export const TAKEN_BACK = 0;

/** The document everybody starts with. */
export const MAIN_DOCUMENT = 1;
/** The first number of files that are added later: they count up, and none is given twice. */
export const ADDED_DOCUMENTS = 1_001;

/** The task in words, what interviewers note for themselves, and the task as they are writing it: documents beside the files, with readers and writers of their own. */
export const BRIEF_DOCUMENT = 100;
export const NOTES_DOCUMENT = 101;
export const DRAFT_DOCUMENT = 102;

export type DocumentKind = 'file' | 'brief' | 'notes' | 'draft';

const KINDS: ReadonlyMap<number, DocumentKind> = new Map([
  [BRIEF_DOCUMENT, 'brief'],
  [NOTES_DOCUMENT, 'notes'],
  [DRAFT_DOCUMENT, 'draft'],
]);

export function documentKind(document: number): DocumentKind {
  return KINDS.get(document) ?? 'file';
}
