/** Tables and columns that SQL completion offers, from the text of a room's files. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { EditorState, Text } from '@codemirror/state';
import { suggestions } from '../../components/editor/completion-source.js';
import { sqlNames } from '../../components/editor/sql-names.js';
import type { Session } from '../../components/session/session.js';
import type { SessionDocument } from '../../components/session/sync/document.js';

const SCHEMA = `-- create table no (a)
CREATE TABLE IF NOT EXISTS main."orders" (
  id integer primary key, /* , x */
  total numeric(10, 2) default ',',
  "customer id" text,
  customer_id integer references customers(id),
  PRIMARY KEY (id), constraint c check (total > 0)
);
create temp table customers(id int,name text);
create table broken (a, b`;

/** What is offered at the mark in one file, while another has the schema. */
async function namesAt(marked: string, { schema = SCHEMA, language = 'sql', ofPage = '' } = {}): Promise<string[]> {
  const file = (text: string, name: string) => {
    const document = { text: Text.of(text.split('\n')), language } as SessionDocument;
    return { document, name };
  };
  const shown = file(marked.replace('|', ''), 'query.sql');
  const session = { documents: { files: { list: [file(schema, 'schema'), shown] } } } as unknown as Session;
  const state = EditorState.create({ extensions: sqlNames(session, shown.document, () => ofPage) });
  const found = await state.facet(suggestions)?.(marked.indexOf('|'));
  return (found ?? []).map(({ label }) => label);
}

it('names are those that fit where one writes', async () => {
  assert.deepEqual(await namesAt('select o.| from orders o'), ['id', 'total', 'customer_id']);
  assert.deepEqual(await namesAt('select C.na| from Customers as c'), ['id', 'name']);
  assert.deepEqual(await namesAt('select customers.|'), ['id', 'name']);
  assert.deepEqual(await namesAt('select broken.|'), ['a', 'b']);
  assert.deepEqual(await namesAt('select | from customers'), ['id', 'name', 'orders', 'customers', 'broken']);
  assert.deepEqual(await namesAt('select 1 from orders; select |'), ['orders', 'customers', 'broken']);
  assert.deepEqual(await namesAt('select x.| from orders'), []);
});

it('are those of every dialect, and of the schema of the page', async () => {
  const ofPage = 'create table cities (name text, "from" text, people int);';
  assert.deepEqual(await namesAt('select c.| from cities c', { ofPage }), ['name', 'from', 'people']);
  const schema = `CREATE TABLE клієнти (імʼя text, місто text, id1 int);
CREATE UNLOGGED TABLE sales.rates (cur$ text);
CREATE OR REPLACE VIEW totals AS SELECT DISTINCT o.id, sum(total) AS sum, count(*) n, max(a, b), * FROM orders o;
CREATE MATERIALIZED VIEW named (a, b) AS SELECT 1, 2;
CREATE TABLE open (a int, b int;
CREATE TABLE copied AS SELECT 1 AS one;`;
  const postgres = (marked: string) => namesAt(marked, { schema, language: 'postgres' });
  assert.deepEqual(await postgres('select |'), ['клієнти', 'rates', 'totals', 'named', 'open', 'copied']);
  assert.deepEqual(await postgres('select к.| from клієнти к'), ['імʼя', 'місто', 'id1']);
  assert.deepEqual(await postgres('select клієнти.мі|'), ['імʼя', 'місто', 'id1']);
  for (const [table, columns] of [
    ['rates', ['cur$']],
    ['totals', ['id', 'sum', 'n']],
    ['named', ['a', 'b']],
    ['open', ['a', 'b']],
    ['copied', ['one']],
  ] as const)
    assert.deepEqual(await postgres(`select ${table}.|`), columns, table);
});

it('are found quickly, whatever stands in the file', async () => {
  const began = performance.now();
  for (const text of [
    `create table t (${' '.repeat(150_000)}/* x */, a int);`,
    `create table t (/* ${'x'.repeat(150_000)} */, a int);`,
    `create table t (a int); ${'/*'.repeat(90_000)}`,
    `create table t (a int); ${"'".repeat(150_001)}`,
    'create table '.repeat(15_000),
    'create table t ('.repeat(12_000),
    `create view v as select ${'a'.repeat(150_000)}(`,
    `create view v as select ${'a '.repeat(75_000)}(`,
    'create view v as select '.repeat(8_000),
  ])
    await namesAt(`select | from orders;\n${text}`);
  assert.ok(performance.now() - began < 2_000, `${performance.now() - began} ms`);
});
