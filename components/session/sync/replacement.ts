/** An edit as a program writes it: a part of the text, and what stands there instead. */
import { ChangeSet } from '@codemirror/state';
import { plainText } from '../../../party/shared/plain-text.js';

export interface Replacement {
  /** Positions count UTF-16 units. */
  from: number;
  /** Default: `from`, which replaces nothing. */
  to?: number;
  insert?: string;
}

/** Lines end with LF, and half characters become replacement characters: a room takes no others. Throws RangeError outside the text. */
export function toChange({ from, to = from, insert = '' }: Replacement, length: number): ChangeSet {
  return ChangeSet.of({ from, to, insert: plainText(insert) }, length, '\n');
}
