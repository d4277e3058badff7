export type Line = [time: number, text: string];
export type Merged = [time: number, server: number, text: string];

/** Lines of all logs, by time and lazily. */
export function* merge(logs: Iterable<Line>[]): Generator<Merged> {
  for (const [server, log] of logs.entries()) {
    for (const [time, text] of log) yield [time, server, text];
  }
}

export function first(logs: Iterable<Line>[], count: number): Merged[] {
  const lines: Merged[] = [];
  if (count === 0) return lines;
  for (const line of merge(logs)) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
