/** The headless client: a session without an editor, for bots, tests and other editors. */

import { refusalOf } from './refusal/refusal-of.js';
import { findCodesBy } from './refusal/room-refusal.js';

export type { RefusalCode } from '../../party/shared/refusals.js';
export type { SessionOptions, Status } from './options.js';
export type { Claim, Outbox, OutboxEntry } from './outbox/outbox.js';
export { RoomRefusal } from './refusal/room-refusal.js';
export { type Refused, type SessionCode, SessionRefusal } from './refusal/session-refusal.js';
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

// A page fetches the table when it is needed; here it is part of the package's entry.
findCodesBy(refusalOf);

export { refusalOf };
