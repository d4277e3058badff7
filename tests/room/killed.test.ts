/** Rooms whose server is killed: every acknowledged edit is there once. */
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
import { openPage } from '../fixtures/page.js';
import { until } from '../fixtures/sessions.js';
import { startSmallEngine } from '../fixtures/small-engine.js';
import { Dice } from './world.js';

/** A round is one room interrupted once. One kill interrupts all rooms of the process, each where it just is. */
const ROUNDS = amount(20, 1_000);
const ROOMS = Math.min(20, ROUNDS);
const KILLS = Math.ceil(ROUNDS / ROOMS);
/** After so many kills the server is also stopped in order, which counts for no round. */
const KILLS_TO_A_STOP = 5;
const PEOPLE = 3;
/** Between an outage and the next. */
const WRITING_MS = 400;
/** Between two edits in a room. */
const EDIT_MS = 25;

const page = openPage();
let engine: Engine;
let state: string;
let rooms: Room[] = [];

before(async () => {
  state = await mkdtemp(join(tmpdir(), 'code-room-'));
  engine = await startSmallEngine(state);
});

after(async () => {
  // Whatever has failed: they would call for ever.
  for (const room of rooms) room.close();
  await engine.stop();
  await rm(state, { recursive: true, force: true });
});

/** Somebody in a room, and what they wrote since it was last empty. */
class Writer {
  readonly session: Session;
  marks: string[] = [];
  /** Of their marks so many have been saved. */
  acked = 0;

  constructor(room: string, person: number) {
    this.session = new Session({ host: engine.url, room, personKey: `person ${person}`, WebSocket });
    this.session.addEventListener('saved', () => {
      if (this.session.saved) this.acked = this.marks.length;
    });
    this.session.connect();
  }

  get text(): string {
    return this.session.document.text.toString();
  }

  get settled(): boolean {
    return this.session.status === 'live' && this.session.saved;
  }

  write(mark: string, dice: Dice): void {
    const ends = [0, ...[...this.text.matchAll(/>/g)].map((match) => match.index + 1)];
    this.marks.push(mark);
    this.edit(ends[dice.below(ends.length)] ?? 0, 0, mark);
  }

  edit(from: number, removed: number, insert: string): void {
    const { document } = this.session;
    document.edit(ChangeSet.of({ from, to: from + removed, insert }, document.text.length));
  }
}

class Room {
  readonly #dice: Dice;
  #marks = 0;
  #people = 0;
  #writers: Writer[];
  /** Those who have gone for good since the room was last empty. */
  #gone: Writer[] = [];

  constructor(private readonly number: number) {
    this.#dice = new Dice(seed * 1_000 + number);
    this.#writers = Array.from({ length: PEOPLE }, () => this.#newcomer());
  }

  #newcomer(): Writer {
    return new Writer(`killed-${this.number}`, this.#people++);
  }

  /** All are back, nothing is waiting, and all copies are equal. */
  get settled(): boolean {
    const [first] = this.#writers;
    return this.#writers.every((writer) => writer.settled && writer.text === first?.text);
  }

  async write(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      this.#writers[this.#dice.below(PEOPLE)]?.write(`<${this.#marks++}>`, this.#dice);
      await sleep(this.#dice.below(2 * EDIT_MS));
    }
  }

  /** Nobody waits for the network to write on. */
  writeAll(): void {
    for (const writer of this.#writers) writer.write(`<${this.#marks++}>`, this.#dice);
  }

  /** Now and then somebody goes with the server and does not come back. */
  loseSomebody(): void {
    if (!this.#dice.chance(30)) return;
    const who = this.#dice.below(PEOPLE);
    for (const writer of this.#writers.splice(who, 1)) {
      writer.session.close();
      this.#gone.push(writer);
    }
  }

  fill(): void {
    while (this.#writers.length < PEOPLE) this.#writers.push(this.#newcomer());
  }

  /** Every mark of those who stayed, and every acked one, is there once; others of those who went at most once; and no other. */
  check(): void {
    const [first] = this.#writers as [Writer];
    const found: string[] = first.text.match(/<\d+>/g) ?? [];
    const about = `in room ${this.number}, ${first.text}`;
    assert.equal(found.join('').length, first.text.length, `there are only marks ${about}`);
    assert.equal(new Set(found).size, found.length, `no mark is there twice ${about}`);
    const sure = [...this.#writers, ...this.#gone].flatMap((writer) =>
      this.#gone.includes(writer) ? writer.marks.slice(0, writer.acked) : writer.marks,
    );
    const allowed = new Set([...sure, ...this.#gone.flatMap(({ marks }) => marks)]);
    for (const mark of sure) assert.ok(found.includes(mark), `${mark} is there ${about}`);
    for (const mark of found) assert.ok(allowed.has(mark), `${mark} belongs there ${about}`);
  }

  /** A short text is stored whole so much the more often. */
  empty(): void {
    const [first] = this.#writers as [Writer];
    first.edit(0, first.text.length, '');
    for (const writer of this.#writers) [writer.marks, writer.acked] = [[], 0];
    this.#gone = [];
  }

  close(): void {
    for (const { session } of this.#writers) session.close();
  }
}

/** Waits for all, and lets nobody sit out a pause before the next attempt: the test would do nothing else. */
async function settle(): Promise<void> {
  const calling = setInterval(() => page.online(), 200);
  try {
    page.online();
    await until(() => rooms.every((room) => room.settled), 'all are back and saved, and all copies are equal', 30_000);
  } finally {
    clearInterval(calling);
  }
}

async function outage(end: () => Promise<void>, dice: Dice): Promise<void> {
  let writing = true;
  const written = rooms.map((room) => room.write(() => writing));
  await sleep(50 + dice.below(WRITING_MS));
  const ended = end();
  writing = false;
  for (const room of rooms) {
    room.loseSomebody();
    room.writeAll();
  }
  await ended;
  await Promise.all(written);
  for (const room of rooms) room.writeAll();
  engine = await startSmallEngine(state, engine.port);
  for (const room of rooms) room.fill();
  await settle();
  for (const room of rooms) room.check();
  for (const room of rooms) room.empty();
  await settle();
}

it(`no acknowledged edit is lost or doubled by SIGKILL, in ${KILLS * ROOMS} rounds (${ROOMS} rooms × ${KILLS} kills), and nothing of people who stay (seed ${seed})`, async () => {
  const dice = new Dice(seed);
  rooms = Array.from({ length: ROOMS }, (_, number) => new Room(number));
  await settle();
  for (let kill = 1; kill <= KILLS; kill++) {
    await outage(() => engine.kill(), dice);
    if (kill % KILLS_TO_A_STOP === 1) await outage(() => engine.stop(), dice);
  }
});
