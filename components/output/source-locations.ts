// Finds lines of the room's files in error output: `File "main.py", line 3`, `bank.js:3:7`, `main.cs(3,7)`, `main.php on line 3`.

export interface Place {
  /** Position in the text. */
  from: number;
  to: number;
  fileName: string;
  line: number;
}

/** More than this is the trace of a deep recursion. */
export const MAX_PLACES = 200;

export function placesIn(text: string, fileNames: readonly string[], most = MAX_PLACES): Place[] {
  const names = fileNames.filter((name) => name !== '').map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\w/.-])(${names.join('|')})(?:", line |:line |:| on line |\\((?=\\d+[,)]))(\\d{1,6})(?:[:,]\\d{1,6})?`,
    'g',
  );
  const places: Place[] = [];
  for (const { 0: found, 1: fileName = '', 2: line, index } of text.matchAll(pattern)) {
    if (places.length >= most) break;
    places.push({ from: index, to: index + found.length, fileName, line: Number(line) });
  }
  return places;
}

/** Yellow, in which warnings are printed, as by `console.warn`: they are no errors, and may stand before one. */
const [YELLOW, USUAL] = ['\x1b[33m', '\x1b[39m'];

// Without a regular expression: bundlers that join its parts lose the backslash before a bracket.
export function withoutWarnings(stderr: string): string {
  const [first = '', ...rest] = stderr.split(YELLOW);
  const kept = rest.map((part) => {
    const end = part.indexOf('\x1b');
    return part.startsWith(USUAL, end) ? part.slice(end + USUAL.length).replace(/^\n/, '') : YELLOW + part;
  });
  return [first, ...kept].join('');
}

/** The line of an error: the last one in Python's output, the first one in others. */
export function errorPlace(stderr: string, fileNames: readonly string[]): Pick<Place, 'fileName' | 'line'> | undefined {
  const text = withoutWarnings(stderr);
  const places = placesIn(text, fileNames);
  return text.includes('", line ') ? places.at(-1) : places[0];
}

/** The line in one file that an error occurred in or was called through; of several the innermost. */
export function errorLine(text: string, fileName: string): number | undefined {
  return errorPlace(text, [fileName])?.line;
}
