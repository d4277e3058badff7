// Node's `node:test`: runs tests one after the other once all are defined, and reports like Node's spec reporter.
import type { Printer } from '../held-output.js';
import type { Inspection } from '../inspect.js';
import { eachOf, takesDone } from './test-each.js';
import { type Body, type Case, type Context, type Hooks, Level, type Observer, type Options } from './test-level.js';
import { createMock } from './test-mock.js';
import { isPlanFailure, Plan } from './test-plan.js';
import type { TimerModules } from './test-timers.js';

const KINDS = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'] as const;

interface TestEnvironment {
  output: Printer;
  inspection: Inspection;
  assert: object;
  /** Whose timers mocks replace. */
  modules(): TimerModules;
  /** Called when the first test is defined; resolves when the main part of the program has run. */
  begun(run: () => Promise<void>): void;
  failed(): void;
  observer?: Observer | undefined;
}

export function createTest({ output, inspection, assert, modules, begun, failed, observer }: TestEnvironment) {
  // Not those of mocks.
  const { setTimeout, clearTimeout } = globalThis;
  const root = new Level(0, undefined);
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<(typeof KINDS)[number], number>;
  const mock = createMock(modules);
  /** A suite or a hook of all: no test has that failure. */
  let failedBeside = false;
  /** The suite that `it` and hooks belong to at the moment. */
  let current = root;
  let only = false;
  let asked = false;
  const started = performance.now();

  const print = (depth: number, text: string) =>
    observer ? undefined : output.write('stdout', `${'  '.repeat(depth)}${text}\n`);
  const say = (depth: number, mark: string, name: string, ms: number, more = '') =>
    print(depth, `${mark} ${name} (${ms.toFixed(6).replace(/0+$/, '').replace(/\.$/, '')}ms)${more}`);

  const call = (body: Body, context: Context, { timeout }: Options = {}) =>
    new Promise<void>((resolve, reject) => {
      const tooLate = () => reject(new Error(`test timed out after ${timeout}ms`));
      const timer = timeout !== undefined && timeout !== Infinity ? setTimeout(tooLate, timeout) : undefined;
      // A program does not end before the last of its timers.
      const pass = () => {
        clearTimeout(timer);
        resolve();
      };
      const fail = (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      };
      const done = (error?: unknown) => (error ? fail(error) : pass());
      const waits = body.length > 1 || takesDone(body);
      try {
        const result = body.length > 1 ? body(context, done) : body(waits ? (done as never) : context);
        if (!waits) Promise.resolve(result).then(pass, fail);
      } catch (error) {
        fail(error);
      }
    });

  const all = async (hooks: Body[], context: Context) => {
    for (const hook of hooks) await call(hook, context);
  };

  /** Runs a test or suite with everything in it, and reports it. True if nothing failed. */
  async function run({ name, options, body, suite }: Case, level: Level): Promise<boolean> {
    const { depth } = level;
    const began = performance.now();
    const path = [...level.path, name];
    const inner = new Level(depth + 1, level, path, level.chosen || options.only === true);
    const notes: string[] = [];
    let { skip, todo } = options;
    let good = true;
    let error: unknown;
    /** A test with subtests starts with a line of its own. */
    let parted = false;
    const ownMock = createMock(modules);
    /** What a running test does before its subtests begins at once. */
    const prepared: Promise<void>[] = [];
    const prepare = (hook: Body) => {
      const done = call(hook, context);
      prepared.push(done);
      // Its failure is that of the test, which awaits it in the end.
      done.catch(() => {});
    };
    const plan = new Plan(assert);
    if (options.plan !== undefined) plan.begin(options.plan);
    const context: Context = {
      name,
      fullName: path.join(' > '),
      plan: (count) => plan.begin(count),
      test: (...said) => {
        plan.count();
        if (!parted) print(depth, `▶ ${name}`);
        parted = true;
        return subtest(read(said, false), inner, prepared, (ok) => {
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
      before: (hook) => (suite ? void inner.hooks.before.push(hook) : prepare(hook)),
      after: (hook) => void inner.hooks.after.push(hook),
      beforeEach: (hook) => void inner.hooks.beforeEach.push(hook),
      afterEach: (hook) => void inner.hooks.afterEach.push(hook),
      mock: ownMock,
      get assert() {
        return plan.assert;
      },
      signal: options.signal ?? new AbortController().signal,
    };
    const passedOver = only && !inner.chosen && !suite && (observer !== undefined || depth > 0);
    const skipped = skip || passedOver;
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
          observer?.begin();
          await all(level.each.before, context);
          try {
            await call(body, context, options);
            await Promise.all(prepared);
            plan.check();
            observer?.end();
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
        ownMock.reset();
      }
    }
    if (options.fails && !skipped) [good, error] = turned(good);
    const ms = performance.now() - began;
    if (observer && !(suite && error === undefined)) tell(path, suite, skipped || todo || !body, good, error);
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
      failedBeside ||= suite && error !== undefined;
      say(depth, good ? '✔' : '✖', name, ms);
      if (!good && error !== undefined) print(depth + 1, shown(error).replaceAll('\n', `\n${'  '.repeat(depth + 1)}`));
    }
    for (const note of notes) print(depth, `ℹ ${note}`);
    return good;
  }

  function tell(path: string[], suite: boolean, skipped: unknown, good: boolean, error: unknown): void {
    if (suite && !skipped) observer?.told(path, { state: 'suite-failed', error });
    else if (skipped) observer?.told(path, { state: 'skipped' });
    else
      observer?.told(
        path,
        good ? { state: 'passed' } : { state: 'failed', error: error ?? new Error('A test in it failed.') },
      );
  }

  async function subtest(
    each: Case,
    level: Level,
    prepared: Promise<void>[],
    heard: (ok: boolean) => void,
  ): Promise<void> {
    await Promise.allSettled(prepared);
    heard(await run(each, level));
  }

  const shown = (error: unknown) => inspection.inspect(isPlanFailure(error) ? error.message : error);

  function read(said: unknown[], suite: boolean): Case {
    const rest = [...said];
    const body = rest.find((each): each is Body => typeof each === 'function');
    const name = typeof rest[0] === 'string' ? rest[0] : body?.name || '<anonymous>';
    const given = rest.find((each): each is Options => typeof each === 'object' && each !== null) ?? {};
    const timeout = rest.find((each, index) => index > 0 && typeof each === 'number');
    const options = typeof timeout === 'number' ? { ...given, timeout } : given;
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
      failedBeside = true;
      observer?.told(['before or after all tests'], { state: 'suite-failed', error });
    }
    for (const kind of KINDS) print(0, `ℹ ${kind} ${counts[kind]}`);
    print(0, `ℹ duration_ms ${(performance.now() - started).toFixed(6)}`);
    if (counts.fail > 0 || failedBeside) failed();
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
  const withEach = (suite: boolean, more: Options = {}) => {
    const say = add(suite, more);
    return Object.assign(say, { each: eachOf(say), for: eachOf(say, true) });
  };
  const withKinds = (suite: boolean) => {
    const [plain, skip] = [withEach(suite), withEach(suite, { skip: true })];
    const kinds = {
      skip,
      todo: add(suite, { todo: true }),
      only: withEach(suite, { only: true }),
      fails: add(suite, { fails: true }),
      concurrent: withEach(suite),
      sequential: withEach(suite),
      skipIf: (condition: unknown) => (condition ? skip : plain),
      runIf: (condition: unknown) => (condition ? plain : skip),
    };
    return Object.assign(plain, kinds);
  };
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

/** For an expected failure. */
function turned(good: boolean): [good: boolean, error: unknown] {
  return good ? [false, new Error('It passed, and was expected to fail.')] : [true, undefined];
}
