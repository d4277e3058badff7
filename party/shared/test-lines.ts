/** Tests as lines of a document: one line of JSON each, so that two people adding tests at the same time lose nothing. */
import { parseJson } from './json.js';
import { HIDDEN_RESULTS, type HiddenResults } from './test-results.js';
import { TEST_LIMITS, type Test, testFaults } from './tests.js';

/** Characters of the longest number behind a name: a space, and eight digits in parentheses are more than a document has lines. */
const MARK_LENGTH = 12;

/** On a line of its own: `hiddenResults` in the document of hidden tests, which only interviewers change; `candidateTests` in the other. */
interface TestSettings {
  hiddenResults?: HiddenResults;
  /** Set when the room is created; only the room uses it. */
  candidateTests?: boolean;
}

export interface TestLines {
  /** Names are unique. */
  tests: Test[];
  /** The line of each test. */
  lines: string[];
  settings: TestSettings;
  /** Lines that are neither tests nor settings, unchanged. */
  unreadable: string[];
}

export function readTests(text: string, hidden = false): Test[] {
  return readTestLines(text, hidden).tests;
}

/** Parses any text. `hidden`: the document is the interviewers'. */
export function readTestLines(text: string, hidden = false): TestLines {
  const found: TestLines = { tests: [], lines: [], settings: {}, unreadable: [] };
  const names = new FreeNames();
  for (const line of new Set(linesOf(text))) {
    const value = parseJson(line);
    const test = testOf(value, hidden);
    if (test) {
      found.tests.push({ ...test, name: names.next(test.name) });
      found.lines.push(line);
    } else if (isSettings(value)) Object.assign(found.settings, settingsOf(value));
    else found.unreadable.push(line);
  }
  return found;
}

/** Whether a test is hidden is given by its document, not its line. Equal tests give equal lines. */
export function testLine({ name, kind, hidden: _, ...fields }: Test): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return JSON.stringify({ name, kind, ...Object.fromEntries(known.sort(([one], [other]) => (one < other ? -1 : 1))) });
}

export function settingsLine({ hiddenResults, candidateTests }: TestSettings): string {
  return JSON.stringify({ hiddenResults, candidateTests });
}

/** The text of a document; each line ends with LF. */
export function writeTests(tests: readonly Test[], settings: TestSettings = {}): string {
  const first = Object.values(settings).some((value) => value !== undefined) ? [settingsLine(settings)] : [];
  return [...first, ...tests.map(testLine)].map((line) => `${line}\n`).join('');
}

/** The same tests with the settings of another text, or with none. */
export function withSettings(text: string, of = ''): string {
  const { settings } = readTestLines(of);
  const first = Object.keys(settings).length > 0 ? [`${settingsLine(settings)}\n`] : [];
  const lines = linesOf(text).filter((line) => !isSettings(parseJson(line)));
  return [...first, ...lines.map((line) => `${line}\n`)].join('');
}

/** A pasted JSON array is parsed as a list of tests. */
function linesOf(text: string): string[] {
  const lines = (text.trimStart().startsWith('[') && linesOfList(parseJson(text))) || text.split('\n');
  return lines.filter((line) => line.trim() !== '');
}

function linesOfList(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  try {
    return list.map((value) => JSON.stringify(value));
  } catch {
    // Nested deeper than the stack: what can be parsed cannot always be written.
    return null;
  }
}

function testOf(value: unknown, hidden: boolean): Test | null {
  if (testFaults([value]).length > 0) return null;
  const { hidden: _, ...test } = value as Test;
  return hidden ? { ...test, hidden } : test;
}

/** When two people add a test of the same name at the same time, both are kept: the second gets a number. */
class FreeNames {
  readonly #taken = new Set<string>();
  /** By what is the same for all names that a number may make equal: the last number given. Whoever wrote thousands of equal names would make us try all of them for each. */
  readonly #last = new Map<string, number>();

  next(name: string): string {
    let free = name;
    if (this.#taken.has(name)) {
      const characters = [...name];
      const stem = characters.slice(0, TEST_LIMITS.nameLength - MARK_LENGTH).join('');
      let copy = this.#last.get(stem) ?? 1;
      do {
        const mark = ` (${++copy})`;
        free = characters.slice(0, TEST_LIMITS.nameLength - mark.length).join('') + mark;
      } while (this.#taken.has(free));
      this.#last.set(stem, copy);
    }
    this.#taken.add(free);
    return free;
  }
}

function isSettings(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && ('hiddenResults' in value || 'candidateTests' in value);
}

function settingsOf({ hiddenResults, candidateTests }: Record<string, unknown>): TestSettings {
  const hidden = HIDDEN_RESULTS.find((word) => word === hiddenResults);
  return { ...(hidden && { hiddenResults: hidden }), ...(typeof candidateTests === 'boolean' && { candidateTests }) };
}
