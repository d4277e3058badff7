// Types are erased by Sucrase only where that gives the same as TypeScript's compiler.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transformSync } from 'esbuild';
import { compile } from '../../components/runner/worker/typescript/compile.js';
import { erase } from '../../components/runner/worker/typescript/erase.js';

/** Programs that are more than JavaScript with types; and some that only look so. */
const MADE = [
  '@log class A {}',
  'class A { @log m() {} }',
  'class A { constructor(@Inject() x: X) {} }',
  'class A { accessor x = 1 }',
  'class A { static accessor x = 1 }',
  'class A { accessor [key] = 1 }',
  'namespace N { export const a = 1 }',
  'module M { export const a = 1 }',
  'namespace A.B { export const a = 1 }',
  'class A { b = this.n; constructor(private n: number) {} }',
  'class A { b: number; constructor(readonly n: number) {} }',
  'class A { static b = 1; constructor(n: number, protected readonly m = 2) {} }',
  'class A extends B { constructor(public n: number) { super() } }',
  'enum A { A = 1 }',
  'enum A { B, C = B }',
  'enum A { B = 1 << 2 }',
  "enum A { B = 'a'.length }",
  'enum A { ["a"] = 1 }',
  '{ using a = b() }',
  'await using a = b();',
  'const o = { async<T>(x: T) { return x } }',
  "import path = require('node:path'); path.sep;",
  'const a = 1; export = a;',
  "import { B } from './b'; import A = B.C; A();",
  "import { B } from './b'; export import A = B.C;",
  'const a: = 1;',
  // Without semicolons: what is erased parts two statements, which would be one without it.
  'const id = 5\ntype ID = number\n(() => console.log(id))()',
  'let a = 1, b = 2\ntype T = [number]\n[a, b] = [b, a]',
  'const o = {} as Record<string, number>\n[1, 2].forEach(n => o[n] = n)',
  'const s = tag\ninterface P { x: number }\n`text`',
  'class A { x = 1\ndeclare y\n[Symbol.iterator]() {} }',
  'abstract class A { x = 1\nabstract m(): void\n*[Symbol.iterator]() {} }',
];
const ERASED = [
  'class A { constructor(private n: number, public readonly m = 2) {} get x(): number { return this.n } f<T>(x: T): T { return x } }',
  "enum A { B, C = 5, D, 'e-f' = -1, G = 'x' } const enum H { I = 0x10 } declare enum J { K = 1 } enum L { default = 1 }",
  'const accessor = 1, namespace = 2, module = 3, using = 4; accessor + namespace; module.exports; using(1);',
  "import type fs = require('node:fs'); const a: fs.Stats = 1;",
  "// @decorated\n/* namespace N {} */ const s = '@x enum A { A }' + `namespace N @y`;",
  'abstract class A<T> { abstract a: T; declare b: T; c?: T; readonly d!: T; static e: number = 1; [k: string]: unknown }',
  'const a = 1;\ninterface P {}\n(1)',
  'class A { declare y\n[Symbol.iterator]() {} }',
  'type A = { readonly [K in keyof B as `a`]?: B[K] }; interface C extends D<E> { (x: number): string }',
];

describe('erasing TypeScript’s types', () => {
  it('works for types, plain enums and plain parameter properties', () => {
    for (const code of MADE) assert.equal(erase(code, 'ts'), undefined, code);
    for (const code of ERASED) assert.ok(erase(code, 'ts'), code);
    assert.ok(erase('const a = <b x={1}>{y as string}</b>;', 'tsx'));
    assert.equal(erase('const a = <b>;', 'tsx'), undefined);
  });

  it('gives the same as TypeScript, line for line', () => {
    const folder = 'tests/programs/typescript';
    const programs = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    let compared = 0;
    for (const code of [...ERASED, ...programs.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))]) {
      const erased = erase(code, 'ts');
      if (!erased || !('code' in erased)) continue;
      assert.equal(erased.code.split('\n').length, code.split('\n').length);
      // Of enums and of properties that parameters make each has its own way to the same end: those are run in browsers.
      if (/\benum\b|[(,]\s*(?:public|private|protected|readonly)\b/.test(code)) continue;
      const made = compile({ code, language: 'ts' });
      assert.ok('code' in made, code);
      assert.equal(plain(erased.code), plain(made.code));
      compared += 1;
    }
    assert.ok(compared > 10, `only ${compared} were compared`);
  });

  it('finds older decorators in the files they are imported from', () => {
    const compiled = (declared: string, imported = '{ logged }', used = 'logged') => {
      const code = `import ${imported} from './decorators'; class A { @${used} m() {} }`;
      const made = compile({ code, language: 'ts', others: [declared] });
      assert.ok('code' in made);
      return made.code.includes('__decorate') ? 'older' : 'standard';
    };
    const parameters = '(target: object, fieldName: string)';
    assert.equal(compiled(`export function logged${parameters} {}`), 'older');
    assert.equal(
      compiled(`export const traced = ${parameters.replace(':', '?:')} => {}`, '{ traced as logged }'),
      'older',
    );
    assert.equal(compiled(`export default function any${parameters} {}`, 'logged'), 'older');
    assert.equal(compiled(`export const logged = () => ${parameters} => {}`, '* as all', 'all.logged()'), 'older');
    assert.equal(
      compiled('export function logged(call: Function, context: ClassMethodDecoratorContext) {}'),
      'standard',
    );
    assert.equal(compiled(`export function other${parameters} {}`), 'standard');
  });

  it('reads a long table without semicolons once, not again from each row', { timeout: 30_000 }, () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => `[${row}, ${row}],`).join('\n');
    assert.ok(erase(`const table: number[][] = [\n${rows}\n]\n`, 'ts'));
  });

  it('has a source map, like TypeScript’s', () => {
    for (const made of [erase('const a: number = 1;', 'ts'), compile({ code: 'enum A { A }', language: 'ts' })])
      assert.ok(made && 'mappings' in made && made.mappings.length > 4);
    assert.deepEqual(compile({ code: 'let a = 1;\n let = ;', language: 'ts' }), {
      problem: 'Expression expected.',
      line: 2,
      column: 8,
    });
  });
});

/** Written alike, whoever has written it. */
function plain(code: string): string {
  return transformSync(code, { minify: true, minifyIdentifiers: false, charset: 'utf8' }).code;
}
