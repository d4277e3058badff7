// Diff of a test's expected and actual text: by lines, and within lines.
import { Chunk } from '@codemirror/merge';
import { Text } from '@codemirror/state';

export interface DifferenceLine {
  /** `left-out` stands for `count` equal lines. */
  kind: 'same' | 'expected' | 'actual' | 'left-out';
  parts: readonly { text: string; differs: boolean }[];
  count?: number;
}

/** Number of equal lines shown around different ones. */
const AROUND = 2;
/** Limits, because comparing unusual texts must not block the page. */
const CONFIG = { scanLimit: 2_000, timeout: 200 };

export function differenceOf(expected: string, actual: string): DifferenceLine[] {
  const [a, b] = [wholeLines(expected), wholeLines(actual)];
  const lines: DifferenceLine[] = [];
  let from = 0;
  const same = (to: number, last = false) => lines.push(...shortened(linesOf(b, from, to), from === 0, last));
  for (const { fromA, toA, fromB, toB, changes } of Chunk.build(a, b, CONFIG)) {
    same(fromB);
    const inA = changes.map((change): Range => [fromA + change.fromA, fromA + change.toA]);
    const inB = changes.map((change): Range => [fromB + change.fromB, fromB + change.toB]);
    for (const parts of marked(linesOf(a, fromA, toA), fromA, inA)) lines.push({ kind: 'expected', parts });
    for (const parts of marked(linesOf(b, fromB, toB), fromB, inB)) lines.push({ kind: 'actual', parts });
    from = toB;
  }
  same(b.length, true);
  return lines;
}

/** The last line gets a line end, too; otherwise it would differ from the same line elsewhere. */
function wholeLines(text: string): Text {
  return Text.of([...text.split('\n'), '']);
}

type Range = [from: number, to: number];

function linesOf(text: Text, from: number, to: number): string[] {
  return from >= to ? [] : text.sliceString(from, to - 1).split('\n');
}

/** `start` is the position of the first line; `ranges` are the differences. */
function marked(lines: readonly string[], start: number, ranges: readonly Range[]): DifferenceLine['parts'][] {
  let at = start;
  return lines.map((line) => {
    const parts: { text: string; differs: boolean }[] = [];
    let done = 0;
    const add = (to: number, differs: boolean) => {
      if (to > done) parts.push({ text: line.slice(done, to), differs });
      done = Math.max(done, to);
    };
    for (const [from, to] of ranges) {
      if (to <= at || from >= at + line.length) continue;
      add(Math.max(0, from - at), false);
      add(Math.min(line.length, to - at), true);
    }
    add(line.length, false);
    at += line.length + 1;
    return parts;
  });
}

function shortened(same: readonly string[], first: boolean, last: boolean): DifferenceLine[] {
  const shown = (text: string): DifferenceLine => ({ kind: 'same', parts: [{ text, differs: false }] });
  const [before, after] = [first ? 0 : AROUND, last ? 0 : AROUND];
  const count = same.length - before - after;
  if (count < 2) return same.map(shown);
  const end = after === 0 ? [] : same.slice(-after);
  return [...same.slice(0, before).map(shown), { kind: 'left-out', parts: [], count }, ...end.map(shown)];
}
