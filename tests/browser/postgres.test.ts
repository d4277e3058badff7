// Postgres: what psql prints of results, errors and commands; a fresh database for each run, and no way out of it.
import { expect } from '@esm-bundle/chai';
import type { RunRequest } from '../../components/runner/runner.js';
import { testProgram } from '../../components/tests/test-program.js';
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

  it('says errors with their place, and begins anew each time', async () => {
    const { state, stderr } = await sql('CREATE TABLE t (id int);\nSELECT id,\n  nam\nFROM t;');
    expect([state, stderr]).to.deep.equal([
      'failed',
      'main.sql:3:3: ERROR:  42703: column "nam" does not exist\nLINE 3:   nam\n          ^\n',
    ]);
    expect((await sql('SELECT * FROM t')).stderr).to.include('42P01: relation "t" does not exist');
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

  it('reports a function that calls itself without end, and the next run works', async () => {
    const body = '$$ BEGIN RETURN endless(n + 1); END $$';
    const { state, stderr } = await sql(
      `CREATE FUNCTION endless(n int) RETURNS int LANGUAGE plpgsql AS ${body};\nSELECT endless(1);\nSELECT 2;`,
      { timeLimitMs: 60_000 },
    );
    expect(state).to.equal('failed');
    // The server's own limit comes first where the engine's stack is deep.
    expect(stderr).to.match(
      /^main\.sql:2: (?:FATAL: {2}XX000: the server failed in this statement\n|ERROR: {2}54001: )/,
    );
    expect((await sql('SELECT 1 AS one')).chunks).to.deep.equal([['table', 'one\n1']]);
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
    const made = testProgram(test, { files, entry: 'main.sql', language: 'postgres', tests: [test] });
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
