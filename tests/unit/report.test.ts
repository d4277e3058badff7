// A report is for people to read: text as it was printed, and of pictures and files only that there were some.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { reportMarkdown } from '../../party/report.js';

it('tells what a run gave without its bytes', () => {
  const output = [
    { kind: 'stdout', text: 'before\n' },
    { kind: 'image', text: 'data:image/png;base64,AAAA' },
    { kind: 'file', text: 'out.csv\ttext/csv\t3\tYWJj' },
    { kind: 'stdout', text: 'after\n' },
  ] as const;
  const run = {
    run: 1,
    name: 'Ada',
    language: 'python',
    version: 1,
    person: 'p',
    document: 1,
    state: 'done',
    startedAt: 0,
    durationMs: 5,
  } as const;
  const markdown = reportMarkdown({
    id: 'x',
    title: '',
    brief: '',
    notes: '',
    createdAt: 0,
    state: 'open',
    people: [],
    files: [],
    runs: [{ ...run, output: [...output] }],
  });
  assert.match(markdown, /\n```\nbefore\n\[image\]\n\[file out\.csv\]\nafter\n```\n/);
  assert.doesNotMatch(markdown, /base64|YWJj/);
});
