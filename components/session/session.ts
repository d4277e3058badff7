/** One person's place in one room: connection, document, people and run, in step with the room. Runs in browsers and in Node. */
import { MAIN_DOCUMENT, PROTOCOL_VERSION, CLOSE } from '../../party/shared/protocol.js';
import { SUBMISSION_BYTES } from '../../party/shared/limits.js';
import type { OutgoingMessage } from '../../party/shared/client-message.js';
import type { RoomMessage } from '../../party/shared/room-message.js';
import { may, type Role } from '../../party/shared/roles.js';
import { type History, SessionDocument } from './document.js';
import { RefusedEvent } from './events.js';
import { Link } from './link.js';
import { People, type Person } from './people.js';
import { RunLog } from './run-log.js';
import { SoloRoom } from './solo-room.js';
import { Token } from './token.js';
import type { Transport, TransportEvents } from './transport.js';

export type Status = 'offline' | 'connecting' | 'syncing' | 'waiting' | 'live' | 'ended' | 'refused';

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
  /** Another way to the room than a socket. */
  transport?: (events: TransportEvents) => Transport;
}

/** Events: `status`, `people`, `saved`, `token` (a new one is wanted: `setToken`), `refused` (RefusedEvent). */
export class Session extends EventTarget {
  readonly document: SessionDocument;
  readonly run: RunLog;
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`, as a sentence. */
  refusal = '';
  /** False: the room cannot write at the moment; nothing is lost, nothing is saved. */
  saving = true;
  role: Role = 'candidate';
  readonly #people = new People();
  readonly #token: Token;
  #transport: Transport | null = null;
  /** Of the room as it greeted last; what a document has come to know may be older. */
  #history: History = { epoch: '', start: 0 };
  #replica = 0;
  #resume = new Uint8Array();
  #person = '';
  #seeded = true;

  constructor(private readonly options: SessionOptions) {
    super();
    const send = (message: OutgoingMessage) => this.#transport?.send(message);
    this.document = new SessionDocument(MAIN_DOCUMENT, this.#people, send);
    this.run = new RunLog(send, () => this.document.version);
    this.document.addEventListener('saved', () => this.dispatchEvent(new Event('saved')));
    this.#token = new Token(options.token ?? '', options.getToken, {
      wanted: () => this.dispatchEvent(new Event('token')),
      renewed: (token) => send({ type: 'refresh', token }),
    });
  }

  get people(): readonly Person[] {
    return this.#people.list;
  }

  get self(): Person | null {
    return this.#people.self;
  }

  /** Every local edit is on the room's disk. */
  get saved(): boolean {
    return this.document.saved;
  }

  /** Local edits that are not. */
  get unsaved(): number {
    return this.document.unsaved;
  }

  /** Joins the room and stays, through every loss of the connection, until `close`. */
  connect(): void {
    if (this.#transport) return;
    const { host, room, WebSocket, transport } = this.options;
    this.#setStatus('connecting');
    const events = {
      opened: () => void this.#hello(),
      message: (message: RoomMessage) => this.#receive(message),
      closed: (code: number, reason: string, final: boolean) => this.#closed(code, reason, final),
    };
    if (transport) this.#transport = transport(events);
    else if (room === undefined) this.#transport = new SoloRoom(events);
    else if (host === undefined) throw new TypeError('A session in a room needs `host`, the origin of its server.');
    else this.#transport = new Link({ host, room, WebSocket }, events);
  }

  /** Leaves for good. */
  close(): void {
    this.#transport?.close();
    this.#transport = null;
    this.#token.stop();
    this.#offline();
    this.#setStatus('offline');
  }

  /** Changes the name others see; the room cleans it. */
  rename(name: string): void {
    this.options.name = name;
    this.#transport?.send({ type: 'rename', name });
  }

  setToken(token: string): void {
    this.#token.set(token);
  }

  async #hello(): Promise<void> {
    this.#setStatus('syncing');
    let token = '';
    try {
      token = await this.#token.current();
    } catch (error) {
      // Whoever issues tokens is out of reach: the connection is given up, and the next attempt asks again.
      this.#refuse('token', error instanceof Error ? error.message : String(error));
      return this.#retryLater();
    }
    this.#transport?.send({
      type: 'hello',
      version: PROTOCOL_VERSION,
      token,
      name: this.options.name ?? '',
      personKey: this.options.personKey ?? '',
      resume: this.#resume,
      bookmark: this.document.bookmark,
    });
  }

  #receive(message: RoomMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message);
      case 'document':
        return this.#documentReplaced(message);
      case 'continue':
        return this.#known(message.document)?.continued(message, this.#history);
      case 'ready':
        return this.#ready();
      case 'change':
        return this.#known(message.document)?.changed(message);
      case 'ack':
        return this.#known(message.document)?.acknowledged(message);
      case 'described':
        return this.#known(message.document)?.described(message);
      case 'point':
        return this.#known(message.document)?.pointed(message);
      case 'person':
        this.document.left(this.#people.update(message.person, message.person.id === this.#person));
        this.dispatchEvent(new Event('people'));
        return;
      case 'started':
        return this.run.started(message);
      case 'printed':
        return this.run.printed(message);
      case 'finished':
        return this.run.finished(message);
      case 'stop':
        return this.run.stopped(message);
      case 'refused':
        return this.#messageRefused(message);
      case 'saving':
        this.saving = message.works;
        this.dispatchEvent(new Event('saved'));
        return;
      // Answers reach the program with a later version of the runner; a pong has done its work by coming.
      case 'answer':
      case 'pong':
      case 'agreed':
        return;
    }
  }

  #welcome(message: Extract<RoomMessage, { type: 'welcome' }>): void {
    this.#history = { epoch: message.epoch, start: message.start };
    this.#replica = message.replica;
    this.#resume = new Uint8Array(message.resume);
    this.#person = message.person;
    this.#seeded = message.seeded;
    this.role = message.role;
    this.saving = true;
    this.#people.clear();
    this.document.allow(message.open && may(message.role, 'edit'));
  }

  #documentReplaced(message: Extract<RoomMessage, { type: 'document' }>): void {
    const lost = this.#known(message.document)?.replaced(message, this.#history) ?? null;
    if (lost === null) return;
    const sentence = 'The room has moved on too far to put your last edits into it. Your text is kept as a copy.';
    this.dispatchEvent(new RefusedEvent('lost', sentence, lost));
  }

  #ready(): void {
    this.document.online(this.#replica);
    this.run.online(this.#replica);
    this.#setStatus('live');
    const { seed } = this.options;
    if (!this.#seeded && seed && may(this.role, 'seed')) this.#seed(seed.text, seed.language);
  }

  #seed(text: string, language: string): void {
    const size = Math.floor(SUBMISSION_BYTES / 3);
    let at = 0;
    do {
      const more = at + size < text.length;
      this.#transport?.send({ type: 'seed', document: MAIN_DOCUMENT, language, text: text.slice(at, at + size), more });
      at += size;
    } while (at < text.length);
  }

  #messageRefused({ about, key, reason, sentence, document }: Extract<RoomMessage, { type: 'refused' }>): void {
    const kind = REQUESTS[about];
    const lost = kind === 'submit' ? this.document.text.toString() : undefined;
    if (kind === 'submit') this.#known(document)?.refused(key);
    if (kind === 'start') this.run.refused(key, sentence);
    else this.dispatchEvent(new RefusedEvent(reason, sentence, lost));
  }

  #closed(code: number, reason: string, final: boolean): void {
    this.#offline();
    if (code === CLOSE.unauthorized) this.#token.forget();
    const sameAgain = code === CLOSE.unauthorized && !this.options.getToken;
    if (!final && !sameAgain) return this.#setStatus('offline');
    this.#transport?.close();
    this.refusal = reason || 'The room does not let you in.';
    this.#token.stop();
    this.#setStatus(code === CLOSE.gone ? 'ended' : 'refused');
  }

  #retryLater(): void {
    setTimeout(() => this.#transport?.reconnect(), TOKEN_RETRY_MS);
  }

  #offline(): void {
    this.document.offline();
    this.run.offline();
  }

  #known(document: number): SessionDocument | null {
    return document === this.document.id ? this.document : null;
  }

  #refuse(reason: RefusedEvent['reason'], sentence: string): void {
    this.dispatchEvent(new RefusedEvent(reason, sentence));
  }

  #setStatus(status: Status): void {
    if (status === this.status) return;
    this.status = status;
    this.dispatchEvent(new Event('status'));
  }
}

/** Pause before whoever issues tokens is asked again. */
const TOKEN_RETRY_MS = 3_000;
/** Kinds of messages that are answered when refused, by their number on the wire. */
const REQUESTS: Readonly<Record<number, 'submit' | 'start'>> = { 2: 'submit', 9: 'start' };
