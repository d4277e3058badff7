// Random numbers that take the same course again, for a program that is repeated up to its last prompt.

/** A generator of 32 bits at a time (mulberry32) with this seed. */
function seededWords(seed: number): () => number {
  let state = (seed ^ (seed / 2 ** 32)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Fills bytes. */
export function seededBytes(seed: number): (bytes: Uint8Array) => void {
  const word = seededWords(seed);
  return (bytes) => {
    for (const index of bytes.keys()) bytes[index] = word();
  };
}

/** Replaces all that browsers have of them. */
export function seedRandom(seed: number): void {
  seedMath(seed);
  seedCrypto(seed);
}

function seedMath(seed: number): void {
  const word = seededWords(seed);
  Math.random = withName('random', () => word() / 2 ** 32);
}

/** The build shortens the names that functions have in the source. */
function withName<Made extends object>(name: string, made: Made): Made {
  Reflect.defineProperty(made, 'name', { value: name, configurable: true });
  return made;
}

/** Replaces `crypto.getRandomValues`, and `crypto.randomUUID`, which pages that are not secure lack. */
export function seedCrypto(seed: number): void {
  const fill = seededBytes(seed);
  const { getRandomValues: original } = Crypto.prototype;
  function getRandomValues<Values extends ArrayBufferView<ArrayBuffer>>(this: Crypto, values: Values): Values {
    // What it refuses, it refuses.
    Reflect.apply(original, this, [values]);
    fill(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return values;
  }
  function randomUUID(): string {
    const bytes = new Uint8Array(16);
    fill(bytes);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  for (const [name, value] of Object.entries({ getRandomValues, randomUUID }))
    Reflect.defineProperty(Crypto.prototype, name, {
      value: withName(name, value),
      configurable: true,
      enumerable: true,
      writable: true,
    });
}
