/** A small language for worlds of sessions around one room: people type, connections break, the room crashes, all in memory. */
import assert from 'node:assert/strict';
import { serialize } from 'node:v8';
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';
import type { Transport, TransportEvents } from '../../components/session/connection/transport.js';
import type { SessionOptions } from '../../components/session/options.js';
import type { Claim, Outbox, OutboxEntry } from '../../components/session/outbox/outbox.js';
import { refusalOf } from '../../components/session/refusal/refusal-of.js';
import { findCodesBy } from '../../components/session/refusal/room-refusal.js';
import type { RunTicket } from '../../components/session/run/run-log.js';
import { Session } from '../../components/session/session.js';
import type { SessionDocument } from '../../components/session/sync/document.js';
import type { RefusedEvent, RemoteChangeEvent } from '../../components/session/sync/events.js';
import { digest } from '../../party/access/secrets.js';
import type { CreateCommand, Exchanged, RoomAnswer, RoomCommand } from '../../party/commands/command.js';
import { handleCommand } from '../../party/commands/handle-command.js';
import type { RoomSettings } from '../../party/config/room-settings.js';
import type { Clock, Peer, PeerState, Storage } from '../../party/engine/platform.js';
import { RoomLifecycle } from '../../party/lifecycle/room-lifecycle.js';
import { LIMITS } from '../../party/shared/limits.js';
import { FINAL_CLOSES } from '../../party/shared/protocol.js';
import { ROLES, type Role } from '../../party/shared/roles.js';
import { applyChange } from '../../party/shared/text-change.js';
import { encodeClientMessage, type OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';

/** What every engine takes as one value. */
export const VALUE_BYTES = 128 * 1024;
/** As long as something in real time may take. */
const PATIENCE_MS = 20_000;
// Nothing is fetched in a world: what happens in it happens in one order.
findCodesBy(refusalOf);

const SECRETS: Record<Role, string> = { interviewer: 'i', candidate: 'c', observer: 'o', assistant: 'a' };

/** Keeps what was written in order; what was not synced may be forgotten by a crash. */
export class MemoryStorage implements Storage {
  #durable = new Map<string, unknown>();
  #written = new Map<string, unknown>();
  #unsynced: ReadonlyMap<string, unknown>[] = [];
  #syncs: { upTo: number; resolve: () => void; reject: (error: Error) => void }[] = [];
  #count = 0;
  #synced = 0;
  /** Off: `sync` waits for `disk()`. */
  instant = true;
  failing = false;

  async read(prefix: string, start = prefix): Promise<Map<string, unknown>> {
    const keys = [...this.#written.keys()].filter((key) => key.startsWith(prefix) && key >= start).sort();
    return new Map(keys.map((key) => [key, structuredClone(this.#written.get(key))]));
  }

  async write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    if (this.failing) throw new Error('disk full');
    for (const [key, value] of changes)
      assert.ok(serialize(value).length <= VALUE_BYTES, `${key} is too large for an engine`);
    const copy = structuredClone(changes);
    for (const [key, value] of copy) put(this.#written, key, value);
    this.#unsynced.push(copy);
    this.#count++;
  }

  sync(): Promise<void> {
    if (this.failing) return Promise.reject(new Error('disk full'));
    return new Promise((resolve, reject) => {
      this.#syncs.push({ upTo: this.#count, resolve, reject });
      if (this.instant) this.disk(Number.POSITIVE_INFINITY);
    });
  }

  async erase(): Promise<void> {
    // Memory leaves nothing.
  }

  /** Somebody waits for the disk. */
  get waiting(): boolean {
    return this.#syncs.length > 0;
  }

  /** Makes up to `writes` of the waiting writes durable. */
  disk(writes: number): void {
    for (const changes of this.#unsynced.splice(0, writes)) {
      for (const [key, value] of changes) put(this.#durable, key, value);
      this.#synced++;
    }
    for (const sync of [...this.#syncs]) {
      if (sync.upTo > this.#synced) continue;
      this.#syncs.splice(this.#syncs.indexOf(sync), 1);
      sync.resolve();
    }
  }

  /** What a new process finds after a crash that happened now. */
  crashed(): MemoryStorage {
    const next = new MemoryStorage();
    next.#durable = new Map(this.#durable);
    next.#written = new Map(this.#durable);
    next.instant = this.instant;
    return next;
  }
}

function put(map: Map<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** The clock of one life of the room; an engine does not put a room that waits for something out of memory. */
class MemoryClock implements Clock {
  readonly #waiting = new Set<symbol>();
  #pauses = 0;
  /** When the room wants to be woken. */
  alarm = Number.POSITIVE_INFINITY;

  get waits(): boolean {
    return this.#waiting.size > 0;
  }

  now(): number {
    return Date.now();
  }

  after(ms: number, callback: () => void): () => void {
    const wait = Symbol();
    this.#waiting.add(wait);
    const timer = setTimeout(() => {
      this.#waiting.delete(wait);
      callback();
    }, ms);
    return () => {
      this.#waiting.delete(wait);
      clearTimeout(timer);
    };
  }

  /** In real time, even where a test holds the clock. */
  pause(): Promise<void> {
    this.#pauses++;
    return new Promise<void>((resolve) => setImmediate(resolve)).then(() => void this.#pauses--);
  }

  /** The room does something long, such as being loaded. */
  get pausing(): boolean {
    return this.#pauses > 0;
  }

  wakeAt(time: number): void {
    this.alarm = time;
  }
}

/** One connection, both ends and what is under way. */
class Wire implements Transport, Peer {
  state: PeerState | null = null;
  readonly up: Uint8Array[] = [];
  readonly down: Uint8Array[] = [];
  open = true;
  closeCode = 0;
  reason = '';
  heard = false;

  constructor(
    readonly world: World,
    readonly events: TransportEvents,
  ) {}

  /** From the session. */
  send(message: OutgoingMessage | Uint8Array): void {
    if (message instanceof Uint8Array) {
      this.heard = true;
      if (this.open) this.world.record?.(this, '<', message);
      // A room that has died may still be at work here; nobody hears it.
      if (this.open) this.down.push(message);
    } else if (this.open) {
      const frame = encodeClientMessage(message);
      this.world.record?.(this, '>', frame);
      this.up.push(frame);
    }
  }

  reconnect(): void {
    this.cut();
  }

  /** From the room (code) or the session (none). */
  close(code = 1000, reason = ''): void {
    // An engine heeds the first.
    if (this.closeCode && code !== 1000) return;
    this.closeCode = code;
    this.reason = reason;
    if (code !== 1000) this.world.record?.(this, 'x', new TextEncoder().encode(`${code} ${reason}`));
    this.heard = true;
    if (code === 1000) this.cut(true);
  }

  /** Nothing under way arrives. */
  cut(goodbye = false): void {
    if (!this.open) return;
    this.open = false;
    this.up.length = 0;
    this.down.length = 0;
    this.world.lifecycle.leave(this, goodbye);
    this.events.closed(this.closeCode, this.reason, FINAL_CLOSES.has(this.closeCode));
  }

  deliverUp(): void {
    const frame = this.up.shift();
    if (frame) this.world.lifecycle.receive(this, frame);
  }

  deliverDown(): void {
    const frame = this.down.shift();
    if (frame) this.events.message(decodeRoomMessage(frame));
    else if (this.closeCode) this.cut();
  }
}

/** Holds what a page had written down when it went away. */
class MemoryOutbox implements Outbox {
  #kept: OutboxEntry | null = null;
  #holder = 0;

  async claim(): Promise<Claim> {
    const holder = ++this.#holder;
    const keep = async (entry: OutboxEntry | null) => {
      if (holder === this.#holder) this.#kept = structuredClone(entry);
    };
    const isKept = () => this.#kept !== null;
    return {
      entry: structuredClone(this.#kept),
      get holds() {
        return isKept();
      },
      keep,
      release: () => {},
    };
  }

  /** The page that holds it is gone: nothing more is written down. */
  lose(): void {
    this.#holder++;
  }
}

export class World {
  lifecycle: RoomLifecycle;
  clock = new MemoryClock();
  storage = new MemoryStorage();
  readonly sessions: Session[] = [];
  readonly wires: (Wire | null)[] = [];
  readonly refusals: string[] = [];
  /** What only the operator can do something about. */
  readonly reported: unknown[] = [];
  /** Texts that could not be kept, and were given back to a session. */
  readonly copies: { index: number; text: string }[] = [];
  /** Hears of each frame that is sent, `>` by a session and `<` by the room, and of each close by the room (`x`). */
  record: ((wire: Transport, direction: '>' | '<' | 'x', bytes: Uint8Array) => void) | null = null;
  /** What an editor shows that hears of each change: built from nothing but the person's own edits and those shown. */
  readonly #editors: Text[] = [];
  /** The document of each. */
  readonly #edited: SessionDocument[] = [];
  readonly #away = new Set<number>();
  /** The room of this process has been loaded. */
  #begun = false;
  readonly #outboxes: MemoryOutbox[] = [];
  readonly #options: Partial<SessionOptions>[] = [];

  private constructor(private readonly settings: RoomSettings) {
    settings.reportError = (error) => void this.reported.push(error);
    this.lifecycle = this.#lifecycle();
  }

  /** `people` sessions, joined and caught up. */
  static async of(
    people: number,
    options: Partial<SessionOptions> = {},
    limits: Partial<typeof LIMITS> = {},
  ): Promise<World> {
    // Worlds run faster than people type.
    const fast = {
      messagesPerSecond: 1e9,
      messageBurst: 1e9,
      bytesPerSecond: 1e12,
      placesPerSecond: 1e12,
      placeBurst: 1e12,
      writtenBytesPerHour: 1e15,
      roomEditsPerSecond: 1e9,
      runsPerMinute: 1e9,
      runBurst: 1e9,
      strangerBurst: 1e9,
      returnBurst: 1e9,
      // They hold the clock still, and do not ping.
      silenceMs: Number.POSITIVE_INFINITY,
      batchPaceMs: 0,
    };
    const world = new World({
      limits: { ...LIMITS, ...fast, ...limits },
      engine: 'memory',
      openRooms: true,
      issuers: [],
      webhook: null,
      reportError: () => {},
    });
    for (let i = 0; i < people; i++) await world.join(options);
    return world;
  }

  /** A made room without anybody in it. */
  static async made(about: Partial<CreateCommand> = {}, limits: Partial<typeof LIMITS> = {}): Promise<World> {
    const world = await World.of(0, {}, limits);
    // An interviewer makes the link of an assistant.
    const roles = ROLES.filter((role) => role !== 'assistant' || about.ai);
    const digests = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await digest(SECRETS[role])])),
    );
    const room = { title: 'Interview', language: 'python', code: '', brief: '', lobby: false, retentionHours: 24 };
    const answer = await world.command({ type: 'create', ...room, digests, ...about });
    assert.ok(answer.ok);
    return world;
  }

  /** As the HTTP API asks. */
  command<C extends RoomCommand>(command: C): Promise<RoomAnswer<C['type']>> {
    return handleCommand(this.lifecycle, command) as Promise<RoomAnswer<C['type']>>;
  }

  async join(options: Partial<SessionOptions> = {}): Promise<number> {
    const index = this.sessions.length;
    this.#options[index] = options;
    this.#outboxes[index] = new MemoryOutbox();
    await this.#open(index);
    return index;
  }

  /** The page goes away without a goodbye, and its person opens it again. What it had not written down by then is lost. */
  async reload(index: number): Promise<void> {
    const old = this.sessions[index] as Session;
    const wire = this.wires[index];
    if (!wire) return;
    // A page that is gone hears nothing.
    this.#outboxes[index]?.lose();
    wire.cut();
    this.wires[index] = null;
    old.close();
    await this.#open(index);
  }

  async #open(index: number): Promise<void> {
    const transport = (events: TransportEvents) => {
      const wire = new Wire(this, events);
      this.wires[index] = wire;
      return {
        send: (message: OutgoingMessage) => this.wires[index]?.send(message),
        reconnect: () => this.wires[index]?.cut(),
        close: () => this.wires[index]?.open && this.wires[index]?.close(),
      };
    };
    const place = { room: 'world', host: 'http://world', outbox: this.#outboxes[index] as Outbox };
    const session = new Session({ personKey: `person ${index}`, ...place, ...this.#options[index], transport });
    this.sessions[index] = session;
    this.#editors[index] = Text.empty;
    this.#edited[index] = session.document;
    session.document.addEventListener('change', (event) => this.#shown(index, (event as RemoteChangeEvent).change));
    session.addEventListener('refused', (event) => {
      const { sentence, lost } = event as RefusedEvent;
      this.refusals.push(sentence);
      if (lost !== undefined) this.copies.push({ index, text: lost });
    });
    session.connect();
    await turns();
    await this.#greet(index);
    if (!this.#left(index) && index === this.sessions.length - 1) await this.settle();
  }

  text(index: number): string {
    return (this.sessions[index] as Session).document.text.toString();
  }

  /** Replaces a part of what the person sees. */
  type(index: number, insert: string, at = this.text(index).length, remove = 0): void {
    this.edit(index, { from: at, to: at + remove, insert });
  }

  /** An edit of what the person sees, or of another file, in one place or many. */
  edit(index: number, changes: ChangeSpec, document = (this.sessions[index] as Session).document): void {
    const change = ChangeSet.of(changes, document.text.length);
    if (document === this.#edited[index]) this.#shown(index, change);
    document.edit(change);
  }

  #shown(index: number, change: ChangeSet): void {
    this.#editors[index] = applyChange(change, this.#editors[index] as Text);
  }

  /** The connection is lost, with everything under way; `away`: not to come back when the world settles. */
  cut(index: number, away = false): void {
    if (away) this.#away.add(index);
    this.wires[index]?.cut();
  }

  async back(index: number): Promise<void> {
    const wire = this.wires[index];
    if (!wire || wire.open) return;
    this.#away.delete(index);
    this.wires[index] = new Wire(this, wire.events);
    await this.#greet(index);
  }

  /** A person who comes to a made room, with a token for a role. */
  async token(role: Role, name = '', personKey = `${role} ${name}`): Promise<string> {
    const answer = await this.command({
      type: 'exchange',
      secret: SECRETS[role],
      name,
      personKey,
    });
    assert.ok(answer.ok);
    return (answer.value as Exchanged).token;
  }

  /** Never comes back. */
  vanish(index: number): void {
    this.sessions[index]?.close();
    this.wires[index] = null;
  }

  /** The room as it is in memory; only for a room that is kept. */
  async existing() {
    const existence = await this.lifecycle.exist();
    assert.ok(existence.kind === 'kept');
    return existence.room;
  }

  /** The room's process dies; what was not on disk is gone. */
  crash(): void {
    const lost = this.lifecycle;
    this.storage = this.storage.crashed();
    this.lifecycle = this.#lifecycle();
    this.#begun = false;
    for (const wire of this.wires) {
      if (wire?.open) {
        wire.closeCode = 1006;
        wire.cut();
      }
    }
    assert.notEqual(lost, this.lifecycle);
  }

  /** The room leaves memory, as engines do with rooms at rest; connections stay, with what the engine kept of them. False: it is not at rest. */
  async hibernate(): Promise<boolean> {
    await turns();
    if (this.clock.waits || this.clock.pausing || this.storage.waiting || !this.#begun) return false;
    this.lifecycle = this.#lifecycle();
    const open = this.wires.filter((wire) => wire?.open) as Wire[];
    for (const wire of open) wire.state = structuredClone(wire.state);
    this.#begun = open.some((wire) => wire.state !== null);
    this.lifecycle.resume(open);
    return true;
  }

  up(index: number): void {
    this.wires[index]?.deliverUp();
  }

  down(index: number): void {
    this.wires[index]?.deliverDown();
  }

  /** The names of all whom a session sees, in the order of the alphabet. */
  names(index: number): string[] {
    return (this.sessions[index]?.people ?? []).map(({ name }) => name).sort();
  }

  /** What a session has seen the run print. */
  output(index: number): string {
    return (this.sessions[index]?.run.current?.output ?? []).map(({ text }) => text).join('');
  }

  /** Has a session begin a run of Python. */
  async run(index: number): Promise<RunTicket> {
    const ticket = (this.sessions[index] as Session).run.start('python');
    // It may be refused before the world has come to rest; whoever asked hears of it after that.
    ticket.catch(() => {});
    await this.settle();
    return ticket;
  }

  /** Everybody is back, everything arrives, everything is on disk. */
  async settle(): Promise<void> {
    for (let round = 0; round < 200; round++) {
      let busy = false;
      for (const [index, wire] of this.wires.entries()) {
        if (!wire) continue;
        if (
          !wire.open &&
          !this.#away.has(index) &&
          !['refused', 'ended'].includes(this.sessions[index]?.status ?? '')
        ) {
          await this.back(index);
          busy = true;
        }
        const now = this.wires[index] as Wire;
        busy ||= now.open && now.up.length + now.down.length + now.closeCode > 0;
        while (now.open && now.up.length > 0) now.deliverUp();
        while (now.open && (now.down.length > 0 || now.closeCode)) now.deliverDown();
      }
      this.storage.disk(Number.POSITIVE_INFINITY);
      await turns();
      while (this.clock.pausing) await turns();
      await turns();
      const waiting = this.storage.waiting || this.wires.some((wire) => wire && wire.up.length + wire.down.length > 0);
      if (!busy && !waiting) return;
    }
    throw new Error('The world does not come to rest.');
  }

  /** What takes real time (a signature being checked) has happened, and everybody has heard of it. */
  async until(condition: () => boolean): Promise<void> {
    // By the clock, not by turns: a busy machine takes thousands of them while a signature waits for a processor.
    for (const began = performance.now(); performance.now() - began < PATIENCE_MS; ) {
      await this.settle();
      if (condition()) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error('It does not happen.');
  }

  /** All copies, and the room's, are equal (and read `text`). */
  agree(text = this.#present().map((index) => this.text(index))[0] ?? ''): void {
    for (const index of this.#present()) {
      assert.equal(this.text(index), text, `text of session ${index}`);
      assert.equal(this.#editors[index]?.toString(), text, `editor of session ${index}`);
      assert.ok(this.sessions[index]?.saved, `session ${index} is saved`);
    }
  }

  #left(index: number): boolean {
    const wire = this.wires[index];
    while (wire?.open && wire.closeCode && wire.down.length === 0) wire.deliverDown();
    return !wire?.open;
  }

  #present(): number[] {
    return [...this.wires.entries()].filter(([, wire]) => wire).map(([index]) => index);
  }

  /** Says hello and waits for the room's answer: its checks take real time. */
  async #greet(index: number): Promise<void> {
    const wire = this.wires[index] as Wire;
    this.lifecycle.connect(wire);
    wire.events.opened();
    await turns();
    while (wire.up.length > 0) wire.deliverUp();
    while (!wire.heard) {
      // A room that begins waits for the disk; one that is there does not, and is not given it.
      if (!this.#begun) this.storage.disk(Number.POSITIVE_INFINITY);
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#begun = true;
  }

  #lifecycle(): RoomLifecycle {
    const { storage } = this;
    this.clock = new MemoryClock();
    return new RoomLifecycle(() => 'world', storage, this.clock, this.settings);
  }
}

/** What a token says. */
export function claimsOf(token: string): { jti: string; exp: number } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { jti: string; exp: number };
}

/** All that waits for nothing but other work in memory has happened, however many steps it takes. */
function turns(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Numbers that are the same for the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}
