// Test controller: runs requested tests one after the other, never during a run of this page, and sends the results to the room.
import { may } from '../../party/shared/roles.js';
import type { TestRequest, TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { until } from '../page/wait.js';
import type { RunController } from '../run/run-controller.js';
import type { RunnerProgress, RunOne } from '../runner/runner.js';
import type { Session } from '../session/session.js';
import { notLoaded, sentenceOf } from '../wording/errors.js';
import { refusalText } from '../wording/refusal-text.js';
import { refusalIn } from '../wording/status-text.js';
import { testText } from '../wording/test-text.js';
import type { RoomTests } from './room-tests.js';

/** Which tests to run: visible ones (all without `names`), or hidden ones for interviewers. */
export interface TestWish {
  names?: readonly string[];
  hidden?: boolean;
}

/** The results of requested tests. */
export interface TestOutcome {
  passed: number;
  failed: number;
  results: TestResult[];
}

/** Event: requested tests cannot be run, and why. */
export class TestsRefusedEvent extends Event {
  constructor(readonly sentence: string) {
    super('refused');
  }
}

/** Events: `change` (something will be run here, or nothing any more), `refused` (TestsRefusedEvent). */
export class TestController extends EventTarget {
  /** Loading progress of a language for this page's tests. */
  progress: RunnerProgress | null = null;
  /** Number of requests that are running or waiting. */
  #asked = 0;
  /** Incremented by `stop`, which cancels earlier requests. */
  #stops = 0;
  /** Ends the tests that this page is running. */
  #end: (() => void) | null = null;

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
    private readonly tests: RoomTests,
  ) {
    super();
  }

  /** This page is running tests, or about to. */
  get busy(): boolean {
    return this.#asked > 0;
  }

  /** This person may run hidden tests. */
  get mayRunHidden(): boolean {
    return may(this.session.role, 'protect');
  }

  /** Why tests cannot be run now, as a sentence; empty when they can. */
  obstacle(hidden = false): string {
    const { session } = this;
    if (session.status === 'ended' || session.status === 'refused') return refusalIn(session);
    if (!may(session.role, 'run'))
      return session.role === 'assistant' ? refusalText('run-assistants') : testText('observers');
    if (hidden && !this.mayRunHidden) {
      const there = session.people.some(({ role }) => role === 'interviewer');
      return testText(there ? 'hidden-elsewhere' : 'hidden-nobody-there');
    }
    if (!this.tests.tests.some((test) => (test.hidden ?? false) === hidden))
      return testText(hidden ? 'none-hidden' : 'none-there');
    return this.runs.obstacle;
  }

  /** Never rejects: tests that cannot be run are skipped, and their results say why. */
  async test({ names, hidden = false }: TestWish = {}): Promise<TestOutcome> {
    const { session } = this;
    const stops = this.#stops;
    const forEver = new AbortController();
    this.#count(1);
    await until(session, 'status', () => session.status !== 'connecting' && session.status !== 'syncing', forEver);
    try {
      // Somebody else's are done first, as a run of theirs would be.
      await until(this.tests, 'change', () => stops !== this.#stops || !this.#others(hidden), forEver);
      const obstacle = this.obstacle(hidden);
      if (obstacle) return this.#refuse(this.#named(names, hidden), hidden, obstacle);
      return await this.runs.runOutsideRoom((runOne) => this.#runTests({ names, hidden }, stops, runOne));
    } finally {
      this.#count(-1);
    }
  }

  /** Stops the room's test run, whoever started it, and cancels requests waiting here. */
  stop(): void {
    this.#stops++;
    this.tests.stop();
    // Where nothing can be written, nobody is told.
    this.#end?.();
  }

  /** Whether another page is running them. */
  #others(hidden: boolean): boolean {
    const run = hidden ? this.tests.hiddenRun : this.tests.run;
    return run?.replica !== this.session.run.replica && this.tests.isOn(run);
  }

  /** Uses the current tests, which may have changed while waiting. */
  async #runTests({ names, hidden = false }: TestWish, stops: number, runOne: RunOne): Promise<TestOutcome> {
    const wanted = this.#named(names, hidden);
    const obstacle = this.obstacle(hidden);
    if (obstacle) return this.#refuse(wanted, hidden, obstacle);
    if (stops !== this.#stops) return this.#outcome(wanted, hidden, testText('stopped'));
    try {
      return await this.#run({ names, hidden }, stops, runOne);
    } catch (error) {
      return this.#refuse(wanted, hidden, sentenceOf(error));
    }
  }

  async #run({ names, hidden = false }: TestWish, stops: number, runOne: RunOne): Promise<TestOutcome> {
    const { runTests } = await import('./run-tests.js').catch(notLoaded);
    // Those of this moment, since the run says that they are.
    const wanted = this.#named(names, hidden);
    // Stopped while the code for it was on its way.
    if (stops !== this.#stops) return this.#outcome(wanted, hidden, testText('stopped'));
    const found = wanted.flatMap(({ test }) => test ?? []);
    const log = this.tests.begin({ names: found.map(({ name }) => name), hidden });
    const results: TestResult[] = [];
    const on = {
      result: (result: TestResult) => {
        results.push(result);
        log.record(result);
      },
      progress: (progress: RunnerProgress | null) => this.#show(progress),
    };
    const over = new AbortController();
    const end = () => over.abort();
    this.#end = end;
    // When two people start at the same moment, the later one runs the tests for everybody.
    const look = () => {
      if (log.replaced) end();
    };
    log.signal.addEventListener('abort', end);
    this.tests.addEventListener('change', look, { signal: over.signal });
    try {
      await runTests(this.#testRequest(found, hidden), runOne, on, over.signal);
    } finally {
      end();
      this.#end = null;
      log.end();
      this.#show(null);
    }
    return this.#outcome(wanted, hidden, testText('stopped'), results);
  }

  /** Results must be the same for everybody: somebody who sees more files than others runs visible tests without those. */
  #testRequest(tests: readonly Test[], hidden: boolean): TestRequest {
    const { list, entry } = this.session.documents.files;
    const seen = list.filter((file) => hidden || !file.hidden);
    const files = seen.map(({ name, document }) => ({ name, text: document.text.toString() }));
    const run = list.find(({ document }) => document === entry);
    return { tests, language: this.runs.language, entry: run?.name ?? '', files };
  }

  /** By name, in the room's order; an unknown test has only its name. */
  #named(names: readonly string[] | undefined, hidden: boolean): Wanted[] {
    const all = this.tests.tests.filter((test) => (test.hidden ?? false) === hidden);
    if (!names) return all.map((test) => ({ name: test.name, test }));
    const wanted = new Set(names.map(String));
    const found = all.filter(({ name }) => wanted.has(name)).map((test) => ({ name: test.name, test }));
    const there = new Set(found.map(({ name }) => name));
    return [...found, ...[...wanted].filter((name) => !there.has(name)).map((name) => ({ name }))];
  }

  #refuse(wanted: readonly Wanted[], hidden: boolean, sentence: string): TestOutcome {
    this.dispatchEvent(new TestsRefusedEvent(sentence));
    return this.#outcome(wanted, hidden, sentence);
  }

  /** Every requested test has a result: one that was not run is skipped, with this reason. */
  #outcome(wanted: readonly Wanted[], hidden: boolean, why: string, results: readonly TestResult[] = []): TestOutcome {
    const known = new Map(results.map((result) => [result.name, result]));
    const all = wanted.map(({ name, test }): TestResult => {
      const output = test ? why : testText('no-such-test', { name });
      return known.get(name) ?? { name, state: 'skipped', output, durationMs: 0, hidden };
    });
    const passed = all.filter(({ state }) => state === 'passed').length;
    const failed = all.filter(({ state }) => state !== 'passed' && state !== 'skipped').length;
    return { passed, failed, results: all };
  }

  #show(progress: RunnerProgress | null): void {
    if (progress === this.progress) return;
    this.progress = progress;
    this.dispatchEvent(new Event('change'));
  }

  #count(by: number): void {
    this.#asked += by;
    this.dispatchEvent(new Event('change'));
  }
}

interface Wanted {
  name: string;
  test?: Test;
}
