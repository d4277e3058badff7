/** Exchanges a link's secret for tokens whenever the element needs one. */

import { forgetVisit } from './forget-visit.js';
import { keepTrying } from './keep-trying.js';
import { rememberedPersonKey, rememberPersonKey } from './remembered-person-key.js';
import { forgetSecret, rememberedRoom, rememberedSecret, secretIn } from './remembered-rooms.js';
import { keepForThisTab, keepKey, type RoomKey } from './room-key.js';

export type Role = 'interviewer' | 'candidate' | 'observer' | 'assistant';

export interface Token {
  token: string;
  role: Role;
  expiresAt: string;
  personKey: string;
}

/** What a room says about itself; less of it to somebody who waits. */
export interface RoomFacts {
  title?: string;
  expiresAt?: string;
  state?: string;
  help?: string;
  ai?: string;
  log?: string;
  language?: string;
  lobby?: boolean;
  rehearsal?: boolean;
  expected?: string[];
}

/** The room's final refusal; retrying would not help. */
export class AccessRefused extends Error {
  constructor(
    readonly status: number,
    detail: string,
    /** Request id, as in the server's log. */
    readonly request: string,
  ) {
    super(detail);
  }
}

/** A token that expires sooner might not arrive in time. */
const MARGIN_MS = 10_000;

/** What the room says of a token; or, refusing one, `detail`. */
interface Exchanged {
  status: number;
  ok: boolean;
  request: string;
  body: Token & { detail: string };
  /** When the server made it, by its own clock. */
  madeAt: number;
}

export class RoomAccess {
  /** The element requests its first token a moment after the page did. */
  #first: Promise<Token> | undefined;
  #latest: Token | undefined;
  /** When the latest token ends, by this computer's clocks: the one may be put back, the other stands still while it sleeps. */
  #ends = { wall: 0, steady: 0 };
  /** This computer's clock is so far ahead of the server's. */
  clockAheadMs = 0;
  /** Secrets that are not valid any more. */
  readonly #spent: string[] = [];

  constructor(public key: RoomKey) {}

  /** Resolves when the room has answered, however long that takes. Rejects only with `AccessRefused`. */
  first(): Promise<Token> {
    this.#first ??= this.#exchange();
    return this.#first;
  }

  async next(): Promise<Token> {
    const first = this.#first;
    this.#first = undefined;
    return first ?? this.#exchange();
  }

  /** A token that is valid long enough for one request. */
  async token(): Promise<string> {
    const latest = this.#latest;
    const { wall, steady } = this.#ends;
    const holds = latest && Math.min(wall - Date.now(), steady - performance.now()) > MARGIN_MS;
    return (holds ? latest : await this.#exchange()).token;
  }

  /** Known as soon as there has been a token. */
  get role(): Role | undefined {
    return this.#latest?.role;
  }

  /** Calls the API for this room. Rejects with AccessRefused when there is no token. */
  async ask(path: string, accept = '*/*'): Promise<Response> {
    const headers = { Authorization: `Bearer ${await this.token()}`, Accept: accept };
    return keepTrying((signal) => fetch(this.#path(path), { headers, signal }));
  }

  /** The same person uses another link of the same role from now on. */
  async changeKey(link: string): Promise<void> {
    const key = { ...this.key, secret: secretIn(link) };
    const personKey = await rememberedPersonKey(this.key);
    if (this.#latest) keepKey(key, this.#latest.role);
    if (personKey) await rememberPersonKey(key, personKey);
    this.key = key;
  }

  /** Removes everything about this room from this browser: the person, and the links. */
  async forget(): Promise<void> {
    const { room, secret } = this.key;
    const { links = {} } = rememberedRoom(room) ?? {};
    await forgetVisit(room, [secret, ...Object.values(links).map(secretIn)]);
  }

  /** Undefined where the room does not tell them. */
  async facts(): Promise<RoomFacts | undefined> {
    const answer = await this.ask('');
    return answer.ok ? answer.json() : undefined;
  }

  /** False when the room itself says that it is no more: whatever stands before it may answer the same. */
  async exists(): Promise<boolean> {
    try {
      const answer = await this.ask('');
      return answer.status !== 404 || !isProblem(answer);
    } catch (error) {
      return !(error instanceof AccessRefused && error.status === 404);
    }
  }

  async #exchange(): Promise<Token> {
    const { secret } = this.key;
    const personKey = await rememberedPersonKey(this.key);
    const { status, ok, request, body, madeAt } = await keepTrying(async (signal) =>
      exchanged(
        await fetch(this.#path('/token'), {
          method: 'POST',
          signal,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret, personKey }),
        }),
      ),
    );
    if (status === 401 && secret && this.#goOnWithout(secret)) return this.#exchange();
    if (!ok) throw new AccessRefused(status, body.detail, request);
    // Once, so that data removed while this page is open stays removed.
    if (this.#latest) keepForThisTab(this.key);
    else keepKey(this.key, body.role);
    this.clockAheadMs = Date.now() - madeAt;
    const lastsMs = Date.parse(body.expiresAt) - madeAt;
    this.#ends = { wall: Date.now() + lastsMs, steady: performance.now() + lastsMs };
    await rememberPersonKey(this.key, body.personKey);
    this.#latest = body;
    return body;
  }

  /** True when this browser has another link to try, which another tab may have received. */
  #goOnWithout(secret: string): boolean {
    const { room, given } = this.key;
    const role = this.#latest?.role;
    this.#spent.push(secret);
    forgetSecret(room, secret);
    const other = given && !role ? undefined : rememberedSecret(room, role, this.#spent);
    if (other) this.key = { room, secret: other };
    return other !== undefined;
  }

  #path(rest: string): string {
    return `/api/rooms/${this.key.room}${rest}`;
  }
}

/** What our API refuses has this type; whatever stands before it may refuse in JSON, too, and even with a `detail`. */
function isProblem({ headers }: Response): boolean {
  return /problem\+json/.test(headers.get('Content-Type') ?? '');
}

/** Rejects where the answer is none of the room's: a proxy's page, one that broke off. */
async function exchanged(answer: Response): Promise<Exchanged> {
  const { status, ok, headers } = answer;
  const body = await answer.json();
  if (!ok && !(isProblem(answer) && typeof body.detail === 'string')) throw new TypeError(answer.url);
  return { status, ok, request: headers.get('X-Request-Id') ?? '', body, madeAt: ok ? madeAt(body.token) : 0 };
}

/** When the server made a token, by its own clock. */
function madeAt(token: string): number {
  const [, claims = ''] = token.split('.');
  const { iat }: { iat: number } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
  return iat * 1000;
}
