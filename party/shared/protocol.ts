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

/**
 * Tests and what came of them, with interviewers' own of both; the questions asked so far, and what interviewers alone have of those.
 * Most rooms never have these: of one that nobody has written in nobody is told, and whoever may read it knows that it is empty.
 */
export const TESTS_DOCUMENT = 103;
export const HIDDEN_TESTS_DOCUMENT = 104;
export const RESULTS_DOCUMENT = 105;
export const HIDDEN_RESULTS_DOCUMENT = 106;
export const QUESTIONS_DOCUMENT = 107;
export const QUESTION_DESK_DOCUMENT = 108;

export const OPTIONAL_DOCUMENTS = [
  TESTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
  QUESTIONS_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
] as const;

/** One of those that most rooms never have. */
export function isOptional(document: number): boolean {
  return document >= TESTS_DOCUMENT && document <= QUESTION_DESK_DOCUMENT;
}
