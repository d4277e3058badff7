// The report for people: escaped text, and attachments only by name.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { reportMarkdown } from '../../party/commands/report.js';

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
