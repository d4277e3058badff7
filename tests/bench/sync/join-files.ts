/** How long somebody waits who joins a room with twenty files, beside a room with one file of the same size: a room in memory, and one that has to be loaded. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { Session } from '../../../components/session/index.js';
import { addFile } from '../../../components/session/sync/file-changes.js';
import type { EngineName } from '../../../demo/engine/process.mjs';
import { sleep } from '../../../party/shared/time.js';
import { type EngineProcess, startProcess } from '../../fixtures/engine-process.js';
import { type Effort, type Figure, median, ms } from '../figure.js';
import { codeOf, FILES } from './file-texts.js';

/** Bytes of all files together. */
const SIZE = 100_000;
const JOINS = 15;
/** Each room is loaded once: so many of either kind. */
const LOADED = 15;
const SETTLE_MS = 50;
const TARGET = 1.3;
const COUNTS = [1, FILES] as const;
const HOSTS = { partykit: 'tests/bench/sync/partykit-host.ts', workerd: 'tests/bench/sync/workerd-host.ts' };

type Times = Record<(typeof COUNTS)[number], number[]>;

export async function joinFiles({ say }: Effort): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['partykit', 'workerd'] as const) {
    const state = await mkdtemp(join(tmpdir(), 'code-room-bench-'));
    try {
      const warm = await inMemory(await start(engine, state));
      figures.push(compare(`joining a room with ${FILES} files, ${engine}`, warm));
      const cold = await loaded(engine, state);
      figures.push(compare(`the same when the room has to be loaded, ${engine}`, cold));
      say(
        `${engine}: ${figures
          .slice(-2)
          .map(({ figure }) => figure)
          .join('; loaded: ')}`,
      );
    } finally {
      await rm(state, { recursive: true, force: true });
    }
  }
  return figures;
}

function start(engine: EngineName, state: string): Promise<EngineProcess> {
  const vars = { CODE_ROOM_OPEN: '1' };
  return startProcess({ engine, main: HOSTS[engine], assets: 'dist/site', state, vars });
}

/** One person stays, so that the room does. */
async function inMemory(server: EngineProcess): Promise<Times> {
  const stayed: Session[] = [];
  try {
    for (const count of COUNTS) stayed.push(await written(server.url, `warm-${count}`, count));
    return await inTurn(JOINS, (count) => joined(server.url, `warm-${count}`, count));
  } finally {
    for (const session of stayed) session.close();
    await server.end();
  }
}

/** Another process has written them. */
async function loaded(engine: EngineName, state: string): Promise<Times> {
  const before = await start(engine, state);
  for (let n = 0; n <= LOADED; n++)
    for (const count of COUNTS) (await written(before.url, `cold-${count}-${n}`, count)).close();
  await before.end();
  const server = await start(engine, state);
  try {
    // What the engine itself loads for its first rooms counts for neither.
    for (const count of COUNTS) await joined(server.url, `cold-${count}-${LOADED}`, count);
    return await inTurn(LOADED, (count, n) => joined(server.url, `cold-${count}-${n}`, count));
  } finally {
    await server.end();
  }
}

/** In turn, each kind as often first as the other: what else the machine does meets both alike. */
async function inTurn(rounds: number, measure: (count: 1 | 20, round: number) => Promise<number>): Promise<Times> {
  const times: Times = { 1: [], [FILES]: [] };
  for (let round = 0; round < rounds; round++) {
    for (const count of round % 2 === 0 ? COUNTS : COUNTS.toReversed()) {
      // What leaving sets in motion is over before the next one comes.
      await sleep(SETTLE_MS);
      times[count].push(await measure(count, round));
    }
  }
  return times;
}

function compare(what: string, times: Times): Figure {
  const [one, many] = COUNTS.map((count) => median(times[count])) as [number, number];
  return {
    what,
    figure: `${(many / one).toFixed(2)} × one file of the same size (${ms(many)}, ${ms(one)})`,
    target: `at most ${TARGET} ×`,
    met: many / one <= TARGET,
  };
}

async function enter(host: string, room: string): Promise<Session> {
  const session = new Session({ host, room, personKey: crypto.randomUUID(), WebSocket });
  await until(
    session,
    'status',
    () => session.status === 'live',
    () => session.connect(),
  );
  return session;
}

/** In a room of this name, with so many files. */
async function written(host: string, room: string, count: number): Promise<Session> {
  const session = await enter(host, room);
  const { files } = session.documents;
  session.document.edit({ from: 0, insert: codeOf(SIZE / count) });
  for (let n = 1; n < count; n++) await addFile(files, { name: `part_${n}.py`, text: codeOf(SIZE / count) });
  await until(session, 'saved', () => session.saved);
  return session;
}

/** Milliseconds from nothing to live, with everything there. */
async function joined(host: string, room: string, count: number): Promise<number> {
  const began = performance.now();
  const session = await enter(host, room);
  const time = performance.now() - began;
  const { list } = session.documents.files;
  const length = list.reduce((sum, { document }) => sum + document.text.length, 0);
  if (list.length !== count || length !== SIZE) throw new Error(`The room has ${list.length} files, ${length} bytes.`);
  session.close();
  return time;
}

function until(session: Session, event: string, holds: () => boolean, begin = () => {}): Promise<void> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const look = () => {
      if (!holds()) return;
      end.abort();
      resolve();
    };
    session.addEventListener(event, look, { signal: end.signal });
    begin();
    look();
  });
}
