// Tests of a room run in the sandbox: input and output, and calls of functions, each in a fresh interpreter.
import { expect } from '@esm-bundle/chai';
import type { TestResult } from '../../party/shared/test-results.js';
import type { CallTest, IoTest, Json } from '../../party/shared/tests.js';
import { openTests } from '../fixtures/room-tests.js';

const io = (stdin: string, stdout: string, more: Partial<IoTest> = {}): IoTest => ({
  name: 'a test',
  kind: 'io',
  stdin,
  stdout,
  ...more,
});
const call = (name: string, args: Json[], expected: Json, more: Partial<CallTest> = {}): CallTest => ({
  name: 'a test',
  kind: 'call',
  function: name,
  args,
  expected,
  ...more,
});

describe('Tests of a room', function () {
  this.timeout(120_000);
  const { run, close } = openTests();
  after(close);
  const one = async (...given: Parameters<typeof run>): Promise<TestResult> => {
    const [result] = await run(...given);
    if (!result) throw new Error('Nothing came of it.');
    expect(result.durationMs).to.be.a('number');
    return result;
  };

  describe('of input and output', () => {
    const SUMS: [language: string, file: string, code: string][] = [
      ['python', 'main.py', 'a, b = map(int, input("Two numbers: ").split())\nprint(a + b)'],
      [
        'javascript',
        'main.js',
        'const rl = require("readline").createInterface({ input: process.stdin });\nrl.on("line", (line) => console.log(line.split(" ").reduce((a, b) => +a + +b)));',
      ],
      [
        'typescript',
        'main.ts',
        'const text: string = require("fs").readFileSync(0, "utf8");\nconsole.log(text.trim().split(" ").map(Number).reduce((a, b) => a + b));',
      ],
      ['lua', 'main.lua', 'local a, b = io.read("n", "n")\nprint(math.tointeger(a + b))'],
    ];
    for (const [language, file, code] of SUMS) {
      it(`compare the output of ${language}`, async () => {
        const label = language === 'python' ? 'Two numbers: ' : '';
        const [passed, failed] = await run(language, { [file]: code }, [
          io('1 2\n', `${label}3`, { name: 'passes' }),
          io('2 2\n', `${label}5\n`, { name: 'fails' }),
        ]);
        expect(passed).to.include({ name: 'passes', state: 'passed', hidden: false });
        expect(failed).to.include({ name: 'fails', state: 'failed', actual: `${label}4\n`, expected: `${label}5\n` });
        expect(failed?.reason).to.equal(`Line 1 should be "${label}5", not "${label}4".`);
      });
    }

    it('end the input where the test does, and ask nobody', async () => {
      const python = await one('python', { 'main.py': 'print(input())\nname = input("Name? ")' }, [io('1\n', '1')]);
      expect(python).to.include({
        state: 'error',
        reason: 'EOFError: EOF when reading a line',
        file: 'main.py',
        line: 2,
      });
      expect(python.actual).to.equal('1\nName? ');
      const none = await one('python', { 'main.py': 'import sys\nprint(repr(sys.stdin.read()))' }, [io('', "''")]);
      expect(none.state).to.equal('passed');
      const asks =
        'const rl = require("readline").createInterface({ input: process.stdin });\nrl.question("Name? ", console.log);\nrl.on("close", () => console.log("closed"));';
      expect((await one('javascript', { 'main.js': asks }, [io('', 'Name? closed')])).reason).to.equal(undefined);
      expect((await one('lua', { 'main.lua': 'print(io.read())' }, [io('', 'nil')])).state).to.equal('passed');
    });

    it('show where a program failed', async () => {
      const python = await one(
        'python',
        { 'main.py': 'import bank\nprint("begins")\nbank.pay(0)\n', 'bank.py': '\ndef pay(x):\n    return 1 / x\n' },
        [io('', 'begins')],
      );
      expect(python).to.include({
        state: 'error',
        reason: 'ZeroDivisionError: division by zero',
        file: 'bank.py',
        line: 3,
      });
      expect(python.output)
        .to.match(/^begins\nTraceback[\s\S]*ZeroDivisionError/)
        .and.not.to.include('code-room');
      const javascript = await one('javascript', { 'main.js': '\nnull.x' }, [io('', '')]);
      expect(javascript).to.include({ state: 'error', file: 'main.js', line: 2 });
      expect(javascript.reason).to.match(/^TypeError: /);
      const lua = await one('lua', { 'main.lua': '\nlocal x = nil + 1' }, [io('', '')]);
      expect(lua).to.include({ state: 'error', file: 'main.lua', line: 2 });
    });

    it('run a file that is not the entry, in its own language', async () => {
      const result = await one('python', { 'main.py': '', 'other.js': 'console.log(1)' }, [
        io('', '1', { file: 'other.js' }),
      ]);
      expect(result.state).to.equal('passed');
    });
  });

  describe('that call a function', () => {
    const VALUES: [what: string, python: string, javascript: string, expected: Json][] = [
      ['numbers', 'return 0.1 + 0.2', 'return 0.1 + 0.2', 0.3],
      ['nothing', 'pass', '', null],
      [
        'lists in lists',
        'return [(1, 2), [3, [4]]]',
        'return [[1, 2], [3, [4]]]',
        [
          [1, 2],
          [3, [4]],
        ],
      ],
      [
        'objects',
        'return {"a": {1: None, 2.5: "x"}}',
        'return { a: { 1: null, 2.5: "x", no: undefined } }',
        { a: { '1': null, '2.5': 'x' } },
      ],
      ['sets, in any order', 'return {3, 1, 2}', 'return new Set([3, 1, 2])', [1, 2, 3]],
      [
        'generators',
        'return (x * x for x in range(3))',
        'return (function* () { yield 0; yield 1; yield 4; })()',
        [0, 1, 4],
      ],
      ['large whole numbers as their digits', 'return 2**70', 'return 2n ** 70n', '1180591620717411303424'],
      [
        'maps',
        'import collections; return collections.Counter("aab")',
        'return new Map([["a", 2], ["b", 1]])',
        { a: 2, b: 1 },
      ],
      ['texts of all characters', 'return "é😀\\0\\n"', 'return "é😀\\0\\n"', 'é😀\0\n'],
      ['keys that begin with NUL', 'return {"\\0": ["or", 1]}', 'return { "\\0": ["or", 1] }', { '\0': ['or', 1] }],
      [
        'what it is promised',
        'import asyncio\n    async def later():\n        await asyncio.sleep(0.01)\n        return 5\n    return later()',
        'return new Promise((done) => setTimeout(done, 10, 5))',
        5,
      ],
      ['dates', 'import datetime; return datetime.date(2024, 2, 29)', 'return new Date(Date.UTC(2024, 1, 29))', null],
    ];
    for (const [what, python, javascript, expected] of VALUES) {
      it(`compare ${what}`, async () => {
        const [inPython, inJavaScript] =
          what === 'dates' ? ['2024-02-29', '2024-02-29T00:00:00.000Z'] : [expected, expected];
        const py = await one('python', { 'main.py': `def f(*args):\n    ${python}\n` }, [call('f', [1], inPython)]);
        expect({ state: py.state, reason: py.reason, output: py.output }).to.deep.equal({
          state: 'passed',
          reason: undefined,
          output: undefined,
        });
        const js = await one('javascript', { 'main.js': `function f() { ${javascript} }\n` }, [
          call('f', [1], inJavaScript),
        ]);
        expect({ state: js.state, reason: js.reason }).to.deep.equal({ state: 'passed', reason: undefined });
      });
    }

    it('of Python compare values of its library', async () => {
      const code = [
        'import dataclasses, decimal, fractions, enum, collections, uuid',
        '@dataclasses.dataclass',
        'class Point:',
        '    x: int',
        '    y: list',
        'Pair = collections.namedtuple("Pair", "a b")',
        'class Color(enum.Enum):',
        '    RED = 1',
        'values = [Point(1, [Pair(1, 2)]), Pair(1, 2), decimal.Decimal("0.30"), decimal.Decimal("0.30"), fractions.Fraction(1, 4), Color.RED, Color.RED, range(3), {}.keys(), collections.deque([1]), frozenset()]',
        'def f():',
        '    return values',
        'async def g():',
        '    for x in values[:2]:',
        '        yield x.a if x is values[1] else x.x',
      ].join('\n');
      const wanted: Json = [{ x: 1, y: [{ a: 1, b: 2 }] }, [1, 2], 0.3, '0.30', 0.25, 1, 'RED', [0, 1, 2], [], [1], []];
      const [first, second] = await run('python', { 'main.py': code }, [
        call('f', [], wanted, { name: 'f' }),
        call('g', [], [1, 1], { name: 'g' }),
      ]);
      expect({ state: first?.state, reason: first?.reason }).to.deep.equal({ state: 'passed', reason: undefined });
      expect({ state: second?.state, reason: second?.reason }).to.deep.equal({ state: 'passed', reason: undefined });
    });

    it('describe the first difference, and show both values', async () => {
      const code = 'def f(xs):\n    print("called")\n    return {"items": [{"price": x} for x in xs]}\n';
      const wrong = await one('python', { 'main.py': code }, [
        call('f', [[1, 2]], { items: [{ price: 1 }, { price: 3 }] }),
      ]);
      expect(wrong).to.include({
        state: 'failed',
        reason: 'At .items[1].price: Expected 3, got 2.',
        expected: '{"items": [{"price": 1}, {"price": 3}]}',
        actual: '{"items": [{"price": 1}, {"price": 2}]}',
        output: 'called\n',
      });
    });

    const ODD: [what: string, python: string, javascript: string, reason: RegExp][] = [
      [
        'values of no kind',
        'class Thing: pass\n    return [Thing()]',
        'return [() => 1]',
        /^At \[0\]: Got a (Thing|function), which cannot be compared\. Return/,
      ],
      [
        'cycles',
        'x = []; x.append(x); return x',
        'const x = []; x.push(x); return x',
        /^At \[0\]: Got a value that holds itself, which cannot be compared/,
      ],
      ['what is no number', 'return float("nan")', 'return NaN', /^Expected \[1\]?|^Expected a list, got a number/],
      [
        'a megabyte',
        'return "x" * 1_000_000',
        'return "x".repeat(1e6)',
        /^What f returned is too large to be compared/,
      ],
      [
        'endless generators',
        'import itertools; return itertools.count()',
        'return (function* () { for (;;) yield 1; })()',
        /^What f returned is too large/,
      ],
      [
        'deep values',
        'x = []\n    for _ in range(5000): x = [x]\n    return x',
        'let x = []; for (let i = 0; i < 5000; i++) x = [x]; return x',
        /nested more than 200 deep|Expected/,
      ],
    ];
    for (const [what, python, javascript, reason] of ODD) {
      it(`report ${what}`, async () => {
        const py = await one('python', { 'main.py': `def f():\n    ${python}\n` }, [call('f', [], [1])]);
        expect(py.state).to.equal('failed');
        expect(py.reason).to.match(reason);
        const js = await one('javascript', { 'main.js': `function f() { ${javascript} }\n` }, [call('f', [], [1])]);
        expect(js.state).to.equal('failed');
        expect(js.reason).to.match(reason);
      });
    }

    const MODULES: [what: string, code: string][] = [
      ['exported', 'export function f(a) { return a + 1; }'],
      ['exported as default', 'export default { f: (a) => a + 1 };'],
      ['in module.exports', 'const g = (a) => a + 1; module.exports = { f: g };'],
      ['that is module.exports', 'module.exports = function f(a) { return a + 1; };'],
      ['that is only there', 'const f = (a) => a + 1; // at the end'],
      ['beside an export', 'export const other = 1;\nasync function f(a) { return a + 1; }'],
      ['imported', 'import { f } from "./lib.js";'],
      [
        'of a file that runs itself',
        'function f(a) { return a + 1; }\nif (require.main === module) { console.log("runs"); process.exit(1); }',
      ],
    ];
    for (const [what, code] of MODULES) {
      it(`of JavaScript find one ${what}`, async () => {
        const files = { 'main.js': code, 'lib.js': 'export const f = (a) => a + 1;' };
        const result = await one('javascript', files, [call('f', [1], 2)]);
        expect({ state: result.state, reason: result.reason, output: result.output }).to.deep.equal({
          state: 'passed',
          reason: undefined,
          output: undefined,
        });
      });
    }

    it('find methods of classes', async () => {
      const python =
        'class Bank:\n    @staticmethod\n    def parse(x):\n        return int(x)\n    @classmethod\n    def name(cls):\n        return cls.__name__\n';
      const [parse, name] = await run('python', { 'main.py': python }, [
        call('Bank.parse', ['5'], 5, { name: 'parse' }),
        call('Bank.name', [], 'Bank', { name: 'name' }),
      ]);
      expect([parse?.state, name?.state]).to.deep.equal(['passed', 'passed']);
      const javascript = 'class Bank {\n  static rate = 2;\n  static parse(x) { return Number(x) * this.rate; }\n}\n';
      expect((await one('javascript', { 'main.js': javascript }, [call('Bank.parse', ['5'], 10)])).state).to.equal(
        'passed',
      );
    });

    it('do not run the code under __main__, and import the module by its name', async () => {
      const code =
        'import sys\nprint(__name__)\ndef f():\n    return [__name__, sys.modules["bank"].f is f, sorted(n for n in globals() if not n.startswith("__"))]\nif __name__ == "__main__":\n    sys.exit(1)\n';
      const result = await one('python', { 'bank.py': code, 'other.py': 'import bank' }, [
        call('f', [], ['bank', true, ['f', 'sys']]),
      ]);
      expect(result).to.include({ state: 'passed', output: 'bank\n' });
    });

    it('name similar functions, if this one is missing', async () => {
      const near = await one('python', { 'main.py': 'def play_game(): pass\ndef other(): pass\n' }, [
        call('playGame', [], 1),
      ]);
      expect(near).to.include({
        state: 'error',
        reason: 'There is no function playGame in main.py. Did you mean play_game?',
      });
      const far = await one('javascript', { 'main.js': 'export function add() {}\nconst sub = () => 1;' }, [
        call('transform', [], 1),
      ]);
      expect(far.reason).to.equal('There is no function transform in main.js. It has add, sub.');
      const none = await one('python', { 'main.py': 'play = 5' }, [call('play', [], 1)]);
      expect(none.reason).to.equal('play in main.py is no function.');
    });

    it('show where a call failed, without our own lines', async () => {
      const code = 'def f(x):\n    return g(x)\n\ndef g(x):\n    raise ValueError("no " + x)\n';
      const python = await one('python', { 'main.py': code }, [call('f', ['luck'], 1)]);
      expect(python).to.include({ state: 'error', reason: 'ValueError: no luck', file: 'main.py', line: 5 });
      expect(python.output).to.equal(
        'Traceback (most recent call last):\n  File "main.py", line 2, in f\n    return g(x)\n  File "main.py", line 5, in g\n    raise ValueError("no " + x)\nValueError: no luck\n',
      );
      const js = await one('javascript', { 'main.js': 'function f() {\n  throw new RangeError("no luck");\n}' }, [
        call('f', [], 1),
      ]);
      expect(js).to.include({ state: 'error', reason: 'RangeError: no luck', file: 'main.js', line: 2 });
      expect(js.output).to.match(/^Uncaught RangeError: no luck\n {4}at f \(main\.js:2:\d+\)\n$/);
      const args = await one('python', { 'main.py': 'def f(a, b): pass' }, [call('f', [1], 1)]);
      expect(args.reason).to.equal("TypeError: f() missing 1 required positional argument: 'b'");
    });

    const LUA: [what: string, code: string, args: Json[], expected: Json][] = [
      ['global functions', 'function f(a, b) return a + b end', [1, 2], 3],
      [
        'local ones',
        'local function f(a) return { n = a, list = { 1, { 2 } }, none = nil } end -- end',
        ['x'],
        { n: 'x', list: [1, [2]] },
      ],
      ['those of a module', 'local M = {}\nfunction M.f() return {} end\nreturn M', [], []],
      ['methods', 'local f = { g = { h = function(x) return x.a[2] end } }\nf.h = f.g.h', [{ a: [1, 5] }], 5],
      ['several values, or the first', 'function f() return ("aXb"):gsub("X", "-") end', [], 'a-b'],
      ['all of several values', 'function f() return 1, nil, 0.1 + 0.2 end', [], [1, null, 0.3]],
      ['empty tables as objects', 'function f() return { a = {} } end', [], { a: {} }],
      ['large whole numbers', 'function f() return 1 << 62 end', [], '4611686018427387904'],
      ['texts', 'function f() return "é😀\\n\\0\\"" end', [], 'é😀\n\0"'],
      [
        'nothing among what is given',
        'function f(...) local a, b = ... return { select("#", ...), a == nil, b.list[2] == nil, b.list[3], b.none == nil } end',
        [null, { list: [1, null, 3], none: null }, null],
        [3, true, true, 3, true],
      ],
      ['what it requires', 'local lib = require("lib")\nfunction f() return lib.one end', [], 1],
    ];
    for (const [what, code, args, expected] of LUA) {
      it(`of Lua compare ${what}`, async () => {
        const name = what === 'methods' ? 'f.g.h' : 'f';
        const result = await one('lua', { 'main.lua': code, 'lib.lua': 'return { one = 1 }' }, [
          call(name, args, expected),
        ]);
        expect({ state: result.state, reason: result.reason }).to.deep.equal({ state: 'passed', reason: undefined });
      });
    }

    it('of Lua report what is wrong', async () => {
      const lua = async (code: string) => {
        const { state, reason, file, line } = await one('lua', { 'main.lua': code }, [call('f', [], [1])]);
        return { state, reason, ...(file && { file, line }) };
      };
      expect(await lua('\nfunction f() error("no luck") end')).to.deep.equal({
        state: 'error',
        reason: 'main.lua:2: no luck',
        file: 'main.lua',
        line: 2,
      });
      expect(await lua('\nfunction f(')).to.deep.include({ state: 'error', file: 'main.lua', line: 2 });
      expect(await lua('function g() end')).to.deep.equal({
        state: 'error',
        reason: 'There is no function f in main.lua. Did you mean g?',
      });
      expect(await lua('f = 5')).to.deep.equal({ state: 'error', reason: 'f in main.lua is no function.' });
      expect((await lua('function f() local t = {}; t[1] = t; return t end')).reason).to.match(
        /^At \[0\]: Got a value that holds itself/,
      );
      expect((await lua('function f() return { print } end')).reason).to.match(
        /^At \[0\]: Got a function, which cannot be compared/,
      );
      expect((await lua('function f() return ("x"):rep(1000000) end')).reason).to.equal(
        'What f returned is too large to be compared.',
      );
      expect(await lua('function f() os.exit(0) end')).to.deep.equal({
        state: 'error',
        reason: 'The program ended itself before the test had.',
      });
      const { output } = await one(
        'lua',
        { 'main.lua': 'function f()\n  g()\nend\nfunction g()\n  print(nil .. "")\nend' },
        [call('f', [], 1)],
      );
      expect(output)
        .to.match(/^main\.lua:5: .*\nstack traceback:\n {4}main\.lua:5: .*\n {4}main\.lua:2: in function <?'?f'?/)
        .and.not.include('code-room');
    });

    it('give each a fresh interpreter', async () => {
      const code = 'seen = []\ndef f(x):\n    seen.append(x)\n    return seen\n';
      const tests = [1, 2, 3].map((number) => call('f', [number], [number], { name: String(number) }));
      expect((await run('python', { 'main.py': code }, tests)).map(({ state }) => state)).to.deep.equal([
        'passed',
        'passed',
        'passed',
      ]);
    });

    it('stop after the first for a file that cannot be loaded', async () => {
      const tests = ['a', 'b'].map((name) => call('f', [], 1, { name }));
      const python = await run('python', { 'main.py': 'def f(:\n' }, tests);
      expect(python.map(({ state, reason, file, line }) => ({ state, reason, file, line }))).to.deep.equal(
        Array(2).fill({ state: 'error', reason: 'SyntaxError: invalid syntax', file: 'main.py', line: 1 }),
      );
      expect(python[0]?.durationMs).to.be.above(0);
      expect(python[1]?.durationMs).to.equal(0);
      const [first, second] = await run('javascript', { 'main.js': '\nfunction f( {' }, tests);
      expect(first).to.include({ state: 'error', file: 'main.js', line: 2 });
      expect(second).to.include({ state: 'error', file: 'main.js', line: 2, durationMs: 0 });
    });

    it('report that a program exited, or waits for what never comes', async () => {
      const exit = await one('python', { 'main.py': 'import sys\ndef f(): sys.exit()' }, [call('f', [], 1)]);
      expect(exit).to.include({ state: 'error', reason: 'The program ended itself before the test had.' });
      const never = await one('javascript', { 'main.js': 'const f = () => new Promise(() => {});' }, [
        call('f', [], 1),
      ]);
      expect(never.reason).to.equal('It returned a promise that nothing is left to resolve.');
    });
  });

  it('that do not end fail alone', async () => {
    const code =
      'import time\ndef f(x):\n    while x == 1:\n        print("still here")\n        time.sleep(0.2)\n    return x\n';
    const results = await run('python', { 'main.py': code }, [
      call('f', [1], 1, { name: 'endless' }),
      call('f', [2], 2, { name: 'ends' }),
    ]);
    expect(results.map(({ state }) => state)).to.deep.equal(['timed-out', 'passed']);
    expect(results[0]?.reason).to.equal('It had not ended after 10 seconds.');
  });

  it('that are stopped skip the rest', async () => {
    const end = new AbortController();
    const tests = ['a', 'b', 'c'].map((name) => call('f', [name], name, { name }));
    // The second has begun by then.
    const on = { result: ({ name }: TestResult) => void (name === 'a' && setTimeout(() => end.abort(), 500)) };
    const results = await run('python', { 'main.py': 'def f(x):\n    while x == "b": pass\n    return x\n' }, tests, {
      on,
      signal: end.signal,
    });
    expect(results.map(({ state }) => state)).to.deep.equal(['passed', 'skipped', 'skipped']);
  });
});
