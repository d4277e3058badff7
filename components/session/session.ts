/** Session: one person's connection to one room, with documents, people and run, kept in sync. Works in browsers and in Node. */
import { CLOSE } from '../../party/shared/protocol.js';
import { may, type Role } from '../../party/shared/roles.js';
import { CLIENT_MESSAGE_KINDS, type OutgoingMessage } from '../../party/shared/wire/client-message.js';
import type { RoomMessageOf as Of, RoomMessage } from '../../party/shared/wire/room-message.js';
import type { Transport } from './connection/transport.js';
import { ConnectionStatus } from './connection-status.js';
import { Handshake } from './handshake.js';
import { NOWHERE, seedMessages } from './hello.js';
import { faultIn, openTransport } from './open-transport.js';
import type { SessionOptions, Status } from './options.js';
import { UnsavedEdits } from './outbox/unsaved-edits.js';
import { OwnName } from './own-name.js';
import { type Refused, refusal } from './refusal/session-refusal.js';
import { RoomState } from './room-state.js';
import { RunLog } from './run/run-log.js';
import type { SessionDocument } from './sync/document.js';
import { Documents, type Lost } from './sync/documents.js';
import { fireRefused, noToken, RefusedEvent } from './sync/events.js';
import { People, type Person } from './sync/people.js';

/** Events: `status`, `people`, `saved`, `token` (a new one is needed: `setToken`), `refused` (RefusedEvent). */
export class Session extends EventTarget {
  readonly options: SessionOptions;
  readonly documents: Documents;
  readonly run: RunLog;
  /** Lobby, lock and end, and the people in the lobby. */
  readonly standing: RoomState;
  /** False while the room cannot write to disk: nothing is lost, but nothing is saved. */
  saving = true;
  role: Role = 'candidate';
  /** Nobody had written in the room when this session first joined. */
  fresh = false;
  /** Proposes a change, which stands until somebody who may edit accepts or declines it. Resolves with its number. */
  readonly propose: Documents['propose'] = (change) => this.documents.propose(change);
  readonly #connection = new ConnectionStatus(() => this.dispatchEvent(new Event('status')));
  readonly #people = new People();
  readonly #handshake: Handshake;
  #transport: Transport | null = null;
  readonly #unsaved: UnsavedEdits;
  /** Identifies the time from `connect` to `close`, so that results of an earlier connect are ignored. */
  #attempt: symbol | null = null;
  readonly #name: OwnName;
  /** The greeting is complete: requests may be sent. */
  #inStep = false;
  #welcome: Pick<Of<'welcome'>, 'epoch' | 'start' | 'replica' | 'person' | 'seeded'> = NOWHERE;

  constructor({ ...options }: SessionOptions) {
    super();
    this.options = options; // A copy, for `seed` and `setToken` change it.
    this.#name = new OwnName(options.name);
    // Before its greeting, the room accepts only the hello.
    const send = (message: OutgoingMessage) => this.#inStep && this.#transport?.send(message);
    const submit = (message: OutgoingMessage, generation = this.#handshake.generation) =>
      this.#unsaved.before(() => generation === this.#handshake.generation && send(message));
    this.documents = new Documents(this.#people, send, submit, () => {
      this.#unsaved.changed(this.#inStep);
      this.dispatchEvent(new Event('saved'));
    });
    this.#unsaved = new UnsavedEdits(this.documents, () => this.#handshake.resume);
    this.standing = new RoomState(send);
    for (const type of ['change', 'focus']) this.standing.addEventListener(type, () => this.#permit());
    this.run = new RunLog(send, () => this.documents.files.entry);
    this.#handshake = new Handshake(options, {
      wanted: () => this.dispatchEvent(new Event('token')),
      renewed: (token) => send({ type: 'refresh', token }),
      failed: (error) => this.dispatchEvent(noToken(error)),
      again: () => this.#transport?.reconnect(),
    });
  }

  /** The shown file; `documents` has all files, the task and the interviewers' notes. */
  get document(): SessionDocument {
    return this.documents.files.shown;
  }

  get status(): Status {
    return this.#connection.status;
  }

  /** Why the status is `refused` or `ended`, or for `offline`, the room's reason; as a sentence. */
  get refusal(): string {
    return this.#connection.refusal.message;
  }

  /** The same with its code and values. */
  get why(): Refused {
    return this.#connection.refusal;
  }

  /** Code of the last close, as in PROTOCOL.md; 0 before there was one. */
  get closeCode(): number {
    return this.#connection.closeCode;
  }

  get people(): readonly Person[] {
    return this.#people.list;
  }

  get self(): Person | null {
    return this.#people.self;
  }

  /** My name: the one I have requested, until the room has answered. */
  get ownName(): string {
    return this.#name.wanted ?? this.self?.name ?? '';
  }

  /** Whether every local edit is on the room's disk; `unsaved` counts those that are not. */
  get saved(): boolean {
    return this.documents.saved;
  }

  get unsaved(): number {
    return this.documents.unsaved;
  }

  /** Joins the room and reconnects until `close`. Throws a TypeError when there is a room and no host. */
  connect(): void {
    if (this.#attempt) return;
    const [fault, attempt] = [faultIn(this.options), Symbol('attempt')];
    this.#attempt = attempt;
    if (fault) return void fault.then((why) => attempt === this.#attempt && this.#turnAway(why));
    this.#connection.become('connecting');
    if (this.options.room === undefined) this.#open();
    else void this.#handshake.recover(this.#unsaved).then(() => attempt === this.#attempt && this.#open());
  }

  #open(): void {
    this.#connection.become('connecting');
    this.#transport = openTransport(this.options, {
      opened: () => void this.#hello(),
      message: (message) => this.#receive(message),
      closed: (code, reason, final) => this.#closed(code, reason, final),
    });
  }

  /** Leaves the room. */
  close(): void {
    this.#attempt = null;
    this.#handshake.lost();
    this.#inStep = false;
    this.#transport?.close();
    this.#transport = null;
    this.#handshake.token.stop();
    this.documents.offline();
    this.run.offline();
    this.#unsaved.release();
    this.#connection.become('offline');
    this.standing.clear(); // Its clock, too.
  }

  /** Changes the name that others see; the room cleans it. In the lobby, one asks again under the new name. */
  rename(name: string): void {
    this.#name.want(name, this.#inStep ? this.self?.name : undefined);
    if (this.#inStep) this.#transport?.send({ type: 'rename', name });
    else if (this.status === 'waiting') this.#transport?.reconnect();
  }

  /** Starter code, if nobody has written in the room yet. */
  seed(seed: SessionOptions['seed'] | null): void {
    if (seed) this.options.seed = seed;
    if (seed && this.#inStep && !this.standing.ended && may(this.role, 'seed'))
      for (const message of seedMessages(seed)) this.#transport?.send(message);
  }

  setToken(token: string): void {
    this.options.token = token;
    if (this.#handshake.token.set(token)) this.#transport ? this.#transport.reconnect() : this.#attempt && this.#open();
  }

  async #hello(): Promise<void> {
    this.#connection.become('syncing');
    const hello = await this.#handshake.hello(this.#unsaved, () => this.documents.bookmark);
    if (hello) this.#transport?.send({ ...hello, name: this.#name.tell() });
  }

  #receive(message: RoomMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcomed(message);
      case 'ready':
        return this.#ready();
      case 'person':
        return this.#person(message.person);
      case 'state':
        this.standing.receive(message);
        return this.#inStep ? this.#connection.arrive(this.standing.ended) : undefined;
      case 'knock':
      case 'clock':
      case 'focus':
        return this.standing.receive(message);
      case 'wait':
        return this.#connection.become('waiting');
      case 'started':
      case 'printed':
      case 'finished':
      case 'stop':
      case 'answer':
        return this.run.receive(message);
      case 'refused':
        return this.#messageRefused(message);
      case 'saving':
        this.saving = message.works;
        return void this.dispatchEvent(new Event('saved'));
      // The answers to the ping after the starter code, and to a comparison.
      case 'pong':
      case 'agreed':
        return this.#inStep ? this.#connection.arrive(this.standing.ended) : undefined;
      default:
        return this.#offer(this.documents.receive(message, this.#welcome, this.#inStep));
    }
  }

  #welcomed(welcome: Of<'welcome'>): void {
    this.#welcome = welcome;
    this.role = welcome.role;
    this.#handshake.resume = new Uint8Array(welcome.resume);
    this.saving = true;
    this.#people.clear();
    this.documents.files.begin();
    this.standing.clear();
    this.#permit();
  }

  /** My role or name may have been changed, here or in another tab; changes of others say nothing about the name I have requested. */
  #person(person: Of<'person'>['person']): void {
    const [before, self] = [this.self?.name, person.id === this.#welcome.person];
    this.documents.left(this.#people.update(person, self));
    if (self) this.#name.heard(person.name, before, this.#inStep);
    if (this.self && this.self.role !== this.role) {
      this.role = this.self.role;
      this.#permit();
    }
    this.dispatchEvent(new Event('people'));
  }

  #permit(): void {
    this.documents.allow(this.role, !this.standing.ended, this.standing.focus?.by === this.#welcome.person);
  }

  /** Fires `refused` with texts that the room did not accept, so that they can be copied. */
  #offer(all: readonly Lost[]): void {
    for (const { text, code } of all) this.dispatchEvent(new RefusedEvent('lost', refusal(code), text));
  }

  #ready(): void {
    const { replica, seeded } = this.#welcome;
    this.#offer(this.documents.greeted(this.#welcome));
    this.#inStep = true;
    this.documents.online(replica);
    this.run.online(replica);
    if (this.#name.wanted !== null) this.rename(this.#name.wanted);
    const { seed } = this.options;
    this.fresh ||= !seeded;
    if (seeded || !seed || this.standing.ended || !may(this.role, 'seed'))
      return this.#connection.arrive(this.standing.ended);
    for (const message of seedMessages(seed)) this.#transport?.send(message);
    // The pong arrives after the starter code's edits, which are then in the documents.
    this.#transport?.send({ type: 'ping', nonce: 0 });
  }

  #messageRefused(message: Of<'refused'>): void {
    const { about, key, reason, sentence } = message;
    const kind = CLIENT_MESSAGE_KINDS[about - 1];
    const expired = reason === 'expired' && kind !== 'refresh';
    if (expired) {
      if (this.#handshake.token.handleExpiry()) return this.#transport?.reconnect();
      this.documents.allow(this.role, false); // Edits are kept until a new token is accepted; whoever waits for an answer has it.
      fireRefused(this, 'expired', sentence);
    }
    if (kind === 'start') return this.run.refused(key, sentence);
    if (expired) return void this.documents.files.answers?.refused(kind, key, sentence);
    if (kind === 'rename') {
      this.#name.refused();
      this.dispatchEvent(new Event('people'));
    }
    const { lost, told } = this.documents.refused(kind, message);
    if (!told) fireRefused(this, reason, sentence, lost);
  }

  #closed(code: number, reason: string | Refused, final: boolean): void {
    this.#handshake.lost();
    this.#inStep = false;
    this.documents.offline();
    this.run.offline();
    if ((code !== CLOSE.unauthorized || this.#handshake.token.handleExpiry()) && !final)
      return this.#connection.lost(code, reason);
    this.#transport?.close();
    this.#transport = null;
    if (code === CLOSE.gone && /deleted|expired/.test(`${reason}`)) this.#unsaved.release(null);
    this.#turnAway(reason || refusal('not-let-in'), code === CLOSE.gone ? 'ended' : 'refused', code);
  }

  #turnAway(why: string | Refused, status: Status = 'refused', code = 0): void {
    this.#handshake.token.stop();
    this.run.ended();
    this.#connection.turnAway(status, why, code);
  }
}
