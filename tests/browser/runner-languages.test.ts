// Every language that runs says hello, fails at the right line, stops, floods and keeps every character, in every engine.
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

    it('says hello', async () => {
      const { state, text, stderr } = await told(sample.hello);
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

    it('stops, and the next begins', async () => {
      const { transcript, ended } = start(runner, language, sample.loop, { fileName });
      await transcript.saying('on');
      runner.stop();
      expect((await ended).state).to.equal('stopped');
      expect((await told(sample.hello)).state).to.equal('done');
    });

    it('gives 100,000 lines: head, end and how many', async () => {
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

describe('what a program reads', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('comes from the text it was given', async () => {
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
    it(`or is asked for, in ${language}, and what was printed before is not repeated`, async () => {
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

describe('SQL', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);
  const sql = (code: string, schema = '') => run(runner, 'sql', code, { fileName: 'main.sql', schema });

  it('shows each result as a table', async () => {
    const { transcript } = await sql(`CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB);
INSERT INTO t (name, data) VALUES ('a	b', x'00ff'), (NULL, NULL); -- a tab
SELECT * FROM t; SELECT 9007199254740993 AS big, 1.5 AS real, 'two
lines' AS text; SELECT * FROM t WHERE 0;`);
    expect(transcript.chunks.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['note', '2 rows inserted.'],
      ['table', "id\tname\tdata\n1\ta b\tx'00ff'\n2\tNULL\tNULL"],
      ['table', 'big\treal\ttext\n9007199254740993\t1.5\ttwo lines'],
      ['table', 'id\tname\tdata'],
      ['note', 'No rows.'],
    ]);
  });

  it('has the schema that was given, and says where that is wrong', async () => {
    const schema = "CREATE TABLE people (name TEXT);\nINSERT INTO people VALUES ('Ada');";
    expect((await sql('SELECT * FROM people', schema)).transcript.text('table')).to.equal('name\nAda');
    const { state, stderr } = await sql('SELECT 1', 'CREATE TABEL x (a);');
    expect(state).to.equal('failed');
    expect(stderr).to.equal('the schema:1: near "TABEL": syntax error\n');
  });

  it('says when there is nothing to show', async () => {
    expect((await sql('CREATE TABLE t (a); INSERT INTO t VALUES (1);')).notes).to.equal(
      '2 statements done, 1 row inserted; there is no SELECT among them to show anything.',
    );
    expect((await sql('-- nothing yet')).notes).to.include('no statement');
  });

  it('tells the line of an error among several statements', async () => {
    const line = async (code: string) => (await sql(code)).stderr;
    expect(await line('SELECT 1;\n-- SELECT nope;\n\nSELECT\n  nope\nFROM sqlite_master;')).to.equal(
      'main.sql:5: no such column: nope\n',
    );
    expect(await line("SELECT 'a;b';\nSELECT 1 FROM missing;")).to.equal('main.sql:2: no such table: missing\n');
  });

  it('keeps what numbers are, and marks what is nothing', async () => {
    const { transcript } = await sql(
      "SELECT 100.0, 1e20, 1e15, 1e16, 1e-5, 0.1 + 0.2, -2.5, 1e999, 9223372036854775807, 3; SELECT NULL, 'NULL', '', 'null';",
    );
    const rows = transcript.chunks.map(({ text }) => text.split('\n')[1]);
    expect(rows).to.deep.equal([
      '100.0\t1.0e+20\t1.0e+15\t1.0e+16\t1.0e-05\t0.3\t-2.5\tInf\t9223372036854775807\t3',
      "NULL\t'NULL'\t\tnull",
    ]);
  });

  it('writes real numbers as SQLite does', async () => {
    const values = [
      '1e14',
      '123456789012345.0',
      '1e15',
      '0.0001',
      '0.00012345',
      '1/3.0',
      '2/3.0*1e17',
      '-0.0',
      '1e-300',
      '1.5e300',
    ];
    const { transcript } = await sql(values.map((value) => `SELECT ${value}, CAST(${value} AS TEXT);`).join('\n'));
    for (const { text } of transcript.chunks) {
      const [real, asText] = (text.split('\n')[1] ?? '').split('\t');
      expect(real).to.equal(asText);
    }
    expect(transcript.chunks.length).to.equal(values.length);
  });

  it('counts the rows that change', async () => {
    const { transcript } = await sql(`CREATE TABLE t (a);
INSERT INTO t VALUES (1), (2); INSERT INTO t SELECT a FROM t;
UPDATE t SET a = 3 WHERE a = 1;
SELECT count(*) FROM t;
WITH old AS (SELECT 3 AS a) DELETE FROM t WHERE a IN (SELECT a FROM old);
UPDATE t SET a = 0 WHERE a = 9;
INSERT INTO t VALUES (7) RETURNING a; SELECT nope;`);
    expect(transcript.chunks.map(({ kind, text }) => [kind, text])).to.deep.equal([
      ['note', '4 rows inserted, 2 rows updated.'],
      ['table', 'count(*)\n4'],
      ['note', '2 rows deleted, 0 rows updated, 1 row inserted.'],
      ['table', 'a\n7'],
      ['stderr', 'main.sql:7: no such column: nope\n'],
    ]);
  });

  it('finds the word that SQLite means among its namesakes', async () => {
    for (const [code, line] of [
      ['WITH a AS (SELECT 1 AS x),\n b AS (SELECT 2 AS y),\nSELECT *\nFROM a,\n b', 3],
      ['WITH a AS (\n SELECT 1 AS x\n),\nb AS (\n SELECT 2,\n FROM a\n)\nSELECT * FROM b;', 6],
      ["CREATE TABLE t (price);\n-- price\nSELECT 'price',\n t.price\nFROM t\nWHERE u.price > 1;", 6],
      ['SELECT a AS total,\n b\nFROM (SELECT 1 AS a, 2 AS b)\nGROUP BY a\nHAVING nope > 1;', 5],
      ['CREATE TABLE a (id); CREATE TABLE b (id);\nSELECT a.id\nFROM a, b\nWHERE a.id = b.id\nORDER BY id;', 5],
      ['SELECT 1;\nSELECT count(x)\nFROM (SELECT 1 AS x)\nWHERE\n count(x) > 1;', 5],
      ['SELECT upper(\n lower(1, 2)\n);', 2],
      ['CREATE TABLE t (a, b);\nINSERT INTO t (a,\n c)\nVALUES (1, 2);', 3],
      ['SELECT *\nFROM (SELECT 1\n', 2],
      ["SELECT 1,\n 'open;\n", 2],
      ['SELECT x FROM (SELECT 1 AS x) JOIN\n missing USING (x);', 2],
      ['SELECT 1 FROM sqlite_master WHERE name = 1 AND\n AND name = 2;', 2],
    ] as const) {
      expect((await sql(code)).stderr, code).to.match(new RegExp(`^main\\.sql:${line}: `));
    }
  });

  it('knows the words of other databases, and what to write instead', async () => {
    const table = 'CREATE TABLE t (a, d);\n';
    for (const [code, hint] of [
      ['SHOW TABLES;', 'SQLite has no SHOW here. Write SELECT name, sql FROM sqlite_master'],
      ['DESCRIBE t;', 'pragma_table_info'],
      ["SELECT '1'::int;", 'SQLite has no :: here. Write CAST(value AS INTEGER).'],
      ["SELECT * FROM t WHERE a ILIKE 'x';", 'Write LIKE'],
      ['SELECT TOP 5 * FROM t;', 'SQLite has no TOP here. Write LIMIT 5'],
      ['CREATE TABLE u (id INTEGER AUTO_INCREMENT PRIMARY KEY);', 'numbers itself'],
      ['SELECT NOW();', "datetime('now')"],
      ['SELECT DATEDIFF(a, d) FROM t;', 'julianday'],
      ['SELECT EXTRACT(YEAR FROM d) FROM t;', 'strftime'],
      ["SELECT d + INTERVAL '1 day' FROM t;", "date(day, '+1 day')"],
      ["SELECT LEFT('abc', 2);", 'substr'],
      ["CREATE TABLE u (x ENUM('a', 'b'));", 'CHECK'],
      ['TRUNCATE TABLE t;', 'DELETE FROM t'],
      ['SELECT * FROM information_schema.tables;', 'sqlite_master'],
      ['INSERT INTO t VALUES (1, 2) ON DUPLICATE KEY UPDATE a = 1;', 'ON CONFLICT'],
      ['SELECT DISTINCT ON (a) * FROM t;', 'row_number'],
    ] as const) {
      const { state, notes } = await sql(table + code);
      expect(state, code).to.equal('failed');
      expect(notes, code).to.include(hint);
    }
    const { state, notes } = await sql('CREATE TABLE u (id SERIAL PRIMARY KEY, x); SELECT 1;');
    expect([state, notes]).to.deep.equal([
      'done',
      'SQLite takes SERIAL for a type, but numbers nothing. Write id INTEGER PRIMARY KEY, which numbers itself.',
    ]);
  });

  it('gives no advice where the cause is another', async () => {
    for (const code of [
      'SELECT * FROM t WHERE a LEFT JOIN t u;',
      'UPDATE t WHERE a = 1 SET a = 2;',
      'SELECT a b c FROM t;',
      'SELECT nope(1);',
      'SELECT * FROM t ORDER BY a DESC DESC;',
      'SELECT * FROM t UNION ALL (SELECT 1, 2);',
      "SELECT 'NOW()' FROM nope;",
    ]) {
      const { state, notes } = await sql(`CREATE TABLE t (a, d);\n${code}`);
      expect([state, notes], code).to.deep.equal(['failed', '']);
    }
  });
});

describe('Lua', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);
  const lua = (code: string) => run(runner, 'lua', code, { fileName: 'main.lua' });

  it('shows the lines of the person and no others', async () => {
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

  it('has what the real one has', async () => {
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
      ['print(pcall(io.lines, "none.txt"))', 'false\tmain.lua:1: none.txt: No such file or directory\n'],
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

  it('survives a memory bomb and endless recursion', async () => {
    const { stderr, notes } = await lua('local s = "x"\nwhile true do\n  s = s .. s\nend');
    expect(stderr).to.match(/^main\.lua:3: (not enough memory|string length overflow)\n$/);
    expect(notes).to.equal(
      stderr.includes('memory') ? 'The program needs more than the 512 MB of memory that it may have here.' : '',
    );
    expect((await lua('local function f() return 1 + f() end f()')).stderr).to.include('stack overflow');
  });
});
