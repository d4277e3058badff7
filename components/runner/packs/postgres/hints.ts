// What other databases have and Postgres has not, and what it has instead; said only where the word is the cause of an error.
import type { Fields } from './connection.js';

const NUMBERED = 'Write id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY.';
const PART = 'Write extract(year FROM day).';
const DAYS = "Write day + 7, or day + interval '1 month'; days between two dates are later - earlier.";

/** By how the statement looks, where Postgres says that its grammar is wrong or a name is unknown. */
const STATEMENTS: [RegExp, string, string][] = [
  [/^show\s+(?:full\s+)?(?:tables|databases|columns)\b/i, 'SHOW TABLES', 'Write \\dt, or \\d and the name of a table.'],
  [/^(?:describe|desc)\b/i, 'DESCRIBE', 'Write \\d and the name of the table.'],
  [/^use\b/i, 'USE', 'There is one database: leave this line out.'],
  [/^replace\s+into\b/i, 'REPLACE INTO', 'Write INSERT … ON CONFLICT (key) DO UPDATE SET value = excluded.value.'],
  [/\bauto_?increment\b/i, 'AUTO_INCREMENT', NUMBERED],
  [/`/, 'names in `', 'Write "name", or just the name.'],
  [/\bon\s+duplicate\s+key\b/i, 'ON DUPLICATE KEY', 'Write ON CONFLICT (key) DO UPDATE SET value = excluded.value.'],
  [/\blimit\s+\d+\s*,\s*\d+/i, 'LIMIT a, b', 'Write LIMIT 10 OFFSET 5.'],
  [/\bselect\s+top\b/i, 'TOP', 'Write LIMIT 5 at the end of the query.'],
  [/\binsert\s+or\s+(?:ignore|replace)\b/i, 'INSERT OR', 'Write INSERT … ON CONFLICT DO NOTHING.'],
  [/^pragma\b/i, 'PRAGMA', 'Write \\d and the name of a table.'],
];

const FUNCTIONS: Record<string, string> = {
  ifnull: 'Write coalesce(value, other).',
  isnull: 'Write coalesce(value, other).',
  nvl: 'Write coalesce(value, other).',
  iif: 'Write CASE WHEN condition THEN a ELSE b END.',
  if: 'Write CASE WHEN condition THEN a ELSE b END.',
  group_concat: "Write string_agg(x::text, ', ').",
  getdate: 'Write now().',
  curdate: 'Write current_date.',
  sysdate: 'Write now().',
  datediff: DAYS,
  date_sub: DAYS,
  dateadd: DAYS,
  julianday: DAYS,
  strftime: "Write to_char(day, 'YYYY-MM-DD').",
  date_format: "Write to_char(day, 'YYYY-MM-DD').",
  year: PART,
  month: PART,
  day: PART,
  len: 'Write length(text).',
  charindex: "Write position('part' IN text).",
  instr: "Write position('part' IN text).",
  rand: 'Write random().',
  last_insert_id: 'Write RETURNING id behind the INSERT.',
};

/** Undefined where nothing is certain. */
export function hintFor({ C = '', M = '' }: Fields, sql: string): string | undefined {
  const lacking = (word: string, instead: string) => `Postgres has no ${word} here. ${instead}`;
  const [, name = ''] = /^function (\w+)\(/.exec(M) ?? [];
  if (C === '42883' && Object.hasOwn(FUNCTIONS, name)) return lacking(name, FUNCTIONS[name] ?? '');
  if (C === '42P01' && M.includes('sqlite_master')) return lacking('sqlite_master', 'Write \\dt.');
  if (C === '42P01' && /"dual"/.test(M)) return lacking('dual', 'Leave FROM dual out.');
  if (!/^(?:42601|42704|42703)$/.test(C)) return undefined;
  const [, word, instead] = STATEMENTS.find(([looks]) => looks.test(sql)) ?? [];
  return word && instead ? lacking(word, instead) : undefined;
}
