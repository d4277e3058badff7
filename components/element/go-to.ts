// Navigation: moves the cursor to the line of the last error, or to a person.
import type { Session } from '../session/session.js';
import type { Person } from '../session/sync/people.js';
import { t } from '../wording/words.js';
import { failedPlace } from './announcements.js';
import { placeOf, placeWords } from './person-place.js';
import type { Say } from './say.js';

/** The last visited person, per room. */
const last = new WeakMap<Session, string>();

/** In the shown file, if none is named. */
type Reveal = (line: number, fileName?: string) => void;

/** `reveal` moves the cursor to a line and focuses the editor. */
export function goToError(session: Session, reveal: Reveal, say: Say): void {
  const run = session.run.current;
  const place = run?.state === 'failed' ? failedPlace(session, run) : undefined;
  if (!place) return say(() => t('There is no line with an error.'));
  reveal(place.line, place.fileName);
  say(() => t('Error in {place}.', { place: place.words }));
}

/** Visits people in the order of their names, in all files. */
export function goToNextPerson(session: Session, reveal: Reveal, say: Say): void {
  const others = session.people.filter(({ id, self }) => !self && placeOf(session, id));
  others.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const before = others.findIndex(({ id }) => id === last.get(session));
  const next = others[(before + 1) % others.length];
  if (!next) return say(() => t('Nobody else is in a file.'));
  goToPerson(session, next, reveal, say);
}

/** After a click no announcement is needed, since the person sees the result. */
export function goToPerson(session: Session, { id, name }: Person, reveal: Reveal, say: Say = () => undefined): void {
  const place = placeOf(session, id);
  if (!place) return say(() => t('{name} is in no file at the moment.', { name }));
  last.set(session, id);
  reveal(place.line, place.file.name);
  say(() => `${name}, ${placeWords(place)}.`);
}
