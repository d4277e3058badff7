/** Commands: what the HTTP API can ask of a room, and the answers. The only interface between the two, the same on every engine. */

import type { Identity } from '../access/tokens.js';
import type { AiMessage } from '../room/talk.js';
import type { ActivityEntry, ActivityLevel } from '../shared/activity.js';
import type { AiRule } from '../shared/ai-rule.js';
import type { AskedQuestion, DeskQuestion } from '../shared/asked-questions.js';
import type { TimerPhase } from '../shared/entries.js';
import type { FocusStretch } from '../shared/focus.js';
import type { NewRoomFile } from '../shared/given-files.js';
import type { Help } from '../shared/help.js';
import type { Question } from '../shared/question.js';
import type { Role } from '../shared/roles.js';
import type { AnswerState } from '../shared/talk.js';
import type { HiddenResults, TestResult } from '../shared/test-results.js';
import type { Test } from '../shared/tests.js';
import type { Decision } from '../shared/wire/decision.js';
import type { Diagnostics } from './diagnostics.js';
import type { PastEdit, Replay, ReplayedRun } from './history.js';

export type { AiMessage } from '../room/talk.js';

import type { AskedFiles, ReportedQuestion } from './question-history.js';
import type { Report } from './report.js';

/** From the API to the room. A room only ever sees digests of link secrets; the only thing it generates are tokens. */
export type RoomCommand =
  | CreateCommand
  /** Whether the room exists. Needs no token: an id of 128 bits cannot be guessed, and a page wants to say "gone" at once. */
  | { type: 'exists' }
  /** Exchanges a link's secret for a token. The person's id is derived from `personKey`, which is never shown, so that returning people are recognised. */
  | { type: 'exchange'; secret: string; name: string; personKey: string }
  | { type: 'facts'; token: string }
  | { type: 'code'; token: string }
  | { type: 'decide'; token: string; decision: Decision }
  | { type: 'mine'; token: string }
  | { type: 'diagnose'; token: string }
  /** `shared`: only what everybody in the room may read. */
  | { type: 'replay'; token: string; shared?: boolean }
  /** `for`: the version that the candidate may have; default: the interviewers'. */
  | { type: 'report'; token: string; for?: 'candidate' | undefined }
  /** Adds another link for a role; existing links stay valid. */
  | { type: 'add-link'; token: string; role: Role; digest: string }
  /** Replaces or removes the links of a role; revokes a single token. */
  | { type: 'reset'; token: string; role: Role; digest: string | null }
  | { type: 'revoke'; token: string; jti: string }
  /** A program is to run on a server of whoever runs this one: begins, still runs, is over. `run` is the API's own. */
  | { type: 'service-run'; token: string; run: string; step: 'begin' | 'keep' | 'end' }
  | ConsultCommand
  /** Whether this person may read the question library, hidden tests included. */
  | { type: 'library'; token: string }
  /** The questions of the room, as far as this person may see them; one question in full. */
  | { type: 'questions'; token: string }
  | { type: 'question'; token: string; n: number }
  | { type: 'ask'; token: string; question: Question; language?: string | undefined; reveal: boolean }
  /** `language` applies to a question that is shown for the first time. */
  | { type: 'turn'; token: string; n: number; language?: string | undefined }
  | { type: 'hint' | 'stage' | 'withdraw'; token: string; n: number }
  /** How much editors help from now on. */
  | { type: 'set-help'; token: string; help: Help }
  | { type: 'delete'; token: string };

/** A command as the room receives it. `proven` is the identity of its token if it was verified on the way; only this server's own code may set it. */
export type DeliveredCommand = RoomCommand & { proven?: Identity | undefined };

/** A question for the AI of whoever runs this server: it is put into the talk; more of the answer has come; it is complete; whoever asked stops it. `run` is the API's own. */
export type ConsultCommand = { type: 'consult'; token: string; run: string } & (
  | { step: 'stop'; question: number }
  | { step: 'begin'; text: string; files?: readonly string[] | undefined }
  | { step: 'keep'; question: number; text: string }
  | { step: 'end'; question: number; text: string; state: AnswerState; sentence: string }
);

export interface CreateCommand {
  type: 'create';
  title: string;
  language: string;
  /** Text of the first file, with LF line ends. */
  code: string;
  /** Used instead of `code`; already checked with `filesFault`. */
  files?: readonly NewRoomFile[];
  brief: string;
  /** Prepared questions, in this order; already checked with `questionFaults`. */
  questions?: readonly Question[];
  /** Tests, already checked with `testFaults`, and how much candidates see of the results of hidden ones. Default: the counts. */
  tests?: readonly Test[];
  hiddenResults?: HiddenResults;
  /** Candidates may write tests too. */
  candidateTests?: boolean;
  /** How much editors help; default: in full. */
  help?: Help;
  /** Whether people may use AI; default: off. */
  ai?: AiRule;
  /** What the activity log notes; default: nothing, there is none. */
  log?: ActivityLevel;
  /** The phases of a timer that interviewers start. */
  timer?: readonly TimerPhase[];
  lobby: boolean;
  /** Newcomers wait while no interviewer is in the room. */
  rehearsal?: boolean;
  retentionHours: number;
  /** base64url SHA-256 of each role's secret (as UTF-8). */
  digests: Partial<Record<Role, string>>;
}

export interface Exchanged {
  token: string;
  role: Role;
  /** Milliseconds since 1970, like all times here. */
  expiresAt: number;
}

export interface RoomFacts {
  title: string;
  brief: string;
  state: 'open' | 'ended';
  lobby: boolean;
  /** Newcomers wait while no interviewer is in the room; left out where they do not. */
  rehearsal?: true;
  /** For somebody who waits: the names of interviewers who have been here. Left out when there are none. */
  expected?: string[];
  locked: boolean;
  language: string;
  /** How much editors help; left out where in full. */
  help?: Help;
  /** Whether people may use AI; left out where it is off. */
  ai?: AiRule;
  /** What the activity log notes; left out where there is none. Told to whoever waits in the lobby, too. */
  log?: ActivityLevel;
  createdAt: number;
  expiresAt: number;
  people: { id: string; name: string; role: Role; color: string }[];
  /** People in the lobby; for interviewers only. */
  waiting?: { id: string; name: string; role: Role }[];
  run?: { id: string; language: string; state: string; startedAt: number; durationMs?: number };
}

export interface RoomCode {
  files: { name: string; language: string; text: string }[];
}

/** What a candidate may download. */
export interface OwnWork extends RoomCode {
  name: string;
  /** The questions shown so far, each with its files and what came of the tests that everybody sees; the files of the current one are also in `files`. Left out when there are none. */
  questions?: (AskedFiles & { tests: Pick<ReportedQuestion['tests'][number], 'name' | 'state'>[] })[];
  /** The visible tests, and the latest result of each. */
  tests?: Test[];
  testResults?: TestResult[];
  activity: PastEdit[];
  /** Lines of the activity log that are about this person; left out when there are none. */
  activityLog?: ActivityEntry[];
  /** Times in which they were alone with the code; left out when there were none. */
  focus?: FocusStretch[];
  runs: ReplayedRun[];
}

/** Seconds to wait before it may be asked (0: it has been), the question's number, and what the AI is to be told. */
interface Consulted {
  wait: number;
  question: number;
  messages: AiMessage[];
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
  /** Seconds to wait before it may begin; 0: it has begun. */
  'service-run': { wait: number };
  consult: Consulted;
  library: null;
  questions: (AskedQuestion | DeskQuestion)[];
  question: Question;
  ask: DeskQuestion;
  turn: DeskQuestion;
  hint: DeskQuestion;
  stage: DeskQuestion;
  'set-help': null;
  withdraw: null;
  delete: null;
}

/** `detail` is a sentence that says what to do; it is shown to the person unchanged. */
export type CommandRefusal = { ok: false; status: 401 | 403 | 404 | 409 | 413 | 422 | 429; detail: string };
export type RoomAnswer<T extends RoomCommand['type'] = RoomCommand['type']> =
  | { ok: true; value: Answers[T] }
  | CommandRefusal;

/** Finds rooms by id. Rejects only when the room cannot answer at all; then a retry makes sense. */
export interface RoomDirectory {
  send<C extends RoomCommand>(room: string, command: C): Promise<RoomAnswer<C['type']>>;
}
