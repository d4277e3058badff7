// Test files of a room run in the sandbox: what is written for unittest, pytest, node:test, vitest and Jest, and queries with their rows.
import { expect } from '@esm-bundle/chai';
import type { TestResult } from '../../party/shared/test-results.js';
import type { CodeTest } from '../../party/shared/tests.js';
import { type Files, openTests } from '../fixtures/room-tests.js';

describe('Test files of a room', function () {
  this.timeout(120_000);
  const { run, close } = openTests();
  after(close);
  const one = async (
    language: string,
    files: Files,
    file: string,
    more: Partial<CodeTest> = {},
  ): Promise<TestResult> => {
    const [result] = await run(language, files, [{ name: 'a test', kind: 'code', file, ...more }]);
    if (!result) throw new Error('Nothing came of it.');
    return result;
  };
  const told = ({ state, reason, file, line }: TestResult) => ({ state, reason, file, line });
  const passed = { state: 'passed', reason: undefined, file: undefined, line: undefined };

  describe('in Python', () => {
    const BANK = 'def add(a, b):\n    return a + b\n\ndef rob():\n    raise KeyError("vault")\n';
    const python = (test: string, bank = BANK) =>
      one('python', { 'bank.py': bank, 'test_bank.py': test }, 'test_bank.py');

    it('pass: unittest, functions, methods, async ones, parameters, fixtures', async () => {
      const result = await python(
        [
          'import asyncio, time, unittest, pytest',
          'from bank import add',
          'import bank',
          'class TestBank(unittest.TestCase):',
          '    @classmethod',
          '    def setUpClass(cls): cls.base = 1',
          '    def setUp(self): self.one = self.base',
          '    def test_add(self): self.assertEqual(add(self.one, 1), 2)',
          '    def test_raises(self):',
          '        with self.assertRaises(KeyError): bank.rob()',
          '    @unittest.skip("not now")',
          '    def test_later(self): self.fail()',
          'class TestLater(unittest.IsolatedAsyncioTestCase):',
          '    async def test_wait(self):',
          '        await asyncio.sleep(0.01)',
          '        end = time.monotonic() + 0.15',
          '        while time.monotonic() < end: pass',
          '        self.assertTrue(True)',
          'class TestPlain:',
          '    def setup_method(self): self.x = 2',
          '    def test_x(self): assert self.x == 2',
          '@pytest.mark.parametrize("a, b, c", [(1, 2, 3), (2, 2, 4)])',
          'def test_many(a, b, c): assert add(a, b) == c',
          '@pytest.fixture',
          'def account(): yield [1]',
          'def test_fixture(account, tmp_path, capsys):',
          '    print("hidden")',
          '    assert account == [1] and capsys.readouterr().out == "hidden\\n"',
          'def test_near():',
          '    assert add(0.1, 0.2) == pytest.approx(0.3)',
          '    with pytest.raises(KeyError, match="vault") as caught: bank.rob()',
          '    assert caught.type is KeyError and caught.typename == "KeyError" and caught.match("va.lt")',
          'async def test_async(): assert await asyncio.sleep(0, 5) == 5',
          'log = []',
          '@pytest.fixture',
          'async def opened(name="a"):',
          '    log.append("opened")',
          '    yield await asyncio.sleep(0, name)',
          '    log.append("closed")',
          'async def test_open(opened, tmp_path, capsys):',
          '    await asyncio.sleep(0.01)',
          '    print("hidden")',
          '    assert log == ["opened"] and opened == "a" and tmp_path.exists() and capsys.readouterr().out == "hidden\\n"',
          'def test_closed(): assert log == ["opened", "closed"]',
          '@pytest.mark.xfail',
          'async def test_known():',
          '    await asyncio.sleep(0)',
          '    assert False',
          'class TestTaken:',
          '    def setup_method(self): self.here = True',
          '    def teardown_method(self): self.here = False',
          '    async def test_here(self):',
          '        await asyncio.sleep(0)',
          '        assert self.here',
          'from unittest.mock import patch',
          '@patch("bank.rob", return_value=3)',
          '@patch("bank.add")',
          '@patch("bank.name", "new", create=True)',
          'def test_mocks(add, rob, account, many=2, *more, **others):',
          '    assert bank.add is add and bank.rob() == 3 and bank.name == "new" and account == [1] and many == 2',
          'if __name__ == "__main__": unittest.main()',
        ].join('\n'),
      );
      expect(told(result)).to.deep.equal(passed);
      expect(result.output).to.equal(undefined);
    });

    it('pass as pytest runs them: what classes inherit, scopes, parameters of fixtures, conftest.py, expected failures', async () => {
      const conftest = [
        'import pytest',
        'words = []',
        '@pytest.fixture(scope="module", params=["a", "b"])',
        'def letter(request):',
        '    words.append(request.param)',
        '    yield request.param',
        '    words.append("end of " + request.param)',
        '@pytest.fixture',
        'def log(): return words',
      ].join('\n');
      const test = [
        'import sys, pytest',
        'class Base:',
        '    @classmethod',
        '    def setup_class(cls): cls.made = [cls.__name__]',
        '    def test_made(self): assert self.made == [type(self).__name__]',
        'class TestOne(Base): pass',
        '@pytest.mark.parametrize("n", [1, 2])',
        'class TestMany(Base):',
        '    def test_made(self, n): assert self.made == ["TestMany"] and n < 3',
        '@pytest.mark.skip(reason="not now")',
        'class TestLater:',
        '    def test_later(self): assert False',
        'def test_letter(letter, log): assert log[-1] == letter',
        'def test_log(log): assert log == ["a", "end of a", "b"]',
        '@pytest.mark.xfail(sys.platform == "win32", reason="paths", strict=True)',
        'def test_elsewhere(): assert sys.platform != "win32"',
        '@pytest.mark.xfail',
        'def test_not_strict(): pass',
        'def test_patched(monkeypatch):',
        '    monkeypatch.setattr("bank.add", lambda a, b: 0)',
        '    import bank',
        '    assert bank.add(1, 2) == 0 != pytest.approx(float("inf"))',
      ].join('\n');
      const result = await one(
        'python',
        { 'bank.py': BANK, 'conftest.py': conftest, 'test_bank.py': test },
        'test_bank.py',
      );
      expect(told(result)).to.deep.equal(passed);
      expect(result.output).to.equal(undefined);
    });

    const ASSERTS: [code: string, reason: string][] = [
      ['assert add(1, 2) == 4', '3 != 4'],
      ['assert add(1, 2) == 4, "sum of " + "both"', 'sum of both (3 != 4)'],
      ['assert not add(1, 2)', 'not add(1, 2) is False'],
      ['assert add(1, 2) in [1, 2]', '3 is not in [1, 2]'],
      ['assert add(1, 2) < 3', '3 is not < 3'],
      ['assert add("x", "y") is None', "'xy' is not None"],
      ['assert all(x > 1 for x in [1, 2])', 'all((x > 1 for x in [1, 2])) is False'],
      ['assert 1 < add(1, 2) < 3', '1 < add(1, 2) < 3 is False'],
    ];
    for (const [code, reason] of ASSERTS) {
      it(`show the values of ${code}`, async () => {
        const result = await python(`from bank import add\n\ndef test_add():\n    ${code}\n`);
        expect(told(result)).to.deep.equal({
          state: 'failed',
          reason: `test_add: ${reason}`,
          file: 'test_bank.py',
          line: 4,
        });
        expect(result.output).to.include('FAIL: test_add').and.include('AssertionError').and.not.include('code-room');
      });
    }

    it('report which of several failed, each with its reason, and where the first did', async () => {
      const result = await python(
        [
          'import unittest, bank',
          'class TestBank(unittest.TestCase):',
          '    def test_a(self): pass',
          '    def test_b(self): self.assertEqual([1, 2], [1, 3])',
          '    def test_c(self): bank.rob()',
          '    def test_d(self):',
          '        for i in range(3):',
          '            with self.subTest(i=i): self.assertNotEqual(i, 1)',
          'def test_e(): assert bank.add(1, 1) == 3',
        ].join('\n'),
      );
      expect(told(result)).to.deep.equal({
        state: 'failed',
        reason: [
          '4 of 5 tests failed.',
          'TestBank.test_b: Lists differ: [1, 2] != [1, 3]',
          "TestBank.test_c: KeyError: 'vault'",
          'TestBank.test_d (i=1): 1 == 1',
          'test_e: 2 != 3',
        ].join('\n'),
        file: 'test_bank.py',
        line: 4,
      });
    });

    it('report what a test raises although its fixture would catch it', async () => {
      const fixture =
        '@pytest.fixture\ndef calm():\n    try: yield 1\n    except KeyError: pass\n    log.append("went on")\n';
      const result = await python(
        `import pytest, bank\nlog = []\n${fixture}def test_rob(calm): bank.rob()\ndef test_log(): assert log == ["went on"]\n`,
      );
      expect(result.reason).to.equal("1 of 2 tests failed.\ntest_rob: KeyError: 'vault'");
    });

    it('name the program’s line that raised, not ours', async () => {
      const result = await python('import bank\ndef test_rob():\n    bank.rob()\n');
      expect(told(result)).to.deep.equal({
        state: 'error',
        reason: "test_rob: KeyError: 'vault'",
        file: 'bank.py',
        line: 5,
      });
      expect(result.output).to.equal(
        'ERROR: test_rob\nTraceback (most recent call last):\n  File "test_bank.py", line 3, in test_rob\n    bank.rob()\n    ~~~~~~~~^^\n' +
          '  File "bank.py", line 5, in rob\n    raise KeyError("vault")\nKeyError: \'vault\'\n',
      );
    });

    const BAD: [what: string, test: string, wanted: object][] = [
      [
        'holds no test',
        'x = 1',
        { state: 'error', reason: 'There is no test in test_bank.py. Write functions whose names begin with test_.' },
      ],
      [
        'does not parse',
        'def test(:\n',
        { state: 'error', reason: 'SyntaxError: invalid syntax', file: 'test_bank.py', line: 1 },
      ],
      [
        'throws when it is loaded',
        '\n1 / 0',
        { state: 'error', reason: 'ZeroDivisionError: division by zero', file: 'test_bank.py', line: 2 },
      ],
      [
        'imports what is not there',
        'import bnak\ndef test_a(): pass',
        { state: 'error', reason: "ModuleNotFoundError: No module named 'bnak'", file: 'test_bank.py', line: 1 },
      ],
      [
        'ends Python',
        'import sys\nsys.exit(0)',
        { state: 'error', reason: 'The program ended itself before the test had.' },
      ],
      [
        'ends Python at once',
        'import os\ndef test_a(): os._exit(0)',
        { state: 'error', reason: 'The program ended itself before the test had.' },
      ],
      [
        'ends Python in a test',
        'import sys\ndef test_a(): sys.exit(1)',
        { state: 'error', reason: 'test_a: SystemExit: 1', file: 'test_bank.py', line: 2 },
      ],
      [
        'skips all',
        'import unittest\n@unittest.skip("no")\nclass TestA(unittest.TestCase):\n    def test_a(self): pass',
        { state: 'skipped' },
      ],
      [
        'asks for a fixture that is not there',
        'def test_a(bnak): pass',
        {
          state: 'error',
          reason:
            'test_a: LookupError: There is no fixture bnak. Define one with @pytest.fixture in this file or in conftest.py.',
        },
      ],
      [
        'calls main always',
        'import unittest\nclass TestA(unittest.TestCase):\n    def test_a(self): pass\nunittest.main()',
        { state: 'passed' },
      ],
      [
        'imports in a cycle',
        'from bank import add\ndef test_a(): assert add',
        { state: 'error', file: 'bank.py', line: 1 },
      ],
    ];
    for (const [what, test, wanted] of BAD) {
      it(`report one that ${what}`, async () => {
        const result = await python(test, what === 'imports in a cycle' ? 'from test_bank import x' : BANK);
        expect(result).to.include(wanted);
      });
    }

    it('do not change the names of a file, and may print any amount', async () => {
      const names =
        'def test_names():\n    assert sorted(n for n in globals() if not n.startswith("__")) == ["test_names"]\n    assert dir() == []\n    print("x" * 1_000_000)\n';
      const result = await python(names);
      expect(told(result)).to.deep.equal(passed);
      expect(result.output?.length).to.be.at.most(500);
    });
  });

  for (const [language, extension] of [
    ['javascript', 'js'],
    ['typescript', 'ts'],
  ] as const) {
    describe(`in ${language}`, () => {
      const typed = language === 'typescript';
      const BANK = typed
        ? 'export const add = (a: number, b: number): number => a + b;\n\nexport function rob(): never {\n  throw new RangeError("no vault");\n}\n'
        : 'export const add = (a, b) => a + b;\n\nexport function rob() {\n  throw new RangeError("no vault");\n}\n';
      const file = `bank.test.${extension}`;
      const js = (test: string, bank = BANK) => one(language, { [`bank.${extension}`]: bank, [file]: test }, file);

      const RUNNERS: [what: string, head: string][] = [
        ['globals', `import { add, rob } from './bank${typed ? '' : '.js'}';`],
        [
          'vitest',
          "import { afterAll, beforeEach, describe, expect, it, test, vi } from 'vitest';\nimport { add, rob } from './bank.js';",
        ],
        [
          'Jest',
          "import { afterAll, beforeEach, describe, expect, it, jest as vi, test } from '@jest/globals';\nimport { add, rob } from './bank.js';",
        ],
      ];
      for (const [what, head] of RUNNERS) {
        it(`pass as written for ${what}`, async () => {
          const result = await js(
            [
              head,
              `let calls${typed ? ': number[]' : ''} = [];`,
              'beforeEach(() => { calls = []; });',
              'afterAll(() => calls.push(0));',
              "describe('adding', () => {",
              "  it('adds', () => { calls.push(1); expect(add(1, 2)).toBe(3); expect(calls).toEqual([1]); });",
              "  test.each([[1, 2, 3], [2, 2, 4]])('%i + %i', (a, b, c) => { expect(add(a, b)).toBe(c); });",
              "  it('waits', async () => { await expect(Promise.resolve({ a: [1] })).resolves.toMatchObject({ a: [expect.any(Number)] }); });",
              "  it.skip('later', () => { expect(1).toBe(2); });",
              "  test('robs', () => { expect(() => rob()).toThrow(/vault/); expect(0.1 + 0.2).toBeCloseTo(0.3); });",
              '});',
              "test('spies', () => { const spy = vi.fn(() => 5); expect(spy(1)).toBe(5); expect(spy).toHaveBeenCalledWith(1); expect.assertions(2); });",
              "test('calls back', (done) => { setTimeout(() => { expect(1).toBe(1); done(); }, 5); });",
            ].join('\n'),
          );
          expect(told(result)).to.deep.equal(passed);
          expect(result.output).to.equal(undefined);
        });
      }

      it('pass as written for Node', async () => {
        const result = await js(
          [
            "import assert from 'node:assert/strict';",
            "import test, { describe, it, before } from 'node:test';",
            "import { add, rob } from './bank.js';",
            'let ready = false;',
            'before(() => { ready = true; });',
            "test('adds', async (t) => { assert.equal(add(1, 2), 3); await t.test('inner', () => assert.ok(ready)); });",
            "describe('robbing', () => { it('fails', () => assert.throws(rob, RangeError)); it.todo('is told'); });",
          ].join('\n'),
        );
        expect(told(result)).to.deep.equal(passed);
        expect(result.output).to.equal(undefined);
      });

      const ASSERTIONS: [code: string, reason: string, state?: string][] = [
        ['expect(add(1, 2)).toBe(4)', 'expected 3 to be 4'],
        ['expect({ a: [1] }).toEqual({ a: [2] })', 'expected { a: [ 1 ] } to deeply equal { a: [ 2 ] }'],
        ['assert.equal(add(1, 2), 4)', 'Expected 4, got 3.'],
        ['assert.deepEqual([1, { a: 2 }], [1, { a: 3 }])', 'Expected [ 1, { a: 3 } ], got [ 1, { a: 2 } ].'],
        ['assert(add(1, 2) === 4)', 'The expression evaluated to a falsy value: assert(add(1, 2) === 4)'],
        ['assert.equal(1, 2, "not the same")', 'not the same'],
        ['throw new TypeError("oh")', 'TypeError: oh', 'error'],
        ['expect.assertions(1)', 'It was to make 1 assertions, and made 0.'],
      ];
      for (const [code, reason, state = 'failed'] of ASSERTIONS) {
        it(`show the values of ${code}`, async () => {
          const head = "import assert from 'node:assert/strict';\nimport { add } from './bank.js';";
          const result = await js(`${head}\n\ntest('sums', () => {\n  ${code};\n});\n`);
          expect(`${result.state} ${result.reason}`).to.equal(`${state} sums: ${reason}`);
          if (!code.includes('assertions')) expect(result).to.include({ file, line: 5 });
          expect(result.output)
            .to.match(/^(FAIL|ERROR): sums\n/)
            .and.not.match(/blob:|node:internal|codeRoom/);
        });
      }

      it('report which of several failed, each with its reason, and where the first did', async () => {
        const result = await js(
          [
            "import { add, rob } from './bank.js';",
            "describe('bank', () => {",
            "  test('a', () => {});",
            "  test('b', () => { rob(); });",
            "  describe('inner', () => { test('c', () => { expect(add(1, 1)).toBe(3); }); });",
            '});',
            "describe('broken', () => { beforeAll(() => { throw new Error('no'); }); test('d', () => {}); });",
          ].join('\n'),
        );
        expect(told(result)).to.deep.equal({
          state: 'failed',
          reason: [
            '3 of 3 tests failed.',
            'bank > b: RangeError: no vault',
            'bank > inner > c: expected 2 to be 3',
            'broken: Error: no',
          ].join('\n'),
          file: `bank.${extension}`,
          line: 4,
        });
      });

      const BAD: [what: string, test: string, wanted: object][] = [
        [
          'holds no test',
          'export const x = 1;',
          { state: 'error', reason: `There is no test in ${file}. Write test('name', () => { … }).` },
        ],
        ['does not parse', '\ntest("a", () => {', { state: 'error', file, line: 2 }],
        [
          'throws when it is loaded',
          '\nthrow new Error("no");',
          { state: 'error', reason: 'Error: no', file, line: 2 },
        ],
        [
          'imports what is not there',
          "import { x } from './bnak.js';\ntest('a', () => x);",
          { state: 'error', file, line: 1 },
        ],
        [
          'imports a name that is not there',
          "import { bnak } from './bank.js';\ntest('a', () => bnak);",
          { state: 'error', file, line: 1 },
        ],
        [
          'ends the program',
          "process.exit(0);\ntest('a', () => {});",
          { state: 'error', reason: 'The program ended itself before the test had.' },
        ],
        [
          'skips all',
          "test.skip('a', () => {});",
          { state: 'skipped', output: `Every test in ${file} says that it is to be skipped.` },
        ],
        ['runs only one', "test.only('a', () => {});\ntest('b', () => { throw 1; });", { state: 'passed' }],
        ['throws what is no error', "test('b', () => { throw 'no'; });", { state: 'error', reason: "b: Threw 'no'" }],
        [
          'wants what is not here',
          "test('b', () => { vi.mock('./bank.js'); });",
          {
            state: 'error',
            reason: 'b: Error: vi.mock is not here. Hand over what your functions need as arguments, such as the time.',
          },
        ],
      ];
      for (const [what, test, wanted] of BAD) {
        it(`report one that ${what}`, async () => {
          expect(await js(test)).to.include(wanted);
        });
      }

      it('may print any amount, and leave no name behind', async () => {
        const result = await js(
          "test('a', () => { console.log('x'.repeat(1e6)); expect(Object.keys(globalThis).filter((n) => n.startsWith('codeRoom'))).toEqual([]); });",
        );
        expect(told(result)).to.deep.equal(passed);
        expect(result.output?.length).to.be.at.most(500);
      });
    });
  }

  describe('in SQL', () => {
    const SCHEMA = "create table cities (name text, people int);\ninsert into cities values ('Kyoto', 1), ('Köln', 2);";
    const sql = (query: string, more: Partial<CodeTest>) =>
      one('sql', { 'main.sql': query, 'schema.sql': SCHEMA }, 'main.sql', more);
    const rows = {
      columns: ['name', 'people'],
      values: [
        ['Köln', 2],
        ['Kyoto', 1],
      ],
    };

    it('compare rows, in any order or in order', async () => {
      expect(told(await sql('select name, people from cities', { rows }))).to.deep.equal(passed);
      const ordered = await sql('select name, people from cities', { rows, ordered: true });
      expect(ordered).to.include({
        state: 'failed',
        expected: 'name | people\nKöln | 2\nKyoto | 1',
        actual: 'name | people\nKyoto | 1\nKöln | 2',
      });
      expect(told(await sql('select NAME, people from cities order by 2 desc', { rows, ordered: true }))).to.deep.equal(
        passed,
      );
    });

    it('may have rows of their own', async () => {
      const setup = "delete from cities; insert into cities values ('Köln', 2), ('Kyoto', 1)";
      expect(
        told(await sql('create view v as select * from cities;\nselect * from v;', { rows, setup })),
      ).to.deep.equal(passed);
    });

    it('report what is wrong', async () => {
      expect((await sql('select name from cities', { rows })).reason).to.equal(
        'At columns: Expected the columns name, people, got name.',
      );
      expect((await sql('select name, people + 1 people from cities', { rows })).reason).to.equal(
        'The row ["Köln",2] is missing.',
      );
      expect((await sql('', { rows })).reason).to.equal('The query gives no rows. End it with a SELECT.');
      expect(await sql('select 1;\nselect nme from cities', { rows })).to.include({
        state: 'error',
        file: 'main.sql',
        line: 2,
      });
      const large =
        'with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000000) select x, x from n';
      expect((await sql(large, { rows })).reason).to.equal('The query gives too many rows to be compared.');
    });
  });
});
