// Formats SQL.
import { formatDialect, postgresql, sqlite } from 'sql-formatter';
import type { FormatRequest, FormatResult } from '../../tools/formatting.js';
import { serveTool } from './serve-tool.js';

const PLACE = /\s*at line (\d+) column \d+/;

serveTool(() => (asked): FormatResult => {
  const { text, indent, language } = asked as FormatRequest;
  try {
    const dialect = language.startsWith('postgres') ? postgresql : sqlite;
    const formatted = formatDialect(text, { dialect, useTabs: indent.tabs, tabWidth: indent.width });
    return { text: text.endsWith('\n') ? `${formatted}\n` : formatted };
  } catch (error) {
    const words = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    const line = PLACE.exec(words)?.[1];
    return { problem: words.replace(PLACE, ''), ...(line !== undefined && { line: Number(line) }) };
  }
});
