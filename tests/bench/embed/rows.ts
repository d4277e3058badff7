/** The rows that the bench `embed` compares, as a table, as pictures and for the documents. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { COMPARED, type Compared, type ComparedRow } from '../../../demo/docs/compared.js';
import { type Figure, kB, ms, quantile, table } from '../figure.js';
import { picture } from './picture.js';
import { linesOf, SYSTEMS, type System } from './systems.js';

/** Values of each round, by system. */
export type Values = Map<System['id'], number[]>;

export interface Results {
  firstBytes: Values;
  firstRequests: Values;
  allBytes: Values;
  allRequests: Values;
  firstKey: Values;
  firstLine: Values;
  two: Values;
  ten: Values;
  page: Values;
  mounts: Values;
}

export function noValues(): Results {
  const names = [
    'firstBytes',
    'firstRequests',
    'allBytes',
    'allRequests',
    'firstKey',
    'firstLine',
    'two',
    'ten',
    'page',
    'mounts',
  ];
  return Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as Results;
}

/** In the repository, so that one part can be measured alone wherever it is checked out. */
const VALUES = 'tests/bench/embed/values.json';

/** As they are now, and for rows that were not measured now as they were. */
export function lastValues(): Results {
  const kept = JSON.parse(readFileSync(VALUES, 'utf8')) as Record<string, Record<string, number[]>>;
  const read = Object.keys(noValues()).map((name) => [name, new Map(Object.entries(kept[name] ?? {}))]);
  return Object.fromEntries(read) as Results;
}

export function keepValues(results: Results): void {
  const last = Object.entries(lastValues());
  const now = Object.entries(results).filter(([, values]) => values.size > 0);
  const all = Object.fromEntries([...last, ...now].map(([name, values]) => [name, Object.fromEntries(values)]));
  writeFileSync(VALUES, `${JSON.stringify(all, null, 2)}\n`);
}

interface Row {
  what: string;
  values: Values;
  write: (value: number) => string;
  /** Of those who are measured, that are compared. */
  systems: readonly System[];
  quantile?: number;
  /** Said where the tag is behind; of its value and of the best one. */
  why: string | ((own: number, best: number) => string);
}

/** A frame of 60 a second. */
const FRAME_MS = 16.7;

function late(own: number, best: number): string {
  const behind =
    'A key goes by way of a room that keeps it on disk and knows who may write; the others’ server passes bytes on.';
  return own - best <= FRAME_MS
    ? `Within one frame of the best. ${behind}`
    : `More than one frame behind in this run, and so to be looked at. ${behind}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function rowsOf(results: Results): Row[] {
  const shared = SYSTEMS.filter((system) => system.shared);
  const runs = SYSTEMS.filter((system) => system.runs);
  const lines: Values = new Map(SYSTEMS.map((system) => [system.id, [linesOf(system)]]));
  const whole = (value: number) => String(Math.round(value));
  return [
    { what: 'Lines to embed it', values: lines, write: whole, systems: SYSTEMS, why: '' },
    {
      what: 'Bytes until a key is shown',
      values: results.firstBytes,
      write: kB,
      systems: SYSTEMS,
      why: 'Typing needs 118 kB of it; until a key was shown on this busy machine, what comes by itself (colours, completion, the run) was arriving already.',
    },
    {
      what: 'Requests until a key is shown',
      values: results.firstRequests,
      write: whole,
      systems: SYSTEMS,
      why: 'What typing does not need comes in parts of its own, so that it holds up no key; a bundle by hand is one file.',
    },
    {
      what: 'All bytes that come by themselves',
      values: results.allBytes,
      write: kB,
      systems: SYSTEMS,
      why: 'After the first key the runner fetches Python ahead, so that the first run is quick; not where the browser saves data.',
    },
    {
      what: 'All requests',
      values: results.allRequests,
      write: whole,
      systems: SYSTEMS,
      why: 'Panels, languages and the runner each come when they are needed.',
    },
    {
      what: 'First key, slow laptop',
      values: results.firstKey,
      write: ms,
      systems: SYSTEMS,
      why: 'It connects to a room and draws the controls of one before the first key; an editor alone does neither.',
    },
    {
      what: 'First Python line, slow laptop',
      values: results.firstLine,
      write: ms,
      systems: runs,
      why: 'Both start the same Pyodide, and the line of 10 Mbit/s decides.',
    },
    {
      what: 'Key to paint in the other browser, 2 people, median',
      values: results.two,
      write: ms,
      systems: shared,
      why: late,
    },
    {
      what: 'The same, 10 people, median',
      values: results.ten,
      write: ms,
      systems: shared,
      why: late,
    },
    {
      what: 'The same, 10 people, 95 of 100',
      values: results.ten,
      write: ms,
      systems: shared,
      quantile: 0.95,
      why: late,
    },
    {
      what: 'Memory of the page’s scripts',
      values: results.page,
      write: megabytes,
      systems: SYSTEMS,
      why: 'A room holds its files, people, runs and their history as well as an editor.',
    },
    {
      what: 'Memory of each of 100 more',
      values: results.mounts,
      write: megabytes,
      systems: SYSTEMS,
      why: 'Each is a whole room with toolbar, output and panels, where the others are an editor.',
    },
  ];
}

/** What each row is called, in their order. */
export const ROWS: readonly string[] = rowsOf(noValues()).map(({ what }) => what);

/** In place of why code-room is not ahead. */
export const NOT_MEASURED = 'Not measured yet.';

export function told(results: Results, rounds: number): Figure[] {
  const rows = rowsOf(results);
  const value = ({ values, quantile: part = 0.5 }: Row, system: System) =>
    values.has(system.id) ? quantile(values.get(system.id) ?? [], part) : Number.NaN;
  const compared: ComparedRow[] = rows.map((row) => {
    const all = SYSTEMS.map((system) => (row.systems.includes(system) ? value(row, system) : Number.NaN));
    const [own = Number.NaN, ...others] = all;
    const best = Math.min(...others.filter((other) => !Number.isNaN(other)));
    const reason = typeof row.why === 'string' ? row.why : row.why(own, best);
    return {
      what: row.what,
      cells: all.map((one) => (Number.isNaN(one) ? '–' : row.write(one))),
      why: Number.isNaN(own) ? NOT_MEASURED : own > best ? reason : '',
    };
  });
  const measured = rows.filter(({ values }) => values.size > 0);
  const drawn = measured.filter(({ what }) => /^(Bytes until|First key|First Python|Key to paint)/.test(what));
  const pictures = drawn.map((row) => {
    const bars = row.systems.flatMap((system) => {
      const one = value(row, system);
      return Number.isNaN(one) ? [] : [{ name: system.name, value: one, text: row.write(one) }];
    });
    const path = `/compared-${row.what.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;
    writeFileSync(`demo/site/static${path}`, picture(row.what, bars));
    return { path, alt: `${row.what}: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}` };
  });
  const [processor] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const document: Compared = {
    where: `${day}, ${cpus().length} shared cores (${processor?.model.trim()}), Chromium, ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}, systems in turn. The machine did other things meanwhile, so figures count beside each other only. “Slow laptop” is a processor four times slower for all of Chromium, and 10 Mbit/s.`,
    systems: [
      ...SYSTEMS.map(({ name, note }) => ({ name, note })),
      {
        name: 'LiveCodes',
        note: 'not measured: its SDK is a small script (5 kB) that opens a frame from LiveCodes’ own servers, which npm does not have.',
      },
    ],
    rows: compared,
    pictures,
  };
  writeFileSync(COMPARED, `${JSON.stringify(document, null, 2)}\n`);
  const detail = table([
    ['', ...SYSTEMS.map(({ name }) => name)],
    ...compared.map(({ what, cells }) => [what, ...cells]),
  ]);
  const known = compared.filter(({ why }) => why !== NOT_MEASURED);
  const ahead = known.filter(({ why }) => why === '').length;
  return [{ what: 'rows in which the tag is ahead', figure: `${ahead} of ${known.length}`, detail }];
}
