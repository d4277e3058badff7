// The architecture: which part may import which, and conventions of every shipped file.
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
    says: 'the runner knows nothing of ours but what both sides share',
    of: /^components\/runner\//,
    forbids: ours,
    but: /^(components\/runner|party\/shared)\//,
  },
  {
    says: 'only the socket transport knows partysocket',
    of: /^(?!components\/session\/connection\/socket-transport\.ts$)/,
    forbids: /^partysocket/,
  },
  {
    says: 'only the adapter and the host know PartyKit',
    of: /^(?!party\/(serve\/)?partykit\.ts$|demo\/)/,
    forbids: /^partykit/,
  },
];

/** From the bottom up: a folder imports from itself and from what stands above it here. Folders in one line know nothing of each other. */
const layers = [
  ['party/shared', 'party/shared/wire'],
  ['party/access', 'party/rate'],
  ['party/engine'],
  ['party/storage', 'party/document'],
  ['party/room'],
  ['party/config'],
  ['party/lifecycle'],
  ['party/commands'],
  ['party/http'],
  ['party'],
  ['party/serve'],
  ['components/session/refusal'],
  [
    'components/session/connection',
    'components/session/sync',
    'components/page',
    'components/styles',
    'components/runner',
  ],
  ['components/session/outbox', 'components/session/run'],
  ['components/session'],
  ['components/wording/languages'],
  ['components/wording'],
  ['components/output'],
  ['components/editor'],
  ['components/brief', 'components/replay', 'components/run'],
  ['components/tests', 'components/interview'],
  ['components/element'],
  ['components'],
  ['components/command'],
];

/** One unit inside: its folders may know each other, as long as no file comes back to itself. */
const together = /^(party\/shared|components\/runner)\b/;

/** Names of a page; the session runs where there is none. */
const page = /\b(window|HTMLElement|customElements|localStorage|sessionStorage|navigator\.clipboard)\b/;

const habits: [says: string, of: RegExp, broken: (code: string, text: string) => boolean][] = [
  [
    'no file is longer than 300 lines',
    /^(?!components\/wording\/languages\/|demo\/server\/words\/)/,
    (_, text) => text.trimEnd().split('\n').length > 300,
  ],
  [
    'the first line says what the module promises',
    /./,
    (_, text) => !/^(#!.*\n)?(\/\/ \S.*\.|\/\*\* \S.*\. \*\/|\/\*\*\n \* \S.*)\n/.test(text),
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
  [
    'elements and events are not told by a class of this window: those of another one have its classes',
    /^components\//,
    (code) =>
      /\binstanceof (HTML\w*Element|SVG\w*|Element|Node|Text|(UI|Keyboard|Mouse|Pointer|Input)Event)\b/.test(code),
  ],
  [
    'who asks whether a key is for an input method asks inComposition(), which knows Safari',
    /^components\/(?!page\/composition\.ts)/,
    (code) => /\bisComposing\b/.test(code),
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

/** The sandbox is fetched by whoever runs something, and must not become part of the session by the way: of what both sides share the runner imports only modules that import nothing. */
function brokenSharing(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    if (!path.startsWith('components/runner/')) return [];
    const shared = importsOf(path, source).filter((name) => name.startsWith('party/shared/'));
    const wrong = shared.filter((name) => importsOf(name, sources.get(name) ?? '').length > 0);
    return wrong.map((name) => `${path} imports ${name}, which imports more`);
  });
}

function folderOf(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return together.exec(folder)?.[0] ?? folder;
}

function brokenLayers(sources: Sources): string[] {
  const rank = (folder: string) => layers.findIndex((layer) => layer.includes(folder));
  return [...sources].flatMap(([path, source]) => {
    const folder = folderOf(path);
    if (!ours.test(path) || /^(demo|tests)\//.test(path) || /\bbuild\b/.test(folder)) return [];
    if (rank(folder) < 0) return [`${path} is in no layer`];
    const others = importsOf(path, source).filter((name) => sources.has(name) && folderOf(name) !== folder);
    const wrong = others.filter((name) => rank(folderOf(name)) >= rank(folder));
    return wrong.map((name) => `${path} imports ${name}, which does not stand above it`);
  });
}

/** Files that import each other, however long the way round is; imports of types count. */
function cycles(sources: Sources): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    const source = sources.get(path);
    if (way.includes(path) || done.has(path) || source === undefined) return;
    for (const name of importsOf(path, source)) visit(name, [...way, path]);
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

function brokenHabits(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const code = withoutComments(text);
    return habits.filter(([, of, broken]) => of.test(path) && broken(code, text)).map(([says]) => `${says}: ${path}`);
  });
}

describe('architecture', () => {
  const shipped = readSources('components', 'party', 'demo');

  it('imports point in one direction', () => {
    assert.deepEqual(brokenArrows(shipped), []);
  });

  it('the runner imports only shared modules without imports', () => {
    assert.deepEqual(brokenSharing(shipped), []);
  });

  it('folders are layered', () => {
    assert.deepEqual(brokenLayers(shipped), []);
  });

  it('there is no import cycle', () => {
    assert.deepEqual(cycles(shipped), []);
  });

  it('the room does not depend on a platform', () => {
    const reached = [...closure('party/room/room.ts', shipped)];
    const platform = /^(partykit|partyserver|cloudflare:|node:|hono|party\/(partykit|worker|http\/api)\.ts)/;
    assert.deepEqual(
      reached.filter((name) => platform.test(name)),
      [],
    );
  });

  it('the session does not depend on a page', () => {
    const pages = [...shipped].filter(([path]) => path.startsWith('components/session/'));
    assert.deepEqual(
      pages.filter(([, text]) => page.test(withoutComments(text))).map(([path]) => path),
      [],
    );
  });

  it('every shipped file follows the conventions', () => {
    assert.deepEqual(brokenHabits(shipped), []);
  });

  it('files are short', () => {
    const lengths = [...shipped.values()].map((text) => text.split('\n').length).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    assert.ok(median <= 110, `half of the files are longer than ${median} lines`);
  });

  it('the top level contains only agreed names', () => {
    const agreed = new Set(
      `components party demo tests package.json tsconfig.json rollup.config.js partykit.json README.md AGENTS.md
      package-lock.json wrangler.jsonc openapi.json biome.json LICENSE SECURITY.md CHANGELOG.md .ci .changeset .github .gitignore .npmrc`.split(
        /\s+/,
      ),
    );
    assert.deepEqual(
      topLevel().filter((name) => !agreed.has(name)),
      [],
    );
  });

  it('the checks find violations', () => {
    const planted = new Map([
      ['party/shared/a.ts', "import { html } from 'lit';"],
      ['party/b.ts', "export { x } from '../components/session/x.js';"],
      ['components/c.ts', "const room = await import('../party/room/room.js');"],
      ['components/session/d.ts', "import '@codemirror/view';"],
      ['components/runner/e.ts', "import { Session } from '../session/session.js';"],
      ['components/session/f.ts', "import PartySocket from 'partysocket';"],
      ['party/g.ts', "import type * as Party from 'partykit/server';"],
      ['components/fine.ts', "// from 'lit'\nimport '../party/shared/limits.js';"],
      ['components/runner/fine.ts', "import { limits } from '../../party/shared/limits.js';"],
    ]);
    assert.equal(brokenArrows(planted).length, 7);
    const sharing = new Map([
      ['components/runner/a.ts', "import '../../party/shared/b.js';\nimport '../../party/shared/c.js';"],
      ['party/shared/b.ts', "import type { C } from './c.js';"],
      ['party/shared/c.ts', ''],
    ]);
    assert.deepEqual(brokenSharing(sharing), ['components/runner/a.ts imports party/shared/b.ts, which imports more']);
    const upside = new Map([
      ['party/rate/a.ts', "import type { Clock } from '../engine/b.js';"],
      ['party/engine/b.ts', "import '../shared/c.js';"],
      ['party/shared/c.ts', "import type { D } from './d.js';"],
      ['party/shared/d.ts', "export { c } from './c.js';"],
      ['party/attic/e.ts', ''],
    ]);
    assert.deepEqual(brokenLayers(upside), [
      'party/rate/a.ts imports party/engine/b.ts, which does not stand above it',
      'party/attic/e.ts is in no layer',
    ]);
    assert.deepEqual(cycles(upside), ['party/shared/c.ts → party/shared/d.ts → party/shared/c.ts']);
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
