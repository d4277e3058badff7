// Node's report of an unhandled rejection.

/** Node's error for a rejection with a value that is not an error. */
export function rejection(reason: unknown): unknown {
  if (reason instanceof Error) return reason;
  const sentence = `This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${String(reason)}".`;
  const error = new Error(sentence);
  Object.defineProperties(error, {
    name: { value: 'UnhandledPromiseRejection', configurable: true },
    stack: { value: '', configurable: true },
  });
  return Object.assign(error, { code: 'ERR_UNHANDLED_REJECTION' });
}
