/** Recordings of private time come from a candidate's page: what cannot be played is no fault of the page that would play it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FocusPlayer } from '../../components/interview/focus-player.js';
import type { FocusRecording } from '../../party/shared/focus.js';

const recording = (files: unknown): FocusRecording => ({ files }) as FocusRecording;
const steps = (...steps: unknown[]) => recording([{ document: 1, name: 'a.py', language: 'python', steps }]);

it('plays what happened, moment by moment', () => {
  const player = FocusPlayer.of(steps([0, [[0, 'a']]], [1_000, [1, [0, 'b']]]));
  assert.deepEqual(
    [player?.length, player?.at(0)?.text.toString(), player?.at(1_000)?.text.toString()],
    [1_000, 'a', 'ab'],
  );
});

it('plays a file that was made under the name of one that had been removed', () => {
  const file = (document: number, ...steps: unknown[]) => ({ document, name: 'a.py', language: 'python', steps });
  const player = FocusPlayer.of(
    recording([file(1, [0, [[0, 'abc']]], [500, [3, [0, 'd']]]), file(2, [1_000, [[0, 'x']]], [1_500, [1, [0, 'y']]])]),
  );
  assert.deepEqual(
    [500, 1_000, 1_500].map((position) => player?.at(position)?.text.toString()),
    ['abcd', 'x', 'xy'],
  );
});

it('is none for a recording that nobody can play', () => {
  for (const wrong of [
    recording([null]),
    recording([{ name: 'a.py', steps: 5 }]),
    recording([{ name: {}, steps: [[0, [[0, 'a']]]] }]),
    steps([0, 'x']),
    steps([0, [[0, 'a']]], [1, [99]]),
    steps(['x', [[0, 'a']]]),
    steps([null, [[0, 'a']]]),
    steps(5),
  ])
    assert.equal(FocusPlayer.of(wrong), null, JSON.stringify(wrong));
});
