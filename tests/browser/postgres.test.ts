// Postgres: what psql prints of results, errors and commands; a fresh database for each run, and no way out of it.
import { expect } from '@esm-bundle/chai';
import type { RunRequest } from '../../components/runner/runner.js';
import { testCase } from '../../components/tests/test-case.js';
import type { Test } from '../../party/shared/tests.js';
import { packsAt, registered } from '../fixtures/packs.js';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('Postgres', function () {
  this.timeout(120_000);
  const { folder, leave } = packsAt('built');
  let page = openRunner();
  before(async () => {
    await registered(folder);
    // It is loaded once for all.
    expect((await run(page.runner, 'postgres', 'SELECT 1', { fileName: 'main.sql' })).state).to.equal('done');
  });
  after(() => page.close());
  const sql = async (code: string, options: Partial<RunRequest> = {}) => {
    const { state, stderr, stdout, notes, transcript } = await run(page.runner, 'postgres', code, {
      fileName: 'main.sql',
      ...options,
    });
    return { state, stderr, stdout, notes, chunks: transcript.chunks.map(({ kind, text }) => [kind, text]) };
  };

  it('shows each result as a table, and counts changed rows', async () => {
    const { chunks } = await sql(`CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
INSERT INTO t (name) VALUES ('a\tb'), (NULL), ('NULL');
SELECT * FROM t ORDER BY id; UPDATE t SET name = 'c' WHERE id = 1; DELETE FROM t WHERE id > 1;
SELECT name FROM t; SELECT * FROM t WHERE false; INSERT INTO t (name) VALUES ('d') RETURNING id`);
    expect(chunks).to.deep.equal([
      ['note', '3 rows inserted.'],
      ['table', "id\tname\n1\ta b\n2\tNULL\n3\t'NULL'"],
      ['note', '1 row updated, 2 rows deleted.'],
      ['table', 'name\nc'],
      ['table', 'id\tname'],
      ['note', 'No rows.'],
      ['note', '1 row inserted.'],
      ['table', 'id\n4'],
    ]);
  });

  it('prints values like psql', async () => {
    const { chunks } =
      await sql(`SELECT 1.50::numeric AS n, 0.1::float8 + 0.2 AS f, 9007199254740993::int8 AS big, true AS yes,
  ARRAY[1, NULL, 3] AS list, ARRAY['a b', 'c"d'] AS texts, '{"a": [1]}'::jsonb AS json, DATE '2024-02-29' AS day,
  TIMESTAMPTZ '2024-01-01 12:00+02' AS at, INTERVAL '1 year 2 months 3 days 04:05:06' AS span, '\\x00ff'::bytea AS bytes, ROW(1, 'x') AS record;`);
    expect(chunks).to.deep.equal([
      [
        'table',
        'n\tf\tbig\tyes\tlist\ttexts\tjson\tday\tat\tspan\tbytes\trecord\n' +
          '1.50\t0.30000000000000004\t9007199254740993\tt\t{1,NULL,3}\t{"a b","c\\"d"}\t{"a": [1]}\t2024-02-29\t2024-01-01 10:00:00+00\t1 year 2 mons 3 days 04:05:06\t\\x00ff\t(1,x)',
      ],
    ]);
  });

  it('reports errors with place, marker, code, detail and hint, and ends there', async () => {
    const { state, stderr } = await sql(
      'SELECT 1;\n\nSELECT id,\n  nam\nFROM (SELECT 1 AS id, 2 AS name) t;\nSELECT 2;',
    );
    expect(state).to.equal('failed');
    expect(stderr).to.equal(
      'main.sql:4:3: ERROR:  42703: column "nam" does not exist\nLINE 4:   nam\n          ^\nHINT:  Perhaps you meant to reference the column "t.name".\n',
    );
    const broken = await sql(
      "CREATE TABLE t (a int PRIMARY KEY);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1);\nSELECT 'no';",
    );
    expect(broken.stderr).to.equal(
      'main.sql:3: ERROR:  23505: duplicate key value violates unique constraint "t_pkey"\nDETAIL:  Key (a)=(1) already exists.\n',
    );
    expect(broken.chunks.at(-2)).to.deep.equal(['note', '1 row inserted.']);
    const wide = await sql(`SELECT 'é😀${'x'.repeat(80)}', nope;`);
    expect(wide.stderr).to.match(/^main\.sql:1:94: ERROR: {2}42703: .*\nLINE 1: \.\.\.x+', nope;\n {66}\^\n$/);
    const inner = await sql('DO $$ BEGIN PERFORM 1 / 0; END $$;');
    expect(inner.stderr).to.match(
      /^main\.sql:1: ERROR: {2}22012: division by zero\nCONTEXT: {2}SQL statement "SELECT 1 \/ 0"/,
    );
    expect((await sql('SELEC 1;')).stderr).to.match(
      /^main\.sql:1:1: ERROR: {2}42601: syntax error at or near "SELEC"\nLINE 1: SELEC 1;\n {8}\^\n$/,
    );
  });

  it('shows notices and warnings, and hints about other databases’ words', async () => {
    const { notes } = await sql(
      "DROP TABLE IF EXISTS nope; COMMIT; DO $$ BEGIN RAISE NOTICE 'half way: %', 5; END $$; SELECT 1;",
    );
    expect(notes).to.include('NOTICE:  table "nope" does not exist, skipping');
    expect(notes).to.include('WARNING:  there is no transaction in progress');
    expect(notes).to.include('NOTICE:  half way: 5');
    for (const [code, hint] of [
      ['SHOW TABLES;', 'Postgres has no SHOW TABLES here. Write \\dt'],
      ['SELECT ifnull(1, 2);', 'Write coalesce(value, other).'],
      ['CREATE TABLE t (id INT AUTO_INCREMENT);', 'GENERATED ALWAYS AS IDENTITY'],
      ['SELECT * FROM sqlite_master;', 'Write \\dt.'],
    ] as const)
      expect((await sql(code)).notes, code).to.include(hint);
    expect((await sql('SELECT nope(1);')).notes).to.equal('');
  });

  it('supports transactions, functions with semicolons inside, and a whole schema before the program', async () => {
    const files = [{ name: 'schema.sql', text: 'CREATE TABLE people (name text);' }];
    const schema = "CREATE TABLE cities (name text); INSERT INTO cities VALUES ('Kyōto');";
    const { chunks, stderr } = await sql(
      `BEGIN; INSERT INTO people VALUES ('Ada'); ROLLBACK; SELECT count(*) FROM people; /* a; /* b; */ c; */
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN -- one; two
  RETURN x * 2; END $f$;
CREATE FUNCTION thrice(x int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN x END; SELECT x * 3; END;
SELECT twice(2), thrice(2), name, E'a\\';b' FROM cities`,
      { files, schema },
    );
    expect(stderr).to.equal('');
    expect(chunks.filter(([kind]) => kind === 'table')).to.deep.equal([
      ['table', 'count\n0'],
      ['table', "twice\tthrice\tname\t?column?\n4\t6\tKyōto\ta';b"],
    ]);
    expect((await sql('SELECT * FROM people')).stderr).to.include('42P01: relation "people" does not exist');
  });

  it('lists objects like psql', async () => {
    const { stdout, chunks } =
      await sql(`CREATE TABLE a (id serial PRIMARY KEY, n numeric(8,2) NOT NULL DEFAULT 0 CHECK (n >= 0));
CREATE TABLE b (a int REFERENCES a, UNIQUE (a)); CREATE VIEW v AS SELECT 1 AS one;
\\dt
\\d a
\\d b
\\dv
\\l
\\di
\\df
\\echo 'done'`);
    const tables = chunks.filter(([kind]) => kind === 'table').map(([, text]) => text);
    expect(tables[0]).to.equal('Schema\tName\tType\tOwner\npublic\ta\ttable\tpostgres\npublic\tb\ttable\tpostgres');
    expect(tables[1]).to.equal(
      "Column\tType\tNullable\tDefault\nid\tinteger\tnot null\tnextval('a_id_seq'::regclass)\nn\tnumeric(8,2)\tnot null\t0",
    );
    expect(stdout).to.include('Table "public.a"\n');
    expect(stdout).to.include(
      'Indexes:\n    "a_pkey" PRIMARY KEY, btree (id)\nCheck constraints:\n    "a_n_check" CHECK ((n >= (0)::numeric))',
    );
    expect(stdout).to.include('Referenced by:\n    TABLE "b" CONSTRAINT "b_a_fkey" FOREIGN KEY (a) REFERENCES a(id)');
    expect(stdout).to.include(
      '    "b_a_key" UNIQUE CONSTRAINT, btree (a)\nForeign-key constraints:\n    "b_a_fkey" FOREIGN KEY',
    );
    expect(tables[3]).to.equal('Schema\tName\tType\tOwner\npublic\tv\tview\tpostgres');
    expect(tables[4]).to.match(/^Name\tOwner\tEncoding.*\npostgres\tpostgres\tUTF8/);
    expect(stdout).to.match(/Did not find any functions\.\ndone\n$/);
    expect((await sql('\\dt')).stdout).to.equal('Did not find any tables.\n');
    expect((await sql('\\d nope')).stderr).to.include(
      'main.sql:1: ERROR:  42601: Did not find any relation named "nope".',
    );
    expect((await sql('SELECT 1 \\g\n\\foo')).stderr).to.include(
      'main.sql:2: ERROR:  42601: invalid command \\foo. There are',
    );
  });

  it('reads files of the room, and rows below a COPY; there is no other input', async () => {
    const files = [
      { name: 'data/cities.csv', text: 'name,people\nKöln,1\n' },
      { name: 'more.sql', text: "INSERT INTO c VALUES ('more', 9);" },
      { name: 'PG_VERSION', text: 'mine' },
    ];
    const { stderr, chunks } = await sql(
      `CREATE TABLE c (name text, people int);
COPY c FROM 'data/cities.csv' CSV HEADER;
COPY c FROM STDIN;
Ōsaka\t2
\\N\t3
\\.
\\i more.sql
SELECT * FROM c ORDER BY people;`,
      { files },
    );
    expect(stderr).to.equal('');
    expect(chunks.at(-1)).to.deep.equal(['table', 'name\tpeople\nKöln\t1\nŌsaka\t2\nNULL\t3\nmore\t9']);
    expect((await sql('CREATE TABLE c (a int);\nCOPY c FROM STDIN;\n')).stderr).to.include(
      'main.sql:2: ERROR:  0A000: there is no input here',
    );
  });

  it('cuts long output, can be stopped, and has a time limit', async () => {
    const { chunks } = await sql("SELECT n, repeat('x', 20) FROM generate_series(1, 100000) n;");
    expect(chunks.length).to.equal(2);
    expect(chunks[1]?.[1]).to.match(/^These are the first \d+ of 100,000 rows\.$/);
    expect((chunks[0]?.[1] ?? '').length).to.be.below(13_000);
    const { transcript, ended } = start(
      page.runner,
      'postgres',
      '\\echo on\nSELECT count(*) FROM generate_series(1, 1000000000000);',
      {
        fileName: 'main.sql',
      },
    );
    await transcript.saying('on');
    page.runner.stop();
    expect((await ended).state).to.equal('stopped');
    const endless = await sql('WITH RECURSIVE n AS (SELECT 1 AS x UNION ALL SELECT x FROM n) SELECT count(*) FROM n;', {
      timeLimitMs: 1_500,
    });
    expect(endless.state).to.equal('timed-out');
  });

  it('gives tests the rows of the last query, and data of their own', async () => {
    const test: Test = {
      name: 'rows',
      kind: 'code',
      file: 'check.sql',
      rows: { columns: ['name', 'sum'], values: [['Ada', 3]] },
      setup: "INSERT INTO t VALUES ('Ada', 1), ('Ada', 2);",
    };
    const files = [
      { name: 'main.sql', text: '' },
      { name: 'schema.sql', text: 'CREATE TABLE t (name text, n int);' },
      {
        name: 'check.sql',
        text: 'SELECT name, sum(n), 1.5 AS half, 12345678901234567.5 AS long, NULL AS none, n > 1 AS more FROM t GROUP BY name, n > 1 ORDER BY more DESC',
      },
    ];
    const made = testCase(test, { files, entry: 'main.sql', language: 'postgres', tests: [test] });
    if (!('request' in made)) throw new Error(made.sentence);
    expect(made.request.language).to.equal('postgres');
    let report = '';
    await page.runner.run(
      { id: 'test', ...made.request },
      {
        output: () => {},
        progress: () => {},
        tested: (told) => {
          report = told;
        },
      },
    );
    expect(JSON.parse(report)).to.deep.equal({
      kind: 'rows',
      columns: ['name', 'sum', 'half', 'long', 'none', 'more'],
      values: [
        ['Ada', 2, 1.5, '12345678901234567.5', null, 't'],
        ['Ada', 1, 1.5, '12345678901234567.5', null, 'f'],
      ],
    });
  });

  it('has no access to the outside', async () => {
    const { url, hits } = await (await fetch('/__sink')).json();
    for (const code of [
      `COPY (SELECT 1) TO PROGRAM 'curl ${url}/postgres';`,
      `CREATE TABLE t (a text); COPY t FROM PROGRAM 'curl ${url}/postgres';`,
      `CREATE EXTENSION dblink; SELECT dblink_connect('${url}/postgres');`,
      "CREATE FUNCTION evil() RETURNS int AS '/tmp/evil.so', 'evil' LANGUAGE c;",
      'CREATE EXTENSION plpython3u;',
      `CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port=${new URL(url).port}' PUBLICATION p;`,
    ]) {
      expect((await sql(code)).state, code).to.equal('failed');
    }
    const after = (await (await fetch('/__sink')).json()).hits as string[];
    expect(after.slice(hits.length).filter((hit) => hit.includes('postgres'))).to.deep.equal([]);
  });

  it('needs no network on the second visit', async () => {
    const kept = async () =>
      (await (await caches.open('code-room-packs')).keys()).filter(({ url }) => url.startsWith(folder.href)).length;
    const end = performance.now() + 20_000;
    while ((await kept()) < 5 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    page.close();
    await leave();
    page = openRunner();
    expect((await sql('SELECT 1 AS one')).chunks).to.deep.equal([['table', 'one\n1']]);
  });
});
