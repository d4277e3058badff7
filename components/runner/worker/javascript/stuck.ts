// Whether a module awaits at its top what can never come: no timer, no input, no answer is due any more.
import type { Loop } from './loop.js';

export const STUCK = Symbol('stuck');

/** A browser answers some things that nobody counts, such as a channel's messages, but all of them soon. */
const GRACE_MS = 150;

/** Resolves when it does, and never otherwise. What is no module has nothing to await at its top, and no `begun`. */
export async function stuck(
  { main, begun }: { main: Promise<unknown>; begun?: Promise<void> },
  loop: Loop,
): Promise<typeof STUCK> {
  const never = new Promise<never>(() => {});
  if (!begun) return never;
  let awaits = true;
  const settled = () => {
    awaits = false;
  };
  main.then(settled, settled);
  await begun;
  do {
    await loop.idle();
    await loop.grace(GRACE_MS);
  } while (awaits && loop.busy);
  return awaits ? STUCK : never;
}
