/** The connection to a room's server: comes back for ever, and notices when it is only half there. */
import ReconnectingSocket from 'partysocket/ws';
import { CLOSE, FINAL_CLOSES, HEARTBEAT } from '../../../party/shared/protocol.js';
import { encodeClientMessage, type OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import { unpackFrames } from '../../../party/shared/wire/frame-batch.js';
import { decodeRoomMessage } from '../../../party/shared/wire/room-message.js';
import { Heartbeat } from './heartbeat.js';
import { onPageLifecycle } from './page-lifecycle.js';
import type { Transport, TransportEvents } from './transport.js';

/** Shortest and longest pause between attempts. */
const RETRY_MS = 250;
const RETRY_MAX_MS = 10_000;
/** Only a connection that lasts so long after the room's greeting makes the next pause short again. */
const STEADY_MS = 2_000;
/** For the way there, and for a room that has to be loaded to answer the hello. */
const ANSWER_TIMEOUT_MS = 8_000;
/** Not 1000: to the room that means the page was closed on purpose. */
const CLOSE_AND_RETURN = 4000;
/** Refused tokens in a row after which asking again is pointless. */
const TOKENS_TRIED = 3;

interface SocketTransportOptions {
  /** Origin with scheme. */
  host: string;
  room: string;
  /** For engines without a global WebSocket. */
  WebSocket?: unknown;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * Where a connection stands:
 *
 *   connecting ──welcome──▶ connected
 *     ▲    │                   │
 *   timer, │ ended             │ ended
 *   woken  ▼                   │
 *   backing-off ◀──────────────┘      either ──a final end──▶ turned-away      all ──close()──▶ closed
 *
 * In `connecting` the socket is on its way, or open before the room has answered the hello.
 */
type State =
  | { name: 'connecting' }
  /** `steady` makes the next pause short again. */
  | { name: 'connected'; steady: Timer }
  | { name: 'backing-off'; timer: Timer }
  | { name: 'turned-away' }
  | { name: 'closed' };

export class SocketTransport implements Transport {
  /** One attempt at a time; when to make the next is decided here. */
  readonly #socket: ReconnectingSocket;
  readonly #heartbeat: Heartbeat;
  readonly #end = new AbortController();
  #state: State = { name: 'connecting' };
  #failures = 0;
  #refusedTokens = 0;

  constructor(
    options: SocketTransportOptions,
    private readonly events: TransportEvents,
  ) {
    const address = new URL(`/parties/main/${options.room}`, options.host);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new ReconnectingSocket(address.href, undefined, {
      connectionTimeout: ANSWER_TIMEOUT_MS,
      // Edits have an outbox of their own: what a socket queues would be sent before the hello.
      maxEnqueuedMessages: 0,
      shouldReconnectOnClose: () => false,
      ...(options.WebSocket ? { WebSocket: options.WebSocket } : {}),
    });
    this.#socket.binaryType = 'arraybuffer';
    this.#heartbeat = new Heartbeat({
      ask: () => {
        this.#socket.send(HEARTBEAT.ask);
        this.#heartbeat.said();
      },
      dead: () => this.reconnect(),
    });
    this.#socket.addEventListener('open', () => this.#live && this.events.opened());
    this.#socket.addEventListener('message', (event) => this.#receive(event.data));
    this.#socket.addEventListener('close', (event) => this.#ended(event.code, event.reason));
    // An address the browser forbids is an error without a close.
    this.#socket.addEventListener('error', () => this.#ended(1006, ''));
    onPageLifecycle({ woken: () => this.#look(), putAway: () => this.#putAway() }, this.#end.signal);
  }

  send(message: OutgoingMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(encodeClientMessage(message) as Uint8Array<ArrayBuffer>);
    this.#heartbeat.said();
    if (message.type === 'hello') this.#heartbeat.expect(ANSWER_TIMEOUT_MS);
  }

  /** After a pause, however often it is asked for: a room that cannot be understood must not be called without end. */
  reconnect(): void {
    if (!this.#live || this.#socket.readyState === this.#socket.CONNECTING) return;
    this.#letGo();
  }

  close(): void {
    this.#become({ name: 'closed' });
    this.#end.abort();
    const socket = this.#socket;
    // A socket closed before it is open makes browsers warn in the page's console.
    if (socket.readyState === socket.CONNECTING) socket.addEventListener('open', () => socket.close(1000, 'goodbye'));
    else socket.close(1000, 'goodbye');
  }

  #receive(data: unknown): void {
    if (this.#state.name === 'closed') return;
    this.#heartbeat.heard();
    if (data === HEARTBEAT.answer) return;
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError('A room sends binary frames.');
      for (const frame of unpackFrames(new Uint8Array(data))) {
        const message = decodeRoomMessage(frame);
        if (message.type === 'welcome') this.#welcomed();
        this.events.message(message);
        // What it said has ended the connection: the rest comes again.
        if (!this.#live) return;
      }
    } catch {
      // A room that sends what it should not has lost its place, or this session has: a fresh hello mends both.
      this.reconnect();
    }
  }

  #welcomed(): void {
    this.#refusedTokens = 0;
    const steady = setTimeout(() => {
      this.#failures = 0;
    }, STEADY_MS);
    this.#become({ name: 'connected', steady });
  }

  /** A dead socket may take minutes to close, or for ever: nobody waits for it. */
  #letGo(): void {
    const socket = this.#socket;
    if (socket.readyState === socket.OPEN) socket.reconnect(CLOSE_AND_RETURN, 'back soon');
    else this.#ended(1006, '');
  }

  #ended(code: number, reason: string): void {
    if (!this.#live) return;
    this.#heartbeat.stop();
    if (code === CLOSE.unauthorized) this.#refusedTokens++;
    const final = FINAL_CLOSES.has(code) || (code === CLOSE.unauthorized && this.#refusedTokens >= TOKENS_TRIED);
    if (final) this.#become({ name: 'turned-away' });
    else this.#become({ name: 'backing-off', timer: setTimeout(() => this.#try(), pause(this.#failures++)) });
    this.events.closed(code, reason, final);
  }

  #try(): void {
    this.#become({ name: 'connecting' });
    this.#socket.reconnect();
  }

  /** Something has changed about page or network: a connection has to prove itself, and an attempt need not wait. */
  #look(): void {
    if (this.#state.name === 'connected') return this.#heartbeat.check();
    if (this.#state.name !== 'backing-off') return;
    this.#failures = 0;
    this.#try();
  }

  /** A page with an open connection cannot be put away whole; what is waited for goes on when it is taken out again. */
  #putAway(): void {
    if (this.#live && this.#socket.readyState === this.#socket.OPEN) this.#letGo();
  }

  /** A connection is there or on its way, and its end has not been told. */
  get #live(): boolean {
    return this.#state.name === 'connecting' || this.#state.name === 'connected';
  }

  /** What the state before it was waiting for does not come any more. */
  #become(state: State): void {
    if (this.#state.name === 'backing-off') clearTimeout(this.#state.timer);
    if (this.#state.name === 'connected') clearTimeout(this.#state.steady);
    if (state.name === 'closed') this.#heartbeat.stop();
    this.#state = state;
  }
}

/** Longer with each failure, and random: several people behind one proxy must not come back in step. */
function pause(failures: number): number {
  const longest = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** (failures + 1));
  return RETRY_MS + Math.random() * (longest - RETRY_MS);
}
