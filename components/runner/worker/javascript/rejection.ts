// Node's report of an unhandled rejection.

const objectText = Object.prototype.toString;

/** What V8 says of a value without running anything of the program. */
function described(value: unknown): string {
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    const maker: unknown = value.constructor;
    const name = typeof maker === 'function' && maker.name;
    if (value.toString === objectText && typeof name === 'string' && name !== '') return `#<${name}>`;
    return objectText.call(value);
  } catch {
    return '[object Object]'; // A hostile getter or proxy.
  }
}

/** Node's error for a rejection with a value that is not an error. */
export function rejection(reason: unknown): unknown {
  if (reason instanceof Error) return reason;
  const sentence = `This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${described(reason)}".`;
  const error = new Error(sentence);
  Object.defineProperties(error, {
    name: { value: 'UnhandledPromiseRejection', configurable: true },
    stack: { value: '', configurable: true },
  });
  return Object.assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}
