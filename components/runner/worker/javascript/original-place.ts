// Where a place of a compiled program is in what the person wrote.
import { decode } from '@jridgewell/sourcemap-codec';
import type { Place } from './trace.js';

/** Of the mappings of a source map; they are read when the first place is asked for. */
export function originalPlace(mappings: string): (place: Place) => Place | undefined {
  let lines: ReturnType<typeof decode> | undefined;
  return ({ line, column }) => {
    lines ??= decode(mappings);
    // What stands last before the place; of a line that begins with something added, the first that is the person's.
    const parts = (lines[line - 1] ?? []).filter((part) => part.length > 1);
    const [, , row, offset] = parts.findLast(([start]) => start < column) ?? parts[0] ?? [];
    return row === undefined || offset === undefined ? undefined : { line: row + 1, column: offset + 1 };
  };
}
