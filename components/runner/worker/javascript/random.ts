// Seeded random numbers, so that a program that is repeated after a prompt takes the same course.

/** Replaces Math.random by mulberry32 with this seed. */
export function seedRandom(seed: number): void {
  let state = (seed ^ (seed / 2 ** 32)) >>> 0;
  Math.random = function random() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
