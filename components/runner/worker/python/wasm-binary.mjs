// Reads and writes WebAssembly binaries: sections and vectors.

export const KIND = { function: 0, table: 1, memory: 2, global: 3 };

export class Reader {
  at = 0;
  /** @param {Uint8Array} content */
  constructor(content) {
    this.content = content;
  }

  get over() {
    return this.at >= this.content.length;
  }

  number() {
    let result = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.content[this.at++] ?? 0;
      result += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return result;
    }
  }

  /** @param {number} count */
  bytes(count) {
    this.at += count;
    return this.content.subarray(this.at - count, this.at);
  }
}

/** @param {Uint8Array} wasm */
export function readSections(wasm) {
  const reader = new Reader(wasm);
  reader.bytes(8);
  const sections = [];
  while (!reader.over) {
    const [id = 0] = reader.bytes(1);
    sections.push({ id, content: reader.bytes(reader.number()) });
  }
  return sections;
}

/** @param {{ id: number, content: Uint8Array }[]} sections @param {number} id */
export function section(sections, id) {
  const found = sections.find((each) => each.id === id);
  if (!found) throw new Error(`This WebAssembly has no section ${id}.`);
  return found.content;
}

/** @template T @param {Uint8Array} content @param {(reader: Reader) => T} read @returns {T[]} */
export function vector(content, read) {
  const reader = new Reader(content);
  return Array.from({ length: reader.number() }, () => read(reader));
}

/** Numbers of imported functions and globals. @param {Uint8Array} content */
export function readImports(content) {
  const count = { function: 0, global: 0 };
  vector(content, (reader) => {
    reader.bytes(reader.number());
    reader.bytes(reader.number());
    const [kind] = reader.bytes(1);
    if (kind === KIND.function) {
      count.function += 1;
      reader.number();
    } else if (kind === KIND.global) {
      count.global += 1;
      reader.bytes(2);
    } else {
      // A table has its element type, a tag its kind; a memory only limits.
      if (kind !== KIND.memory) reader.bytes(1);
      const flags = reader.number();
      if (kind === KIND.table || kind === KIND.memory) for (let n = 0; n < 1 + (flags & 1); n++) reader.number();
    }
  });
  return count;
}

/** @param {Uint8Array} content @returns {Map<string, number>} */
export function readExports(content) {
  return new Map(
    vector(content, (reader) => {
      const name = new TextDecoder().decode(reader.bytes(reader.number()));
      reader.bytes(1);
      return [name, reader.number()];
    }),
  );
}

/** Builds a module of these sections. @param {{ id: number, content: Uint8Array }[]} sections */
export function moduleOf(sections) {
  const parts = sections.flatMap(({ id, content }) => [Uint8Array.of(id, ...leb(content.length)), content]);
  return Buffer.concat([Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0), ...parts]);
}

/** A custom section. @param {string} name @param {Uint8Array} content */
export function customSection(name, content) {
  return { id: 0, content: Buffer.concat([Uint8Array.from(text(name)), content]) };
}

/** Returns the number of parameters. @param {Reader} reader */
export function readType(reader) {
  reader.bytes(1);
  const parameters = reader.bytes(reader.number());
  reader.bytes(reader.number());
  return parameters.length;
}

/** @param {Uint8Array} content @param {number[][]} entries */
export function appended(content, entries) {
  const reader = new Reader(content);
  const count = reader.number();
  return Buffer.concat([
    Uint8Array.from(leb(count + entries.length)),
    content.subarray(reader.at),
    Uint8Array.from(entries.flat()),
  ]);
}

/** @param {(number[] | Uint8Array)[]} entries */
export function encodeVector(entries) {
  return Buffer.concat(
    [leb(entries.length), ...entries].map((each) => (each instanceof Uint8Array ? each : Uint8Array.from(each))),
  );
}

/** @param {string} value */
export function text(value) {
  const bytes = new TextEncoder().encode(value);
  return [...leb(bytes.length), ...bytes];
}

/** @param {number} number @returns {number[]} */
export function leb(number) {
  return number < 128 ? [number] : [(number % 128) | 128, ...leb(Math.floor(number / 128))];
}

/** @param {number} number @returns {number[]} */
export function signedLeb(number) {
  const [low, rest] = [number & 0x7f, number >> 7];
  return rest === 0 && low < 64 ? [low] : [low | 128, ...signedLeb(rest)];
}
