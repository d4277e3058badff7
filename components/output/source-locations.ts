// Lines of the program that its error output names: `File "main.py", line 3`, `main.js:3:7`, `main.sql:3`.

export interface Place {
  /** Where it stands in the text. */
  from: number;
  to: number;
  line: number;
}

/** More are a stack of a deep recursion, which nobody clicks through. */
export const MAX_PLACES = 200;

export function placesIn(text: string, fileName: string, most = MAX_PLACES): Place[] {
  if (fileName === '') return [];
  const name = fileName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w/.-])${name}(?:", line |:)(\\d{1,6})(?::\\d{1,6})?`, 'g');
  const places: Place[] = [];
  for (const { 0: found, 1: line, index } of text.matchAll(pattern)) {
    if (places.length >= most) break;
    places.push({ from: index, to: index + found.length, line: Number(line) });
  }
  return places;
}

/** The line an error is about: Python names it last, all others first. */
export function errorLine(text: string, fileName: string): number | undefined {
  const places = placesIn(text, fileName);
  return (text.includes('", line ') ? places.at(-1) : places[0])?.line;
}
