// Types that a module passes on are left out of it, as the compiler leaves them out that sees all files.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ModuleGraph } from '../../components/runner/worker/javascript/module-graph.js';
import { syntax } from '../../components/runner/worker/javascript/syntax.js';
import { erase } from '../../components/runner/worker/typescript/erase.js';

async function graphOf(files: Record<string, string>) {
  const all = Object.entries(files).map(([name, text]) => ({ name, text }));
  const compile = async (code: string) => {
    const made = erase(code, 'ts');
    if (!made || !('code' in made)) throw new Error(`It is not erasable: ${code}`);
    return { code: made.code, original: (place: { line: number; column: number }) => place };
  };
  const [main = { name: '', text: '' }, ...others] = all;
  const program = { fileName: main.name, code: main.text, files: others };
  const dialect = { compile, explain: async () => undefined };
  const { files: found } = await ModuleGraph.of(program, await compile(main.text), { syntax, dialect, compile });
  return (name: string) => found.get(name);
}

const USER = 'export interface User { name: string }\nexport type Role = 1;\nexport const make = () => 1, kind = 2;';

it('of a list of names only the values stay, and each where it was', async () => {
  const file = await graphOf({
    'main.ts': "import { make } from './index';\nmake();",
    'index.ts': "export { User, make /* , */, Role as Part, // last\n  kind } from './user';",
    'user.ts': USER,
  });
  const { code = '', shape, links = [] } = file('index.ts') ?? {};
  assert.equal(code.replaceAll(/ +/g, ' '), "export { make /* , */, // last\n kind } from './user';");
  assert.equal(code.indexOf('make'), 'export { User, '.length);
  assert.deepEqual(shape?.exported, ['make', 'kind']);
  assert.deepEqual(
    links.flatMap(({ taken }) => taken.map(({ name }) => name)),
    ['make', 'kind'],
  );
});

it('also those that are imported first, or passed on more than once', async () => {
  const file = await graphOf({
    'main.ts': "export { Person, User, Role } from './outer';\nexport { make } from './outer';",
    'outer.ts':
      "import { User as Person, Role, make } from './inner';\nexport { Person, Role, make };\nexport * from './user';",
    'inner.ts': "export { User, Role, make } from './user';",
    'user.ts': USER,
  });
  assert.deepEqual(file('inner.ts')?.shape.exported, ['make']);
  assert.deepEqual(file('outer.ts')?.shape.exported, ['make']);
  assert.deepEqual(file('main.ts')?.shape.exported, ['make']);
});

it('a name that nothing declares stays, for the error that names it', async () => {
  const file = await graphOf({
    'main.ts': "export { Nobody, make, type } from './user';",
    'user.ts': `${USER}\n// type of Nobody\nexport const type = 'type Some';`,
  });
  assert.deepEqual(file('main.ts')?.shape.exported, ['Nobody', 'make', 'type']);
  const plain = await graphOf({ 'main.js': "export { User } from './user.ts';", 'user.ts': USER });
  assert.deepEqual(plain('main.js')?.shape.exported, ['User']);
});

it('a value of a CommonJS file stays, whatever type has its name', async () => {
  const roles = "type Role = 'a' | 'b';\nconst Role = { a: 1 };\n";
  for (const passed of ['module.exports = { Role };', 'exports.Role = Role;']) {
    const file = await graphOf({
      'main.ts': "import { Role } from './roles';\nconsole.log(Role.a);",
      'roles.ts': `${roles}${passed}`,
    });
    assert.match(file('main.ts')?.code ?? '', /import \{ Role \} from/);
  }
});
