/** Splits a change that is too large for one submission. */
import { ChangeSet, type Text } from '@codemirror/state';
import { SUBMISSION_BYTES } from './page-limits.js';
import { utf8Length } from './plain-text.js';
import { splitsPair } from './wire/change.js';

/** Maximum bytes of a place on the wire without its inserted text: three numbers of up to four bytes. */
const PLACE_BYTES = 12;

interface Place {
  from: number;
  to: number;
  insert: Text;
}

/**
 * The parts of a change, each made on the text after the parts before it, with at most so many places and `bytes`. Returns the
 * change itself if one part is enough. Reads the change once, however many parts there are. Inserted text
 * is split between lines where possible, since others may write between two parts.
 */
export function splitChange(change: ChangeSet, places: number, bytes = SUBMISSION_BYTES): ChangeSet[] {
  const parts: ChangeSet[] = [];
  let part: Place[] = [];
  let left = bytes;
  let { length } = change;
  /** How far the previous parts, and all previous places, have shifted later positions. */
  let [made, moved] = [0, 0];
  const finish = () => {
    const finished = ChangeSet.of(part, length);
    parts.push(finished);
    length = finished.newLength;
    [part, left, made] = [[], bytes, moved];
  };
  change.iterChanges((from, to, _fromB, _toB, inserted) => {
    let start = from;
    let rest = inserted;
    do {
      let units = linesWithin(rest, left - PLACE_BYTES);
      if (part.length === places || left < PLACE_BYTES || (units === 0 && rest.length > 0)) {
        if (part.length > 0) finish();
        units =
          linesWithin(rest, left - PLACE_BYTES) ||
          Math.max(unitsWithin(rest, left - PLACE_BYTES), splitsPair(rest, 1) ? 2 : Math.min(1, rest.length));
      }
      const insert = rest.slice(0, units);
      part.push({ from: start + made, to: to + made, insert });
      moved += units - (to - start);
      left -= PLACE_BYTES + utf8Length(insert.toString());
      rest = rest.slice(units);
      start = to;
    } while (rest.length > 0);
  }, true);
  if (parts.length === 0) return [change];
  finish();
  return parts;
}

/** How many units of the text fit into so many UTF-8 bytes: all of them, or whole lines. */
function linesWithin(text: Text, bytes: number): number {
  const units = unitsWithin(text, bytes);
  return units < text.length ? text.sliceString(0, units).lastIndexOf('\n') + 1 : units;
}

/** How many units of the text fit into so many UTF-8 bytes, without splitting a character. */
function unitsWithin(text: Text, bytes: number): number {
  if (bytes <= 0) return 0;
  const start = text.sliceString(0, Math.min(text.length, bytes));
  let left = bytes;
  let units = 0;
  for (const character of start) {
    left -= utf8Length(character);
    if (left < 0) break;
    units += character.length;
  }
  return splitsPair(text, units) ? units - 1 : units;
}
