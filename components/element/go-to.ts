// Takes the cursor to a place: the line of the last error, or where a person is.
import type { Session } from '../session/session.js';
import type { Person } from '../session/sync/people.js';
import { failedPlace, type Say } from './announcements.js';
import { placeOf, placeWords } from './person-place.js';

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

/** One after the other, by name, whichever file they are in. */
export function goToNextPerson(session: Session, reveal: Reveal, say: Say): void {
  const others = session.people.filter(({ id, self }) => !self && placeOf(session, id));
  others.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const before = others.findIndex(({ id }) => id === last.get(session));
  const next = others[(before + 1) % others.length];
  if (!next) return say('Nobody else is in a file.');
  goToPerson(session, next, reveal, say);
}

/** Whoever presses sees what is said aloud of a key. */
export function goToPerson(session: Session, { id, name }: Person, reveal: Reveal, say: Say = () => undefined): void {
  const place = placeOf(session, id);
  if (!place) return say(`${name} is in no file at the moment.`);
  last.set(session, id);
  reveal(place.line, place.file.name);
  say(`${name}, ${placeWords(place)}.`);
}
