// What the kinds of noted moments are called.
import type { MomentKind } from '../../party/shared/entries.js';

export const MOMENT_WORDS: Readonly<Record<MomentKind, string>> = {
  note: 'Note',
  hint: 'Hint given',
  good: 'Good',
  doubt: 'Doubt',
  question: 'Question',
};
