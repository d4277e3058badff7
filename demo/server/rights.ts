/** The table of rights in words: what each role may send over the socket and request over HTTP. */
import { type Action, may, ROLES, type Role } from '../../party/shared/roles.js';

/** What the right is, its messages, and its routes; `…` is `/api/rooms/{id}`. */
const WORDS: Readonly<Record<Action, readonly [what: string, how: string]>> = {
  read: [
    'Read the code, the task, which questions were asked and who is in the room',
    'GET …, GET …/code, GET …/questions',
  ],
  point: ['Show a cursor, what one sees, and where one points', 'point, signal'],
  rename: ['Choose a name', 'rename'],
  edit: ['Edit files; accept and decline proposals', 'submit, judge'],
  arrange: ['Add, remove and order files', 'add-file, remove-file, restore-file, move-file, choose-entry'],
  protect: [
    'Make files read-only, or hide them from all but interviewers; write tests and hidden tests; say how much the editor helps',
    'protect-file, submit, POST …/help',
  ],
  ask: [
    'Read the library of questions, ask them, take out those that wait, give hints',
    'GET /api/questions, GET /api/questions/{question}, POST …/questions, GET …/questions/{n}, DELETE …/questions/{n}, POST …/questions/{n}/reveal, POST …/questions/{n}/return, POST …/questions/{n}/hint, POST …/questions/{n}/stage',
  ],
  describe: ['Name files and choose their language', 'describe'],
  chat: ['Write in the chat', 'post'],
  focus: ['Be alone with the code for a while', 'post'],
  'note-activity': ['Be noted in the activity log, and say something to it', 'post'],
  'read-activity': ['Read the activity log', 'document'],
  consult: ['Ask the AI, where the room has one', 'POST …/assistant, DELETE …/assistant/{question}'],
  propose: ['Propose a change of a file', 'propose'],
  lead: ['Set the timer, and ask everybody to look at a place', 'post, signal'],
  seed: ['Add starter code', 'seed'],
  run: ['Run and stop', 'start, stop, POST …/run'],
  answer: ['Answer a question of a program', 'answer'],
  mine: ['Download one’s own work', 'GET …/mine'],
  'edit-brief': ['Edit the task, and show it when it is done', 'submit, draft'],
  'read-notes': ['Read the notes', 'document'],
  'edit-notes': ['Write notes, and to the other interviewers in the chat', 'submit, post'],
  replay: ['Watch the replay and read the report', 'GET …/replay, GET …/report'],
  diagnose: ['See how the room is doing', 'GET …/diagnostics'],
  admit: [
    'Admit or decline people in the waiting room',
    'admit, decline, POST …/people/{person}/admit, POST …/people/{person}/decline',
  ],
  remove: ['Remove people', 'remove, POST …/people/{person}/remove'],
  assign: ['Change roles', 'assign, POST …/people/{person}/role'],
  lock: ['Lock and unlock', 'lock, POST …/lock, POST …/unlock'],
  end: ['End and reopen', 'end, POST …/end, POST …/reopen'],
  revoke: [
    'Make links, reset links and revoke tokens',
    'POST …/links/{role}, POST …/links/{role}/reset, DELETE …/links/{role}, POST …/tokens/revoke',
  ],
  delete: ['Delete the room', 'DELETE …'],
};

export interface Right {
  what: string;
  how: string;
  roles: readonly Role[];
}

export function rightsTable(): Right[] {
  return Object.entries(WORDS).map(([action, [what, how]]) => {
    return { what, how, roles: ROLES.filter((role) => may(role, action as Action)) };
  });
}
