// How many assertions and subtests a test of `node:test` says it has.
import { check } from './wrong-values.js';

type Call = (...values: unknown[]) => unknown;

export class Plan {
  readonly #all: object;
  #expected: number | undefined;
  #made = 0;
  #assert: object | undefined;

  constructor(assert: object) {
    this.#all = assert;
  }

  begin(count: number): void {
    check('count', 'number', count);
    if (this.#expected !== undefined) throw failure('cannot set plan more than once');
    this.#expected = count;
  }

  count(): void {
    this.#made += 1;
  }

  /** Its assertions are counted where there is a plan when they are asked for first. */
  get assert(): object {
    this.#assert ??= this.#expected === undefined ? this.#all : this.#counted();
    return this.#assert;
  }

  /** Throws if there were more or fewer. */
  check(): void {
    if (this.#expected === undefined || this.#expected === this.#made) return;
    throw failure(`plan expected ${this.#expected} assertions but received ${this.#made}`);
  }

  #counted(): object {
    const counted = ([name, call]: [string, unknown]) => {
      const count: Call = (...values) => {
        this.count();
        return (call as Call)(...values);
      };
      return [name, typeof call === 'function' ? count : call];
    };
    return Object.fromEntries(Object.entries(this.#all).map(counted));
  }
}

export function isPlanFailure(error: unknown): error is Error {
  return error instanceof Error && Reflect.get(error, 'failureType') === 'testCodeFailure';
}

function failure(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_TEST_FAILURE', failureType: 'testCodeFailure' });
}
