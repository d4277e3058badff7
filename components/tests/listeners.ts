// One listener of many objects, taken from all of them together. A signal would do, but Node warns of more than ten at one.

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
