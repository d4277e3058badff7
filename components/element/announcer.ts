// The live region of a room: collects announcements and says them politely, not too often.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../session/session.js';

/** A screen reader needs time for one sentence before the next. */
const PAUSE_MS = 1_500;
/** Older sentences in the queue are dropped. */
const KEPT = 3;

export class Announcer implements ReactiveController {
  /** The text of the live region. */
  text = '';
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & EventTarget) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
    this.text = '';
  }

  say(sentence: string): void {
    this.#waiting = [...this.#waiting, sentence].slice(-KEPT);
    if (this.#timer === undefined) this.#next();
  }

  /** Announces everything about the room once announcements.ts is loaded. */
  async follow(session: Session, signal: AbortSignal): Promise<void> {
    try {
      const { announce } = await import('./announcements.js');
      if (!signal.aborted) announce(session, this.host, (sentence) => this.say(sentence), signal);
    } catch {
      // Without it fewer things are announced; everything can still be read.
    }
  }

  #next(): void {
    const sentence = this.#waiting.shift();
    if (sentence === undefined) {
      this.#timer = undefined;
      return;
    }
    // A live region only announces changes, so a repeated sentence has to differ.
    this.text = sentence === this.text ? `${sentence} ` : sentence;
    this.host.requestUpdate();
    this.#timer = setTimeout(() => this.#next(), PAUSE_MS);
  }
}
