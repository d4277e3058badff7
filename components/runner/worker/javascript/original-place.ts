// Maps a place in compiled code to the source.
import { decode } from '@jridgewell/sourcemap-codec';
import type { Place } from './trace.js';

/** `mappings` are those of a source map; parsed when the first place is requested. */
export function originalPlace(mappings: string): (place: Place) => Place | undefined {
  let lines: ReturnType<typeof decode> | undefined;
  return ({ line, column }) => {
    lines ??= decode(mappings);
    // The last mapping before the place; on a line that starts with generated code, the first one with a source.
    const parts = (lines[line - 1] ?? []).filter((part) => part.length > 1);
    const [, , row, offset] = parts.findLast(([start]) => start < column) ?? parts[0] ?? [];
    return row === undefined || offset === undefined ? undefined : { line: row + 1, column: offset + 1 };
  };
}
