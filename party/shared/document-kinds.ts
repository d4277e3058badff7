/** The kind of a document, by its number. Not part of a page's first load. */
import { BRIEF_DOCUMENT } from './protocol.js';

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
] as const;

export type DocumentKind = 'file' | (typeof DOCUMENT_KINDS)[number];

export function documentKind(document: number): DocumentKind {
  return DOCUMENT_KINDS[document - BRIEF_DOCUMENT] ?? 'file';
}
