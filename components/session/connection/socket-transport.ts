/** The WebSocket connection to a room's server: reconnects without end, and detects half-open connections. */
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
/** The pause is reset only by a connection that lasts this long after the room's greeting. */
const STEADY_MS = 2_000;
/** Timeout for connecting, and for the answer to the hello, for which the room may have to be loaded. */
const ANSWER_TIMEOUT_MS = 8_000;
/** Not 1000, which tells the room that the page was closed on purpose. */
const CLOSE_AND_RETURN = 4000;
/** After so many refused tokens in a row, it gives up. */
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
 * States of the connection:
 *
 *   connecting ──welcome──▶ connected
 *     ▲    │                   │
 *   timer, │ ended             │ ended
 *   woken  ▼                   │
 *   backing-off ◀──────────────┘      either ──a final end──▶ turned-away      all ──close()──▶ closed
 *
 * In `connecting` the socket is opening, or is open but the room has not answered the hello yet.
 */
type State =
  | { name: 'connecting' }
  /** `steady` resets the pause. */
  | { name: 'connected'; steady: Timer }
  | { name: 'backing-off'; timer: Timer }
  | { name: 'turned-away' }
  | { name: 'closed' };

export class SocketTransport implements Transport {
  /** Makes one attempt at a time; the pauses are decided here. */
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
      // Edits have an outbox: messages queued by the socket would be sent before the hello.
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
    // A blocked URL causes an error without a close event.
    this.#socket.addEventListener('error', () => this.#ended(1006, ''));
    onPageLifecycle({ woken: () => this.#look(), putAway: () => this.#putAway() }, this.#end.signal);
  }

  send(message: OutgoingMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#socket.send(encodeClientMessage(message) as Uint8Array<ArrayBuffer>);
    this.#heartbeat.said();
    if (message.type === 'hello') this.#heartbeat.expect(ANSWER_TIMEOUT_MS);
  }

  /** Waits for the pause, however often it is called, so that a room whose messages cannot be decoded is not called in a loop. */
  reconnect(): void {
    if (!this.#live || this.#socket.readyState === this.#socket.CONNECTING) return;
    this.#letGo();
  }

  close(): void {
    this.#become({ name: 'closed' });
    this.#end.abort();
    const socket = this.#socket;
    // Browsers log a warning when a socket is closed before it is open.
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
        // Handling the message has ended the connection: the rest will be sent again.
        if (!this.#live) return;
      }
    } catch {
      // The message violates the protocol, so room and session are out of sync: a new hello fixes that.
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

  /** A dead socket may take minutes to close, so it is abandoned. */
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

  /** Page or network have changed: pings the connection, or ends the pause. */
  #look(): void {
    if (this.#state.name === 'connected') return this.#heartbeat.check();
    if (this.#state.name !== 'backing-off') return;
    this.#failures = 0;
    this.#try();
  }

  /** An open connection keeps a page out of the back/forward cache. Pending timers continue when the page is restored. */
  #putAway(): void {
    if (this.#live && this.#socket.readyState === this.#socket.OPEN) this.#letGo();
  }

  /** A connection exists or is being opened, and its end has not been reported. */
  get #live(): boolean {
    return this.#state.name === 'connecting' || this.#state.name === 'connected';
  }

  /** Switches to another state and clears the timers of the previous one. */
  #become(state: State): void {
    if (this.#state.name === 'backing-off') clearTimeout(this.#state.timer);
    if (this.#state.name === 'connected') clearTimeout(this.#state.steady);
    if (state.name === 'closed') this.#heartbeat.stop();
    this.#state = state;
  }
}

/** Exponential backoff with jitter: several people behind one proxy must not reconnect at the same moment. */
function pause(failures: number): number {
  const longest = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** (failures + 1));
  return RETRY_MS + Math.random() * (longest - RETRY_MS);
}
