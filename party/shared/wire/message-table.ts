/** Message table: each kind of message, its number (by the order in the table, from where a number is given) and its fields. Each direction has one. */

import { FrameError, Reader, Writer } from './codec.js';
import type { Field } from './fields.js';

type Typed = { type: string };
type Body<M extends Typed, T> = Omit<Extract<M, { type: T }>, 'type'>;

/** `Sent` and `Read` are unions of the same types; values to encode may have another form than decoded ones. */
type MessageTable<Sent extends Typed, Read extends Typed> = {
  readonly [T in Read['type'] & Sent['type']]: Field<Body<Sent, T>, Body<Read, T>>;
};

export class MessageCodec<Sent extends Typed, Read extends Typed> {
  /** Kinds of message at their numbers, counted from the first; some numbers have none. */
  readonly kinds: readonly Read['type'][];
  readonly #fields: readonly Field<unknown>[];
  readonly #numbers = new Map<string, number>();

  constructor(
    table: MessageTable<Sent, Read>,
    /** The number of the first kind. */
    private readonly first: number,
    /** The error for an unknown kind. */
    private readonly unknown: string,
    /** Kinds whose number does not follow that of the kind before. */
    numbers: { readonly [T in Read['type']]?: number } = {},
  ) {
    const kinds: Read['type'][] = [];
    const fields: Field<unknown>[] = [];
    for (const [kind, field] of Object.entries<Field<unknown>>(table)) {
      const type = kind as Read['type'];
      const index = (numbers[type] ?? first + kinds.length) - first;
      kinds[index] = type;
      fields[index] = field;
      this.#numbers.set(type, index);
    }
    this.kinds = kinds;
    this.#fields = fields;
  }

  encode(message: Sent): Uint8Array {
    const index = this.#numbers.get(message.type) ?? -1;
    const w = new Writer().byte(this.first + index);
    this.#fields[index]?.write(w, message);
    return w.finish();
  }

  /** Throws FrameError. Only the frame limits the length of texts; the receiver validates their content. */
  decode(frame: Uint8Array): Read {
    const r = new Reader(frame);
    const index = r.byte() - this.first;
    const fields = this.#fields[index];
    if (!fields) throw new FrameError(this.unknown);
    const body = fields.read(r, frame.length) as object;
    r.end();
    return { type: this.kinds[index], ...body } as Read;
  }
}
