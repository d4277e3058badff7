/** What a document of a room is, by its number; on a page this comes later than the rest. */
import { BRIEF_DOCUMENT } from './protocol.js';

/** From the number of the brief on. */
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
] as const;

export type DocumentKind = 'file' | (typeof DOCUMENT_KINDS)[number];

export function documentKind(document: number): DocumentKind {
  return DOCUMENT_KINDS[document - BRIEF_DOCUMENT] ?? 'file';
}
