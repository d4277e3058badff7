// What a program of SQLite prints, and what stands before it does not: the schemas of page and room, the setup of a test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, it } from 'node:test';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import type { InputPrompts } from '../../components/runner/worker/input-prompts.js';
import type { bootSql as Boot } from '../../components/runner/worker/sql/boot.js';

let bootSql: typeof Boot;
let wasm: WebAssembly.Module;
const told: unknown[] = [];

before(async () => {
  // It is made for a worker, which has one.
  Object.assign(globalThis, { postMessage: (message: unknown) => void told.push(message) });
  ({ bootSql } = await import('../../components/runner/worker/sql/boot.js'));
  const path = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
  wasm = new WebAssembly.Module(readFileSync(path));
});

async function printed(code: string, schema: string, own = '', setup?: string) {
  const interpreter = await bootSql({ 'sqlite.wasm': wasm });
  const pieces: string[] = [];
  const output = new CappedOutput((message) => {
    if (message.type === 'output') pieces.push(message.chunk.text);
  }, 65_536);
  const program = {
    ...{ code, fileName: 'main.sql', schema, seed: 1, stdin: '', showResult: false },
    files: own ? [{ name: 'schema.sql', text: own }] : [],
    ...(setup !== undefined && { test: { kind: 'rows' as const, setup } }),
  };
  await interpreter.run(program, output, {} as InputPrompts);
  return pieces;
}

const TABLE = 'CREATE TABLE t (n INTEGER);';
const FILLED = `${TABLE} INSERT INTO t VALUES (1), (2) RETURNING n; SELECT 'filled'; PRAGMA user_version;`;

it('prints nothing that stands before it', async () => {
  assert.deepEqual(await printed('SELECT n FROM t;', FILLED), ['n\n1\n2']);
  assert.deepEqual(await printed('SELECT n FROM t;', '', FILLED), ['n\n1\n2']);
  assert.deepEqual(await printed('SELECT 3 AS n;', TABLE, '', `${FILLED.slice(TABLE.length)}`), []);
  assert.match(JSON.stringify(told), /rows/);
});

it('counts its own statements and rows only', async () => {
  assert.deepEqual(await printed('DELETE FROM t;', FILLED), [
    '1 statement done, 2 rows deleted; there is no SELECT among them to show anything.',
  ]);
  assert.deepEqual(await printed('-- nothing yet', FILLED, ''), ['There is no statement to run yet.']);
});

it('carries out thousands of statements, and finds the place of an error in them', async () => {
  const rows = Array.from({ length: 8000 }, (_, n) => `INSERT INTO t VALUES (${n}); -- é ${n}\n`).join('');
  const all = await printed(`${TABLE}\n;;\n${rows}/* all */ SELECT count(*) AS n FROM t;`, '');
  assert.deepEqual(all, ['8000 rows inserted.', 'n\n8000']);
  const failing = await printed(`-- first é\n${TABLE};\n\n${rows}\nSELECT 1\nFORM t;\n`, '');
  assert.deepEqual(failing.slice(0, 2), ['8000 rows inserted.', 'main.sql:8006: near "t": syntax error\n']);
});

it('says what commands of SQLite’s shell are', async () => {
  for (const [code, hint] of [
    ['.headers on\nSELECT 1;', ".headers is a command of SQLite's shell, which is not here: leave this line out."],
    [
      'SELECT 1;\n.mode column\nSELECT 2;',
      ".mode is a command of SQLite's shell, which is not here: leave this line out.",
    ],
    [
      '.tables',
      ".tables is a command of SQLite's shell, which is not here: leave this line out. Write SELECT name, sql FROM sqlite_master WHERE type = 'table'.",
    ],
  ] as const)
    assert.equal((await printed(code, '')).at(-1), hint);
});
