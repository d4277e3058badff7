/** One's own name: the one that is wanted, until the room has answered. */
export class OwnName {
  #wanted: string | null;
  /** What was wanted when the last hello told it. */
  #told: string | null = null;

  constructor(name = '') {
    this.#wanted = name || null;
  }

  get wanted(): string | null {
    return this.#wanted;
  }

  want(name: string): void {
    this.#wanted = name;
  }

  /** For a hello. A name the room knows already is not said again: it may have been changed in another tab. */
  tell(): string {
    this.#told = this.#wanted;
    return this.#wanted ?? '';
  }

  /** The room says what it is, to a hello or later; other news of oneself may come before its answer. */
  heard(name: string, before: string | undefined, inStep: boolean): void {
    const answered = inStep ? name !== before || name === this.#wanted : this.#told === this.#wanted;
    if (answered) this.#wanted = null;
  }

  refused(): void {
    this.#wanted = null;
  }
}
