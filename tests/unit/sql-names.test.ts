/** Tables and columns that SQL completion knows, from the text of files. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { namesAt, tablesIn } from '../../components/editor/sql-names.js';

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

it('tables are those that are created, with their columns', () => {
  assert.deepEqual(Object.fromEntries(tablesIn(SCHEMA)), {
    orders: ['id', 'total', 'customer_id'],
    customers: ['id', 'name'],
    broken: ['a', 'b'],
  });
});

it('names are those that fit where one writes', () => {
  const tables = tablesIn(SCHEMA);
  const at = (marked: string) => namesAt(marked.replace('|', ''), marked.indexOf('|'), tables);
  assert.deepEqual(at('select o.| from orders o'), ['id', 'total', 'customer_id']);
  assert.deepEqual(at('select C.na| from Customers as c'), ['id', 'name']);
  assert.deepEqual(at('select customers.|'), ['id', 'name']);
  assert.deepEqual(at('select | from customers'), ['id', 'name', 'orders', 'customers', 'broken']);
  assert.deepEqual(at('select 1 from orders; select |'), ['orders', 'customers', 'broken']);
  assert.deepEqual(at('select x.| from orders'), []);
});
