/** Test results as lines of a document: a tolerant parser, and a writer that stays within the limits. */
import { isHighSurrogate, utf8Length } from './plain-text.js';
import {
  RESULT_LIMITS,
  type ResultLine,
  TEST_STATES,
  type TestResult,
  type TestRun,
  type TestState,
} from './test-results.js';
import { LATEST } from './time.js';

/** Test runs, the last started one at the end; remaining results of others come first. The shared results of hidden tests are separate: `readSharedHidden`. */
export function readRuns(text: string, hidden = false): TestRun[] {
  const runs = new Map<string, Run>();
  for (const line of linesOf(text)) {
    const run = runs.get(line.id) ?? new Run(line.id);
    if (line.type === 'begin') {
      // A repeated line means that its page reconnected as another replica; the order is by first start.
      if (!run.facts.at) runs.delete(line.id);
      run.begin(line, line.names, line.code);
      runs.set(line.id, run);
    } else if (line.type === 'result') {
      run.results.set(line.result.name, { ...line.result, hidden });
      runs.set(line.id, run);
    } else if (line.type === 'stop') run.facts.stopping = true;
    else if (line.type === 'end') run.facts.ended = true;
  }
  const all = [...runs.values()];
  const begun = all.filter(({ facts }) => facts.at > 0);
  return [...all.filter(({ facts }) => facts.at === 0), ...begun].map((run) => run.read());
}

/** The last run of hidden tests, as far as candidates may see it; null if none. */
export function readSharedHidden(text: string): TestRun | null {
  let told = null as Run | null;
  for (const line of linesOf(text)) {
    if (line.type === 'hidden-begin') {
      if (told?.facts.id !== line.id) told = new Run(line.id);
      told.begin(line, []);
      told.facts.counts ??= { passed: 0, failed: 0, total: line.total };
    }
    if (!told || told.facts.id !== line.id) continue;
    if (line.type === 'hidden-end') told.facts.ended = true;
    if (line.type === 'hidden-counts' && told.facts.counts)
      told.facts.counts = { ...told.facts.counts, passed: line.passed, failed: line.failed };
    if (line.type !== 'hidden-verdict') continue;
    const state = line.passed ? 'passed' : 'failed';
    told.results.set(line.name, { name: line.name, state, durationMs: 0, hidden: true });
  }
  return told && { ...told.read(), names: [...told.results.keys()] };
}

/** Whether the last finished run covered all of these tests, and all passed. Most of the text are results: only those of that run are parsed. */
export function passedAll(text: string, names: readonly string[]): boolean {
  const lines = text.split('\n');
  const last = lastFinished(lines.filter((line) => !line.startsWith(RESULT_START)));
  if (!last) return false;
  const own = `${RESULT_START}"id":${JSON.stringify(last.id)},`;
  const run = lastFinished(lines.filter((line) => !line.startsWith(RESULT_START) || line.startsWith(own)));
  const passed = new Set(run?.results.flatMap(({ name, state }) => (state === 'passed' ? name : [])));
  return names.every((name) => passed.has(name));
}

/** How `resultLine` begins a result; others may write it in another way. */
const RESULT_START = '{"type":"result",';

function lastFinished(lines: readonly string[]): TestRun | undefined {
  return readRuns(lines.join('\n')).findLast(({ at, ended }) => at > 0 && ended);
}

/** The latest result of each test, in the order they were first run. */
export function lastResults(text: string, hidden = false): TestResult[] {
  const all = readRuns(text, hidden).flatMap(({ results }) => results);
  return [...new Map(all.map((result) => [result.name, result])).values()];
}

/** A run while it is being parsed. */
class Run {
  readonly results = new Map<string, TestResult>();
  /** Until its start is read, there are only results. */
  readonly facts: Omit<TestRun, 'results'>;

  constructor(id: string) {
    this.facts = { id, by: '', replica: 0, at: 0, names: [], stopping: false, ended: true };
  }

  begin({ by, replica, at }: Pick<TestRun, 'by' | 'replica' | 'at'>, names: string[], code?: number): void {
    const { facts } = this;
    Object.assign(facts, { by, replica, names, at: Math.max(1, at), ended: facts.at > 0 && facts.ended });
    if (code !== undefined) facts.code = code;
  }

  read(): TestRun {
    return { ...this.facts, results: [...this.results.values()] };
  }
}

/** Whether a line shares results of hidden tests with candidates. */
export function isSharedHidden(line: string): boolean {
  return readResultLine(line)?.type.startsWith('hidden-') ?? false;
}

/** The name of the test that a line is a result of. */
export function resultName(line: string): string | null {
  const read = readResultLine(line);
  return read?.type === 'result' ? read.result.name : null;
}

export function resultLine(line: ResultLine): string {
  return JSON.stringify(line);
}

type BeginLine = Extract<ResultLine, { type: 'begin' }>;

/** By run: the line that started it, or resumed it after a reconnect; what is no such line does not count. Reads the text once, however many runs are looked up. */
export function beginsIn(text: string): ReadonlyMap<string, BeginLine> {
  const begins = new Map<string, BeginLine>();
  let end = 0;
  for (let at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, end)) {
    end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const line = readResultLine(text.slice(text.lastIndexOf('\n', at) + 1, end));
    if (line?.type === 'begin') begins.set(line.id, line);
  }
  return begins;
}

const BEGIN = '"begin"';

/** Space left in a document for the texts of results: in characters and in UTF-8 bytes. */
export interface ResultSpace {
  length: number;
  bytes: number;
}

/** UTF-8 bytes of a result's line, without its name and texts. */
const BARE_BYTES = 200;

/** The space in a document with these lines that will get the results of these tests. */
export function resultSpace(lines: readonly string[], names: readonly string[]): ResultSpace {
  const taken = lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
  const bare = names.reduce((sum, name) => sum + utf8Length(JSON.stringify(name)) + BARE_BYTES, 0);
  return { length: RESULT_LIMITS.allLength, bytes: RESULT_LIMITS.allBytes - taken - bare };
}

/** A line with the result's texts, cut to the space; without them if there is no space. Reduces the space. */
export function fittingLine(id: string, result: TestResult, space: ResultSpace): string {
  const { expected, actual, output, reason, file, ...facts } = result;
  const texts = cutTexts(result.state, { expected, actual, reason, output, file });
  const length = Object.values(texts).reduce((sum, text) => sum + text.length, 0);
  const bare = resultLine({ type: 'result', id, result: facts });
  const whole = resultLine({ type: 'result', id, result: { ...facts, ...texts } });
  const bytes = utf8Length(whole) - utf8Length(bare);
  if (length > space.length || bytes > space.bytes) return bare;
  space.length -= length;
  space.bytes -= bytes;
  return whole;
}

type Texts = Partial<Record<'expected' | 'actual' | 'reason' | 'output' | 'file', string>>;

/** Those that are texts, each cut to its limit. */
function cutTexts(state: TestState, given: Record<keyof Texts, unknown>): Texts {
  const most = state === 'passed' ? RESULT_LIMITS.passedLength : RESULT_LIMITS.textLength;
  const texts = Object.entries(given).flatMap(([key, text]) => (isText(text) ? [[key, beginning(text, most)]] : []));
  return Object.fromEntries(texts);
}

/** Cuts without splitting a surrogate pair. */
function beginning(text: string, units: number): string {
  if (text.length <= units) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(units - 1)) ? units - 1 : units);
}

function linesOf(text: string): ResultLine[] {
  return text.split('\n').flatMap((line) => readResultLine(line) ?? []);
}

/** Parses a line; null when it is not a line of results. */
export function readResultLine(line: string): ResultLine | null {
  if (!line.startsWith('{')) return null;
  try {
    const value = JSON.parse(line) as Record<string, unknown>;
    return typeof value.id === 'string' ? lineOf(value.id, value) : null;
  } catch {
    return null; // Somebody has written other text there.
  }
}

function lineOf(id: string, value: Record<string, unknown>): ResultLine | null {
  const { type, by, replica, at, names, code, name, passed, failed, total } = value;
  const begun = { by: typeof by === 'string' ? by : '', replica: count(replica), at: Math.floor(count(at)) };
  switch (type) {
    case 'begin':
      if (!Array.isArray(names)) return null;
      return {
        type,
        id,
        ...begun,
        names: names.filter(isText),
        ...(typeof code === 'number' && { code: count(code) }),
      };
    case 'result': {
      const result = resultOf(value.result);
      return result && { type, id, result };
    }
    case 'hidden-begin':
      return { type, id, ...begun, total: count(total) };
    case 'hidden-counts':
      return { type, id, passed: count(passed), failed: count(failed) };
    case 'hidden-verdict':
      return isText(name) && typeof passed === 'boolean' ? { type, id, name, passed } : null;
    case 'stop':
    case 'end':
    case 'hidden-end':
      return { type, id };
    default:
      return null;
  }
}

function resultOf(value: unknown): TestResult | null {
  if (value === null || typeof value !== 'object') return null;
  const { name, state, durationMs, hidden, line, ...texts } = value as Record<string, unknown>;
  const known = TEST_STATES.find((word) => word === state);
  if (!isText(name) || !known) return null;
  const { expected, actual, reason, output, file } = texts;
  return {
    name,
    state: known,
    // Whoever wrote it may not have cut them.
    ...cutTexts(known, { expected, actual, reason, output, file }),
    ...(count(line) >= 1 && { line: Math.floor(count(line)) }),
    durationMs: count(durationMs),
    hidden: hidden === true,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A non-negative number, no larger than a time can be; 0 for anything else. */
function count(value: unknown): number {
  return typeof value === 'number' && value > 0 && value <= LATEST ? value : 0;
}
