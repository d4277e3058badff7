/** A connection in the lobby: who asks to be admitted, and what it may still send. */
import type { ApplicantState, Peer } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { skeleton } from './confusable-names.js';
import type { Credentials } from './room-connection.js';

/** How outdated the stored state may be: saving it costs a little. */
const KEPT_MS = 1_000;

export class Applicant {
  readonly phase = 'waiting';
  readonly #messages: TokenBucket;
  readonly #tokens: TokenBucket;
  #keptAt: number;
  #skeleton: string | undefined;

  constructor(
    readonly peer: Peer,
    public identity: Credentials & { name: string },
    private heardAt: number,
    limits: Pick<Limits, 'messagesPerSecond' | 'messageBurst' | 'returnsPerSecond' | 'returnBurst'>,
    now: number,
  ) {
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, now);
    this.#tokens = new TokenBucket(limits.returnsPerSecond, limits.returnBurst, now);
    this.#keptAt = heardAt;
    this.#keep();
  }

  get person(): string {
    return this.identity.person;
  }

  /** The skeleton of the name, computed once: it is compared with that of everybody who comes. */
  get skeleton(): string {
    this.#skeleton ??= skeleton(this.identity.name);
    return this.#skeleton;
  }

  /** When it was last heard from; an engine may have answered pings for the room. */
  get lastHeard(): number {
    return Math.max(this.heardAt, this.peer.heardAt ?? 0);
  }

  /** False when it sends more than any person or program of ours. */
  mayReceive(now: number): boolean {
    this.heardAt = now;
    if (now - this.#keptAt >= KEPT_MS) this.#keep();
    return this.#messages.take(1, now);
  }

  /** Limits token refreshes: verifying a token costs a signature check. */
  mayRefresh(now: number): boolean {
    return this.#tokens.take(1, now);
  }

  /** Continues with a new token. */
  renew(access: Credentials): void {
    this.identity = { ...access, name: this.identity.name };
    this.#keep();
  }

  /** Saves the state that the engine keeps while the room is out of memory. */
  #keep(): void {
    this.#keptAt = this.heardAt;
    this.peer.state = { waits: true, ...this.identity, heardAt: this.heardAt } satisfies ApplicantState;
  }
}
