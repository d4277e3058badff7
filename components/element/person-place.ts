// Where the others are: in which file, and in which line of it.
import type { Session } from '../session/session.js';
import type { Files, RoomFile } from '../session/sync/files.js';

export interface PersonPlace {
  file: RoomFile;
  line: number;
  /** In the file that is shown here. */
  here: boolean;
}

/** Null when it is not known: whoever has just come has been nowhere. */
export function placeOf({ documents: { files } }: Session, id: string): PersonPlace | null {
  for (const file of files.list) {
    const { document } = file;
    const cursor = [...document.cursors.values()].find(({ person }) => person.id === id);
    if (!cursor) continue;
    const { number: line } = document.text.lineAt(Math.min(cursor.head, document.text.length));
    return { file, line, here: document === files.shown };
  }
  return null;
}

/** In words; the file only where it is another one than the one that is shown. */
export function placeWords({ file, line, here }: PersonPlace): string {
  return here ? `line ${line}` : `in ${file.name}, line ${line}`;
}

/** Calls when somebody has moved, in files that come later, too. */
export function followCursors(files: Files, moved: () => void, signal: AbortSignal): void {
  const followed = new WeakSet();
  const follow = () => {
    for (const document of files.documents) {
      if (followed.has(document)) continue;
      followed.add(document);
      document.addEventListener('cursors', moved, { signal });
    }
  };
  files.addEventListener('change', follow, { signal });
  follow();
}
