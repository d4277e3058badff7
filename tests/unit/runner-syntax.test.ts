// Syntax errors have Node's messages and lines.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { syntax } from '../../components/runner/worker/javascript/syntax.js';

const DESTRUCTURING = 'Missing initializer in destructuring declaration';
const POWER =
  'Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence';
const LEXICAL = 'Lexical declaration cannot appear in a single-statement context';
const SLOPPY =
  'In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.';

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
    ['try {\n  x();\n}\nconsole.log(1);', 'Missing catch or finally after try', 3],
    ['try { {}\n}', 'Missing catch or finally after try', 2],
    ['const {a,\n b}\n;', DESTRUCTURING, 1],
    ['let [a,\n b]\n;', DESTRUCTURING, 1],
    ['const a = 1,\n b\n;', 'Missing initializer in const declaration', 2],
    ['const {\n', 'Unexpected end of input', 2],
    ['const a = f(1)\nb, c d', "Unexpected identifier 'd'", 2],
    ['const a = { b,\nc d }', "Unexpected identifier 'd'", 2],
    ['x = 2 *\n-1\n ** 2', POWER, 2],
    ['typeof -1 ** 2', POWER, 1],
    ['x = ** 2', "Unexpected token '**'", 1],
    ['function\n() {}', 'Function statements require a function name', 1],
    ['if (x) {} else\n let y = 1', LEXICAL, 2],
    ['for (const x of y)\n let [z] = x', LEXICAL, 2],
    ['if (x)\n const y = 1', "Unexpected token 'const'", 2],
    ['while (x)\n function f() {}', SLOPPY, 2],
    ['f(x) function g() {}', "Unexpected token 'function'", 1],
    ['if (x)\n async function f() {}', 'Async functions can only be declared at the top level or inside a block.', 2],
    ['/a/gg', 'Invalid regular expression flags', 1],
    ['/{1}/u', 'Invalid regular expression: /{1}/u: Nothing to repeat', 1],
    ['1_', 'Numeric separators are not allowed at the end of numeric literals', 1],
    ['1__0', 'Only one underscore is allowed as numeric separator', 1],
    ['0xZ', 'Invalid or unexpected token', 1],
    ["'a\\\n\\xq'", 'Invalid hexadecimal escape sequence', 2],
    ['`\\x41\n\\u{zz}`', 'Invalid Unicode escape sequence', 2],
    ['`\n\\1`', 'Octal escape sequences are not allowed in template strings.', 2],
    ["'use strict'; '\\1'", 'Octal escape sequences are not allowed in strict mode.', 1],
    ['1++', 'Invalid left-hand side expression in postfix operation', 1],
    ['++\n1', 'Invalid left-hand side expression in prefix operation', 2],
    ['[a,\n1] = x', 'Invalid destructuring assignment target', 2],
    ['f(1 = 2)', 'Invalid left-hand side in assignment', 1],
    ['(a, b) = 1', 'Invalid left-hand side in assignment', 1],
    ['(1) => 1', 'Invalid destructuring assignment target', 1],
    ['for (1 of x) ;', 'Invalid left-hand side in for-loop', 1],
    ['f(x) => 1', 'Malformed arrow function parameter list', 1],
    ['if (x) => 1', "Unexpected token '=>'", 1],
    ['f(1\n\n', 'missing ) after argument list', 1],
    ['f(1,\n\n', 'Unexpected end of input', 3],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a program.
    ['x = `${a\n b}`', 'Missing } in template expression', 1],
    ["x = {\n'a' }", 'Unexpected string', 2],
    ['function f() {\n for await (const x of y) {} }', 'Unexpected reserved word', 2],
    ['function f(...a = []) {}', 'Rest parameter may not have a default initializer', 1],
    ['for (const x = 1 of y) {}', 'for-of loop variable declaration may not have an initializer.', 1],
    ['class A { get constructor() {} }', 'Class constructor may not be an accessor', 1],
    ['a: {\n continue a }', "Illegal continue statement: 'a' does not denote an iteration statement", 2],
    ['break\nx()', 'Illegal break statement', 1],
    ['export a', "Unexpected token 'export'", 1],
    ['#x', "Private field '#x' must be declared in an enclosing class", 1],
    ['x = 1;\n(enum)', 'Unexpected reserved word', 2],
    ['new a?.b()', 'Invalid optional chain from new expression', 1],
  ] as const) {
    it(`has Node’s message, ${message}, and line: ${code}`, () => {
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
