const e = new Error('top', { cause: new TypeError('below') });
e.code = 'E_TOP';
console.log(String(e), e.message, e.cause.message, Object.keys(e));
console.log(e);
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}
const h = new HttpError(404, 'not found');
console.log(h instanceof Error, h.name, `${h}`, h.status);
console.log(h);
console.log({ nested: h.toString(), list: [new RangeError('r').name] });
console.log(new AggregateError([new Error('a'), new Error('b')], 'both').errors.length);
console.log(e.stack.split('\n')[0], e.stack.includes('blob:'), /main\.js:1/.test(e.stack));
