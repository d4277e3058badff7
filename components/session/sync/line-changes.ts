// Changes a document to other lines by replacing whole lines only, so that others' concurrent edits in other lines are kept.
import type { ChangeSpec, Text } from '@codemirror/state';

/** Each line of `after` ends with LF; equal lines are not touched. */
export function lineChanges(text: Text, after: readonly string[]): ChangeSpec[] {
  const before = linesOf(text);
  const kept = commonLines(before, after);
  const changes: ChangeSpec[] = [];
  let [from, line, next] = [0, 0, 0];
  for (const [old, fresh] of [...kept, [before.length, after.length] as const]) {
    const to = Math.min(text.length, from + lengthOf(before.slice(line, old)));
    // The last line may lack its LF if somebody else has written it.
    const open = to === text.length && text.length > 0 && text.sliceString(to - 1) !== '\n';
    const added = after.slice(next, fresh).map((one) => `${one}\n`);
    const insert = (open && to === from && added.length > 0 ? '\n' : '') + added.join('');
    if (to > from || insert !== '') changes.push({ from, to, insert });
    from = Math.min(text.length, to + lengthOf(before.slice(old, old + 1)));
    [line, next] = [old + 1, fresh + 1];
  }
  return changes;
}

export function linesOf(text: Text): string[] {
  const lines = text.toString().split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** Pairs of equal lines in the same order: all at both ends, and between them as many as possible, unless there are thousands. */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [old: number, fresh: number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const same = (from: number, count: number, shift: number) =>
    Array.from({ length: count }, (_, at) => [from + at, from + at + shift] as const);
  const middle = longest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...same(0, start, 0),
    ...middle.map(([old, fresh]) => [old + start, fresh + start] as const),
    ...same(before.length - end, end, after.length - before.length),
  ];
}

/** Cells of the table of `longest`: that of two texts of 2,000 lines each, 8 MB. */
const CELLS = 4_000_000;

/** The longest common subsequence; of texts that are too long for its table none. */
function longest(before: readonly string[], after: readonly string[]): [old: number, fresh: number][] {
  const width = after.length + 1;
  if ((before.length + 1) * width > CELLS) return [];
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (old: number, fresh: number) => lengths[old * width + fresh] ?? 0;
  for (let old = before.length - 1; old >= 0; old--)
    for (let fresh = after.length - 1; fresh >= 0; fresh--)
      lengths[old * width + fresh] =
        before[old] === after[fresh] ? at(old + 1, fresh + 1) + 1 : Math.max(at(old + 1, fresh), at(old, fresh + 1));
  const kept: [number, number][] = [];
  for (let [old, fresh] = [0, 0]; old < before.length && fresh < after.length; ) {
    if (before[old] === after[fresh]) kept.push([old++, fresh++]);
    else if (at(old + 1, fresh) >= at(old, fresh + 1)) old++;
    else fresh++;
  }
  return kept;
}
