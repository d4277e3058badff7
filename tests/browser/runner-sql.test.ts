// SQL shows what SQLite gives, says which word was wrong, and knows what people write for other databases.
import { expect } from '@esm-bundle/chai';
import { openRunner, run } from '../fixtures/runner.js';

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

  it('runs the given schema, and shows where it fails', async () => {
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

  it('shows the line of an error among several statements', async () => {
    const line = async (code: string) => (await sql(code)).stderr;
    expect(await line('SELECT 1;\n-- SELECT nope;\n\nSELECT\n  nope\nFROM sqlite_master;')).to.equal(
      'main.sql:5: no such column: nope\n',
    );
    expect(await line("SELECT 'a;b';\nSELECT 1 FROM missing;")).to.equal('main.sql:2: no such table: missing\n');
  });

  it('keeps numbers exact, and marks NULL', async () => {
    const { transcript } = await sql(
      "SELECT 100.0, 1e20, 1e15, 1e16, 1e-5, 0.1 + 0.2, -2.5, 1e999, 9223372036854775807, 3; SELECT NULL, 'NULL', '', 'null';",
    );
    const rows = transcript.chunks.map(({ text }) => text.split('\n')[1]);
    expect(rows).to.deep.equal([
      '100.0\t1.0e+20\t1000000000000000.0\t1.0e+16\t1.0e-05\t0.3\t-2.5\tInf\t9223372036854775807\t3',
      "NULL\t'NULL'\t\tnull",
    ]);
  });

  it('writes real numbers like SQLite', async () => {
    const values = ['1e14', '123456789012345.0', '1e15', '0.0001', '0.00012345', '-0.0', '1e-300', '1.5e300'];
    const { transcript } = await sql(values.map((value) => `SELECT ${value}, CAST(${value} AS TEXT);`).join('\n'));
    for (const { text } of transcript.chunks) {
      const [real, asText] = (text.split('\n')[1] ?? '').split('\t');
      expect(real).to.equal(asText);
    }
    expect(transcript.chunks.length).to.equal(values.length);
  });

  it('counts changed rows', async () => {
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

  it('finds the word that SQLite’s error is about among equal ones', async () => {
    for (const [code, line] of [
      ['WITH a AS (SELECT 1 AS x),\n b AS (SELECT 2 AS y),\nSELECT *\nFROM a,\n b', 3],
      ['WITH a AS (\n SELECT 1 AS x\n),\nb AS (\n SELECT 2,\n FROM a\n)\nSELECT * FROM b;', 6],
      ["CREATE TABLE t (price);\n-- price\nSELECT 'price',\n t.price\nFROM t\nWHERE u.price > 1;", 6],
      ['SELECT a AS total,\n b\nFROM (SELECT 1 AS a, 2 AS b)\nGROUP BY a\nHAVING nope > 1;', 5],
      ['CREATE TABLE a (id); CREATE TABLE b (id);\nSELECT a.id\nFROM a, b\nWHERE a.id = b.id\nORDER BY id;', 5],
      ['SELECT 1;\nSELECT count(x)\nFROM (SELECT 1 AS x)\nWHERE\n count(x) > 1;', 5],
      ['SELECT upper(\n lower(1, 2)\n);', 2],
      ['SELECT lower(1),\n lower(2),\n lower(1, 2),\n lower(3, 4);', 3],
      ['SELECT (SELECT x FROM (SELECT 1 AS x)),\n x,\n x + 1;', 2],
      ['CREATE TABLE t (a, b);\nINSERT INTO t (a,\n c)\nVALUES (1, 2);', 3],
      ['SELECT *\nFROM (SELECT 1\n', 2],
      ["SELECT 1,\n 'open;\n", 2],
      ['SELECT x FROM (SELECT 1 AS x) JOIN\n missing USING (x);', 2],
      ['SELECT 1 FROM sqlite_master WHERE name = 1 AND\n AND name = 2;', 2],
    ] as const) {
      expect((await sql(code)).stderr, code).to.match(new RegExp(`^main\\.sql:${line}: `));
    }
  });

  it('knows words of other databases, and what to write instead', async () => {
    const table = 'CREATE TABLE t (a, d);\n';
    for (const [code, hint] of [
      ['SHOW TABLES;', 'SQLite has no SHOW here. Write SELECT name, sql FROM sqlite_master'],
      ['DESCRIBE t;', 'pragma_table_info'],
      ["SELECT '1'::int;", 'SQLite has no :: here. Write CAST(value AS INTEGER).'],
      ["SELECT * FROM t WHERE a ILIKE 'x';", 'Write LIKE'],
      ['SELECT TOP 5 * FROM t;', 'SQLite has no TOP here. Write LIMIT 5'],
      ['CREATE TABLE u (id INT PRIMARY KEY AUTO_INCREMENT);', 'numbers itself'],
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
    expect((await sql('CREATE TABLE u (id INTEGER AUTO_INCREMENT PRIMARY KEY); SELECT 1;')).notes).to.include(
      'SQLite takes AUTO_INCREMENT for a type, but numbers nothing.',
    );
    const { state, notes } = await sql('CREATE TABLE u (id SERIAL PRIMARY KEY, x); SELECT 1;');
    expect([state, notes]).to.deep.equal([
      'done',
      'SQLite takes SERIAL for a type, but numbers nothing. Write id INTEGER PRIMARY KEY, which numbers itself.',
    ]);
  });

  it('gives no hint where the cause is another', async () => {
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
