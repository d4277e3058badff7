/** The page about the bench `embed`: what `npm run bench -- embed` has written, as tables and pictures. */
import { readFileSync } from 'node:fs';
import type { Part } from '../server/docs.js';

/** Written by tests/bench/embed, one a row. */
export interface ComparedRow {
  what: string;
  /** By system, in their order; what a system cannot do or was not measured is a sentence or `–`. */
  cells: string[];
  /** Why code-room is not ahead in this row, or that it was not measured; empty where it is ahead. */
  why: string;
}

export interface Compared {
  /** Day and machine. */
  where: string;
  systems: { name: string; note: string }[];
  rows: ComparedRow[];
  /** Of pictures beside demo/site/static. */
  pictures: { path: string; alt: string }[];
}

export const COMPARED = 'demo/docs/compared.json';

export function compared(): Part[] {
  const { where, systems, rows, pictures } = JSON.parse(readFileSync(COMPARED, 'utf8')) as Compared;
  return [
    { kind: 'text', text: where },
    ...pictures.map(({ path, alt }): Part => ({ kind: 'image', path, alt })),
    { kind: 'text', text: '## All figures' },
    {
      kind: 'table',
      caption: 'All figures',
      head: ['', ...systems.map(({ name }) => name), 'If code-room is not ahead, why'],
      rows: rows.map(({ what, cells, why }) => [what, ...systems.map((_, n) => cells[n] ?? '–'), why || '–']),
    },
    {
      kind: 'text',
      text: `## What was measured\n\n${systems.map(({ name, note }) => `- **${name}**: ${note}`).join('\n')}`,
    },
  ];
}
