// Markers of questions: asked or returned to, hints given, further parts shown.

import { t } from '../wording/words.js';
import { readQuestion } from './asked-questions.js';
import type { FoundMarker, MarkerSource } from './marker.js';

export function questionMarkers({ events }: MarkerSource): FoundMarker[] {
  const found: FoundMarker[] = [];
  const known = new Map<number, { hints: number; stage: number }>();
  const asked = new Set<number>();
  let current = 0;
  for (const { time, kind, data } of events) {
    const question = kind === 'questions' ? readQuestion(data) : null;
    if (!question) continue;
    const { n, title, hints, stage } = question;
    const before = known.get(n);
    known.set(n, { hints: hints.length, stage });
    const add = (label: string) => found.push({ time, label, person: '' });
    if (question.current && n !== current) {
      current = n;
      add(asked.has(n) ? t('Back to {title}', { title }) : title);
      asked.add(n);
    }
    if (before && hints.length > before.hints)
      add(t('Hint {count}: {hint}', { count: hints.length, hint: hints.at(-1) ?? '' }));
    if (before && stage > before.stage) add(t('{title}: part {part}', { title, part: stage + 1 }));
  }
  return found;
}
