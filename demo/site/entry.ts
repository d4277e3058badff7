/** Exchanges the key of a link for tokens, again and again as the element asks. */
import { keepTrying } from './keep-trying.js';
import { keepKey, type RoomKey } from './key.js';
import { rememberedPerson, rememberPerson } from './person.js';

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
  ) {
    super(detail);
  }
}

export class Entry {
  /** The element needs its first token a moment after the page asked for it. */
  #first: Promise<Token> | undefined;

  constructor(readonly key: RoomKey) {}

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

  async facts(token: string): Promise<{ title?: string; brief?: string }> {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await keepTrying(() => fetch(this.#path(''), { headers }));
    return answer.json();
  }

  async #exchange(): Promise<Token> {
    const { secret } = this.key;
    const personKey = await rememberedPerson(this.key);
    const answer = await keepTrying(() =>
      fetch(this.#path('/token'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ secret, personKey }),
      }),
    );
    const body = await answer.json();
    if (!answer.ok) throw new Refused(answer.status, body.detail);
    keepKey(this.key);
    await rememberPerson(this.key, body.personKey);
    return body;
  }

  #path(rest: string): string {
    return `/api/rooms/${this.key.room}${rest}`;
  }
}
