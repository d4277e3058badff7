// Markers of the timer: when it was started, stood still, and which phase began when.

import type { Timer } from '../../party/shared/entries.js';
import { isRecord } from '../../party/shared/json.js';
import { MINUTE_MS } from '../../party/shared/time.js';
import { t } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';

export function timerMarkers({ events, startedAt, duration }: MarkerSource): FoundMarker[] {
  const told = events.filter(({ kind }) => kind === 'timer');
  const found: FoundMarker[] = [];
  let before: Timer | null = null;
  for (const [index, { time, data }] of told.entries()) {
    const timer = timerOf(data);
    const add = (label: string, at = time) => found.push({ time: at, label, person: '' });
    if (timer?.pausedAt && !before?.pausedAt) add(t('The timer stands still'));
    if (timer && !timer.pausedAt && before?.pausedAt) add(t('The timer goes on'));
    const until = told[index + 1]?.time ?? duration + 1;
    // A phase begins unless the timer is changed before.
    if (timer && timer.startedAt !== null && !timer.pausedAt) {
      let at = timer.startedAt - startedAt;
      for (const { name, minutes } of timer.phases) {
        const starting = !before?.startedAt && at <= time;
        if (starting || (at > time && at < until)) add(t('Timer: {phase}', { phase: name }), Math.max(at, time));
        at += minutes * MINUTE_MS;
      }
    }
    before = timer;
  }
  return found;
}

function timerOf(data: unknown): Timer | null {
  if (data === null || typeof data !== 'object') return null;
  const { phases, startedAt, pausedAt } = data as Partial<Timer>;
  const started = startedAt === null || typeof startedAt === 'number';
  const isPhase = (one: unknown) => isRecord(one) && typeof one.name === 'string' && typeof one.minutes === 'number';
  if (!Array.isArray(phases) || !started || !phases.every(isPhase)) return null;
  return { ...(data as Timer), startedAt: startedAt ?? null, pausedAt: pausedAt ?? null };
}
