/** Storage, alarm and sockets of a Durable Object behind the room's interfaces; shared by the adapters of both engines. */

import { TokenBucket } from '../rate/token-bucket.js';
import { LIMITS } from '../shared/limits.js';
import { CLOSE, HEARTBEAT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { sleep } from '../shared/time.js';
import { LateFrames } from './late-frames.js';
import type { Clock, Peer, PeerState, Storage } from './platform.js';
import type { Recipient, SendQueue } from './send-queue.js';

/** Maximum number of keys per call. */
const BATCH = 128;
/** Maximum UTF-8 bytes of a close reason. */
const REASON_BYTES = 123;

/** The part of `ctx.storage` and `room.storage` that is used. */
export interface ObjectStorage {
  list(options: { prefix: string; start?: string }): Promise<Map<string, unknown>>;
  put(entries: Record<string, unknown>, options: { allowUnconfirmed: boolean }): Promise<void>;
  delete(keys: string[], options: { allowUnconfirmed: boolean }): Promise<number>;
  deleteAll(): Promise<void>;
  setAlarm(time: number, options: { allowUnconfirmed: boolean }): Promise<void>;
  sync(): Promise<void>;
}

/** The part of a connection that is used; PartyKit and PartyServer have the same. */
export interface ObjectConnection {
  readonly state: unknown;
  setState(state: string | null): unknown;
  send(frame: Uint8Array<ArrayBuffer> | string): void;
  close(code: number, reason: string): void;
  /** Bytes sent but not transmitted yet; not every engine tells. */
  readonly bufferedAmount?: number;
}

export class ObjectPeer implements Peer, Recipient {
  /** The room has closed the connection; the other side may go on sending. */
  isClosed = false;
  #answeredAt = 0;
  readonly #signs = new TokenBucket(LIMITS.messagesPerSecond, LIMITS.messageBurst, Date.now());

  constructor(
    private readonly connection: ObjectConnection,
    /** Shared by the whole room. */
    private readonly sendQueue: SendQueue,
    /** When the engine last answered a ping on the room's behalf, in milliseconds since 1970. */
    private readonly answeredByEngine: () => number = () => 0,
    readonly address: string | null = null,
    /** How many bytes may wait for somebody who does not read; `tooMuch` is called once the connection has been closed for that. */
    private readonly unread: { bytes: number; tooMuch: () => void } | null = null,
  ) {}

  get heardAt(): number {
    return Math.max(this.#answeredAt, this.answeredByEngine());
  }

  /** Answers a text ping, the only text message there is. Any other text, or too many pings, closes the connection. */
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
    // JSON has no Infinity, the expiry of access to an open room.
    return { ...rest, expiresAt: expiresAt ?? Number.POSITIVE_INFINITY };
  }

  /** Stored as one string: PartyServer deserialises the state for each message, and an object would cost as much as the room's own work. */
  set state(state: PeerState | null) {
    this.connection.setState(state && JSON.stringify(state));
  }

  send(frame: Uint8Array): void {
    this.sendQueue.send(this, frame);
  }

  deliver(frame: Uint8Array): void {
    // Frames are never in shared memory; the types of the two engines differ on whether they may be.
    this.#send(frame as Uint8Array<ArrayBuffer>);
  }

  #send(frame: Uint8Array<ArrayBuffer> | string): void {
    try {
      this.connection.send(frame);
    } catch {
      // The connection has just ended; its close event removes it from the room.
      return;
    }
    if (!this.unread || !((this.connection.bufferedAmount ?? 0) > this.unread.bytes)) return;
    // The page reconnects and gets what it missed, which is less than what was queued.
    this.isClosed = true;
    this.connection.close(CLOSE.tryAgain, sentenceFor('behind'));
    // Somebody who does not read does not answer a close frame either, so the room does not wait for it.
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
  /** Number of writes so far. */
  #writes = 0;

  constructor(
    private readonly storage: ObjectStorage,
    /** Called when storage is to be erased; returns false when the engine should not do it. */
    private readonly onErase: () => Promise<boolean> = async () => true,
  ) {}

  read(prefix: string, start?: string): Promise<Map<string, unknown>> {
    return this.storage.list(start === undefined ? { prefix } : { prefix, start });
  }

  /** Calls without an await between them are written together. `allowUnconfirmed`: a broadcast must not wait for the disk. */
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
   * Engines with a database per object can only erase all of it. So the one key that is kept is written again at once, without
   * an await in which anybody could write. A crash in between loses only the note that the room has gone. While another
   * team's room of this name is in the same database, nothing is erased until that room is gone as well.
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

/** Why a connection is closed right after it opened: browsers do not tell a page why a handshake failed. */
export interface Rejection {
  code: number;
  sentence: string;
  /** Refuses the upgrade itself, so that the client does not even get a socket. */
  refuseUpgrade?: true;
}

/** Accepts a handshake only to close it with a reason. `cut` ends the connection of a client that does not close it, where the engine can. */
export function closedSocket({ code, sentence, refuseUpgrade }: Rejection, cut?: () => void): Response {
  if (refuseUpgrade) return new Response(sentence, { status: 429, headers: { 'Retry-After': '60' } });
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
