// The formatter for SQL, with what psql has beside it.
import { formatDialect, postgresql, sqlite } from 'sql-formatter';
import type { FormatRequest, FormatResult } from '../../../tools/formatting.js';
import { withoutPsql } from './psql.js';

/** Behind it stand things about the formatter itself. */
const PLACE = /\s*at line (\d+) column \d+/;

export function formatSql({ text, indent, language }: FormatRequest): FormatResult {
  try {
    const postgres = language.startsWith('postgres');
    const { sql, restore } = postgres ? withoutPsql(text) : { sql: text, restore: String };
    const dialect = postgres ? postgresql : sqlite;
    const formatted = restore(formatDialect(sql, { dialect, useTabs: indent.tabs, tabWidth: indent.width }));
    return { text: text.endsWith('\n') ? `${formatted}\n` : formatted };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const place = PLACE.exec(said);
    const words = place ? said.slice(0, place.index) : said.replace(/\nSQL dialect used[\s\S]*/, '');
    // What is quoted goes on for some letters, into the next line too.
    return { problem: words.trim().replace(/\s*\n[\s\S]*?("?)$/, '$1'), ...(place && { line: Number(place[1]) }) };
  }
}
