/** Where newcomers wait until an interviewer lets them in: nothing they send acts, and nothing of the room is told to them. */
import type { Identity } from './access.js';
import { Bucket } from './bucket.js';
import type { Clock, Peer } from './platform.js';
import { decodeClientMessage, type Hello } from './shared/client-message.js';
import { FrameError } from './shared/codec.js';
import type { Limits } from './shared/limits.js';
import { cleanName } from './shared/names.js';
import { CLOSE } from './shared/protocol.js';
import { encodeRoomMessage } from './shared/room-codec.js';
import type { OutgoingRoomMessage } from './shared/room-message.js';

export interface Applicant {
  peer: Peer;
  identity: Identity;
  hello: Hello;
}

/** Nobody has told a name yet: the room gives guests theirs when they come in. */
const NAMELESS = 'Guest';

export class Lobby {
  readonly #waiting = new Map<Peer, Applicant & { messages: Bucket }>();

  /** `tell` reaches the interviewers. */
  constructor(
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly verify: (token: string) => Promise<Identity>,
    private readonly tell: (message: OutgoingRoomMessage) => void,
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

  enter(applicant: Applicant): void {
    const { peer, identity } = applicant;
    const full = this.#waiting.size >= this.limits.waiting;
    if (full || this.of(identity.person).length >= this.limits.connectionsPerPerson)
      return peer.close(CLOSE.full, 'Too many people wait here already. Try again in a few minutes.');
    const messages = new Bucket(this.limits.messagesPerSecond, this.limits.messageBurst, this.clock.now());
    this.#waiting.set(peer, { ...applicant, messages });
    peer.send(encodeRoomMessage({ type: 'wait' }));
    this.tell(this.#knock(applicant, true));
  }

  /** False when the peer did not wait here. */
  leave(peer: Peer): boolean {
    const applicant = this.#waiting.get(peer);
    if (!applicant) return false;
    this.#waiting.delete(peer);
    if (this.of(applicant.identity.person).length === 0) this.tell(this.#knock(applicant, false));
    return true;
  }

  turnAway(peer: Peer, code: number, sentence: string): void {
    if (this.leave(peer)) peer.close(code, sentence);
  }

  /** The connection is kept alive, and that is all. */
  receive(peer: Peer, frame: Uint8Array): void {
    const applicant = this.#waiting.get(peer);
    if (!applicant) return;
    if (frame.length > this.limits.helloBytes || !applicant.messages.take(1, this.clock.now()))
      return this.turnAway(peer, CLOSE.flood, 'Too many messages at once.');
    try {
      const message = decodeClientMessage(frame);
      if (message.type === 'ping') peer.send(encodeRoomMessage({ type: 'pong', nonce: message.nonce }));
      else if (message.type === 'refresh') void this.#refresh(applicant, message.token);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.turnAway(peer, CLOSE.malformed, error.message);
    }
  }

  /** Whoever waits for long needs a fresh token as those inside do; one for somebody else changes nothing. */
  async #refresh(applicant: Applicant, token: string): Promise<void> {
    const identity = await this.verify(token).catch(() => null);
    const { person, role } = applicant.identity;
    if (identity?.person === person && identity.role === role) applicant.identity = identity;
  }

  /** Sends away those it is true of. */
  close(code: number, sentence: string, of: (identity: Identity) => boolean = () => true): void {
    for (const { peer, identity } of [...this.#waiting.values()]) if (of(identity)) this.turnAway(peer, code, sentence);
  }

  #knock({ identity, hello }: Applicant, waits: boolean) {
    const name = cleanName(hello.name || identity.name, this.limits.nameLength) || NAMELESS;
    const { person, role } = identity;
    return { type: 'knock' as const, person, name, role, waits };
  }
}
