// The questions of a replay: which was current when.
import type { ReplayEntry } from './read-replay.js';

/** From `time` on question `n` was current. */
export interface AskedAt {
  readonly time: number;
  readonly n: number;
  readonly title: string;
}

/** What a line of the list of questions says; null when it is none. */
export function readQuestion(
  data: unknown,
): { n: number; title: string; current: boolean; hints: string[]; stage: number } | null {
  if (data === null || typeof data !== 'object') return null;
  const { n, title, current, hints, stage } = data as Record<string, unknown>;
  if (typeof n !== 'number' || typeof title !== 'string') return null;
  const given = Array.isArray(hints) ? hints.map((hint) => (typeof hint === 'string' ? hint : '')) : [];
  return { n, title, current: current === true, hints: given, stage: typeof stage === 'number' ? stage : 0 };
}

/** Each time another question was asked or returned to. */
export function askedQuestions(events: readonly ReplayEntry[]): AskedAt[] {
  const asked: AskedAt[] = [];
  for (const { time, kind, data } of events) {
    const question = kind === 'questions' ? readQuestion(data) : null;
    if (question?.current && question.n !== asked.at(-1)?.n) asked.push({ time, n: question.n, title: question.title });
  }
  return asked;
}
