// Hints about other databases' SQL that SQLite lacks, and its alternatives; only where the word is the cause of an error.
import type { ErrorToken } from './error-token.js';
import { nameOf, tokensOf } from './tokens.js';

const NOW = "Write datetime('now').";
const ADD = "Write date(day, '+7 days').";
const FORMAT = "Write strftime('%Y-%m-%d', day).";
const PART = (sign: string) => `Write CAST(strftime('%${sign}', day) AS INTEGER).`;
const FIND = "Write instr(text, 'part').";
const EITHER = 'Write coalesce(value, other).';
const SPREAD = 'Write avg(x * x) - avg(x) * avg(x) for the variance, and sqrt() of it.';
const TABLES = "Write SELECT name, sql FROM sqlite_master WHERE type = 'table'.";
const COLUMNS = "Write SELECT * FROM pragma_table_info('t').";
const NO_CODE = 'It has no procedures, functions and variables of its own: write the query itself.';
const ONE_DATABASE = 'There is one database, made again for each run: leave this line out.';
const NUMBERED = 'Write id INTEGER PRIMARY KEY, which numbers itself.';
const UPSERT = 'Write ON CONFLICT (key) DO UPDATE SET value = excluded.value.';
const LEFT = 'Write substr(text, 1, 3).';
const RIGHT = 'Write substr(text, -3).';
const LIMIT = 'Write LIMIT 5 at the end of the query.';
const REBUILD = 'Columns are added, renamed and dropped here, not changed: create another table and copy the rows.';
const INTERVAL = "Write date(day, '+1 day').";
const SUMS = 'Write a second SELECT with the sums, joined by UNION ALL.';

/** By the text around the place of the error, marked ▸; the group is the unsupported word. */
const WORDS: [RegExp, string][] = [
  [/▸(::)/, 'Write CAST(value AS INTEGER).'],
  [/^▸(SHOW)\b/, TABLES],
  [/^▸(DESC|DESCRIBE)\b/, COLUMNS],
  [/^▸(TRUNCATE)\b/, 'Write DELETE FROM t.'],
  [/^▸(USE)\b|^(?:CREATE|DROP) ▸(DATABASE|SCHEMA)\b/, ONE_DATABASE],
  [/^▸(SET|DECLARE|EXEC|EXECUTE|CALL|DELIMITER)\b|^CREATE ▸(PROCEDURE|FUNCTION)\b/, NO_CODE],
  [/^▸(GRANT|REVOKE)\b/, 'There are no users here: leave this line out.'],
  [/^▸(MERGE)\b|(ON ▸DUPLICATE KEY)\b/, UPSERT],
  [/^(CREATE ▸OR REPLACE)\b/, 'Leave OR REPLACE out.'],
  [/^CREATE ▸(SEQUENCE)\b|▸(AUTO_INCREMENT|IDENTITY)\b/, NUMBERED],
  [/^CREATE ▸(EXTENSION)\b/, 'Leave this line out.'],
  [/^CREATE ▸(TYPE)\b|\b(ENUM) \( ▸'/, "Write TEXT CHECK (x IN ('a', 'b'))."],
  [/^ALTER TABLE \S+ ▸(MODIFY|CHANGE|ALTER)\b/, REBUILD],
  [/▸(ILIKE)\b/, 'Write LIKE: it ignores the case of the letters A to Z.'],
  [/▸(RLIKE|SIMILAR) /, 'Write LIKE or GLOB.'],
  [/\b(TOP) ▸\d|▸(FETCH) (?:FIRST|NEXT)\b/, LIMIT],
  [/\b(INTERVAL) ▸['\d]/, INTERVAL],
  [/\b(DATE) ▸'/, "Write the day as text: '2024-01-31'."],
  [/\b(TIMESTAMP) ▸'/, "Write the time as text: '2024-01-31 12:00:00'."],
  [/[=<>] (ANY|SOME) \( ▸SELECT\b/, 'Write EXISTS (SELECT …), or compare with min() or max().'],
  [/[=<>] (ALL) \( ▸SELECT\b/, 'Write NOT EXISTS (SELECT …), or compare with min() or max().'],
  [/\b(EXTRACT) \( \w+ ▸FROM\b/, PART('Y')],
  [/\b(DISTINCT ▸ON)\b/, 'Use row_number() OVER (PARTITION BY …).'],
  [/▸(ENGINE) =/, 'Leave ENGINE = … out.'],
  [/▸(COMMENT) '/, 'Write -- and the comment.'],
  [/▸(QUALIFY)\b/, 'Put the query with its window function into WITH, and its condition into WHERE behind it.'],
  [/▸(PIVOT)\b/, 'Write sum(value) FILTER (WHERE kind = …) for each column.'],
  [/▸(LEFT) \(/, LEFT],
  [/▸(RIGHT) \(/, RIGHT],
  [/\bWITH ▸(ROLLUP)\b|▸WITH (ROLLUP)\b/, SUMS],
];

const FUNCTIONS: Record<string, string> = {
  NOW,
  GETDATE: NOW,
  SYSDATE: NOW,
  CURDATE: "Write date('now').",
  CURTIME: "Write time('now').",
  DATEDIFF: 'Write julianday(later) - julianday(earlier).',
  TIMESTAMPDIFF: 'Write julianday(later) - julianday(earlier).',
  AGE: 'Write julianday(later) - julianday(earlier).',
  DATE_ADD: ADD,
  DATEADD: ADD,
  DATE_SUB: ADD,
  ADDDATE: ADD,
  DATE_FORMAT: FORMAT,
  TO_CHAR: FORMAT,
  FORMAT_DATE: FORMAT,
  TO_DATE: "Write the day as text: '2024-01-31'.",
  DATE_TRUNC: "Write date(day, 'start of month').",
  DATE_PART: PART('Y'),
  DATEPART: PART('Y'),
  YEAR: PART('Y'),
  MONTH: PART('m'),
  DAY: PART('d'),
  HOUR: PART('H'),
  WEEKDAY: PART('w'),
  DAYOFWEEK: PART('w'),
  LAST_DAY: "Write date(day, 'start of month', '+1 month', '-1 day').",
  CONCAT: 'Write a || b.',
  CONCAT_WS: "Write a || ', ' || b.",
  ISNULL: EITHER,
  NVL: EITHER,
  IF: 'Write iif(condition, a, b), or CASE.',
  DECODE: 'Write CASE x WHEN 1 THEN … END.',
  LEN: 'Write length(text).',
  CHAR_LENGTH: 'Write length(text).',
  CHARACTER_LENGTH: 'Write length(text).',
  CHARINDEX: FIND,
  LOCATE: FIND,
  POSITION: FIND,
  STRPOS: FIND,
  SPLIT_PART: 'Write substr(text, 1, instr(text, part) - 1).',
  LEFT,
  RIGHT,
  LPAD: "Write printf('%5s', text).",
  RPAD: "Write printf('%-5s', text).",
  REPEAT: "Write replace(printf('%.3c', '-'), '-', text).",
  UCASE: 'Write upper(text).',
  LCASE: 'Write lower(text).',
  STRING_AGG: "Write group_concat(x, ', ').",
  LISTAGG: "Write group_concat(x, ', ').",
  ARRAY_AGG: 'Write json_group_array(x).',
  JSON_AGG: 'Write json_group_array(x).',
  GREATEST: 'Write max(a, b).',
  LEAST: 'Write min(a, b).',
  RAND: 'Write random().',
  UUID: 'Write lower(hex(randomblob(16))).',
  GEN_RANDOM_UUID: 'Write lower(hex(randomblob(16))).',
  REGEXP: 'Write LIKE or GLOB.',
  REGEXP_LIKE: 'Write LIKE or GLOB.',
  REGEXP_REPLACE: 'Write replace(text, part, other).',
  TRUNCATE: 'Write CAST(x AS INTEGER), or round(x, 2).',
  STDDEV: SPREAD,
  STDEV: SPREAD,
  VARIANCE: SPREAD,
  LAST_INSERT_ID: 'Write last_insert_rowid().',
  VERSION: 'Write sqlite_version().',
  TO_NUMBER: 'Write CAST(x AS REAL).',
  CONVERT: 'Write CAST(x AS INTEGER).',
  ROLLUP: SUMS,
  CUBE: SUMS,
  UNNEST: 'Write FROM json_each(…).',
};

/** Words that SQLite takes for column names. */
const COLUMNS_ELSEWHERE: Record<string, string> = {
  INTERVAL,
  SYSDATE: NOW,
  ROWNUM: 'Write LIMIT, or row_number() OVER ().',
};

const TABLES_ELSEWHERE: [RegExp, string][] = [
  [/^information_schema\.columns$/i, COLUMNS],
  [/^(?:information_schema\.|pg_catalog\.|pg_tables$|sys\.)/i, TABLES],
  [/^dual$/i, 'Leave FROM dual out.'],
  [/^generate_series$/i, 'Write WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 10).'],
];

/** SQLite's own program has commands that begin with a dot. */
function shellHint(command: string): string {
  const instead = command === 'schema' || command.startsWith('table') ? ` ${TABLES}` : '';
  return `.${command} is a command of SQLite's shell, which is not here: leave this line out.${instead}`;
}

/** The hint for an error; undefined where the cause is not certain. */
export function hintFor(message: string, errorToken: ErrorToken | undefined): string | undefined {
  const lacking = (word: string, instead: string | undefined) => instead && `SQLite has no ${word} here. ${instead}`;
  const [, kind, name = ''] = /^no such (function|table|column): (.+)$/.exec(message) ?? [];
  if (kind === 'column') return lacking(name, COLUMNS_ELSEWHERE[name.toUpperCase()]);
  if (kind === 'function') return lacking(name, FUNCTIONS[name.toUpperCase()]);
  if (kind === 'table') return lacking(name, TABLES_ELSEWHERE.find(([known]) => known.test(name))?.[1]);
  if (!errorToken || !/syntax error$|^unrecognized token/.test(message)) return undefined;
  const [, command] = /^▸\. (\w+)/.exec(errorToken.context) ?? [];
  if (command) return shellHint(command.toLowerCase());
  for (const [known, instead] of WORDS) {
    const match = known.exec(errorToken.context);
    if (match) return lacking((match.slice(1).find(Boolean) ?? '').replace('▸', ''), instead);
  }
  return undefined;
}

/** The warning for words that SQLite takes as part of a type name and ignores. */
export function warningFor(sql: string): string | undefined {
  const [first, second, ...words] = [...tokensOf(sql)].map(nameOf);
  if (first !== 'CREATE' || second === 'INDEX') return undefined;
  const word = words.find(
    (word, at) =>
      word === 'AUTO_INCREMENT' || (/^(?:BIG|SMALL)?SERIAL$/.test(word) && /^[(,]$/.test(words[at - 2] ?? '')),
  );
  return word && `SQLite takes ${word} for a type, but numbers nothing. ${NUMBERED}`;
}
