// The mocks of `node:test`: functions that record their calls, and replaced methods that can be restored.

type Any = (this: unknown, ...values: unknown[]) => unknown;

interface Called {
  arguments: unknown[];
  result?: unknown;
  error?: unknown;
  this: unknown;
  target: unknown;
}

export class MockFunctionContext {
  readonly calls: Called[] = [];
  readonly #once = new Map<number, Any>();
  #implementation: Any;

  constructor(
    implementation: Any,
    readonly restore: () => void,
  ) {
    this.#implementation = implementation;
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

  take(): Any {
    return this.#once.get(this.calls.length) ?? this.#implementation;
  }
}

export interface Mock {
  fn(original?: Any, implementation?: Any | object, restore?: () => void): Any & { mock: MockFunctionContext };
  method(owner: object, name: PropertyKey, implementation?: Any | object): Any & { mock: MockFunctionContext };
  reset(): void;
  restoreAll(): void;
}

export function createMock(): Mock {
  const contexts: MockFunctionContext[] = [];

  function fn(original: Any = () => undefined, implementation: Any | object = original, restore = () => {}) {
    const context = new MockFunctionContext(
      typeof implementation === 'function' ? (implementation as Any) : original,
      restore,
    );
    contexts.push(context);
    const mocked = function (this: unknown, ...values: unknown[]): unknown {
      const call: Called = { arguments: values, this: this, target: new.target };
      const implementation = context.take();
      try {
        call.result = new.target
          ? Reflect.construct(implementation, values, new.target)
          : implementation.apply(this, values);
        return call.result;
      } catch (error) {
        call.error = error;
        throw error;
      } finally {
        context.calls.push(call);
      }
    };
    Reflect.defineProperty(mocked, 'name', { value: original.name });
    Reflect.defineProperty(mocked, 'length', { value: original.length });
    return Object.assign(mocked, { mock: context });
  }

  function method(owner: object, name: PropertyKey, implementation?: Any | object) {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    const original = Reflect.get(owner, name) as Any;
    const mocked = fn(original, implementation, () => {
      if (own) Reflect.defineProperty(owner, name, own);
      else Reflect.deleteProperty(owner, name);
    });
    Reflect.defineProperty(owner, name, {
      value: mocked,
      configurable: true,
      writable: true,
      enumerable: own?.enumerable ?? true,
    });
    return mocked;
  }

  return {
    fn,
    method,
    reset: () => {
      for (const context of contexts.splice(0)) context.restore();
    },
    restoreAll: () => {
      for (const context of contexts) context.restore();
    },
  };
}
