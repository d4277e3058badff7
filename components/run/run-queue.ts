// Run queue: requested runs start one after the other, and can be withdrawn.

/** The position of a run in the queue. */
export interface Turn {
  /** It was cancelled before it started. */
  readonly withdrawn: boolean;
  /** Call when the room has started the run: from here on, another request is a new run. */
  begin(): void;
}

export class RunQueue {
  /** Requests are numbered in order. */
  #asked = 0;
  #begun = 0;
  #withdrawn = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** A request has not started yet. */
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

  /** Cancels all requests that have not started. */
  withdraw(): void {
    this.#withdrawn = this.#asked;
  }
}
