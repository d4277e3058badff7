/** Client side of the handshake: makes the hello, with a valid token and with what the session knows from its last visit. */
import type { Bookmark, Hello } from '../../party/shared/wire/client-message.js';
import { RETRY_MS, Token, type TokenEvents } from './connection/token.js';
import { helloMessage } from './hello.js';
import type { SessionOptions } from './options.js';
import type { UnsavedEdits } from './outbox/unsaved-edits.js';

interface HandshakeEvents extends TokenEvents {
  /** No token could be fetched. */
  failed(error: unknown): void;
  /** Reconnect; the next attempt fetches a token again. */
  again(): void;
}

export class Handshake {
  readonly token: Token;
  /** Resumes the replica of the last connection. */
  resume: Uint8Array = new Uint8Array();
  /** Counts hellos and disconnects, to recognise results that belong to an earlier connection. */
  generation = 0;

  constructor(
    private readonly options: SessionOptions,
    private readonly events: HandshakeEvents,
  ) {
    this.token = new Token(options.token ?? '', options.getToken, events);
  }

  /** Restores unsent edits of an earlier page before connecting, because the bookmarks depend on them. */
  async recover(unsaved: UnsavedEdits): Promise<void> {
    await this.#credentials(unsaved).catch(this.events.failed);
  }

  /** The hello for a newly opened connection; null if the connection was lost while a token was fetched, or there is no token. */
  async hello(unsaved: UnsavedEdits, bookmark: () => Bookmark | null): Promise<Hello | null> {
    const generation = ++this.generation;
    try {
      const token = await this.#credentials(unsaved);
      return generation === this.generation ? helloMessage(this.options, token, this.resume, bookmark()) : null;
    } catch (error) {
      // `getToken` has failed: the connection is closed, and the next attempt calls it again.
      this.events.failed(error);
      setTimeout(() => generation === this.generation && this.events.again(), RETRY_MS);
      return null;
    }
  }

  /** The token is needed first, to know whose edits to restore. */
  async #credentials(unsaved: UnsavedEdits): Promise<string> {
    const token = await this.token.current();
    this.resume = (await unsaved.recover(this.options, token)) ?? this.resume;
    return token;
  }

  /** Disconnected: a hello that is being made is not for the next connection. */
  lost(): void {
    this.generation++;
  }
}
