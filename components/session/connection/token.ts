/** The session's token: fetched when needed, and renewed before it expires. */

import { fromBase64 } from '../../../party/shared/bytes.js';
import { inTime } from '../../../party/shared/time.js';
import { refusal } from '../refusal/session-refusal.js';

/** A token is renewed when this share of its lifetime is left, but at most a minute. */
const MARGIN_SHARE = 0.2;
const MARGIN_MS = 60_000;
/** Timeout of `getToken`. */
const TIMEOUT_MS = 20_000;
/** A token fetched so recently is used for the next hello. */
const FRESH_MS = 5_000;
/** `getToken` may be blocked by the same network failure: after this time, the current token is used if it is still valid. */
const IN_HAND_MS = 2_000;
/** Pause before `getToken` is called again. */
export const RETRY_MS = 5_000;
/** Longer timers overflow. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface TokenEvents {
  /** The token is about to expire and there is no `getToken`: a new one should be set. */
  wanted(): void;
  /** There is a new token while the connection is open. */
  renewed(token: string): void;
}

export class Token {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #expired = false;
  #turn = 0;
  #fetchedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private token: string,
    private readonly get: (() => Promise<string>) | undefined,
    private readonly events: TokenEvents,
  ) {}

  /** The token for a hello; empty in open rooms. Rejects when `getToken` fails. */
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

  /** True when access had expired, so that the session has to reconnect. */
  set(token: string): boolean {
    const wasExpired = this.#expired;
    this.#expired = false;
    this.token = token;
    this.#renewInTime();
    this.events.renewed(token);
    return wasExpired;
  }

  /** The room says that access has expired. True when a new token can be fetched; otherwise one is requested, once. */
  handleExpiry(): boolean {
    this.forget();
    if (!this.get && !this.#expired) this.events.wanted();
    this.#expired = true;
    return this.get !== undefined;
  }

  /** The room refused the token, so the next hello fetches another. */
  forget(): void {
    if (this.get) this.token = '';
  }

  /** Stops renewing until the next hello. */
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
      // The current token is still valid for a while; when it expires, the room says so.
      if (turn === this.#turn) this.#timer = setTimeout(() => void this.#renew(), RETRY_MS);
    }
  }
}

/** `getToken` has timed out. */
function tooLate(): never {
  throw refusal('token-late', { seconds: TIMEOUT_MS / 1000 });
}

/** The subject of a token; empty if it has none. */
export function subjectOf(token: string): string {
  return claimsOf(token)?.sub ?? '';
}

/**
 * Milliseconds until the token should be renewed: 0 without a token, Infinity if it has no expiry. The local clock may be wrong, so
 * the token's own lifetime is used, counted from when it was received.
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

/** Null when the token cannot be parsed; the room will verify it. */
function claimsOf(token: string): Claims | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(fromBase64(payload))) as Claims;
  } catch {
    return null;
  }
}
