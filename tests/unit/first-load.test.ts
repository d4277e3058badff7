// The build shortens packages of the first load: what it writes instead has to do the same.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findClusterBreak } from '@marijn/find-cluster-break';
import type { NormalizedOutputOptions, OutputBundle, PluginContext, TransformPluginContext } from 'rollup';
import { parseAst } from 'rollup/parseAst';
import baseTheme from '../../components/build/base-theme.js';
import { withoutTable } from '../../components/build/browsers-only.js';
import fetchTogether from '../../components/build/fetch-together.js';
import { theme } from '../../components/editor/theme.js';

test('A character ends where the package says, for every code point', async () => {
  const source = readFileSync('node_modules/@marijn/find-cluster-break/src/index.js', 'utf8');
  const short = withoutTable(source) ?? '';
  assert.ok(short.length < source.length - 1_000);
  const made: { findClusterBreak: typeof findClusterBreak } = await import(
    `data:text/javascript,${encodeURIComponent(short)}`
  );
  const other: string[] = [];
  // Variation selectors beyond extend as well: the package's table has none of them.
  for (let code = 0; code < 0xe0000; code++) {
    const text = `a${String.fromCodePoint(code)}b`;
    if (made.findClusterBreak(text, 0) !== findClusterBreak(text, 0)) other.push(code.toString(16));
  }
  assert.deepEqual(other, []);
  for (const text of ['👩‍👩‍👧‍👦', '🇩🇪🇫🇷', 'e\u0301', '👍🏽', '\ud83d', 'กำ']) {
    for (let at = 0; at <= text.length; at++) {
      assert.equal(made.findClusterBreak(text, at), findClusterBreak(text, at), text);
      assert.equal(made.findClusterBreak(text, at, false), findClusterBreak(text, at, false), text);
    }
  }
});

/** A plugin's place in a build, as far as it is used. */
const building = {
  parse: parseAst,
  error: (message: string) => assert.fail(message),
} as unknown as TransformPluginContext & PluginContext;

type Rules = Record<string, Record<string, string>>;
/** The rules in a theme's source. */
const rulesOf = (code: string | undefined) => new Function(`return {${code}}`)() as Rules;

test('Of the base theme the rules of panels come later, and what is left out is set by the theme or shown nowhere', () => {
  const path = 'node_modules/@codemirror/view/dist/index.js';
  const source = readFileSync(path, 'utf8');
  const { transform } = baseTheme();
  assert.ok(typeof transform === 'function');
  const made = transform.call(building, source, path) as { code: string };
  const first = (code: string) =>
    rulesOf(/const baseTheme\$1 = [^{]*\{([\s\S]*?)^\}, lightDarkIDs\);/m.exec(code)?.[1]);
  const [before, after] = [first(source), first(made.code)];
  const later = rulesOf(/enables: \[panelPlugin, [^{]*\{([\s\S]*?) \}\)\]/.exec(made.code)?.[1]);
  assert.deepEqual({ ...before, ...after, ...later }, before);
  assert.deepEqual(
    Object.keys(after).filter((selector) => selector in later),
    [],
  );
  assert.ok('.cm-panels' in later && '.cm-textfield' in later && '.cm-content' in after);
  const [, { value }] = theme as unknown as [unknown, { value: { getRules(): string } }];
  const ours = value.getRules();
  const missing = Object.entries(before).flatMap(([selector, look]) => {
    if (selector in after || selector in later) return [];
    const [, own] = /^&(?:light|dark).* (\.cm-\w+)$/.exec(selector) ?? [];
    if (!own) return [selector];
    const [, body = ''] = new RegExp(`\\${own} \\{([^}]*)\\}`).exec(ours) ?? [];
    const set = Object.keys(look).every((name) => body.includes(name.split(/(?=[A-Z])/)[0] ?? name) || /&/.test(name));
    return set ? [] : [selector];
  });
  assert.deepEqual(missing, [
    '.cm-dropCursor',
    '.cm-tab',
    '.cm-highlightSpace',
    '.cm-highlightTab',
    '.cm-trailingSpace',
  ]);
  const all = readFileSync('components/editor/extensions.ts', 'utf8');
  assert.doesNotMatch(all, /dropCursor|highlightWhitespace|highlightTrailingWhitespace/);
});

test('A part that loads later is fetched together with all that it imports, and each name is written once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chunks-'));
  const imports: Record<string, string[]> = {
    'standard-setup-00000001': ['tree-00000002'],
    'tree-00000002': [],
    'also-00000003': [],
    'panel-00000004': ['tree-00000002', 'small-00000005'],
    'small-00000005': [],
  };
  const chunk = (fileName: string, code: string, all: string[] = [], isEntry = false) => ({
    ...{ type: 'chunk', fileName, code, isEntry },
    imports: all.map((name) => `chunks/${name}.js`),
  });
  const entry = `export const setup = () => import("./chunks/standard-setup-00000001.js");
    export const panel = () => import("./chunks/panel-00000004.js");
    export const small = () => import("./chunks/small-00000005.js");`;
  const parts = Object.entries(imports).map(([name, all]) =>
    chunk(`chunks/${name}.js`, `globalThis.fetched?.push("${name}");export const name="${name}"`, all),
  );
  const bundle = Object.fromEntries([chunk('room.js', entry, [], true), ...parts].map((one) => [one.fileName, one]));
  const { generateBundle } = fetchTogether('standard-setup', ['also']);
  assert.ok(typeof generateBundle === 'function');
  const given = bundle as unknown as OutputBundle;
  await generateBundle.call(building, {} as NormalizedOutputOptions, given, false);
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const { fileName, code } of Object.values(bundle)) writeFileSync(join(folder, fileName), code);
  for (const name of Object.keys(imports)) assert.equal(bundle['room.js']?.code.split(name).length, 2, name);
  const page = globalThis as { fetched?: string[] };
  page.fetched = [];
  const made = await import(pathToFileURL(join(folder, 'room.js')).href);
  assert.equal((await made.setup()).name, 'standard-setup-00000001');
  assert.deepEqual(page.fetched.splice(0).sort(), ['also-00000003', 'standard-setup-00000001', 'tree-00000002']);
  assert.equal((await made.panel()).name, 'panel-00000004');
  assert.deepEqual(page.fetched.splice(0).sort(), ['panel-00000004', 'small-00000005']);
  assert.equal((await made.small()).name, 'small-00000005');
  delete page.fetched;
  rmSync(folder, { recursive: true });
});
