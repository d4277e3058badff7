// Hints about other databases' SQL that SQLite lacks, and its alternatives; only where the word is the cause of an error.
import type { ErrorToken } from './error-token.js';
import {
  CHANGES,
  DAY_AS_TEXT,
  EITHER,
  FUNCTIONS,
  LAST_ID,
  LEFT,
  NOW,
  PART,
  RANKED,
  RIGHT,
  SUMS,
} from './functions-elsewhere.js';
import { nameOf, tokensOf } from './tokens.js';

const TABLES = "Write SELECT name, sql FROM sqlite_master WHERE type = 'table'.";
const COLUMNS = "Write SELECT * FROM pragma_table_info('t').";
const NO_CODE = 'It has no procedures, functions and variables of its own: write the query itself.';
const ONE_DATABASE = 'There is one database, made again for each run: leave this line out.';
const NUMBERED = 'Write id INTEGER PRIMARY KEY, which numbers itself.';
const UPSERT = 'Write ON CONFLICT (key) DO UPDATE SET value = excluded.value.';
const LIMIT = 'Write LIMIT 5 at the end of the query.';
const REBUILD = 'Columns are added, renamed and dropped here, not changed: create another table and copy the rows.';
const INTERVAL = "Write date(day, '+1 day').";
const COPY = 'Write CREATE TABLE u AS SELECT ….';
const LEAVE = 'Leave it out.';
const NOBODY = 'nobody else uses this database.';
const ALONE = `Leave it out: ${NOBODY}`;

/** By the text around the token that SQLite blames, marked ▸: it may stand behind the unsupported word, which is the group. */
const WORDS: [RegExp, string][] = [
  [/▸(::)/, 'Write CAST(value AS INTEGER).'],
  [/▸(:=)/, 'It has no variables: write row_number() or sum(x) OVER (ORDER BY …).'],
  [/▸(#>>?)/, "Write value ->> '$.a.b'."],
  [/▸(@>)/, 'Write EXISTS (SELECT 1 FROM json_each(list) WHERE value = x).'],
  [/▸(@@ROWCOUNT)\b/, CHANGES],
  [/▸(@@IDENTITY)\b/, LAST_ID],
  [/▸(@@\w+)/, NO_CODE],
  [/\b(?:TABLE|EXISTS|FROM|JOIN|INTO|UPDATE) ▸(#\w+)/, 'Write CREATE TEMP TABLE t.'],
  [/▸(#)/, 'Write -- before a comment.'],
  [/▸(?:! )?(~)/, 'Write LIKE or GLOB.'],
  [/^▸(SHOW)\b/, TABLES],
  [/^▸(DESC|DESCRIBE)\b/, COLUMNS],
  [/^▸(TRUNCATE)\b/, 'Write DELETE FROM t.'],
  [/^▸(USE)\b|^(?:CREATE|DROP) ▸(DATABASE|SCHEMA)\b/, ONE_DATABASE],
  [/^▸(SET|DECLARE|EXEC|EXECUTE|CALL|DELIMITER)\b|^CREATE ▸(PROCEDURE|FUNCTION)\b/, NO_CODE],
  [/^▸(GRANT|REVOKE)\b|^(?:CREATE|DROP) ▸(USER|ROLE)\b/, 'There are no users here: leave this line out.'],
  [/^▸(START TRANSACTION)\b/, 'Write BEGIN.'],
  [/^(?:BEGIN|COMMIT|ROLLBACK) ▸(TRAN|WORK)\b/, LEAVE],
  [/^▸((?:UN)?LOCK TABLES?)\b/, ALONE],
  [/(\bFOR ▸(?:UPDATE|SHARE))\b|▸(FOR (?:UPDATE|SHARE))\b/, ALONE],
  [/\bWITH ▸\( (\w*LOCK)\b|▸WITH \( (\w*LOCK)\b/, `Leave WITH (…) out: ${NOBODY}`],
  [/^(EXPLAIN ANALYZE) ▸|^EXPLAIN ▸\( (ANALYZE)\b/, 'Write EXPLAIN QUERY PLAN.'],
  [/^▸(MERGE)\b|(ON ▸DUPLICATE KEY)\b/, UPSERT],
  [/^INSERT ▸(IGNORE)\b/, 'Write INSERT OR IGNORE.'],
  [/^(?:INSERT|REPLACE) INTO \S+ ▸(SET)\b/, 'Write INSERT INTO t (a, b) VALUES (1, 2).'],
  [
    /^UPDATE \S+ (?:AS \S+ )?▸(?:\S+ )??((?:(?:INNER|LEFT|RIGHT|CROSS) )?JOIN)\b/,
    'Write UPDATE t SET a = u.a FROM u WHERE u.id = t.id.',
  ],
  [/^(DELETE ▸\S+ FROM)\b|^DELETE FROM \S+ ▸(USING)\b/, 'Write DELETE FROM t WHERE id IN (SELECT …).'],
  [/^DELETE FROM \S+ ▸(LIMIT|ORDER BY)\b/, 'Write WHERE rowid IN (SELECT rowid FROM t LIMIT 5).'],
  [/^(CREATE ▸OR REPLACE)\b/, 'Leave OR REPLACE out.'],
  [/^(CREATE ▸OR ALTER)\b/, 'Leave OR ALTER out.'],
  [/^CREATE ▸(MATERIALIZED)\b/, 'Write CREATE VIEW, or CREATE TABLE … AS SELECT.'],
  [/^CREATE ▸(SEQUENCE)\b|▸(AUTO_INCREMENT|IDENTITY)\b|\bBY DEFAULT ▸AS (IDENTITY)\b/, NUMBERED],
  [/^CREATE ▸(EXTENSION)\b/, 'Leave this line out.'],
  [/^CREATE ▸(TYPE)\b|\b(ENUM) \( ▸'/, "Write TEXT CHECK (x IN ('a', 'b'))."],
  [/^CREATE TABLE \S+ ▸(LIKE)\b/, 'Write CREATE TABLE u AS SELECT * FROM t WHERE 0.'],
  [/^ALTER TABLE \S+ ▸(MODIFY|CHANGE)\b|\b(ALTER COLUMN) \S+ (?:SET )?▸|\bTABLE \S+ (ALTER) \S+ (?:SET )?▸/, REBUILD],
  [/\bADD (CONSTRAINT) \S+ ▸|\bADD ▸(PRIMARY|FOREIGN|UNIQUE)\b/, 'Write the constraint into CREATE TABLE.'],
  [/^(?:DROP|ALTER TABLE \S+ DROP) .*▸(CASCADE|RESTRICT)\b/, LEAVE],
  [/, (UNIQUE ▸(?:KEY|INDEX)) /, 'Write UNIQUE (a).'],
  // A column may have such a name: what follows is then a type, and in its parentheses a number.
  [
    /[(,] ▸(INDEX) (?:\w+ )?\( \D|[(,] (?:FULLTEXT )?(KEY) \w+ \( ▸\D|\bADD ▸(INDEX|KEY)\b/,
    'Write CREATE INDEX i ON t (a) behind the table.',
  ],
  [/\bINDEX (CONCURRENTLY) ▸|^CREATE (?:UNIQUE )?▸((?:NON)?CLUSTERED)\b|\bKEY ▸((?:NON)?CLUSTERED)\b/, LEAVE],
  [/\bINDEX \S+ ON \S+ ▸(USING)\b/, LEAVE],
  [/\bVARCHAR2? \( ▸(MAX)\b|\bNVARCHAR \( ▸(MAX)\b/, 'Write TEXT.'],
  [/\bVARBINARY \( ▸(MAX)\b/, 'Write BLOB.'],
  [/\bDEFAULT (NOW|GETDATE|SYSDATE|SYSDATETIME|CURRENT_TIMESTAMP) ▸\(/, 'Write DEFAULT CURRENT_TIMESTAMP.'],
  [/\bDEFAULT (CURDATE|CURRENT_DATE) ▸\(/, 'Write DEFAULT CURRENT_DATE.'],
  [/\bDEFAULT (UUID|GEN_RANDOM_UUID|NEWID) ▸\(/, 'Write DEFAULT (lower(hex(randomblob(16)))).'],
  [/\bDEFAULT ([A-Z_]\w* ▸\()/, "Put the expression in parentheses: DEFAULT (datetime('now'))."],
  [/\b(CURRENT_(?:DATE|TIME|TIMESTAMP) ▸\()/, 'Write it without parentheses.'],
  [/▸(ON UPDATE) (?:CURRENT_TIMESTAMP|NOW)\b/, 'Leave it out, or write a trigger that sets the column.'],
  [/\) (ENGINE) ▸=|▸(ENGINE) =/, 'Leave ENGINE = … out.'],
  [/\) ▸(DEFAULT (?:CHARSET|CHARACTER))\b|\) (CHARSET|COLLATE) ▸=|\b(CHARACTER ▸SET)\b/, LEAVE],
  [/▸(COMMENT) '/, 'Write -- and the comment.'],
  [/▸(ILIKE)\b/, 'Write LIKE: it ignores the case of the letters A to Z.'],
  [/▸(RLIKE|SIMILAR) /, 'Write LIKE or GLOB.'],
  [/\b(TOP) ▸\d|\bSELECT (TOP) \( \d+ \) (?:\* )?▸|\b(FETCH) ▸(?:FIRST|NEXT)\b|▸(FETCH) (?:FIRST|NEXT)\b/, LIMIT],
  [/▸(OFFSET) [\d:?@]|\b(OFFSET) ▸[\d:?@]/, 'Write LIMIT 5 OFFSET 10 at the end of the query.'],
  [/(?<!\b(?:INTO|FROM|INSERT|REPLACE|UPDATE|DELETE|WHERE|AND|OR|SELECT) )▸(INTO) (?!FROM\b)[\w#@]/, COPY],
  [/\b(INTERVAL) ▸['\d]/, INTERVAL],
  [/\b(DATE) ▸'/, DAY_AS_TEXT],
  [/\b(TIMESTAMP) ▸'/, "Write the time as text: '2024-01-31 12:00:00'."],
  [/\b(AT ▸TIME ZONE)\b/, 'Times are texts without a zone: leave it out.'],
  [/[=<>] (ANY|SOME) \( ▸SELECT\b/, 'Write EXISTS (SELECT …), or compare with min() or max().'],
  [/[=<>] ▸(ALL) \(/, 'Write NOT EXISTS (SELECT …), or compare with min() or max().'],
  [/\b(EXTRACT) \( \w+ ▸FROM\b/, PART('Y')],
  [/\bSUBSTR(?:ING)? \( \S+ ▸(FROM)\b/, LEFT],
  [/\bTRIM \( (BOTH|LEADING|TRAILING) ▸/, "Write trim(text, ' '), ltrim() or rtrim()."],
  [/\b(TRY_CAST) \( \S+ ▸AS\b/, 'Write CAST(x AS INTEGER): what is no number becomes 0.'],
  [/\bGROUP_CONCAT\b.* ▸(SEPARATOR)\b|▸(SEPARATOR) '/, "Write group_concat(x, ', ')."],
  [/\b(PERCENTILE_(?:CONT|DISC)) .* WITHIN GROUP ▸/, RANKED],
  [/\b(MODE) \( \) WITHIN GROUP ▸/, 'Write GROUP BY x ORDER BY count(*) DESC LIMIT 1.'],
  [/\b(WITHIN GROUP) ▸\(/, "Write string_agg(x, ', ' ORDER BY y)."],
  [/\b(DISTINCT ▸ON)\b/, 'Use row_number() OVER (PARTITION BY …).'],
  [/\bUNION ▸(DISTINCT)\b/, LEAVE],
  [/\b(MINUS) ▸SELECT\b/, 'Write EXCEPT.'],
  [/\b(DIV) ▸\w/, 'Write a / b: of whole numbers it is a whole number.'],
  [/\b(MOD) ▸\w/, 'Write a % b.'],
  [
    /▸(QUALIFY)\b|\b(QUALIFY) ▸/,
    'Put the query with its window function into WITH, and its condition into WHERE behind it.',
  ],
  [/▸(PIVOT) \(|\b(PIVOT) ▸\(/, 'Write sum(value) FILTER (WHERE kind = …) for each column.'],
  [/▸(UNPIVOT) \(|\b(UNPIVOT) ▸\(/, 'Write a SELECT for each column, joined by UNION ALL.'],
  [/\b(LATERAL) \( ▸SELECT\b|\b((?:CROSS|OUTER) APPLY) ▸\(/, 'Write a subquery in SELECT, or a window function.'],
  [/\b(CONNECT ▸BY)\b|\b(START ▸WITH)\b/, 'Write WITH RECURSIVE.'],
  [/\b(?:USE|FORCE|IGNORE) ▸(INDEX) \(/, 'Leave it out, or write FROM t INDEXED BY i.'],
  [/▸(ISNULL) \(/, EITHER],
  [/▸(LEFT) \(/, LEFT],
  [/▸(RIGHT) \(/, RIGHT],
  [/\bWITH ▸(ROLLUP)\b|▸WITH (ROLLUP)\b|\b(GROUPING ▸SETS)\b/, SUMS],
];

/** Words that SQLite takes for column names. */
const COLUMNS_ELSEWHERE: Record<string, string> = {
  INTERVAL,
  SYSDATE: NOW,
  LOCALTIMESTAMP: NOW,
  ROWNUM: 'Write LIMIT, or row_number() OVER ().',
};

const TABLES_ELSEWHERE: [RegExp, string][] = [
  [/^information_schema\.columns$/i, COLUMNS],
  [/^(?:information_schema\.|pg_catalog\.|pg_tables$|sys\.)/i, TABLES],
  [/^dual$/i, 'Leave FROM dual out.'],
  [/^generate_series$/i, 'Write WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10).'],
];

/** SQLite's own program has commands that begin with a dot, that of PostgreSQL some with a backslash. */
function shellHint(sign: string, command: string, of: string | undefined): string {
  const lists = sign === '.' ? /^(?:schema|table)/.test(command) : /^(?:d|dt|dv|l)$/.test(command);
  const instead = !lists ? '' : command === 'd' && of ? ` ${COLUMNS}` : ` ${TABLES}`;
  const shell = sign === '.' ? "SQLite's shell" : "PostgreSQL's shell";
  return `${sign}${command} is a command of ${shell}, which is not here: leave this line out.${instead}`;
}

/** Functions that are given a unit or a type, which SQLite takes for a column, or for a function, before it misses theirs. */
const GIVEN_A_WORD =
  /\b(DATE_?ADD|DATE_?DIFF|DATE_?PART|DATE_?TRUNC|DATENAME|TIMESTAMP(?:ADD|DIFF)|(?:TRY_)?CONVERT) \( (?:▸|(?:\S+ )+, ▸(?=\w+ \)))/;

/** The hint for an error; undefined where the cause is not certain. */
export function hintFor(message: string, errorToken: ErrorToken | undefined): string | undefined {
  const lacking = (word: string, instead: string | undefined) => instead && `SQLite has no ${word} here. ${instead}`;
  const [, kind, name = ''] = /^no such (function|table|column): (.+)$/.exec(message) ?? [];
  const known = (kind === 'column' ? COLUMNS_ELSEWHERE : FUNCTIONS)[name.toUpperCase()];
  const [, giver = ''] = GIVEN_A_WORD.exec(errorToken?.context ?? '') ?? [];
  if (kind === 'column' || kind === 'function') return lacking(known ? name : giver, known ?? FUNCTIONS[giver]);
  if (kind === 'table') return lacking(name, TABLES_ELSEWHERE.find(([known]) => known.test(name))?.[1]);
  if (!errorToken || !/syntax error$|^unrecognized token/.test(message)) return undefined;
  const [, sign = '', command, of] = /^▸([.\\]) (\w+)(?: (\w+))?/.exec(errorToken.context) ?? [];
  if (command) return shellHint(sign, command.toLowerCase(), of);
  for (const [known, instead] of WORDS) {
    const match = known.exec(errorToken.context);
    const word = match?.slice(1).find(Boolean) ?? '';
    if (match) return lacking(word.replace('▸', '').replace(/ \($/, '()'), instead);
  }
  return undefined;
}

/** The warning for types that SQLite takes, but does not have: it would count the year of a date, and number nothing. */
export function warningFor(sql: string): string | undefined {
  const names = [...tokensOf(sql)].map(nameOf);
  return castWarning(names) ?? numberingWarning(names);
}

const CASTS: Readonly<Record<string, string>> = {
  DATE: 'Write date(x).',
  DATETIME: 'Write datetime(x).',
  TIMESTAMP: 'Write datetime(x).',
  TIME: 'Write time(x).',
};

function castWarning(names: string[]): string | undefined {
  const openers: (string | undefined)[] = [];
  for (const [index, name] of names.entries()) {
    if (name === '(') openers.push(names[index - 1]);
    else if (name === ')') openers.pop();
    const type = names[index + 1] ?? '';
    if (name === 'AS' && openers.at(-1) === 'CAST' && names[index + 2] === ')' && Object.hasOwn(CASTS, type))
      return `SQLite has no type ${type}: of a text this makes the number at its beginning. ${CASTS[type]}`;
  }
  return undefined;
}

function numberingWarning([first, second, ...words]: string[]): string | undefined {
  if (first !== 'CREATE' || second === 'INDEX') return undefined;
  const word = words.find(
    (word, at) =>
      word === 'AUTO_INCREMENT' ||
      (word === 'IDENTITY' && words[at + 1] === '(' && /^\d/.test(words[at + 2] ?? '')) ||
      (/^(?:BIG|SMALL)?SERIAL$/.test(word) && /^[(,]$/.test(words[at - 2] ?? '')),
  );
  return word && `SQLite takes ${word} for a type, but numbers nothing. ${NUMBERED}`;
}
