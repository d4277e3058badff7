/** Counts what the room has refused since it was loaded, by reason; for support. */

export class RefusalCounter {
  readonly #counts = new Map<string, number>();

  /** The map stays small: there are few reasons and close codes. */
  constructor(readonly since: number) {}

  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
