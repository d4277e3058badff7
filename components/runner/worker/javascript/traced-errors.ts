// Gives errors Node's trace in engines without `prepareStackTrace`.

const KINDS = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AggregateError',
];

type Class = new (...values: unknown[]) => Error;

/** `fix` is called with each error that the program created, when its trace is first read. Errors created by the engine are not included. */
export function traceErrors(fix: (error: Error) => void): void {
  const base = globalThis.Error;
  for (const name of KINDS) {
    const kind = Reflect.get(globalThis, name) as Class;
    const made = (error: Error) => traced(error, fix);
    const proxy = new Proxy(kind, {
      construct: (target, values, maker) => made(Reflect.construct(target, values, maker)),
      apply: (target, self, values) => made(Reflect.apply(target as unknown as () => Error, self, values)),
    });
    Reflect.defineProperty(kind.prototype, 'constructor', { value: proxy, writable: true, configurable: true });
    Reflect.defineProperty(globalThis, name, { value: proxy, writable: true, configurable: true });
    if (kind !== base) Reflect.setPrototypeOf(kind, globalThis.Error);
  }
}

/** Deferred, because name and message may still change. */
function traced(error: Error, fix: (error: Error) => void): Error {
  const { stack } = error;
  const set = (value: unknown) =>
    void Reflect.defineProperty(error, 'stack', { value, writable: true, configurable: true });
  const get = () => {
    set(stack);
    fix(error);
    return error.stack;
  };
  Reflect.defineProperty(error, 'stack', { get, set, configurable: true });
  return error;
}
