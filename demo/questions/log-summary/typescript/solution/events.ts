export interface Event {
  time: string;
  level: string;
  service: string;
  message: string;
}

const LEVELS = ['INFO', 'WARN', 'ERROR'];

/** The event of a line; null if it cannot be read. */
export function parseLine(line: string): Event | null {
  const [time, level, service, ...rest] = line.split(' ');
  if (time === undefined || level === undefined || service === undefined || rest.length === 0)
    return null;
  return LEVELS.includes(level) ? { time, level, service, message: rest.join(' ') } : null;
}
