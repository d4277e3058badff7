// Formats runs and sizes; not needed for the first keystroke.
import { duration } from '../../party/shared/format-time.js';
import type { CurrentRun } from '../session/run/run-log.js';

export function runOutcome({ state, durationMs }: CurrentRun): string {
  const time = duration(durationMs);
  switch (state) {
    case 'running':
      return 'running';
    case 'done':
      return `done in ${time}`;
    case 'failed':
      return `ended with an error after ${time}`;
    case 'stopped':
      return `stopped after ${time}`;
    case 'timed-out':
      return `stopped after ${time}: it printed nothing for too long`;
    case 'interrupted':
      return 'interrupted: the page that ran it was closed';
  }
}

export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1_000_000 ? `${Math.round(count / 1000)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}
