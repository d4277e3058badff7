/** Tests as they stand in a document of a room: a line of JSON for each, so that two who add some at the same time lose nothing. */
import { HIDDEN_RESULTS, type HiddenResults } from './test-results.js';
import { TEST_LIMITS, type Test, testFaults } from './tests.js';

/** In a line of their own: `hiddenResults` where the hidden tests stand, for interviewers alone to change; `candidateTests` where the others do. */
export interface TestSettings {
  hiddenResults?: HiddenResults;
  /** As the room was made; it is the room that heeds it. */
  candidateTests?: boolean;
}

export interface TestLines {
  /** No two of the same name. */
  tests: Test[];
  /** The line that each stands in. */
  lines: string[];
  settings: TestSettings;
  /** Lines that are neither, as they stand there. */
  unreadable: string[];
}

export function readTests(text: string, hidden = false): Test[] {
  return readTestLines(text, hidden).tests;
}

/** Of anything. `hidden`: of the document that interviewers alone have. */
export function readTestLines(text: string, hidden = false): TestLines {
  const found: TestLines = { tests: [], lines: [], settings: {}, unreadable: [] };
  const names = new Set<string>();
  for (const line of new Set(linesOf(text))) {
    const value = parsed(line);
    const test = testOf(value, hidden);
    if (test) {
      found.tests.push({ ...test, name: freeName(test.name, names) });
      found.lines.push(line);
    } else if (isSettings(value)) Object.assign(found.settings, settingsOf(value));
    else found.unreadable.push(line);
  }
  return found;
}

/** Where a test stands says whether it is hidden. The same test always gives the same line. */
export function testLine({ name, kind, hidden: _, ...fields }: Test): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return JSON.stringify({ name, kind, ...Object.fromEntries(known.sort(([one], [other]) => (one < other ? -1 : 1))) });
}

export function settingsLine({ hiddenResults, candidateTests }: TestSettings): string {
  return JSON.stringify({ hiddenResults, candidateTests });
}

/** The text of a document, each line with its end. */
export function writeTests(tests: readonly Test[], settings: TestSettings = {}): string {
  const first = Object.values(settings).some((value) => value !== undefined) ? [settingsLine(settings)] : [];
  return [...first, ...tests.map(testLine)].map((line) => `${line}\n`).join('');
}

/** The same tests with other settings: those of another text, or none. */
export function withSettings(text: string, of = ''): string {
  const { settings } = readTestLines(of);
  const first = Object.keys(settings).length > 0 ? [`${settingsLine(settings)}\n`] : [];
  const lines = linesOf(text).filter((line) => !isSettings(parsed(line)));
  return [...first, ...lines.map((line) => `${line}\n`)].join('');
}

/** A list that somebody has pasted is read as one. */
function linesOf(text: string): string[] {
  const list = text.trimStart().startsWith('[') ? parsed(text) : null;
  const lines = Array.isArray(list) ? list.map((value) => JSON.stringify(value)) : text.split('\n');
  return lines.filter((line) => line.trim() !== '');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null; // Somebody has written something else there.
  }
}

function testOf(value: unknown, hidden: boolean): Test | null {
  if (testFaults([value]).length > 0) return null;
  const { hidden: _, ...test } = value as Test;
  return hidden ? { ...test, hidden } : test;
}

/** Two who add a test of the same name at the same time both keep theirs. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free); copy++) {
    const end = ` (${copy})`;
    free = [...name].slice(0, TEST_LIMITS.nameLength - end.length).join('') + end;
  }
  taken.add(free);
  return free;
}

function isSettings(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && ('hiddenResults' in value || 'candidateTests' in value);
}

function settingsOf({ hiddenResults, candidateTests }: Record<string, unknown>): TestSettings {
  const hidden = HIDDEN_RESULTS.find((word) => word === hiddenResults);
  return { ...(hidden && { hiddenResults: hidden }), ...(typeof candidateTests === 'boolean' && { candidateTests }) };
}
