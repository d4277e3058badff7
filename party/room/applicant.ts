/** One connection in the waiting room: who asks to be let in, and what it may still send. */
import type { ApplicantState, Peer } from '../engine/platform.js';
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { skeleton } from './confusable-names.js';
import type { Access } from './room-connection.js';

/** How old what the engine keeps may be: it costs a little to keep. */
const KEPT_MS = 1_000;

export class Applicant {
  readonly phase = 'waiting';
  readonly #messages: TokenBucket;
  readonly #tokens: TokenBucket;
  #keptAt: number;
  #looks: string | undefined;

  constructor(
    readonly peer: Peer,
    public identity: Access & { name: string },
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

  /** How the name looks, found out once: everybody who comes is compared with it. */
  get looks(): string {
    this.#looks ??= skeleton(this.identity.name);
    return this.#looks;
  }

  /** When it was last heard; an engine may have answered for the room. */
  get lastHeard(): number {
    return Math.max(this.heardAt, this.peer.heardAt ?? 0);
  }

  /** False when it sends more than any person or program of ours would. */
  mayReceive(now: number): boolean {
    this.heardAt = now;
    if (now - this.#keptAt >= KEPT_MS) this.#keep();
    return this.#messages.take(1, now);
  }

  /** Each token costs a signature. */
  mayRefresh(now: number): boolean {
    return this.#tokens.take(1, now);
  }

  /** From now on here by another token. */
  renew(access: Access): void {
    this.identity = { ...access, name: this.identity.name };
    this.#keep();
  }

  /** What the engine keeps with the connection while the room is out of memory. */
  #keep(): void {
    this.#keptAt = this.heardAt;
    this.peer.state = { waits: true, ...this.identity, heardAt: this.heardAt } satisfies ApplicantState;
  }
}
