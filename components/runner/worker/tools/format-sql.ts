// Formats SQL.
import type { FormatRequest } from '../../tools/formatting.js';
import { serveTool } from './serve-tool.js';
import { formatSql } from './sql/format.js';

serveTool(() => (asked) => formatSql(asked as FormatRequest));
