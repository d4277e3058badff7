/** An edit by a program: a range of the text, and its replacement. */
import { ChangeSet } from '@codemirror/state';
import { plainText } from '../../../party/shared/plain-text.js';

export interface Replacement {
  /** Positions are in UTF-16 units. */
  from: number;
  /** Default: `from`, for an insertion. */
  to?: number;
  insert?: string;
}

/** Converts line ends to LF, and lone surrogates to replacement characters, as rooms require. Throws RangeError outside the text. */
export function toChange({ from, to = from, insert = '' }: Replacement, length: number): ChangeSet {
  return ChangeSet.of({ from, to, insert: plainText(insert) }, length, '\n');
}
