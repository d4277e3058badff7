/** Storage keys of a room. Those of documents are in document-store.ts. */

export const STORAGE_KEYS = {
  record: 'room',
  tombstone: 'gone',
  run: 'run',
  files: 'files',
  /** Then the person's id. */
  person: 'p/',
  /** Then the replica's number. */
  replica: 'r/',
  /** Then the question's number and the kind of value. */
  question: 'q/',
  webhook: 'w/',
  /** Past runs; see `runKey`. */
  pastRun: 'g/',
  /** Lists of past runs, by person. */
  runList: 'gi/',
} as const;

/** Padded, so that runs sort in the order they started. */
export function runKey(run: number): string {
  return STORAGE_KEYS.pastRun + String(run).padStart(9, '0');
}
