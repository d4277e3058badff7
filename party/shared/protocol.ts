/** Constants of the protocol between a session and its room: version, close codes, refusals, document ids. PROTOCOL.md describes the bytes. */

/** Raised when old sessions and new rooms, or the reverse, can no longer understand each other. */
export const PROTOCOL_VERSION = 1;

/** Ping and pong, the only text on the wire: an engine answers without waking the room. */
export const HEARTBEAT = { ask: 'ping', answer: 'pong' } as const;

/** Why the room closed a connection. After any other code (1000, 1001, 1006, 1011 …) the session reconnects. */
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

/** After these a session does not reconnect by itself: the result would be the same. */
export const FINAL_CLOSES: ReadonlySet<number> = new Set([
  CLOSE.malformed,
  CLOSE.forbidden,
  CLOSE.unknownRoom,
  CLOSE.superseded,
  CLOSE.gone,
  CLOSE.version,
  CLOSE.full,
]);

/** Why a single message was refused; the number on the wire is the index in this list. The connection stays open. */
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

/** Author number of the room's own edits, such as starter code. People have their replica number. */
export const ROOM_AUTHOR = 0;

/** Sequence number of edits in which the room undoes an unfinished edit, in its author's name. */
export const TAKEN_BACK = 0;

/** The first file. */
export const MAIN_DOCUMENT = 1;
/** The first document number of added files; numbers count up and are never reused. */
export const ADDED_DOCUMENTS = 1_001;

/** The published task, the interviewers' notes and the draft of the task. Each has its own readers and writers. */
export const BRIEF_DOCUMENT = 100;
export const NOTES_DOCUMENT = 101;
export const DRAFT_DOCUMENT = 102;

/**
 * Tests and their results, and the interviewers' hidden ones of both; the questions as everybody and as interviewers see them; how
 * much editors help. Most rooms never have these documents: one that was never written in is not sent, and everybody who may read
 * it knows it is empty.
 */
export const TESTS_DOCUMENT = 103;
export const HIDDEN_TESTS_DOCUMENT = 104;
export const RESULTS_DOCUMENT = 105;
export const HIDDEN_RESULTS_DOCUMENT = 106;
export const QUESTIONS_DOCUMENT = 107;
export const QUESTION_DESK_DOCUMENT = 108;
/** How much editors help: a word, which interviewers write. */
export const HELP_DOCUMENT = 109;

/** What people post, one line of JSON for each: entries.ts. The room alone writes them, and says who posted what and when. */
export const TIMER_DOCUMENT = 110;
export const CHAT_DOCUMENT = 111;
export const INTERVIEWER_CHAT_DOCUMENT = 112;
export const MOMENTS_DOCUMENT = 113;
/** Stretches in which a candidate was alone with the code: focus.ts; and the activity log: activity.ts. Lines as well. */
export const FOCUS_DOCUMENT = 114;
export const ACTIVITY_DOCUMENT = 115;
/** What was asked of the AI and what it answered; changes that were proposed, and what became of them. Lines as well, which all read. */
export const TALK_DOCUMENT = 116;
export const PROPOSALS_DOCUMENT = 117;

/** Scorecards that were handed in, and after it one for each interviewer who works on theirs. The room alone writes them: scorecard.ts. Only who stands in one reads it. */
export const SCORES_DOCUMENT = 120;
/** How many interviewers a room keeps a scorecard for that is not handed in. */
export const OPEN_SCORECARDS = 7;

export const OPTIONAL_DOCUMENTS = [
  TESTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  HIDDEN_RESULTS_DOCUMENT,
  QUESTIONS_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
  HELP_DOCUMENT,
  TIMER_DOCUMENT,
  CHAT_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  FOCUS_DOCUMENT,
  ACTIVITY_DOCUMENT,
  TALK_DOCUMENT,
  PROPOSALS_DOCUMENT,
] as const;

/** Whether most rooms never have this document. */
export function isOptional(document: number): boolean {
  return document >= TESTS_DOCUMENT && document <= SCORES_DOCUMENT + OPEN_SCORECARDS;
}

export function isScorecard(document: number): boolean {
  return document >= SCORES_DOCUMENT && isOptional(document);
}
