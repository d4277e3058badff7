/** Cuts and packs output into messages that are neither too large nor too many. */
import type { Output } from '../../party/shared/protocol.js';

/** UTF-16 units of output in one message: three bytes each at most. */
const PRINT_UNITS = 16_000;

/** Cuts a long text between characters. */
export function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + PRINT_UNITS, text.length);
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    yield text.slice(at, end);
    at = end;
  }
}

/** Joins pieces of one kind and packs them into messages that are not too large. */
export function frames(output: readonly Output[]): Output[][] {
  const all: Output[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const { kind, text } of output) {
    if (size + text.length > PRINT_UNITS) {
      all.push([]);
      size = 0;
    }
    const frame = all[all.length - 1] as Output[];
    const last = frame.at(-1);
    if (last?.kind === kind) last.text += text;
    else frame.push({ kind, text });
    size += text.length;
  }
  return all;
}
