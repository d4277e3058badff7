// A run gets all files of the room: languages import them and programs open them, and errors name the file that they are in.
import { expect } from '@esm-bundle/chai';
import { openRunner, run } from '../fixtures/runner.js';

type Files = Record<string, string>;

describe('The files of a room', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const ran = async (language: string, fileName: string, code: string, others: Files) => {
    const files = Object.entries(others).map(([name, text]) => ({ name, text }));
    const { state, stdout, stderr, notes, transcript } = await run(runner, language, code, { fileName, files });
    const written = transcript.chunks.filter(({ kind }) => kind === 'file').map(({ text }) => text.split('\t')[0]);
    return { state, stdout, stderr, notes, written, table: transcript.text('table') };
  };
  const python = (code: string, files: Files, fileName = 'main.py') => ran('python', fileName, code, files);

  it('can be imported by Python: modules, packages with and without __init__.py, and their imports', async () => {
    const { stdout, stderr } = await python(
      [
        'import bank, shop.till, tools',
        'from plain.deep.more import value',
        'from shop import VAT as rate',
        'import bank as again',
        'print(bank.total([1, 2]), shop.till.sum_up(3), tools.NAME, value, rate, again is bank)',
        'print(__file__, __name__, bank.__name__, shop.__name__, bank.__file__.endswith("/bank.py"))',
      ].join('\n'),
      {
        'bank.py':
          'print("once", __name__)\nfrom shop.till import sum_up\ndef total(xs):\n    return sum_up(sum(xs))\n',
        'shop/__init__.py': 'VAT = 19\n',
        'shop/till.py':
          'from . import VAT\nfrom .words import unit\ndef sum_up(x):\n    return f"{x * (100 + VAT)} {unit}"\n',
        'shop/words.py': 'unit = "cents"\n',
        'plain/deep/more.py': 'value = "of a folder"\n',
        'tools.py': 'NAME = "é"\nif __name__ == "__main__":\n    print("not here")\n',
      },
    );
    expect(stderr).to.equal('');
    expect(stdout).to.equal(
      'once bank\n357 cents 357 cents é of a folder 19 True\n/home/pyodide/main.py __main__ bank shop True\n',
    );
  });

  it('can be opened by Python, and only changed or new ones are listed', async () => {
    const { stdout, stderr, written } = await python(
      [
        'import csv, pathlib, os',
        'with open("data/cities.csv", newline="", encoding="utf-8") as f: print(list(csv.reader(f)))',
        'print(sorted(os.listdir(".")), pathlib.Path(__file__).parent.joinpath("notes.txt").read_text())',
        'open("notes.txt", "a").write("more")',
        'open("new.txt", "w").write("new")',
        'open("same.txt", "w").write("same")',
        'print(open("main.py").readline(), end="")',
      ].join('\n'),
      { 'data/cities.csv': 'Kyōto,1\r\nKöln,2\r\n', 'notes.txt': 'notes', 'same.txt': 'same' },
    );
    expect(stderr).to.equal('');
    expect(stdout).to.equal(
      "[['Kyōto', '1'], ['Köln', '2']]\n['data', 'main.py', 'notes.txt', 'same.txt'] notes\nimport csv, pathlib, os\n",
    );
    expect(written).to.deep.equal(['new.txt', 'notes.txt']);
  });

  it('are named in Python’s errors, with lines', async () => {
    const trace = await python('import bank\n\nbank.pay(0)\n', {
      'bank.py': 'from lib.rates import rate\n\ndef pay(x):\n    return rate(x)\n',
      'lib/rates.py': 'def rate(x):\n    return 1 / x\n',
    });
    expect(trace.stderr).to.equal(
      'Traceback (most recent call last):\n  File "main.py", line 3, in <module>\n    bank.pay(0)\n    ~~~~~~~~^^^\n' +
        '  File "bank.py", line 4, in pay\n    return rate(x)\n' +
        '  File "lib/rates.py", line 2, in rate\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n',
    );
    const syntax = await python('import bank', { 'bank.py': 'x = 1\nif x\n  pass' });
    expect(syntax.stderr).to.equal(
      'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n    import bank\n' +
        '  File "bank.py", line 2\n    if x\n        ^\nSyntaxError: expected \':\'\n',
    );
    const cycle = await python('import one', {
      'one.py': 'from two import b\na = 1\n',
      'two.py': 'from one import a\nb = 1\n',
    });
    expect(cycle.stderr).to.match(/File "one\.py", line 1[\s\S]*File "two\.py", line 1/);
    expect(cycle.stderr).to.include(
      "cannot import name 'a' from partially initialized module 'one' (most likely due to a circular import)",
    );
  });

  it('are not mistaken for packages, but what they import is requested', async () => {
    const missing = await python('import bnak', { 'bank.py': '' });
    expect(missing.stderr).to.include("ModuleNotFoundError: No module named 'bnak'");
    expect(missing.notes).to.match(/^bnak is not available here/);
    const inside = await python('import bank', { 'bank.py': 'import shop.nope', 'shop/a.py': '' });
    expect(inside.stderr).to.match(/File "bank\.py", line 1[\s\S]*No module named 'shop\.nope'/);
    expect(inside.notes).to.equal('');
    const far = await python('import bank', { 'bank.py': '\nfrom shop import a', 'shop/a.py': 'import numpy' });
    expect(far.stderr).to.match(/File "shop\/a\.py", line 1[\s\S]*No module named 'numpy'/);
    expect(far.notes).to.match(/has to set `packages`\.$/);
    const unused = await python('print("no")', { 'bank.py': 'import numpy' });
    expect({ stdout: unused.stdout, notes: unused.notes }).to.deep.equal({ stdout: 'no\n', notes: '' });
  });

  it('come before Python’s library, beside a program in a folder and above it', async () => {
    const { stdout, stderr } = await python(
      'import queue, calendar, helper, bank\nprint(queue.MINE, calendar.MINE, helper.MINE, bank.MINE, open("data.txt").read())',
      {
        'src/queue.py': 'MINE = 1',
        'calendar.py': 'MINE = 2',
        'src/helper.py': 'MINE = 3',
        'bank.py': 'MINE = 4',
        'data.txt': '5',
      },
      'src/main.py',
    );
    expect(stderr).to.equal('');
    expect(stdout).to.equal('1 2 3 4 5\n');
  });

  it('with invalid names are left out, and none replaces the program', async () => {
    const { stdout, stderr } = await python(
      'import os\nprint(sorted(os.listdir(".")), "up.py" in os.listdir(".."), os.path.exists("/root.py"))',
      {
        'main.py': 'print("no")',
        '../up.py': '',
        '/root.py': '',
        'a//b.py': '',
        './c.py': '',
        'a/../d.py': '',
        '': '',
        ok: 'x',
        'ok/inner.py': '',
      },
    );
    expect(stderr).to.equal('');
    expect(stdout).to.equal("['main.py', 'ok'] False False\n");
  });

  it('may be as many and as large as a room allows', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `f${index}.txt`);
    const { stdout } = await python('import os\nprint(sum(os.path.getsize(f"f{i}.txt") for i in range(20)))', {
      ...Object.fromEntries(names.map((name) => [name, 'x'.repeat(512 * 1024)])),
    });
    expect(stdout).to.equal(`${20 * 512 * 1024}\n`);
  });

  /** What a program and its files print, in JavaScript by default. */
  const JAVASCRIPT: [
    what: string,
    code: string,
    files: Files,
    printed: string,
    language?: string,
    fileName?: string,
  ][] = [
    [
      'by require(): once, in Node’s order, with folders, JSON and itself',
      "console.log('main');\nconst bank = require('./bank');\nconst { rate } = require('./lib/rates.js');\nconst data = require('./data.json');\nconsole.log(bank.pay(2), rate, data.a[0], require('./bank.js') === bank, require('./lib'), require.main === module, __dirname);",
      {
        'bank.js':
          "console.log('bank', module.id, __filename, require.main === module);\nconst { rate } = require('./lib/rates');\nexports.pay = x => x * rate;",
        'lib/rates.js':
          "console.log('rates', __dirname);\nmodule.exports = { rate: 3, up: typeof require('../bank').pay };",
        'lib/index.js': "module.exports = 'index';",
        'data.json': '{ "a": [1] }',
      },
      'main\nbank /bank.js /bank.js false\nrates /lib\n6 3 1 true index true /\n',
    ],
    [
      'in a cycle by require(), as far as they are',
      "console.log('main');\nexports.name = 'main';\nconst a = require('./a.js');\nconsole.log(a.done, a.seen);",
      {
        'a.js':
          "exports.done = false;\nconst b = require('./b.js');\nexports.seen = [b.seen, b.done];\nexports.done = true;",
        'b.js': "exports.seen = [require('./a.js').done, require('./main').name];\nexports.done = true;",
      },
      "main\ntrue [ [ false, 'main' ], true ]\n",
    ],
    [
      'by import: all forms, once, in order, with live bindings',
      "import bank, { pay as p, count } from './bank.js';\nimport * as all from './lib/all.mjs';\nimport data from './data.json' with { type: 'json' };\nimport { readFileSync } from 'node:fs';\nconsole.log('main', p(2), count, bank, Object.keys(all), all.again === p, data.a, readFileSync('notes.txt', 'utf8'));\nconst late = await import('./late.js');\nconsole.log(late.default, import.meta.url, all.where);\nconsole.log((await import('./' + 'late.js')) === late);",
      {
        'bank.js':
          "console.log('bank');\nexport let count = 0;\nexport const pay = x => { count += x; return count; };\nexport default class Bank {}",
        'lib/all.mjs':
          "console.log('all');\nexport * from '../bank.js';\nexport { pay as again } from '../bank.js';\nexport const where = import.meta.url;",
        'late.js': "console.log('late');\nexport default await Promise.resolve('late one');",
        'data.json': '{ "a": 1 }',
        'notes.txt': 'notes',
      },
      "bank\nall\nmain 2 2 [class Bank] [ 'again', 'count', 'pay', 'where' ] true 1 notes\nlate\nlate one file:///main.js file:///lib/all.mjs\ntrue\n",
    ],
    [
      'of both kinds of modules',
      "import bank, { pay } from './bank.cjs';\nimport { rate } from './rates.js';\nimport * as json from './data.json';\nconsole.log(pay(2), bank.pay === pay, rate, json.default.x);",
      {
        'bank.cjs': 'module.exports = { pay, ...{ more: 1 } };\nfunction pay(x) { return x * 2; }',
        'rates.js': "export { rate } from './deep.js';",
        'deep.js': 'exports.rate = 5;',
        'data.json': '{ "x": "y" }',
      },
      '4 true 5 y\n',
    ],
    [
      'in a cycle by import, with live bindings',
      "import { isEven, count } from './even.js';\nconsole.log(isEven(10), count);\nexport const top = 1;",
      {
        'even.js':
          "import { isOdd } from './odd.js';\nexport let count = 0;\nexport function isEven(n) { count++; return n === 0 || isOdd(n - 1); }\nconsole.log('even', isOdd(3));",
        'odd.js':
          "import { isEven, count } from './even.js';\nexport function isOdd(n) { return n !== 0 && isEven(n - 1); }\nconsole.log('odd', isEven.name);",
      },
      'odd isEven\neven true\ntrue 8\n',
    ],
    [
      'a module that is required',
      "const bank = require('./bank.js');\nconsole.log(bank.pay(2), bank.default, bank);",
      { 'bank.js': 'export const pay = x => x * 2;\nexport default 7;' },
      '4 7 { pay: [Function: pay], default: 7 }\n',
    ],
    [
      'from CommonJS, later and by names made up',
      "const { createRequire } = require('module');\nfor (const name of ['a', 'b']) import('./' + name + '.js').then(m => console.log(m.default.k ?? m.default, m.k));\nconsole.log(createRequire('/lib/x.js')('./c'));",
      { 'a.js': 'exports.k = 1;', 'b.js': 'export default 2;', 'lib/c.js': "module.exports = 'c';" },
      'c\n1 1\n2 undefined\n',
    ],
    [
      'package.json says what they are',
      'console.log(this, (await import("./bank.js")).type)',
      { 'package.json': '{ "type": "module" }', 'bank.js': 'globalThis.x = typeof module;', 'x.js': '' },
      'undefined undefined\n',
    ],
    [
      'files that are opened and listed',
      "const fs = require('fs'), path = require('path');\nconsole.log(fs.readFileSync('data.csv', 'utf8').split('\\n'), fs.readdirSync('.'), fs.readdirSync('lib'), fs.readFileSync(path.join(__dirname, 'lib/a.txt')) + '');",
      { 'data.csv': 'a\nb', 'lib/a.txt': 'é' },
      "[ 'a', 'b' ] [ 'data.csv', 'lib', 'main.js' ] [ 'a.txt' ] é\n",
    ],
    [
      'TypeScript from JavaScript',
      "import { pay } from './bank.ts';\nimport { rate } from './rates.js';\nconsole.log(pay(2), rate);",
      {
        'bank.ts': 'interface A { x: number }\nexport const pay = (x: number): number => x * 2;',
        'rates.ts': 'export const rate: number = 3;',
      },
      '4 3\n',
    ],
    [
      'TypeScript and JavaScript from TypeScript',
      "import { Bank, type Money } from './bank';\nimport { rate } from './rates.js';\nimport plain from './plain.js';\nconst m: Money = 3;\nconsole.log(new Bank(m).paid, rate, plain);",
      {
        'bank.ts': 'export type Money = number;\nexport class Bank { constructor(readonly paid: Money) {} }',
        'rates.ts': "export { rate } from './deep';",
        'deep/index.ts': 'export enum Kind { A }\nexport const rate: number = Kind.A;',
        'plain.js': 'export default 1;',
      },
      '3 0 1\n',
      'typescript',
      'main.ts',
    ],
    [
      'elements from other files',
      'import { Title } from \'./Title\';\nexport default function App() { return <Title text="é" />; }',
      { 'Title.tsx': 'export const Title = ({ text }: { text: string }) => <h1>{text}</h1>;' },
      '',
      'tsx',
      'main.tsx',
    ],
    [
      'from a program in a folder',
      "import { a } from '../a.js';\nimport { b } from './b.js';\nconsole.log(a, b, import.meta.dirname);",
      { 'a.js': 'export const a = 1;', 'src/b.js': 'export const b = 2;' },
      '1 2 /src\n',
      'javascript',
      'src/main.js',
    ],
  ];

  for (const [what, code, files, printed, language = 'javascript', fileName = 'main.js'] of JAVASCRIPT) {
    it(`can be imported by JavaScript and TypeScript: ${what}`, async () => {
      const { state, stdout, stderr } = await ran(language, fileName, code, files);
      expect({ state, stdout, stderr }).to.deep.equal({ state: 'done', stdout: printed, stderr: '' });
    });
  }

  /** What goes wrong, and what is said of it. */
  const WRONG: [what: string, code: string, files: Files, said: RegExp, language?: string, fileName?: string][] = [
    [
      'an error in a module',
      "import { pay } from './lib/bank.js';\n\npay();",
      { 'lib/bank.js': 'export function pay() {\n  null.x;\n}' },
      /^Uncaught TypeError: .*\n {4}at pay \(lib\/bank\.js:2:\d+\)\n {4}at main\.js:3:\d+\n$/,
    ],
    [
      'an error in a file that is required',
      "require('./bank').pay();",
      { 'bank.js': 'exports.pay = function pay() { null.x; }' },
      /^Uncaught TypeError: .*\n {4}at (?:\w+\.)?pay \(bank\.js:1:3\d\)\n {4}at (?:Object\.<anonymous> \()?main\.js:1:\d+\)?\n$/,
    ],
    [
      'an error in TypeScript',
      "import { pay } from './bank';\npay(1);",
      {
        'bank.ts':
          'interface A {\n  x: number;\n}\nexport function pay(x: number): never {\n  throw new Error("no " + x);\n}',
      },
      /^Uncaught Error: no 1\n {4}at pay \(bank\.ts:5:\d+\)\n {4}at main\.ts:2:\d+\n$/,
      'typescript',
      'main.ts',
    ],
    [
      'an error in a cycle',
      "import { a } from './a.js';\na();",
      {
        'a.js': "import { b } from './b.js';\n// WebKit forgets whoever calls last.\nexport const a = () => [b()];",
        'b.js': "import { a } from './a.js';\nexport function b() {\n  throw new Error(typeof a);\n}",
      },
      /^Uncaught Error: function\n {4}at (?:\w+\.)?b \(b\.js:3:\d+\)\n {4}at .*a\.js:3:\d+\)?\n {4}at .*main\.js:2:\d+\)?\n$/,
    ],
    [
      'what is used in a cycle before it is there',
      "import './a.js';",
      {
        'a.js': "import './b.js';\nexport class A {}",
        'b.js': "import { A } from './a.js';\nexport class B extends A {}",
      },
      /^Uncaught ReferenceError: Cannot access 'A' before initialization\n(?: {4}at .*\n)*? {4}at .*b\.js:2:\d+/,
    ],
    [
      'a cycle that waits',
      "import './a.js';",
      { 'a.js': "import './b.js';\nawait 1;", 'b.js': "import './a.js';" },
      /^Uncaught Error: a\.js and b\.js need each other, which works only without await outside of functions, as it stands in a\.js/,
    ],
    [
      'what does not parse in a module',
      "import './bank.js';\nconsole.log('never');",
      { 'bank.js': 'export const a = 1;\n\nlet b = ;' },
      /^Uncaught SyntaxError: Unexpected token ';'\n {4}at bank\.js:3:9\n$/,
    ],
    [
      'what does not parse in a file that is required',
      "console.log(1);\nrequire('./bank');",
      { 'bank.js': '\n\nlet b = ;' },
      /^Uncaught SyntaxError: Unexpected token ';'\n {4}at bank\.js:3:9\n$/,
    ],
    [
      'what does not parse in TypeScript',
      "import './bank';",
      { 'bank.ts': 'const a: = 1;' },
      /^Uncaught SyntaxError: Type expected\.\n {4}at bank\.ts:1:10\n$/,
      'typescript',
      'main.ts',
    ],
    [
      'a module that is not there',
      "import './lib/a.js';",
      { 'lib/a.js': "\nimport x from './bnak.js';" },
      /^Uncaught Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module '\.\/bnak\.js' imported from lib\/a\.js\n {4}at lib\/a\.js:2:15\n/,
    ],
    [
      'a file that is required and not there',
      "require('./bnak');",
      { 'bank.js': '' },
      /^Uncaught Error: Cannot find module '\.\/bnak'\nRequire stack:\n- \/main\.js\n[\s\S]*main\.js:1/,
    ],
    [
      'an export that is not there',
      "import { pay } from './bank.js';",
      { 'bank.js': 'export const pya = 1;' },
      /^Uncaught SyntaxError: The requested module '\.\/bank\.js' does not provide an export named 'pay'\n {4}at main\.js:1:10\n$/,
    ],
    [
      'JSON that is none',
      "require('./data.json');",
      { 'data.json': '{ a: 1 }' },
      /^Uncaught SyntaxError: \/data\.json: /,
    ],
    [
      'data that is imported',
      "import data from './data.csv';",
      { 'data.csv': 'a' },
      /^Uncaught TypeError \[ERR_UNKNOWN_FILE_EXTENSION\]: Unknown file extension "\.csv" for \/data\.csv\n {4}at main\.js:1:18\n$/,
    ],
  ];

  for (const [what, code, files, said, language = 'javascript', fileName = 'main.js'] of WRONG) {
    it(`are named in errors of JavaScript and TypeScript: ${what}`, async () => {
      const { state, stderr, stdout } = await ran(language, fileName, code, files);
      expect(stderr).to.match(said);
      expect(state).to.equal('failed');
      expect(stdout).not.to.include('never');
    });
  }

  it('whose later import fails: the program can catch it, and ends', async () => {
    const code =
      "for (const name of ['./none.js', './bad.js', './throws.js', './deep.js']) await import(name).catch(({ name, message }) => console.log(name, message));\ntry { require; } catch { console.log('end'); }";
    const { stdout, state } = await ran('javascript', 'main.js', code, {
      'bad.js': 'let a = ;',
      'throws.js': "export {}; throw new RangeError('thrown')",
      // WebKit takes a module that has failed before for one that is there.
      'deep.js': "import './again.js';",
      'again.js': "export {}; throw new RangeError('again')",
    });
    expect(stdout).to.equal(
      "Error Cannot find module './none.js' imported from main.js\nSyntaxError Unexpected token ';'\nRangeError thrown\nRangeError again\nend\n",
    );
    expect(state).to.equal('done');
  });

  it('set up the database of SQL, if one is named schema.sql', async () => {
    const files = { 'schema.sql': 'CREATE TABLE t (x);\nINSERT INTO t VALUES (7);', 'other.sql': 'nonsense' };
    expect((await ran('sql', 'main.sql', 'SELECT x FROM t', files)).table).to.equal('x\n7');
    const wrong = await ran('sql', 'main.sql', 'SELECT 1', { 'db/schema.sql': '\nCREATE TABEL t;' });
    expect(wrong.stderr).to.equal('db/schema.sql:2: near "TABEL": syntax error\n');
  });

  it('can be required, run and opened by Lua', async () => {
    const files = {
      'bank.lua': 'local M = {}\nfunction M.pay(x)\n  return x.y.z\nend\nM.name = ...\nreturn M\n',
      'lib/rates.lua': 'return { rate = 3 }',
      'tools/init.lua': 'return "tools"',
      'part.lua': 'PART = (PART or 0) + 1',
      'data/cities.csv': 'Köln\nKyōto\n',
      tmp: 'no folder',
    };
    const { stdout, stderr } = await ran(
      'lua',
      'main.lua',
      [
        "local bank, rates = require 'bank', require('lib.rates')",
        "print(bank.name, rates.rate, require 'tools', require 'bank' == bank)",
        "dofile('part.lua') dofile 'part.lua'",
        "for line in io.lines('data/cities.csv') do io.write(line, ' ') end",
        "print(PART, io.open('data/cities.csv'):read('a'))",
        'bank.pay({})',
      ].join('\n'),
      files,
    );
    expect(stdout).to.equal('bank\t3\ttools\ttrue\nKöln Kyōto 2\tKöln\nKyōto\n\n');
    expect(stderr).to.match(
      /^bank\.lua:3: attempt to index a nil value \(field 'y'\)\nstack traceback:\n {4}bank\.lua:3/,
    );
    expect(stderr).to.include('main.lua:6: in main chunk');
    const syntax = await ran('lua', 'main.lua', "require 'bad'", { 'bad.lua': '\nlocal = 1' });
    expect(syntax.stderr).to.match(/bad\.lua:2: <name> expected near '='/);
    const missing = await ran('lua', 'main.lua', "require 'bnak'", files);
    expect(missing.stderr).to.match(/^main\.lua:1: module 'bnak' not found:/);
  });
});
