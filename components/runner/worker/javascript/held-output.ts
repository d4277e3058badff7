// What a program prints, in its order also where a text is known only when promises had their turn.
import type { CappedOutput } from '../capped-output.js';

/** What the parts of a program print to. */
export type Printer = Pick<CappedOutput, 'write'>;
type Kind = Parameters<CappedOutput['write']>[0];

const resolved = Promise.resolve();
const { then } = Promise.prototype;

interface Held {
  kind: Kind;
  text: string;
  ready: boolean;
}

export class HeldOutput implements Printer {
  #held: Held[] = [];

  /** `named` is given each text, and gives it as it is shown. */
  constructor(
    private readonly output: CappedOutput,
    private readonly named: (text: string) => string,
  ) {}

  write(kind: Kind, text: string): void {
    if (this.#held.length === 0) this.output.write(kind, this.named(text));
    else this.#hold({ kind, text: this.named(text), ready: true });
  }

  /** `text` is what is shown if the program is stopped before `settle` can say better. */
  writeLater(kind: Kind, text: string, settle: () => string): void {
    if (this.output.overflowed) return this.write(kind, text);
    const held = { kind, text, ready: false };
    this.#hold(held);
    // What was settled when it was printed has answered by then, and nothing else.
    Reflect.apply(then, resolved, [
      () => {
        held.text = this.named(settle());
        held.ready = true;
        this.#release((each) => each.ready);
      },
    ]);
  }

  /** The program ends now. */
  flush(): void {
    this.#release(() => true);
  }

  #hold(held: Held): void {
    this.#held.push(held);
    this.output.preview(this.#held);
  }

  #release(ready: (held: Held) => boolean): void {
    let released = 0;
    for (const held of this.#held) {
      if (!ready(held)) break;
      released += 1;
      this.output.write(held.kind, held.text);
    }
    this.#held = this.#held.slice(released);
    if (!this.output.overflowed) this.output.preview(this.#held);
  }
}
