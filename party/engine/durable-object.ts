/** A Durable Object's storage, alarm and sockets as a room needs them: what the adapters of both engines share. */

import { TokenBucket } from '../rate/token-bucket.js';
import { LIMITS } from '../shared/limits.js';
import { CLOSE, HEARTBEAT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { sleep } from '../shared/time.js';
import { LateFrames } from './late-frames.js';
import type { Clock, Peer, PeerState, Storage } from './platform.js';
import type { Recipient, SendQueue } from './send-queue.js';

/** Keys the engine takes in one call. */
const BATCH = 128;
/** UTF-8 bytes a close frame has room for. */
const REASON_BYTES = 123;

/** What is used of `ctx.storage` and `room.storage`. */
export interface ObjectStorage {
  list(options: { prefix: string; start?: string }): Promise<Map<string, unknown>>;
  put(entries: Record<string, unknown>, options: { allowUnconfirmed: boolean }): Promise<void>;
  delete(keys: string[], options: { allowUnconfirmed: boolean }): Promise<number>;
  deleteAll(): Promise<void>;
  setAlarm(time: number, options: { allowUnconfirmed: boolean }): Promise<void>;
  sync(): Promise<void>;
}

/** What is used of a connection; PartyKit and PartyServer have the same. */
export interface ObjectConnection {
  readonly state: unknown;
  setState(state: string | null): unknown;
  send(frame: Uint8Array<ArrayBuffer> | string): void;
  close(code: number, reason: string): void;
  /** Bytes sent that have not left yet; not every engine tells. */
  readonly bufferedAmount?: number;
}

export class ObjectPeer implements Peer, Recipient {
  /** The room has said goodbye; the other side may go on sending all the same. */
  isClosed = false;
  #answeredAt = 0;
  readonly #signs = new TokenBucket(LIMITS.messagesPerSecond, LIMITS.messageBurst, Date.now());

  constructor(
    private readonly connection: ObjectConnection,
    /** One for the whole room. */
    private readonly sendQueue: SendQueue,
    /** When the engine last answered for the room, in milliseconds since 1970. */
    private readonly answeredByEngine: () => number = () => 0,
    readonly address: string | null = null,
    /** What may wait for somebody who does not read, and who is told when that is too much; by then it is closed. */
    private readonly unread: { bytes: number; tooMuch: () => void } | null = null,
  ) {}

  get heardAt(): number {
    return Math.max(this.#answeredAt, this.answeredByEngine());
  }

  /** Answers a sign of life, the only text there is; what else comes, or too many, ends the connection. */
  answer(text: string): void {
    if (text !== HEARTBEAT.ask) return this.close(CLOSE.malformed, sentenceFor('binary-only'));
    const now = Date.now();
    if (!this.#signs.take(1, now)) return this.close(CLOSE.flood, sentenceFor('many-messages'));
    this.#answeredAt = now;
    this.#send(HEARTBEAT.answer);
  }

  get state(): PeerState | null {
    const { state } = this.connection;
    if (typeof state !== 'string') return null;
    const { expiresAt, ...rest } = JSON.parse(state);
    // JSON has no Infinity, which is when access to an open room ends.
    return { ...rest, expiresAt: expiresAt ?? Number.POSITIVE_INFINITY };
  }

  /** As one string: PartyServer reads it anew for each message that comes, and an object costs as much as the room's own work. */
  set state(state: PeerState | null) {
    this.connection.setState(state && JSON.stringify(state));
  }

  send(frame: Uint8Array): void {
    this.sendQueue.send(this, frame);
  }

  deliver(frame: Uint8Array): void {
    // Frames are never shared memory; the types of the two engines differ in whether they may be.
    this.#send(frame as Uint8Array<ArrayBuffer>);
  }

  #send(frame: Uint8Array<ArrayBuffer> | string): void {
    try {
      this.connection.send(frame);
    } catch {
      // The connection has just ended; its close event takes it out of the room.
      return;
    }
    if (!this.unread || !((this.connection.bufferedAmount ?? 0) > this.unread.bytes)) return;
    // Its page comes back and is told what it has missed, which is less than what waited for it.
    this.isClosed = true;
    this.connection.close(CLOSE.tryAgain, sentenceFor('behind'));
    // Whoever does not read does not answer a goodbye either: the room does not wait for that.
    this.unread.tooMuch();
  }

  close(code: number, reason: string): void {
    this.isClosed = true;
    this.sendQueue.flush(this);
    try {
      this.connection.close(code, fit(reason));
    } catch {
      // It is closed already, which is what was wanted.
    }
  }
}

export class KeyValueStorage implements Storage {
  /** Writes so far. */
  #writes = 0;

  constructor(
    private readonly storage: ObjectStorage,
    /** Told that something is to be erased; false when that is not for the engine to do. */
    private readonly onErase: () => Promise<boolean> = async () => true,
  ) {}

  read(prefix: string, start?: string): Promise<Map<string, unknown>> {
    return this.storage.list(start === undefined ? { prefix } : { prefix, start });
  }

  /** Calls made without a pause between them are taken together. `allowUnconfirmed`: a broadcast must not wait for the disk. */
  async write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    this.#writes++;
    const puts = [...changes].filter(([, value]) => value !== undefined);
    const deletes = [...changes].filter(([, value]) => value === undefined).map(([key]) => key);
    const unconfirmed = { allowUnconfirmed: true };
    const calls: Promise<unknown>[] = [];
    for (const batch of batches(puts)) calls.push(this.storage.put(Object.fromEntries(batch), unconfirmed));
    for (const batch of batches(deletes)) calls.push(this.storage.delete(batch, unconfirmed));
    await Promise.all(calls);
  }

  sync(): Promise<void> {
    return this.storage.sync();
  }

  /**
   * Engines that give each object a database of its own throw the whole of it away, and nothing less. So what is left is put
   * back at once, without a pause in which anybody could write; a crash in between costs no more than the word that a room is
   * gone. While another team's room of this name lives in the same database, all stays until that is gone as well.
   */
  async erase(kept: string): Promise<void> {
    if (await this.onErase()) await this.#erase(kept);
  }

  async #erase(kept: string): Promise<void> {
    const writes = this.#writes;
    const left = await this.storage.list({ prefix: '' });
    if (writes !== this.#writes) return this.#erase(kept);
    if (![...left.keys()].every((key) => key.startsWith('__') || key.split('/').at(-1) === kept)) return;
    const erased = this.storage.deleteAll();
    await this.write(left);
    await erased;
    await this.sync();
  }
}

export class ObjectClock implements Clock {
  constructor(private readonly storage: ObjectStorage) {}

  now(): number {
    return Date.now();
  }

  after(ms: number, callback: () => void): () => void {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  }

  pause(): Promise<void> {
    return sleep(0);
  }

  wakeAt(time: number): void {
    void this.storage.setAlarm(time, { allowUnconfirmed: true });
  }
}

/** Why a connection is closed as soon as it is open: browsers tell no page why a handshake failed. */
export interface TurnedAway {
  code: number;
  sentence: string;
  /** They do not even get a socket to hear it on. */
  unheard?: true;
}

/** Answers a handshake only to say why not. `cut`: ends the connection of somebody who does not leave then, where the engine can. */
export function closedSocket({ code, sentence, unheard }: TurnedAway, cut?: () => void): Response {
  if (unheard) return new Response(sentence, { status: 429, headers: { 'Retry-After': '60' } });
  const { 0: theirs, 1: ours } = new WebSocketPair();
  const late = new LateFrames(LIMITS);
  ours.addEventListener('message', () => late.tooMany() && cut?.());
  ours.accept();
  ours.close(code, fit(sentence));
  return new Response(null, { status: 101, webSocket: theirs });
}

function* batches<T>(items: T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

function fit(reason: string): string {
  let fitting = reason;
  while (new TextEncoder().encode(fitting).length > REASON_BYTES) fitting = `${fitting.slice(0, -2)}…`;
  return fitting;
}
