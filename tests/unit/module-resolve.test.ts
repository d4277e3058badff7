// Module resolution as in Node and bundlers, within the room.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roomFiles } from '../../components/runner/room-files.js';
import { resolve } from '../../components/runner/worker/javascript/resolve.js';
import { syntax } from '../../components/runner/worker/javascript/syntax.js';

describe('A name in an import', () => {
  const files = [
    'main.js',
    'a.ts',
    'b.js',
    'b.ts',
    'lib/index.js',
    'lib/c.mjs',
    'view.tsx',
    'data.json',
    'x.y',
    'index.ts',
  ];
  const has = (name: string) => files.includes(name);
  for (const [name, from, found] of [
    ['./a', 'main.js', 'a.ts'],
    ['./a.js', 'main.js', 'a.ts'],
    ['./a.ts', 'main.js', 'a.ts'],
    ['./b', 'main.js', 'b.js'],
    ['./b', 'a.ts', 'b.ts'],
    ['./b.js', 'a.ts', 'b.js'],
    ['./lib', 'main.js', 'lib/index.js'],
    ['./lib/', 'main.js', 'lib/index.js'],
    ['.', 'lib/c.mjs', 'lib/index.js'],
    ['..', 'lib/c.mjs', 'index.ts'],
    ['../b.js', 'lib/c.mjs', 'b.js'],
    ['../../../b.js', 'lib/c.mjs', 'b.js'],
    ['./c.mjs?x=1', 'lib/index.js', 'lib/c.mjs'],
    ['/lib/c.mjs', 'lib/index.js', 'lib/c.mjs'],
    ['file:///lib/c.mjs', 'main.js', 'lib/c.mjs'],
    ['./view.jsx', 'main.js', 'view.tsx'],
    ['./data', 'main.js', 'data.json'],
    ['./x.y', 'main.js', 'x.y'],
    ['./none', 'main.js', undefined],
    ['lib', 'main.js', undefined],
    ['fs', 'main.js', undefined],
  ] as const) {
    it(`${name} in ${from} is ${found}`, () => assert.equal(resolve(name, from, has), found));
  }
});

describe('The module shape of a file', () => {
  for (const [code, isModule, shape] of [
    [
      "exports.a = 1; module.exports.b = 2; Object.defineProperty(exports, 'c', {})",
      false,
      { assigned: ['a', 'b', 'c'] },
    ],
    ['module.exports = { d, e: 1, [f]: 2 }', false, { assigned: ['d', 'e'] }],
    ["require('./a'); if (x) require(x)", false, { required: ['./a'], asksForAny: true }],
    ["export * from './a'; export * as n from './b'", true, { passedOn: ['./a'], exported: ['n'] }],
    [
      'export const { a, b: [c = 1], ...d } = x; export function e() {} export { f as default, g }; let f, g',
      true,
      { exported: ['a', 'c', 'd', 'e', 'default', 'g'] },
    ],
    ['export default 1; async function f() { await 1 }', true, { exported: ['default'], awaits: false }],
    ['for await (const x of y);', true, { awaits: true }],
    ['import.meta.url', true, {}],
  ] as const) {
    it(code, () => {
      const read = syntax.read(code);
      assert.equal(read?.isModule, isModule);
      for (const [name, value] of Object.entries(shape)) assert.deepEqual(Reflect.get(read?.shape ?? {}, name), value);
    });
  }
});

describe('The files of a room', () => {
  it('are inside its folder, and no name is both file and folder', () => {
    const names = [
      'a',
      'a',
      'main.py',
      'a/b',
      'c/d',
      'c',
      '../x',
      '/x',
      'x//y',
      'x/../y',
      './x',
      '',
      'x\\y',
      'x\n',
      'x/',
      'é 1.txt',
      '..x',
    ];
    const kept = roomFiles(
      'main.py',
      names.map((name) => ({ name, text: name })),
    );
    assert.deepEqual(
      kept.map(({ name }) => name),
      ['a', 'c/d', 'é 1.txt', '..x'],
    );
    const many = Array.from({ length: 50 }, (_, index) => ({ name: `f${index}`, text: '' }));
    assert.equal(roomFiles('main.py', many).length, 40);
  });
});
