// The runs asked for on this page: whether one can be, which file it runs, one after the other; how one is carried out is in carry-out.ts.
import { may } from '../../party/shared/roles.js';
import { isRemote } from '../runner/languages/definition.js';
import { languageChanges, languageDefinition, runnableLanguages } from '../runner/languages/registry.js';
import type { Runner, RunnerProgress, RunnerProgressEvent, RunOne } from '../runner/runner.js';
import type { SessionDocument } from '../session/sync/document.js';
import { refusalText } from '../wording/refusal-text.js';
import { languageName, notLoaded, refusalIn, sentenceOf } from '../wording/status-text.js';
import type { RunPlace } from './carry-out.js';
import { RevealEvent } from './reveal-event.js';
import type { RunControllerOptions, RunOutcome } from './run-options.js';
import { RunQueue, type Turn } from './run-queue.js';

/** Events: `change` (what can be run, or the progress of loading), `reveal` (RevealEvent). */
export class RunController extends EventTarget {
  /** How far a language is loaded for a run or a warm-up of this page. */
  progress: RunnerProgress | null = null;
  /** A run is on, and the person who pressed Run has not said yet what is to become of it. */
  choice = false;
  /** What this page's next runs read. */
  stdin = '';
  #runner: Promise<Runner> | undefined;
  /** Somebody here is about to run something: another language is fetched too. */
  #wanted = false;
  #warm = '';
  /** The file that is to be run when the person has chosen; none: the one that Run runs. */
  #pressed: SessionDocument | undefined;
  readonly #queue = new RunQueue();
  /** A program that is no run of the room has its turn. */
  #aside = false;
  /** Runs of the room that were asked for here and are not over. */
  #runs = 0;
  readonly #end = new AbortController();

  constructor(private readonly options: RunControllerOptions) {
    super();
    const onFile = () => {
      if (this.#wanted) void this.warm();
    };
    const { signal } = this.#end;
    options.session.documents.files.addEventListener('change', onFile, { signal });
    options.session.run.addEventListener('run', () => this.#offer(this.choice && options.session.run.running), {
      signal,
    });
    languageChanges.addEventListener('change', () => this.dispatchEvent(new Event('change')), { signal });
  }

  /** Of the file that Run runs. */
  get language(): string {
    return languageOf(this.#entry);
  }

  get #entry(): SessionDocument {
    return this.options.session.documents.files.entry;
  }

  /** Why nothing can be run at the moment, as a sentence; empty when something can. */
  get obstacle(): string {
    return this.obstacleTo(this.#entry);
  }

  /** The same of one file. */
  obstacleTo(document: SessionDocument): string {
    const { session, sandbox } = this.options;
    if (session.status === 'ended' || session.status === 'refused') return refusalIn(session);
    if (!may(session.role, 'run')) return refusalText('run-observers');
    if (sandbox === 'off') return refusalText('run-off');
    const language = languageOf(document);
    const definition = languageDefinition(language);
    if (!definition) return refusalText('run-language', { language: languageName(language), choices: choices() });
    if (sandbox === null && !isRemote(definition)) {
      return refusalText('run-no-sandbox');
    }
    return session.status === 'live' ? '' : refusalText('run-not-connected');
  }

  /** Runs a file, by default the one that Run runs, when no other run is on. Never rejects: what cannot be run counts as failed. */
  run(document?: SessionDocument): Promise<RunOutcome> {
    this.#runs++;
    const outcome = this.#queue.add((turn) => this.#run(turn, document)).finally(() => this.#runs--);
    if (this.waits) this.dispatchEvent(new Event('change'));
    return outcome;
  }

  /**
   * Runs programs of this page that are no run of the room, such as its tests, when no run of this page is on; runs that are
   * asked for meanwhile come after them. `work` must not reject.
   */
  aside<T>(work: (runOne: RunOne) => Promise<T>): Promise<T> {
    return this.#queue
      .add((turn) => {
        turn.begin();
        this.#aside = true;
        return work(async (request, sink, signal) => {
          const { runOne } = await import('./carry-out.js').catch(notLoaded);
          return runOne(this.#place, { ...this.options.given(), ...request }, sink, signal);
        });
      })
      .finally(() => {
        this.#aside = false;
        this.dispatchEvent(new Event('change'));
      });
  }

  /** A run of this page begins when its tests are done. */
  get waits(): boolean {
    return this.#aside && this.#runs > 0;
  }

  /** A person presses Run: while a run is on, they are asked what is to become of it; twice is once while one begins. */
  press(document?: SessionDocument): void {
    if (this.options.session.run.running && this.obstacle === '') {
      this.#pressed = document;
      this.#offer(true);
    } else if (!this.#queue.waiting) void this.run(document);
  }

  /** The person's answer: end the run that is on, wait for it, or nothing after all. */
  choose(answer: 'replace' | 'queue' | 'neither'): void {
    this.#offer(false);
    if (answer === 'replace') this.stop();
    if (answer !== 'neither') void this.run(this.#pressed);
  }

  /** Shows a line of the program, or of another file, in the editor. */
  reveal(line: number, fileName?: string): void {
    this.dispatchEvent(new RevealEvent(line, fileName));
  }

  /** Ends the room's run, whoever started it; when none is on, those that were asked for here do not begin. */
  stop(): void {
    const { run } = this.options.session;
    if (run.running) run.stop();
    else this.#queue.withdraw();
  }

  /** Fetches what running needs, so that the first run begins at once; errors wait for that run. */
  async warm(): Promise<void> {
    this.#wanted = true;
    const { language } = this;
    const definition = languageDefinition(language);
    const early = this.options.session.status === 'waiting' && this.options.sandbox?.startsWith('http');
    if ((this.obstacle !== '' && !early) || this.#warm === language || !definition || isRemote(definition)) return;
    this.#warm = language;
    try {
      (await this.#load()).warm(language);
    } catch {
      // The first run will say so.
    }
  }

  /** Somebody writes in this page: what is made ready for later must not slow them down. */
  heedWriting(): void {
    void this.#runner?.then(
      (runner) => runner.heedWriting(),
      () => undefined, // It was never there.
    );
  }

  dispose(): void {
    this.#end.abort();
    void this.#runner?.then(
      (runner) => runner.dispose(),
      () => undefined, // It was never there.
    );
  }

  get #place(): RunPlace {
    return { signal: this.#end.signal, load: () => this.#load(), refused: this.options.refused };
  }

  async #run(turn: Turn, given?: SessionDocument): Promise<RunOutcome> {
    const { session, refused } = this.options;
    try {
      const { carryOut } = await import('./carry-out.js').catch(notLoaded);
      return await carryOut({
        ...this.#place,
        session,
        turn,
        file: () => given ?? this.#entry,
        obstacleTo: (document) => this.obstacleTo(document),
        given: () => ({ stdin: this.stdin, ...this.options.given() }),
        answer: (prompt, text) => void this.#runner?.then((runner) => runner.answer(prompt, text)),
        progress: (progress) => this.#setProgress(progress),
      });
    } catch (error) {
      refused(sentenceOf(error));
      return { id: '', language: languageOf(given ?? this.#entry), state: 'failed', durationMs: 0 };
    }
  }

  #load(): Promise<Runner> {
    this.#runner ??= this.#make();
    // What did not load may load the next time.
    this.#runner.catch(() => {
      this.#runner = undefined;
    });
    return this.#runner;
  }

  async #make(): Promise<Runner> {
    const [{ Runner }] = await Promise.all([import('../runner/runner.js'), import('./carry-out.js')]).catch(notLoaded);
    const { sandbox, mount } = this.options;
    const runner = new Runner({ url: sandbox ?? '', mount });
    runner.addEventListener('progress', (event) => this.#setProgress((event as RunnerProgressEvent).progress));
    if (this.#end.signal.aborted) runner.dispose();
    return runner;
  }

  #offer(choice: boolean): void {
    if (choice === this.choice) return;
    this.choice = choice;
    this.dispatchEvent(new Event('change'));
  }

  #setProgress(progress: RunnerProgress | null): void {
    if (progress === this.progress) return;
    this.progress = progress;
    this.dispatchEvent(new Event('change'));
  }
}

function languageOf({ language }: SessionDocument): string {
  return language || 'python';
}

const choices = (): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(runnableLanguages().map(languageName));
