/** The way to a room, whether it is a server's or this session's own. */
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { RoomMessage } from '../../../party/shared/wire/room-message.js';
import type { Refused } from '../refusal/session-refusal.js';

export interface TransportEvents {
  /** The way is open: say hello. */
  opened(): void;
  message(message: RoomMessage): void;
  /** The way is closed. `final`: it will not be tried again by itself. */
  closed(code: number, reason: string | Refused, final: boolean): void;
}

export interface Transport {
  send(message: OutgoingMessage): void;
  /** Gives the connection up and tries again at once. */
  reconnect(): void;
  close(): void;
}
