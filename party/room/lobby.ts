/** Lobby: people wait here until an interviewer admits them. Of what they send, pings are answered and new tokens taken, and nothing else has an effect; nothing of the room is sent to them. */
import type { Identity } from '../access/tokens.js';
import type { ApplicantState, Clock, Peer } from '../engine/platform.js';
import type { AiRule } from '../shared/ai-rule.js';
import type { Limits } from '../shared/limits.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import { decodeClientMessage } from '../shared/wire/client-message.js';
import { FrameError } from '../shared/wire/codec.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import { encodeRoomMessage } from '../shared/wire/room-message.js';
import { Applicant } from './applicant.js';
import type { Connections } from './connections.js';
import type { Credentials } from './room-connection.js';

/** The part of the room that the lobby uses. */
interface LobbyRoom {
  /** Sends to the interviewers. */
  tell(message: OutgoingRoomMessage): void;
  /** The name that this person may use, distinct from those of the others who wait; empty for none. */
  nameFor(person: string, name: string, role: Role, others: ReadonlySet<string>): string;
  /** What the room says about help by AI. */
  ai(): AiRule;
}

/** Shown while no name is known: a guest gets one when joining. */
const NAMELESS = 'Guest';

export class Lobby {
  constructor(
    private readonly connections: Connections,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly verify: (token: string) => Promise<Identity>,
    private readonly room: LobbyRoom,
  ) {}

  /** In order of arrival. */
  get applicants(): Applicant[] {
    return this.connections.in('waiting');
  }

  /** Everybody who waits, each person once. */
  get knocks(): Extract<OutgoingRoomMessage, { type: 'knock' }>[] {
    const people = new Map(this.applicants.map((applicant) => [applicant.person, applicant]));
    return [...people.values()].map((applicant) => this.#knock(applicant, true));
  }

  of(person: string): Applicant[] {
    return this.applicants.filter((applicant) => applicant.person === person);
  }

  enter(peer: Peer, identity: Applicant['identity']): void {
    const full = this.applicants.length >= this.limits.waiting;
    if (full || this.of(identity.person).length >= this.limits.connectionsPerPerson)
      return peer.close(CLOSE.full, sentenceFor('lobby-full'));
    const name = this.#nameFor(identity);
    const applicant = this.#add(peer, { ...identity, name }, this.clock.now());
    peer.send(encodeRoomMessage({ type: 'wait' }));
    if (this.room.ai() !== 'off') peer.send(encodeRoomMessage({ type: 'rule', ai: this.room.ai() }));
    this.room.tell(this.#knock(applicant, true));
  }

  /** Restores a hibernated connection; interviewers know of it already. */
  resume(peer: Peer, { waits: _, heardAt, ...identity }: ApplicantState): void {
    this.#add(peer, identity, heardAt);
  }

  /** Names are distinct from those of the other applicants and of the people inside. */
  #nameFor({ person, name, role }: Applicant['identity']): string {
    const others = this.applicants.filter((applicant) => applicant.person !== person);
    return this.room.nameFor(person, name, role, new Set(others.map(({ skeleton }) => skeleton)));
  }

  #add(peer: Peer, identity: Applicant['identity'], heardAt: number): Applicant {
    const applicant = new Applicant(peer, identity, heardAt, this.limits, this.clock.now());
    this.connections.set(peer, applicant);
    return applicant;
  }

  /** False when it is not in the lobby any more. */
  leave(applicant: Applicant): boolean {
    if (this.connections.get(applicant.peer) !== applicant) return false;
    this.connections.delete(applicant.peer);
    applicant.peer.state = null;
    if (this.of(applicant.person).length === 0) this.room.tell(this.#knock(applicant, false));
    return true;
  }

  turnAway(applicant: Applicant, code: number, sentence: string): void {
    if (this.leave(applicant)) applicant.peer.close(code, sentence);
  }

  /** Disconnects all applicants for which `of` is true. */
  turnAwayWhere(code: number, sentence: string, of: (applicant: Applicant) => boolean): void {
    for (const applicant of this.applicants) if (of(applicant)) this.turnAway(applicant, code, sentence);
  }

  /** Answers pings and accepts refreshed tokens, nothing else. */
  receive(applicant: Applicant, frame: Uint8Array): void {
    const now = this.clock.now();
    if (!applicant.mayReceive(now) || frame.length > this.limits.helloBytes)
      return this.turnAway(applicant, CLOSE.flood, sentenceFor('many-messages'));
    try {
      const message = decodeClientMessage(frame);
      if (message.type === 'ping') applicant.peer.send(encodeRoomMessage({ type: 'pong', nonce: message.nonce }));
      // An invalid token changes nothing: the previous one stays until it expires.
      else if (message.type === 'refresh' && applicant.mayRefresh(now))
        this.#refresh(applicant, message.token).catch(() => undefined);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.turnAway(applicant, CLOSE.malformed, error.message);
    }
  }

  /** Applicants refresh their tokens like people inside; a token for somebody else is ignored. */
  async #refresh(applicant: Applicant, token: string): Promise<void> {
    const { issuedAt: _, name: __, ...access } = await this.verify(token);
    const { person, role }: Credentials = applicant.identity;
    const here = this.connections.get(applicant.peer) === applicant;
    if (here && access.person === person && access.role === role) applicant.renew(access);
  }

  #knock({ identity: { person, name, role } }: Applicant, waits: boolean) {
    return { type: 'knock' as const, person, name: name || NAMELESS, role, waits };
  }
}
