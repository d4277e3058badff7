// Test task: runs a file of tests, written for any common runner, with `node:test`, and reports the results.
import type { FailedCase } from '../../../messages.js';
import { tell } from '../../serve.js';
import type { Printer } from '../held-output.js';
import type { Inspection } from '../inspect.js';
import type { Outcome } from '../node/test-level.js';
import type { Trace } from '../trace.js';
import type { Expectations } from './expect.js';
import { reasonOf } from './reason.js';

type Find = (name: string) => object | undefined;

/** Modules of test runners with a similar API. */
const RUNNERS = new Set(['vitest', '@jest/globals', 'bun:test', 'mocha']);
const ASSERTIONS = new Set(['chai', 'expect', '@vitest/expect']);
const NAMES = ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] as const;
/** Maximum number of reported failures. */
const MOST_TOLD = 20;

export class TestFile {
  readonly #failures: FailedCase[] = [];
  readonly #counts = { count: 0, failed: 0, skipped: 0 };
  #expectations: Expectations | undefined;

  constructor(
    private readonly trace: Trace,
    private readonly output: Printer,
    private readonly inspection: () => Inspection,
    /** Undefined where no file uses it. */
    private readonly loadExpect: (() => Expectations) | undefined,
  ) {}

  /** The module of a test runner by this name. */
  module(name: string, find: Find): object | undefined {
    if (RUNNERS.has(name)) return this.globals(find);
    const expectations = ASSERTIONS.has(name) ? this.#expect() : undefined;
    if (!expectations) return undefined;
    return name === 'chai' ? expectations.chai : { expect: expectations.expect, default: expectations.expect };
  }

  /** Globals that most runners define. */
  globals(find: Find): object {
    const all = find('node:test') as unknown as Record<(typeof NAMES)[number], unknown>;
    const { before, after } = all;
    const shared = Object.fromEntries(NAMES.map((name) => [name, all[name]]));
    const expectations = this.#expect();
    const more = expectations && { expect: expectations.expect, vi: expectations.vi, jest: expectations.vi };
    return { ...shared, xit: skipped(all.it), xtest: skipped(all.test), beforeAll: before, afterAll: after, ...more };
  }

  #expect(): Expectations | undefined {
    this.#expectations ??= this.loadExpect?.();
    return this.#expectations;
  }

  readonly begin = (): void => this.#expectations?.begin();

  readonly end = (): void => this.#expectations?.end();

  /** The result of a test, or of a suite that failed as a whole. */
  readonly told = (path: string[], outcome: Outcome): void => {
    const { state } = outcome;
    if (state !== 'suite-failed') this.#counts.count += 1;
    if (state === 'skipped') this.#counts.skipped += 1;
    if (!('error' in outcome)) return;
    this.#counts.failed += 1;
    if (this.#failures.length === MOST_TOLD) return;
    const { error } = outcome;
    const name = path.join(' > ');
    const { reason, isAssertion } = reasonOf(error, (value) => this.inspection().inspect(value));
    const place = error instanceof Error ? this.trace.first(error) : undefined;
    const where = place && { file: place.file, line: place.line };
    this.#failures.push({ name, state: isAssertion ? 'failed' : 'error', reason, ...where });
    const trace = error instanceof Error ? this.trace.describe(error) : reason;
    this.output.write('stderr', `${isAssertion ? 'FAIL' : 'ERROR'}: ${name}\n${trace}\n`);
  };

  async carryOut(last: readonly (() => Promise<void>)[]): Promise<undefined> {
    for (const run of last) await run();
    tell({ kind: 'cases', failures: this.#failures, ...this.#counts });
    return undefined;
  }
}

function skipped(test: unknown): unknown {
  return (test as { skip: unknown }).skip;
}
