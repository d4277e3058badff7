// The files that a program finds beside it: those whose names stay in its folder, each once, and none in place of its own.
import type { RoomFile } from './messages.js';

/** As many as a room has, and as many again that hidden tests bring. */
const MOST = 40;
const OUTSIDE = /^\/|(?:^|\/)\.{0,2}(?:\/|$)|[\p{Cc}\\]/u;

/** A name that is a folder of another one is left out as well: no disk has both. */
export function roomFiles(fileName: string, files: readonly RoomFile[]): RoomFile[] {
  const names = new Set([fileName]);
  const kept: RoomFile[] = [];
  for (const { name, text } of files) {
    const clashes = [...names].some(
      (other) => other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`),
    );
    if (clashes || OUTSIDE.test(name) || kept.length === MOST) continue;
    names.add(name);
    kept.push({ name, text });
  }
  return kept;
}
