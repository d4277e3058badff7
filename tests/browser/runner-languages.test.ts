// Every runnable language prints hello, fails at the right line, stops, floods and keeps every character, in every browser.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

interface Sample {
  file: string;
  hello: string;
  /** Fails in line 3. */
  failing: string;
  /** Does not parse; the mistake is in line 2. */
  broken: string;
  /** Prints `on`, if it can before its end, and never ends. */
  loop: string;
  /** Gives 100,000 lines, 0 to 99999. */
  flood: string;
  unicode: string;
}

const RECURSION = 'WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n';

const SAMPLES: Record<string, Sample> = {
  javascript: {
    file: 'main.js',
    hello: 'console.log("hello")',
    failing: 'const a = 1;\n\nnull.x;',
    broken: 'const a = 1;\nconst b = ;\n',
    loop: 'console.log("on"); for (;;);',
    flood: 'for (let i = 0; i < 1e5; i++) console.log(i)',
    unicode: 'console.log("héllo 🎉 日本")',
  },
  typescript: {
    file: 'main.ts',
    hello: 'const words: string[] = ["hello"];\nenum E { A }\nconsole.log(words[E.A] as string)',
    failing: 'interface A { b: number }\n\n(null as unknown as A).b;',
    broken: 'const a: number = 1;\nconst b: = ;\n',
    loop: 'console.log("on" satisfies string); for (;;);',
    flood: 'for (let i: number = 0; i < 1e5; i++) console.log(i)',
    unicode: 'const s: string = "héllo 🎉 日本";\nconsole.log(s)',
  },
  sql: {
    file: 'main.sql',
    hello: "SELECT 'hello' AS word;",
    failing: 'CREATE TABLE t (a INTEGER NOT NULL);\n\nINSERT INTO t VALUES (NULL);',
    broken: 'SELECT 1;\nSELEC 2;\n',
    loop: `SELECT 'on';\n${RECURSION}) SELECT count(*) FROM n;`,
    flood: `${RECURSION} WHERE x < 99999) SELECT x FROM n;`,
    unicode: "SELECT 'héllo 🎉 日本';",
  },
  lua: {
    file: 'main.lua',
    hello: 'print("hello")',
    failing: 'local a = 1\n\nlocal b = a.x.y',
    broken: 'local a = 1\nlocal = 2\n',
    loop: 'print("on") while true do end',
    flood: 'for i = 0, 99999 do print(i) end',
    unicode: 'print("héllo 🎉 日本")',
  },
};

for (const [language, sample] of Object.entries(SAMPLES)) {
  describe(`a program in ${language}`, function () {
    this.timeout(30_000);
    const { runner, close } = openRunner();
    after(close);
    const { file: fileName } = sample;
    const told = async (code: string) => {
      const result = await run(runner, language, code, { fileName });
      return { ...result, text: result.transcript.text('stdout', 'table') };
    };

    it('prints hello', async () => {
      const { state, text, stderr } = await told(sample.hello);
      expect([state, stderr]).to.deep.equal(['done', '']);
      expect(text).to.include('hello');
    });

    it('may begin with a byte order mark', async () => {
      const { state, text, stderr } = await told(`\uFEFF${sample.hello}`);
      expect([state, stderr]).to.deep.equal(['done', '']);
      expect(text).to.include('hello');
    });

    it('fails at the right line', async () => {
      for (const [code, line] of [
        [sample.failing, 3],
        [sample.broken, 2],
      ] as const) {
        const { state, stderr } = await told(code);
        expect(state).to.equal('failed');
        expect(stderr).to.match(new RegExp(`\\b${fileName}:${line}\\b`));
        expect(stderr).not.to.match(/blob:|wasm|code-room/);
      }
    });

    it('is stopped, and the next starts', async () => {
      const { transcript, ended } = start(runner, language, sample.loop, { fileName });
      await transcript.saying('on');
      runner.stop();
      expect((await ended).state).to.equal('stopped');
      expect((await told(sample.hello)).state).to.equal('done');
    });

    it('prints 100,000 lines: beginning, end and number', async () => {
      const { state, text, notes } = await told(sample.flood);
      expect(state).to.equal('done');
      if (language === 'sql') expect(notes).to.match(/These are the first \d+ of 100,000 rows/);
      else expect(text).to.match(/^0\n1\n[\s\S]*\n99999\n$/);
      expect(text.length).to.be.below(65_537);
    });

    it('keeps every character', async () => {
      expect((await told(sample.unicode)).text).to.include('héllo 🎉 日本');
    });
  });
}

describe('a program’s input', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('is the given text', async () => {
    const js = await run(runner, 'javascript', 'console.log(prompt("Name?"), confirm("Sure?"));', {
      stdin: 'Ada\nyes\n',
    });
    expect(js.transcript.text('stdout', 'prompt', 'answer')).to.equal('Name? Ada\nSure? yes\nAda true\n');
    const lua = await run(
      runner,
      'lua',
      `print(io.read("n") + io.read("n"), io.read())
print(io.read("L"), io.read(2), io.stdin:read("l"))
for line in io.lines() do print(line) if line == "it" then break end end`,
      { stdin: '3 4.5\nline\nrest of\nand\nit' },
    );
    expect(lua.stdout).to.equal('7.5\t\nline\n\tre\tst of\nand\nit\n');
  });

  for (const [language, code] of [
    [
      'javascript',
      'const r = Math.random(); console.log("in"); const a = prompt("A?"); console.log(a, prompt("B?"), r);',
    ],
    ['lua', 'local r = math.random() print("in") io.write("A? ") local a = io.read() print(a, io.read(), r)'],
  ] as const) {
    it(`or an answer, in ${language}, and earlier output is not repeated`, async () => {
      const { transcript, ended } = start(runner, language, code);
      for (const [index, text] of ['one', 'two'].entries()) {
        while (transcript.chunks.filter(({ kind }) => kind === 'prompt').length <= index) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        runner.answer(index + 1, text);
      }
      expect((await ended).state).to.equal('done');
      expect(transcript.text('stdout')).to.match(/^in\n(A\? )?one\s+two\s+0?\.\d+\n$/);
    });
  }
});

describe('Lua', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);
  const lua = (code: string) => run(runner, 'lua', code, { fileName: 'main.lua' });

  it('shows only the person’s lines in a trace', async () => {
    const { stderr } = await lua('local function f()\n  error("oh")\nend\nf()');
    expect(stderr).to.equal(
      "main.lua:2: oh\nstack traceback:\n    main.lua:2: in local 'f'\n    main.lua:4: in main chunk\n",
    );
    expect((await lua('error({})')).stderr).to.equal('(error object is a table value)\n');
  });

  it('prints, writes, exits', async () => {
    const { state, stdout, stderr } = await lua(
      'print(1, nil, "x", 2.0)\nio.write("a", 1, "\\n")\nio.stdout:write("b\\n")\nio.stderr:write("c\\n")\nos.exit(0)',
    );
    expect({ state, stdout, stderr }).to.deep.equal({
      state: 'done',
      stdout: '1\tnil\tx\t2.0\na1\nb\n',
      stderr: 'c\n',
    });
    expect((await lua('os.exit(3)')).state).to.equal('failed');
  });

  it('has the standard library', async () => {
    for (const [code, printed] of [
      ['print(#arg, arg[0], ...)', '0\tmain.lua\n'],
      [
        'print(os.date("!%c", 0), os.date("!%d %% %c", 86400))',
        'Thu Jan  1 00:00:00 1970\t02 % Fri Jan  2 00:00:00 1970\n',
      ],
      [
        'print(select(2, coroutine.running()), coroutine.isyieldable(), pcall(coroutine.yield, 1))',
        'true\tfalse\tfalse\tattempt to yield from outside a coroutine\n',
      ],
      ['print(coroutine.wrap(function() return coroutine.isyieldable(), coroutine.yield(5) end)())', '5\n'],
      ['print(io.open("none.txt"))', 'nil\tnone.txt: No such file or directory\t2\n'],
      ['print(pcall(io.lines, "none.txt"))', 'false\tnone.txt: No such file or directory\n'],
      ['for c in ("naïve"):gmatch(".") do io.write(c) end print()', 'naïve\n'],
      ['print(("é"):sub(1, 1)) print(1)', '\uFFFD\n1\n'],
      ['print("a\\0b") print("c")', 'ab\nc\n'],
    ] as const) {
      const { stdout, stderr } = await lua(code);
      expect(
        [
          stdout.replace(
            "cannot open file 'none.txt' (No such file or directory)",
            'none.txt: No such file or directory',
          ),
          stderr,
        ],
        code,
      ).to.deep.equal([printed, '']);
    }
    expect((await lua('error(42)')).stderr).to.equal('42\n');
    expect((await lua('error(setmetatable({}, { __tostring = function() return "own" end }))')).stderr).to.equal(
      'own\n',
    );
    expect((await lua('print(os.execute("ls"))')).notes).to.equal('Other programs cannot be started here.');
  });

  it('survives a memory bomb and infinite recursion', async () => {
    const { stderr, notes } = await lua('local s = "x"\nwhile true do\n  s = s .. s\nend');
    expect(stderr).to.match(/^main\.lua:3: (not enough memory|string length overflow)\n$/);
    expect(notes).to.equal(
      stderr.includes('memory') ? 'The program needs more than the 512 MB of memory that it may have here.' : '',
    );
    expect((await lua('local function f() return 1 + f() end f()')).stderr).to.include('stack overflow');
  });
});
