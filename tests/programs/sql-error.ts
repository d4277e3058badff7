/** The line of an error as the room shows it: sqlite3 says where the statement begins, and marks the place below a piece of it. */

const ERROR = /^(?:Parse|Runtime) error near line (\d+): (.*?)(?: \(\d+\))?\n(?: {2}(.*)\n(.*)\^)?/;

/** `main.sql:7: no such column: b` */
export function sqlErrorLine(code: string, message: string): string {
  const found = ERROR.exec(message);
  if (!found) return message;
  const [, begins, sentence, piece = '', mark = '  '] = found;
  const before = code.split('\n').slice(0, Number(begins) - 1);
  const start = before.reduce((length, line) => length + line.length + 1, 0);
  // The piece is one line.
  const at = code.slice(start).replaceAll(/\s/g, ' ').indexOf(piece.trimEnd());
  const place = start + Math.max(0, at) + mark.length - 2;
  return `main.sql:${code.slice(0, place).split('\n').length}: ${sentence}\n`;
}
