/** Options of a session. */

import type { Transport, TransportEvents } from './connection/transport.js';
import type { Outbox } from './outbox/outbox.js';

export interface SessionOptions {
  /** Origin of the room server, with scheme. Required if `room` is given. */
  host?: string;
  /** Without it: a local room, without a server. */
  room?: string;
  /** For rooms that need one. If there is a `getToken`, it is called instead, on each connect and before expiry. */
  token?: string;
  getToken?: () => Promise<string>;
  /** How others see this person; empty: the room assigns a guest name. */
  name?: string;
  /** Identifies a returning person in an open room. Keep it secret. Default: a new person for each session. */
  personKey?: string;
  /** Starter code for an empty room. */
  seed?: { text: string; language: string };
  /** For engines without a global WebSocket, such as Node 20: the class of the `ws` package. */
  WebSocket?: unknown;
  /** Stores unsaved edits when the page is closed. Default: the browser's IndexedDB if available. */
  outbox?: Outbox;
  /** Another transport instead of a socket. */
  transport?: (events: TransportEvents) => Transport;
}

export type Status = 'offline' | 'connecting' | 'syncing' | 'waiting' | 'live' | 'ended' | 'refused';
