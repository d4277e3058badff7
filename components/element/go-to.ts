// Takes the cursor to a place by a key: the line of the last error, or where the next person is.
import type { Session } from '../session/session.js';
import { failedLine, type Say } from './announcements.js';

/** Who was gone to last, in each room. */
const last = new WeakMap<Session, string>();

/** `reveal` puts the cursor into a line and the focus into the editor. */
export function goToError(session: Session, reveal: (line: number) => void, say: Say): void {
  const run = session.run.current;
  const line = run?.state === 'failed' ? failedLine(session.document, run) : undefined;
  if (line === undefined) return say('There is no line with an error.');
  reveal(line);
  say(`Error in line ${line}.`);
}

/** One after the other, by name. */
export function goToPerson(session: Session, reveal: (line: number) => void, say: Say): void {
  const { document } = session;
  const others = [...document.cursors.values()].filter(({ person }) => !person.self);
  others.sort((a, b) => a.person.name.localeCompare(b.person.name) || a.person.id.localeCompare(b.person.id));
  const before = others.findIndex(({ person }) => person.id === last.get(session));
  const next = others[(before + 1) % others.length];
  if (!next) return say('Nobody else is in this file.');
  last.set(session, next.person.id);
  const line = document.text.lineAt(Math.min(next.head, document.text.length)).number;
  reveal(line);
  say(`${next.person.name}, line ${line}.`);
}
