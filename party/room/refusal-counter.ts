/** What a room has had to refuse since it was loaded, counted by kind: for whoever finds out why somebody had trouble. */

export class RefusalCounter {
  readonly #counts = new Map<string, number>();

  /** Of reasons of refusals and codes of closes there are few. */
  constructor(readonly since: number) {}

  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
