/** Lifecycle of one room: loads or creates it, routes its connections, and deletes it when it expires. */

import type { Issuer } from '../access/issuers.js';
import { type Identity, verifyFor } from '../access/tokens.js';
import type { RoomSettings } from '../config/room-settings.js';
import type { Clock, Peer, Storage } from '../engine/platform.js';
import { WorkQueue } from '../engine/work-queue.js';
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
import type { Existence, InitialRecord, KeptRoom, RoomLife } from './existence.js';
import { fillRoom } from './fill-room.js';
import { Handshakes } from './handshake.js';
import { readHello, type TurnedAway } from './hello.js';
import { HibernatedPeers } from './hibernated-peers.js';
import { loadRoom } from './load-room.js';
import { doScheduledWork, nextScheduledWork } from './scheduled-work.js';

/** How far the expiry is moved at a time when the room is used, so that not every keystroke writes it. */
const EXTEND_MS = 3600 * 1000;

export class RoomLifecycle implements RoomLife {
  #existence: Promise<Existence> | null = null;
  /** Resolved value of `#existence`: with it, frames are handled synchronously, in the order they arrive. */
  #settled: Existence | null = null;
  #making: Promise<Existence> | null = null;
  readonly #handshakes: Handshakes;
  readonly connections = new Connections();
  readonly #hibernated: HibernatedPeers;
  /** Queue for long work. */
  readonly workQueue: WorkQueue;
  /** When the alarm is set for. */
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(
    /** A function, because not every engine knows the name at all times. */
    private readonly name: () => string,
    readonly storage: Storage,
    readonly clock: Clock,
    readonly settings: RoomSettings,
    /** The team whose tokens open the room; null when it has links of its own. */
    readonly issuer: Issuer | null = null,
  ) {
    this.#handshakes = new Handshakes(this);
    this.#hibernated = new HibernatedPeers(this.connections, settings.reportError);
    this.workQueue = new WorkQueue(
      () => clock.now(),
      (ms, callback) => clock.after(ms, callback),
    );
  }

  get id(): string {
    return this.name();
  }

  /** Verifies a token of this room. Throws AccessDenied. */
  verify(record: RoomRecord, token: string, proven: Identity | null = null): Promise<Identity> {
    return verifyFor(this, record, token, proven);
  }

  connect(peer: Peer): void {
    this.#handshakes.connect(peer);
  }

  /** Connections that outlived the room in memory, each with its state. Must be called first. */
  resume(peers: Iterable<Peer>): void {
    for (const peer of peers) this.#hibernated.add(peer);
    if (this.#hibernated.peers.length === 0) return;
    this.exist().catch((error) => {
      this.settings.reportError(error);
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

  /** Like `receive`, for a first frame that has been decoded already. */
  receiveHello(peer: Peer, hello: Hello | TurnedAway): void {
    const handshake = this.connections.find(peer, 'handshaking');
    if (handshake) this.#handshakes.receive(peer, handshake, hello);
  }

  /** `goodbye` is true when the page was closed on purpose. */
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

  /** Nobody is in the room or its lobby unless it exists. */
  get #room(): Room {
    if (this.#settled?.kind !== 'kept') throw new TypeError('The room has not been loaded.');
    return this.#settled.room;
  }

  /** Called at the time set by `Clock.wakeAt`. Waits only for the disk. */
  async wake(): Promise<void> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return;
    // Being in a room counts as use, typing or not.
    disconnectIdle(existence.room);
    if (existence.room.roster.connections.length > 0) this.#extend(existence);
    doScheduledWork(existence.room, this.settings.reportError);
    if (this.clock.now() >= existence.room.record.expiresAt) await this.delete('expired');
    else this.#arm(existence, true);
  }

  /** Loads the room if it exists. Rejects when storage cannot be read: then its existence is unknown, and nothing may be written. */
  async exist(): Promise<Existence> {
    this.#existence ??= this.#load();
    const current = this.#existence;
    try {
      const existence = await current;
      // The room may have been deleted during the await; then a newer value is on its way.
      if (current === this.#existence && this.#settled !== existence) this.#settle(existence);
      return existence;
    } catch (error) {
      if (current === this.#existence) this.#existence = null;
      throw error;
    }
  }

  /** Creates the room; null when it exists, or existed before. Rejects with what `fill` rejects with; then there is none. */
  async make(initial: InitialRecord, fill?: (room: Room) => Promise<void> | void): Promise<RoomRecord | null> {
    const before = await this.exist();
    if (this.#making) {
      await this.#making;
      return null;
    }
    if (before.kind === 'kept' || (before.kind === 'gone' && initial.kind !== 'embedded')) return null;
    this.#making = this.#keep(
      RoomRecord.make({ ...initial, ...(fill && { filling: true }) }, this.clock.now()),
      fill,
    ).finally(() => {
      this.#making = null;
    });
    this.#existence = this.#making;
    const kept = await this.exist();
    return kept.kind === 'kept' ? kept.room.record : null;
  }

  /** Applies the admission policy to a peer whose handshake succeeded: room, lobby or rejected. False when the room has been deleted meanwhile. */
  async decideAdmission(peer: Peer, identity: Identity, hello: Hello): Promise<boolean> {
    const existence = await this.exist();
    if (existence.kind !== 'kept') return false;
    const { room } = existence;
    const now = this.clock.now();
    if (!room.rates.of(identity.person, now).mayReturn(now)) {
      if (this.#handshakes.leave(peer)) turnAway(room, peer, TOO_OFTEN);
      return true;
    }
    const role = room.roster.roleOf(identity.person, identity.role);
    const older = await olderEntries(room, { person: identity.person, role }, hello);
    if (this.#settled !== existence) return false;
    if (!this.#handshakes.leave(peer)) return true;
    // So that dead connections take no place.
    disconnectIdle(existence.room);
    const way = admissionPolicy(room, identity);
    if (way.to === 'rejected') turnAway(room, peer, way);
    else if (way.to === 'lobby') {
      const { issuedAt: _, rules: _made, ...access } = identity;
      room.lobby.enter(peer, { ...access, name: hello.name || identity.name });
    } else join(existence.room, peer, identity, hello, older);
    this.#watch(existence);
    return true;
  }

  /** Called when an interviewer admits somebody from the lobby. */
  #admit(applicant: Applicant): void {
    const existence = this.#settled;
    if (existence?.kind !== 'kept' || !existence.room.lobby.leave(applicant)) return;
    const { peer, identity } = applicant;
    // Somebody who had to wait has never joined before, so there is nothing to resume.
    join(existence.room, peer, identity, { name: '', resume: new Uint8Array(), bookmark: null }, new Map());
    this.#watch(existence);
  }

  /** Deletes everything, and disconnects everybody with the reason. */
  async delete(reason: Tombstone['reason']): Promise<void> {
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
    room.roster.close();
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
    // The alarm may be late: an expired room is not loaded again, unless people are still in it.
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
        admit: (applicant) => this.#admit(applicant),
        verify: (token) => this.verify(record, token),
        rearm: (exactly) => this.#settled?.kind === 'kept' && this.#arm(this.#settled, exactly),
      },
      this.#hibernated.known,
    );
    if (fill) await fillRoom(room, this.storage, fill, this.settings.reportError);
    await room.writeQueue.settled();
    return { kind: 'kept', room };
  }

  /** From now on frames are handled synchronously; hibernated connections continue in their phase. */
  #settle(existence: Existence): void {
    this.#settled = existence;
    if (existence.kind !== 'kept') return this.#hibernated.turnAway(existence);
    const { room } = existence;
    this.#hibernated.restore(room);
    // Not every engine keeps alarms across every restart. The alarm that woke the room is not postponed here, so that it still fires.
    this.#wakeAt(Math.min(room.record.expiresAt, nextScheduledWork(room)));
    this.#hibernated.replay();
  }

  #extend({ room: { record } }: KeptRoom): void {
    const end = this.clock.now() + record.retentionMs;
    if (end - record.expiresAt < Math.min(EXTEND_MS, record.retentionMs / 10)) return;
    record.extend(end);
  }

  /** Somebody has joined: schedules the next idle check and the expiry of their access. */
  #watch(existence: KeptRoom): void {
    this.#extend(existence);
    this.#arm(existence);
  }

  /** Sets the one alarm for all scheduled work. It is only moved forward, unless `exactly`. */
  #arm({ room }: KeptRoom, exactly = false): void {
    disconnectIdle(room);
    const soonest = Math.min(nextScheduledWork(room), room.record.expiresAt);
    if (exactly || soonest < this.#wakesAt || this.#wakesAt <= this.clock.now()) this.#wakeAt(soonest);
  }

  #wakeAt(time: number): void {
    this.#wakesAt = time;
    this.clock.wakeAt(time);
  }
}
