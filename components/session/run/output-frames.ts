/** Splits and joins output into messages that are neither too large nor too many. */

import { appendOutput, type Output, type OutputKind, WHOLE_KINDS } from '../../../party/shared/output.js';
import { WHOLE_PIECE_BYTES } from '../../../party/shared/page-limits.js';
import { piecesOf, utf8Length } from '../../../party/shared/plain-text.js';

/** UTF-16 units of output in one message, at three bytes each. */
const PRINT_UNITS = 16_000;

/** Splits a long text between characters; an image, table or file is sent whole or not at all. */
export function pieces(kind: OutputKind, text: string): Output[] {
  if (WHOLE_KINDS.has(kind)) {
    if (utf8Length(text) <= WHOLE_PIECE_BYTES) return [{ kind, text }];
    return [{ kind: 'note', text: `There is one more ${kind}, too large to be shared.` }];
  }
  if (text === '') return [];
  return Array.from(piecesOf(text, PRINT_UNITS), (piece) => ({ kind, text: piece }));
}

/** Joins neighbouring text and packs it into messages of limited size. */
export function frames(output: readonly Output[]): Output[][] {
  const all: Output[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const piece of output) {
    if (size + piece.text.length > PRINT_UNITS) {
      all.push([]);
      size = 0;
    }
    const frame = all[all.length - 1] as Output[];
    appendOutput(frame, piece);
    size += piece.text.length;
  }
  return all;
}

/** The output after its first so many UTF-16 units. */
export function since(output: readonly Output[], units: number): Output[] {
  const rest: Output[] = [];
  let left = units;
  for (const { kind, text } of output) {
    // An empty prompt counts with what follows it.
    if (left <= 0) rest.push({ kind, text });
    else if (left < text.length) rest.push({ kind, text: text.slice(left) });
    left -= text.length;
  }
  return rest;
}
