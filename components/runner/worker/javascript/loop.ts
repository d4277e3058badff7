// Node's event loop on top of the browser's: ticks before promise jobs, then timers in order, input, immediates. Each callback is a turn of its own, followed by its promise jobs.

import { reportIdle } from '../report-idle.js';
import { Immediate, Timeout } from './timeout.js';

type Job = () => void;

/** Promises answer in turns of their own; operations that are not counted settle within so many. */
const QUIET_TURNS = 3;
/** A longer delay, or one that is not a number, is 1 ms in Node. */
const LONGEST_MS = 2 ** 31 - 1;
/** After so long without events the program counts as waiting for a timer. A computing program is not noticed. */
const SETTLE_MS = 20;

export class Loop {
  readonly #sleep = globalThis.setTimeout.bind(globalThis);
  readonly #wake = globalThis.clearTimeout.bind(globalThis);
  readonly #now = performance.now.bind(performance);
  readonly #channel = new MessageChannel();
  readonly #post = this.#channel.port2.postMessage.bind(this.#channel.port2);
  #ticks: Job[] = [];
  /** Sorted by due time, and for equal times by age. */
  readonly #timers: Timeout[] = [];
  readonly #byId = new Map<number, Timeout>();
  #reads: Job[] = [];
  #immediates: Immediate[] = [];
  /** The immediates of this round; those added meanwhile run in the next. */
  #round: Immediate[] = [];
  #phase: 'timers' | 'reads' | 'immediates' = 'timers';
  /** Timers up to this time run in this round; later ones wait for the next. At the start, timers of 1 ms are due. */
  #time: number | undefined;
  #first = true;
  #ids = 0;
  #operations = 0;
  #posted = false;
  #sleeping: ReturnType<typeof setTimeout> | undefined;
  #rests = false;
  #idle: () => void = () => {};
  /** Hears of a delay that is too long. */
  overflowed: (delay: number) => void = () => {};

  constructor() {
    // Engines report rejections before the second message, and all else comes after that.
    let told = false;
    this.#channel.port1.onmessage = () => {
      told = !told;
      if (told) return this.#post(null);
      this.#posted = false;
      this.#turn();
    };
  }

  /** Runs the main part of a program, and its ticks before its promise jobs. */
  run(main: Job): void {
    this.#first = true;
    this.#guarded(main);
  }

  /** Runs before promise jobs. */
  tick(call: Job): void {
    this.#ticks.push(call);
    this.#schedule();
  }

  /** Runs in the phase of input events. */
  read(call: Job): void {
    this.#reads.push(call);
    this.#schedule();
  }

  timeout(call: (timer: Timeout) => void, delay: unknown, repeats = false): Timeout {
    const wanted = Number(delay);
    const wait = wanted >= 1 && wanted <= LONGEST_MS ? Math.trunc(wanted) : 1;
    if (wanted > LONGEST_MS) this.overflowed(wanted);
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

  /** The program waits for this operation as for a timer. */
  count(operation: Promise<unknown>): void {
    this.#operations += 1;
    const done = () => {
      this.#operations -= 1;
      this.changed();
    };
    operation.then(done, done);
  }

  /** Resolves when nothing is left to do. */
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

  /** Waits so long without counting as a timer of the program. */
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

  /** A message arrives at once; a browser's timers are clamped to 4 ms. */
  #schedule(): void {
    if (this.#posted) return;
    const wait = this.#hasJobs ? 0 : (this.#timers[0]?.due.at ?? Number.POSITIVE_INFINITY) - this.#now();
    this.#wake(this.#sleeping);
    if (wait <= 0) this.#postTurn();
    else if (wait < Number.POSITIVE_INFINITY) {
      this.#sleeping = this.#sleep(() => this.#rest(), Math.min(wait, SETTLE_MS));
    }
  }

  /** Sleeps until the first timer, unless that is too far away and something may still happen before. */
  #rest(): void {
    const wait = (this.#timers[0]?.due.at ?? 0) - this.#now();
    if (wait <= 0) return this.#postTurn();
    this.#rests = true;
    reportIdle(wait);
    this.#sleeping = this.#sleep(() => this.#postTurn(), wait);
  }

  /** Continues when something happens before the timer. */
  #goOn(): void {
    if (this.#rests) reportIdle(0);
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

  /** Errors are reported to the scope, and later jobs still run. */
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
      // The callback may have cleared or restarted its own timer.
      if (this.#byId.get(timer.id) === timer && !this.#timers.includes(timer)) {
        if (timer.repeats) this.#insert(timer);
        else this.#byId.delete(timer.id);
      }
    }
  }
}
