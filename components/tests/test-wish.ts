// Validates the argument of `test()`, which a page may pass in any form.
import type { TestWish } from './test-controller.js';

/** A single name counts as a list. */
export function parseTestWish(wish: unknown): TestWish {
  const { names, hidden } = Object(wish) as Record<keyof TestWish, unknown>;
  const list = names === undefined || names === null ? {} : { names: [names].flat().map(nameOf) };
  return { ...list, hidden: Boolean(hidden) };
}

/** A value that is not a string matches no test. */
function nameOf(name: unknown): string {
  return typeof name === 'object' ? '' : String(name);
}
