export class Cache {
  room;
  seconds;
  // Two orders of the same keys: by last use, and by when they run out.
  #used = new Map();
  #kept = new Map();

  constructor(room, seconds) {
    this.room = room;
    this.seconds = seconds;
  }

  put(key, value, now) {
    this.#forget(now);
    if (this.#used.has(key)) this.#remove(key);
    else if (this.#used.size === this.room) this.#remove(this.#used.keys().next().value);
    this.#used.set(key, value);
    this.#kept.set(key, now);
  }

  get(key, now) {
    this.#forget(now);
    const value = this.#used.get(key);
    if (value === undefined) return null;
    this.#used.delete(key);
    this.#used.set(key, value);
    return value;
  }

  size(now) {
    this.#forget(now);
    return this.#used.size;
  }

  /** Takes away what ran out; as the time never falls, it stands first. */
  #forget(now) {
    for (const [key, kept] of this.#kept) {
      if (kept + this.seconds > now) break;
      this.#remove(key);
    }
  }

  #remove(key) {
    this.#used.delete(key);
    this.#kept.delete(key);
  }
}

/** What each step gave; nothing for put. */
export function play(room, seconds, steps) {
  const cache = new Cache(room, seconds);
  return steps.map((step) => {
    if (step[0] === 'get') return cache.get(step[1], step[2]);
    if (step[0] === 'size') return cache.size(step[1]);
    cache.put(step[1], step[2], step[3]);
    return null;
  });
}
