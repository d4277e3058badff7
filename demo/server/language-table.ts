/** The languages that run, where each runs and what it can do: one table for the page `/languages` and for components/runner/LANGUAGES.md. */
import { isSql } from '../../components/editor/sql-dialects.js';
import { BUILTIN } from '../../components/runner/languages/builtin.js';
import { formatterOf } from '../../components/runner/tools/formatting.js';
import { serviceOf } from '../../components/runner/tools/language-service.js';
import { testProgram } from '../../components/tests/test-program.js';
import { HELLO_PROGRAMS } from '../../party/shared/hello-programs.js';
import { LANGUAGES } from '../../party/shared/languages.js';
import type { Test } from '../../party/shared/tests.js';

export const WHERE = {
  page: 'in the page',
  pack: 'in the page, by a language pack',
  server: 'on a server of one’s own',
};

export interface LanguageLine {
  id: string;
  label: string;
  where: keyof typeof WHERE;
  /** Empty where whoever runs the server decides. */
  version: string;
  /** What its first run fetches, packed. */
  size: string;
  /** The browsers' engines in which its tests pass. */
  engines: string;
  stdin: string;
  stop: string;
  tests: string;
  packages: string;
  missing: string;
}

/** What the editor has for a language while somebody writes, where the room helps in full. */
interface EditorHelp {
  writing: string;
  /** The name of the formatter; empty: none. */
  formatting: string;
}

const FORMATTERS: Readonly<Record<string, string>> = {
  'format-python': 'Ruff',
  'format-web': 'Prettier',
  'format-sql': 'sql-formatter',
  'format-c': 'clang-format',
  'format-go': 'gofmt',
};

export function editorHelp(id: string): EditorHelp {
  const known = serviceOf(id) ? 'names, parameters, errors' : isSql(id) ? 'tables and columns' : 'words';
  return { writing: known, formatting: FORMATTERS[formatterOf(id)?.name ?? ''] ?? '' };
}

const ASKS = 'from the box Input, and asked in the output';
const BOX = 'from the box Input';
const AT_ONCE = 'at once';
const EVERY_ENGINE = 'Chromium, Firefox, WebKit';

/** What no definition tells of a language that runs in the page. */
const FACTS: Readonly<Record<string, Pick<LanguageLine, 'version' | 'size' | 'stdin' | 'packages' | 'missing'>>> = {
  python: {
    version: 'CPython 3.14 (Pyodide)',
    size: '11 MB',
    stdin: ASKS,
    packages: 'the standard library; others from a folder of Pyodide packages',
    missing: 'threads, processes, network',
  },
  javascript: {
    version: 'the browser’s',
    size: 'under 0.1 MB',
    stdin: ASKS,
    packages: 'Node’s smaller modules',
    missing: 'packages of npm, eval',
  },
  typescript: {
    version: 'the browser’s',
    size: 'under 0.1 MB',
    stdin: ASKS,
    packages: 'Node’s smaller modules',
    missing: 'checking of types, packages of npm, eval',
  },
  jsx: {
    version: 'React',
    size: '0.2 MB',
    stdin: ASKS,
    packages: 'React, Node’s smaller modules',
    missing: 'a page to click in',
  },
  tsx: {
    version: 'React',
    size: '0.2 MB',
    stdin: ASKS,
    packages: 'React, Node’s smaller modules',
    missing: 'checking of types, a page to click in',
  },
  sql: { version: 'SQLite', size: '0.4 MB', stdin: '', packages: '', missing: 'what SQLite lacks' },
  lua: {
    version: '5.4',
    size: '0.2 MB',
    stdin: ASKS,
    packages: 'its own libraries',
    missing: 'waiting, other programs',
  },
};

/** As their packs in components/runner/packs have it. WebKit takes longer for a first program in C than compiling may. */
export const PACKS: readonly LanguageLine[] = [
  ...['cpp', 'c'].map((id) =>
    packed(id, {
      ...{ version: 'Clang 22.1.0', size: '47 MB', engines: 'Chromium, Firefox', stdin: ASKS },
      ...{ tests: 'input and output', packages: 'the standard library', missing: 'threads, network' },
    }),
  ),
  packed('postgres', {
    ...{ version: 'Postgres 18.7', size: '10 MB', engines: EVERY_ENGINE, stdin: '' },
    ...{ tests: 'input and output, rows of a query', packages: '', missing: 'other connections' },
  }),
];

function packed(id: string, facts: Omit<LanguageLine, 'id' | 'label' | 'where' | 'stop'>): LanguageLine {
  return { id, label: LANGUAGES[id] ?? id, where: 'pack', stop: AT_ONCE, ...facts };
}

/** As it stands in the table. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1e6;
  if (megabytes < 0.1) return 'under 0.1 MB';
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}

/** Those that a page always has, those of packs, then those that a server of one's own can have, or the `served` alone. */
export function languageTable(served: readonly string[] = Object.keys(HELLO_PROGRAMS)): LanguageLine[] {
  const own = BUILTIN.map(({ id, label }): LanguageLine => {
    const facts = FACTS[id] ?? { version: '', size: '', stdin: '', packages: '', missing: '' };
    return { id, label, where: 'page', ...facts, engines: EVERY_ENGINE, stop: AT_ONCE, tests: testsOf(id) };
  });
  const known = new Set([...own, ...PACKS].map(({ id }) => id));
  const others = served
    .filter((id) => !known.has(id))
    .map(
      (id): LanguageLine => ({
        ...{ id, label: LANGUAGES[id] ?? id, where: 'server', version: '', size: 'none', engines: EVERY_ENGINE },
        ...{ stdin: BOX, stop: 'the request ends at once', tests: 'input and output' },
        ...{ packages: 'what the server has', missing: 'output while it runs' },
      }),
    );
  return [...own, ...PACKS, ...others];
}

const KINDS: [string, Partial<Test>][] = [
  ['input and output', { kind: 'io', stdin: '', stdout: '' }],
  ['calls', { kind: 'call', function: 'f', args: [], expected: 1 }],
  ['test files', { kind: 'code', file: 'main' }],
  ['rows of a query', { kind: 'code', file: 'main', rows: { columns: [], values: [] } } as Partial<Test>],
];

/** The kinds of tests that a room runs in a language that is registered. */
export function testsOf(language: string): string {
  const order = { files: [{ name: 'main', text: '' }], entry: 'main', language };
  return KINDS.filter(([, test]) => 'request' in testProgram({ name: 't', ...test } as Test, order as never))
    .map(([name]) => name)
    .join(', ');
}

/** As LANGUAGES.md has it. */
export function languageMarkdown(): string {
  const head = [
    ...['language', 'runs', 'version', 'size', 'engines', 'input', 'Stop', 'tests', 'help', 'formatter', 'packages'],
    'missing',
  ];
  const rows = languageTable().map((line) =>
    [
      ...[line.label, WHERE[line.where], line.version, line.size, line.engines, line.stdin, line.stop, line.tests],
      ...Object.values(editorHelp(line.id)),
      ...[line.packages, line.missing],
    ].map((text) => text || '–'),
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
