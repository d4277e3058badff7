/** Applies changes to a text in one pass, however many places they have and however long the lines are. */
import { type ChangeDesc, type ChangeSet, Text } from '@codemirror/state';

/** Places no further apart than this, in UTF-16 units and in lines, are replaced together. */
const NEAR = 1024;
const NEAR_LINES = 32;
/** Lines from this length on are copied when they are cut: a slice would keep the whole line in memory. */
const LONG = 4096;
/** Places that `applyAll` composes before it applies them. Fewer would mean more passes over the text, more would take longer at a time. */
const AT_ONCE = 1000;

/** UTF-16 units that `textOf` converts at a time. */
const PIECE = 20_000;

interface Place {
  from: number;
  to: number;
  inserted: Text;
}

/**
 * Returns the text after the change. `ChangeSet.apply` looks up each place separately and copies its whole line each time, which
 * takes seconds for some thousand places in a long line. Here neighbouring places, and all in one line, are replaced together.
 * Throws a RangeError when the change was made on a text of another length.
 */
export function applyChange(change: ChangeSet, text: Text): Text {
  if (change.length !== text.length) throw new RangeError('The change was made on a text of another length.');
  let result = text;
  let shift = 0;
  let group: Place[] = [];
  const replaceGroup = () => {
    const [first] = group;
    if (!first) return;
    const { from, to, inserted } = group.length > 1 || partsLongLine(text, first) ? wholeLines(text, group) : first;
    result = result.replace(from + shift, to + shift, inserted);
    shift += inserted.length - (to - from);
  };
  change.iterChanges((from, to, _fromB, _toB, inserted) => {
    const last = group.at(-1);
    if (last && !near(text, last.to, from)) {
      replaceGroup();
      group = [];
    }
    group.push({ from, to, inserted });
  }, true);
  replaceGroup();
  return result;
}

function near(text: Text, one: number, other: number): boolean {
  if (other - one <= NEAR_LINES) return true;
  const line = text.lineAt(one);
  return other <= line.to || (other - one <= NEAR && text.lineAt(other).number - line.number <= NEAR_LINES);
}

function partsLongLine(text: Text, { from, to, inserted }: Place): boolean {
  if (inserted.lines === 1 && from === to) return false;
  const line = text.lineAt(from);
  return line.length >= LONG && (inserted.lines > 1 || to > line.to);
}

/** The whole lines that these places touch, with their replacement. */
function wholeLines(text: Text, places: readonly Place[]): Place {
  const { from } = text.lineAt((places[0] as Place).from);
  const { to } = text.lineAt((places.at(-1) as Place).to);
  const before = text.sliceString(from, to);
  const parts: string[] = [];
  let at = from;
  for (const place of places) {
    parts.push(before.slice(at - from, place.from - from), place.inserted.toString());
    at = place.to;
  }
  parts.push(before.slice(at - from));
  return { from, to, inserted: Text.of(parts.join('').split('\n').map(copied)) };
}

/** Engines keep the long string that a slice was taken from, so the slice is copied. */
function copied(line: string): string {
  return ` ${line}`.slice(1);
}

/** The number of places that a change replaces. */
export function countPlaces(change: ChangeDesc): number {
  let places = 0;
  change.iterChangedRanges(() => {
    places++;
  }, true);
  return places;
}

/**
 * Returns the text after all of these changes. Yields now and then, so that the caller may pause. Composing makes a log of many
 * small edits far cheaper than applying each, and working on one string reads the text once per group, however many lines it has.
 */
export function* applyAll(text: string, changes: Iterable<ChangeSet>): Generator<undefined, string> {
  let result = text;
  let batch: ChangeSet[] = [];
  let places = 0;
  for (const change of changes) {
    if (places >= AT_ONCE) {
      result = applyBatch(result, batch);
      [batch, places] = [[], 0];
      yield;
    }
    batch.push(change);
    places += 1 + countPlaces(change);
  }
  return applyBatch(result, batch);
}

function applyBatch(text: string, batch: readonly ChangeSet[]): string {
  const parts: string[] = [];
  let at = 0;
  composeAll(batch)?.iterChanges((from, to, _fromB, _toB, inserted) => {
    parts.push(text.slice(at, from), inserted.toString());
    at = to;
  }, true);
  parts.push(text.slice(at));
  return parts.join('');
}

/** Converts a string to a Text. Yields now and then: hundreds of thousands of lines take some time. */
export function* textOf(text: string): Generator<undefined, Text> {
  let result = Text.empty;
  for (let at = 0; at < text.length; at += PIECE) {
    if (at > 0) yield;
    result = result.append(Text.of(text.slice(at, at + PIECE).split('\n')));
  }
  return result;
}

/** Composes consecutive changes, neighbours first, so that a long change is not read again for each short one. The result may be applied but not mapped: others' edits are mapped over each change separately. */
export function composeAll(changes: readonly ChangeSet[]): ChangeSet | null {
  let level = changes;
  while (level.length > 1) {
    const next: ChangeSet[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [one, other] = [level[i] as ChangeSet, level[i + 1]];
      next.push(other ? one.compose(other) : one);
    }
    level = next;
  }
  return level[0] ?? null;
}

/** Where the last place that it changes ends: there is the cursor of whoever has made it. Null when it changes nothing. */
export function lastPlace(change: ChangeDesc): number | null {
  let end: number | null = null;
  change.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
    end = toB;
  });
  return end;
}
