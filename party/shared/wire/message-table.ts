/** A table of messages: each kind has its number, in the order of the table, and its fields. Both directions are such tables. */

import { FrameError, Reader, Writer } from './codec.js';
import type { Field } from './fields.js';

type Typed = { type: string };
type Body<M extends Typed, T> = Omit<Extract<M, { type: T }>, 'type'>;

/** `Sent` and `Read` are unions of the same types; what is sent may hold values in another form than what is read. */
type MessageTable<Sent extends Typed, Read extends Typed> = {
  readonly [T in Read['type'] & Sent['type']]: Field<Body<Sent, T>, Body<Read, T>>;
};

export class MessageCodec<Sent extends Typed, Read extends Typed> {
  /** Kinds of message in the order of their numbers. */
  readonly kinds: readonly Read['type'][];
  readonly #fields: readonly Field<unknown>[];
  readonly #codes: ReadonlyMap<string, number>;

  constructor(
    table: MessageTable<Sent, Read>,
    /** Number of the first kind. */
    private readonly first: number,
    /** Tells whoever sent a kind that is not in the table. */
    private readonly unknown: string,
  ) {
    this.kinds = Object.keys(table) as Read['type'][];
    this.#fields = Object.values(table);
    this.#codes = new Map(this.kinds.map((kind, index) => [kind, index]));
  }

  encode(message: Sent): Uint8Array {
    const index = this.#codes.get(message.type) ?? -1;
    const w = new Writer().byte(this.first + index);
    this.#fields[index]?.write(w, message);
    return w.finish();
  }

  /** Throws FrameError. Texts are bounded by the frame; what they may hold is for its receiver to judge. */
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
