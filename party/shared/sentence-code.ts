/** Finds the code and the values of a sentence in a table of sentences. */

const VALUES = /\{(\w+)(?::[^|}]+\|[^}]+)?\}/g;

/** Null when the sentence is not in the table. */
export function codeIn<C extends string>(
  table: Readonly<Record<C, string>>,
  sentence: string,
): { code: C; values: Record<string, string> } | null {
  for (const [code, pattern] of Object.entries(table) as [C, string][]) {
    const names = [...pattern.matchAll(VALUES)].map(([, name = '']) => name);
    const parts = pattern.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = new RegExp(`^${parts.join('(.+)')}$`).exec(sentence);
    if (!found) continue;
    const values = names.map((name, at) => [name, withoutUnit(found[at + 1] ?? '', pattern)]);
    return { code, values: Object.fromEntries(values) };
  }
  return null;
}

/** The value of "3 seconds" is 3. */
function withoutUnit(value: string, pattern: string): string {
  return pattern.includes('|') ? value.replace(/ \p{L}+$/u, '') : value;
}
