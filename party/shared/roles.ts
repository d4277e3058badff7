/** Rights: what each role may do, in one table that the room enforces and the element shows. What is not listed is refused. */
import type { DOCUMENT_KINDS } from './document-kinds.js';
import { ACTIVITY_DOCUMENT, BRIEF_DOCUMENT, isScorecard } from './protocol.js';

/** In the order of their numbers on the wire. */
export const ROLES = ['interviewer', 'candidate', 'observer', 'assistant'] as const;
export type Role = (typeof ROLES)[number];

/** Actions on a room, over the socket or over HTTP. */
export type Action =
  | 'edit'
  /** Write the draft of the task, and publish it. */
  | 'edit-brief'
  | 'read-notes'
  | 'edit-notes'
  | 'run'
  | 'answer'
  | 'describe'
  /** Add, remove and reorder files, and choose the entry. */
  | 'arrange'
  /** Make files read-only or hidden for others; write tests, hidden ones included, and see everything else that is for interviewers only. */
  | 'protect'
  /** Read the question library, and ask questions. */
  | 'ask'
  | 'seed'
  /** Writes to everybody in the chat. */
  | 'chat'
  /** Asks the AI that the room's server passes questions on to. */
  | 'consult'
  /** Proposes a change of a file, which stands until somebody who may edit accepts or declines it. */
  | 'propose'
  /** Sets the timer, and asks everybody to look at a place. */
  | 'lead'
  | 'point'
  /** Keeps one's own edits, cursor and runs on one's own machine for a while. */
  | 'focus'
  /** Has what comes in from outside noted in the activity log, and says something to it. */
  | 'note-activity'
  /** Reads the activity log. */
  | 'read-activity'
  | 'rename'
  /** Read the room's facts, its people and the code. */
  | 'read'
  /** Download one's own work. */
  | 'mine'
  /** Read the log and the report. */
  | 'replay'
  /** Read diagnostics: numbers for support. */
  | 'diagnose'
  /** Admit or reject people in the lobby, and see who is there. */
  | 'admit'
  | 'remove'
  | 'assign'
  | 'lock'
  | 'end'
  /** Add, reset or remove links, and revoke single tokens. */
  | 'revoke'
  | 'delete';

const OBSERVING = ['point', 'rename', 'read'] as const;
const ASSISTING = ['chat', 'propose', ...OBSERVING] as const;
const WORKING = ['edit', 'run', 'answer', 'describe', 'arrange', 'seed', 'consult', ...ASSISTING] as const;
const WRITING = ['protect', 'ask', 'lead', 'edit-brief', 'read-notes', 'edit-notes'] as const;
const DECIDING = ['replay', 'diagnose', 'admit', 'remove', 'assign', 'lock', 'end', 'revoke', 'delete'] as const;

const TABLE: Readonly<Record<Role, readonly Action[]>> = {
  interviewer: [...WORKING, ...WRITING, ...DECIDING, 'read-activity'],
  candidate: [...WORKING, 'mine', 'focus', 'note-activity', 'read-activity'],
  observer: OBSERVING,
  assistant: ASSISTING,
};

/** Not possible in a room that has ended; interviewers may still add to their notes. */
const OVER: ReadonlySet<Action> = new Set([
  'edit',
  'edit-brief',
  'run',
  'answer',
  'describe',
  'arrange',
  'protect',
  'seed',
  'chat',
  'consult',
  'propose',
  'lead',
  'focus',
  'note-activity',
  'rename',
]);

export function endsWithRoom(action: Action): boolean {
  return OVER.has(action);
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

export function may(role: Role, action: Action): boolean {
  return TABLE[role].includes(action);
}

type Each<List, T> = { [K in keyof List]: T };
type Access = readonly [read: Action | null, edit: Action | null];

/** The rights to read and to edit a document. Null for reading: no right is needed; for editing: only the room writes it, or it is changed by publishing. */
const FILE: Access = [null, 'edit'];
const READ_ONLY: Access = [null, null];
/** Candidates who may edit also write tests, but only if the room allows it: `mayWriteTests`. */
const TESTS: Access = FILE;
const HIDDEN: Access = ['protect', 'protect'];
/** In the order of DOCUMENT_KINDS. */
const ACCESS: Each<typeof DOCUMENT_KINDS, Access> = [
  READ_ONLY,
  ['read-notes', 'edit-notes'],
  ['edit-brief', 'edit-brief'],
  TESTS,
  HIDDEN,
  [null, 'run'],
  HIDDEN,
  READ_ONLY,
  ['ask', null],
  [null, 'protect'],
  READ_ONLY,
  READ_ONLY,
  ['read-notes', null],
  ['read-notes', null],
  READ_ONLY,
  ['read-activity', null],
  READ_ONLY,
  READ_ONLY,
];

/** For whom of them: `Room.mayRead`. */
const SCORECARD: Access = ['read-notes', null];

function accessTo(document: number): Access {
  return isScorecard(document) ? SCORECARD : (ACCESS[document - BRIEF_DOCUMENT] ?? FILE);
}

/** Whether this role may know of a document and read it; the room asks `Room.mayRead`, which looks at the person as well. */
export function mayRead(role: Role, document: number): boolean {
  const [action] = accessTo(document);
  return action === null || may(role, action);
}

/** Whether this role reads of a document only what is about themselves: the room sends it whole, as each may read it. */
export function readsOwnLines(role: Role, document: number): boolean {
  return document === ACTIVITY_DOCUMENT && !may(role, 'replay');
}

/** `candidateTests` is the room's setting that everybody who may edit may write tests. */
export function mayWriteTests(role: Role, candidateTests: boolean): boolean {
  return may(role, candidateTests ? 'edit' : 'protect');
}

/** Protection of a file: only interviewers may write it, or know of it. */
interface FileProtection {
  readonly: boolean;
  hidden: boolean;
}

export function mayReadFile(role: Role, { hidden }: FileProtection): boolean {
  return !hidden || may(role, 'protect');
}

export function mayWriteFile(role: Role, { readonly }: FileProtection): boolean {
  return !readonly || may(role, 'protect');
}

/** The right needed to edit a document; null if nobody may. For a document that may not be read, use `mayRead` first. */
export function editing(role: Role, document: number): Action | null {
  return mayRead(role, document) ? accessTo(document)[1] : 'edit';
}
