// A slider that somebody drags while what it shows goes on: it stays where they hold it, then where they put it until the room has heard of it.

/** A browser says what was chosen right after it says that the slider was released. */
const CHOSEN_MS = 100;

export class DraggedSlider {
  #held: { at: number; sent: boolean } | null = null;

  /** `changed`: it is to be shown elsewhere. */
  constructor(private readonly changed: () => void) {}

  /** Null: nobody here holds it. */
  get at(): number | null {
    return this.#held?.at ?? null;
  }

  drag(event: Event): void {
    this.#hold(event, false);
  }

  /** Never rejects if `send` does not. */
  async put(event: Event, send: (at: number) => Promise<void>): Promise<void> {
    const held = this.#hold(event, true);
    await send(held.at);
    // It may have been taken in hand again.
    if (this.#held === held) this.forget();
  }

  /** Let go where it was before, it sends nothing. */
  letGo(): void {
    const held = this.#held;
    setTimeout(() => {
      if (held && !held.sent && this.#held === held) this.forget();
    }, CHOSEN_MS);
  }

  forget(): void {
    this.#held = null;
    this.changed();
  }

  #hold({ currentTarget }: Event, sent: boolean): { at: number; sent: boolean } {
    this.#held = { at: Number((currentTarget as HTMLInputElement).value), sent };
    this.changed();
    return this.#held;
  }
}
