// One sentence about a test's error, with the compared values.

const LENGTH = 400;
const VALUE_LENGTH = 150;

type Show = (value: unknown) => string;

export function reasonOf(error: unknown, show: Show): { reason: string; isAssertion: boolean } {
  if (!(error instanceof Error)) return { reason: `Threw ${short(show(error), VALUE_LENGTH)}`, isAssertion: false };
  const { name, message, code } = error as Error & { code?: unknown };
  const isAssertion = code === 'ERR_ASSERTION' || name.startsWith('AssertionError');
  const said = short(isAssertion ? (ofNode(error, show) ?? joined(message)) : joined(message), LENGTH);
  if (isAssertion) return { reason: said === '' ? 'An assertion failed.' : said, isAssertion };
  return { reason: said === '' ? name : `${name}: ${said}`, isAssertion };
}

/** Node shows two values as a diff; one sentence has both. */
function ofNode(error: Error, show: Show): string | undefined {
  const { generatedMessage, operator, actual, expected, message } = error as Error & Record<string, unknown>;
  // The test's own message precedes the values.
  if (generatedMessage === false) return String(message).split('\n\n')[0];
  if (
    generatedMessage !== true ||
    String(message).startsWith('The expression') ||
    !/^(?:==|===|equal|strictEqual|deepEqual|deepStrictEqual)$/.test(String(operator))
  )
    return undefined;
  return `Expected ${short(show(expected), VALUE_LENGTH)}, got ${short(show(actual), VALUE_LENGTH)}.`;
}

/** On one line, without Vitest's hints. */
function joined(message: string): string {
  return message
    .replace(/ \/\/ (?:Object\.is equality|deep equality)(?=$|\n)/, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
}

function short(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
