// The tests API of the element. Its implementation is loaded when there are tests, or a page uses it.

import type { TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { until } from '../page/wait.js';
import type { TestOutcome, TestsRefusedEvent, TestWish } from '../tests/test-controller.js';
import { hasTests, testDocuments } from '../tests/test-presence.js';
import { parseTestWish } from '../tests/test-wish.js';
import type { Testing } from '../tests/testing.js';
import { notLoaded, sentenceOf } from '../wording/errors.js';
import { testText } from '../wording/test-text.js';
import { CodeRoomTestsEvent } from './events.js';
import { refuse } from './refusal-event.js';
import type { RoomVisit } from './room-visit.js';

export { begin, refused } from './call-refused.js';

/** The part of a room visit that tests need. */
type Visit = Pick<RoomVisit, 'session' | 'runs' | 'signal'>;

export class TestsOfPage {
  #visit: Visit | undefined;
  #testing: Testing | undefined;
  #loading: Promise<Testing> | undefined;

  /** `visit` returns the current visit. */
  constructor(
    private readonly element: EventTarget,
    private readonly visit: () => Visit | undefined,
  ) {}

  /** Follows the current room, if it is another one. */
  enter(): Visit | undefined {
    const visit = this.visit();
    if (!visit || visit === this.#visit) return visit;
    this.#visit = visit;
    this.#testing = this.#loading = undefined;
    const { session, runs, signal } = visit;
    const load = () => void this.#load(visit).catch(() => undefined); // The next change retries.
    const look = () => {
      if (hasTests(session)) load();
    };
    // For own edits only `saved` fires.
    for (const document of testDocuments(session))
      for (const news of ['change', 'saved']) document.addEventListener(news, look, { signal });
    runs.addEventListener('tests', load, { signal });
    look();
    return visit;
  }

  get tests(): Test[] {
    return this.#here?.tests.tests ?? [];
  }

  /** The latest results, hidden ones as far as I may see them. */
  get results(): TestResult[] {
    const { run, hiddenRun } = this.#here?.tests ?? {};
    return [...(run?.results ?? []), ...(hiddenRun?.results ?? [])];
  }

  /** Undefined also from when another room is entered until it is followed. */
  get #here(): Testing | undefined {
    return this.visit() === this.#visit ? this.#testing : undefined;
  }

  /** Never throws, because a property is set. */
  async set(tests: unknown): Promise<void> {
    try {
      const visit = this.enter();
      if (!visit) throw new Error(testText('not-on-page'));
      const { session, signal } = visit;
      await until(session, 'status', () => session.status === 'live' || session.refusal !== '', { signal });
      const testing = await this.#load(visit);
      testing.tests.set(tests as Test[]);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** Never rejects, whatever a page passes. */
  async test(given?: unknown): Promise<TestOutcome> {
    const wish = parseTestWish(given);
    try {
      const visit = this.enter();
      if (!visit) throw new Error(testText('not-on-page'));
      return await (await this.#load(visit)).controller.test(wish);
    } catch (error) {
      this.#refuse(error);
      return notTested(wish, sentenceOf(error));
    }
  }

  #load(visit: Visit): Promise<Testing> {
    const loading = this.#loading ?? this.#begin(visit);
    this.#loading = loading;
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = undefined;
    });
    return loading;
  }

  async #begin(visit: Visit): Promise<Testing> {
    const { session, runs, signal } = visit;
    const { testingOf } = await import('../tests/panel-modules.js').catch(notLoaded);
    const testing = testingOf(session, runs);
    // The element may have gone to another room meanwhile.
    if (visit !== this.#visit) return testing;
    this.#testing = testing;
    testing.tests.addEventListener('change', () => this.#tell(), { signal });
    const refused = (event: Event) => this.#refuse((event as TestsRefusedEvent).sentence);
    testing.controller.addEventListener('refused', refused, { signal });
    this.#tell();
    return testing;
  }

  #tell(): void {
    this.element.dispatchEvent(new CodeRoomTestsEvent());
  }

  #refuse(why: unknown): void {
    refuse(this.element, 'tests', why);
  }
}

function notTested({ names = [], hidden = false }: TestWish, output: string): TestOutcome {
  const results = names.map((name): TestResult => ({ name, state: 'skipped', output, durationMs: 0, hidden }));
  return { passed: 0, failed: 0, results };
}
