/** The kind of a document, by its number. Not part of a page's first load. */
import { BRIEF_DOCUMENT, isScorecard, SCORES_DOCUMENT } from './protocol.js';

/** In order, from the number of the brief on. */
export const DOCUMENT_KINDS = [
  'brief',
  'notes',
  'draft',
  'tests',
  'hidden-tests',
  'results',
  'hidden-results',
  'questions',
  'question-desk',
  'help',
  'timer',
  'chat',
  'interviewer-chat',
  'moments',
  'focus',
  'activity',
  'talk',
  'proposals',
] as const;

/** Scorecards that were handed in, and one that somebody works on. */
export const SCORECARD_KINDS = ['scores', 'scorecard'] as const;

export type DocumentKind = 'file' | (typeof DOCUMENT_KINDS | typeof SCORECARD_KINDS)[number];

export function documentKind(document: number): DocumentKind {
  if (isScorecard(document)) return document === SCORES_DOCUMENT ? 'scores' : 'scorecard';
  return DOCUMENT_KINDS[document - BRIEF_DOCUMENT] ?? 'file';
}
