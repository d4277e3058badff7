// Which tests a page wants to have run, of whatever it has passed.
import type { TestWish } from './test-controller.js';

/** A name by itself is a list of it. */
export function readWish(wish: unknown): TestWish {
  const { names, hidden } = Object(wish) as Record<keyof TestWish, unknown>;
  const list = names === undefined || names === null ? {} : { names: [names].flat().map(nameOf) };
  return { ...list, hidden: Boolean(hidden) };
}

/** What is no name is that of no test. */
function nameOf(name: unknown): string {
  return typeof name === 'object' ? '' : String(name);
}
