/** How a session comes in: with a token that holds, and with what it knows of its last visit. */
import type { Bookmark, Hello } from '../../party/shared/wire/client-message.js';
import { RETRY_MS, Token, type TokenEvents } from './connection/token.js';
import { helloMessage } from './greeting.js';
import type { SessionOptions } from './options.js';
import type { UnsavedEdits } from './outbox/unsaved-edits.js';

interface HandshakeEvents extends TokenEvents {
  /** No token could be had. */
  failed(error: unknown): void;
  /** The connection is to begin anew: then a token is asked for again. */
  again(): void;
}

export class Handshake {
  readonly token: Token;
  /** Takes the replica of the last connection up again. */
  resume: Uint8Array = new Uint8Array();
  /** Counts hellos and losses: what was meant for one connection is not for the next. */
  visit = 0;

  constructor(
    private readonly options: SessionOptions,
    private readonly events: HandshakeEvents,
  ) {
    this.token = new Token(options.token ?? '', options.getToken, events);
  }

  /** What an earlier page could not send is taken up before the room is reached: it decides what there is to catch up on. */
  async recover(unsaved: UnsavedEdits): Promise<void> {
    await this.#credentials(unsaved).catch(this.events.failed);
  }

  /** For a connection that has just opened; null when it was lost while a token was fetched, or none could be had. */
  async hello(unsaved: UnsavedEdits, bookmark: () => Bookmark | null): Promise<Hello | null> {
    const visit = ++this.visit;
    try {
      const token = await this.#credentials(unsaved);
      return visit === this.visit ? helloMessage(this.options, token, this.resume, bookmark()) : null;
    } catch (error) {
      // Whoever issues tokens is out of reach: the connection is given up, and the next attempt asks again.
      this.events.failed(error);
      setTimeout(() => visit === this.visit && this.events.again(), RETRY_MS);
      return null;
    }
  }

  /** Without a token it could not be known whose edits to take up. */
  async #credentials(unsaved: UnsavedEdits): Promise<string> {
    const token = await this.token.current();
    this.resume = (await unsaved.recover(this.options, token)) ?? this.resume;
    return token;
  }

  /** The connection is no more: a hello under way is not for the next one. */
  lost(): void {
    this.visit++;
  }
}
