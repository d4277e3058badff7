// Node's `node:test`: tests run one after the other when the program has said them all, and are told as Node's spec reporter does.
import type { Printer } from '../held-output.js';
import type { Inspection } from '../inspect.js';
import { createMock, type Mock } from './test-mock.js';

type Body = (context: Context, done?: (error?: unknown) => void) => unknown;

interface Options {
  skip?: boolean | string;
  todo?: boolean | string;
  only?: boolean;
  timeout?: number;
  signal?: AbortSignal;
}

interface Hooks {
  before: Body[];
  after: Body[];
  beforeEach: Body[];
  afterEach: Body[];
}

interface Case {
  name: string;
  options: Options;
  body: Body | undefined;
  suite: boolean;
}

interface Context {
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

class Level {
  readonly hooks: Hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  readonly cases: Case[] = [];

  constructor(
    readonly depth: number,
    readonly above: Level | undefined,
  ) {}

  get each(): { before: Body[]; after: Body[] } {
    const above = this.above?.each ?? { before: [], after: [] };
    return {
      before: [...above.before, ...this.hooks.beforeEach],
      after: [...this.hooks.afterEach, ...above.after],
    };
  }
}

const KINDS = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'] as const;

interface TestMeans {
  output: Printer;
  inspection: Inspection;
  assert: object;
  /** Called as soon as the first test is said; resolves when the program has run to the end of its main part. */
  begun(run: () => Promise<void>): void;
  failed(): void;
}

export function createTest({ output, inspection, assert, begun, failed }: TestMeans) {
  const root = new Level(0, undefined);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<(typeof KINDS)[number], number>;
  const failures: { name: string; error: unknown }[] = [];
  const mock = createMock();
  /** Where `it` and hooks that are called now belong to. */
  let current = root;
  let only = false;
  let asked = false;
  const started = performance.now();

  const print = (depth: number, text: string) => output.write('stdout', `${'  '.repeat(depth)}${text}\n`);
  const say = (depth: number, mark: string, name: string, ms: number, more = '') =>
    print(depth, `${mark} ${name} (${ms.toFixed(6).replace(/0+$/, '').replace(/\.$/, '')}ms)${more}`);

  const call = (body: Body, context: Context, { timeout }: Options = {}) =>
    new Promise<void>((resolve, reject) => {
      if (timeout !== undefined && timeout !== Infinity) {
        setTimeout(() => reject(new Error(`test timed out after ${timeout}ms`)), timeout);
      }
      const done = (error?: unknown) => (error ? reject(error) : resolve());
      try {
        const result = body.length > 1 ? body(context, done) : body(context);
        if (body.length <= 1) Promise.resolve(result).then(() => resolve(), reject);
      } catch (error) {
        reject(error);
      }
    });

  const all = async (hooks: Body[], context: Context) => {
    for (const hook of hooks) await call(hook, context);
  };

  /** Runs one test or suite with all that is in it, and says how it went. True if nothing failed. */
  async function run({ name, options, body, suite }: Case, level: Level): Promise<boolean> {
    const { depth } = level;
    const began = performance.now();
    const inner = new Level(depth + 1, level);
    const notes: string[] = [];
    let { skip, todo } = options;
    let good = true;
    let error: unknown;
    /** A test with tests in it begins with a line of its own. */
    let parted = false;
    const context: Context = {
      name,
      test: (...said) => {
        if (!parted) print(depth, `▶ ${name}`);
        parted = true;
        return subtest(read(said, false), inner, (ok) => {
          if (!ok) good = false;
        });
      },
      skip: (reason) => {
        skip = reason ?? true;
      },
      todo: (reason) => {
        todo = reason ?? true;
      },
      diagnostic: (text) => void notes.push(text),
      before: (hook) => void inner.hooks.before.push(hook),
      after: (hook) => void inner.hooks.after.push(hook),
      beforeEach: (hook) => void inner.hooks.beforeEach.push(hook),
      afterEach: (hook) => void inner.hooks.afterEach.push(hook),
      mock,
      assert,
      signal: options.signal ?? new AbortController().signal,
    };
    const skipped = skip || (only && !options.only && !suite && depth > 0);
    if (!skipped && body) {
      try {
        if (suite) {
          current = inner;
          await call(body, context, options);
          current = level;
          if (inner.cases.length > 0) print(depth, `▶ ${name}`);
          await all(inner.hooks.before, context);
          for (const each of inner.cases) good = (await run(each, inner)) && good;
          await all(inner.hooks.after, context);
        } else {
          await all(level.each.before, context);
          try {
            await call(body, context, options);
          } finally {
            await all(level.each.after, context);
            await all(inner.hooks.after, context);
          }
        }
      } catch (thrown) {
        good = false;
        error = thrown;
      } finally {
        current = level;
      }
    }
    const ms = performance.now() - began;
    counts[suite ? 'suites' : 'tests'] += 1;
    const why = (reason: unknown) => (typeof reason === 'string' ? ` # ${reason}` : '');
    if (skip || skipped) {
      counts.skipped += suite ? 0 : 1;
      say(depth, '﹣', name, ms, typeof skip === 'string' ? why(skip) : ' # SKIP');
    } else if (todo) {
      counts.todo += suite ? 0 : 1;
      say(depth, good ? '✔' : '⚠', name, ms, typeof todo === 'string' ? why(todo) : ` # ${'todo'.toUpperCase()}`);
      return true;
    } else {
      if (!suite) counts[good ? 'pass' : 'fail'] += 1;
      const detail = error === undefined ? 'subtest failed' : error;
      if (!good && error !== undefined) failures.push({ name, error: detail });
      say(depth, good ? '✔' : '✖', name, ms);
      if (!good && error !== undefined) print(depth + 1, shown(error).replaceAll('\n', `\n${'  '.repeat(depth + 1)}`));
    }
    for (const note of notes) print(depth, `ℹ ${note}`);
    return good;
  }

  async function subtest(each: Case, level: Level, heard: (ok: boolean) => void): Promise<void> {
    heard(await run(each, level));
  }

  const shown = (error: unknown) => (error instanceof Error ? inspection.inspect(error) : inspection.inspect(error));

  function read(said: unknown[], suite: boolean): Case {
    const rest = [...said];
    const body = rest.find((each): each is Body => typeof each === 'function');
    const name = typeof rest[0] === 'string' ? rest[0] : body?.name || '<anonymous>';
    const options = rest.find((each): each is Options => typeof each === 'object' && each !== null) ?? {};
    if (options.only) only = true;
    return { name, options, body, suite };
  }

  async function runAll(): Promise<void> {
    const context = { name: '<root>', mock, assert } as Context;
    try {
      await all(root.hooks.before, context);
      for (let each = root.cases.shift(); each; each = root.cases.shift()) await run(each, root);
      await all(root.hooks.after, context);
    } catch (error) {
      counts.fail += 1;
      failures.push({ name: '<root>', error });
    }
    for (const kind of KINDS) print(0, `ℹ ${kind} ${counts[kind]}`);
    print(0, `ℹ duration_ms ${(performance.now() - started).toFixed(6)}`);
    if (counts.fail > 0 || failures.length > 0) failed();
    asked = false;
  }

  const add =
    (suite: boolean, more: Options = {}) =>
    (...said: unknown[]) => {
      const each = read(said, suite);
      each.options = { ...each.options, ...more };
      if (more.only) only = true;
      current.cases.push(each);
      if (!asked) {
        asked = true;
        begun(runAll);
      }
      return Promise.resolve();
    };
  const withKinds = (suite: boolean) =>
    Object.assign(add(suite), {
      skip: add(suite, { skip: true }),
      todo: add(suite, { todo: true }),
      only: add(suite, { only: true }),
    });
  const hook = (kind: keyof Hooks) => (body: Body) => void current.hooks[kind].push(body);
  const test = withKinds(false);
  const suite = withKinds(true);
  return Object.assign(test, {
    test,
    it: withKinds(false),
    suite,
    describe: suite,
    before: hook('before'),
    after: hook('after'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    mock,
  });
}
