/** Foreign clients over real sockets: one that knows only PROTOCOL.md, and many that send malformed frames. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import { amount, seed } from '../amount.js';
import { fromSession, mutate } from '../fixtures/frames.js';
import { type ProtocolTables, readProtocol, type Sections, type Values } from '../fixtures/protocol-tables.js';
import { Dice } from './world.js';

const FRAMES = amount(600, 30_000);
/** Frames a stranger sends before another comes: the allowance of one person is soon used up. */
const FRAMES_EACH = 20;
/** Strangers at the same time. */
const ABREAST = 5;
const ANSWER_MS = 5_000;

let engine: Engine;
let state: string;
let book: ProtocolTables;

const start = (port = 0) => startEngine({ state, log: () => {}, port, vars: { CODE_ROOM_OPEN: '1' } });

before(async () => {
  book = await readProtocol();
  state = await mkdtemp(join(tmpdir(), 'code-room-'));
  engine = await start();
});

after(async () => {
  await engine.stop();
  await rm(state, { recursive: true, force: true });
});

/** Keeps a text in step with the room; written from PROTOCOL.md alone. */
class Stranger {
  text = '';
  version = 0;
  /** Up to here all is on disk. */
  durable = 0;
  replica = 0;
  /** What the last of its edits gave. */
  own = 0;
  live = false;
  closeCode = 0;
  answers = 0;
  #sequence = 0;
  readonly socket: WebSocket;

  constructor(room: string, personKey: string, name = '') {
    this.socket = new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/${room}`);
    const hello = { version: 1, token: '', name, personKey, resume: new Uint8Array(), flag: false };
    this.socket.on('open', () => this.socket.send(book.write('hello', hello)));
    this.socket.on('message', (data: Buffer, binary: boolean) => {
      if (binary) for (const message of book.readAll(new Uint8Array(data))) this.#heard(message);
      else if (data.toString() === 'pong') this.answers++;
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
    });
    this.socket.on('error', () => {});
  }

  insert(at: number, inserted: string): void {
    const sections: Sections = [[at, 0, inserted]];
    const values = { document: 1, base: this.version, sequence: ++this.#sequence, sections };
    this.socket.send(book.write('submit', values));
  }

  #heard({ kind, values }: { kind: string; values: Values }): void {
    if (kind === 'welcome') this.replica = values.replica as number;
    if (kind === 'ready') this.live = true;
    if (values.document !== 1) return;
    if (kind === 'document') {
      this.text = values.text as string;
      this.version = values.version as number;
      this.durable = values.durable as number;
    } else if (kind === 'change') {
      assert.equal(values.version, this.version + 1);
      let [text, at] = ['', 0];
      for (const [kept, deleted, inserted] of values.sections as Sections) {
        text += this.text.slice(at, at + kept) + inserted;
        at += kept + deleted;
      }
      this.text = text + this.text.slice(at);
      this.version++;
      if (values.author === this.replica) this.own = this.version;
    } else if (kind === 'ack') this.durable = values.durable as number;
  }
}

async function until(condition: () => boolean, what: string, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Not in ${ms} ms: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function enter(room: string, personKey: string): Promise<Session> {
  const session = new Session({ host: engine.url, room, personKey, WebSocket });
  session.connect();
  await until(() => session.status === 'live', `${personKey} is live`);
  return session;
}

function write(session: Session, from: number, insert: string): void {
  session.document.edit(ChangeSet.of({ from, insert }, session.document.text.length));
}

it('a client written from PROTOCOL.md alone joins, edits concurrently, and learns what is saved', async () => {
  const ann = await enter('book', 'ann');
  write(ann, 0, 'print("é😀")\n');
  const stranger = new Stranger('book', 'stranger', 'Stranger');
  await until(() => stranger.live && stranger.text === 'print("é😀")\n', 'the stranger has the text');
  for (let round = 0; round < 20; round++) {
    const version = stranger.version;
    stranger.insert(round, 's');
    write(ann, ann.document.text.length, 'a');
    await until(() => stranger.version === version + 2, `round ${round}`);
  }
  await until(() => stranger.durable >= stranger.own && ann.saved, 'all is saved');
  assert.equal(stranger.text, `${'s'.repeat(20)}print("é😀")\n${'a'.repeat(20)}`);
  assert.equal(ann.document.text.toString(), stranger.text);
  assert.ok(ann.people.some(({ name }) => name === 'Stranger'));
  stranger.socket.send('ping');
  await until(() => stranger.answers === 1, 'the sign of life');
  stranger.socket.send('anything else');
  await until(() => stranger.closeCode === 4400, 'the connection is closed');
  await until(() => ann.people.length === 1, 'the stranger has left');
  ann.close();
});

it('too many pings close the connection, where the engine does not answer them itself', async () => {
  const flood = new Stranger('signs', 'flood');
  await until(() => flood.live, 'the stranger is live');
  for (let sign = 0; sign < 1_000; sign++) flood.socket.send('ping');
  if (process.env.CODE_ROOM_ENGINE === 'workerd') await until(() => flood.answers === 1_000, 'all are answered');
  else await until(() => flood.closeCode === 4429, 'the connection is closed');
  flood.socket.terminate();
});

async function attack(attacker: number, victim: Session): Promise<void> {
  const dice = new Dice(seed + attacker);
  const frames = fromSession.filter(({ type }) => type !== 'hello').map(encodeClientMessage);
  for (let sent = 0, stranger: Stranger | null = null; sent < FRAMES / ABREAST; sent++) {
    if (!stranger || stranger.closeCode || sent % FRAMES_EACH === 0) {
      stranger?.socket.terminate();
      stranger = new Stranger('fuzzed', `stranger ${attacker} ${sent}`);
      const joined = stranger;
      await until(() => joined.live || joined.closeCode > 0, 'a stranger is let in', ANSWER_MS);
    }
    const frame = mutate(frames[dice.below(frames.length)] as Uint8Array, dice);
    const asking = stranger;
    const before = asking.answers;
    asking.socket.send(frame);
    asking.socket.send('ping');
    const hex = Buffer.from(frame).toString('hex');
    await until(() => asking.answers > before || asking.closeCode > 0, `an answer after ${hex}`, ANSWER_MS);
    if (sent % 100 !== 99) continue;
    write(victim, 0, 'v');
    await until(() => victim.saved, `the victim is served after ${hex}`, ANSWER_MS);
  }
}

it(`${FRAMES} mutated frames over live sockets block nothing, and harm nobody else (seed ${seed})`, async () => {
  const victim = await enter('fuzzed', 'victim');
  victim.rename('Victim');
  const attackers = Array.from({ length: ABREAST }, (_, n) => attack(n, victim));
  await Promise.all(attackers);
  assert.deepEqual([victim.status, victim.self?.name], ['live', 'Victim']);
  const { port } = engine;
  await engine.kill();
  engine = await start(port);
  const late = await enter('fuzzed', 'late');
  await until(() => victim.status === 'live' && victim.saved, 'the victim is back');
  assert.equal(late.document.text.toString(), victim.document.text.toString());
  for (const session of [victim, late]) session.close();
});
