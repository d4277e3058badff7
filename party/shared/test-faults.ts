/** What is wrong with a test, in English; pages translate it. */
import { fill, type ValuesOf } from './sentence.js';

/** Names in quotes are of fields. */
export const TEST_FAULTS = {
  list: 'Tests are a list: [ … ].',
  many: 'There are {count} tests. Keep at most {most}, or join some.',
  large: 'All tests together have {bytes} bytes. Keep them within {most}.',
  'same-name': 'There is another test of this name. Give each its own.',
  object: 'A test is an object: {"name": …, "kind": …}.',
  name: 'It needs a "name".',
  'name-long': 'Its name is too long. Use at most {most} characters.',
  'name-unseen': 'Its name has characters that cannot be seen. Take them out.',
  kind: 'Its "kind" must be "io", "call" or "code".',
  flag: '"{field}" must be true or false.',
  strange: 'A test of kind "{kind}" has no field {field}. Take it out.',
  bytes: 'It has {bytes} bytes. Keep a test within {most}.',
  file: '"file" must be the name of a file.',
  stdin: '"stdin" must be a text, "" for no input.',
  stdout: '"stdout" must be a text.',
  trim: '"trim" must be "lines" or "none".',
  function: '"function" must be the name of a function.',
  args: '"args" must be a list, [] for no arguments.',
  expected: '"expected" is missing. Write null if nothing is returned.',
  tolerance: '"tolerance" must be a number that is not below 0.',
  'sql-only': '"{field}" is for files that end with ".sql" only. Take it out.',
  setup: '"setup" must be SQL statements as a text.',
  rows: 'An SQL test needs "rows": {"columns": ["name", …], "values": [[…], …]}.',
  row: 'Row {row} of "rows" must have {count} values, each a text, a number or null.',
  deep: '"{field}" is nested more than {depth} deep. Use flatter values.',
  'no-number': '"{field}" has a number that JSON cannot hold. Have the function return a text instead.',
  inexact: '"{field}" has a whole number too large to be exact (above {most}). Write it as a text.',
  'no-value': '"{field}" has a value that JSON cannot hold.',
} as const;

/** A fault of a test; without a number it is one of the whole list. */
export interface TestFault {
  /** The place of the test in its list, from 1, and the beginning of its name. */
  number?: number;
  name?: string;
  sentence: string;
}

export function testFault<C extends keyof typeof TEST_FAULTS>(
  code: C,
  ...[values]: ValuesOf<(typeof TEST_FAULTS)[C]>
): string {
  return fill(TEST_FAULTS[code], values);
}

/** `Test 2 ("adds"): It needs …` */
export function placedFault({ number, name, sentence }: TestFault): string {
  if (number === undefined) return sentence;
  return `Test ${number}${name === undefined ? '' : ` (${JSON.stringify(name)})`}: ${sentence}`;
}
