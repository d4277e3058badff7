/** The rows that the bench `embed` compares, as a table, as pictures and for the documents. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { COMPARED, type Compared, type ComparedRow } from '../../../demo/docs/compared.js';
import { type Figure, kB, ms, quantile, table } from '../figure.js';
import { peersFolder } from '../peers.mjs';
import { linesOf, PEERS, type Peer } from './peers.js';
import { picture } from './picture.js';

/** Values of each round, by peer. */
export type Values = Map<Peer['id'], number[]>;

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

/** Beside what was fetched for the bench. */
const VALUES = `${peersFolder}/embed/values.json`;

/** As they are now, and for rows that were not measured now as they were. */
export function lastValues(): Results {
  const kept = existsSync(VALUES)
    ? (JSON.parse(readFileSync(VALUES, 'utf8')) as Record<string, [Peer['id'], number[]][]>)
    : {};
  const read = Object.entries(noValues()).map(([name]) => [name, new Map(kept[name] ?? [])]);
  return Object.fromEntries(read) as Results;
}

export function keepValues(results: Results): void {
  const last = Object.entries(lastValues());
  const now = Object.entries(results).filter(([, values]) => values.size > 0);
  const all = Object.fromEntries([...last, ...now].map(([name, values]) => [name, [...values]]));
  writeFileSync(VALUES, JSON.stringify(all));
}

interface Row {
  what: string;
  values: Values;
  write: (value: number) => string;
  /** Of those who are measured, that are compared. */
  peers: readonly Peer[];
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
  const shared = PEERS.filter((peer) => peer.shared);
  const runs = PEERS.filter((peer) => peer.runs);
  const lines: Values = new Map(PEERS.map((peer) => [peer.id, [linesOf(peer)]]));
  const whole = (value: number) => String(Math.round(value));
  return [
    { what: 'Lines to embed it', values: lines, write: whole, peers: PEERS, why: '' },
    {
      what: 'Bytes until a key is shown',
      values: results.firstBytes,
      write: kB,
      peers: PEERS,
      why: 'Typing needs 119 kB of it; until a key was shown on this busy machine, what comes by itself (colours, completion, the run) was arriving already.',
    },
    {
      what: 'Requests until a key is shown',
      values: results.firstRequests,
      write: whole,
      peers: PEERS,
      why: 'What typing does not need comes in parts of its own, so that it holds up no key; a bundle by hand is one file.',
    },
    {
      what: 'All bytes that come by themselves',
      values: results.allBytes,
      write: kB,
      peers: PEERS,
      why: 'After the first key the runner fetches Python ahead, so that the first run is quick; not where the browser saves data.',
    },
    {
      what: 'All requests',
      values: results.allRequests,
      write: whole,
      peers: PEERS,
      why: 'Panels, languages and the runner each come when they are needed.',
    },
    {
      what: 'First key, slow laptop',
      values: results.firstKey,
      write: ms,
      peers: PEERS,
      why: 'It connects to a room and draws the controls of one before the first key; an editor alone does neither.',
    },
    {
      what: 'First Python line, slow laptop',
      values: results.firstLine,
      write: ms,
      peers: runs,
      why: 'Both start the same Pyodide, and the line of 10 Mbit/s decides.',
    },
    {
      what: 'Key to paint in the other browser, 2 people, median',
      values: results.two,
      write: ms,
      peers: shared,
      why: late,
    },
    {
      what: 'The same, 10 people, median',
      values: results.ten,
      write: ms,
      peers: shared,
      why: late,
    },
    {
      what: 'The same, 10 people, 95 of 100',
      values: results.ten,
      write: ms,
      peers: shared,
      quantile: 0.95,
      why: late,
    },
    {
      what: 'Memory of the page’s scripts',
      values: results.page,
      write: megabytes,
      peers: PEERS,
      why: 'A room holds its files, people, runs and their history as well as an editor.',
    },
    {
      what: 'Memory of each of 100 more',
      values: results.mounts,
      write: megabytes,
      peers: PEERS,
      why: 'Each is a whole room with toolbar, output and panels, where the others are an editor.',
    },
  ];
}

export function told(results: Results, rounds: number): Figure[] {
  // What was not measured is left out.
  const rows = rowsOf(results).filter(({ values }) => values.size > 0);
  const value = ({ values, quantile: part = 0.5 }: Row, peer: Peer) =>
    values.has(peer.id) ? quantile(values.get(peer.id) ?? [], part) : Number.NaN;
  const compared: ComparedRow[] = rows.map((row) => {
    const all = PEERS.map((peer) => (row.peers.includes(peer) ? value(row, peer) : Number.NaN));
    const [own = Number.NaN, ...others] = all;
    const best = Math.min(...others.filter((other) => !Number.isNaN(other)));
    const ahead = !(own > best);
    return {
      what: row.what,
      cells: all.map((one) => (Number.isNaN(one) ? '–' : row.write(one))),
      why: ahead ? '' : typeof row.why === 'string' ? row.why : row.why(own, best),
    };
  });
  const drawn = rows.filter(({ what }) => /^(Bytes until|First key|First Python|Key to paint)/.test(what));
  const pictures = drawn.map((row) => {
    const bars = row.peers.flatMap((peer) => {
      const one = value(row, peer);
      return Number.isNaN(one) ? [] : [{ name: peer.name, value: one, text: row.write(one) }];
    });
    const path = `/compared-${row.what.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.svg`;
    writeFileSync(`demo/site/static${path}`, picture(row.what, bars));
    return { path, alt: `${row.what}: ${bars.map(({ name, text }) => `${name} ${text}`).join(', ')}` };
  });
  const [processor] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  const document: Compared = {
    where: `${day}, ${cpus().length} shared cores (${processor?.model.trim()}), Chromium, ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}, peers in turn. The machine did other things meanwhile, so figures count beside each other only. “Slow laptop” is a processor four times slower for all of Chromium, and 10 Mbit/s.`,
    systems: [
      ...PEERS.map(({ name, note }) => ({ name, note })),
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
    ['', ...PEERS.map(({ name }) => name)],
    ...compared.map(({ what, cells }) => [what, ...cells]),
  ]);
  const behind = compared.filter(({ why }) => why !== '').length;
  return [
    { what: 'rows in which the tag is ahead', figure: `${compared.length - behind} of ${compared.length}`, detail },
  ];
}
