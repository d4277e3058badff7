// What `util.promisify()` makes of functions whose callback has something else first than an error, or more than one value.

/** Under it Node keeps that. */
export const PROMISIFIED = Symbol.for('nodejs.util.promisify.custom');

/** The function, with what it is made into. */
export function promisifiedAs<F extends object>(call: F, value: (...values: never[]) => unknown): F {
  Reflect.defineProperty(call, PROMISIFIED, { value, configurable: true });
  return call;
}
