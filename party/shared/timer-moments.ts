/** What became of a timer, told by how it stood each time that it was changed: which phase began when, and when it stood still. */
import type { Timer } from './entries.js';
import { MINUTE_MS, SECOND_MS } from './time.js';

/** How a timer stood from `at` on; null: it was taken away. */
export interface TimerAt {
  at: number;
  timer: Timer | null;
}

export interface TimerMoment {
  at: number;
  kind: 'phase' | 'paused' | 'resumed';
  /** The name of the phase that began. */
  phase?: string;
}

/** `changes` in order, up to `end`. */
export function timerMoments(changes: readonly TimerAt[], end: number): TimerMoment[] {
  const found: TimerMoment[] = [];
  let before: Timer | null = null;
  for (const [index, { at, timer }] of changes.entries()) {
    // Told a moment after the room has noted its time.
    const justBegun =
      timer !== null && timer.startedAt !== before?.startedAt && at - (timer.startedAt ?? 0) < SECOND_MS;
    const anew = justBegun && !wentOn(before, timer);
    if (timer?.pausedAt && !before?.pausedAt) found.push({ at, kind: 'paused' });
    if (timer?.startedAt && !timer.pausedAt && before?.pausedAt && !anew) found.push({ at, kind: 'resumed' });
    const until = changes[index + 1]?.at ?? end + 1;
    // A phase begins unless the timer is changed before.
    if (timer?.startedAt && !timer.pausedAt) {
      let begins = timer.startedAt;
      for (const { name, minutes } of timer.phases) {
        const starting = (!before?.startedAt || anew) && begins <= at;
        if (starting || (begins > at && begins < until))
          found.push({ at: Math.max(begins, at), kind: 'phase', phase: name });
        begins += minutes * MINUTE_MS;
      }
    }
    before = timer;
  }
  return found;
}

/** Of a timer that had hardly begun when it stood still, which begins by its times anew when it goes on. */
function wentOn(before: Timer | null, { phases }: Timer): boolean {
  const { startedAt, pausedAt } = before ?? {};
  if (!startedAt || !pausedAt || pausedAt - startedAt >= SECOND_MS) return false;
  return JSON.stringify(before?.phases) === JSON.stringify(phases);
}
