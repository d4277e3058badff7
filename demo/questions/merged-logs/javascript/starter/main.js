/** Lines of all logs, by time and lazily. */
export function* merge(logs) {
  for (const [server, log] of logs.entries()) {
    for (const [time, text] of log) yield [time, server, text];
  }
}

export function first(logs, count) {
  const lines = [];
  if (count === 0) return lines;
  for (const line of merge(logs)) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
