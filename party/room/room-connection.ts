/** A joined connection: who it speaks for, and what it may still send. */
import type { Identity } from '../access/tokens.js';
import type { Peer, VersionedRange } from '../engine/platform.js';
import type { PersonRate } from '../rate/person-rate.js';
import type { Role } from '../shared/roles.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import { encodeRoomMessage } from '../shared/wire/room-message.js';

/** A person's identity in the room, and when it expires. */
export type Credentials = Omit<Identity, 'name' | 'issuedAt'>;

/** How outdated the stored state may be: saving it costs a little. */
const KEPT_MS = 1_000;

export class RoomConnection {
  readonly phase = 'joined';
  cursor: VersionedRange | null = null;
  /** What this person sees, as they have said last. */
  view: VersionedRange | null = null;
  /** What was sent last of a document of which this person reads their own lines. */
  ownLines: string | null = null;
  /** Starter code received so far; null when it was too long, so that its remaining parts are ignored. */
  seed: string | null = '';
  /** By document: the version that this connection waits to hear is durable. */
  readonly unacked = new Map<number, number>();
  /** Cancels the delayed relay of a cursor move. */
  cancelCursorRelay: (() => void) | null = null;
  /** When its cursor was last relayed. */
  cursorRelayedAt = 0;
  /** By kind: the newest signal that waits to be relayed, and what cancels that. */
  readonly signals = new Map<string, { place: VersionedRange; cancel: () => void }>();
  /** When this connection's text was last compared. */
  checkedAt = 0;
  /** When this connection was last sent a whole text because its own differed. */
  mendedAt = Number.NEGATIVE_INFINITY;
  /** By document: cancels an edit that is delayed. */
  readonly held = new Map<number, () => void>();
  #keptAt = 0;

  constructor(
    readonly peer: Peer,
    readonly replica: number,
    private access: Credentials,
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

  /** When it was last heard from; an engine may have answered pings for the room. */
  get lastHeard(): number {
    return Math.max(this.heardAt, this.peer.heardAt ?? 0);
  }

  get expiresAt(): number {
    return this.access.expiresAt;
  }

  /** The token of this connection, and the link it came from. */
  get credentials(): { jti: string; link: string } {
    return this.access;
  }

  /** Saves the state that the engine keeps while the room is out of memory. */
  keep(): void {
    const { replica, cursor, view, heardAt } = this;
    this.#keptAt = heardAt;
    const { person, role, expiresAt, iss, jti, link } = this.access;
    this.peer.state = {
      replica,
      person,
      role,
      expiresAt,
      iss,
      jti,
      link,
      cursor,
      view,
      heardAt,
      seeding: this.seed !== '',
    };
  }

  /** False when this connection sends more than any person or program of ours. */
  mayReceive(frame: Uint8Array, now: number): boolean {
    this.heardAt = now;
    // So that after hibernation the last frame is known, and an idle peer does not seem active.
    if (now - this.#keptAt >= KEPT_MS) this.keep();
    return this.rate.mayReceive(frame, now);
  }

  assign(role: Role): void {
    this.ownLines = null;
    this.renew({ ...this.access, role });
  }

  /** Continues with a new token. */
  renew(access: Credentials): void {
    this.access = access;
    this.keep();
  }

  send(message: OutgoingRoomMessage): void {
    this.peer.send(encodeRoomMessage(message));
  }

  /** The connection has ended: cancels all its timers. */
  end(): void {
    this.cancelCursorRelay?.();
    this.cancelCursorRelay = null;
    for (const { cancel } of this.signals.values()) cancel();
    this.signals.clear();
    for (const takeBack of this.held.values()) takeBack();
    this.held.clear();
  }
}
