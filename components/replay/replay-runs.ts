// The runs of a replay, with what each printed.
import { appendOutput, OUTPUT_KINDS, type Output } from '../../party/shared/output.js';
import type { ReplayEntry } from './read-replay.js';

/** Times are milliseconds since the start. */
export interface ReplayRun {
  readonly run: number;
  readonly name: string;
  readonly language: string;
  readonly time: number;
  /** Index of the person; null when nobody knows. */
  readonly person: number | null;
  /** Undefined while it is on. */
  end: { time: number; state: string; durationMs: number } | undefined;
  readonly output: (Output & { readonly time: number })[];
}

/** In order. Skips what is no run. */
export function runsIn(events: readonly ReplayEntry[]): ReplayRun[] {
  const runs: ReplayRun[] = [];
  const known = new Map<unknown, ReplayRun>();
  for (const { time, kind, data } of events) {
    if (data === null || typeof data !== 'object') continue;
    const { run, name, language, person, state, durationMs, kind: printed, text } = data as Record<string, unknown>;
    if (kind === 'run' && typeof run === 'number' && !known.has(run)) {
      const by = typeof person === 'number' ? person : null;
      const one = { run, name: words(name), language: words(language), time, person: by, end: undefined, output: [] };
      known.set(run, one);
      runs.push(one);
    }
    const one = known.get(run);
    const output = OUTPUT_KINDS.find((word) => word === printed);
    if (!one || one.end) continue;
    if (kind === 'output' && output && typeof text === 'string') one.output.push({ kind: output, text, time });
    const lasted = typeof durationMs === 'number' ? Math.max(0, durationMs) : 0;
    if (kind === 'run-end') one.end = { time, state: words(state), durationMs: lasted };
  }
  return runs;
}

/** What a run had printed by a time. */
export function printedBy({ output }: ReplayRun, time: number): Output[] {
  const shown: Output[] = [];
  for (const { kind, text, time: came } of output) {
    if (came > time) break;
    appendOutput(shown, { kind, text });
  }
  return shown;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
