// Types of `node:test`: tests, suites and their outcomes.
import type { Mock } from './test-mock.js';

export type Body = (context: Context, done?: (error?: unknown) => void) => unknown;

export interface Options {
  skip?: boolean | string;
  todo?: boolean | string;
  only?: boolean;
  timeout?: number;
  /** Expected to fail: pass and failure are swapped. */
  fails?: boolean;
  signal?: AbortSignal;
  /** So many assertions and subtests are expected. */
  plan?: number;
}

/** A suite fails as a whole by its hooks. */
export type Outcome = { state: 'passed' | 'skipped' } | { state: 'failed' | 'suite-failed'; error: unknown };

/** Receives results when the program is a test file; then nothing is printed. */
export interface Observer {
  begin(): void;
  /** Throws if the test has failed after its end. */
  end(): void;
  told(path: string[], outcome: Outcome): void;
}

export interface Hooks {
  before: Body[];
  after: Body[];
  beforeEach: Body[];
  afterEach: Body[];
}

export interface Case {
  name: string;
  options: Options;
  body: Body | undefined;
  suite: boolean;
}

export interface Context {
  name: string;
  fullName: string;
  plan(count: number): void;
  test(name: unknown, ...rest: unknown[]): Promise<void>;
  skip(reason?: string): void;
  todo(reason?: string): void;
  diagnostic(text: string): void;
  before(hook: Body): void;
  after(hook: Body): void;
  beforeEach(hook: Body): void;
  afterEach(hook: Body): void;
  mock: Mock;
  readonly assert: object;
  signal: AbortSignal;
}

export class Level {
  readonly hooks: Hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  readonly cases: Case[] = [];

  constructor(
    readonly depth: number,
    readonly above: Level | undefined,
    readonly path: string[] = [],
    /** It is one of those marked `only`. */
    readonly chosen = false,
  ) {}

  get each(): { before: Body[]; after: Body[] } {
    const above = this.above?.each ?? { before: [], after: [] };
    return {
      before: [...above.before, ...this.hooks.beforeEach],
      after: [...this.hooks.afterEach, ...above.after],
    };
  }
}
