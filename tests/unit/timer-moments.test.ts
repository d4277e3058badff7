/** The moments of a timer are those at which a phase began or it stood still, however it was set. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { timerMarkers } from '../../components/replay/marker-timer.js';
import type { Timer } from '../../party/shared/entries.js';
import { timerMoments } from '../../party/shared/timer-moments.js';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);
const PHASES = [
  { name: 'Read', minutes: 5 },
  { name: 'Code', minutes: 25 },
];

function timer(startedAt: number | null, pausedAt: number | null = null, phases = PHASES): Timer {
  const at = (minute: number | null) => (minute === null ? null : START + minute * MINUTE);
  return { phases, startedAt: at(startedAt), pausedAt: at(pausedAt), extraMinutes: 0, extraFor: {} };
}

/** In minutes since the start; a change is told 20 ms late. */
function said(...changes: [minute: number, timer: Timer | null][]): unknown[] {
  const told = changes.map(([minute, timer]) => ({ at: START + minute * MINUTE + 20, timer }));
  return timerMoments(told, START + 60 * MINUTE).map(({ at, kind, phase }) => [
    Math.round((at - START) / MINUTE),
    phase ?? kind,
  ]);
}

it('phases begin when the timer is started, and go on by themselves', () => {
  assert.deepEqual(said([0, timer(null)], [2, timer(2)]), [
    [2, 'Read'],
    [7, 'Code'],
  ]);
});

it('what stood still goes on where it was', () => {
  assert.deepEqual(said([0, timer(0)], [2, timer(0, 2)], [10, timer(8)]), [
    [0, 'Read'],
    [2, 'paused'],
    [10, 'resumed'],
    [13, 'Code'],
  ]);
});

it('a timer that is set anew begins with its first phase, running or not', () => {
  const others = [{ name: 'Discuss', minutes: 10 }];
  const begun = [0, 'Read'];
  assert.deepEqual(said([0, timer(0)], [3, timer(3, null, others)]), [begun, [3, 'Discuss']]);
  // The same phases, as by pressing "Set anew" twice.
  assert.deepEqual(said([0, timer(0)], [3, timer(3)]), [begun, [3, 'Read'], [8, 'Code']]);
  const stood = [begun, [2, 'paused']];
  assert.deepEqual(said([0, timer(0)], [2, timer(0, 2)], [4, timer(4, null, others)]), [...stood, [4, 'Discuss']]);
  assert.deepEqual(said([0, timer(0)], [2, timer(0, 2)], [4, timer(null, null, others)]), stood);
});

it('a timer that stood still within its first second goes on', () => {
  const second = 1 / 60;
  const told = [
    [0, 'Read'],
    [0, 'paused'],
    [5, 'resumed'],
  ];
  assert.deepEqual(said([0, timer(0)], [second / 2, timer(0, second / 2)], [5, timer(5 - second / 2)]), [
    ...told,
    [10, 'Code'],
  ]);
  const others = [{ name: 'Discuss', minutes: 10 }];
  assert.deepEqual(said([0, timer(0)], [second / 2, timer(0, second / 2)], [5, timer(5, null, others)]), [
    ...told.slice(0, 2),
    [5, 'Discuss'],
  ]);
});

it('more time is no new beginning', () => {
  assert.deepEqual(said([0, timer(0)], [1, { ...timer(0), extraMinutes: 5 }]), [
    [0, 'Read'],
    [5, 'Code'],
  ]);
});

it('a timer that was taken away says nothing', () => {
  assert.deepEqual(said([0, timer(0)], [3, null]), [[0, 'Read']]);
});

it('a replay has them as markers, by its own clock', () => {
  const told = [
    [0, timer(0)],
    [3, timer(3)],
    [4, timer(3, 4)],
    [6, timer(5)],
    [7, null],
    [8, 'nonsense'],
  ] as const;
  const events = told.map(([minute, data]) => ({ time: minute * MINUTE, kind: 'timer', data }));
  const source = { events, startedAt: START, duration: 60 * MINUTE } as unknown as Parameters<typeof timerMarkers>[0];
  assert.deepEqual(
    timerMarkers(source).map(({ time, label }) => [time / MINUTE, label]),
    [
      [0, 'Timer: Read'],
      [3, 'Timer: Read'],
      [4, 'The timer stands still'],
      [6, 'The timer goes on'],
    ],
  );
});
