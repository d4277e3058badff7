/** What people read of a text whose lines are sentences of ours or words of a program. */

/** Lines that are looked for; a reason of ours has fewer. */
const HEARD = 20;

/** Each line on its own, by `heard`. */
export function heardLines(text: string, heard: (line: string) => string): string {
  const lines = text.split('\n', HEARD);
  const rest = text.slice(lines.join('\n').length);
  return lines.map(heard).join('\n') + rest;
}
