// Says aloud, politely and not too often, what others see at a glance: who comes and goes, the connection, the runs.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../session/session.js';

/** A screen reader needs time for one sentence before it hears of the next. */
const PAUSE_MS = 1_500;
/** What is older than the last few sentences is no news any more. */
const KEPT = 3;

export class Announcer implements ReactiveController {
  /** The sentence for the live region. */
  text = '';
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
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

  /** Everything about the room, once what puts it in words is loaded: nobody waits for that. */
  async follow(session: Session, signal: AbortSignal): Promise<void> {
    try {
      const { announce } = await import('./announcements.js');
      if (!signal.aborted) announce(session, (sentence) => this.say(sentence), signal);
    } catch {
      // A page that cannot load it says less; all of it can still be read.
    }
  }

  #next(): void {
    const sentence = this.#waiting.shift();
    if (sentence === undefined) {
      this.#timer = undefined;
      return;
    }
    // A region hears only changes: the same sentence again would stay unheard.
    this.text = sentence === this.text ? `${sentence} ` : sentence;
    this.host.requestUpdate();
    this.#timer = setTimeout(() => this.#next(), PAUSE_MS);
  }
}
