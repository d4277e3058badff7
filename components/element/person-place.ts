// The positions of the others: file and line.
import type { Session } from '../session/session.js';
import type { Files, RoomFile } from '../session/sync/files.js';
import { t } from '../wording/words.js';

export interface PersonPlace {
  file: RoomFile;
  line: number;
  /** It is the shown file. */
  here: boolean;
}

/** Where their cursor is, or where they look who have only scrolled; null when unknown, as for somebody who has just joined. */
export function placeOf({ documents: { files } }: Session, id: string): PersonPlace | null {
  for (const file of files.list) {
    const { document } = file;
    const cursor = [...document.cursors.values()].find(({ person }) => person.id === id);
    if (cursor) return placeIn(files, file, cursor.head);
  }
  for (const view of [...files.views.values()].reverse()) {
    if (files.shown.people.byReplica(view.replica)?.id !== id) continue;
    const file = files.list.find(({ document }) => document.id === view.document);
    const seen = file?.document.locate(view);
    if (file && seen) return placeIn(files, file, seen.anchor);
  }
  return null;
}

function placeIn(files: Files, file: RoomFile, position: number): PersonPlace {
  const { document } = file;
  const { number: line } = document.text.lineAt(Math.min(position, document.text.length));
  return { file, line, here: document === files.shown };
}

/** As text; names the file only if it is not the shown one. */
export function placeWords({ file, line, here }: PersonPlace): string {
  return here ? t('line {line}', { line }) : t('in {file}, line {line}', { file: file.name, line });
}

/** `line 3 of bank.py`; without a name: `line 3`. */
export function linePlace(line: number, file: string): string {
  return file ? t('line {line} of {file}', { line, file }) : t('line {line}', { line });
}

/** Calls `moved` when somebody's cursor has moved, in any file, including added ones. */
export function watchCursors(files: Files, moved: (event: Event) => void, signal: AbortSignal): void {
  const watched = new WeakSet();
  const watch = () => {
    for (const document of files.documents) {
      if (watched.has(document)) continue;
      watched.add(document);
      document.addEventListener('cursors', moved, { signal });
    }
  };
  files.addEventListener('change', watch, { signal });
  watch();
}
