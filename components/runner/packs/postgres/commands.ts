// The commands of psql that look at what there is: `\d` and its kin, and `\echo`.
import { Table, textCell } from '../../worker/sql/table.js';
import type { DatabaseConnection } from './connection.js';
import type { Command } from './statements.js';

type Print = (kind: 'stdout' | 'table', text: string) => void;

const NAMES = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'`;
const KINDS = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'i' THEN 'index'
  WHEN 'S' THEN 'sequence' WHEN 'p' THEN 'partitioned table' WHEN 'I' THEN 'partitioned index' WHEN 'f' THEN 'foreign table' END`;

/** Relations of some kinds, as psql lists them. */
const relations = (
  kinds: string,
  more = '',
  join = '',
) => `SELECT n.nspname AS "Schema", c.relname AS "Name", ${KINDS} AS "Type",
  pg_get_userbyid(c.relowner) AS "Owner"${more} FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ${join}
  WHERE c.relkind IN (${kinds}) AND $schema AND c.relname LIKE $1 ORDER BY 1, 2`;

const ON_TABLE = [
  ', t.relname AS "Table"',
  'LEFT JOIN pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_class t ON t.oid = i.indrelid',
];

/** By their names without a `+`: a title and the query; `$1` is the pattern of a name, `$schema` says which schemas. */
const LISTS: Record<string, [title: string, sql: string]> = {
  d: ['List of relations', relations("'r', 'p', 'v', 'm', 'S', 'f'")],
  dt: ['List of tables', relations("'r', 'p'")],
  dv: ['List of views', relations("'v'")],
  dm: ['List of materialized views', relations("'m'")],
  ds: ['List of sequences', relations("'S'")],
  di: ['List of indexes', relations("'i', 'I'", ...ON_TABLE)],
  l: [
    'List of databases',
    `SELECT datname AS "Name", pg_get_userbyid(datdba) AS "Owner", pg_encoding_to_char(encoding) AS "Encoding", datcollate AS "Collate",
      datctype AS "Ctype" FROM pg_database WHERE datname LIKE $1 ORDER BY 1`,
  ],
  dn: [
    'List of schemas',
    `SELECT n.nspname AS "Name", pg_get_userbyid(n.nspowner) AS "Owner" FROM pg_namespace n WHERE ${NAMES} AND n.nspname LIKE $1 ORDER BY 1`,
  ],
  du: [
    'List of roles',
    `SELECT rolname AS "Role name", concat_ws(', ', CASE WHEN rolsuper THEN 'Superuser' END, CASE WHEN rolcreaterole THEN 'Create role' END,
      CASE WHEN rolcreatedb THEN 'Create DB' END, CASE WHEN NOT rolcanlogin THEN 'Cannot login' END) AS "Attributes"
      FROM pg_roles WHERE rolname !~ '^pg_' AND rolname LIKE $1 ORDER BY 1`,
  ],
  df: [
    'List of functions',
    `SELECT n.nspname AS "Schema", p.proname AS "Name", pg_get_function_result(p.oid) AS "Result data type",
      pg_get_function_arguments(p.oid) AS "Argument data types",
      CASE p.prokind WHEN 'a' THEN 'agg' WHEN 'w' THEN 'window' WHEN 'p' THEN 'proc' ELSE 'func' END AS "Type"
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE $schema AND p.proname LIKE $1 ORDER BY 1, 2, 4`,
  ],
  dT: [
    'List of data types',
    `SELECT n.nspname AS "Schema", format_type(t.oid, NULL) AS "Name", coalesce(obj_description(t.oid, 'pg_type'), '') AS "Description"
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE $schema AND t.typname LIKE $1
      AND (t.typrelid = 0 OR (SELECT c.relkind = 'c' FROM pg_class c WHERE c.oid = t.typrelid))
      AND NOT EXISTS (SELECT FROM pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid) ORDER BY 1, 2`,
  ],
};
LISTS.list = LISTS.l as [string, string];
LISTS.dg = LISTS.du as [string, string];

/** What psql sets for itself, which changes nothing here. */
const IGNORED = /^(?:set|unset|pset|timing|x|a|t|encoding|conninfo|c|connect|errverbose|warn|qecho|html|H|f|C)$/;

/** Undefined when it is done, else what is wrong. */
export function runCommand(
  connection: DatabaseConnection,
  { name, argument }: Command,
  print: Print,
): string | undefined {
  const command = name.replace(/[+S]+$/, '');
  if (command === 'echo') {
    print('stdout', `${argument.replace(/'((?:[^']|'')*)'/g, (_, text: string) => text.replaceAll("''", "'"))}\n`);
    return undefined;
  }
  if (IGNORED.test(command)) return undefined;
  if (command === 'prompt') return '\\prompt asks for input, and there is none here';
  if (command === 'copy')
    return "\\copy reads files of another machine. Write COPY t FROM 'file.csv', for a file of the room";
  if (!Object.hasOwn(LISTS, command)) return `invalid command \\${name}. There are ${choices()}`;
  const pattern = argument.replace(/;$/, '').trim();
  if (command === 'd' && pattern !== '') return describe(connection, pattern, print);
  const [title, sql] = LISTS[command] as [string, string];
  const inSchemas = sql.includes('$schema');
  const { schema, name: like } = inSchemas ? patternsOf(pattern) : { name: likeOf(pattern) };
  const schemas = schema ? `n.nspname LIKE ${literal(schema)}` : NAMES;
  const { columns, rows } = connection.query(
    sql.replace('$schema', () => schemas).replace('$1', () => literal(like || '%')),
  );
  if (rows.length === 0 && pattern !== '')
    return `Did not find any ${title.replace('List of ', '')} named "${pattern}".`;
  if (rows.length === 0) print('stdout', `Did not find any ${title.replace('List of ', '')}.\n`);
  else show(print, title, columns, rows);
  return undefined;
}

function choices(): string {
  return `${Object.keys(LISTS)
    .map((name) => `\\${name}`)
    .join(' ')} \\echo \\i \\q`;
}

function show(print: Print, title: string, columns: string[], rows: (string | null)[][]): void {
  const table = new Table(columns);
  for (const row of rows) table.add(() => row.map((cell) => textCell(cell ?? '')));
  print('stdout', `${title}\n`);
  print('table', table.text);
}

/** One relation: its columns, and what holds for it. */
function describe(connection: DatabaseConnection, pattern: string, print: Print): string | undefined {
  const ask = (sql: string) => connection.query(sql);
  const { schema, name: like } = patternsOf(pattern);
  const which = schema ? `n.nspname LIKE ${literal(schema)}` : 'pg_table_is_visible(c.oid)';
  const found =
    ask(`SELECT c.oid, n.nspname, c.relname, ${KINDS} FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relname LIKE ${literal(like || '%')} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'f') AND ${which} ORDER BY 2, 3`);
  if (found.rows.length === 0) return `Did not find any relation named "${pattern}".`;
  for (const [oid, schema, name, kind] of found.rows) {
    const { columns, rows } = ask(`SELECT a.attname AS "Column", format_type(a.atttypid, a.atttypmod) AS "Type",
      CASE WHEN a.attnotnull THEN 'not null' ELSE '' END AS "Nullable",
      CASE a.attidentity WHEN 'a' THEN 'generated always as identity' WHEN 'd' THEN 'generated by default as identity'
        ELSE coalesce(CASE WHEN a.attgenerated <> '' THEN 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')' ELSE pg_get_expr(d.adbin, d.adrelid) END, '') END AS "Default"
      FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = ${oid} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`);
    const title = `${(kind ?? '').replace(/^./, (letter) => letter.toUpperCase())} "${schema}.${name}"`;
    show(print, title, columns, rows);
    const parts = FOOTERS.flatMap(([head, sql]) => {
      const lines = ask(sql.replaceAll('$oid', String(oid))).rows;
      return lines.length > 0 ? [`${head}:`, ...lines.map(([line]) => `    ${line}`)] : [];
    });
    if (parts.length > 0) print('stdout', `${parts.join('\n')}\n`);
  }
  return undefined;
}

/** What stands below the columns, in the words of psql. */
const FOOTERS: [head: string, sql: string][] = [
  [
    'Indexes',
    `SELECT '"' || c.relname || '"' || CASE WHEN i.indisprimary THEN ' PRIMARY KEY,' WHEN i.indisunique AND k.oid IS NOT NULL THEN ' UNIQUE CONSTRAINT,'
      WHEN i.indisunique THEN ' UNIQUE,' ELSE '' END || ' ' || substring(pg_get_indexdef(c.oid) FROM ' USING (.*)$')
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
      AND k.conrelid = i.indrelid WHERE i.indrelid = $oid ORDER BY i.indisprimary DESC, c.relname`,
  ],
  ['Check constraints', constraints("conrelid = $oid AND contype = 'c'")],
  ['Foreign-key constraints', constraints("conrelid = $oid AND contype = 'f'")],
  [
    'Referenced by',
    `SELECT 'TABLE "' || conrelid::regclass || '" CONSTRAINT "' || conname || '" ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE confrelid = $oid AND contype = 'f' ORDER BY 1`,
  ],
  [
    'Triggers',
    `SELECT tgname || ' ' || substring(pg_get_triggerdef(oid) FROM '(?:BEFORE|AFTER|INSTEAD).*$') FROM pg_trigger WHERE tgrelid = $oid AND NOT tgisinternal ORDER BY 1`,
  ],
  [
    'View definition',
    `SELECT pg_get_viewdef($oid, true) WHERE EXISTS (SELECT FROM pg_class WHERE oid = $oid AND relkind IN ('v', 'm'))`,
  ],
];

function constraints(which: string): string {
  return `SELECT '"' || conname || '" ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE ${which} ORDER BY conname`;
}

/** Of `schema.name` as psql takes it; a database before it is this one. */
function patternsOf(pattern: string): { schema?: string; name: string } {
  const [name = '', schema] = [...(pattern.match(/(?:"[^"]*"?|[^".])+|(?<=\.)$/g) ?? [])].reverse();
  return { name: likeOf(name), ...(schema !== undefined && { schema: likeOf(schema) }) };
}

/** Of a pattern as psql has them: letters are small unless in quotes, `*` is anything. */
function likeOf(pattern: string): string {
  const plain = (text: string) => text.replace(/[\\%_]/g, '\\$&');
  return pattern.replace(/"((?:[^"]|"")*)"?|[^"]+/g, (part, quoted: string | undefined) =>
    quoted !== undefined
      ? plain(quoted.replaceAll('""', '"'))
      : plain(part.toLowerCase()).replaceAll('*', '%').replaceAll('?', '_'),
  );
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
