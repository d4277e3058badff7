// Adds one listener to many targets, and removes it from all. An AbortSignal would do, but Node warns about more than ten listeners on it.

export class Listeners {
  readonly #heard: { target: EventTarget; name: string }[] = [];

  constructor(private readonly listener: () => void) {}

  listen(target: EventTarget, ...names: string[]): void {
    for (const name of names) {
      target.addEventListener(name, this.listener);
      this.#heard.push({ target, name });
    }
  }

  close(): void {
    for (const { target, name } of this.#heard.splice(0)) target.removeEventListener(name, this.listener);
  }
}
