/** Message table: each kind of message, its number (by the order in the table) and its fields. Each direction has one. */

import { FrameError, Reader, Writer } from './codec.js';
import type { Field } from './fields.js';

type Typed = { type: string };
type Body<M extends Typed, T> = Omit<Extract<M, { type: T }>, 'type'>;

/** `Sent` and `Read` are unions of the same types; values to encode may have another form than decoded ones. */
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
    /** The number of the first kind. */
    private readonly first: number,
    /** The error for an unknown kind. */
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
