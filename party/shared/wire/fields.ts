/** Fields of frames: one field per kind of value, which encodes and decodes it. A message is a record of fields. */

import { FrameError, Reader, type Writer } from './codec.js';

/** The decoded form may differ from the encoded one. `limit` is the maximum of bytes for a value, that of its frame. `read` throws FrameError. */
export interface Field<In, Out = In> {
  write(w: Writer, value: In): void;
  read(r: Reader, limit: number): Out;
}

type Fields = Readonly<Record<string, Field<never, unknown>>>;
type Written<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer In, unknown> ? In : never };
type Found<F extends Fields> = { [K in keyof F]: F[K] extends Field<never, infer Out> ? Out : never };

export const byte: Field<number> = { write: (w, value) => w.byte(value), read: (r) => r.byte() };
export const uint: Field<number> = { write: (w, value) => w.uint(value), read: (r) => r.uint() };
export const flag: Field<boolean> = { write: (w, value) => w.flag(value), read: (r) => r.flag() };
export const text: Field<string> = { write: (w, value) => w.text(value), read: (r, limit) => r.text(limit) };
export const bytes: Field<Uint8Array> = { write: (w, value) => w.bytes(value), read: (r, limit) => r.bytes(limit) };

/** A text of at most so many bytes. */
export function shortText(most: number): Field<string> {
  return { write: text.write, read: (r) => r.text(most) };
}

/** One word of a list, as one byte. `sentence` is the error for an unknown number. */
export function oneOf<T>(words: readonly T[], sentence: string): Field<T> {
  return {
    write: (w, value) => w.byte(words.indexOf(value)),
    read: (r) => {
      const word = words[r.byte()];
      if (word === undefined) throw new FrameError(sentence);
      return word;
    },
  };
}

/** The number of values, then the values. */
export function list<T>(field: Field<T>): Field<T[]> {
  return {
    write: (w, values) => {
      w.uint(values.length);
      for (const value of values) field.write(w, value);
    },
    read: (r, limit) => {
      const values: T[] = [];
      for (let left = r.uint(); left > 0; left--) values.push(field.read(r, limit));
      return values;
    },
  };
}

/** Values up to the end of the frame. */
export function rest<T>(field: Field<T>): Field<T[]> {
  return {
    write: (w, values) => {
      for (const value of values) field.write(w, value);
    },
    read: (r, limit) => {
      const values: T[] = [];
      while (!r.done) values.push(field.read(r, limit));
      return values;
    },
  };
}

/** A flag, then the value if there is one. */
export function optional<T>(field: Field<T>): Field<T | null> {
  return {
    write: (w, value) => {
      w.flag(value !== null);
      if (value !== null) field.write(w, value);
    },
    read: (r, limit) => (r.flag() ? field.read(r, limit) : null),
  };
}

/** One field after the other, in this order. */
export function record<F extends Fields>(fields: F): Field<Written<F>, Found<F>> {
  const entries = Object.entries(fields);
  return {
    write: (w, value) => {
      for (const [name, field] of entries) field.write(w, value[name] as never);
    },
    read: (r, limit) => {
      const value: Record<string, unknown> = {};
      for (const [name, field] of entries) value[name] = field.read(r, limit);
      return value as Found<F>;
    },
  };
}

/** The fields of both, as one flat record. */
export function both<A, B>(first: Field<A>, second: Field<B>): Field<A & B> {
  return {
    write: (w, value) => {
      first.write(w, value);
      second.write(w, value);
    },
    read: (r, limit) => ({ ...first.read(r, limit), ...second.read(r, limit) }),
  };
}

/** A selection: its anchor, then the signed distance to its head. */
export const selection: Field<{ anchor: number; head: number }> = {
  write: (w, { anchor, head }) => w.uint(anchor).int(head - anchor),
  read: (r) => {
    const anchor = r.uint();
    return { anchor, head: anchor + r.int() };
  },
};

/** The rest of the frame, to be decoded later. */
export function restOf(r: Reader): () => Reader {
  const body = r.take(r.left, Number.POSITIVE_INFINITY);
  return () => new Reader(body);
}
