/** Under which keys a room lies in storage. Those of documents are in document-store.ts. */

export const STORAGE_KEYS = {
  record: 'room',
  tombstone: 'gone',
  run: 'run',
  files: 'files',
  /** Followed by a person's id. */
  person: 'p/',
  /** Followed by a replica's number. */
  replica: 'r/',
  /** Followed by a question's number and what is kept of it. */
  question: 'q/',
  webhook: 'w/',
  /** Runs that have ended; see `runKey`. */
  pastRun: 'g/',
  /** Lists of them, by person. */
  runList: 'gi/',
} as const;

/** Padded, so that runs come out of storage in the order they began. */
export function runKey(run: number): string {
  return STORAGE_KEYS.pastRun + String(run).padStart(9, '0');
}
