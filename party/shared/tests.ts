/** Tests of a room: the kinds and their fields, and validation with a sentence for each fault. */

import { visibleText } from './clean-names.js';
import { fileNameFault } from './file-names.js';
import { isRecord } from './json.js';
import { utf8Length } from './plain-text.js';
import { placedFault, TEST_FAULTS, type TestFault, testFault } from './test-faults.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface TestBase {
  /** Shown in the panel and the results; unique among the hidden tests of a room, and among the others. */
  name: string;
  /** Only interviewers have it, and it runs only in their browsers. */
  hidden?: boolean;
}

/** Whether whitespace at line ends, and empty lines at the end, are ignored. */
export type Trim = 'lines' | 'none';

/** Runs a file with input and compares its output. */
export interface IoTest extends TestBase {
  kind: 'io';
  /** Default: the entry. */
  file?: string;
  stdin: string;
  stdout: string;
  /** Default: `lines`. */
  trim?: Trim;
}

/** Calls a function of a file and compares its return value. */
export interface CallTest extends TestBase {
  kind: 'call';
  /** Default: the entry. */
  file?: string;
  function: string;
  args: Json[];
  expected: Json;
  /** Allowed difference of numbers, relative or absolute; compare-values.ts has the default. */
  tolerance?: number;
}

/** The rows of an SQL query. */
export interface ExpectedRows {
  columns: string[];
  values: (null | number | string)[][];
}

/** Runs a test file. In SQL: runs a query after `schema.sql` and compares the rows. */
export interface CodeTest extends TestBase {
  kind: 'code';
  file: string;
  /** SQL only, and required there. */
  rows?: ExpectedRows;
  /** SQL: whether the order of the rows counts. */
  ordered?: boolean;
  /** SQL: statements between schema and query, so that a test has data of its own. */
  setup?: string;
}

export type Test = IoTest | CallTest | CodeTest;

export const TEST_LIMITS = {
  /** Tests of a room, hidden ones included: each costs a fresh interpreter. */
  tests: 500,
  /** Characters: one line in the panel. */
  nameLength: 120,
  /** UTF-8 bytes of one test as JSON, enough for input and output of a program that reads a file. Its line fits into one submission, so nobody writes into it. */
  testBytes: 47 * 1024,
  /** UTF-8 bytes of all tests together, which share a document. */
  allBytes: 512 * 1024,
  /** Nesting of values. JSON.parse takes more. */
  depth: 100,
} as const;

const FIELDS: Readonly<Record<Test['kind'], readonly string[]>> = {
  io: ['file', 'stdin', 'stdout', 'trim'],
  call: ['file', 'function', 'args', 'expected', 'tolerance'],
  code: ['file', 'rows', 'ordered', 'setup'],
};
const ALWAYS = ['name', 'kind', 'hidden'];
/** Of a thousand strange fields a few are named. */
const STRANGE_SHOWN = 5;

/** A function, or one in a class or object: `Bank.parse`. */
const FUNCTION = /^[\p{ID_Start}_$][\p{ID_Continue}$]*(\.[\p{ID_Start}_$][\p{ID_Continue}$]*)*$/u;

/** Faults of a list of tests, a sentence each; empty if it is valid. */
export function testFaults(value: unknown): string[] {
  return faultsInTests(value).map(placedFault);
}

/** The same with the place of each apart. */
export function faultsInTests(value: unknown): TestFault[] {
  if (!Array.isArray(value)) return [{ sentence: testFault('list') }];
  const { tests: most, allBytes } = TEST_LIMITS;
  if (value.length > most) return [{ sentence: testFault('many', { count: value.length, most }) }];
  const names = new Set<string>();
  const faults = value.flatMap((test, index) => {
    const own = faultsOf(test);
    const name = isRecord(test) && typeof test.name === 'string' ? test.name : undefined;
    // Of a hidden test candidates do not know, so its name leaves theirs free.
    const key = `${isRecord(test) && test.hidden === true} ${name}`;
    if (name !== undefined && names.has(key)) own.push(testFault('same-name'));
    names.add(key);
    const place = { number: index + 1, ...(name !== undefined && { name: name.slice(0, 60) }) };
    return own.map((sentence): TestFault => ({ ...place, sentence }));
  });
  if (faults.length > 0) return faults;
  const bytes = utf8Length(JSON.stringify(value));
  return bytes > allBytes ? [{ sentence: testFault('large', { bytes, most: allBytes }) }] : [];
}

function faultsOf(test: unknown): string[] {
  if (!isRecord(test)) return [TEST_FAULTS.object];
  const { name, kind, hidden } = test;
  if (typeof name !== 'string' || name.trim() === '') return [testFault('name')];
  if (kind !== 'io' && kind !== 'call' && kind !== 'code') return [testFault('kind')];
  const { nameLength, testBytes } = TEST_LIMITS;
  const faults: string[] = [];
  if ([...name].length > nameLength) faults.push(testFault('name-long', { most: nameLength }));
  if (visibleText(name) !== name) faults.push(testFault('name-unseen'));
  if (hidden !== undefined && typeof hidden !== 'boolean') faults.push(testFault('flag', { field: 'hidden' }));
  const strange = Object.keys(test).filter((key) => !ALWAYS.includes(key) && !FIELDS[kind].includes(key));
  for (const key of strange.slice(0, STRANGE_SHOWN))
    faults.push(testFault('strange', { kind, field: JSON.stringify(key.slice(0, 40)) }));
  if (test.file !== undefined || kind === 'code') faults.push(...fileFaults(test.file));
  faults.push(...OF_KIND[kind](test));
  // What has a fault may be nothing that JSON can hold.
  if (faults.length > 0) return faults;
  const bytes = utf8Length(JSON.stringify(test));
  return bytes > testBytes ? [testFault('bytes', { bytes, most: testBytes })] : [];
}

function fileFaults(file: unknown): string[] {
  if (typeof file !== 'string') return [testFault('file')];
  const fault = fileNameFault(file);
  return fault === null ? [] : [fault];
}

const OF_KIND: Readonly<Record<Test['kind'], (test: Record<string, unknown>) => string[]>> = {
  io({ stdin, stdout, trim }) {
    const faults: string[] = [];
    if (typeof stdin !== 'string') faults.push(testFault('stdin'));
    if (typeof stdout !== 'string') faults.push(testFault('stdout'));
    if (trim !== undefined && trim !== 'lines' && trim !== 'none') faults.push(testFault('trim'));
    return faults;
  },
  call({ function: called, args, expected, tolerance }) {
    const faults: string[] = [];
    if (typeof called !== 'string' || !FUNCTION.test(called)) faults.push(testFault('function'));
    if (!Array.isArray(args)) faults.push(testFault('args'));
    if (expected === undefined) faults.push(testFault('expected'));
    for (const [field, value] of Object.entries({ args, expected })) {
      const fault = value === undefined ? null : jsonFault(field, value, 0);
      if (fault) faults.push(fault);
    }
    if (tolerance !== undefined && !(typeof tolerance === 'number' && Number.isFinite(tolerance) && tolerance >= 0))
      faults.push(testFault('tolerance'));
    return faults;
  },
  code({ file, rows, ordered, setup }) {
    const sql = typeof file === 'string' && /\.sql$/i.test(file);
    const extra = Object.entries({ rows, ordered, setup }).filter(([, value]) => value !== undefined);
    if (!sql) return extra.map(([field]) => testFault('sql-only', { field }));
    const faults: string[] = [];
    if (ordered !== undefined && typeof ordered !== 'boolean') faults.push(testFault('flag', { field: 'ordered' }));
    if (setup !== undefined && typeof setup !== 'string') faults.push(testFault('setup'));
    return [...faults, ...rowFaults(rows)];
  },
};

function rowFaults(rows: unknown): string[] {
  const { columns, values } = isRecord(rows) ? rows : {};
  if (!Array.isArray(columns) || !Array.isArray(values) || !columns.every((name) => typeof name === 'string'))
    return [TEST_FAULTS.rows];
  const isRow = (row: unknown) => Array.isArray(row) && row.length === columns.length && row.every(isCell);
  const wrong = values.findIndex((row) => !isRow(row));
  return wrong < 0 ? [] : [testFault('row', { row: wrong + 1, count: columns.length })];
}

function isCell(value: unknown): boolean {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

function jsonFault(field: string, value: unknown, depth: number): string | null {
  if (depth > TEST_LIMITS.depth) return testFault('deep', { field, depth: TEST_LIMITS.depth });
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return testFault('no-number', { field });
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? testFault('inexact', { field, most: Number.MAX_SAFE_INTEGER })
      : null;
  }
  if (typeof value !== 'object') return testFault('no-value', { field });
  for (const part of Object.values(value)) {
    const fault = jsonFault(field, part, depth + 1);
    if (fault) return fault;
  }
  return null;
}
