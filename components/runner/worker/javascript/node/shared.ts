// What the build gives the port of streams in place of `buffer`, `events` and `process/`: the program's own, so that a stream gives what it knows.

declare global {
  /** Given to a part while it is run. */
  const codeRoomShared: Readonly<Record<string, never>>;
}

export const { Buffer, Blob, EventEmitter, nextTick, stdout, stderr, env } = codeRoomShared;
export const version = 'v22.0.0';
