/** The headless client: a session without an editor, for bots, tests and other editors. */

export type { RefusalCode } from '../../party/shared/refusals.js';
export type { SessionOptions, Status } from './options.js';
export type { Claim, Outbox, OutboxEntry } from './outbox/outbox.js';
export { type Refused, type SessionCode, SessionRefusal } from './refusal/session-refusal.js';
export { refusalOf } from './refusal-of.js';
export { RoomState, type WaitingPerson } from './room-state.js';
export type { CurrentRun, RunTicket } from './run/run-log.js';
export { RunLog } from './run/run-log.js';
export { Session } from './session.js';
export type { RemoteCursor } from './sync/cursors.js';
export { SessionDocument } from './sync/document.js';
export { OutputEvent, RefusedEvent, RemoteChangeEvent } from './sync/events.js';
export {
  addFile,
  chooseEntry,
  moveFile,
  type NewFile,
  protectFile,
  removeFile,
  renameFile,
  restoreFile,
} from './sync/file-changes.js';
export { Files, type RoomFile } from './sync/files.js';
export type { Person } from './sync/people.js';
export { judge, type ProposedChange } from './sync/proposals.js';
export type { Replacement } from './sync/replacement.js';
