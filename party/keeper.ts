/** Keeps one room: loads or makes it, lets people in at the door, answers the HTTP API, ends it when its time has come. */
import { admit, olderEntries } from './admission.js';
import { answer } from './answers.js';
import type { RoomAnswer, RoomCommand } from './command.js';
import { Door } from './door.js';
import type { Journal } from './journal.js';
import { loadRoom, RECORD_KEY } from './loading.js';
import type { Clock, Peer, Storage } from './platform.js';
import { newRecord, type RoomRecord, type Tombstone } from './record.js';
import type { Room } from './room.js';
import { FrameError } from './shared/codec.js';
import type { Limits } from './shared/limits.js';
import { CLOSE } from './shared/protocol.js';

export interface RoomSettings {
  limits: Limits;
  /** Rooms without a token may be opened. */
  openRooms: boolean;
}

const TOMBSTONE_KEY = 'gone';
/** How far a room's end is moved at once when it is used: not with each keystroke. */
const EXTEND_MS = 3600 * 1000;

export type Existence =
  | { kind: 'none' }
  | { kind: 'gone'; tombstone: Tombstone }
  | { kind: 'kept'; record: RoomRecord; room: Room; journal: Journal<Map<number, number>> };

export class RoomKeeper {
  #existence: Promise<Existence> | null = null;
  /** As `#existence` when it has been settled: frames are handled in the order they come, without a pause. */
  #settled: Existence | null = null;
  #making: Promise<Existence> | null = null;
  readonly #door: Door;

  constructor(
    /** Called when it is needed: not every engine can tell it at every time. */
    private readonly name: () => string,
    private readonly storage: Storage,
    readonly clock: Clock,
    readonly settings: RoomSettings,
  ) {
    this.#door = new Door(this);
  }

  get id(): string {
    return this.name();
  }

  connect(peer: Peer): void {
    this.#door.connect(peer);
  }

  receive(peer: Peer, frame: Uint8Array): void {
    const { limits } = this.settings;
    const room = this.#settled?.kind === 'kept' ? this.#settled.room : null;
    const member = room?.parts.roster.members.get(peer);
    if (frame.length > limits.frameBytesFatal)
      return peer.close(CLOSE.tooLarge, 'A message was larger than a room takes.');
    if (!room || !member) return this.#door.receive(peer, frame);
    if (!member.mayReceive(frame.length, this.clock.now()))
      return peer.close(CLOSE.flood, 'Too many messages at once.');
    if (frame.length > limits.frameBytes) return room.refuseFrame(member, frame[0] ?? 0);
    try {
      room.receive(member, frame);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      peer.close(CLOSE.malformed, error.message);
    }
  }

  /** `goodbye`: the page was closed on purpose. */
  leave(peer: Peer, goodbye: boolean): void {
    this.#door.leave(peer);
    if (this.#settled?.kind === 'kept') this.#settled.room.leave(peer, goodbye);
  }

  async command(command: RoomCommand): Promise<RoomAnswer> {
    return answer(this, command);
  }

  /** The time set by `Clock.wakeAt` has come. */
  async wake(): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    if (this.clock.now() >= existence.record.expiresAt) await this.end('expired');
    else this.clock.wakeAt(existence.record.expiresAt);
  }

  /** Loads the room if there is one. Rejects when storage cannot be read: then nothing is known, and nothing may be written. */
  async exist(): Promise<Existence> {
    this.#existence ??= this.#load();
    try {
      this.#settled = await this.#existence;
      return this.#settled;
    } catch (error) {
      this.#existence = null;
      throw error;
    }
  }

  /** Makes the room; null when there is, or has been, one. */
  async make(about: Parameters<typeof newRecord>[0], fill: (room: Room) => void): Promise<RoomRecord | null> {
    const before = await this.exist();
    if (this.#making) {
      await this.#making;
      return null;
    }
    if (before.kind === 'kept' || (before.kind === 'gone' && about.kind === 'made')) return null;
    this.#making = this.#keep(newRecord(about, this.clock.now()), fill).finally(() => {
      this.#making = null;
    });
    this.#existence = this.#making;
    const kept = await this.exist();
    return kept.kind === 'kept' ? kept.record : null;
  }

  /** Lets a peer in that the door has found to be in order. */
  async letIn(
    peer: Peer,
    ...[identity, hello]: [Parameters<typeof admit>[2], Parameters<typeof admit>[3]]
  ): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    const older = await olderEntries(existence.room.parts, hello);
    if (!this.#door.leave(peer)) return;
    admit(existence.room, peer, identity, hello, older);
    this.#extend(existence);
  }

  /** Deletes everything, and sends everybody away with a word. */
  async end(reason: Tombstone['reason']): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    const { room, journal, record } = existence;
    journal.close();
    room.parts.run.close();
    const tombstone: Tombstone = { reason };
    this.#settled = { kind: 'gone', tombstone };
    this.#existence = Promise.resolve(this.#settled);
    const sentence = reason === 'expired' ? 'This room has expired.' : 'This room has been deleted.';
    for (const member of [...room.parts.roster.members.values()]) {
      member.end();
      member.peer.close(CLOSE.gone, sentence);
    }
    await journal.settled();
    const keys = (await this.storage.read('')).keys();
    const changes = new Map<string, unknown>([...keys].map((key) => [key, undefined]));
    // Nothing of an open room needs to be remembered: whoever comes opens a new one.
    if (record.kind === 'made') changes.set(TOMBSTONE_KEY, tombstone);
    await this.storage.write(changes);
    await this.storage.sync();
  }

  async #load(): Promise<Existence> {
    const tombstone = (await this.storage.read(TOMBSTONE_KEY)).get(TOMBSTONE_KEY) as Tombstone | undefined;
    if (tombstone) return { kind: 'gone', tombstone };
    const record = (await this.storage.read(RECORD_KEY)).get(RECORD_KEY) as RoomRecord | undefined;
    return record ? this.#keep(record) : { kind: 'none' };
  }

  async #keep(record: RoomRecord, fill?: (room: Room) => void): Promise<Existence> {
    const { room, journal } = await loadRoom(this.name, record, this.storage, this.clock, this.settings.limits);
    fill?.(room);
    // Alarms do not outlive every restart of every engine: set again with each start.
    this.clock.wakeAt(record.expiresAt);
    await journal.settled();
    return { kind: 'kept', record, room, journal };
  }

  #extend({ record, room }: Extract<Existence, { kind: 'kept' }>): void {
    const end = this.clock.now() + record.retentionMs;
    if (end - record.expiresAt < EXTEND_MS) return;
    record.expiresAt = end;
    room.parts.saveRecord();
    this.clock.wakeAt(end);
  }
}
