// The stretches of a replay in which somebody was alone with the code.
import { endOf, type FocusLine, type FocusStretch, isStretch } from '../../party/shared/focus.js';
import type { MarkerSource } from './marker.js';

/** More than any interview has; a file may come from anybody. */
const MOST = 100;

/** Times are milliseconds since the start. */
export interface PrivateStretch {
  readonly name: string;
  /** Id of the person. */
  readonly by: string;
  readonly from: number;
  /** When it was over, or would have been. */
  readonly to: number;
}

/** In order; a line that was written again counts as it was in the end. */
export function privateStretches({ events, startedAt }: Pick<MarkerSource, 'events' | 'startedAt'>): PrivateStretch[] {
  const stretches = new Map<number, PrivateStretch>();
  for (const { time, kind, data } of events) {
    const line = kind === 'focus' ? stretchOf(data) : null;
    if (!line) continue;
    const { id, name, by } = line;
    const from = stretches.get(id)?.from ?? time;
    stretches.set(id, { name, by, from, to: Math.max(from, endOf(line) - startedAt) });
  }
  return [...stretches.values()].slice(0, MOST);
}

function stretchOf(data: unknown): FocusStretch | null {
  if (data === null || typeof data !== 'object') return null;
  const { id, by, name, until, endedAt = until } = data as Record<string, unknown>;
  const said = typeof id === 'number' && typeof by === 'string' && typeof name === 'string';
  const line = data as FocusLine;
  return said && isStretch(line) && [until, endedAt].every(Number.isFinite) ? line : null;
}
