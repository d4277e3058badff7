// Says in words why an import did not work: browsers only say that fetching failed.

const STATIC_IMPORT = /^\s*(?:import|export)\b[^'"();]*?['"]([^'"]+)['"]/m;

/** A sentence if the program wants modules from elsewhere and failed with the error that this gives. */
export function importAdvice(code: string, error: unknown): string | undefined {
  if (!(error instanceof TypeError)) return undefined;
  const name = STATIC_IMPORT.exec(code)?.[1] ?? /\bimport\s*\(\s*['"]([^'"]+)['"]/.exec(code)?.[1];
  if (name === undefined || !/import|module|resolve|load/i.test(error.message)) return undefined;
  return `"${name}" cannot be imported: programs run here without a network. Put what you need into this file.`;
}
