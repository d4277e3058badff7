// An error or a notice in the words of psql, with the place in the file.
import type { Fields } from './connection.js';

/** As wide as psql shows a line, and what it leaves to the right of the mark. */
const WIDTH = 60;
const RIGHT = 10;

/** Where a statement stands. */
export interface Origin {
  script: string;
  fileName: string;
  start: number;
}

/** Of an error; the line is that of the file, not of the statement. */
export function errorText(fields: Fields, { script, fileName, start }: Origin): string {
  const { S = 'ERROR', C = '', M = '', P, p, q } = fields;
  const at = P ? start + unitsOf(script.slice(start), Number(P) - 1) : start;
  const { line, column, text } = placeOf(script, at);
  const place = P ? `${fileName}:${line}:${column}` : `${fileName}:${line}`;
  const inner = q && p ? placeOf(q, unitsOf(q, Number(p) - 1)) : undefined;
  const lines = [
    `${place}: ${S}:  ${C}: ${M}`,
    ...(P ? marked(line, column, text) : []),
    ...(inner ? marked(inner.line, inner.column, inner.text) : []),
    ...more(fields),
    ...(q ? [`QUERY:  ${q}`] : []),
    ...(fields.W ? [`CONTEXT:  ${fields.W}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

export function noticeText(fields: Fields): string {
  return [`${fields.S ?? 'NOTICE'}:  ${fields.M ?? ''}`, ...more(fields)].join('\n');
}

function more({ D, H }: Fields): string[] {
  return [...(D ? [`DETAIL:  ${D}`] : []), ...(H ? [`HINT:  ${H}`] : [])];
}

/** The line, and a mark under the word. */
function marked(line: number, column: number, text: string): string[] {
  const characters = [...text.replaceAll('\t', ' ')];
  const end = Math.min(characters.length, Math.max(WIDTH, column - 1 + RIGHT));
  const begin = Math.max(0, end - WIDTH);
  const shown = `${begin > 0 ? '...' : ''}${characters.slice(begin, end).join('')}${end < characters.length ? '...' : ''}`;
  const head = `LINE ${line}: `;
  const before = head.length + (begin > 0 ? 3 : 0) + column - 1 - begin;
  return [`${head}${shown}`, `${' '.repeat(before)}^`];
}

/** Counted from 1, columns in characters. */
function placeOf(script: string, at: number): { line: number; column: number; text: string } {
  const from = script.lastIndexOf('\n', at - 1) + 1;
  const to = script.indexOf('\n', from);
  const text = script.slice(from, to < 0 ? script.length : to).replace(/\r$/, '');
  return { line: script.slice(0, from).split('\n').length, column: [...script.slice(from, at)].length + 1, text };
}

/** Postgres counts characters; strings are of units. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let left = characters; left > 0 && units < text.length; left -= 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}
