// The public names of the first load; importing them registers nothing.

export type { AskedQuestion } from '../party/shared/asked-questions.js';
export type { ChatEntry, MomentEntry, Timer, TimerChange, TimerPhase } from '../party/shared/entries.js';
export type { Proposal, ProposedPlace } from '../party/shared/proposals.js';
export type { Criterion, Question, QuestionFile, QuestionLanguage, Stage } from '../party/shared/question.js';
export type { TestResult, TestState } from '../party/shared/test-results.js';
export type { CallTest, CodeTest, IoTest, Json, Test } from '../party/shared/tests.js';
export { VERSION as version } from '../party/shared/version.js';
export { CodeRoom } from './code-room.js';
export { CodeRoomEditor } from './code-room-editor.js';
export type { CodeRoomReplay } from './code-room-replay.js';
export { CodeRoomRun } from './code-room-run.js';
export { CodeRoomStatus } from './code-room-status.js';
export type { CodeSelection } from './element/code-of-page.js';
export type { Command, CommandKeys, KeyChanges } from './element/command-keys.js';
export * from './element/events.js';
export type { GivenFile } from './element/file-calls.js';
export type { RoomFileFacts } from './element/file-host.js';
export type {
  CodeRoomActivityEvent,
  CodeRoomChatEvent,
  CodeRoomFocusEvent,
  CodeRoomFollowEvent,
  CodeRoomProposalEvent,
  CodeRoomTimerEvent,
} from './element/interview-events.js';
export type { Asking } from './element/question-calls.js';
export type { CodeRoomReplayPositionEvent } from './element/replay-events.js';
export type { ChatMessage } from './interview/chat.js';
export { defineReplay } from './register.js';
export type { CodeRoomBeforeRunEvent } from './run/before-run-event.js';
export type { RunOutcome } from './run/run-options.js';
export type {
  LanguageDefinition,
  RemoteEnd,
  RemoteLanguage,
  RemoteRequest,
  RemoteSink,
  SandboxLanguage,
} from './runner/languages/definition.js';
export { registerLanguage, runnableLanguages } from './runner/languages/registry.js';
export { type Judge0Options, judge0, type PistonOptions, piston } from './runner/remote/services.js';
export type { Status } from './session/options.js';
export type { Person } from './session/sync/people.js';
export type { TestOutcome, TestWish } from './tests/test-controller.js';
export { CodeRoomError } from './wording/room-error.js';
export { registerTranslation, type Translation, type TranslationOptions } from './wording/words.js';
