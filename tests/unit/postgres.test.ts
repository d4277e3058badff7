// Postgres in psql's words: values, errors with their place, notices, commands, files; in one database that is emptied between scripts.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { writeRoomFiles } from '../../components/runner/packs/postgres/boot.js';
import { DatabaseConnection } from '../../components/runner/packs/postgres/connection.js';
import { Script } from '../../components/runner/packs/postgres/script.js';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import { runScript } from '../../components/runner/worker/sql/run-script.js';

interface Beside {
  files?: { name: string; text: string }[];
  schema?: string;
}

const includes = (text: string, part: string) => assert.ok(text.includes(part), `${text} has no ${part}`);

describe('A script in Postgres', () => {
  let database: PGlite;
  before(async () => {
    database = await PGlite.create();
  });
  after(() => database.close());

  function sql(code: string, { files = [], schema = '' }: Beside = {}) {
    const connection = new DatabaseConnection(database);
    for (const clean of ['ROLLBACK', 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public'])
      connection.execute(clean, {});
    const chunks: string[][] = [];
    const output = new CappedOutput((message) => {
      if (message.type === 'output') chunks.push([message.chunk.kind, message.chunk.text]);
    }, 65_536);
    writeRoomFiles(database, files);
    const program = { code, fileName: 'main.sql', files, schema, seed: 1, stdin: '', showResult: false };
    const done = runScript(new Script(connection, files, output), program, () => {});
    const text = (wanted: string) =>
      chunks
        .filter(([kind]) => kind === wanted)
        .map(([, each]) => each)
        .join('');
    return {
      state: done ? 'done' : 'failed',
      chunks,
      stderr: text('stderr'),
      stdout: text('stdout'),
      notes: text('note'),
    };
  }

  it('prints values like psql', () => {
    const { chunks } =
      sql(`SELECT 1.50::numeric AS n, 0.1::float8 + 0.2 AS f, 9007199254740993::int8 AS big, true AS yes,
  ARRAY[1, NULL, 3] AS list, ARRAY['a b', 'c"d'] AS texts, '{"a": [1]}'::jsonb AS json, DATE '2024-02-29' AS day,
  TIMESTAMPTZ '2024-01-01 12:00+02' AS at, INTERVAL '1 year 2 months 3 days 04:05:06' AS span, '\\x00ff'::bytea AS bytes, ROW(1, 'x') AS record;`);
    assert.deepEqual(chunks, [
      [
        'table',
        'n\tf\tbig\tyes\tlist\ttexts\tjson\tday\tat\tspan\tbytes\trecord\n' +
          '1.50\t0.30000000000000004\t9007199254740993\tt\t{1,NULL,3}\t{"a b","c\\"d"}\t{"a": [1]}\t2024-02-29\t2024-01-01 10:00:00+00\t1 year 2 mons 3 days 04:05:06\t\\x00ff\t(1,x)',
      ],
    ]);
  });

  it('reports errors with place, marker, code, detail and hint, and ends there', () => {
    const { state, stderr } = sql('SELECT 1;\n\nSELECT id,\n  nam\nFROM (SELECT 1 AS id, 2 AS name) t;\nSELECT 2;');
    assert.equal(state, 'failed');
    assert.equal(
      stderr,
      'main.sql:4:3: ERROR:  42703: column "nam" does not exist\nLINE 4:   nam\n          ^\nHINT:  Perhaps you meant to reference the column "t.name".\n',
    );
    const broken = sql(
      "CREATE TABLE t (a int PRIMARY KEY);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1);\nSELECT 'no';",
    );
    assert.equal(
      broken.stderr,
      'main.sql:3: ERROR:  23505: duplicate key value violates unique constraint "t_pkey"\nDETAIL:  Key (a)=(1) already exists.\n',
    );
    assert.deepEqual(broken.chunks.at(-2), ['note', '1 row inserted.']);
    const wide = sql(`SELECT 'é😀${'x'.repeat(80)}', nope;`);
    assert.match(wide.stderr, /^main\.sql:1:94: ERROR: {2}42703: .*\nLINE 1: \.\.\.x+', nope;\n {66}\^\n$/);
    const inner = sql('DO $$ BEGIN PERFORM 1 / 0; END $$;');
    assert.match(
      inner.stderr,
      /^main\.sql:1: ERROR: {2}22012: division by zero\nCONTEXT: {2}SQL statement "SELECT 1 \/ 0"/,
    );
    assert.deepEqual(
      sql('SELECT 1 / n FROM generate_series(1, 0, -1) AS n;').chunks.map(([kind]) => kind),
      ['stderr'],
    );
    assert.match(
      sql('SELEC 1;').stderr,
      /^main\.sql:1:1: ERROR: {2}42601: syntax error at or near "SELEC"\nLINE 1: SELEC 1;\n {8}\^\n$/,
    );
  });

  it('shows notices and warnings, and hints about other databases’ words', () => {
    const { notes } = sql(
      "DROP TABLE IF EXISTS nope; COMMIT; DO $$ BEGIN RAISE NOTICE 'half way: %', 5; END $$; SELECT 1;",
    );
    includes(notes, 'NOTICE:  table "nope" does not exist, skipping');
    includes(notes, 'WARNING:  there is no transaction in progress');
    includes(notes, 'NOTICE:  half way: 5');
    for (const [code, hint] of [
      ['SHOW TABLES;', 'Postgres has no SHOW TABLES here. Write \\dt'],
      ['SELECT ifnull(1, 2);', 'Write coalesce(value, other).'],
      ['CREATE TABLE t (id INT AUTO_INCREMENT);', 'GENERATED ALWAYS AS IDENTITY'],
      ['SELECT * FROM sqlite_master;', 'Write \\dt.'],
    ] as const)
      includes(sql(code).notes, hint);
    assert.equal(sql('SELECT nope(1);').notes, '');
  });

  it('prints and counts nothing of a schema', () => {
    const files = [
      { name: 'schema.sql', text: 'CREATE TABLE t (n int);\n\\echo made\n\\dt\n\\i rows.sql\nCOPY t TO STDOUT;\n' },
      { name: 'rows.sql', text: "INSERT INTO t VALUES (1), (2) RETURNING n;\nSELECT 'rows';" },
    ];
    const none = 'there is no SELECT among them to show anything.';
    assert.deepEqual(sql('DELETE FROM t;', { files }).chunks, [['note', `1 statement done, 2 rows deleted; ${none}`]]);
    assert.deepEqual(sql('-- nothing', { files }).chunks, [['note', 'There is no statement to run yet.']]);
    assert.deepEqual(sql('SELECT n FROM t;', { files }).chunks, [['table', 'n\n1\n2']]);
  });

  it('has transactions, functions with semicolons inside, and all of a schema before it', () => {
    const files = [{ name: 'schema.sql', text: 'CREATE TABLE people (name text);' }];
    const schema = "CREATE TABLE cities (name text); INSERT INTO cities VALUES ('Kyōto');";
    const { chunks, stderr } = sql(
      `BEGIN; INSERT INTO people VALUES ('Ada'); ROLLBACK; SELECT count(*) FROM people; /* a; /* b; */ c; */
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE plpgsql AS $f$ BEGIN -- one; two
  RETURN x * 2; END $f$;
CREATE FUNCTION thrice(x int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN x END; SELECT x * 3; END;
SELECT twice(2), thrice(2), name, E'a\\';b' FROM cities`,
      { files, schema },
    );
    assert.equal(stderr, '');
    assert.deepEqual(
      chunks.filter(([kind]) => kind === 'table'),
      [
        ['table', 'count\n0'],
        ['table', "twice\tthrice\tname\t?column?\n4\t6\tKyōto\ta';b"],
      ],
    );
    includes(sql('SELECT * FROM people').stderr, '42P01: relation "people" does not exist');
  });

  it('lists what there is as psql does', () => {
    const { stdout, chunks } =
      sql(`CREATE TABLE a (id serial PRIMARY KEY, n numeric(8,2) NOT NULL DEFAULT 0 CHECK (n >= 0));
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
    assert.equal(tables[0], 'Schema\tName\tType\tOwner\npublic\ta\ttable\tpostgres\npublic\tb\ttable\tpostgres');
    assert.equal(
      tables[1],
      "Column\tType\tNullable\tDefault\nid\tinteger\tnot null\tnextval('a_id_seq'::regclass)\nn\tnumeric(8,2)\tnot null\t0",
    );
    includes(stdout, 'Table "public.a"\n');
    includes(
      stdout,
      'Indexes:\n    "a_pkey" PRIMARY KEY, btree (id)\nCheck constraints:\n    "a_n_check" CHECK ((n >= (0)::numeric))',
    );
    includes(stdout, 'Referenced by:\n    TABLE "b" CONSTRAINT "b_a_fkey" FOREIGN KEY (a) REFERENCES a(id)');
    includes(
      stdout,
      '    "b_a_key" UNIQUE CONSTRAINT, btree (a)\nForeign-key constraints:\n    "b_a_fkey" FOREIGN KEY',
    );
    assert.equal(tables[3], 'Schema\tName\tType\tOwner\npublic\tv\tview\tpostgres');
    assert.match(tables[4] ?? '', /^Name\tOwner\tEncoding.*\npostgres\tpostgres\tUTF8/);
    assert.match(stdout, /Did not find any functions\.\ndone\n$/);
    assert.equal(sql('\\dt').stdout, 'Did not find any tables.\n');
    includes(sql('\\d nope').stderr, 'main.sql:1: ERROR:  42601: Did not find any relation named "nope".');
    includes(sql('CREATE TABLE "a$$b" ();\n\\dt "a$$b"').chunks.at(-1)?.[1] ?? '', 'public\ta$$b\ttable');
    includes(sql('SELECT 1 \\g\n\\foo').stderr, 'main.sql:2: ERROR:  42601: invalid command \\foo. There are');
  });

  it('takes the patterns of psql, with a schema before the name', () => {
    const made = `DROP SCHEMA IF EXISTS sales CASCADE; DROP SCHEMA IF EXISTS "My.Own" CASCADE;
CREATE SCHEMA sales; CREATE SCHEMA "My.Own"; CREATE TABLE t (a int); CREATE TABLE sales.t (b int); CREATE TABLE sales.users (c int);
CREATE TABLE "My.Own"."T""x" (d int); CREATE TYPE sales.mood AS ENUM ('fine'); CREATE FUNCTION sales.f() RETURNS int LANGUAGE sql AS 'SELECT 1';\n`;
    const names = (command: string) => {
      const { chunks, stderr } = sql(made + command);
      const [, rows = ''] = chunks.filter(([kind]) => kind === 'table').at(-1) ?? [];
      const found = rows.split('\n').slice(1);
      return stderr || found.map((row) => row.split('\t').slice(0, 2).join('.')).join(' ');
    };
    const cases: [command: string, found: string][] = [
      ['\\dt', 'My.Own.T"x public.t sales.t sales.users'],
      ['\\dt sales.*', 'sales.t sales.users'],
      ['\\dt SALES.u*', 'sales.users'],
      ['\\dt public.*', 'public.t'],
      ['\\dt *.t', 'public.t sales.t'],
      ['\\dt postgres.sales.t', 'sales.t'],
      ['\\dt sales.', 'sales.t sales.users'],
      ['\\dt "My.Own".*', 'My.Own.T"x'],
      ['\\dt "My.Own"."T""x"', 'My.Own.T"x'],
      ['\\df sales.f', 'sales.f'],
      ['\\dT sales.*', 'sales.sales.mood'],
      ['\\dt pg_catalog.pg_cla?s', 'pg_catalog.pg_class'],
      ['\\d t', 'a.integer'],
      ['\\d sales.t', 'b.integer'],
      ['\\d "My.Own"."T""x"', 'd.integer'],
    ];
    for (const [command, found] of cases) assert.equal(names(command), found, command);
    const described = sql(`${made}\\d sales.t`).stdout;
    assert.equal(described.match(/^Table/gm)?.length, 1, described);
    includes(names('\\dt sales.nope'), 'Did not find any tables named "sales.nope".');
    includes(names('\\d public.users'), 'Did not find any relation named "public.users".');
    sql('DROP SCHEMA sales CASCADE; DROP SCHEMA "My.Own" CASCADE');
  });

  it('reads files of the room, and rows below a COPY; there is no other input', () => {
    const files = [
      { name: 'data/cities.csv', text: 'name,people\nKöln,1\n' },
      { name: 'more.sql', text: "INSERT INTO c VALUES ('more', 9);" },
      { name: 'PG_VERSION', text: 'mine' },
    ];
    const { stderr, chunks } = sql(
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
    assert.equal(stderr, '');
    assert.deepEqual(chunks.at(-1), ['table', 'name\tpeople\nKöln\t1\nŌsaka\t2\nNULL\t3\nmore\t9']);
    includes(
      sql('CREATE TABLE c (a int);\nCOPY c FROM STDIN;\n').stderr,
      'main.sql:2: ERROR:  0A000: there is no input here',
    );
  });
});

describe('A file that a script reads', () => {
  let database: PGlite;
  before(async () => {
    database = await PGlite.create();
  });
  after(() => database.close());

  function run(code: string, fileName: string, others: Record<string, string>, test = false) {
    const files = Object.entries(others).map(([name, text]) => ({ name, text }));
    let printed = '';
    const output = new CappedOutput((message) => {
      if (message.type === 'output') printed += `${message.chunk.text}\n`;
    }, 65_536);
    const script = new Script(new DatabaseConnection(database), files, output);
    const done = script.run(code, fileName, false, test);
    return { done, printed, rows: script.rows };
  }

  it('is looked for in the room’s folder, with \\ir in that of the file that reads it', () => {
    const files = {
      'sql/tables.sql': "SELECT 'sql/tables';\n\\ir more/rows.sql",
      'sql/more/rows.sql': "SELECT 'rows';\n\\include_relative ../../tables.sql",
      'tables.sql': "SELECT 'tables';",
    };
    const read = (command: string) => run(`\\${command}\n`, 'sql/setup.sql', files).printed.match(/(?<=\n)[^\s?]+/g);
    assert.deepEqual(read('ir tables.sql'), ['sql/tables', 'rows', 'tables']);
    assert.deepEqual(read("i './tables.sql'"), ['tables']);
    assert.deepEqual(read('include sql/more/../../tables.sql'), ['tables']);
    const none = run('\\ir ../../tables.sql\n', 'sql/setup.sql', files);
    assert.equal(none.done, false);
    includes(none.printed, '../../tables.sql: No such file or directory');
  });

  it('gives a test its rows', () => {
    const { rows, printed } = run(
      '\\i query.sql\n',
      'main.sql',
      { 'query.sql': 'SELECT 1 AS n;\nSELECT 2 AS n;' },
      true,
    );
    assert.deepEqual(rows, { kind: 'rows', columns: ['n'], values: [[2]] });
    assert.equal(printed, '');
  });
});

describe('A server that fails', () => {
  /** Answers with these bytes, then ends as PGlite does: it takes an error for what the next call may mend. */
  const failing = (answers: string[][], rejects = false) => {
    const swallowed: unknown[] = [];
    const database = {
      async execProtocolRawStream(_: Uint8Array, { onRawData }: { onRawData(bytes: Uint8Array): void }) {
        for (const [type = '', body = ''] of answers) {
          try {
            onRawData(Buffer.from(`${type}\0\0\0${String.fromCharCode(body.length + 4)}${body}`, 'latin1'));
          } catch (error) {
            swallowed.push(error);
          }
        }
        if (rejects) throw new Error('memory access out of bounds');
      },
    };
    return { connection: new DatabaseConnection(database as unknown as PGlite), swallowed };
  };

  it('is reported at the statement, and what it had begun to answer is not shown', () => {
    const files: { name: string; text: string }[] = [];
    for (const rejects of [false, true]) {
      const { connection } = failing([['T', '\0\x01n\0'.padEnd(22, '\0')]], rejects);
      const chunks: string[] = [];
      const output = new CappedOutput((message) => {
        if (message.type === 'output') chunks.push(message.chunk.kind, message.chunk.text);
      }, 65_536);
      assert.equal(new Script(connection, files, output).run('SELECT 1;\nSELECT 2;', 'main.sql', false), false);
      assert.deepEqual(chunks, [
        'stderr',
        'main.sql:1: FATAL:  XX000: the server failed in this statement\nHINT:  Look for a function that calls itself without end.\n',
      ]);
    }
  });

  it('is not one that has nothing to answer, or has found an error', () => {
    for (const answers of [[['I']], [['C', 'SELECT 1\0']], [['E', 'SERROR\0Mno\0\0']]]) {
      const errors: unknown[] = [];
      failing(answers).connection.execute('', { error: ({ M }) => errors.push(M) });
      assert.deepEqual(errors, answers[0]?.[0] === 'E' ? ['no'] : []);
    }
  });

  it('lets no error of ours be lost in it', () => {
    const { connection, swallowed } = failing([['E', 'SERROR\0Mno such thing\0\0']]);
    assert.throws(() => connection.query('SELECT 1'), /^Error: no such thing$/);
    const complete = () => {
      throw new RangeError('ours');
    };
    assert.throws(() => failing([['C', 'SELECT 1\0']]).connection.execute('SELECT 1', { complete }), /ours/);
    assert.throws(() => failing([]).connection.query('SELECT 1'), /the server failed in this statement/);
    let said = '';
    const output = new CappedOutput((message) => {
      if (message.type === 'output') said += message.chunk.text;
    }, 65_536);
    assert.equal(new Script(connection, [], output).run('\\dt', 'main.sql', false), false);
    assert.equal(said, 'main.sql:1: ERROR:  42601: no such thing\n');
    assert.deepEqual(swallowed, []);
  });

  it('is Postgres with a function that calls itself without end', async () => {
    const database = await PGlite.create();
    const connection = new DatabaseConnection(database);
    const told: unknown[] = [];
    const receiver = {
      error: ({ C }: Record<string, string>) => told.push(C),
      complete: (tag: string) => told.push(tag),
    };
    const body = '$$ BEGIN RETURN endless(n + 1); END $$';
    connection.execute(`CREATE FUNCTION endless(n int) RETURNS int LANGUAGE plpgsql AS ${body}`, receiver);
    connection.execute('SELECT endless(1)', receiver);
    // 54001 where the server's own limit comes before the engine's.
    assert.match(told.join(), /^CREATE FUNCTION,(?:XX000|54001)$/);
  });
});
