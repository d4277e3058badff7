// Substitutes `buffer`, `events` and `process/` in the port of streams by the program's own, so that streams and program share classes.

declare global {
  /** Set while a part is evaluated. */
  const codeRoomShared: Readonly<Record<string, never>>;
}

export const { Buffer, Blob, EventEmitter, nextTick, stdout, stderr, env } = codeRoomShared;
export const version = 'v22.0.0';
