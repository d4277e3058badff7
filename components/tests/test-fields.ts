// Converts a test to form fields and back; invalid input gives sentences that say what to do.
import type { TestFault } from '../../party/shared/test-faults.js';
import { type ExpectedRows, faultsInTests, type Json, type Test } from '../../party/shared/tests.js';
import { sentenceOf } from '../wording/errors.js';
import { testText } from '../wording/test-text.js';
import { heard, t } from '../wording/words.js';

/** The fields of all kinds, so that switching the kind loses nothing. */
export interface TestFields {
  name: string;
  kind: Test['kind'];
  hidden: boolean;
  /** Empty: the entry. */
  file: string;
  stdin: string;
  stdout: string;
  /** Whitespace counts. */
  exact: boolean;
  called: string;
  /** JSON values separated by commas. */
  args: string;
  expected: string;
  tolerance: string;
  /** JSON; this and the next two are for SQL only. */
  rows: string;
  ordered: boolean;
  setup: string;
}

type Made<T> = { made: T; faults?: never } | { made?: never; faults: string[] };

const EMPTY: TestFields = {
  ...{ name: '', kind: 'io', hidden: false, file: '', stdin: '', stdout: '', exact: false },
  ...{ called: '', args: '', expected: '', tolerance: '', rows: '', ordered: false, setup: '' },
};

export function isSqlFile(file: string): boolean {
  return /\.sql$/i.test(file);
}

/** A new test, with the kind and file of the previous one. */
export function newFields(names: Iterable<string>, like?: Test): TestFields {
  const { kind = 'io', file = '', hidden = false } = like ?? {};
  const called = like?.kind === 'call' ? like.function : '';
  return { ...EMPTY, name: freeName(t('Test'), names), kind, file, hidden, called };
}

/** The first unused name of `Test 1`, `Test 2` …. */
export function freeName(stem: string, names: Iterable<string>): string {
  const taken = new Set(names);
  let number = taken.size + 1;
  while (taken.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

export function fieldsOf(test: Test): TestFields {
  const { name, kind, hidden = false, file = '' } = test;
  const fields = { ...EMPTY, name, kind, hidden, file };
  switch (test.kind) {
    case 'io':
      return { ...fields, stdin: test.stdin, stdout: test.stdout, exact: test.trim === 'none' };
    case 'call': {
      const { args, expected, tolerance } = test;
      const [all, result] = [args.map((value) => JSON.stringify(value)).join(', '), JSON.stringify(expected)];
      return { ...fields, called: test.function, args: all, expected: result, tolerance: String(tolerance ?? '') };
    }
    case 'code':
      return { ...fields, rows: rowsText(test.rows), ordered: test.ordered ?? false, setup: test.setup ?? '' };
  }
}

/** `others` are the other tests: names must be unique in each of both kinds, hidden or not. */
export function testOf(fields: TestFields, others: readonly Test[]): Made<Test> {
  const faults: string[] = [];
  const json = (field: string, text: string, example: string): Json => {
    try {
      return JSON.parse(text) as Json;
    } catch {
      faults.push(testText('field-not-json', { field, example }));
      return null;
    }
  };
  const made = KINDS[fields.kind](fields, json);
  const name = fields.name.trim();
  const { file, hidden } = fields;
  const test = { name, ...made, ...(file && { file }), ...(hidden && { hidden }) } as Test;
  if (faults.length === 0) faults.push(...faultsAmong(test, others));
  return faults.length === 0 ? { made: test } : { faults };
}

/** First the faults of this test, without its number, which the form does not show; then those of the whole list. */
function faultsAmong(test: Test, others: readonly Test[]): string[] {
  const own = faultsInTests([test]);
  return (own.length > 0 ? own : faultsInTests([...others, test])).map(({ sentence }) => heard(sentence));
}

/** A fault of a list, with the place of the test. */
export function saidFault({ number, name, sentence }: TestFault): string {
  const fault = heard(sentence);
  if (number === undefined) return fault;
  return name === undefined
    ? t('Test {number}: {fault}', { number, fault })
    : t('Test {number} ({name}): {fault}', { number, name: JSON.stringify(name), fault });
}

type ReadJson = (field: string, text: string, example: string) => Json;

const KINDS: Readonly<Record<Test['kind'], (fields: TestFields, json: ReadJson) => object>> = {
  io: ({ stdin, stdout, exact }) => ({ kind: 'io', stdin, stdout, ...(exact && { trim: 'none' }) }),
  call: ({ called, args, expected, tolerance }, json) => ({
    kind: 'call',
    function: called.trim(),
    args: json(t('Arguments'), `[${args}]`, '[1, 2], "text", true'),
    expected: json(t('Expected value'), expected.trim() || 'null', '[1, 2] or "text"'),
    ...(tolerance.trim() && { tolerance: Number(tolerance.replace(',', '.')) }),
  }),
  code: ({ file, rows, ordered, setup }, json) => ({
    kind: 'code',
    file,
    ...(isSqlFile(file) && {
      rows: json(t('Expected rows'), rows, '{"columns": ["name"], "values": [["Ada"]]}'),
      ...(ordered && { ordered }),
      ...(setup.trim() && { setup }),
    }),
  }),
};

function rowsText(rows: ExpectedRows | undefined): string {
  if (!rows) return '';
  const values = rows.values.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
  return `{\n  "columns": ${JSON.stringify(rows.columns)},\n  "values": [${values}\n  ]\n}`;
}

/** All tests as text, one per line, for copying or bulk editing. */
export function textOf(tests: readonly Test[]): string {
  const lines = tests.map((test) => `\n  ${JSON.stringify(test)}`);
  return `[${lines.join(',')}${lines.length > 0 ? '\n' : ''}]`;
}

export function testsOf(text: string): Made<Test[]> {
  let value: unknown;
  try {
    value = JSON.parse(text.trim() || '[]');
  } catch (error) {
    return { faults: [testText('not-json', { why: sentenceOf(error) })] };
  }
  const faults = faultsInTests(value).map(saidFault);
  return faults.length === 0 ? { made: value as Test[] } : { faults };
}
