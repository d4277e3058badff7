/** The times of a run's output are few, rise, and cut the output where it went on. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Output } from '../../party/shared/output.js';
import { noteTime, type OutputTimes, outputLength, timedOutput } from '../../party/shared/output-times.js';

it('of a long run that prints all the time few are kept, to its end', () => {
  const times: OutputTimes = [];
  for (let ms = 0; ms <= 600_000; ms += 50) noteTime(times, ms, 1 + ms);
  assert.ok(times.length > 90 && times.length <= 200, `${times.length}`);
  assert.ok(times.every(([ms], index) => ms > (times[index - 1]?.[0] ?? -1)));
  assert.equal(times.at(-1)?.[1], 600_001);
  // None is told much too early or too late.
  const gaps = times.map(([ms], index) => ms - (times[index - 1]?.[0] ?? 0));
  assert.ok(Math.max(...gaps) < 30_000, `${gaps}`);
});

const OUTPUT: Output[] = [
  { kind: 'stdout', text: 'abc' },
  { kind: 'prompt', text: '' },
  { kind: 'stderr', text: 'é€' },
];

it('pieces together are the output, however times lie', () => {
  for (const times of [
    [],
    [[5, 4]],
    [
      [5, 2],
      [6, 3],
      [7, 5],
    ],
    [[5, 8]],
    [[5, 100]],
    [[9, 0]],
    [[9, Number.NaN]],
  ] as OutputTimes[]) {
    const pieces = timedOutput(OUTPUT, times, 10);
    if (times.every(([, length]) => !Number.isNaN(length)))
      for (const kind of ['stdout', 'stderr'] as const)
        assert.equal(
          pieces.flatMap((piece) => (piece.kind === kind ? piece.text : [])).join(''),
          OUTPUT.find((piece) => piece.kind === kind)?.text,
        );
    assert.ok(pieces.every(({ ms }) => ms >= 0 && ms <= 10));
  }
  assert.equal(outputLength(OUTPUT), 8);
});

it('each has its time, and what is not told of comes at the end', () => {
  const times: OutputTimes = [
    [1, 2],
    [4, 5],
    [7, 7],
  ];
  assert.deepEqual(
    timedOutput(OUTPUT, times, 10).map(({ ms, kind, text }) => [ms, kind, text]),
    [
      [1, 'stdout', 'a'],
      [4, 'stdout', 'bc'],
      [4, 'prompt', ''],
      [7, 'stderr', 'é'],
      [10, 'stderr', '€'],
    ],
  );
});
