// `expect` and `vi` for test files, from Vitest's own packages; loaded only for test files that use them.
import { chai, getState, JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from '@vitest/spy';

export interface Expectations {
  chai: object;
  expect: object;
  vi: object;
  /** Called before each test. */
  begin(): void;
  /** Called after it: throws if there were fewer assertions than announced. */
  end(): void;
}

export interface ExpectPart {
  createExpect(): Expectations;
}

type Expect = Parameters<typeof getState>[0];

export function createExpect(): Expectations {
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
  const count = () => getState(expect).assertionCalls ?? 0;
  let wanted: number | 'some' | undefined;
  const made = (value: unknown, message?: string) => {
    setState({ assertionCalls: count() + 1 }, expect);
    return chai.expect(value, message);
  };
  const expect = Object.assign(made, chai.expect, {
    getState: () => getState(expect),
    setState: (state: object) => setState(state, expect),
    assertions: (number: number) => {
      wanted = number;
    },
    hasAssertions: () => {
      wanted = 'some';
    },
    unreachable: (message = 'This line was not to be reached.') => chai.assert.fail(message),
  }) as unknown as Expect;
  return {
    chai,
    expect,
    vi: mocks(),
    begin: () => {
      setState({ assertionCalls: 0 }, expect);
      wanted = undefined;
    },
    end: () => {
      const has = count();
      if (wanted === 'some' && has === 0) chai.assert.fail('It was to make an assertion, and made none.');
      if (typeof wanted === 'number' && has !== wanted)
        chai.assert.fail(`It was to make ${wanted} assertions, and made ${has}.`);
    },
  };
}

/** Unsupported functions say so when they are called. */
function mocks(): object {
  const known = {
    fn,
    spyOn,
    isMockFunction,
    clearAllMocks,
    resetAllMocks,
    restoreAllMocks,
    mocked: (value: unknown) => value,
  };
  return new Proxy(known, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name);
      return () => {
        throw new Error(`vi.${name} is not here. Hand over what your functions need as arguments, such as the time.`);
      };
    },
  });
}
