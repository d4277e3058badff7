// Node's event loop on the browser's: ticks before promises, then timers by their time, input, immediates; each callback a turn of its own, with its promises between.

import { rest } from '../rest.js';
import { Immediate, Timeout } from './timeout.js';

type Job = () => void;

/** Promises answer in turns of their own; what is not counted here settles within these. */
const QUIET_TURNS = 3;
/** What Node takes for longer than this, or for no number, is 1 ms. */
const LONGEST_MS = 2 ** 31 - 1;
/** Nothing comes for so long: the program waits for a timer. A program that computes does not let that be seen. */
const SETTLE_MS = 20;

export class Loop {
  readonly #sleep = globalThis.setTimeout.bind(globalThis);
  readonly #wake = globalThis.clearTimeout.bind(globalThis);
  readonly #now = performance.now.bind(performance);
  readonly #channel = new MessageChannel();
  readonly #post = this.#channel.port2.postMessage.bind(this.#channel.port2);
  #ticks: Job[] = [];
  /** By their time; of the same time the older one first. */
  readonly #timers: Timeout[] = [];
  readonly #byId = new Map<number, Timeout>();
  #reads: Job[] = [];
  #immediates: Immediate[] = [];
  /** The immediates of this round; those they ask for come in the next. */
  #round: Immediate[] = [];
  #phase: 'timers' | 'reads' | 'immediates' = 'timers';
  /** The time by which timers are due in this round: what is due meanwhile waits for the next. At first what has 1 ms is. */
  #time: number | undefined;
  #first = true;
  #ids = 0;
  #operations = 0;
  #posted = false;
  #sleeping: ReturnType<typeof setTimeout> | undefined;
  #rests = false;
  #idle: () => void = () => {};

  constructor() {
    // By the second message engines have told of what was rejected before, and all else comes after that.
    let told = false;
    this.#channel.port1.onmessage = () => {
      told = !told;
      if (told) return this.#post(null);
      this.#posted = false;
      this.#turn();
    };
  }

  /** Runs the main part of a program, and its ticks before its promises. */
  run(main: Job): void {
    this.#first = true;
    this.#guarded(main);
  }

  /** Before promises and all else. */
  tick(call: Job): void {
    this.#ticks.push(call);
    this.#schedule();
  }

  /** As soon as it is the turn of what comes from outside. */
  read(call: Job): void {
    this.#reads.push(call);
    this.#schedule();
  }

  timeout(call: (timer: Timeout) => void, delay: unknown, repeats = false): Timeout {
    const wanted = Number(delay);
    const wait = wanted >= 1 && wanted <= LONGEST_MS ? Math.trunc(wanted) : 1;
    this.#ids += 1;
    const timer = new Timeout(this, this.#ids, call, wait, repeats, { at: 0 });
    this.#byId.set(timer.id, timer);
    this.#insert(timer);
    return timer;
  }

  immediate(call: Job): Immediate {
    const immediate = new Immediate(call);
    this.#immediates.push(immediate);
    this.#schedule();
    return immediate;
  }

  clear(timer: unknown): void {
    const known = timer instanceof Timeout ? timer : this.#byId.get(Number(timer));
    if (!known) return;
    this.#byId.delete(known.id);
    this.#remove(known);
    this.changed();
  }

  clearImmediate(immediate: unknown): void {
    const others = (each: Immediate) => each !== immediate;
    this.#immediates = this.#immediates.filter(others);
    this.#round = this.#round.filter(others);
    this.changed();
  }

  restart(timer: Timeout): void {
    this.#remove(timer);
    this.#byId.set(timer.id, timer);
    this.#insert(timer);
  }

  /** The program waits for this as for a timer. */
  count(operation: Promise<unknown>): void {
    this.#operations += 1;
    const done = () => {
      this.#operations -= 1;
      this.changed();
    };
    operation.then(done, done);
  }

  /** Resolves when nothing is left to be done. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
      if (this.busy) {
        quiet = 0;
        await new Promise<void>((resolve) => {
          this.#idle = resolve;
        });
      }
      await new Promise((resolve) => this.#sleep(resolve));
    }
  }

  /** Lets so much time pass without a timer of the program's. */
  grace(ms: number): Promise<void> {
    return new Promise((resolve) => this.#sleep(resolve, ms));
  }

  changed(): void {
    this.#goOn();
    if (!this.busy) this.#idle();
    this.#schedule();
  }

  get busy(): boolean {
    return this.#hasJobs || this.#operations > 0 || this.#timers.some((timer) => timer.hasRef());
  }

  get #hasJobs(): boolean {
    return this.#ticks.length + this.#reads.length + this.#immediates.length + this.#round.length > 0;
  }

  #milliseconds(): number {
    return Math.floor(this.#now());
  }

  #insert(timer: Timeout): void {
    timer.due.at = this.#milliseconds() + timer.delay;
    let at = this.#timers.length;
    while (at > 0 && (this.#timers[at - 1]?.due.at ?? 0) > timer.due.at) at -= 1;
    this.#timers.splice(at, 0, timer);
    this.#schedule();
  }

  #remove(timer: Timeout): void {
    const at = this.#timers.indexOf(timer);
    if (at >= 0) this.#timers.splice(at, 1);
  }

  /** A message comes at once; a browser's own timers come after 4 ms at the earliest. */
  #schedule(): void {
    if (this.#posted) return;
    const wait = this.#hasJobs ? 0 : (this.#timers[0]?.due.at ?? Number.POSITIVE_INFINITY) - this.#now();
    this.#wake(this.#sleeping);
    if (wait <= 0) this.#postTurn();
    else if (wait < Number.POSITIVE_INFINITY) {
      this.#sleeping = this.#sleep(() => this.#rest(), Math.min(wait, SETTLE_MS));
    }
  }

  /** Until the first timer, which is not far away or nothing has happened for a while. */
  #rest(): void {
    const wait = (this.#timers[0]?.due.at ?? 0) - this.#now();
    if (wait <= 0) return this.#postTurn();
    this.#rests = true;
    rest(wait);
    this.#sleeping = this.#sleep(() => this.#postTurn(), wait);
  }

  /** What comes sooner than the timer may take for ever. */
  #goOn(): void {
    if (this.#rests) rest(0);
    this.#rests = false;
  }

  #postTurn(): void {
    if (this.#posted) return;
    this.#posted = true;
    this.#post(null);
  }

  #turn(): void {
    this.#goOn();
    const job = this.#ticks.length > 0 ? () => {} : this.#next();
    this.#guarded(job ?? (() => {}));
  }

  /** What fails is told to the scope, and what comes after it goes on. */
  #guarded(job: Job): void {
    try {
      job();
      this.#drain();
    } finally {
      this.changed();
    }
  }

  #drain(): void {
    for (let tick = this.#ticks.shift(); tick; tick = this.#ticks.shift()) tick();
  }

  #next(): Job | undefined {
    for (let phases = 0; phases < 4; phases++) {
      if (this.#phase === 'timers') {
        this.#time ??= this.#milliseconds() + (this.#first ? 1 : 0);
        this.#first = false;
        const timer = this.#timers[0];
        if (timer && timer.due.at <= this.#time) return () => this.#fire(timer);
        this.#time = undefined;
        this.#phase = 'reads';
      }
      if (this.#phase === 'reads') {
        this.#phase = 'immediates';
        this.#round = this.#immediates.splice(0);
        const reads = this.#reads.shift();
        if (reads) return reads;
      }
      const immediate = this.#round.shift();
      if (immediate) return immediate.call;
      this.#phase = 'timers';
    }
    return undefined;
  }

  #fire(timer: Timeout): void {
    this.#remove(timer);
    try {
      timer.call(timer);
    } finally {
      // It may have been ended, or started anew, by what it called.
      if (this.#byId.get(timer.id) === timer && !this.#timers.includes(timer)) {
        if (timer.repeats) this.#insert(timer);
        else this.#byId.delete(timer.id);
      }
    }
  }
}
