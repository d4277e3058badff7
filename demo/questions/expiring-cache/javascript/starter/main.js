export class Cache {
  room;
  seconds;
  entries = new Map();

  constructor(room, seconds) {
    this.room = room;
    this.seconds = seconds;
  }

  put(key, value, now) {
    this.entries.set(key, value);
  }

  get(key, now) {
    return this.entries.get(key) ?? null;
  }

  size(now) {
    return this.entries.size;
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
