// Ctrl+W deletes a word in Vim and Emacs, and closes the tab in a browser, which lets no page stop it: the browser asks first.

/** Asks while `needed` says so, until the signal ends. */
export class CloseTabGuard {
  #asking: AbortController | null = null;

  constructor(
    private readonly page: Window,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.need(false));
  }

  /** A listener that stays would keep browsers from putting the page away whole. */
  need(needed: boolean): void {
    if (needed === (this.#asking !== null)) return;
    this.#asking?.abort();
    this.#asking = needed ? new AbortController() : null;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (this.#asking) this.page.addEventListener('beforeunload', ask, { signal: this.#asking.signal });
  }
}
