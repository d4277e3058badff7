/** What the HTTP API may ask of a room and what the room answers; the one seam between the two, the same under every engine. */

import type { Identity } from '../access/tokens.js';
import type { AskedQuestion, DeskQuestion } from '../shared/asked-questions.js';
import type { GivenFile } from '../shared/given-files.js';
import type { Question } from '../shared/question.js';
import type { Role } from '../shared/roles.js';
import type { HiddenResults, TestResult } from '../shared/test-results.js';
import type { Test } from '../shared/tests.js';
import type { Decision } from '../shared/wire/decision.js';
import type { Diagnostics } from './diagnostics.js';
import type { Deed, Replay, ReplayedRun } from './history.js';
import type { AskedFiles } from './question-history.js';
import type { Report } from './report.js';

/** The API to the room. Only digests of link secrets are kept by a room; the room makes nothing up but tokens. */
export type RoomCommand =
  | CreateCommand
  /** Is there such a room? Asks for no right: an id of 128 bits is not guessed, and a page wants to say "gone" at once. */
  | { type: 'exists' }
  /** A link's secret for a token. `personKey` tells who comes back; the person's id is derived from it, never shown. */
  | { type: 'exchange'; secret: string; name: string; personKey: string }
  | { type: 'facts'; token: string }
  | { type: 'code'; token: string }
  | { type: 'decide'; token: string; decision: Decision }
  | { type: 'mine' | 'replay' | 'report' | 'diagnose'; token: string }
  /** One more secret for a role; those there are stay good. */
  | { type: 'add-link'; token: string; role: Role; digest: string }
  /** Another secret for a role, or none; and a single token taken back. */
  | { type: 'reset'; token: string; role: Role; digest: string | null }
  | { type: 'revoke'; token: string; jti: string }
  /** May this person read the library of questions, hidden tests and all? */
  | { type: 'library'; token: string }
  /** The questions of the room, as far as this person may know them; one of them, whole. */
  | { type: 'questions'; token: string }
  | { type: 'question'; token: string; n: number }
  | { type: 'ask'; token: string; question: Question; language?: string | undefined; reveal: boolean }
  /** `language`: of one that is shown for the first time. */
  | { type: 'turn'; token: string; n: number; language?: string | undefined }
  | { type: 'hint' | 'stage'; token: string; n: number }
  | { type: 'delete'; token: string };

/** As it comes to a room. `proven`: whose its token is, where that has been found on the way; only this server's own code may say so. */
export type DeliveredCommand = RoomCommand & { proven?: Identity | undefined };

export interface CreateCommand {
  type: 'create';
  title: string;
  language: string;
  /** LF text of the first file. */
  code: string;
  /** In place of it: files of which `filesFault` finds nothing to say. */
  files?: readonly GivenFile[];
  brief: string;
  /** They wait, in this order; `questionFaults` finds nothing to say of them. */
  questions?: readonly Question[];
  /** Of which `testFaults` finds nothing to say, and how much candidates hear of hidden ones; default: counts. */
  tests?: readonly Test[];
  hiddenResults?: HiddenResults;
  /** Candidates write tests, too. */
  candidateTests?: boolean;
  lobby: boolean;
  retentionHours: number;
  /** base64url SHA-256 of each role's secret, the secret taken as UTF-8. */
  digests: Record<Role, string>;
}

export interface Exchanged {
  token: string;
  role: Role;
  /** Milliseconds since 1970, as all times here. */
  expiresAt: number;
}

export interface RoomFacts {
  title: string;
  brief: string;
  state: 'open' | 'ended';
  lobby: boolean;
  locked: boolean;
  language: string;
  createdAt: number;
  expiresAt: number;
  people: { id: string; name: string; role: Role; color: string }[];
  /** Who waits to be let in; for interviewers only. */
  waiting?: { id: string; name: string; role: Role }[];
  run?: { id: string; language: string; state: string; startedAt: number; durationMs?: number };
}

export interface RoomCode {
  files: { name: string; language: string; text: string }[];
}

/** What a candidate takes home. */
export interface OwnWork extends RoomCode {
  name: string;
  /** Those that have been shown, each with its files; those of the one asked now stand in `files`, too. Left out when there are none. */
  questions?: AskedFiles[];
  /** Those that everybody sees, and what came of each when it was run last. */
  tests?: Test[];
  testResults?: TestResult[];
  activity: Deed[];
  runs: ReplayedRun[];
}

export interface Answers {
  create: { expiresAt: number };
  exists: null;
  exchange: Exchanged;
  facts: RoomFacts;
  code: RoomCode;
  decide: null;
  mine: OwnWork;
  replay: Replay;
  report: Report;
  diagnose: Diagnostics;
  'add-link': null;
  reset: null;
  revoke: null;
  library: null;
  questions: (AskedQuestion | DeskQuestion)[];
  question: Question;
  ask: DeskQuestion;
  turn: DeskQuestion;
  hint: DeskQuestion;
  stage: DeskQuestion;
  delete: null;
}

/** `detail` is a sentence that says what to do; it reaches the person as it is. */
export type RoomRefusal = { ok: false; status: 401 | 403 | 404 | 409 | 413 | 422 | 429; detail: string };
export type RoomAnswer<T extends RoomCommand['type'] = RoomCommand['type']> =
  | { ok: true; value: Answers[T] }
  | RoomRefusal;

/** Finds rooms by id. Rejects only when the room cannot answer at all, which is worth another try. */
export interface RoomDirectory {
  send<C extends RoomCommand>(room: string, command: C): Promise<RoomAnswer<C['type']>>;
}
