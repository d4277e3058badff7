// Markers of the timer: when it was started, stood still, and which phase began when.

import type { Timer } from '../../party/shared/entries.js';
import { isRecord } from '../../party/shared/json.js';
import { timerMoments } from '../../party/shared/timer-moments.js';
import { t } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';

export function timerMarkers({ events, startedAt, duration }: MarkerSource): FoundMarker[] {
  const told = events.filter(({ kind }) => kind === 'timer');
  const changes = told.map(({ time, data }) => ({ at: startedAt + time, timer: timerOf(data) }));
  return timerMoments(changes, startedAt + duration).map(({ at, kind, phase = '' }) => {
    const still = kind === 'paused' ? t('The timer stands still') : t('The timer goes on');
    return { time: at - startedAt, label: kind === 'phase' ? t('Timer: {phase}', { phase }) : still, person: '' };
  });
}

function timerOf(data: unknown): Timer | null {
  if (data === null || typeof data !== 'object') return null;
  const { phases, startedAt, pausedAt } = data as Partial<Timer>;
  const started = startedAt === null || typeof startedAt === 'number';
  const isPhase = (one: unknown) => isRecord(one) && typeof one.name === 'string' && typeof one.minutes === 'number';
  if (!Array.isArray(phases) || !started || !phases.every(isPhase)) return null;
  return { ...(data as Timer), startedAt: startedAt ?? null, pausedAt: pausedAt ?? null };
}
