/** A system's room with people who type in it when they are asked to, and what that gave. */
import { sleep } from '../../../party/shared/time.js';
import { Dice } from '../../room/world.js';
import { quantile } from '../figure.js';
import { processorMs } from './processes.js';
import type { RunningSystem, System } from './systems.js';
import { enter, type Typist } from './typist.js';

const KEYS_PER_SECOND = 10;
const INTERVAL_MS = 1000 / KEYS_PER_SECOND;
/** After typing nothing more may come for so long, and that has to happen within the second. */
const QUIET_MS = 100;
const DRAIN_MS = 5_000;

/** Of the keystrokes of one stretch of typing. NaN where a system says nothing of it. */
export interface Round {
  /** Milliseconds to another client; Infinity if it did not keep up. */
  p50: number;
  p99: number;
  /** Microseconds of the server's processor time a keystroke. */
  cpu: number;
  /** Milliseconds to the ack. */
  ack: number;
}

const BEHIND: Round = {
  p50: Number.POSITIVE_INFINITY,
  p99: Number.POSITIVE_INFINITY,
  cpu: Number.NaN,
  ack: Number.NaN,
};

export class TypingRoom {
  readonly #people: Typist[] = [];
  /** When a mark was typed, by author and mark; of this stretch alone. */
  readonly #typed = new Map<string, number>();
  #delays: number[] = [];
  #acks: number[] = [];
  #lastArrival = 0;

  private constructor(
    readonly system: System,
    private readonly server: RunningSystem,
  ) {}

  static async open(system: System, typists: number): Promise<TypingRoom> {
    const room = new TypingRoom(system, await system.start());
    const address = room.server.address('bench');
    for (let n = 0; n < typists; n++) {
      const arrived = (author: number, mark: number) => room.#note(room.#delays, author, mark);
      const saved = (author: number, mark: number) => room.#note(room.#acks, author, mark);
      room.#people.push(await enter(system.speech, { address, arrived, saved }));
    }
    return room;
  }

  /** Everybody types for so long. */
  async type(seconds: number): Promise<Round> {
    [this.#delays, this.#acks] = [[], []];
    this.#typed.clear();
    const used = processorMs(this.server.pid);
    const begun = performance.now();
    await Promise.all(this.#people.map((person, n) => this.#typeAlone(person, begun, n, seconds)));
    const keys = this.#typed.size;
    const drained = await this.#drain();
    const cpu = ((processorMs(this.server.pid) - used) * 1000) / keys;
    const expected = keys * (this.#people.length - 1);
    if (!drained || this.#delays.length < expected * 0.9) {
      if (this.system.speech !== 'room') return BEHIND;
      throw new Error(`${this.system.name} lost keystrokes: ${this.#delays.length} of ${expected} arrived.`);
    }
    const [p50, p99] = [quantile(this.#delays, 0.5), quantile(this.#delays, 0.99)];
    return { p50, p99, cpu, ack: quantile(this.#acks, 0.5) };
  }

  async close(): Promise<void> {
    for (const person of this.#people) person.close();
    await this.server.stop();
  }

  /**
   * By the clock, each at a pace of their own: timers counted from one key to the next fall into step within seconds, and
   * all would type at once, which people do not.
   */
  async #typeAlone(person: Typist, begun: number, n: number, seconds: number): Promise<void> {
    const dice = new Dice(n);
    // From half to one and a half times as long.
    const between = () => (0.5 + dice.below(1000) / 1000) * INTERVAL_MS;
    for (let at = begun + between(); at < begun + seconds * 1000; at += between()) {
      await sleep(at - performance.now());
      const now = performance.now();
      const mark = person.type();
      if (mark !== null) this.#typed.set(`${person.author} ${mark}`, now);
    }
  }

  #note(times: number[], author: number, mark: number): void {
    this.#lastArrival = performance.now();
    const at = this.#typed.get(`${author} ${mark}`);
    if (at !== undefined) times.push(this.#lastArrival - at);
  }

  /** False when what was typed is still on its way after a long time. */
  async #drain(): Promise<boolean> {
    const until = performance.now() + DRAIN_MS;
    while (performance.now() < until) {
      await sleep(QUIET_MS);
      if (performance.now() - this.#lastArrival >= QUIET_MS) return true;
    }
    return false;
  }
}
