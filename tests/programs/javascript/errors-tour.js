class ValidationError extends Error {
  constructor(field, message, options) {
    super(message, options);
    this.name = 'ValidationError';
    this.field = field;
  }
}
function risky(n) {
  if (n === 1) throw new ValidationError('age', 'must be positive', { cause: new RangeError('-1') });
  if (n === 2) throw 'a string';
  if (n === 3) throw { code: 42 };
  if (n === 4) return [].reduce((a) => a);
  if (n === 5) return null.x;
  if (n === 6) return undefinedName;
  if (n === 7) { const c = 1; c = 2; }
  if (n === 8) return BigInt(1.5);
  if (n === 9) return new Array(-1);
  if (n === 10) return JSON.parse('{bad');
  if (n === 11) return Symbol() + '';
  if (n === 12) return 1n + 1;
  return n;
}
for (let n = 0; n <= 12; n++) {
  try {
    console.log(risky(n));
  } catch (error) {
    console.log(n, error?.name ?? typeof error, error instanceof Error, error.field ?? '', error.cause?.message ?? '');
  } finally {
    if (n === 0) console.log('finally');
  }
}
const f = () => { try { return 'try'; } finally { console.log('before return'); } };
console.log(f(), (() => { try { throw 1; } catch { return 'optional binding'; } })(), (() => { for (;;) { try { return 1; } finally { break; } } return 2; })());
console.log(new ValidationError('f', 'm').toString(), String(new TypeError('t')), Object.keys(new ValidationError('f', 'm')), new Error('x', { cause: 'y' }).cause, new AggregateError([1], 'agg').errors, Error('no new') instanceof Error, Object.prototype.toString.call(new RangeError()), JSON.stringify(new Error('lost')), JSON.stringify({ ...new ValidationError('a', 'b') }));
const e = new Error('with stack');
console.log(e.stack.split('\n')[0], /main\.js:\d+/.test(e.stack), Error.captureStackTrace ? 'capture' : 'none');
async function fails() { throw new ValidationError('async', 'rejected'); }
fails().catch(({ field, message }) => console.log(field, message)).then(() => { throw new ValidationError('end', 'uncaught at the end'); });
