/** Existence of a room (none, kept or gone), and the part of its lifecycle that helpers need. */

import type { Issuer } from '../access/issuers.js';
import type { Identity } from '../access/tokens.js';
import type { RoomSettings } from '../config/room-settings.js';
import type { Clock, Peer } from '../engine/platform.js';
import type { Connections } from '../room/connections.js';
import type { Room } from '../room/room.js';
import type { Hello } from '../shared/wire/client-message.js';
import type { RoomRecord, StoredRecord, Tombstone } from '../storage/room-record.js';

export type Existence = { kind: 'none' } | { kind: 'gone'; tombstone: Tombstone } | { kind: 'kept'; room: Room };

export type KeptRoom = Extract<Existence, { kind: 'kept' }>;

/** The initial record of a room. */
export type InitialRecord = Pick<StoredRecord, 'kind' | 'retentionMs'> & Partial<StoredRecord>;

export interface RoomLife {
  readonly connections: Connections;
  readonly id: string;
  readonly clock: Clock;
  readonly settings: RoomSettings;
  /** The team whose tokens open the room; null when it has links of its own. */
  readonly issuer: Issuer | null;
  /** Loads the room if it exists. Rejects when storage cannot be read: then its existence is unknown, and nothing may be written. */
  exist(): Promise<Existence>;
  /** Creates the room, empty or with what `fill` puts into it; null when it exists, or existed before. */
  make(initial: InitialRecord, fill?: (room: Room) => void): Promise<RoomRecord | null>;
  /** Verifies a token of this room. Rejects with AccessDenied. */
  verify(record: RoomRecord, token: string, proven: Identity | null): Promise<Identity>;
  /** Applies the admission policy to a peer whose hello was valid: room, lobby or rejected. False when the room has been deleted meanwhile. */
  decideAdmission(peer: Peer, identity: Identity, hello: Hello): Promise<boolean>;
}
