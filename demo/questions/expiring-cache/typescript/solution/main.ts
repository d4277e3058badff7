export class Cache {
  room: number;
  seconds: number;
  // Two orders of the same keys: by last use, and by when they run out.
  #used = new Map<string, string>();
  #kept = new Map<string, number>();

  constructor(room: number, seconds: number) {
    this.room = room;
    this.seconds = seconds;
  }

  put(key: string, value: string, now: number): void {
    this.#forget(now);
    if (this.#used.has(key)) this.#remove(key);
    else if (this.#used.size === this.room) this.#remove(this.#used.keys().next().value!);
    this.#used.set(key, value);
    this.#kept.set(key, now);
  }

  get(key: string, now: number): string | null {
    this.#forget(now);
    const value = this.#used.get(key);
    if (value === undefined) return null;
    this.#used.delete(key);
    this.#used.set(key, value);
    return value;
  }

  size(now: number): number {
    this.#forget(now);
    return this.#used.size;
  }

  /** Takes away what ran out; as the time never falls, it stands first. */
  #forget(now: number): void {
    for (const [key, kept] of this.#kept) {
      if (kept + this.seconds > now) break;
      this.#remove(key);
    }
  }

  #remove(key: string): void {
    this.#used.delete(key);
    this.#kept.delete(key);
  }
}

export type Step = ['put', string, string, number] | ['get', string, number] | ['size', number];

/** What each step gave; nothing for put. */
export function play(room: number, seconds: number, steps: Step[]): (string | number | null)[] {
  const cache = new Cache(room, seconds);
  return steps.map((step) => {
    if (step[0] === 'get') return cache.get(step[1], step[2]);
    if (step[0] === 'size') return cache.size(step[1]);
    cache.put(step[1], step[2], step[3]);
    return null;
  });
}
