/** A report in the language of its reader: every word of it that nobody wrote is translated, and dates are as people write them there. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportText } from '../../demo/server/pages/report.js';
import { localeOf, speakingAs } from '../../demo/server/spoken.js';
import { type Report, reportMarkdown } from '../../party/commands/report.js';
import type { ReportSpeech } from '../../party/commands/report-speech.js';
import { fill } from '../../party/shared/sentence.js';

const AT = Date.UTC(2026, 10, 28, 19, 47);
const stamp = (id: number, by = 'ADA') => ({ id, at: AT + id * 60_000, by, name: by });
const PLACE = { from: 0, to: 1, removed: 'A', insert: 'B', line: 1, lead: '', tail: '' };
const RESULT = { kind: 'io', durationMs: 1_234, hidden: false } as const;

function timer(startedAt: number) {
  return { phases: [{ name: 'READ', minutes: 5 }], startedAt, pausedAt: null, extraMinutes: 0, extraFor: {} };
}

/** One of everything; what people wrote is in capitals. */
const REPORT = {
  ...{ id: 'X', title: '', brief: 'BRIEF', notes: 'NOTES', state: 'ended' },
  ...{ createdAt: AT, endedAt: AT + 90 * 60_000, writtenAt: AT + 100 * 60_000 },
  people: [
    { id: 'A', name: 'ADA', role: 'interviewer', edits: 0 },
    { id: 'B', name: '', role: 'candidate', edits: 3, firstEditAt: AT, lastEditAt: AT + 1 },
    { id: 'C', name: 'CY', role: 'observer', edits: 1, firstEditAt: AT, lastEditAt: AT },
    { id: 'D', name: 'BOT', role: 'assistant', edits: 0 },
  ],
  files: [{ name: 'A.PY', language: 'X', text: 'CODE' }],
  help: [
    { help: 'none', at: AT, by: 'ADA' },
    { help: 'basic', at: AT },
    { help: 'full', at: AT },
  ],
  questions: [
    {
      ...{ n: 1, title: 'Q', language: 'X', askedAt: AT, current: true, files: [] },
      hints: [{ text: 'H', at: AT }],
      stages: [{ title: 'S', at: AT }],
      tests: ['passed', 'failed', 'error', 'timed-out', 'skipped'].map((state) => ({ name: 'T', state, hidden: true })),
    },
  ],
  tests: [
    {
      ...RESULT,
      name: 'T',
      state: 'failed',
      reason: 'R',
      expected: 'E',
      actual: 'A',
      output: 'O',
      file: 'A.PY',
      line: 2,
    },
    { ...RESULT, name: 'T', state: 'not-run', hidden: true },
  ],
  testRuns: [
    { by: '', at: AT, hidden: false, ended: true },
    { by: 'BEN', at: AT, hidden: true, ended: true },
  ],
  ai: 'allowed',
  talk: [
    {
      question: { ...stamp(2), kind: 'question', text: 'Q', files: ['A.PY'] },
      answer: { ...stamp(3, ''), kind: 'answer', question: 2, text: '', state: 'failed', sentence: '' },
    },
    {
      question: { ...stamp(4), kind: 'question', text: 'Q', files: [] },
      answer: { ...stamp(5, ''), kind: 'answer', question: 4, text: 'A', state: 'done', sentence: '' },
    },
    { question: { ...stamp(6), kind: 'question', text: 'Q', files: [] }, answer: null },
  ],
  proposals: (['open', 'accepted', 'declined'] as const).map((state, index) => ({
    ...stamp(index + 1, 'BOT'),
    ...{ document: 0, file: 'A.PY', version: 1, length: 1, why: 'W', places: [PLACE], state },
    ...(state !== 'open' && { judged: { by: 'B', name: 'BEN', at: AT } }),
  })),
  chat: [
    { ...stamp(2), text: 'HI', to: 'all' },
    { ...stamp(3), text: 'HO', to: 'interviewers' },
  ],
  moments: (['note', 'hint', 'good', 'doubt', 'question'] as const).map((kind, index) => ({
    ...stamp(index + 2),
    ...{ kind, text: index ? 'M' : '', file: 'A.PY', version: 1 },
  })),
  scores: [
    {
      ...stamp(1),
      times: [AT, AT + 1],
      summary: 'SUM',
      scores: [{ question: 0, criterion: 'C', level: 1, evidence: 'E', moment: 3, word: 'W' }],
    },
    {
      ...stamp(2, 'GUS'),
      times: [AT],
      summary: '',
      scores: [{ question: 0, criterion: 'C', level: 4, evidence: '', moment: 0, word: '' }],
    },
    {
      ...stamp(3, 'ZOE'),
      times: [AT],
      summary: '',
      scores: [{ question: 0, criterion: 'C', level: 0, evidence: '', moment: 0, word: '' }],
    },
  ],
  activityLog: [
    {
      ...stamp(1, 'BEN'),
      kind: 'paste',
      characters: 5_000,
      lines: 3,
      file: 'A.PY',
      line: 2,
      seconds: 0,
      count: 2,
      until: AT,
      why: 'W',
    },
    {
      ...stamp(2, 'BEN'),
      kind: 'away',
      characters: 0,
      lines: 0,
      file: '',
      line: 0,
      seconds: 90,
      count: 1,
      until: AT,
      why: '',
    },
  ],
  timer: [
    { at: AT, timer: timer(AT) },
    { at: AT + 60_000, timer: { ...timer(AT), pausedAt: AT + 60_000, extraMinutes: 5, extraFor: { B: -2, X: 3 } } },
    { at: AT + 120_000, timer: timer(AT + 60_000) },
    { at: AT + 180_000, timer: null },
  ],
  focus: [
    { ...stamp(1, 'BEN'), until: AT + 200_000, endedAt: AT + 100_000 },
    { ...stamp(2, 'BEN'), until: AT + 200_000 },
    { ...stamp(80, 'BEN'), until: AT + 95 * 60_000 },
  ],
  runs: (['done', 'failed', 'stopped', 'timed-out', 'interrupted', 'running'] as const).map((state, index) => ({
    ...{ run: index, person: 'B', name: 'BEN', document: 0, version: 1, language: 'X', state, startedAt: AT },
    durationMs: [50, 1_500, 61_000][index % 3] ?? 0,
    output: [
      { kind: 'note', text: 'N' },
      { kind: 'image', text: '' },
      { kind: 'file', text: 'F\tX\t1\t' },
      { kind: 'stdout', text: 'OUT' },
    ],
  })),
} as unknown as Report;

/** Hides every word of ours: what is left was not translated. */
const HIDDEN: ReportSpeech = {
  t: (english, ...[values]) => hide(english, values),
  translated: hide,
  heard: () => '·',
  tag: 'de',
};

function hide(english: string, values: Readonly<Record<string, string | number>> = {}): string {
  const bare = english.replaceAll(/\{(\w+)(?::[^}]*)?\}|\p{L}/gu, (_, name: string) => (name ? `{${name}}` : '·'));
  return fill(bare, values);
}

describe('a report', () => {
  const empty: Report = { ...REPORT, people: [], runs: [], scores: [], scoresWithheld: true, state: 'open' };
  const reports: Report[] = [
    REPORT,
    { ...REPORT, title: 'TITLE', questions: [], state: 'open' },
    empty,
    { id: 'X', title: '', brief: '', notes: '', createdAt: AT, state: 'open', people: [], files: [], runs: [] },
  ];

  it('has no word of ours that is not translated', () => {
    const left = reports.flatMap((report) => reportMarkdown(report, HIDDEN).match(/\p{L}*\p{Ll}\p{L}*/gu) ?? []);
    // The kind of a block, and words of German dates.
    assert.deepEqual([...new Set(left)].sort(), ['November', 'diff', 'um']);
  });

  it('is in English without a language, with the same words as ever', () => {
    const text = reportMarkdown(REPORT);
    for (const line of [
      '28 November 2026. Started 19:47, ended 21:17 (1 h 30 min). All times are UTC.',
      '- Somebody (candidate): 3 edits, the first 28 November 2026, 19:47, the last 28 November 2026, 19:47',
      '- 28 November 2026, 19:47: run 3 by BEN, timed out',
      '- T: failed, 1.2 s, `` A.PY ``, line 2',
      'Handed in 28 November 2026, 19:47, changed 28 November 2026, 19:47.',
      'Proposal 2 by BOT for ` A.PY `, 28 November 2026, 19:49: accepted by BEN, 28 November 2026, 19:47. W',
    ])
      assert.ok(text.includes(line.replaceAll('``', '`')), `${line}\n${text}`);
  });

  it('says why a test was not run, and each line of a reason in the language of the page', () => {
    const tests = [
      { ...RESULT, name: 'SKIPPED', state: 'skipped', output: 'It was stopped before its turn.' },
      {
        ...RESULT,
        name: 'WRONG',
        state: 'failed',
        reason: '1 of 2 tests failed.\nHERS: Expected 1, got 2.\nAnd 3 more.',
      },
    ] as const;
    const english = reportMarkdown({ ...REPORT, tests: [...tests] });
    assert.match(english, /### SKIPPED\n\nWhy:\n\n```\nIt was stopped before its turn\.\n```\n\n### WRONG\n/);
    const told = { ...REPORT, tests: [...tests], runs: [] };
    const german = speakingAs({ tag: 'de', asked: true, address: new URL('http://host.test/') }, localeOf('de'), () =>
      String(reportText(told)),
    );
    assert.doesNotMatch(german, /stopped before|tests failed|more\./);
    assert.match(german, /HERS/);
    assert.match(german, /3/);
  });

  it('is shown in the language of the page', () => {
    const shown = (tag: 'de' | 'ar') =>
      speakingAs({ tag, asked: true, address: new URL('http://host.test/') }, localeOf(tag), () =>
        String(reportText(REPORT)),
      );
    const german = shown('de');
    assert.match(german, /<article class="report" lang="de" dir="ltr">/);
    for (const words of ['Verlauf', '3 Änderungen', 'Pasted'])
      assert.equal(german.includes(words), words !== 'Pasted', words);
    assert.match(german, /28\. November 2026/);
    // The day of a date begins no list.
    assert.doesNotMatch(german, /<ol/);
    assert.match(shown('ar'), /<article class="report" lang="ar" dir="rtl">/);
  });
});
