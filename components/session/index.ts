/** The headless client: a session in a room without an editor, for bots, tests and other editors. */
export type { RemoteCursor } from './document.js';
export { SessionDocument } from './document.js';
export { OutputEvent, RefusedEvent, RemoteChangeEvent } from './events.js';
export type { SessionOptions, Status } from './options.js';
export type { Claim, Outbox, OutboxEntry } from './outbox.js';
export type { Person } from './people.js';
export type { Replacement } from './replacement.js';
export type { CurrentRun, RunTicket } from './run-log.js';
export { RunLog } from './run-log.js';
export { Session } from './session.js';
export { Standing, type Waiting } from './standing.js';
