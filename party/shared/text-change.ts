/** Applies edits to a text at the cost of reading it once, however many places they change and however long its lines are. */
import { type ChangeDesc, type ChangeSet, Text } from '@codemirror/state';

/** Places that are no further apart than this, in UTF-16 units and in lines, are replaced together. */
const NEAR = 1024;
const NEAR_LINES = 32;
/** Lines from this length on are copied when they are parted: what is cut from one would keep all of it in memory. */
const LONG = 4096;
/** Places that `applyAll` composes before it applies them: fewer would go through the text too often, more take longer at once. */
const AT_ONCE = 1000;

/** UTF-16 units that `textOf` makes a text of at once. */
const PIECE = 20_000;

interface Place {
  from: number;
  to: number;
  inserted: Text;
}

/**
 * What the change makes of the text. `ChangeSet.apply` looks up each place by itself and copies its whole line each time: seconds
 * for some thousand places in a long line. Here neighbouring places, and all of one line, are replaced together. Throws a RangeError for
 * a change of a text of another length.
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

/** The lines that these places touch, with what becomes of them. */
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

/** Engines keep the long string that a short one was cut from. */
function copied(line: string): string {
  return ` ${line}`.slice(1);
}

/** In how many places a change changes its text. */
export function countPlaces(change: ChangeDesc): number {
  let places = 0;
  change.iterChangedRanges(() => {
    places++;
  }, true);
  return places;
}

/**
 * The text after all of these changes, made in pieces: where it yields, whoever asks may pause. A log of many small edits costs
 * far less so than each of them would; and as one string the text is read once for each piece, however many lines it has.
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

/** A text of these lines, made in pieces: at once it takes some time when there are hundreds of thousands of them. */
export function* textOf(text: string): Generator<undefined, Text> {
  let result = Text.empty;
  for (let at = 0; at < text.length; at += PIECE) {
    if (at > 0) yield;
    result = result.append(Text.of(text.slice(at, at + PIECE).split('\n')));
  }
  return result;
}

/** Changes that follow each other as one. Neighbours are composed first, so that no long change is gone through for each short one. To be applied, not mapped: others' edits are mapped over each by itself. */
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
