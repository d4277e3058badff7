/** What stands in the files that are measured: Python of a length, the same each time. */

/** As many as a room may have. */
export const FILES = 20;

/** `length` ASCII characters. */
export function codeOf(length: number): string {
  const lines: string[] = [];
  for (let size = 0, n = 0; size < length; n++) {
    const line = n % 4 === 0 ? `def step_${n}(items):\n` : `    total_${n} = sum(item.price for item in items)\n`;
    lines.push(line);
    size += line.length;
  }
  return lines.join('').slice(0, length);
}
