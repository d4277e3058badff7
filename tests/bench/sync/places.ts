/** What the worst edit costs that the limits allow, beside one keystroke in the same text: the room, somebody else's session and browser, and whoever loads it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';
import { chromium, type Page } from 'playwright-core';
import WebSocket from 'ws';
import { Session } from '../../../components/session/index.js';
import { receive } from '../../../components/session/sync/replica.js';
import { EMPTY_REPLICA } from '../../../components/session/sync/replica-state.js';
import { RoomDocument } from '../../../party/document/document.js';
import { changeMessage } from '../../../party/room/catch-up.js';
import { LIMITS } from '../../../party/shared/limits.js';
import { decodeClientMessage, encodeClientMessage } from '../../../party/shared/wire/client-message.js';
import { decodeRoomMessage, encodeRoomMessage } from '../../../party/shared/wire/room-message.js';
import { chromiumArgs, findBrowsers } from '../../browsers.mjs';
import { AttackedServer } from '../../fixtures/attacked-server.js';
import { threadMs } from '../../fixtures/cpu.js';
import { startProcess } from '../../fixtures/engine-process.js';
import { EDITS, hostileRoom, loadRoom } from '../../fixtures/hostile-logs.js';
import { until } from '../../fixtures/sessions.js';
import { MemoryStorage } from '../../room/world.js';
import { type Effort, type Figure, median, ms, quantile, table } from '../figure.js';

/** Each is done so often. */
const TIMES = 15;
/** The target: so many times a text read once from end to end, and the places put in. */
const LINEAR = 20;
const [ALL_MS, LONGEST_MS] = [200, 20];

const TEXTS: Record<string, string> = {
  'code, 500 kB': 'x = 1 + 1\n'.repeat(50_000),
  'one line, 480 kB': '→'.repeat(160_000),
  'line breaks, 500 kB': '\n'.repeat(500_000),
};

/** As many places as one edit may have, all over the text; or one. */
function edit(places: number, n: number, length: number): ChangeSpec {
  const apart = Math.floor((length - 100) / places);
  return Array.from({ length: places }, (_, at) => {
    const from = at * apart + (n % 40);
    return { from, to: from + 1, insert: n % 2 ? 'y' : 'z' };
  });
}

export async function places({ say }: Effort): Promise<Figure[]> {
  const rows: string[][] = [];
  let worst = 0;
  for (const [what, text] of Object.entries(TEXTS)) {
    const [many, key] = [await inMemory(text, LIMITS.changePlaces), await inMemory(text, 1)];
    const floor = linear(text);
    const browser = await inBrowser(text);
    worst = Math.max(worst, many.room / floor, many.session / floor);
    const row = [
      ...[what, ms(floor), ms(many.room), ms(key.room), ms(many.session), ms(key.session)],
      ...[ms(browser.many), ms(browser.key)],
    ];
    rows.push(row);
    say(row.join('  '));
  }
  return [
    {
      what: `an edit of ${LIMITS.changePlaces} places, processor's time beside one keystroke, and a text put together once from as many pieces`,
      figure: `room and session ${worst.toFixed(1)} × the text put together once at worst`,
      target: `at most ${LINEAR} ×`,
      met: worst <= LINEAR,
      detail: table([['', 'put together', 'room', 'a key', 'session', 'a key', 'Chromium', 'a key'], ...rows]),
    },
    await loads(say),
    ...(await besides(say)),
  ];
}

/** The room's time for the frame of an edit, and a session's for what the room tells of it. */
async function inMemory(text: string, count: number): Promise<{ room: number; session: number }> {
  const clock = { now: () => 0, after: () => () => {}, wakeAt: () => {}, pause: async () => {} };
  const document = await RoomDocument.load(1, LIMITS, new MemoryStorage(), clock);
  let replica = EMPTY_REPLICA;
  const hear = (frame: Uint8Array) => {
    const said = decodeRoomMessage(frame);
    if (said.type === 'change') replica = receive(replica, said).state;
  };
  const first = document.write(0, ChangeSet.of({ from: 0, insert: Text.of(text.split('\n')) }, 0), 0);
  hear(encodeRoomMessage(changeMessage(document, first)));
  const [room, session]: [number[], number[]] = [[], []];
  for (let sequence = 1; sequence <= TIMES * 2; sequence++) {
    const { length } = document.text;
    const change = ChangeSet.of(edit(count, sequence, length), length);
    const frame = encodeClientMessage({ type: 'submit', document: 1, base: document.version, sequence, change });
    let began = threadMs();
    const submitted = decodeClientMessage(frame);
    if (submitted.type !== 'submit') continue;
    const taken = document.submit(1, submitted.base, sequence, (at) => submitted.change.read(at), 0);
    if (!taken) continue;
    const told = encodeRoomMessage(changeMessage(document, taken.entry));
    document.settle(document.collect(0, () => {}));
    if (sequence > TIMES) room.push(threadMs() - began);
    began = threadMs();
    hear(told);
    if (sequence > TIMES) session.push(threadMs() - began);
  }
  if (!replica.text.eq(document.text)) throw new Error('They do not agree.');
  return { room: median(room), session: median(session) };
}

/** A string with as many places put in: nothing that reads the text and the places does with less. */
function linear(text: string): number {
  const costs: number[] = [];
  const apart = Math.floor(text.length / LIMITS.changePlaces);
  for (let n = 0; n < TIMES; n++) {
    const began = threadMs();
    const parts: string[] = [];
    for (let at = 0; at < text.length; at += apart) parts.push(text.slice(at, at + apart - 1), 'y');
    Text.of(parts.join('').split('\n'));
    costs.push(threadMs() - began);
  }
  return median(costs);
}

/** The page's thread of somebody else in the room. */
async function inBrowser(text: string): Promise<{ many: number; key: number }> {
  const vars = { CODE_ROOM_LIMITS: JSON.stringify({ placesPerSecond: 1e9, placeBurst: 1e9 }) };
  const engine = await startProcess({ engine: 'partykit', vars });
  const browser = await chromium.launch({ executablePath: findBrowsers().chromium, args: chromiumArgs });
  const writer = await enter(engine.url, text);
  try {
    const page = await browser.newPage();
    await page.goto(writer.link);
    await page.waitForFunction(
      () => (globalThis as unknown as Page_).document.querySelector('code-room')?.status === 'live',
    );
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const used = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    await quiet(page);
    const cost = async (count: number) => {
      const costs: number[] = [];
      for (let n = 0; n < TIMES; n++) {
        const before = await used();
        const { document } = writer.session;
        document.edit(ChangeSet.of(edit(count, n, document.text.length), document.text.length));
        await until(() => writer.session.saved, 'the edit is saved');
        await quiet(page, 300);
        costs.push((await used()) - before);
      }
      return median(costs);
    };
    const idle = async () => {
      const before = await used();
      await quiet(page, 300);
      return (await used()) - before;
    };
    const nothing = await idle();
    const [key, many] = [await cost(1), await cost(LIMITS.changePlaces)];
    return { many: Math.max(0, many - nothing), key: Math.max(0, key - nothing) };
  } finally {
    writer.session.close();
    await browser.close();
    await engine.end();
  }
}

/** As far as the bench looks into a page. */
interface Page_ {
  document: { querySelector(name: string): { status: string } | null };
}

const quiet = (page: Page, time = 2_000) => page.waitForTimeout(time);

/** Somebody in a new room with this text, and a link for somebody else. */
async function enter(
  url: string,
  code: string,
): Promise<{ session: Session; link: string; room: string; secret: string }> {
  const post = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { id: room, links } = (await post('/api/rooms', { code })) as { id: string; links: { candidate: string } };
  const secret = new URL(links.candidate).hash.slice(3);
  const { token } = (await post(`/api/rooms/${room}/token`, { secret, name: 'Ada' })) as { token: string };
  const session = new Session({ host: url, room, token, WebSocket });
  session.connect();
  await until(() => session.status === 'live', 'Ada is live');
  return { session, link: links.candidate, room, secret };
}

/** Whole rooms of 16 MiB. */
async function loads(say: (line: string) => void): Promise<Figure> {
  const rows: string[][] = [];
  let [all, longest] = [0, 0];
  for (const [what, log] of Object.entries(EDITS)) {
    const { storage } = await hostileRoom(log);
    const tries = [];
    for (let n = 0; n < 5; n++) tries.push(await loadRoom(storage));
    const [took, stretch] = [median(tries.map((one) => one.all)), median(tries.map((one) => one.longest))];
    [all, longest] = [Math.max(all, took), Math.max(longest, stretch)];
    rows.push([what, ms(took), ms(stretch)]);
    say(`loads ${what}: ${ms(took)}, ${ms(stretch)} without a pause`);
  }
  return {
    what: 'loading a hostile room of 16 MiB, processor’s time',
    figure: `${ms(all)}, ${ms(longest)} without a pause`,
    target: `at most ${ALL_MS} ms, ${LONGEST_MS} without a pause`,
    met: all <= ALL_MS && longest <= LONGEST_MS,
    detail: table([['edits in', 'all', 'longest'], ...rows]),
  };
}

/** What others of the same server notice while such a room is loaded: its engine has one thread for all of them. */
async function besides(say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of ['partykit', 'workerd'] as const) {
    const state = await mkdtemp(join(tmpdir(), 'code-room-places-'));
    const lifted = { placesPerSecond: 1e9, placeBurst: 1e9, messageBurst: 1e6, messagesPerSecond: 1e6 };
    const vars = { CODE_ROOM_LIMITS: JSON.stringify(lifted) };
    try {
      const before = await startProcess({ engine, state, vars });
      const { session, room, secret } = await enter(before.url, TEXTS['line breaks, 500 kB'] ?? '');
      // As many as are read when it is loaded, and a few more would have it stored whole.
      for (let n = 0; n < 30; n++) {
        const { document } = session;
        document.edit(ChangeSet.of(edit(LIMITS.changePlaces, n, document.text.length), document.text.length));
        await until(() => session.saved, 'the edit is saved');
      }
      session.close();
      await before.end();
      const [quietKeys, keys, took]: [number[], number[], number[]] = [[], [], []];
      for (let n = 0; n < 3; n++) {
        const server = await AttackedServer.begin(engine, { text: 'x = 1\n', state, vars });
        try {
          await server.type(1);
          quietKeys.push(...(await server.type(0.5)));
          const began = performance.now();
          const loaded = server.ask(room, secret).then(() => took.push(performance.now() - began));
          keys.push(...(await server.type(0.5)));
          await loaded;
        } finally {
          await server.end();
        }
      }
      const line = `${ms(Math.max(...keys))} the slowest keystroke, ${ms(median(keys))} in the middle; quiet ${ms(quantile(quietKeys, 0.99))} and ${ms(median(quietKeys))}; loaded after ${ms(median(took))}`;
      figures.push({ what: `typing in another room while a hostile one is loaded, ${engine}`, figure: line });
      say(`${engine}: ${line}`);
    } finally {
      await rm(state, { recursive: true, force: true });
    }
  }
  return figures;
}
