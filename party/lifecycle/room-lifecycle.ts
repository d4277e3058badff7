/** One room's life: loads or makes it, leads its connections, and ends it when its time has come. */

import type { Issuer } from '../access/issuers.js';
import { type Identity, verifyFor } from '../access/tokens.js';
import type { RoomSettings } from '../config/room-settings.js';
import type { Clock, Peer, Storage } from '../engine/platform.js';
import { Turns } from '../engine/turns.js';
import { admissionPolicy, TOO_OFTEN, turnAway } from '../room/admission-policy.js';
import type { Applicant } from '../room/applicant.js';
import { Connections } from '../room/connections.js';
import { receiveFrame } from '../room/dispatch.js';
import { disconnectIdle } from '../room/idle-timeout.js';
import { join, olderEntries } from '../room/join.js';
import type { Room } from '../room/room.js';
import { CLOSE } from '../shared/protocol.js';
import type { Hello } from '../shared/wire/client-message.js';
import { GONE, RoomRecord, type Tombstone } from '../storage/room-record.js';
import { deleteRoom, readStored } from '../storage/stored-room.js';
import type { About, Existence, Kept, RoomLife } from './existence.js';
import { Handshakes } from './handshake.js';
import { readHello, type TurnedAway } from './hello.js';
import { HibernatedPeers } from './hibernated-peers.js';
import { loadRoom } from './load-room.js';
import { doScheduledWork, nextScheduledWork } from './scheduled-work.js';

/** How far a room's end is moved at once when it is used: not with each keystroke. */
const EXTEND_MS = 3600 * 1000;

export class RoomLifecycle implements RoomLife {
  #existence: Promise<Existence> | null = null;
  /** As `#existence` when it has been settled: frames are handled in the order they come, without a pause. */
  #settled: Existence | null = null;
  #making: Promise<Existence> | null = null;
  readonly #handshakes: Handshakes;
  readonly connections = new Connections();
  readonly #hibernated: HibernatedPeers;
  /** In which what takes long is done. */
  readonly turns: Turns;
  /** When the room is to be woken. */
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(
    /** Called when it is needed: not every engine can tell it at every time. */
    private readonly name: () => string,
    readonly storage: Storage,
    readonly clock: Clock,
    readonly settings: RoomSettings,
    /** The team whose tokens open it; null: tokens of its own links do. */
    readonly issuer: Issuer | null = null,
  ) {
    this.#handshakes = new Handshakes(this);
    this.#hibernated = new HibernatedPeers(this.connections, settings.report);
    this.turns = new Turns(
      () => clock.now(),
      (ms, callback) => clock.after(ms, callback),
    );
  }

  get id(): string {
    return this.name();
  }

  /** Who a token of this room is of. Throws AccessDenied. */
  verify(record: RoomRecord, token: string, proven: Identity | null = null): Promise<Identity> {
    return verifyFor(this, record, token, proven);
  }

  connect(peer: Peer): void {
    this.#handshakes.connect(peer);
  }

  /** Connections that outlived the room in memory, each with its state. Call it before anything else. */
  resume(peers: Iterable<Peer>): void {
    for (const peer of peers) this.#hibernated.add(peer);
    if (this.#hibernated.peers.length === 0) return;
    this.exist().catch((error) => {
      this.settings.report(error);
      this.#hibernated.turnAway(null);
    });
  }

  receive(peer: Peer, frame: Uint8Array): void {
    const connection = this.connections.get(peer);
    switch (connection?.phase) {
      case 'hibernated':
        return this.#hibernated.defer(() => this.receive(peer, frame));
      case 'handshaking':
        return this.#handshakes.receive(peer, connection, readHello(frame, this.settings.limits.helloBytes));
      case 'waiting':
        return this.#room.lobby.receive(connection, frame);
      case 'joined':
        return receiveFrame(this.#room, connection, frame);
    }
  }

  /** As `receive`, of a first frame that has been read already. */
  receiveHello(peer: Peer, hello: Hello | TurnedAway): void {
    const handshake = this.connections.find(peer, 'handshaking');
    if (handshake) this.#handshakes.receive(peer, handshake, hello);
  }

  /** `goodbye`: the page was closed on purpose. */
  leave(peer: Peer, goodbye: boolean): void {
    const connection = this.connections.get(peer);
    switch (connection?.phase) {
      case 'hibernated':
        return this.#hibernated.defer(() => this.leave(peer, goodbye));
      case 'handshaking':
        this.#handshakes.leave(peer);
        break;
      case 'waiting':
        this.#room.lobby.leave(connection);
        break;
      case 'joined':
        this.#room.leave(connection, goodbye);
        break;
    }
    if (this.#settled?.kind === 'kept') this.#extend(this.#settled);
  }

  /** Nobody waits in a room, or is in one, that is not there. */
  get #room(): Room {
    if (this.#settled?.kind !== 'kept') throw new TypeError('The room has not been loaded.');
    return this.#settled.room;
  }

  /** The time set by `Clock.wakeAt` has come. Waits for the disk, and for nobody else. */
  async wake(): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    // Whoever is in a room uses it, typing or not.
    disconnectIdle(existence.room);
    if (existence.room.roster.connections.length > 0) this.#extend(existence);
    doScheduledWork(existence.room, this.settings.report);
    if (this.clock.now() >= existence.room.record.expiresAt) await this.end('expired');
    else this.#arm(existence, true);
  }

  /** Loads the room if there is one. Rejects when storage cannot be read: then nothing is known, and nothing may be written. */
  async exist(): Promise<Existence> {
    this.#existence ??= this.#load();
    const current = this.#existence;
    try {
      const existence = await current;
      // The room may have ended while this was waited for: then something newer is on its way.
      if (current === this.#existence && this.#settled !== existence) this.#settle(existence);
      return existence;
    } catch (error) {
      if (current === this.#existence) this.#existence = null;
      throw error;
    }
  }

  /** Makes the room; null when there is, or has been, one. */
  async make(about: About, fill: (room: Room) => Promise<void> | void): Promise<RoomRecord | null> {
    const before = await this.exist();
    if (this.#making) {
      await this.#making;
      return null;
    }
    if (before.kind === 'kept' || (before.kind === 'gone' && about.kind !== 'embedded')) return null;
    this.#making = this.#keep(RoomRecord.make(about, this.clock.now()), fill).finally(() => {
      this.#making = null;
    });
    this.#existence = this.#making;
    const kept = await this.exist();
    return kept.kind === 'kept' ? kept.room.record : null;
  }

  /** Lets a peer in whose handshake was in order; false when the room has gone meanwhile. */
  async letIn(peer: Peer, identity: Identity, hello: Hello): Promise<boolean> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return false;
    const { room } = existence;
    const now = this.clock.now();
    if (!room.rates.of(identity.person, now).mayReturn(now)) {
      if (this.#handshakes.leave(peer)) turnAway(room, peer, TOO_OFTEN);
      return true;
    }
    const role = room.roster.roleOf(identity.person, identity.role);
    const older = await olderEntries(room, role, hello);
    if (this.#settled !== existence) return false;
    if (!this.#handshakes.leave(peer)) return true;
    // Those who are gone without a word take no place.
    disconnectIdle(existence.room);
    const way = admissionPolicy(room, identity);
    if (way.to === 'rejected') turnAway(room, peer, way);
    else if (way.to === 'lobby') {
      const { issuedAt: _, ...access } = identity;
      room.lobby.enter(peer, { ...access, name: hello.name || identity.name });
    } else join(existence.room, peer, identity, hello, older);
    this.#watch(existence);
    return true;
  }

  /** An interviewer has let in somebody who waited. */
  #letIn(applicant: Applicant): void {
    const existence = this.#settled;
    if (existence?.kind !== 'kept' || !existence.room.lobby.leave(applicant)) return;
    const { peer, identity } = applicant;
    // Nobody who has to wait has been inside before.
    join(existence.room, peer, identity, { name: '', resume: new Uint8Array(), bookmark: null }, new Map());
    this.#watch(existence);
  }

  /** Deletes everything, and sends everybody away with a word. */
  async end(reason: Tombstone['reason']): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    const { room } = existence;
    room.writeQueue.close();
    room.run.close();
    this.#settled = null;
    this.#existence = room.writeQueue.settled().then(() => this.#wipe(room.record, reason));
    room.lobby.turnAwayWhere(CLOSE.gone, GONE[reason], () => true);
    for (const connection of room.roster.connections) {
      this.connections.delete(connection.peer);
      connection.end();
      connection.peer.close(CLOSE.gone, GONE[reason]);
    }
    await this.exist();
  }

  async #wipe(record: RoomRecord, reason: Tombstone['reason']): Promise<Existence> {
    const tombstone = await deleteRoom(this.storage, record, { reason, at: this.clock.now() });
    return tombstone ? { kind: 'gone', tombstone } : { kind: 'none' };
  }

  async #load(): Promise<Existence> {
    const { tombstone, record } = await readStored(this.storage);
    if (tombstone) return { kind: 'gone', tombstone };
    if (!record) return { kind: 'none' };
    // The alarm may not have come yet; what has expired is not shown once more. Nor is it taken from those who are in it.
    const over = this.clock.now() >= record.expiresAt && !this.#hibernated.known;
    return over ? this.#wipe(record, 'expired') : this.#keep(record);
  }

  async #keep(record: RoomRecord, fill?: (room: Room) => Promise<void> | void): Promise<Existence> {
    const room = await loadRoom(
      record,
      this.storage,
      this.clock,
      this.settings,
      {
        id: this.name,
        connections: this.connections,
        letIn: (applicant) => this.#letIn(applicant),
        verify: (token) => this.verify(record, token),
        rearm: (exactly) => this.#settled?.kind === 'kept' && this.#arm(this.#settled, exactly),
      },
      this.#hibernated.known,
    );
    await fill?.(room);
    await room.writeQueue.settled();
    return { kind: 'kept', room };
  }

  /** From now on frames are handled as they come; those whose connection outlived the room in memory go on where they were. */
  #settle(existence: Existence): void {
    this.#settled = existence;
    if (existence.kind !== 'kept') return this.#hibernated.turnAway(existence);
    const { room } = existence;
    this.#hibernated.restore(room);
    // Alarms do not outlive every restart of every engine. One that has woken the room comes only if it is not put off here.
    this.#wakeAt(Math.min(room.record.expiresAt, nextScheduledWork(room)));
    this.#hibernated.replay();
  }

  #extend({ room: { record } }: Kept): void {
    const end = this.clock.now() + record.retentionMs;
    if (end - record.expiresAt < Math.min(EXTEND_MS, record.retentionMs / 10)) return;
    record.extend(end);
  }

  /** Somebody has come: plan the next idle check, and the end of their access. */
  #watch(existence: Kept): void {
    this.#extend(existence);
    this.#arm(existence);
  }

  /** One alarm for all that has to happen by itself; it is only ever moved forward, unless it has just come or something was done with. */
  #arm({ room }: Kept, exactly = false): void {
    disconnectIdle(room);
    const soonest = Math.min(nextScheduledWork(room), room.record.expiresAt);
    if (exactly || soonest < this.#wakesAt || this.#wakesAt <= this.clock.now()) this.#wakeAt(soonest);
  }

  #wakeAt(time: number): void {
    this.#wakesAt = time;
    this.clock.wakeAt(time);
  }
}
