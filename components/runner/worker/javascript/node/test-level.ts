// What a test of `node:test` is, and what it lies in.
import type { Mock } from './test-mock.js';

export type Body = (context: Context, done?: (error?: unknown) => void) => unknown;

export interface Options {
  skip?: boolean | string;
  todo?: boolean | string;
  only?: boolean;
  timeout?: number;
  /** It passes where it would fail, and fails where it would pass. */
  fails?: boolean;
  signal?: AbortSignal;
}

/** A suite fails as a whole by what surrounds its tests. */
export type Outcome = { state: 'passed' | 'skipped' } | { state: 'failed' | 'suite-failed'; error: unknown };

/** Where the program is a test file: it prints nothing then. */
export interface Observer {
  begin(): void;
  /** Throws if something about the test is wrong after all. */
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
  test(name: unknown, ...rest: unknown[]): Promise<void>;
  skip(reason?: string): void;
  todo(reason?: string): void;
  diagnostic(text: string): void;
  before(hook: Body): void;
  after(hook: Body): void;
  beforeEach(hook: Body): void;
  afterEach(hook: Body): void;
  mock: Mock;
  assert: object;
  signal: AbortSignal;
}

export class Level {
  readonly hooks: Hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  readonly cases: Case[] = [];

  constructor(
    readonly depth: number,
    readonly above: Level | undefined,
    readonly path: string[] = [],
    /** It is among those that alone are to be run. */
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
