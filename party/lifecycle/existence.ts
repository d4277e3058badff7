/** Whether there is a room, and what those who help with its life need of it. */

import type { Issuer } from '../access/issuers.js';
import type { Identity } from '../access/tokens.js';
import type { RoomSettings } from '../config/room-settings.js';
import type { Clock, Peer } from '../engine/platform.js';
import type { Connections } from '../room/connections.js';
import type { Room } from '../room/room.js';
import type { Hello } from '../shared/wire/client-message.js';
import type { RoomRecord, StoredRecord, Tombstone } from '../storage/room-record.js';

export type Existence = { kind: 'none' } | { kind: 'gone'; tombstone: Tombstone } | { kind: 'kept'; room: Room };

export type Kept = Extract<Existence, { kind: 'kept' }>;

/** What a room is made with. */
export type About = Pick<StoredRecord, 'kind' | 'retentionMs'> & Partial<StoredRecord>;

export interface RoomLife {
  readonly connections: Connections;
  readonly id: string;
  readonly clock: Clock;
  readonly settings: RoomSettings;
  /** The team whose tokens open it; null: tokens of its own links do. */
  readonly issuer: Issuer | null;
  /** Loads the room if there is one. Rejects when storage cannot be read: then nothing is known, and nothing may be written. */
  exist(): Promise<Existence>;
  /** Makes the room; null when there is, or has been, one. */
  make(about: About, fill: (room: Room) => void): Promise<RoomRecord | null>;
  /** Who a token of this room is of. Rejects with AccessDenied. */
  verify(record: RoomRecord, token: string, proven: Identity | null): Promise<Identity>;
  /** Lets a peer in whose hello has been found to be in order; false when the room has gone meanwhile. */
  letIn(peer: Peer, identity: Identity, hello: Hello): Promise<boolean>;
}
