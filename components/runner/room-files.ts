// The files that a program finds beside it: those with a relative path inside the folder, without duplicates and without its own name.
import type { ProgramFile } from './messages.js';

/** As many as a room has, and as many again for hidden tests. */
const MOST = 40;
const OUTSIDE = /^\/|(?:^|\/)\.{0,2}(?:\/|$)|[\p{Cc}\\]/u;

/** A name that is also a folder of another file is left out, because no file system allows both. */
export function roomFiles(fileName: string, files: readonly ProgramFile[]): ProgramFile[] {
  const names = new Set([fileName]);
  const kept: ProgramFile[] = [];
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
