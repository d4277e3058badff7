// Says that a program's interpreter starts where its worker does not take the program at once: it rehearses, and hears nothing meanwhile.

/** A shorter wait is not shown. */
export const NOTICE_DELAY_MS = 150;

export class StartNotice {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = false;

  constructor(private readonly show: (shown: boolean) => void) {}

  begin(): void {
    this.end();
    this.#timer = setTimeout(() => {
      this.#shown = true;
      this.show(true);
    }, NOTICE_DELAY_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    if (this.#shown) this.show(false);
    this.#shown = false;
  }
}
