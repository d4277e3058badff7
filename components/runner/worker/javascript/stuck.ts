// Detects a module that is stuck in top-level await: no timer, input or answer is due any more.
import type { Loop } from './loop.js';

export const STUCK = Symbol('stuck');

/** A browser answers some operations that are not counted, such as channel messages, but all of them soon. */
const GRACE_MS = 150;

/** Resolves if it is stuck, otherwise never. CommonJS has no top-level await, and no `begun`. */
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
