// Run controller: the runs requested on this page, one after the other, and whether running is possible. carry-out.ts carries them out.
import { may } from '../../party/shared/roles.js';
import { isRemote } from '../runner/languages/definition.js';
import { languageChanges, languageDefinition, runnableLanguages } from '../runner/languages/registry.js';
import type { Runner, RunnerProgress, RunnerProgressEvent, RunOne } from '../runner/runner.js';
import type { SessionDocument } from '../session/sync/document.js';
import { notLoaded } from '../wording/errors.js';
import { languageName } from '../wording/language-names.js';
import { refusalText } from '../wording/refusal-text.js';
import { refusalIn } from '../wording/status-text.js';
import { speech } from '../wording/words.js';
import type { RunEnvironment } from './carry-out.js';
import { RevealEvent } from './reveal-event.js';
import type { RunControllerOptions, RunOutcome } from './run-options.js';
import { RunQueue, type Turn } from './run-queue.js';

/** Events: `change` (what can be run, or loading progress), `reveal` (RevealEvent), `editors` (EditorsEvent), `rebuilt` (an editor has another view), `tests` (a form for a test is asked for). */
export class RunController extends EventTarget {
  /** Loading progress of a language, for a run or a warm-up of this page. */
  progress: RunnerProgress | null = null;
  /** Run was pressed during a run, and the person has not chosen what to do. */
  choice = false;
  /** Input of this page's next runs. */
  stdin = '';
  /** The key that runs, for people and for screen readers, where the page has chosen another; empty for none. */
  key: { words: string; aria: string } | undefined;
  #runner: Promise<Runner> | undefined;
  /** Somebody here is about to run something, so a changed language is loaded, too. */
  #wanted = false;
  #warm = '';
  /** The file to run when the person has chosen; undefined for the entry. */
  #pressed: SessionDocument | undefined;
  readonly #queue = new RunQueue();
  /** A program that is not a run of the room (such as a test) is running. */
  #aside = false;
  /** Number of this page's runs that have not ended. */
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

  /** The language of the entry. */
  get language(): string {
    return languageOf(this.#entry);
  }

  /** For the editors, which know its tables. */
  get schema(): string {
    return this.options.given().schema ?? '';
  }

  get #entry(): SessionDocument {
    return this.options.session.documents.files.entry;
  }

  /** Why nothing can be run now, as a sentence; empty when something can. */
  get obstacle(): string {
    return this.obstacleTo(this.#entry);
  }

  /** The same for one file. */
  obstacleTo(document: SessionDocument): string {
    const { session, sandbox } = this.options;
    if (session.status === 'ended' || session.status === 'refused') return refusalIn(session);
    if (!may(session.role, 'run'))
      return refusalText(session.role === 'assistant' ? 'run-assistants' : 'run-observers');
    if (sandbox === 'off') return refusalText('run-off');
    const language = languageOf(document);
    const definition = languageDefinition(language);
    if (!definition) return refusalText('run-language', { language: languageName(language), choices: choices() });
    if (sandbox === null && !isRemote(definition)) {
      return refusalText('run-no-sandbox');
    }
    return session.status === 'live' ? '' : refusalText('run-not-connected');
  }

  /** Runs a file, by default the entry, when no other run is in progress. Never rejects: what cannot be run counts as failed. */
  run(document?: SessionDocument): Promise<RunOutcome> {
    this.#runs++;
    const outcome = this.#queue.add((turn) => this.#run(turn, document)).finally(() => this.#runs--);
    if (this.waitsForTests) this.dispatchEvent(new Event('change'));
    return outcome;
  }

  /**
   * Runs programs that are not a run of the room, such as tests, when no run of this page is in progress; runs requested meanwhile
   * come after them. `work` must not reject.
   */
  runOutsideRoom<T>(work: (runOne: RunOne) => Promise<T>): Promise<T> {
    return this.#queue
      .add((turn) => {
        turn.begin();
        this.#aside = true;
        return work(async (request, sink, signal) => {
          const { runOne } = await import('./carry-out.js').catch(notLoaded);
          return runOne(this.#environment, { ...this.options.given(), ...request }, sink, signal);
        });
      })
      .finally(() => {
        this.#aside = false;
        this.dispatchEvent(new Event('change'));
      });
  }

  /** A run of this page waits for tests to end. */
  get waitsForTests(): boolean {
    return this.#aside && this.#runs > 0;
  }

  /** Called for the Run button: during a run the person is asked what to do; pressing twice while a run starts counts once. */
  press(document?: SessionDocument): void {
    if (this.options.session.run.running && this.obstacle === '') {
      this.#pressed = document;
      this.#offer(true);
    } else if (!this.#queue.waiting) void this.run(document);
  }

  /** The person's choice: stop the current run, wait for it, or cancel. */
  choose(answer: 'replace' | 'queue' | 'neither'): void {
    this.#offer(false);
    if (answer === 'replace') this.stop();
    if (answer !== 'neither') void this.run(this.#pressed);
  }

  /** Shows a line of the program, or of another file, in the editor. */
  reveal(line: number, fileName?: string): void {
    this.dispatchEvent(new RevealEvent(line, fileName));
  }

  /** Stops the room's run, whoever started it; when there is none, cancels this page's requested runs. */
  stop(): void {
    const { run } = this.options.session;
    if (run.running) run.stop();
    else this.#queue.withdraw();
  }

  /** Loads what running needs, so that the first run starts at once. Errors are reported by that run. */
  async warm(): Promise<void> {
    this.#wanted = true;
    const { language } = this;
    const definition = languageDefinition(language);
    const early = this.options.session.status === 'waiting' && this.options.sandbox?.startsWith('http');
    if ((this.obstacle !== '' && !early) || this.#warm === language || !definition || isRemote(definition)) return;
    this.#warm = language;
    try {
      (await this.load()).warm(language);
    } catch {
      // The first run will report it.
    }
  }

  /** Tells the runner that somebody is typing, so that preparing spare interpreters does not slow them down. */
  noteTyping(): void {
    void this.#runner?.then(
      (runner) => runner.noteTyping(),
      () => undefined, // It was never loaded.
    );
  }

  dispose(): void {
    this.#end.abort();
    void this.#runner?.then(
      (runner) => runner.dispose(),
      () => undefined, // It was never loaded.
    );
  }

  get #environment(): RunEnvironment {
    return { signal: this.#end.signal, load: () => this.load(), refused: this.options.refused };
  }

  async #run(turn: Turn, given?: SessionDocument): Promise<RunOutcome> {
    const { session, refused } = this.options;
    try {
      const { carryOut } = await import('./carry-out.js').catch(notLoaded);
      return await carryOut({
        ...this.#environment,
        session,
        turn,
        file: () => given ?? this.#entry,
        obstacleTo: (document) => this.obstacleTo(document),
        element: this.options.element,
        given: () => ({ stdin: this.stdin, ...this.options.given() }),
        answer: (prompt, text) => void this.#runner?.then((runner) => runner.answer(prompt, text)),
        progress: (progress) => this.#setProgress(progress),
      });
    } catch (error) {
      refused(error);
      return { id: '', language: languageOf(given ?? this.#entry), state: 'failed', durationMs: 0 };
    }
  }

  /** What runs programs here, and has tools for the editor. */
  load(): Promise<Runner> {
    this.#runner ??= this.#make();
    // A failed load may succeed next time.
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
  new Intl.ListFormat(speech.now?.tag ?? 'en', { type: 'disjunction' }).format(runnableLanguages().map(languageName));
