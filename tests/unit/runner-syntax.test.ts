// Syntax errors have Node's messages and lines.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { syntax } from '../../components/runner/worker/javascript/syntax.js';

describe('A syntax error', () => {
  for (const [code, message, line] of [
    ['let a = 1;\nlet a = 2;', "Identifier 'a' has already been declared", 2],
    ["import assert from 'node:assert';\nconst xs = [1, 2, 3;", "Unexpected token ';'", 2],
    [
      'function f() {\n  await g();\n}',
      'await is only valid in async functions and the top level bodies of modules',
      2,
    ],
    ['export {};\nvar x = 010;', 'Octal literals are not allowed in strict mode.', 2],
    ['const x\n;', 'Missing initializer in const declaration', 1],
    ['f(1 2)', 'missing ) after argument list', 1],
    ['if (x) {\n', 'Unexpected end of input', 2],
    ["let s = 'open\n", 'Invalid or unexpected token', 1],
    ['for (;;) break away;', "Undefined label 'away'", 1],
    ['break;', 'Illegal break statement', 1],
    ['class A { constructor() {}\nconstructor() {} }', 'A class may only have one constructor', 2],
    ['let f = (...rest, last) => 1;', 'Rest parameter must be last formal parameter', 1],
  ] as const) {
    it(`has Node’s message: ${message}`, () => {
      const found = syntax.findProblem(code);
      assert.deepEqual([found?.message, found?.line], [message, line]);
    });
  }

  it('is not found in a valid script, a module, or below a shebang line', () => {
    for (const code of ['return 1', 'await 1', '#!/usr/bin/env node\nwith (Math) { abs(1) }', 'import.meta']) {
      assert.equal(syntax.findProblem(code), undefined, code);
    }
  });
});

describe('Imports', () => {
  it('are found with the imported names, static and dynamic', () => {
    const code = "import fs, { join as j } from 'path';\nexport { x } from './y.js';\nconst m = await import(name);";
    const found = syntax
      .imports(code)
      .map(({ name, line, dynamic, taken }) => [name, line, dynamic, taken.map((each) => each.name)]);
    assert.deepEqual(found, [
      ['path', 1, false, ['join']],
      ['./y.js', 2, false, ['x']],
      [undefined, 3, true, []],
    ]);
  });
});
