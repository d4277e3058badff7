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

it('know every table of a statement by its alias, however it is named there', async () => {
  const customers = ['id', 'name'];
  const orders = ['id', 'total', 'customer_id'];
  for (const [marked, columns] of [
    ['select * from orders join customers c on c.|', customers],
    ['select * from orders left outer join customers as c on c.id = orders.|', orders],
    ['select c.| from orders o, customers c', customers],
    ['select o.| from orders o, customers c', orders],
    ["select '--- o ---';\nselect o.| from orders o", orders],
    ["select '--' as sep,\no.| from orders o", orders],
    ['select c.| from orders o join broken b on o.id = b.a, customers c where true', customers],
    ['select c.| from (orders o cross join customers c)', customers],
    ['select c.| from "orders" "o", "customers" "c"', customers],
    ['select "c".| from main."customers" "c"', customers],
    ['select "the one".na| from customers as "the one"', customers],
    ['select [c].| from [customers] [c]', customers],
    ['select where.| from customers where id = 1', []],
    ['select natural.| from customers natural join orders', []],
    ['select c.| from orders where id in (1, 2) order by id, customers c', []],
    ['update customers set name = customers.|', customers],
    ['update customers c set name = c.|', customers],
    ['delete from orders o using customers c where c.|', customers],
    ['insert into orders (id, total) select c.| from customers c', customers],
    ['insert into customers as c values (1, 2) on conflict (id) do update set name = c.|', customers],
    ['select c.| from orders join customers c using (id)', customers],
    ['select * from orders where exists (select 1 from customers c where c.|)', customers],
    ['select 1 from orders o where extract(year from o.|) = 1', orders],
    ['select extract(year from o.|) from orders o', orders],
    ['select 1 from orders o join customers c on o.id is distinct from c.|', customers],
    ['select o.|\nfrom orders o -- with theirs; and more\njoin customers c on true', orders],
    ['select c.|\nfrom orders o -- with theirs; and more\njoin customers c on true', customers],
  ] as const)
    assert.deepEqual(await namesAt(marked), columns, marked);
});

it('know what a statement makes for itself: subqueries and common table expressions', async () => {
  for (const [marked, columns] of [
    ['select s.| from (select o.id, sum(total) as sum from orders o group by o.id) as s', ['id', 'sum']],
    ['select * from customers c join lateral (select total from orders) l on l.|', ['total']],
    ['with big as (select id, total t from orders) select b.| from big b', ['id', 't']],
    [
      'with recursive big(n, m) as (select 1, 2), small as materialized (select name from customers) select big.| from big',
      ['n', 'm'],
    ],
    [
      'with big(n, m) as (select 1, 2), small as (select distinct name from customers) select s.| from small s',
      ['name'],
    ],
    [
      'with big as (select id i from orders) select | from big',
      ['id', 'total', 'customer_id', 'i', 'orders', 'customers', 'broken', 'big'],
    ],
  ] as const)
    assert.deepEqual(await namesAt(marked), columns, marked);
});

it('know a table whose name has to be quoted, and do not offer it bare', async () => {
  const schema = 'create table "order items" (id int, price int); create table [a b] (c int);';
  assert.deepEqual(await namesAt('select i.| from "order items" i', { schema }), ['id', 'price']);
  assert.deepEqual(await namesAt('select "order items".|', { schema }), ['id', 'price']);
  assert.deepEqual(await namesAt('select |', { schema }), []);
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
    'create table ['.repeat(13_000),
  ])
    await namesAt(`select | from orders;\n${text}`);
  for (const text of [
    'from (select '.repeat(14_000),
    'from (select a from t) s, '.repeat(7_000),
    'with a as (select '.repeat(10_000),
    ', a('.repeat(45_000),
    '['.repeat(180_000),
    `from ${'a.'.repeat(90_000)}`,
    `with a${' '.repeat(180_000)}`,
  ])
    await namesAt(`select x.| from orders ${text}`);
  assert.ok(performance.now() - began < 2_000, `${performance.now() - began} ms`);
});
