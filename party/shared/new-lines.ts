/** The lines that a change adds to a text, or changes in it. */
import type { ChangeSet, Text } from '@codemirror/state';

/** `before` and `after` are the texts around the change. In order; without lines that were there before. */
export function newLines(change: ChangeSet, before: Text, after: Text): string[] {
  const found: string[] = [];
  change.iterChangedRanges((fromA, toA, fromB, toB) => {
    const old = new Set(linesOf(before, fromA, toA));
    // One at a time: there may be more than a call takes.
    for (const line of linesOf(after, fromB, toB)) if (line !== '' && !old.has(line)) found.push(line);
  });
  return found;
}

function linesOf(text: Text, from: number, to: number): string[] {
  return text.sliceString(text.lineAt(from).from, text.lineAt(to).to).split('\n');
}
