// The words of a scorecard's criteria: the general ones in the language of whoever reads them, all others as they were written.
import { CRITERIA_TEXTS } from '../../party/shared/scorecard.js';
import { t, translated } from './words.js';

/** A criterion or one of its levels; `question`: its number, 0 for those of none. */
export function criterionText(question: number, text: string): string {
  return question === 0 && CRITERIA_TEXTS.includes(text) ? translated(text) : text;
}

export function criteriaTitle({ question, title }: { question: number; title: string }): string {
  return question === 0 ? t('General') : title;
}
