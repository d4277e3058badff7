// The mocks of `node:test`: functions that record their calls, and replaced methods that can be restored.
import { MockTimers, type TimerModules } from './test-timers.js';
import { wrongType } from './wrong-values.js';

type Any = (this: unknown, ...values: unknown[]) => unknown;
type Kind = 'value' | 'get' | 'set';

interface Options {
  /** So many calls are mocked, those behind are not. */
  times?: number;
  getter?: boolean;
  setter?: boolean;
}

interface Called {
  arguments: unknown[];
  error: unknown;
  result: unknown;
  stack: Error;
  target: unknown;
  this: unknown;
}

type Mocked = Any & { mock: MockFunctionContext };

class MockFunctionContext {
  readonly calls: Called[] = [];
  readonly #once = new Map<number, Any>();
  readonly #original: Any;
  readonly #putBack: () => void;
  readonly #times: number;
  #implementation: Any;

  constructor(original: Any, implementation: Any, { times = Infinity }: Options, putBack = () => {}) {
    this.#original = original;
    this.#implementation = implementation;
    this.#putBack = putBack;
    this.#times = times;
  }

  callCount(): number {
    return this.calls.length;
  }

  resetCalls(): void {
    this.calls.length = 0;
  }

  mockImplementation(implementation: Any): void {
    this.#implementation = implementation;
  }

  mockImplementationOnce(implementation: Any, call = this.calls.length): void {
    this.#once.set(call, implementation);
  }

  restore(): void {
    this.#implementation = this.#original;
    this.#putBack();
  }

  /** What is called now. */
  take(): Any {
    const call = this.calls.length;
    const implementation = this.#once.get(call) ?? this.#implementation;
    this.#once.delete(call);
    if (call + 1 === this.#times) this.restore();
    return implementation;
  }
}

export interface Mock {
  fn(original?: Any | Options, implementation?: Any | Options, options?: Options): Mocked;
  method(owner: object, name: PropertyKey, implementation?: Any | Options, options?: Options): Mocked;
  getter(owner: object, name: PropertyKey, implementation?: Any | Options, options?: Options): Mocked;
  setter(owner: object, name: PropertyKey, implementation?: Any | Options, options?: Options): Mocked;
  reset(): void;
  restoreAll(): void;
  readonly timers: MockTimers;
}

/** Options may stand in place of the function before them. */
function read(fallback: Any, implementation: Any | Options | undefined, options: Options | undefined): [Any, Options] {
  return typeof implementation === 'function'
    ? [implementation, options ?? {}]
    : [fallback, implementation ?? options ?? {}];
}

/** Each time another, with the name that Node's has; unlike an arrow function, it can be constructed. */
function empty(): Any {
  function original() {
    return undefined;
  }
  return original;
}

function descriptorOf(owner: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

export function createMock(modules: () => TimerModules): Mock {
  const contexts: MockFunctionContext[] = [];
  let timers: MockTimers | undefined;

  function make(original: Any, implementation: Any, options: Options, putBack?: () => void): Mocked {
    const context = new MockFunctionContext(original, implementation, options, putBack);
    contexts.push(context);
    const remember = (given: unknown[], self: unknown, target: unknown, run: (called: Called) => unknown) => {
      const called: Called = {
        arguments: given,
        error: undefined,
        result: undefined,
        stack: new Error(),
        target,
        this: self,
      };
      try {
        called.result = run(called);
        return called.result;
      } catch (error) {
        called.error = error;
        throw error;
      } finally {
        context.calls.push(called);
      }
    };
    // It has the name, the length and what else there is of the original.
    return new Proxy(original, {
      apply: (_, self, values) => {
        const implementation = context.take();
        return remember(values, self, undefined, () => Reflect.apply(implementation, self, values));
      },
      construct: (_, values, target) => {
        const implementation = context.take();
        return remember(values, undefined, target, (called) => {
          called.this = Reflect.construct(implementation, values, target);
          return called.this;
        }) as object;
      },
      get: (target, key, receiver) => (key === 'mock' ? context : Reflect.get(target, key, receiver)),
    }) as Mocked;
  }

  function fn(original?: Any | Options, implementation?: Any | Options, options?: Options): Mocked {
    if (typeof original === 'object' && original !== null) return fn(undefined, original);
    if (original !== undefined && typeof original !== 'function')
      throw wrongType('original', 'of type function', original);
    const own = original ?? empty();
    return make(own, ...read(own, implementation, options));
  }

  function method(
    owner: object,
    name: PropertyKey,
    given?: Any | Options,
    more?: Options,
    kind: Kind = 'value',
  ): Mocked {
    if (Object(owner) !== owner) throw wrongType('object', 'of type object', owner);
    const own = Object.getOwnPropertyDescriptor(owner, name);
    const found = descriptorOf(owner, name);
    const [, { getter, setter }] = read(() => {}, given, more);
    const part = getter ? 'get' : setter ? 'set' : kind;
    const original: unknown = found?.[part];
    if (typeof original !== 'function') {
      const message = `The argument 'methodName' must be a method. Received ${String(original)}`;
      throw Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_VALUE' });
    }
    const [implementation, options] = read(original as Any, given, more);
    const mocked = make(original as Any, implementation, options, () => {
      if (own) Reflect.defineProperty(owner, name, own);
      else Reflect.deleteProperty(owner, name);
    });
    Reflect.defineProperty(owner, name, { ...found, configurable: true, [part]: mocked });
    return mocked;
  }

  const restoreAll = () => {
    for (const context of contexts) context.restore();
  };
  return {
    fn,
    method: (owner, name, given, options) => method(owner, name, given, options),
    getter: (owner, name, given, options) => method(owner, name, given, options, 'get'),
    setter: (owner, name, given, options) => method(owner, name, given, options, 'set'),
    restoreAll,
    get timers() {
      timers ??= new MockTimers(modules);
      return timers;
    },
    reset: () => {
      restoreAll();
      timers?.reset();
      contexts.length = 0;
    },
  };
}
