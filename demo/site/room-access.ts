/** Exchanges the key of a link for tokens, again and again as the element asks. */

import { forgetVisit } from './forget-visit.js';
import { keepTrying } from './keep-trying.js';
import { rememberedPerson, rememberPerson } from './remembered-person.js';
import { forgetSecret, rememberedRoom, rememberedSecret, secretIn } from './remembered-rooms.js';
import { keepForThisTab, keepKey, type RoomKey } from './room-key.js';

export type Role = 'interviewer' | 'candidate' | 'observer';

export interface Token {
  token: string;
  role: Role;
  expiresAt: string;
  personKey: string;
}

/** The room's answer is no; trying again would not help. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    detail: string,
    /** By which the server's log has it. */
    readonly request: string,
  ) {
    super(detail);
  }
}

/** A token that is about to expire would not arrive in time. */
const MARGIN_MS = 10_000;

export class RoomAccess {
  /** The element needs its first token a moment after the page asked for it. */
  #first: Promise<Token> | undefined;
  #latest: Token | undefined;
  /** Secrets that open nothing any more. */
  readonly #spent: string[] = [];

  constructor(public key: RoomKey) {}

  /** Resolves when the room has answered, however long the way to it is cut. Rejects with `Refused` only. */
  first(): Promise<Token> {
    this.#first ??= this.#exchange();
    return this.#first;
  }

  async next(): Promise<Token> {
    const first = this.#first;
    this.#first = undefined;
    return first ?? this.#exchange();
  }

  /** One that still holds for what is asked now. */
  async token(): Promise<string> {
    const latest = this.#latest;
    const holds = latest && Date.parse(latest.expiresAt) - Date.now() > MARGIN_MS;
    return (holds ? latest : await this.#exchange()).token;
  }

  /** Asks the API for something of this room. Rejects with Refused when there is no token to be had. */
  async ask(path: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${await this.token()}` };
    return keepTrying((signal) => fetch(this.#path(path), { headers, signal }));
  }

  /** The same person comes by another link of the same role from now on. */
  async changeKey(link: string): Promise<void> {
    const key = { ...this.key, secret: secretIn(link) };
    const person = await rememberedPerson(this.key);
    if (this.#latest) keepKey(key, this.#latest.role);
    if (person) await rememberPerson(key, person);
    this.key = key;
  }

  /** Nothing of this room stays in this browser: neither who one was nor how to come in. */
  async forget(): Promise<void> {
    const { room, secret } = this.key;
    const { links = {} } = rememberedRoom(room) ?? {};
    await forgetVisit(room, [secret, ...Object.values(links).map(secretIn)]);
  }

  async facts(): Promise<{ title?: string; expiresAt?: string; state?: string; help?: string }> {
    return (await this.ask('')).json();
  }

  /** False when the room has been deleted. */
  async exists(): Promise<boolean> {
    return (await this.ask('')).status !== 404;
  }

  async #exchange(): Promise<Token> {
    const { secret } = this.key;
    const personKey = await rememberedPerson(this.key);
    const answer = await keepTrying((signal) =>
      fetch(this.#path('/token'), {
        method: 'POST',
        signal,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ secret, personKey }),
      }),
    );
    const body = await answer.json();
    if (answer.status === 401 && secret && this.#goOnWithout(secret)) return this.#exchange();
    if (!answer.ok) throw new Refused(answer.status, body.detail, answer.headers.get('X-Request-Id') ?? '');
    // Once: what was forgotten while this page stands open stays forgotten.
    if (this.#latest) keepForThisTab(this.key);
    else keepKey(this.key, body.role);
    await rememberPerson(this.key, body.personKey);
    this.#latest = body;
    return body;
  }

  /** True when this browser has another link to try: another tab may have got a new one. */
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
