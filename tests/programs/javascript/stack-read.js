const lines = (error) => error.stack.split('\n');
function inner(n) { if (n === 0) throw new RangeError('too deep'); inner(n - 1); }
try { inner(2); } catch (error) { console.log(lines(error)[0], lines(error)[1].trim().replace(/:\d+\)$/, ')'), /main\.js:2/.test(error.stack), /blob:/.test(error.stack)); }
class AppError extends Error { constructor(message, options) { super(message, options); this.name = 'AppError'; } }
function make() { return new AppError('made', { cause: Error('no new') }); }
const made = make();
console.log(lines(made)[0], lines(made)[1].trim().replace(/:\d+\)$/, ')'), made instanceof AppError, made instanceof Error, made.constructor === AppError, lines(made.cause)[0], made.cause.constructor === Error);
console.log(Object.getPrototypeOf(TypeError) === Error, TypeError.name, Error.length, new Error('x') instanceof Error, Object.prototype.toString.call(new TypeError()), Error.prototype.constructor === Error, typeof Error, Error('y').message);
made.stack = 'replaced'; console.log(made.stack, Object.keys(made), JSON.stringify(made));
const e = new Error('multi\nline'); console.log(lines(e).slice(0, 2), e.toString());
async function later() { await null; throw new TypeError('async one'); }
later().catch((error) => console.log(lines(error)[0], /main\.js:11/.test(error.stack)));
setTimeout(() => {
  try { JSON.parse('{'); } catch (error) { console.log(error.name, error instanceof SyntaxError, error.constructor === SyntaxError); }
  console.log(new AggregateError([new Error('a')], 'agg').errors.length, Reflect.construct(Error, ['r'], AppError).constructor.name);
  const printed = (() => { try { null.x; } catch (error) { return error; } })();
  console.error(printed.stack);
}, 1);
