/** The waiting room: people wait here until an interviewer lets them in: nothing they send acts, and nothing of the room is told to them. */
import type { Identity } from '../access/tokens.js';
import type { ApplicantState, Clock, Peer } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { CLOSE } from '../shared/protocol.js';
import type { Role } from '../shared/roles.js';
import { decodeClientMessage } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import { encodeRoomMessage } from '../shared/wire/room-message.js';
import { skeleton } from './confusable-names.js';
import type { Access } from './room-connection.js';

export interface Applicant {
  peer: Peer;
  identity: Access & { name: string };
}

interface Waiting extends Applicant {
  messages: TokenBucket;
  tokens: TokenBucket;
  heardAt: number;
}

/** What a lobby needs of its room. */
interface LobbyRoom {
  /** Reaches the interviewers. */
  tell(message: OutgoingRoomMessage): void;
  /** The name somebody may have here, beside those of the others who wait; empty: none. */
  nameFor(person: string, name: string, role: Role, others: ReadonlySet<string>): string;
}

/** How old what the engine keeps may be: it costs a little to keep. */
const KEPT_MS = 1_000;

/** Nobody has told a name yet: the room gives guests theirs when they come in. */
const NAMELESS = 'Guest';

export class Lobby {
  readonly #waiting = new Map<Peer, Waiting>();

  constructor(
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly verify: (token: string) => Promise<Identity>,
    private readonly room: LobbyRoom,
  ) {}

  /** Everybody who waits, each person once. */
  get knocks(): Extract<OutgoingRoomMessage, { type: 'knock' }>[] {
    const people = new Map([...this.#waiting.values()].map((applicant) => [applicant.identity.person, applicant]));
    return [...people.values()].map((applicant) => this.#knock(applicant, true));
  }

  /** When the first token here ends. */
  get firstEnd(): number {
    return Math.min(...[...this.#waiting.values()].map(({ identity }) => identity.expiresAt));
  }

  has(peer: Peer): boolean {
    return this.#waiting.has(peer);
  }

  of(person: string): Applicant[] {
    return [...this.#waiting.values()].filter(({ identity }) => identity.person === person);
  }

  enter(peer: Peer, identity: Applicant['identity']): void {
    const full = this.#waiting.size >= this.limits.waiting;
    if (full || this.of(identity.person).length >= this.limits.connectionsPerPerson)
      return peer.close(CLOSE.full, 'Too many people are in the waiting room. Try again in a few minutes.');
    const name = this.#nameFor(identity);
    const applicant = this.#add(peer, { ...identity, name }, this.clock.now());
    peer.send(encodeRoomMessage({ type: 'wait' }));
    this.room.tell(this.#knock(applicant, true));
  }

  /** Goes on with a connection that outlived the room in memory: it waits, and interviewers know. */
  takeUp(peer: Peer, { waits: _, heardAt, ...identity }: ApplicantState): void {
    this.#add(peer, identity, heardAt);
  }

  /** Whoever lets people in has to tell them apart from each other, and from those inside. */
  #nameFor({ person, name, role }: Applicant['identity']): string {
    const others = [...this.#waiting.values()].filter(({ identity }) => identity.person !== person);
    return this.room.nameFor(person, name, role, new Set(others.map(({ identity }) => skeleton(identity.name))));
  }

  #add(peer: Peer, identity: Applicant['identity'], heardAt: number): Waiting {
    const { messagesPerSecond, messageBurst, returnsPerSecond, returnBurst } = this.limits;
    const tokens = new TokenBucket(returnsPerSecond, returnBurst, this.clock.now());
    const messages = new TokenBucket(messagesPerSecond, messageBurst, this.clock.now());
    const applicant = { peer, identity, messages, tokens, heardAt };
    this.#waiting.set(peer, applicant);
    keep(applicant);
    return applicant;
  }

  /** When the one silent for longest was heard. */
  get firstHeard(): number {
    return Math.min(...[...this.#waiting.values()].map(heard));
  }

  /** Sends away those of whom nothing has been heard since `time`. */
  sweep(time: number, code: number, sentence: string): void {
    for (const applicant of [...this.#waiting.values()])
      if (heard(applicant) <= time) this.turnAway(applicant.peer, code, sentence);
  }

  /** False when the peer did not wait here. */
  leave(peer: Peer): boolean {
    const applicant = this.#waiting.get(peer);
    if (!applicant) return false;
    this.#waiting.delete(peer);
    peer.state = null;
    if (this.of(applicant.identity.person).length === 0) this.room.tell(this.#knock(applicant, false));
    return true;
  }

  turnAway(peer: Peer, code: number, sentence: string): void {
    if (this.leave(peer)) peer.close(code, sentence);
  }

  /** The connection is kept alive, and that is all. */
  receive(peer: Peer, frame: Uint8Array): void {
    const applicant = this.#waiting.get(peer);
    if (!applicant) return;
    applicant.heardAt = this.clock.now();
    if (applicant.heardAt - (peer.state?.heardAt ?? 0) >= KEPT_MS) keep(applicant);
    if (frame.length > this.limits.helloBytes || !applicant.messages.take(1, this.clock.now()))
      return this.turnAway(peer, CLOSE.flood, 'Too many messages at once.');
    try {
      const message = decodeClientMessage(frame);
      if (message.type === 'ping') peer.send(encodeRoomMessage({ type: 'pong', nonce: message.nonce }));
      // A token that is no good changes nothing: the one before ends when it ends.
      else if (message.type === 'refresh' && applicant.tokens.take(1, this.clock.now()))
        this.#refresh(applicant, message.token).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.turnAway(peer, CLOSE.malformed, error.message);
    }
  }

  /** Whoever waits for long needs a fresh token as those inside do; one for somebody else changes nothing. */
  async #refresh(applicant: Waiting, token: string): Promise<void> {
    const { issuedAt: _, ...identity } = await this.verify(token);
    const { person, role, name } = applicant.identity;
    if (!this.has(applicant.peer) || identity.person !== person || identity.role !== role) return;
    applicant.identity = { ...identity, name };
    keep(applicant);
  }

  /** Sends away those it is true of. */
  close(code: number, sentence: string, of: (identity: Access) => boolean = () => true): void {
    for (const { peer, identity } of [...this.#waiting.values()]) if (of(identity)) this.turnAway(peer, code, sentence);
  }

  #knock({ identity: { person, name, role } }: Applicant, waits: boolean) {
    return { type: 'knock' as const, person, name: name || NAMELESS, role, waits };
  }
}

/** What the engine keeps with the connection while the room is out of memory. */
function keep({ peer, identity, heardAt }: Waiting): void {
  peer.state = { waits: true, ...identity, heardAt };
}

/** An engine may have answered for the room. */
function heard({ heardAt, peer }: Waiting): number {
  return Math.max(heardAt, peer.heardAt ?? 0);
}
