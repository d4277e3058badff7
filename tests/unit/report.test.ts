// The report for people: escaped text, and attachments only by name.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarkdown } from '../../components/brief/markdown.js';
import { type Report, reportMarkdown, reportParts } from '../../party/commands/report.js';
import type { TestState } from '../../party/shared/test-results.js';

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

it('describes a run’s attachments without their bytes', () => {
  const output = [
    { kind: 'stdout', text: 'before\n' },
    { kind: 'image', text: 'data:image/png;base64,AAAA' },
    { kind: 'file', text: 'out.csv\ttext/csv\t3\tYWJj' },
    { kind: 'note', text: 'All tests passed.' },
    { kind: 'stdout', text: 'after\n' },
  ] as const;
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
  assert.match(
    markdown,
    /\n```\nbefore\n\[image\]\n\[file out\.csv\]\n\[Ada’s page: All tests passed\.\]\nafter\n```\n/,
  );
  assert.doesNotMatch(markdown, /base64|YWJj/);
});

it('puts tables and what a page says on lines of their own', () => {
  const output = [
    { kind: 'table', text: 'n\n1\tA' },
    { kind: 'table', text: 'n\n2\tB' },
    { kind: 'stdout', text: 'no end of line' },
    { kind: 'note', text: 'More rows are not shown.' },
  ] as const;
  const markdown = reportMarkdown({ ...nothing, title: '', people: [], runs: [{ ...run, output: [...output] }] });
  assert.match(markdown, /\n```\nn\n1\tA\nn\n2\tB\nno end of line\n\[Ada’s page: More rows are not shown\.\]\n```\n/);
});

const nothing = { id: 'x', brief: '', notes: '', createdAt: 0, state: 'open' as const, files: [], runs: [] };
const person = (name: string) => ({ id: 'p', name, role: 'candidate' as const, edits: 1 });

it('shows people’s text literally: no markup, and no links', () => {
  const texts = [
    ...['www.evil.example', 'WWW.evil.example/x', 'http://evil.example', 'evil.example', 'a@evil.example', '@everyone'],
    ...[
      'mailto:x',
      'javascript:alert(1)',
      'xmpp:a',
      ':tada:',
      '#12',
      'owner/repo#12',
      'see ``www.evil.example``',
      '`@`',
    ],
  ];
  for (const text of texts) {
    const language = text;
    const runs = [{ ...run, name: text, language, output: [] }];
    const files = [{ name: text, language: 'python', text: '' }];
    const markdown = reportMarkdown({ ...nothing, title: text, people: [person(text)], files, runs });
    const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([found]) => found.length)) + 1);
    // In code, and in code alone, no renderer looks for links.
    const code = `${ticks} ${text} ${ticks}`;
    const shown = [`# ${code}\n`, `- ${code} (candidate)`, `### ${code}\n`, `\n${code}, ${code}, `];
    for (const place of shown) assert.ok(markdown.includes(place), `${place} in ${markdown}`);
  }
  for (const text of [
    '<b>',
    '[a](b)',
    '# x',
    '- x',
    '1. x',
    '| a |',
    '> q',
    '~~s~~',
    '$x$',
    'a\\',
    '&amp;',
    '***',
    '"q"',
  ]) {
    const markdown = reportMarkdown({ ...nothing, title: text, people: [person(text)] });
    const escaped = text.replace(/[^a-z0-9 ]/gi, '\\$&');
    assert.ok(markdown.includes(`# ${escaped}\n`) && markdown.includes(`- ${escaped} (`), `${escaped} in ${markdown}`);
  }
  const lines = reportMarkdown({ ...nothing, title: 'a\n# b', people: [person('x\r- y')] });
  assert.match(lines, /^# a \\# b\n/);
  assert.match(lines, /^- x \\- y \(/m);
});

it('no text breaks out of its fence, sets a language, or controls a terminal', () => {
  const text = '~~~\n```\n````\n# out\u001b[2J\u0007\u009b\u007f\t.\r\n';
  const output = [{ kind: 'stdout' as const, text }];
  const files = [{ name: 'a', language: 'x\n```\n# out', text }];
  const markdown = reportMarkdown({
    ...{ ...nothing, title: '\u001b[31mred', brief: text, notes: text, people: [], files },
    runs: [{ ...run, output }],
  });
  assert.equal([...markdown.matchAll(/^`{5}$/gm)].length, 8, markdown);
  assert.doesNotMatch(markdown, /[^\P{Cc}\n\t]/u);
  assert.match(markdown, /^# ␛/);
});

it('very many backticks in a file are shown, too', () => {
  const files = [{ name: 'a', language: 'bash', text: '`x'.repeat(250_000) }];
  assert.ok(reportMarkdown({ ...nothing, title: '', people: [], files }).includes('```bash\n`x`x'));
});

it('no text is read in another order than it is shown, or has more in it than is seen', () => {
  const text = 'a\u202eb\u2066c\u200bd\u00ade\ufefff\u2060g\u{e0041}h';
  const seen = 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh';
  const needed = 'می\u200cخواهم 👩\u200d👩\u200d👧 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ☂\ufe0f';
  const files = [{ name: 'a', language: 'python', text: `${text}\u2028\n${needed}` }];
  const markdown = reportMarkdown({
    ...nothing,
    title: text.replace('\ufeff', ''),
    notes: text,
    people: [person(needed)],
    files,
  });
  assert.match(markdown, new RegExp(`^# ${seen.replace('e\ufffd', 'e')}\n`));
  assert.ok(markdown.includes(`\`\`\`\n${seen}\n\`\`\``) && markdown.includes(`${seen}\ufffd\n${needed}\n`), markdown);
  assert.ok(markdown.includes(`- ${needed} (candidate)`));
  assert.doesNotMatch(markdown, /[\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff]/);
});

it('no mark turns round the signs and numbers of code; names keep theirs', () => {
  const files = [{ name: 'a', language: 'python', text: 'x = 3\u200f-5\ny = 3\u200e-5\nz = 3\u061c-5\n' }];
  const name = 'א\u200f (1)';
  const markdown = reportMarkdown({ ...nothing, title: '', people: [person(name)], files });
  assert.ok(markdown.includes('```python\nx = 3\ufffd-5\ny = 3\ufffd-5\nz = 3\ufffd-5\n```'), markdown);
  assert.ok(markdown.includes('- א\u200f \\(1\\)'), markdown);
});

describe('a report of much', () => {
  const stamp = { id: 1, at: 0, by: 'ADA', name: 'Ada' };
  const long = (length: number) => '*a_b [c] '.repeat(length / 9);
  const states = ['passed', 'failed', 'skipped'] as const satisfies TestState[];
  const results = Array.from({ length: 500 }, (_, n) => {
    return {
      name: `adds ${n}, ${'more '.repeat(20)}`,
      state: states[n % 3] ?? 'passed',
      hidden: n % 2 > 0,
      durationMs: 12,
    };
  });
  const score = { question: 1, criterion: long(2_000), level: 2, evidence: long(999), moment: 1, word: long(999) };
  const report: Report = {
    ...{ ...nothing, title: 'Much', notes: long(50_000), people: Array.from({ length: 200 }, () => person(long(60))) },
    tests: results.map((one) => ({ ...one, kind: 'io' })),
    questions: [
      {
        ...{ n: 1, title: 'Q', language: 'python', askedAt: 0, current: true, files: [], tests: results },
        hints: Array.from({ length: 200 }, () => ({ text: 'H', at: 1 })),
        stages: Array.from({ length: 200 }, () => ({ title: long(90), at: 1 })),
      },
    ] as unknown as NonNullable<Report['questions']>,
    chat: Array.from({ length: 20 }, (_, id) => ({ ...stamp, id: id + 1, text: long(2_000), to: 'all' })),
    moments: [{ ...stamp, kind: 'note', text: long(2_000), file: '', version: 1 }],
    scores: ['Ada', 'Ben'].map((name) => ({
      ...{ ...stamp, name, times: [0], summary: long(3_999) },
      scores: [{ ...score, anchor: long(999) }],
    })),
  };

  it('has no part that is too hard to be rendered', () => {
    for (const part of reportParts(report)) {
      const [block, more] = readMarkdown(part);
      const [first] = block?.kind === 'paragraph' && !more ? block.content : [];
      // What is too hard is one paragraph of all its lines.
      const raw = part.length > 2_500 && typeof first === 'string' && part.startsWith(first);
      assert.ok(!raw, `${part.length}: ${part.slice(0, 200)}`);
    }
    const text = reportMarkdown(report).replaceAll('\\', '');
    for (const { name } of results) assert.ok(text.includes(`- ${name.trim()}: `), name);
  });

  it('has all of a long summary', () => {
    const summary = Array.from({ length: 700 }, (_, n) => `(${n})`)
      .join(' ')
      .slice(0, 4_000);
    const [card] = report.scores ?? [];
    assert.ok(card);
    const parts = reportParts({ ...report, scores: [{ ...card, summary, scores: [] }] });
    const said = parts.join(' ').replaceAll('\\', '');
    for (let n = 0; n < 600; n++) assert.ok(said.includes(`(${n})`), `${n}`);
  });
});
