/** Applies an edit to a text and measures it; one that changes very many places is taken through the text once. */
import { type ChangeSet, Text } from '@codemirror/state';
import { bytesGrown, keepsCharacters } from './shared/change.js';

/** From so many places on, looking up each costs more than going through the whole text. */
const MANY = 200;

/** What the edit makes of the text, and by how many UTF-8 bytes it grows; null when it would cut a character in two. */
export function applyChange(change: ChangeSet, text: Text): { text: Text; grown: number } | null {
  if (changedPlaces(change) < MANY)
    return keepsCharacters(change, text) ? { text: change.apply(text), grown: bytesGrown(change, text) } : null;
  const whole = text.toString();
  const slices = { length: whole.length, sliceString: (from: number, to: number) => whole.slice(from, to) };
  if (!keepsCharacters(change, slices)) return null;
  const parts: string[] = [];
  let at = 0;
  change.iterChanges((from, to, _from, _to, inserted: Text) => {
    parts.push(whole.slice(at, from), inserted.toString());
    at = to;
  }, true);
  parts.push(whole.slice(at));
  return { text: Text.of(parts.join('').split('\n')), grown: bytesGrown(change, slices) };
}

export function changedPlaces(change: ChangeSet): number {
  let places = 0;
  change.iterChangedRanges(() => {
    places++;
  }, true);
  return places;
}
