// The tests and results of a room, as this session may see them: parsed from the room's documents, and written to them.
import { toHex } from '../../party/shared/bytes.js';
import { notAllowed, sentenceFor } from '../../party/shared/refusals.js';
import { readRuns, readSharedHidden, resultLine } from '../../party/shared/result-lines.js';
import { may, mayWriteTests } from '../../party/shared/roles.js';
import { readTestLines, settingsLine, type TestLines, testLine } from '../../party/shared/test-lines.js';
import type { HiddenResults, TestResult, TestRun } from '../../party/shared/test-results.js';
import { faultsInTests, type Test } from '../../party/shared/tests.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { testText } from '../wording/test-text.js';
import { listen } from './listeners.js';
import { mergeTests } from './merge-tests.js';
import { SharedHiddenResults } from './shared-hidden-results.js';
import { saidFault } from './test-fields.js';
import { append, rewrite, TestLog } from './test-log.js';
import { TestedCode } from './tested-code.js';

export type { TestLog } from './test-log.js';

/** Test runs of this page that have not been written completely, by id. */
const logs = new WeakMap<Session, Map<string, TestLog>>();

/** Event: `change`, for any change. */
export class RoomTests extends EventTarget {
  readonly #documents: Session['documents'];
  readonly #read = new Map<string, { text: unknown; value: unknown }>();
  readonly #logs: Map<string, TestLog>;
  readonly #code: TestedCode;
  #seen: readonly unknown[] = [];

  constructor(private readonly session: Session) {
    super();
    this.#logs = logs.get(session) ?? new Map();
    logs.set(session, this.#logs);
    this.#documents = session.documents;
    const { tests, hiddenTests, results, hiddenResults } = session.documents;
    this.#code = new TestedCode(session.documents.files);
    const look = () => this.#look();
    listen(this.#code, look, 'change');
    for (const document of [tests, hiddenTests, results, hiddenResults])
      listen(document, look, 'change', 'saved', 'editable');
    listen(session, look, 'people', 'status');
    look();
  }

  /** Visible tests, then hidden ones that I may read; names are unique in each. */
  get tests(): Test[] {
    return [...this.#visible.tests, ...this.#hidden.tests];
  }

  /** Number of lines that cannot be parsed. */
  get unreadable(): number {
    return this.#visible.unreadable.length + this.#hidden.unreadable.length;
  }

  /** What candidates see of hidden tests; only known to interviewers. */
  get hiddenResults(): HiddenResults {
    return this.#hidden.settings.hiddenResults ?? 'counts';
  }

  get mayEdit(): boolean {
    return this.#obstacle() === null;
  }

  /** The last run of visible tests. */
  get run(): TestRun | null {
    return this.#begun(this.#runs);
  }

  /** The last run of hidden tests: all of it for interviewers, otherwise the part that is shared. */
  get hiddenRun(): TestRun | null {
    return this.#seesHidden ? this.#begun(this.#hiddenRuns) : this.#sharedHidden;
  }

  /** Results before the last run, including those of tests it did not run. */
  earlier(hidden: boolean): ReadonlyMap<string, TestResult> {
    const runs = hidden ? this.#hiddenRuns : this.#runs;
    const before = runs.filter((run) => run !== this.#begun(runs));
    return new Map(before.flatMap(({ results }) => results.map((result) => [result.name, result])));
  }

  /** The run of a result that this object returned. */
  runOf(result: TestResult): TestRun | undefined {
    return [...this.#runs, ...this.#hiddenRuns].find(({ results }) => results.includes(result));
  }

  /** Whether somebody who is connected is running it. */
  isOn(run: TestRun | null): boolean {
    if (!run || run.ended) return false;
    const log = this.#logs.get(run.id);
    // A reloaded page may have the same replica, but does not continue the run.
    if (log || run.replica === this.session.run.replica) return log !== undefined && !log.untold;
    return this.#documents.results.people.byReplica(run.replica) !== undefined;
  }

  /** The files, or the tests that were run, have changed since the run. */
  isOutdated(run: TestRun | null, hidden: boolean): boolean {
    return run?.code !== undefined && run.code !== this.#codeOf(run.names, hidden);
  }

  /** The current name of the person who ran it, or the name at that time. */
  nameOf({ by, replica }: TestRun): string {
    return this.#documents.results.people.byReplica(replica)?.name ?? by;
  }

  /**
   * Replaces the tests, for everybody; hidden ones for interviewers. Throws Error with a sentence for each fault.
   * `base` is the list (from `tests`) that they were made from; others' changes since then are kept.
   */
  set(tests: readonly Test[], base: readonly Test[] = this.tests): void {
    const faults = faultsInTests(tests).map(saidFault);
    if (faults.length > 0) throw new Error(faults.join(' '));
    const obstacle = this.#obstacle();
    if (obstacle !== null) throw new Error(obstacle);
    const hidden = (all: readonly Test[], are: boolean) => all.filter((test) => (test.hidden ?? false) === are);
    if (!this.#seesHidden && hidden(tests, true).length > 0) throw new Error(sentenceFor('interviewers-tests'));
    const documents = this.#documents;
    this.#write(documents.tests, this.#visible, hidden(base, false), hidden(tests, false));
    if (this.#seesHidden) this.#write(documents.hiddenTests, this.#hidden, hidden(base, true), hidden(tests, true));
  }

  /** Sets what candidates see of hidden tests. Throws Error without the right. */
  setHiddenResults(hiddenResults: HiddenResults): void {
    const obstacle = this.#obstacle() ?? (this.#seesHidden ? null : sentenceFor('interviewers-tests'));
    if (obstacle !== null) throw new Error(obstacle);
    const { lines, unreadable } = this.#hidden;
    rewrite(this.#documents.hiddenTests, [settingsLine({ hiddenResults }), ...lines, ...unreadable]);
  }

  /** Starts a test run, which replaces the last one for everybody. Throws Error without the right. */
  begin({ names, hidden }: { names: readonly string[]; hidden: boolean }): TestLog {
    const { results, hiddenResults } = this.#documents;
    const document = hidden ? hiddenResults : results;
    const obstacle = hidden && !this.#seesHidden ? sentenceFor('interviewers-tests') : this.#closed(document, 'run');
    if (obstacle !== null) throw new Error(obstacle);
    const id = toHex(crypto.getRandomValues(new Uint8Array(8)));
    const much = () => this.hiddenResults;
    const shared =
      hidden && much() !== 'none' ? { document: results, results: new SharedHiddenResults(id, much) } : null;
    const about = { by: this.session.ownName, at: Date.now(), names: [...names], code: this.#codeOf(names, hidden) };
    const last = () => (hidden ? this.#begun(this.#hiddenRuns) : this.run)?.id === id;
    const log = new TestLog(id, about, document, shared, { last, replica: () => this.session.run.replica });
    this.#logs.set(id, log);
    log.begin();
    return log;
  }

  /** Requests the end of the current test run, whoever started it; a second request ends it for everybody. */
  stop(): void {
    for (const { document, run } of this.#running())
      if (this.isOn(run) && document.editable)
        append(document, [resultLine({ type: run.stopping ? 'end' : 'stop', id: run.id })]);
  }

  get #seesHidden(): boolean {
    return may(this.session.role, 'protect') && this.#documents.hiddenTests.synced;
  }

  get #visible(): TestLines {
    return this.#of('tests', (text) => readTestLines(text));
  }

  get #hidden(): TestLines {
    return this.#of('hiddenTests', (text) => readTestLines(text, true));
  }

  get #runs(): TestRun[] {
    return this.#of('results', (text) => readRuns(text));
  }

  get #hiddenRuns(): TestRun[] {
    return this.#of('hiddenResults', (text) => readRuns(text, true));
  }

  get #sharedHidden(): TestRun | null {
    return this.#of('results', readSharedHidden, 'shared');
  }

  #codeOf(names: readonly string[], hidden: boolean): number {
    const asked = new Set(names);
    const { tests } = hidden ? this.#hidden : this.#visible;
    return this.#code.hash(
      tests.filter(({ name }) => asked.has(name)),
      hidden,
    );
  }

  /** The parsed content of a document, cached by its text. */
  #of<T>(
    name: 'tests' | 'hiddenTests' | 'results' | 'hiddenResults',
    read: (text: string) => T,
    key: string = name,
  ): T {
    const { text } = this.#documents[name];
    const known = this.#read.get(key);
    if (known?.text === text) return known.value as T;
    const value = read(text.toString());
    this.#read.set(key, { text, value });
    return value;
  }

  /** The last started run. */
  #begun(runs: readonly TestRun[]): TestRun | null {
    const last = runs.at(-1);
    return last && last.at > 0 ? last : null;
  }

  /** Why I cannot change the tests now; null if I can. */
  #obstacle(): string | null {
    const { tests } = this.#documents;
    const { token, getToken } = this.session.options;
    // An open or local room has no interviewers.
    const everybody = (!token && !getToken) || this.#visible.settings.candidateTests === true;
    const closed = this.#closed(tests, 'edit');
    if (closed !== null || mayWriteTests(this.session.role, everybody)) return closed;
    return sentenceFor('interviewers-tests');
  }

  #closed(document: SessionDocument, action: 'edit' | 'run'): string | null {
    const { role, standing, refusal } = this.session;
    if (document.editable) return null;
    if (!document.synced && may(role, action)) return refusal || testText('not-here-yet');
    if (!may(role, action)) return notAllowed(role, action);
    return standing.ended ? sentenceFor('read-only') : refusal || testText('not-here-yet');
  }

  /** Other lines are kept, unless all tests are removed. */
  #write(
    document: SessionDocument,
    { tests, lines, settings, unreadable }: TestLines,
    base: Test[],
    wanted: Test[],
  ): void {
    const known = new Map(tests.map((test, at) => [`${test.name} ${testLine(test)}`, lines[at]]));
    const merged = mergeTests(tests, base, wanted);
    // An equal line is kept as it is.
    const next = merged.map((test) => known.get(`${test.name} ${testLine(test)}`) ?? testLine(test));
    const first = Object.keys(settings).length > 0 ? [settingsLine(settings)] : [];
    rewrite(document, [...first, ...next, ...(merged.length > 0 ? unreadable : [])]);
  }

  #look(): void {
    const { tests, hiddenTests, results, hiddenResults } = this.#documents;
    const documents = [tests, hiddenTests, results, hiddenResults];
    const texts = documents.flatMap(({ text, editable, synced }) => [text, editable, synced]);
    const { role, status } = this.session;
    const { run, hiddenRun } = this;
    const outdated = [this.isOutdated(run, false), this.#seesHidden && this.isOutdated(hiddenRun, true)];
    const seen = [...texts, role, status, this.isOn(run), this.isOn(hiddenRun), ...outdated];
    if (seen.every((value, at) => value === this.#seen[at])) return;
    this.#seen = seen;
    for (const { run } of this.#running()) if (run.stopping) this.#logs.get(run.id)?.stop();
    // Deferred, because a document must not be changed by its own event listeners.
    queueMicrotask(() => this.#tidy());
    this.dispatchEvent(new Event('change'));
  }

  /** Runs that have not ended, with their documents. */
  #running(): { document: SessionDocument; run: TestRun }[] {
    const { results, hiddenResults } = this.#documents;
    const last = [
      { document: results, run: this.#begun(this.#runs) },
      { document: hiddenResults, run: this.#begun(this.#hiddenRuns) },
    ];
    return last.flatMap(({ document, run }) => (run && !run.ended ? { document, run } : []));
  }

  /** Writes pending lines, and the end of runs that an earlier page of mine has left unfinished. */
  #tidy(): void {
    for (const [id, log] of this.#logs) {
      log.resume();
      if (log.done) this.#logs.delete(id);
    }
    for (const { document, run } of this.#running()) {
      const mine = run.replica === this.session.run.replica && this.session.status === 'live';
      if (mine && !this.#logs.has(run.id) && document.editable)
        append(document, [resultLine({ type: 'end', id: run.id })]);
    }
  }
}
