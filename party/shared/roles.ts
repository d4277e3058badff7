/** Who may do what in a room: one table, enforced by the room, shown by the element; what is not listed is refused. */
import type { DOCUMENT_KINDS } from './document-kinds.js';
import { BRIEF_DOCUMENT } from './protocol.js';

export const ROLES = ['interviewer', 'candidate', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** What a person can ask of a room, over the socket or over HTTP. */
export type Action =
  | 'edit'
  /** Writes the task as a draft, and shows it to everybody. */
  | 'edit-brief'
  | 'read-notes'
  | 'edit-notes'
  | 'run'
  | 'answer'
  | 'describe'
  /** Adds, removes and orders files, and says which one Run runs. */
  | 'arrange'
  /** Makes files read-only for others, or keeps them among interviewers; writes tests, and has hidden ones and what else is for interviewers alone. */
  | 'protect'
  /** Reads the library of questions, and asks them. */
  | 'ask'
  | 'seed'
  | 'point'
  | 'rename'
  /** Reads what the room is, who is in it, and the code. */
  | 'read'
  /** Takes home one's own code and what one has done. */
  | 'mine'
  /** Reads the log and the report. */
  | 'replay'
  /** Reads how the room is doing: figures, to find out why somebody has trouble. */
  | 'diagnose'
  /** Lets in whoever waits, or sends them away; learns who waits. */
  | 'admit'
  | 'remove'
  | 'assign'
  | 'lock'
  | 'end'
  /** Gives a role a new link or none, and takes back single tokens. */
  | 'revoke'
  | 'delete';

const OBSERVING = ['point', 'rename', 'read'] as const;
const WORKING = ['edit', 'run', 'answer', 'describe', 'arrange', 'seed', ...OBSERVING] as const;
const WRITING = ['protect', 'ask', 'edit-brief', 'read-notes', 'edit-notes'] as const;
const DECIDING = ['replay', 'diagnose', 'admit', 'remove', 'assign', 'lock', 'end', 'revoke', 'delete'] as const;

const TABLE: Readonly<Record<Role, readonly Action[]>> = {
  interviewer: [...WORKING, ...WRITING, ...DECIDING],
  candidate: [...WORKING, 'mine'],
  observer: OBSERVING,
};

/** What nobody does any more in a room that has ended; interviewers may still add to their notes. */
const OVER: ReadonlySet<Action> = new Set([
  'edit',
  'edit-brief',
  'run',
  'answer',
  'describe',
  'arrange',
  'protect',
  'seed',
  'rename',
]);

export function isOver(action: Action): boolean {
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

/** What it takes to read and to edit a document; null for reading: nothing, for editing: nobody does, the room writes it or it is shown when it is done. */
const FILE: Access = [null, 'edit'];
const READ_ONLY: Access = [null, null];
/** Of those who may edit, all but interviewers write tests only where the room lets them: `mayWriteTests`. */
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
];

function accessTo(document: number): Access {
  return ACCESS[document - BRIEF_DOCUMENT] ?? FILE;
}

/** To whom a document may be shown at all: its text, and that it is there. */
export function mayRead(role: Role, document: number): boolean {
  const [action] = accessTo(document);
  return action === null || may(role, action);
}

/** `candidateTests`: the room lets everybody write tests who may edit. */
export function mayWriteTests(role: Role, candidateTests: boolean): boolean {
  return may(role, candidateTests ? 'edit' : 'protect');
}

/** What the room says of a file beside its name: for interviewers alone to write, or to know of. */
export interface FileProtection {
  readonly: boolean;
  hidden: boolean;
}

export function mayReadFile(role: Role, { hidden }: FileProtection): boolean {
  return !hidden || may(role, 'protect');
}

export function mayWriteFile(role: Role, { readonly }: FileProtection): boolean {
  return !readonly || may(role, 'protect');
}

/** What has to be allowed to edit a document; null: nobody does. One that may not be read is as good as one that does not exist. */
export function editing(role: Role, document: number): Action | null {
  return mayRead(role, document) ? accessTo(document)[1] : 'edit';
}
