// The source text of a call, by its place: Node's `assert` shows the expression that was false.

/** Undefined where there is no assertion. */
export function expressionAt(source: string, place: { line: number; column?: number } | undefined): string | undefined {
  const lines = source.split('\n');
  const line = lines[(place?.line ?? 0) - 1];
  if (line === undefined) return undefined;
  // Engines report different columns of a call.
  const before = place?.column === undefined ? line.length : place.column + 'assert'.length;
  const start = Math.max(line.lastIndexOf('assert', before), line.search(/\bok\s*\(/) === 0 ? 0 : -1);
  if (start < 0) return undefined;
  const rest = [line.slice(start), ...lines.slice(place?.line ?? 0)].join('\n');
  const end = closing(rest);
  return end === undefined ? undefined : rest.slice(0, end + 1);
}

/** The position of the bracket that closes the first one. */
function closing(text: string): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (/['"`]/.test(character)) quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}
