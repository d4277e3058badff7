// Says aloud, politely and not too often, what others see at a glance: who comes and goes, the connection, the runs.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { runOutcome } from './sentences.js';
import type { Session } from './session/session.js';

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

  follow(session: Session, signal: AbortSignal): void {
    let joined = false;
    let people = new Map<string, string>();
    const names = () => new Map(session.people.map(({ id, name }) => [id, name]));

    const onStatus = () => {
      if (session.status === 'live') {
        if (joined) this.say('Connected again.');
        joined = true;
        people = names();
      } else if (session.status === 'offline' && joined) {
        this.say('Connection lost. You can continue to write; your edits are kept.');
      } else if (session.refusal) this.say(session.refusal);
    };
    const onPeople = () => {
      // While connecting the list fills up: nobody comes then.
      if (session.status !== 'live') return;
      const now = names();
      for (const [id, name] of now) if (!people.has(id)) this.say(`${name} has joined.`);
      for (const [id, name] of people) if (!now.has(id)) this.say(`${name} has left.`);
      people = now;
    };
    const onRun = () => {
      const run = session.run.current;
      if (!run || session.status !== 'live') return;
      const who = run.mine ? 'You' : run.by;
      const whose = run.mine ? 'Your run' : `${run.by}’s run`;
      this.say(run.state === 'running' ? `${who} started a run.` : `${whose}: ${runOutcome(run)}.`);
    };
    let waiting: readonly { id: string }[] = [];
    const onStanding = () => {
      const { standing } = session;
      for (const { id, name } of standing.waiting)
        if (!waiting.some((one) => one.id === id)) this.say(`${name} is in the waiting room.`);
      waiting = standing.waiting;
    };
    session.standing.addEventListener('change', onStanding, { signal });
    session.addEventListener('status', onStatus, { signal });
    session.addEventListener('people', onPeople, { signal });
    session.run.addEventListener('run', onRun, { signal });
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
