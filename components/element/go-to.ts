// Takes the cursor to a place by a key: the line of the last error, or where the next person is.
import type { Session } from '../session/session.js';
import { failedPlace, type Say } from './announcements.js';

/** Who was gone to last, in each room. */
const last = new WeakMap<Session, string>();

/** Of the file that is shown, if none is named. */
type Reveal = (line: number, fileName?: string) => void;

/** `reveal` puts the cursor into a line and the focus into the editor. */
export function goToError(session: Session, reveal: Reveal, say: Say): void {
  const run = session.run.current;
  const place = run?.state === 'failed' ? failedPlace(session, run) : undefined;
  if (!place) return say('There is no line with an error.');
  reveal(place.line, place.fileName);
  say(`Error in ${place.words}.`);
}

/** One after the other, by name. */
export function goToPerson(session: Session, reveal: Reveal, say: Say): void {
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
