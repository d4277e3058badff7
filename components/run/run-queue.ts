// The runs asked for on this page, one after the other, with those that are no longer wanted.

/** The place of one run in the queue. */
export interface Turn {
  /** It was stopped before it began. */
  readonly withdrawn: boolean;
  /** The room carries it out: from here on whoever asks again asks for another. */
  begin(): void;
}

export class RunQueue {
  /** Counted in the order in which they were asked for. */
  #asked = 0;
  #begun = 0;
  #withdrawn = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** One was asked for and has not begun. */
  get waiting(): boolean {
    return this.#begun < this.#asked;
  }

  /** `carryOut` must not reject. */
  add<T>(carryOut: (turn: Turn) => Promise<T>): Promise<T> {
    const number = ++this.#asked;
    const withdrawn = () => number <= this.#withdrawn;
    const begin = () => {
      this.#begun = number;
    };
    const turn: Turn = {
      get withdrawn() {
        return withdrawn();
      },
      begin,
    };
    const outcome = this.#last.then(() => carryOut(turn)).finally(begin);
    this.#last = outcome;
    return outcome;
  }

  /** Those that were asked for and have not begun never will. */
  withdraw(): void {
    this.#withdrawn = this.#asked;
  }
}
