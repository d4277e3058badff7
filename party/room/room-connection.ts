/** One connection that has been let into the room: who it speaks for, and what it may still send. */
import type { Identity } from '../access/tokens.js';
import type { Cursor, Peer } from '../engine/platform.js';
import type { PersonRate } from '../rate/person-rate.js';
import type { Role } from '../shared/roles.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import { encodeRoomMessage } from '../shared/wire/room-message.js';

/** Who somebody is here, and until when. */
export type Access = Omit<Identity, 'name' | 'issuedAt'>;

/** How old what the engine keeps may be: it costs a little to keep. */
const KEPT_MS = 1_000;

export class RoomConnection {
  readonly phase = 'joined';
  cursor: Cursor | null = null;
  /** Starter code of which more is to come; null when it has become too much, and what still comes is let pass. */
  seed: string | null = '';
  /** Versions this connection waits to hear are durable, by document. */
  readonly unacked = new Map<number, number>();
  /** Ends the wait of a cursor move that came too soon after the last. */
  cancelPoint: (() => void) | null = null;
  pointedAt = 0;
  /** When this connection's text was last compared. */
  checkedAt = 0;
  /** When this connection was last sent a whole text for one that differed. */
  mendedAt = Number.NEGATIVE_INFINITY;
  /** How to take back an edit that waits for its turn, by document. */
  readonly held = new Map<number, () => void>();
  #keptAt = 0;

  constructor(
    readonly peer: Peer,
    readonly replica: number,
    private access: Access,
    readonly rate: PersonRate,
    private heardAt: number,
  ) {
    this.keep();
  }

  get person(): string {
    return this.access.person;
  }

  get role(): Role {
    return this.access.role;
  }

  /** When it was last heard; an engine may have answered for the room. */
  get lastHeard(): number {
    return Math.max(this.heardAt, this.peer.heardAt ?? 0);
  }

  get expiresAt(): number {
    return this.access.expiresAt;
  }

  /** The token that keeps this connection in, and the link it came from. */
  get credentials(): { jti: string; link: string } {
    return this.access;
  }

  /** What the engine keeps with the connection while the room is out of memory. */
  keep(): void {
    const { replica, cursor, heardAt } = this;
    this.#keptAt = heardAt;
    const { person, role, expiresAt, iss, jti, link } = this.access;
    this.peer.state = { replica, person, role, expiresAt, iss, jti, link, cursor, heardAt, seeding: this.seed !== '' };
  }

  /** False when this connection sends more than any person or program of ours would. */
  mayReceive(frame: Uint8Array, now: number): boolean {
    this.heardAt = now;
    // Whoever is silent must not seem to have spoken when the room has been out of memory.
    if (now - this.#keptAt >= KEPT_MS) this.keep();
    return this.rate.mayReceive(frame, now);
  }

  assign(role: Role): void {
    this.renew({ ...this.access, role });
  }

  /** From now on in by another token. */
  renew(access: Access): void {
    this.access = access;
    this.keep();
  }

  send(message: OutgoingRoomMessage): void {
    this.peer.send(encodeRoomMessage(message));
  }

  /** The connection has ended: nothing of it may fire any more. */
  end(): void {
    this.cancelPoint?.();
    this.cancelPoint = null;
    for (const takeBack of this.held.values()) takeBack();
    this.held.clear();
  }
}
