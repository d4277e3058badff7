// What a required file knows of the one that required it.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ModuleFile } from '../../components/runner/worker/javascript/module-graph.js';
import { Modules } from '../../components/runner/worker/javascript/node/require.js';

type Run = (module: { parent: unknown; children: unknown[] }, require: (name: string) => unknown) => unknown;

it('a required file has its parent and is among its children, unless it fails', () => {
  const seen: unknown[] = [];
  const runs: Record<string, Run> = {
    'a.js': (module, require) => seen.push(module.parent === modules.main, require('b.js')),
    'b.js': (module, require) => seen.push(module.parent === modules.cache['/a.js'], require('a.js')),
    'broken.js': () => {
      throw new Error('no');
    },
  };
  const files = new Map(Object.keys(runs).map((name) => [name, { name, kind: 'commonjs', shape: { exported: [] } }]));
  const room = {
    files: files as unknown as Map<string, ModuleFile>,
    resolve: (name: string) => name,
    compile:
      ({ name }: ModuleFile) =>
      (_exports: unknown, require: never, module: never) =>
        void runs[name]?.(module, require),
  } as unknown as ConstructorParameters<typeof Modules>[1];
  const modules = new Modules('main.js', room, () => undefined);
  const require = modules.requireOf('main.js') as (name: string) => unknown;
  require('a.js');
  assert.throws(() => require('broken.js'), /no/);
  assert.deepEqual([seen[0], seen[1] !== undefined, seen.includes(false)], [true, true, false]);
  assert.deepEqual([modules.main.parent, modules.main.children], [null, [modules.cache['/a.js']]]);
  assert.equal(Object.keys(modules.main).includes('parent'), false);
  modules.load('b.js');
  assert.equal(modules.cache['/b.js']?.parent, modules.cache['/a.js']);
});
