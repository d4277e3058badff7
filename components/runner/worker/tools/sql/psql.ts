// What stands in a script for psql itself, out of the way of a formatter: its commands, and the rows that a COPY … FROM STDIN reads.
import { READS_INPUT, statementsOf } from '../../../packs/postgres/statements.js';

interface Hidden {
  start: number;
  end: number;
  /** A command, one that sends the statement before it, or rows. */
  kind: 'command' | 'sends' | 'rows';
}

/** `sql`: a comment in place of each, on the same lines as before. `restore`: what was hidden comes back into a text in which only spaces have changed since. */
export function withoutPsql(script: string): { sql: string; restore(formatted: string): string } {
  const hidden = hiddenIn(script);
  // Nobody writes this letter.
  let mark = '--\u{E000}';
  while (script.includes(mark)) mark += '\u{E000}';
  let sql = '';
  let at = 0;
  for (const [index, { start, end, kind }] of hidden.entries()) {
    const lines = script.slice(start, end).replace(/[^\n]/g, '');
    const comment = `${kind === 'sends' ? ';' : ' '}${mark}${index}${lines}`;
    sql += script.slice(at, start) + comment + (/^[ \t]*(?:\n|$)/.test(script.slice(end)) ? '' : '\n');
    at = end;
  }
  const marks = new RegExp(`(;?)(\\s*)${mark}(\\d+)(\n?)`, 'g');
  const restore = (formatted: string) =>
    formatted.replace(marks, (_, semicolon: string, space: string, index: string, newline: string) => {
      const { start, end, kind } = hidden[Number(index)] ?? { start: 0, end: 0, kind: 'command' };
      const text = script.slice(start, end);
      if (kind === 'command') return semicolon + space + text.trim() + newline;
      // An empty line between statements, as everywhere.
      return (kind === 'rows' ? semicolon + text : ` ${text.trim()}`) + newline + newline;
    });
  return { sql: sql + script.slice(at), restore };
}

function hiddenIn(script: string): Hidden[] {
  const hidden: Hidden[] = [];
  for (const each of statementsOf(script)) {
    const { start, end } = each;
    if (each.kind === 'command') hidden.push({ start, end, kind: 'command' });
    else {
      const behind = start + each.text.length;
      if (each.data === undefined && each.text.endsWith(';') && READS_INPUT.test(each.text)) {
        // Nothing says where its rows end.
        hidden.push({ start: behind, end: Math.max(behind, script.replace(/\n$/, '').length), kind: 'rows' });
        break;
      }
      if (behind < end) hidden.push({ start: behind, end, kind: each.data === undefined ? 'sends' : 'rows' });
    }
  }
  return hidden;
}
