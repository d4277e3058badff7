/** The files of a room in stored form: which there are and were, and which one is the entry. */
import { ADDED_DOCUMENTS, MAIN_DOCUMENT } from './protocol.js';
import type { FileRecord } from './wire/room-message.js';

/** The files of a question that is not the current one. */
export interface FilesAside {
  question: number;
  entry: number;
  list: FileRecord[];
}

/** With its former position, who removed it and when (older rooms did not note it), and its question. */
export interface RemovedFile extends FileRecord {
  index: number;
  by: string;
  at?: number;
  question?: number;
  /** It was the entry, and this file became it in its place. Left out as soon as somebody has chosen an entry. */
  heir?: number;
}

export interface StoredFiles {
  entry: number;
  /** The number of the next added file. */
  next: number;
  list: FileRecord[];
  removed: RemovedFile[];
  /** The question of these files; left out for 0, before the first question. */
  question?: number;
  aside?: FilesAside[];
}

/** A room with only its first file. */
export const FIRST: StoredFiles = {
  entry: MAIN_DOCUMENT,
  next: ADDED_DOCUMENTS,
  list: [{ document: MAIN_DOCUMENT, readonly: false, hidden: false }],
  removed: [],
};

/** All that are or were files. */
export function allFiles({ list, removed, aside = [] }: StoredFiles): FileRecord[] {
  return [...list, ...removed, ...aside.flatMap((set) => set.list)];
}

/** The files that have been the entry in its place, one after the other: an heir may have been removed, too. */
export function heirsOf({ heir }: RemovedFile, removed: readonly RemovedFile[]): number[] {
  if (heir === undefined) return [];
  const gone = removed.find(({ document }) => document === heir);
  return [heir, ...(gone ? heirsOf(gone, removed) : [])];
}

export function withoutHeir({ heir: _, ...file }: RemovedFile): RemovedFile {
  return file;
}
