// The live region of a room: collects announcements and says them politely, not too often. Fetched when a room is entered.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../session/session.js';
import { announce } from './announcements.js';

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

  /** Announces everything about a room until the signal ends. */
  follow(session: Session, signal: AbortSignal): void {
    if (!signal.aborted) announce(session, this.host, (sentence) => this.say(sentence), signal);
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
