/** The session's token: fetched when it is needed, renewed before it expires. */

import { fromBase64 } from '../../../party/shared/bytes.js';
import { inTime } from '../../../party/shared/time.js';
import { refusal } from '../refusal/session-refusal.js';

/** A token is renewed when this share of its life is left, at most a minute before its end. */
const MARGIN_SHARE = 0.2;
const MARGIN_MS = 60_000;
/** Whoever issues tokens answers within this, or not at all. */
const TIMEOUT_MS = 20_000;
/** A token fetched as recently as this serves the hello it was fetched for. */
const FRESH_MS = 5_000;
/** Whoever issues tokens may be behind the same broken network: after so long one in hand that still holds will do. */
const IN_HAND_MS = 2_000;
/** Pause before whoever issues tokens is asked again. */
export const RETRY_MS = 5_000;
/** Timers longer than this overflow. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface TokenEvents {
  /** The token is about to expire and there is no `getToken`: somebody should set a new one. */
  wanted(): void;
  /** A new token is here while the connection is open. */
  renewed(token: string): void;
}

export class Token {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #runOut = false;
  #turn = 0;
  #fetchedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private token: string,
    private readonly get: (() => Promise<string>) | undefined,
    private readonly events: TokenEvents,
  ) {}

  /** For a hello; empty in open rooms. Rejects when the token cannot be had. */
  async current(): Promise<string> {
    const turn = ++this.#turn;
    const holds = lifeLeft(this.token) > 0;
    if (this.get && !(holds && this.#fresh)) {
      const fetched = this.#fetch(this.get);
      await (holds
        ? inTime(
            fetched.catch(() => {}),
            IN_HAND_MS,
            () => {},
          )
        : fetched);
    }
    if (turn === this.#turn) this.#renewInTime();
    return this.token;
  }

  /** True when access had run out: the connection has to begin anew. */
  set(token: string): boolean {
    const hadRunOut = this.#runOut;
    this.#runOut = false;
    this.token = token;
    this.#renewInTime();
    this.events.renewed(token);
    return hadRunOut;
  }

  /** The room says that access has run out; true when a new token can be fetched, else one is asked for, once. */
  hasRunOut(): boolean {
    this.forget();
    if (!this.get && !this.#runOut) this.events.wanted();
    this.#runOut = true;
    return this.get !== undefined;
  }

  /** The room has not accepted it: the next hello asks for another. */
  forget(): void {
    if (this.get) this.token = '';
  }

  /** Nothing is fetched any more, until a token is needed again. */
  stop(): void {
    this.#turn++;
    this.#clearTimer();
  }

  #clearTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  get #fresh(): boolean {
    return performance.now() - this.#fetchedAt < FRESH_MS;
  }

  async #fetch(get: () => Promise<string>): Promise<void> {
    this.token = await inTime(get(), TIMEOUT_MS, tooLate);
    this.#fetchedAt = performance.now();
  }

  #renewInTime(): void {
    this.#clearTimer();
    const left = lifeLeft(this.token, this.#fresh);
    if (Number.isFinite(left) && left > 0)
      this.#timer = setTimeout(() => void this.#renew(), Math.min(left, LONGEST_TIMER_MS));
  }

  async #renew(): Promise<void> {
    if (!this.get) return this.events.wanted();
    const turn = this.#turn;
    try {
      const token = await inTime(this.get(), TIMEOUT_MS, tooLate);
      if (turn !== this.#turn) return;
      this.#fetchedAt = performance.now();
      this.set(token);
    } catch {
      // The old token still holds for a while; should it run out, the room says so.
      if (turn === this.#turn) this.#timer = setTimeout(() => void this.#renew(), RETRY_MS);
    }
  }
}

/** Nothing has come for so long that nothing will. */
function tooLate(): never {
  throw refusal('token-late', { seconds: TIMEOUT_MS / 1000 });
}

/** Who the token is for; empty when it does not tell. */
export function subjectOf(token: string): string {
  return claimsOf(token)?.sub ?? '';
}

/**
 * Milliseconds until the token should be renewed: 0 for none, Infinity when it does not tell its end. The clock here may be
 * wrong: no token holds longer than it was made for, and one that has come just now has not run out.
 */
function lifeLeft(token: string, isNew = false): number {
  if (token === '') return 0;
  const { exp, iat } = claimsOf(token) ?? {};
  if (exp === undefined) return Number.POSITIVE_INFINITY;
  const whole = (exp - (iat ?? exp - 600)) * 1000;
  const left = exp * 1000 - Date.now();
  const wrong = left > whole || (isNew && left <= 0);
  return (wrong ? whole : left) - Math.min(MARGIN_MS, whole * MARGIN_SHARE);
}

interface Claims {
  sub?: string;
  exp?: number;
  iat?: number;
}

/** Null when this side cannot read the token; the room will judge it. */
function claimsOf(token: string): Claims | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(fromBase64(payload))) as Claims;
  } catch {
    return null;
  }
}
