/** Rooms of a real server, on any engine: over real sockets and through a restart. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import type { Engine } from '../../demo/engine/engine.mjs';
import { sleep } from '../../party/shared/time.js';
import { amount, seed } from '../amount.js';
import { Network } from '../fixtures/network.js';
import { until } from '../fixtures/sessions.js';
import { startSmallEngine } from '../fixtures/small-engine.js';
import { Dice } from './world.js';

const WORLDS = amount(20, 500);
/** Worlds that go on at the same time: each mostly waits for somebody to come back. */
const ABREAST = 20;
/** As long as a busy machine may take for a world, beside all the others. */
const PATIENCE_MS = 60_000;

let engine: Engine;
let state: string;
const entered: Session[] = [];
const open: Network[] = [];

before(async () => {
  state = await mkdtemp(join(tmpdir(), 'code-room-'));
  engine = await startSmallEngine(state);
});

after(async () => {
  // What a failed test leaves would try to come back for ever.
  for (const session of entered) session.close();
  for (const network of open) await network.close();
  await engine.stop();
  await rm(state, { recursive: true, force: true });
});

function enter(room: string, person: number, host = engine.url): Session {
  const session = new Session({ host, room, personKey: `person ${person}`, WebSocket });
  entered.push(session);
  session.connect();
  return session;
}

const text = (session: Session): string => session.document.text.toString();

function type(session: Session, insert: string, dice: Dice): void {
  const ends = [0, ...[...text(session).matchAll(/>/g)].map((match) => match.index + 1)];
  const at = ends[dice.below(ends.length)] ?? 0;
  session.document.edit(ChangeSet.of({ from: at, insert }, session.document.text.length));
}

it('two sessions see each other, and saved edits are there after a restart', async () => {
  const [ann, bob] = [enter('restart', 1), enter('restart', 2)];
  await until(() => ann.status === 'live' && bob.status === 'live', 'both are live');
  ann.document.edit(ChangeSet.of({ from: 0, insert: 'kept' }, 0));
  await until(() => text(bob) === 'kept' && ann.saved, 'the edit arrives and is saved');
  ann.close();
  bob.close();
  const { port } = engine;
  await engine.stop();
  engine = await startSmallEngine(state, port);
  const cy = enter('restart', 3);
  await until(() => cy.status === 'live', 'a newcomer is live');
  assert.equal(text(cy), 'kept');
  cy.close();
});

it('the greeting is one frame, and clients without batches get no batch', async () => {
  const sockets: WebSocket[] = [];
  let frames = 0;
  class Watched extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { perMessageDeflate: true });
      sockets.push(this);
      this.on('message', () => frames++);
    }
  }
  const ann = enter('greeting', 1);
  await until(() => ann.status === 'live', 'one is live');
  const bob = new Session({ host: engine.url, room: 'greeting', personKey: 'person 2', WebSocket: Watched });
  let greeting = 0;
  bob.addEventListener('status', () => {
    if (bob.status === 'live') greeting = frames;
  });
  bob.connect();
  await until(() => bob.status === 'live', 'the other is live');
  ann.close();
  bob.close();
  assert.equal(greeting, 1);
  assert.equal(sockets[0]?.extensions, '');
});

/** People write, lose their connections and come back, or do not. */
async function world(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const networks = await Promise.all(Array.from({ length: 2 + dice.below(4) }, () => Network.to(engine.port)));
  open.push(...networks);
  const sessions = networks.map(({ url }, person) => enter(`world-${seed}`, person, url));
  const gone = new Set<number>();
  const marks: { mark: string; who: number }[] = [];
  const present = () => sessions.filter((_, who) => !gone.has(who));
  const live = () => present().every((session) => session.status === 'live');
  await until(live, `world ${seed} begins`, PATIENCE_MS);
  for (let step = 0; step < 60; step++) {
    const who = dice.below(sessions.length);
    const roll = dice.below(100);
    const session = sessions[who] as Session;
    if (gone.has(who)) continue;
    if (roll < 75) {
      const mark = `<${marks.length}>`;
      marks.push({ mark, who });
      type(session, mark, dice);
    } else if (roll < 85) networks[who]?.cut();
    else if (roll < 87 && present().length > 2) {
      gone.add(who);
      networks[who]?.cut();
      session.close();
    } else await sleep(dice.below(12));
  }
  const equal = () => new Set(present().map(text)).size === 1;
  const saved = () => present().every((session) => session.saved);
  await until(() => live() && saved() && equal(), `world ${seed} rests`, PATIENCE_MS);
  const [shown = ''] = present().map(text);
  for (const { mark, who } of marks) {
    const count = shown.split(mark).length - 1;
    assert.ok(gone.has(who) ? count <= 1 : count === 1, `${mark} of ${who} is there ${count} times in world ${seed}`);
  }
  for (const session of sessions) session.close();
  for (const network of networks) await network.close();
}

it(`${WORLDS} random scenarios over real sockets converge, with every edit of those who stay exactly once (seed ${seed})`, async () => {
  let at = 0;
  const faults: unknown[] = [];
  const oneAfterAnother = async () => {
    // After a fault no more are begun, and those that are on come to their end: none is left to go on for ever.
    while (at < WORLDS && faults.length === 0)
      await world(seed * 10_000 + at++).catch((fault: unknown) => void faults.push(fault));
  };
  await Promise.all(Array.from({ length: ABREAST }, oneAfterAnother));
  assert.deepEqual(faults, []);
});
