// `custom-elements.json` tells editors of every element, attribute, property, event, slot, part, state and custom property.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { readmeTables } from '../../components/build/readme-tables.js';
import { readSources } from '../unit/sources.js';

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}
type Face = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties';
type Element = Named & { tagName: string; customElement: boolean } & Partial<Record<Face, Named[]>>;

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
  modules: { path: string; declarations: Element[]; exports: Named[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const room = elements.find(({ tagName }) => tagName === 'code-room') as Element;
const names = (face: Face, element = room) => (element[face] ?? []).map(({ name }) => name);
const sources = readSources('components');
const all = [...sources.values()].join('\n');
const matches = (pattern: RegExp, text = all) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

describe('the custom elements manifest', () => {
  it('matches the tables of README.md', () => {
    const remedy = 'node components/build/readme-tables.js writes them';
    assert.ok(readFileSync('README.md', 'utf8').includes(readmeTables(manifest)), remedy);
  });

  it('has every element, under paths of the package', () => {
    const tags = matches(/^ {4}'(code-room[\w-]*)': CodeRoom/gm, sources.get('components/register.ts'));
    assert.ok(tags.length >= 15);
    assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), tags);
    for (const { path } of manifest.modules) assert.ok(readFileSync(path, 'utf8').length > 0, path);
    assert.deepEqual(
      manifest.modules
        .at(-1)
        ?.exports.map(({ name }) => name)
        .sort(),
      tags,
    );
  });

  it('has everything that a page sets, reads and listens to', () => {
    assert.deepEqual(
      names('attributes')
        .filter((name) => name !== 'value')
        .sort(),
      [
        'code',
        'density',
        'disabled',
        'field',
        'host',
        'keys',
        'language',
        'layout',
        'name',
        'packages',
        'packs',
        'readonly',
        'required',
        'results',
        'room',
        'runner',
        'theme',
        'token',
      ],
    );
    for (const name of [
      'value',
      'language',
      'name',
      'people',
      'status',
      'saved',
      'running',
      'output',
      'getToken',
      'run',
      'stop',
      'warm',
      'focus',
    ])
      assert.ok(names('members').includes(name), name);
    const events = matches(
      /super\('(code-room-[\w-]+)'/g,
      ['element/events', 'element/interview-events', 'run/before-run-event']
        .map((path) => sources.get(`components/${path}.ts`))
        .join(''),
    );
    assert.ok(events.length >= 7);
    assert.deepEqual(names('events').sort(), [...events, 'input'].sort());
    for (const { name, type } of room.events ?? []) assert.match(type?.text ?? '', /Event$/, name);
    assert.deepEqual(
      names('slots').sort(),
      matches(
        /<slot name="([\w-]+)"/g,
        `${sources.get('components/code-room.ts')}${sources.get('components/element/default-layout.ts')}`,
      )
        .concat('schema')
        .sort(),
    );
    assert.deepEqual(names('cssStates').sort(), ['live', 'running', 'unsaved']);
  });

  it('has every custom property and part, each with a description', () => {
    const properties = matches(/var\(\s*(--code-room-[\w-]+)/g);
    assert.ok(properties.length >= 27);
    assert.deepEqual(names('cssProperties').sort(), properties);
    const source = `${sources.get('components/code-room.ts')}${sources.get('components/element/default-layout.ts')}`;
    const parts = [
      ...matches(/ part="([\w-]+)"/g, source),
      ...matches(/exportparts="([^"]+)"/g, source).flatMap((list) => list.split(', ')),
    ];
    assert.deepEqual(names('cssParts').sort(), [...new Set(parts)].sort());
    for (const face of ['events', 'slots', 'cssParts', 'cssStates', 'cssProperties'] as const)
      for (const { name, description } of room[face] ?? []) assert.ok(description, `${face}: ${name}`);
  });
});

describe('data for editors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-manifest-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  it('is made for VS Code', () => {
    generateVsCodeCustomElementData(structuredClone(manifest), { outdir: folder });
    const { tags } = read('vscode.html-custom-data.json') as { tags: (Named & { attributes: Named[] })[] };
    assert.deepEqual(tags.map(({ name }) => name).sort(), elements.map(({ tagName }) => tagName).sort());
    const attributes = tags.find(({ name }) => name === 'code-room')?.attributes.map(({ name }) => name) ?? [];
    for (const name of names('attributes')) assert.ok(attributes.includes(name), name);
    const css = read('vscode.css-custom-data.json') as { properties: Named[]; pseudoElements: Named[] };
    assert.ok(css.properties.length >= 27);
    assert.ok(css.pseudoElements.some(({ name }) => name.includes('toolbar')));
  });

  it('is made for JetBrains’ editors', () => {
    generateJetBrainsWebTypes(structuredClone(manifest), { outdir: folder, packageJson: false });
    const { contributions } = read('web-types.json') as {
      contributions: { html: { elements: (Named & Record<string, Named[]>)[] } };
    };
    const found = contributions.html.elements.find(({ name }) => name === 'code-room');
    assert.equal(contributions.html.elements.length, elements.length);
    assert.ok((found?.attributes?.length ?? 0) >= 11);
  });
});
