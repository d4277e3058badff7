// Formats runs and sizes; not needed for the first keystroke.
import { table } from '../../party/shared/languages.js';
import type { CurrentRun } from '../session/run/run-log.js';
import { duration } from './times.js';
import { t, translated, type Words } from './words.js';

export function runOutcome({ state, durationMs }: Pick<CurrentRun, 'state' | 'durationMs'>): string {
  const time = duration(durationMs);
  switch (state) {
    case 'running':
      return t('running');
    case 'done':
      return t('done in {time}', { time });
    case 'failed':
      return t('ended with an error after {time}', { time });
    case 'stopped':
      return t('stopped after {time}', { time });
    case 'timed-out':
      return t('stopped after {time}: it printed nothing for too long', { time });
    case 'interrupted':
      return t('interrupted: the page that ran it was closed');
  }
}

const ENDS = table({
  running: 'running',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
  'timed-out': 'timed out',
  interrupted: 'interrupted',
} satisfies Words);

/** The state of a run in one word; that of a file may be unknown. */
export function endWord(state: string): string {
  return translated(ENDS[state] ?? state);
}

export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  return count < 1_000_000 ? `${Math.round(count / 1000)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
}
