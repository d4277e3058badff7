/** What a candidate downloads at the end: the files, and results and log as text that anybody can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidateFiles, type OwnWork } from '../../demo/site/candidate-download.js';

const AT = Date.UTC(2026, 10, 29, 12, 0);
const noted = { id: 1, by: 'b', name: 'Ben', line: 3, seconds: 0, count: 1, until: AT, lines: 9 };
const work: OwnWork = {
  name: 'Ben',
  files: [{ name: 'main.py', text: 'print(1)\n' }],
  questions: [
    {
      n: 1,
      title: 'Two / sum',
      current: false,
      files: [{ name: 'main.py', text: 'old\n' }],
      tests: [{ name: 'sums', state: 'timed-out' }],
    },
    { n: 2, title: 'Next', current: true, files: [{ name: 'main.py', text: 'print(1)\n' }] },
  ],
  tests: [{ name: 'adds' }, { name: 'subtracts' }, { name: 'divides' }],
  testResults: [
    { name: 'adds', state: 'passed', durationMs: 3 },
    { name: 'subtracts', state: 'failed', reason: 'The answers differ.', expected: '1', actual: '2', durationMs: 3 },
  ],
  activity: [
    { at: AT, inserted: 'abc', deleted: 0 },
    { at: AT + 5, inserted: 'd', deleted: 2 },
    { at: AT + 60_000, inserted: 'e', deleted: 0 },
  ],
  activityLog: [{ ...noted, at: AT, kind: 'paste', characters: 300, file: 'main.py', why: 'From the manual.' }],
  runs: [
    {
      ...{ run: 4, language: 'python', state: 'done', startedAt: AT, durationMs: 1_200 },
      output: [
        { kind: 'stdout', text: '1\n2\n' },
        { kind: 'image', text: 'data:…' },
      ],
    },
  ],
};
const texts = (of: OwnWork) => new Map(candidateFiles(of, 'Interview').map(({ name, text }) => [name, text]));

test('it has the files as they are, those of earlier questions in folders, and two texts', () => {
  const found = texts(work);
  assert.deepEqual([...found.keys()], ['main.py', 'question 1 Two - sum/main.py', 'results.txt', 'activity.txt']);
  assert.equal(found.get('question 1 Two - sum/main.py'), 'old\n');
  for (const name of ['results.txt', 'activity.txt']) assert.match(found.get(name) ?? '', /^Interview\nBen\n\n/);
});

test('results say of each test what came of it, and of each run what it printed', () => {
  const text = texts(work).get('results.txt') ?? '';
  assert.match(
    text,
    /passed: adds\nfailed: subtracts\n {4}The answers differ\.\n {4}expected: 1\n {4}got: 2\nnot run: divides\n\nquestion 1 Two \/ sum\ntimed-out: sums\n/,
  );
  assert.match(text, /Run 4, python, 29 November 2026, \d\d:\d\d: done after 1\.2 s\n {4}1\n {4}2\n {4}\[image\]\n/);
});

test('tables, notes and what is no text are on lines of their own', () => {
  const output = [
    { kind: 'table', text: 'n\n1\tA' },
    { kind: 'table', text: 'n\n2\tB' },
    { kind: 'note', text: 'Rows: 1' },
    { kind: 'stdout', text: 'no end of line' },
    { kind: 'image', text: 'data:…' },
  ];
  const runs = work.runs.map((run) => ({ ...run, output }));
  const text = texts({ ...work, runs }).get('results.txt') ?? '';
  assert.match(text, / {4}n\n {4}1\tA\n {4}n\n {4}2\tB\n {4}Rows: 1\n {4}no end of line\n {4}\[image\]\n/);
});

test('the log has the words that interviewers read, the person’s own to them, and what was written each minute', () => {
  const text = texts(work).get('activity.txt') ?? '';
  assert.match(
    text,
    /Pasted 300 characters \(9 lines\) from outside this room into main\.py, line 3\n {4}I said: From the manual\./,
  );
  assert.match(
    text,
    /\d\d:00 {2}2 edits: 4 characters written, 2 deleted, at most 3 at once\n\d\d:01 {2}1 edit: 1 characters? written\n/,
  );
});

test('where nothing was done, it says so', () => {
  const found = texts({ name: 'Ben', files: [], activity: [], runs: [] });
  assert.match(found.get('results.txt') ?? '', /There were none\.[\s\S]*I ran nothing\./);
  assert.match(found.get('activity.txt') ?? '', /Nothing\.[\s\S]*I wrote nothing\./);
});
