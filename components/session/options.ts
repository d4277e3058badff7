/** What a session needs to know, and what it may be told. */

import type { Transport, TransportEvents } from './connection/transport.js';
import type { Outbox } from './outbox/outbox.js';

export interface SessionOptions {
  /** Origin of the room's server, with scheme. Needed when `room` is given. */
  host?: string;
  /** Absent: a room of one, without a server. */
  room?: string;
  /** For rooms that need one; `getToken` is called instead when given, on each connect and before expiry. */
  token?: string;
  getToken?: () => Promise<string>;
  /** How others see this person; empty: the room names a guest. */
  name?: string;
  /** Makes the same person of whoever comes back to an open room. Keep it secret; default: a new person with each session. */
  personKey?: string;
  /** Starter code for a room that has none. */
  seed?: { text: string; language: string };
  /** For engines without a global WebSocket, such as Node 20: the class of the `ws` package. */
  WebSocket?: unknown;
  /** Keeps what is not saved when the page goes away. Default: the browser's IndexedDB where it can be had, else nothing. */
  outbox?: Outbox;
  /** Another way to the room than a socket. */
  transport?: (events: TransportEvents) => Transport;
}

export type Status = 'offline' | 'connecting' | 'syncing' | 'waiting' | 'live' | 'ended' | 'refused';
