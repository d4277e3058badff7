/** The operator's log: one JSON object per line, without code, names or secrets. */

/** Enough of a room's id to identify it, too little to enter the room. */
export const ROOM_PREFIX = 6;

type LogFields = Record<string, string | number>;

/** Console is the one log that every engine shows. */
export function log(level: 'info' | 'error', event: string, fields: LogFields): void {
  const { log: print } = console;
  print(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
}

/** Logs our own errors. */
export function reportError(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  log('error', 'failure', { error: name, message, stack });
}
