/** What whoever runs the server reads: one JSON object a line, without code, names or secrets. */

/** Enough of a room's id to find it again, too little to enter it. */
export const ROOM_PREFIX = 6;

type LogFields = Record<string, string | number>;

/** The engine's own log is the one place that every engine shows. */
export function log(level: 'info' | 'error', event: string, fields: LogFields): void {
  const { log: print } = console;
  print(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
}

/** Takes what went wrong on our side. */
export function report(error: unknown): void {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  log('error', 'failure', { error: name, message, stack });
}
