export class Cache {
  room: number;
  seconds: number;
  entries = new Map<string, string>();

  constructor(room: number, seconds: number) {
    this.room = room;
    this.seconds = seconds;
  }

  put(key: string, value: string, now: number): void {
    this.entries.set(key, value);
  }

  get(key: string, now: number): string | null {
    return this.entries.get(key) ?? null;
  }

  size(now: number): number {
    return this.entries.size;
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
