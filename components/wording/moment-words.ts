// What the kinds of noted moments are called.
import type { MomentKind } from '../../party/shared/entries.js';
import { translated, type Words } from './words.js';

const MOMENTS: Readonly<Record<MomentKind, string>> = {
  note: 'Note',
  hint: 'Hint given',
  good: 'Good',
  doubt: 'Doubt',
  question: 'Question',
} satisfies Words;

export function momentWord(kind: MomentKind): string {
  return translated(MOMENTS[kind]);
}
