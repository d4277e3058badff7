/** Output of a run on the wire: always the last value of its frame, read to the end. */

import { OUTPUT_KINDS, type Output } from '../output.js';
import { Reader, Writer } from './codec.js';
import { type Field, oneOf, record, rest, text } from './fields.js';

const kind = oneOf(OUTPUT_KINDS, 'A piece of output is of a kind this room does not know.');

export const output: Field<Output[]> = rest(record({ kind, text }));

/** In stored form. */
export function packOutput(pieces: readonly Output[]): Uint8Array {
  const w = new Writer();
  output.write(w, [...pieces]);
  return w.finish();
}

/** Throws FrameError. */
export function unpackOutput(packed: Uint8Array): Output[] {
  return output.read(new Reader(packed), packed.length);
}
