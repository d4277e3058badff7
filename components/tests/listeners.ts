// Adds one listener for several events, for as long as their target lives.

export function listen(target: EventTarget, listener: () => void, ...names: string[]): void {
  for (const name of names) target.addEventListener(name, listener);
}
