// Keeps output in order when a text is known only after promise jobs have run.
import type { CappedOutput } from '../capped-output.js';

/** Where the parts of a program print. */
export type Printer = Pick<CappedOutput, 'write'>;
type Kind = Parameters<CappedOutput['write']>[0];

const resolved = Promise.resolve();
const { then } = Promise.prototype;

/** What follows a promise waits until its jobs have run; a program that prints so many pieces or characters before that shows it as it was. */
const MOST_HELD = 100;
const MOST_LENGTH = 20_000;

interface Held {
  kind: Kind;
  text: string;
  ready: boolean;
}

export class HeldOutput implements Printer {
  #held: Held[] = [];
  #length = 0;

  /** `named` converts each text to its displayed form. */
  constructor(
    private readonly output: CappedOutput,
    private readonly named: (text: string) => string,
  ) {}

  write(kind: Kind, text: string): void {
    if (this.#held.length === 0) this.output.write(kind, this.named(text));
    else this.#hold({ kind, text: this.named(text), ready: true });
  }

  /** `text` is shown if the program is stopped before `settle` returns the final one. */
  writeLater(kind: Kind, text: string, settle: () => string): void {
    if (this.output.overflowed) return this.write(kind, text);
    const held = { kind, text, ready: false };
    this.#hold(held);
    // Promises that were settled when they were printed have reacted by then.
    Reflect.apply(then, resolved, [
      () => {
        held.text = this.named(settle());
        held.ready = true;
        this.#release((each) => each.ready);
      },
    ]);
  }

  /** Called at the end of the program, and before somebody is asked. */
  flush(): void {
    if (this.#held.length > 0) this.#release(() => true);
  }

  #hold(held: Held): void {
    this.#held.push(held);
    this.#length += held.text.length;
    // Each preview has all of them.
    if (this.#held.length > MOST_HELD || this.#length > MOST_LENGTH) this.flush();
    else this.#preview();
  }

  #release(ready: (held: Held) => boolean): void {
    let released = 0;
    for (const held of this.#held) {
      if (!ready(held)) break;
      released += 1;
      this.output.write(held.kind, held.text);
    }
    this.#held = this.#held.slice(released);
    this.#length = this.#held.reduce((sum, { text }) => sum + text.length, 0);
    this.#preview();
  }

  #preview(): void {
    if (!this.output.overflowed) this.output.preview(this.#held);
  }
}
