// The timers and the date of `node:test`'s mocks: time passes only when a test says so.
import { abortError } from './awaited-events.js';
import { check, wrongType } from './wrong-values.js';

type Call = (...values: unknown[]) => unknown;
type Names = Record<string, unknown>;

/** Node's modules whose timers are replaced, too. */
export interface TimerModules {
  timers: Names;
  promises: Names & { scheduler: Names };
}

interface WaitOptions {
  signal?: AbortSignal;
}

const APIS = ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait'] as const;
/** A longer delay is 1 ms in Node. */
const LONGEST_MS = 2 ** 31 - 1;
const RealDate = Date;

function invalidState(message: string): Error {
  return Object.assign(new Error(`Invalid state: ${message}`), { code: 'ERR_INVALID_STATE' });
}

function invalidValue(message: string): TypeError {
  return Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_VALUE' });
}

/** What `setTimeout` returns. */
class Timeout {
  constructor(
    readonly id: number,
    readonly callback: Call,
    public runAt: number,
    readonly interval: number | undefined,
    readonly args: unknown[],
  ) {}

  hasRef(): boolean {
    return true;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  refresh(): this {
    return this;
  }
}

export class MockTimers {
  readonly #modules: () => TimerModules;
  /** In the order in which they run. */
  #waiting: Timeout[] = [];
  #restores: (() => void)[] = [];
  #enabled = false;
  #now = 0;
  #count = 0;

  constructor(modules: () => TimerModules) {
    this.#modules = modules;
    const { dispose } = Symbol as { dispose?: symbol };
    if (dispose) Reflect.defineProperty(this, dispose, { value: () => this.reset() });
  }

  enable(options: { apis?: readonly string[]; now?: number | Date } = {}): void {
    const { apis = APIS, now = 0 } = options;
    if (this.#enabled) throw invalidState('MockTimers is already enabled!');
    if (!Array.isArray(apis)) throw wrongType('options.apis', 'an instance of Array', apis);
    for (const name of apis as string[])
      if (!(APIS as readonly string[]).includes(name))
        throw invalidValue(`The property 'options.apis' option ${name} is not supported. Received '${name}'`);
    const start = now instanceof RealDate ? now.getTime() : now;
    check('initialTime', 'number', start);
    this.#forward(start);
    if (apis.includes('Date') && (Date as unknown as Names).isMock) throw invalidState('Date is already being mocked!');
    this.#now = start;
    this.#enabled = true;
    for (const name of apis as (typeof APIS)[number][]) this.#replaceAll(name);
  }

  /** All that is due then runs, in its order, and sees the time at the end. */
  tick(time = 1): void {
    this.#assertEnabled();
    this.#forward(time);
    this.#now += time;
    for (let timer = this.#waiting[0]; timer && timer.runAt <= this.#now; timer = this.#waiting[0]) {
      // One that throws stays, as in Node.
      timer.callback(...timer.args);
      if (!this.#waiting.includes(timer)) continue;
      this.#remove(timer);
      if (timer.interval === undefined) continue;
      timer.runAt += Math.max(1, timer.interval);
      this.#insert(timer);
    }
  }

  setTime(time = 0): void {
    check('time', 'number', time);
    this.#forward(time);
    this.#assertEnabled();
    this.#now = time;
  }

  runAll(): void {
    this.#assertEnabled();
    const last = this.#waiting.at(-1);
    if (last) this.tick(last.runAt - this.#now);
  }

  reset(): void {
    if (!this.#enabled) return;
    for (const restore of this.#restores.reverse()) restore();
    this.#restores = [];
    this.#waiting = [];
    this.#enabled = false;
    this.#now = 0;
  }

  #assertEnabled(): void {
    if (!this.#enabled) throw invalidState('You should enable MockTimers first by calling the .enable function');
  }

  #forward(time: number): void {
    if (time < 0) throw invalidValue(`The argument 'time' ${time}. Received 'positive integer'`);
  }

  #replaceAll(name: (typeof APIS)[number]): void {
    const { timers, promises } = this.#modules();
    const replace = (made: Names, ...owners: object[]) => {
      for (const owner of owners) for (const [key, value] of Object.entries(made)) this.#replace(owner, key, value);
    };
    const clear = (timer: unknown) => this.#remove(timer);
    if (name === 'Date') {
      this.#replace(globalThis, 'Date', this.#date());
    } else if (name === 'setTimeout') {
      const set = (call: Call, ms?: number, ...args: unknown[]) => this.#add(call, ms, false, args);
      replace({ setTimeout: set, clearTimeout: clear }, globalThis, timers);
      replace(
        { setTimeout: (ms?: number, value?: unknown, how?: WaitOptions) => this.#wait(ms, value, how) },
        promises,
      );
    } else if (name === 'setInterval') {
      const set = (call: Call, ms?: number, ...args: unknown[]) => this.#add(call, ms, true, args);
      replace({ setInterval: set, clearInterval: clear }, globalThis, timers);
      replace(
        { setInterval: (ms?: number, value?: unknown, how?: WaitOptions) => this.#ticks(ms, value, how) },
        promises,
      );
    } else if (name === 'setImmediate') {
      const set = (call: Call, ...args: unknown[]) => this.#add(call, -1, false, args);
      replace({ setImmediate: set, clearImmediate: clear }, globalThis, timers);
      replace({ setImmediate: (value?: unknown, how?: WaitOptions) => this.#wait(-1, value, how) }, promises);
    } else {
      replace({ wait: (ms?: number, how?: WaitOptions) => this.#wait(ms, undefined, how) }, promises.scheduler);
    }
  }

  #replace(owner: object, name: string, value: unknown): void {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    Reflect.defineProperty(owner, name, {
      value,
      configurable: true,
      enumerable: own?.enumerable ?? false,
      writable: true,
    });
    this.#restores.push(() => {
      if (own) Reflect.defineProperty(owner, name, own);
      else Reflect.deleteProperty(owner, name);
    });
  }

  #add(callback: Call, ms: number | undefined, repeats: boolean, args: unknown[]): Timeout {
    const wanted = ms ?? 1;
    const delay = wanted > LONGEST_MS || Number.isNaN(Number(wanted)) ? 1 : Number(wanted);
    this.#count += 1;
    const timer = new Timeout(this.#count, callback, this.#now + delay, repeats ? delay : undefined, args);
    this.#insert(timer);
    return timer;
  }

  #insert(timer: Timeout): void {
    this.#waiting.push(timer);
    this.#waiting.sort((one, other) => one.runAt - other.runAt || one.id - other.id);
  }

  #remove(timer: unknown): void {
    const at = this.#waiting.indexOf(timer as Timeout);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #wait(ms: number | undefined, value: unknown, { signal }: WaitOptions = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError(signal));
      const timer = this.#add(() => resolve(value), ms, false, []);
      signal?.addEventListener('abort', () => {
        this.#remove(timer);
        reject(abortError(signal));
      });
    });
  }

  async *#ticks(ms: number | undefined, value: unknown, { signal }: WaitOptions = {}): AsyncGenerator<unknown> {
    let due = 0;
    let wake = () => {};
    const timer = this.#add(
      () => {
        due += 1;
        wake();
      },
      ms,
      true,
      [],
    );
    signal?.addEventListener('abort', () => wake());
    try {
      for (;;) {
        if (due === 0 && !signal?.aborted)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        if (signal?.aborted) throw abortError(signal);
        due -= 1;
        yield value;
      }
    } finally {
      this.#remove(timer);
    }
  }

  #date(): unknown {
    const now = () => this.#now;
    const MockDate = new Proxy(RealDate, {
      apply: () => new RealDate(now()).toString(),
      construct: (_, values, target) => Reflect.construct(RealDate, values.length === 0 ? [now()] : values, target),
      get: (date, key) => (key === 'now' ? now : key === 'isMock' ? true : Reflect.get(date, key)),
    });
    return MockDate;
  }
}
