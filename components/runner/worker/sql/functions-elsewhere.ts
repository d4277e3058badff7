// Functions that other databases have and SQLite lacks, each with what to write instead.

export const NOW = "Write datetime('now').";
const ADD = "Write date(day, '+7 days').";
const FORMAT = "Write strftime('%Y-%m-%d', day).";
export const PART = (sign: string) => `Write CAST(strftime('%${sign}', day) AS INTEGER).`;
const MONTH_END = "Write date(day, 'start of month', '+1 month', '-1 day').";
const MONTH_BEGIN = "Write date(day, 'start of month').";
export const DAY_AS_TEXT = "Write the day as text: '2024-01-31'.";
const DAYS_BETWEEN = 'Write julianday(later) - julianday(earlier).';
const FIND = "Write instr(text, 'part').";
export const EITHER = 'Write coalesce(value, other).';
export const RANKED =
  'Number the rows by row_number() OVER (ORDER BY x) in WITH, and choose by the number: the middle ones for a median.';
const REPEAT = "Write replace(printf('%.3c', '-'), '-', text).";
const LIST = 'Write json_group_array(x).';
const MAP = 'Write json_group_object(key, value).';
const OBJECT = "Write json_object('key', value).";
const DAY_OF = "Write printf('%04d-%02d-%02d', year, month, day).";
const MONTH_NAME = "Write CASE strftime('%m', day) WHEN '01' THEN 'January' … END.";
const SPREAD = 'Write avg(x * x) - avg(x) * avg(x) for the variance, and sqrt() of it.';
export const LEFT = 'Write substr(text, 1, 3).';
export const RIGHT = 'Write substr(text, -3).';
export const CHANGES = 'Write changes().';
export const LAST_ID = 'Write last_insert_rowid().';
const RANDOM_ID = 'Write lower(hex(randomblob(16))).';
export const SUMS = 'Write a second SELECT with the sums, joined by UNION ALL.';

export const FUNCTIONS: Record<string, string> = {
  NOW,
  GETDATE: NOW,
  SYSDATE: NOW,
  SYSDATETIME: NOW,
  GETUTCDATE: NOW,
  UTC_TIMESTAMP: NOW,
  CURDATE: "Write date('now').",
  CURTIME: "Write time('now').",
  DATEDIFF: DAYS_BETWEEN,
  TIMESTAMPDIFF: DAYS_BETWEEN,
  AGE: DAYS_BETWEEN,
  DATE_DIFF: DAYS_BETWEEN,
  MONTHS_BETWEEN: DAYS_BETWEEN,
  DATE_ADD: ADD,
  TIMESTAMPADD: ADD,
  DATEADD: ADD,
  DATE_SUB: ADD,
  ADDDATE: ADD,
  ADD_MONTHS: "Write date(day, '+1 month').",
  DATE_FORMAT: FORMAT,
  TO_CHAR: FORMAT,
  FORMAT_DATE: FORMAT,
  TO_DATE: DAY_AS_TEXT,
  STR_TO_DATE: DAY_AS_TEXT,
  PARSE_DATE: DAY_AS_TEXT,
  TO_TIMESTAMP: "Write the time as text, '2024-01-31 12:00:00', or datetime(seconds, 'unixepoch').",
  FROM_UNIXTIME: "Write datetime(seconds, 'unixepoch').",
  UNIX_TIMESTAMP: 'Write unixepoch(day).',
  DATEFROMPARTS: DAY_OF,
  MAKE_DATE: DAY_OF,
  DATE_TRUNC: MONTH_BEGIN,
  DATETRUNC: MONTH_BEGIN,
  DATE_PART: PART('Y'),
  DATEPART: PART('Y'),
  YEAR: PART('Y'),
  MONTH: PART('m'),
  DAY: PART('d'),
  DAYOFMONTH: PART('d'),
  DAYOFYEAR: PART('j'),
  HOUR: PART('H'),
  MINUTE: PART('M'),
  SECOND: PART('S'),
  WEEK: PART('U'),
  WEEKOFYEAR: PART('V'),
  QUARTER: "Write (CAST(strftime('%m', day) AS INTEGER) + 2) / 3.",
  WEEKDAY: PART('w'),
  DAYOFWEEK: PART('w'),
  MONTHNAME: MONTH_NAME,
  DAYNAME: "Write CASE strftime('%w', day) WHEN '0' THEN 'Sunday' … END.",
  DATENAME: MONTH_NAME,
  LAST_DAY: MONTH_END,
  EOMONTH: MONTH_END,
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
  REPEAT: REPEAT,
  REPLICATE: REPEAT,
  UCASE: 'Write upper(text).',
  ASCII: 'Write unicode(text).',
  CHR: 'Write char(65).',
  LCASE: 'Write lower(text).',
  STRING_AGG: "Write group_concat(x, ', ').",
  LISTAGG: "Write group_concat(x, ', ').",
  ARRAY_AGG: LIST,
  JSON_AGG: LIST,
  JSONB_AGG: LIST,
  JSON_ARRAYAGG: LIST,
  JSON_OBJECT_AGG: MAP,
  JSON_OBJECTAGG: MAP,
  JSON_BUILD_OBJECT: OBJECT,
  JSONB_BUILD_OBJECT: OBJECT,
  JSON_BUILD_ARRAY: 'Write json_array(a, b).',
  JSON_VALUE: "Write value ->> '$.a.b'.",
  BOOL_AND: 'Write min(condition).',
  BOOL_OR: 'Write max(condition).',
  COUNTIF: 'Write count(*) FILTER (WHERE condition).',
  MEDIAN: RANKED,
  PERCENTILE_CONT: RANKED,
  GREATEST: 'Write max(a, b).',
  LEAST: 'Write min(a, b).',
  RAND: 'Write random().',
  UUID: RANDOM_ID,
  GEN_RANDOM_UUID: RANDOM_ID,
  NEWID: RANDOM_ID,
  REGEXP: 'Write LIKE or GLOB.',
  REGEXP_LIKE: 'Write LIKE or GLOB.',
  REGEXP_REPLACE: 'Write replace(text, part, other).',
  TRUNCATE: 'Write CAST(x AS INTEGER), or round(x, 2).',
  STDDEV: SPREAD,
  STDEV: SPREAD,
  STDDEV_POP: SPREAD,
  STDDEV_SAMP: SPREAD,
  VAR_POP: SPREAD,
  VAR_SAMP: SPREAD,
  VARIANCE: SPREAD,
  LAST_INSERT_ID: LAST_ID,
  SCOPE_IDENTITY: LAST_ID,
  ROW_COUNT: CHANGES,
  VERSION: 'Write sqlite_version().',
  TO_NUMBER: 'Write CAST(x AS REAL).',
  CONVERT: 'Write CAST(x AS INTEGER).',
  TRY_CONVERT: 'Write CAST(x AS INTEGER): what is no number becomes 0.',
  ROLLUP: SUMS,
  CUBE: SUMS,
  UNNEST: 'Write FROM json_each(…).',
};
