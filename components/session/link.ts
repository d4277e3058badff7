/** The connection to a room's server: comes back for ever, and notices when it is only half there. */
import PartySocket from 'partysocket';
import { encodeClientMessage, type OutgoingMessage } from '../../party/shared/client-message.js';
import { CLOSE, FINAL_CLOSES } from '../../party/shared/protocol.js';
import { decodeRoomMessage } from '../../party/shared/room-codec.js';
import type { Transport, TransportEvents } from './transport.js';

/** A half-open connection looks alive: only an answer proves it. */
const HEARTBEAT_MS = 10_000;
const HEARTBEAT_HIDDEN_MS = 30_000;
const ANSWER_MS = 5_000;
/** Shortest and longest pause between attempts; the socket adds what it needs in between. */
const RETRY_MS = 250;
const RETRY_MAX_MS = 10_000;
/** Not 1000: to the room that means the page was closed on purpose. */
const CLOSE_AND_RETURN = 4000;
/** Refused tokens in a row after which asking again is pointless. */
const TOKENS_TRIED = 3;

export interface LinkOptions {
  /** Origin with scheme. */
  host: string;
  room: string;
  /** For engines without a global WebSocket. */
  WebSocket?: unknown;
}

export class Link implements Transport {
  readonly #socket: PartySocket;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #nonce = 0;
  #refusedTokens = 0;
  #closed = false;
  readonly #end = new AbortController();

  constructor(
    options: LinkOptions,
    private readonly events: TransportEvents,
  ) {
    const { protocol, host } = new URL(options.host);
    this.#socket = new PartySocket({
      host,
      room: options.room,
      protocol: protocol === 'https:' ? 'wss' : 'ws',
      // Several people behind one proxy must not come back in step.
      minReconnectionDelay: RETRY_MS * (1 + Math.random()),
      maxReconnectionDelay: RETRY_MAX_MS * (0.75 + Math.random() / 4),
      reconnectionDelayGrowFactor: 1.6,
      minUptime: 2_000,
      // Edits have an outbox of their own: what a socket queues would be sent before the hello.
      maxEnqueuedMessages: 0,
      shouldReconnectOnClose: (event) => {
        if (event.code === CLOSE.unauthorized) this.#refusedTokens++;
        return !this.#closed && !this.#isFinal(event.code);
      },
      ...(options.WebSocket ? { WebSocket: options.WebSocket } : {}),
    });
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.addEventListener('open', () => {
      if (!this.#closed) this.events.opened();
    });
    // A browser that knows of the network spares the wait for a heartbeat.
    const { signal } = this.#end;
    globalThis.addEventListener?.('offline', () => this.#beat(), { signal });
    globalThis.addEventListener?.('online', () => this.#hurry(), { signal });
    this.#socket.addEventListener('message', (event) => this.#receive(event.data));
    this.#socket.addEventListener('close', (event) => this.#ended(event.code, event.reason));
  }

  send(message: OutgoingMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(encodeClientMessage(message) as Uint8Array<ArrayBuffer>);
  }

  reconnect(): void {
    if (!this.#closed) this.#socket.reconnect(CLOSE_AND_RETURN, 'back at once');
  }

  close(): void {
    this.#closed = true;
    this.#end.abort();
    this.#stopHeartbeat();
    const socket = this.#socket;
    // A socket closed before it is open makes browsers warn in the page's console.
    if (socket.readyState === socket.CONNECTING) socket.addEventListener('open', () => socket.close(1000, 'goodbye'));
    else socket.close(1000, 'goodbye');
  }

  #receive(data: unknown): void {
    if (this.#closed) return;
    if (!(data instanceof ArrayBuffer)) return this.#malformed();
    this.#beatLater();
    try {
      const message = decodeRoomMessage(new Uint8Array(data));
      if (message.type === 'welcome') this.#refusedTokens = 0;
      this.events.message(message);
    } catch {
      // A room that sends what it should not has lost its place, or this session has: a fresh hello mends both.
      this.#malformed();
    }
  }

  #malformed(): void {
    this.reconnect();
  }

  #ended(code: number, reason: string): void {
    this.#stopHeartbeat();
    if (this.#closed) return;
    this.events.closed(code, reason, this.#isFinal(code));
  }

  #isFinal(code: number): boolean {
    return FINAL_CLOSES.has(code) || (code === CLOSE.unauthorized && this.#refusedTokens >= TOKENS_TRIED);
  }

  #beatLater(): void {
    this.#stopHeartbeat();
    const hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden';
    this.#timer = setTimeout(() => this.#beat(), hidden ? HEARTBEAT_HIDDEN_MS : HEARTBEAT_MS);
  }

  #beat(): void {
    this.#stopHeartbeat();
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.send({ type: 'ping', nonce: ++this.#nonce });
    this.#timer = setTimeout(() => this.reconnect(), ANSWER_MS);
  }

  #hurry(): void {
    if (this.#socket.readyState !== this.#socket.OPEN) this.reconnect();
  }

  #stopHeartbeat(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
