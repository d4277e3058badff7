/** Tests of a room: the kinds and their fields, and validation with a sentence for each fault. */

import { visibleText } from './clean-names.js';
import { fileNameFault } from './file-names.js';
import { isRecord } from './json.js';
import { utf8Length } from './plain-text.js';

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

/** A function, or one in a class or object: `Bank.parse`. */
const FUNCTION = /^[\p{ID_Start}_$][\p{ID_Continue}$]*(\.[\p{ID_Start}_$][\p{ID_Continue}$]*)*$/u;

/** Faults of a list of tests, a sentence each; empty if it is valid. */
export function testFaults(value: unknown): string[] {
  if (!Array.isArray(value)) return ['Tests are a list: [ … ].'];
  if (value.length > TEST_LIMITS.tests)
    return [`There are ${value.length} tests. Keep at most ${TEST_LIMITS.tests}, or join some.`];
  const names = new Set<string>();
  const faults = value.flatMap((test, index) => {
    const own = faultsOf(test).map((fault) => `${placeOf(test, index)}: ${fault}`);
    // Of a hidden test candidates do not know, so its name leaves theirs free.
    const name = isRecord(test) && typeof test.name === 'string' ? `${test.hidden === true} ${test.name}` : undefined;
    if (name !== undefined && names.has(name))
      own.push(`${placeOf(test, index)}: There is another test of this name. Give each its own.`);
    if (name !== undefined) names.add(name);
    return own;
  });
  if (faults.length > 0) return faults;
  const bytes = utf8Length(JSON.stringify(value));
  return bytes > TEST_LIMITS.allBytes
    ? [`All tests together have ${bytes} bytes. Keep them within ${TEST_LIMITS.allBytes}.`]
    : [];
}

function placeOf(test: unknown, index: number): string {
  const name = isRecord(test) && typeof test.name === 'string' ? ` (${JSON.stringify(test.name.slice(0, 60))})` : '';
  return `Test ${index + 1}${name}`;
}

function faultsOf(test: unknown): string[] {
  if (!isRecord(test)) return ['A test is an object: {"name": …, "kind": …}.'];
  const { name, kind, hidden } = test;
  if (typeof name !== 'string' || name.trim() === '') return ['It needs a "name".'];
  if (kind !== 'io' && kind !== 'call' && kind !== 'code') return ['Its "kind" must be "io", "call" or "code".'];
  const faults: string[] = [];
  if ([...name].length > TEST_LIMITS.nameLength)
    faults.push(`Its name is too long. Use at most ${TEST_LIMITS.nameLength} characters.`);
  if (visibleText(name) !== name) faults.push('Its name has characters that cannot be seen. Take them out.');
  if (hidden !== undefined && typeof hidden !== 'boolean') faults.push('"hidden" must be true or false.');
  const strange = Object.keys(test).filter((key) => !ALWAYS.includes(key) && !FIELDS[kind].includes(key));
  for (const key of strange)
    faults.push(`A test of kind "${kind}" has no field ${JSON.stringify(key.slice(0, 40))}. Take it out.`);
  if (test.file !== undefined || kind === 'code') faults.push(...fileFaults(test.file));
  faults.push(...OF_KIND[kind](test));
  if (faults.length === 0 && utf8Length(JSON.stringify(test)) > TEST_LIMITS.testBytes)
    faults.push(`It has ${utf8Length(JSON.stringify(test))} bytes. Keep a test within ${TEST_LIMITS.testBytes}.`);
  return faults;
}

function fileFaults(file: unknown): string[] {
  if (typeof file !== 'string') return ['"file" must be the name of a file.'];
  const fault = fileNameFault(file);
  return fault === null ? [] : [fault];
}

const OF_KIND: Readonly<Record<Test['kind'], (test: Record<string, unknown>) => string[]>> = {
  io({ stdin, stdout, trim }) {
    const faults: string[] = [];
    if (typeof stdin !== 'string') faults.push('"stdin" must be a text, "" for no input.');
    if (typeof stdout !== 'string') faults.push('"stdout" must be a text.');
    if (trim !== undefined && trim !== 'lines' && trim !== 'none') faults.push('"trim" must be "lines" or "none".');
    return faults;
  },
  call({ function: called, args, expected, tolerance }) {
    const faults: string[] = [];
    if (typeof called !== 'string' || !FUNCTION.test(called)) faults.push('"function" must be the name of a function.');
    if (!Array.isArray(args)) faults.push('"args" must be a list, [] for no arguments.');
    if (expected === undefined) faults.push('"expected" is missing. Write null if nothing is returned.');
    for (const [field, value] of Object.entries({ args, expected })) {
      const fault = value === undefined ? null : jsonFault(value, 0);
      if (fault) faults.push(`"${field}" ${fault}`);
    }
    if (tolerance !== undefined && !(typeof tolerance === 'number' && Number.isFinite(tolerance) && tolerance >= 0))
      faults.push('"tolerance" must be a number that is not below 0.');
    return faults;
  },
  code({ file, rows, ordered, setup }) {
    const sql = typeof file === 'string' && /\.sql$/i.test(file);
    const extra = Object.entries({ rows, ordered, setup }).filter(([, value]) => value !== undefined);
    if (!sql) return extra.map(([key]) => `"${key}" is for files that end with ".sql" only. Take it out.`);
    const faults: string[] = [];
    if (ordered !== undefined && typeof ordered !== 'boolean') faults.push('"ordered" must be true or false.');
    if (setup !== undefined && typeof setup !== 'string') faults.push('"setup" must be SQL statements as a text.');
    return [...faults, ...rowFaults(rows)];
  },
};

function rowFaults(rows: unknown): string[] {
  const { columns, values } = isRecord(rows) ? rows : {};
  if (!Array.isArray(columns) || !Array.isArray(values) || !columns.every((name) => typeof name === 'string'))
    return ['An SQL test needs "rows": {"columns": ["name", …], "values": [[…], …]}.'];
  const isRow = (row: unknown) => Array.isArray(row) && row.length === columns.length && row.every(isCell);
  const wrong = values.findIndex((row) => !isRow(row));
  return wrong < 0
    ? []
    : [`Row ${wrong + 1} of "rows" must have ${columns.length} values, each a text, a number or null.`];
}

function isCell(value: unknown): boolean {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

/** Ends a sentence that begins with the name of the field. */
function jsonFault(value: unknown, depth: number): string | null {
  if (depth > TEST_LIMITS.depth) return `is nested more than ${TEST_LIMITS.depth} deep. Use flatter values.`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'has a number that JSON cannot hold. Have the function return a text instead.';
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? 'has a whole number too large to be exact (above 9007199254740991). Write it as a text.'
      : null;
  }
  if (typeof value !== 'object') return 'has a value that JSON cannot hold.';
  for (const part of Object.values(value)) {
    const fault = jsonFault(part, depth + 1);
    if (fault) return fault;
  }
  return null;
}
