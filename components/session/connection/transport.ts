/** The interface of connections to a room: over a socket, or to a local room. */
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessage } from '../../../party/shared/wire/room-message.js';
import type { Refused } from '../refusal/session-refusal.js';

export interface TransportEvents {
  /** The connection is open: send the hello. */
  opened(): void;
  message(message: RoomMessage): void;
  /** The connection is closed. `final`: it will not reconnect by itself. */
  closed(code: number, reason: string | Refused, final: boolean): void;
}

export interface Transport {
  send(message: OutgoingMessage): void;
  /** Closes the connection and connects again. */
  reconnect(): void;
  close(): void;
}
