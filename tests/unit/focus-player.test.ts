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
