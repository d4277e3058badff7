// Random bytes that take the same course again, for a program that is repeated up to its last question.

/** A generator (mulberry32) with this seed. */
export function seededBytes(seed: number): (bytes: Uint8Array) => void {
  let state = (seed ^ (seed / 2 ** 32)) >>> 0;
  return (bytes) => {
    for (const index of bytes.keys()) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      bytes[index] = mixed ^ (mixed >>> 14);
    }
  };
}
