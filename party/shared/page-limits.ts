/** Limits that a page has to know, so that it sends nothing that a room would refuse. Reasons are in limits.ts. */

export const KiB = 1024;

export const PAGE_LIMITS = {
  frameBytes: 64 * KiB,
  changePlaces: 2_000,
  fileBytes: 512 * KiB,
  notesBytes: 64 * KiB,
  nameLength: 64,
  fileNameLength: 255,
  runOutputBytes: 64 * KiB,
} as const;

/** Bytes of one image, table or file in a run's output: what fits into one frame. */
export const WHOLE_PIECE_BYTES = 48 * KiB;

/** Bytes of a change, or of starter code, in one submission, so that its frame stays below `frameBytes`. */
export const SUBMISSION_BYTES = 48 * KiB;
