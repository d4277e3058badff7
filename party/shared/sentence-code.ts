/** Finds the code and the values of a sentence in a table of sentences. */

const VALUES = /\{(\w+)(?::[^|}]+\|[^}]+)?\}/g;
/** No value has any. */
const BREAK = /[\n\r\u2028\u2029]/;

/** Null when the sentence is not in the table. Of several that fit, the one that says most itself: what it says might be a value of another. */
export function codeIn<C extends string>(
  table: Readonly<Record<C, string>>,
  sentence: string,
): { code: C; values: Record<string, string> } | null {
  let best: { code: C; pattern: string; found: string[] } | null = null;
  let most = -1;
  for (const [code, pattern] of Object.entries(table) as [C, string][]) {
    const parts = pattern.split(/\{[^}]+\}/);
    const own = parts.join('').length;
    const found = own > most ? valuesIn(sentence, parts) : null;
    if (found) [best, most] = [{ code, pattern, found }, own];
  }
  if (!best) return null;
  const { code, pattern, found } = best;
  const names = [...pattern.matchAll(VALUES)].map(([, name = '']) => name);
  const values = names.map((name, at) => [name, withoutUnit(found[at] ?? '', pattern)]);
  return { code, values: Object.fromEntries(values) };
}

/**
 * What stands between these parts, of which the first begins the sentence and the last ends it; null when they are not in it so.
 * An earlier value is as long as possible. It is no regular expression, because of some sentences that would take for ever, and anybody may write a sentence.
 */
function valuesIn(sentence: string, parts: readonly string[]): string[] | null {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return sentence === first ? [] : null;
  if (!sentence.startsWith(first) || !sentence.endsWith(last) || BREAK.test(sentence)) return null;
  const values: string[] = [];
  let end = sentence.length - last.length;
  for (const part of others.reverse()) {
    const at = sentence.lastIndexOf(part, end - part.length - 1);
    if (at < 0) return null;
    values.unshift(sentence.slice(at + part.length, end));
    end = at;
  }
  return end > first.length ? [sentence.slice(first.length, end), ...values] : null;
}

/** The value of "3 seconds" is 3. */
function withoutUnit(value: string, pattern: string): string {
  return pattern.includes('|') ? value.replace(/ \p{L}+$/u, '') : value;
}
