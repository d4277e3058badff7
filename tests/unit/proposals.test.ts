/** The lines of a proposed change as people read them: those that change, and no others. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Text } from '@codemirror/state';
import { lineChanges } from '../../components/session/sync/line-changes.js';
import { changedLines, type ProposedPlace } from '../../party/shared/proposals.js';

/** As the room makes a place of a change. */
function placeOf(whole: string, from: number, to: number, insert: string): ProposedPlace {
  const text = Text.of(whole.split('\n'));
  const line = text.lineAt(from);
  const [lead, tail] = [text.sliceString(line.from, from), text.sliceString(to, text.lineAt(to).to)];
  return { from, to, insert, removed: text.sliceString(from, to), line: line.number, lead, tail };
}

/** With the number of the first line. */
function shown(place: ProposedPlace): string[] {
  const { skipped, before, after } = changedLines(place);
  return [String(place.line + skipped), ...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
}

function ofWholeText(before: string, after: string): string[] {
  const changes = lineChanges(Text.of(before.split('\n')), after.split('\n').slice(0, -1));
  return changes.flatMap((change) => {
    const { from, to = from, insert = '' } = change as { from: number; to?: number; insert?: string };
    return shown(placeOf(before, from, to, insert));
  });
}

describe('the lines of a proposed change', () => {
  it('are without the line behind a place of whole lines', () => {
    assert.deepEqual(ofWholeText('a\nb\nc\n', 'a\nB\nBB\nc\n'), ['2', '-b', '+B', '+BB']);
    assert.deepEqual(ofWholeText('a\nb\nc\n', 'a\nx\nb\nc\n'), ['2', '+x']);
    assert.deepEqual(ofWholeText('a\nb\nc\n', 'a\nc\n'), ['2', '-b']);
  });

  it('are without the line that others are put behind', () => {
    assert.deepEqual(ofWholeText('a\nb', 'a\nb\nc\n'), ['3', '+c', '+']);
    assert.deepEqual(shown(placeOf('a\nb\n', 1, 1, '\nx')), ['2', '+x']);
    assert.deepEqual(shown(placeOf('a\nb\nc', 1, 3, '')), ['2', '-b']);
    assert.deepEqual(shown(placeOf('a\nb\nc', 1, 3, '\nB')), ['2', '-b', '+B']);
  });

  it('are the line itself where only a part of it changes, or nothing is left of it', () => {
    assert.deepEqual(shown(placeOf('ab\n', 1, 1, 'x')), ['1', '-ab', '+axb']);
    assert.deepEqual(shown(placeOf('ab', 0, 2, '')), ['1', '-ab', '+']);
    assert.deepEqual(shown(placeOf('', 0, 0, 'x')), ['1', '-', '+x']);
    assert.deepEqual(shown(placeOf('a\na', 0, 2, '')), ['1', '-a']);
  });
});
