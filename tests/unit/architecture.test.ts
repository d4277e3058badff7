// The shape of the project: which part may know which, and what every shipped file keeps to.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closure, importsOf, readSources, type Sources, topLevel, withoutComments } from './sources.js';

interface Rule {
  says: string;
  /** Files it is about. */
  of: RegExp;
  /** Imports it forbids, except those that `but` allows. */
  forbids: RegExp;
  but?: RegExp;
}

const ours = /^(components|party|demo|tests)\//;

const arrows: Rule[] = [
  {
    says: 'party/shared knows @codemirror/state and itself, nothing else',
    of: /^party\/shared\//,
    forbids: /./,
    but: /^(@codemirror\/state|party\/shared\/.*)$/,
  },
  { says: 'party knows neither components nor demo', of: /^party\//, forbids: /^(components|demo|tests)\// },
  {
    says: 'components know of party only what is shared',
    of: /^components\//,
    forbids: /^(party|demo|tests)\//,
    but: /^party\/shared\//,
  },
  {
    says: 'the session needs neither Lit nor an editor',
    of: /^components\/session\//,
    forbids: /^(lit|@lit|@codemirror\/(?!state)|components\/(?!session\/))/,
  },
  {
    says: 'the runner knows nothing of ours',
    of: /^components\/runner\//,
    forbids: ours,
    but: /^components\/runner\//,
  },
  {
    says: 'only the link knows partysocket',
    of: /^(?!components\/session\/connection\/socket-transport\.ts$)/,
    forbids: /^partysocket/,
  },
  { says: 'only the adapter and the host know PartyKit', of: /^(?!party\/partykit\.ts$|demo\/)/, forbids: /^partykit/ },
];

/** Names of a page; the session runs where there is none. */
const page = /\b(window|HTMLElement|customElements|localStorage|sessionStorage|navigator\.clipboard)\b/;

const habits: [says: string, of: RegExp, broken: (code: string, text: string) => boolean][] = [
  ['no file is longer than 300 lines', /./, (_, text) => text.trimEnd().split('\n').length > 300],
  [
    'the first line says what the module promises',
    /./,
    (_, text) => !/^(\/\/ \S.*\.|\/\*\* \S.*\. \*\/|\/\*\*\n \* \S.*)\n/.test(text),
  ],
  ['nothing is left to do', /./, (_, text) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)],
  [
    'no check is switched off',
    /./,
    (_, text) => /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/.test(text),
  ],
  ['nothing is of type any', /\.ts$/, (code) => /(:|<|\bas|\|)\s*any\b(?!['"`])/.test(code)],
  // Templates hold programs for candidates, who do write there.
  [
    'nothing is written to the console',
    /(?<!^party\/http\/templates)\.ts$/,
    (code) => /(?<![.\w'"`])console\s*\.\s*\w+\(/.test(code),
  ],
  ['no error is dropped without a reason', /./, (_, text) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(text)],
];

function brokenArrows(sources: Sources): string[] {
  return arrows.flatMap(({ says, of, forbids, but }) =>
    [...sources].flatMap(([path, source]) => {
      if (!of.test(path)) return [];
      const wrong = importsOf(path, source).filter((name) => forbids.test(name) && !but?.test(name));
      return wrong.map((name) => `${says}: ${path} imports ${name}`);
    }),
  );
}

function brokenHabits(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const code = withoutComments(text);
    return habits.filter(([, of, broken]) => of.test(path) && broken(code, text)).map(([says]) => `${says}: ${path}`);
  });
}

describe('architecture', () => {
  const shipped = readSources('components', 'party', 'demo');

  it('arrows point one way', () => {
    assert.deepEqual(brokenArrows(shipped), []);
  });

  it('the room stands on no platform', () => {
    const reached = [...closure('party/room/room.ts', shipped)];
    const platform = /^(partykit|partyserver|cloudflare:|node:|hono|party\/(partykit|worker|http\/api)\.ts)/;
    assert.deepEqual(
      reached.filter((name) => platform.test(name)),
      [],
    );
  });

  it('the session needs no page', () => {
    const pages = [...shipped].filter(([path]) => path.startsWith('components/session/'));
    assert.deepEqual(
      pages.filter(([, text]) => page.test(withoutComments(text))).map(([path]) => path),
      [],
    );
  });

  it('every shipped file keeps the habits', () => {
    assert.deepEqual(brokenHabits(shipped), []);
  });

  it('files are short', () => {
    const lengths = [...shipped.values()].map((text) => text.split('\n').length).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    assert.ok(median <= 110, `half of the files are longer than ${median} lines`);
  });

  it('the top level holds what was agreed', () => {
    const agreed = new Set(
      `components party demo tests package.json tsconfig.json rollup.config.js partykit.json README.md AGENTS.md
      package-lock.json wrangler.jsonc openapi.json biome.json LICENSE SECURITY.md CHANGELOG.md .ci .gitignore .npmrc`.split(
        /\s+/,
      ),
    );
    assert.deepEqual(
      topLevel().filter((name) => !agreed.has(name)),
      [],
    );
  });

  it('notices what it is there to notice', () => {
    const planted = new Map([
      ['party/shared/a.ts', "import { html } from 'lit';"],
      ['party/b.ts', "export { x } from '../components/session/x.js';"],
      ['components/c.ts', "const room = await import('../party/room/room.js');"],
      ['components/session/d.ts', "import '@codemirror/view';"],
      ['components/runner/e.ts', "import { limits } from '../../party/shared/limits.js';"],
      ['components/session/f.ts', "import PartySocket from 'partysocket';"],
      ['party/g.ts', "import type * as Party from 'partykit/server';"],
      ['components/fine.ts', "// from 'lit'\nimport '../party/shared/limits.js';"],
    ]);
    assert.equal(brokenArrows(planted).length, 7);
    const sloppy = [
      'let x: any;',
      '// TODO: later',
      "console.log('x');",
      'try { x(); } catch {}',
      '// @ts-ignore',
      '\n'.repeat(350),
      '// Promises nothing',
    ];
    for (const text of sloppy) {
      const first = '// Promises something.\n';
      const source = text.startsWith('// Promises') ? `${text}\n` : `${first}${text}${text.trim() ? '' : 'x'}`;
      assert.equal(brokenHabits(new Map([['components/a.ts', source]])).length, 1, text);
    }
    const fine = '// Promises something.\nconst company = new Map<string, number>();\n';
    assert.deepEqual(brokenHabits(new Map([['components/a.ts', fine]])), []);
  });
});
