// The output of the room's run, who started it and how it ended; the same for everybody in the room.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ATTACHMENT_KINDS } from '../party/shared/output.js';
import { may } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { keepRun, mayKeep } from './element/keep-run.js';
import { RoomElement } from './element/room-element.js';
import { watchSize } from './element/watch-size.js';
import { copyPrinted } from './output/copied-text.js';
import { PrintedNames } from './output/printed-names.js';
import type { show } from './output/render-output.js';
import type { RunController } from './run/run-controller.js';
import type { RunnerProgress } from './runner/runner.js';
import type { CurrentRun } from './session/run/run-log.js';
import { controls } from './styles/controls.js';
import { outputStyles } from './styles/output.js';
import { listsTests, testDocuments } from './tests/test-presence.js';
import { bytes, runOutcome } from './wording/format.js';
import { landmark } from './wording/landmarks.js';
import { languageName } from './wording/language-names.js';
import { rich } from './wording/rich.js';
import { runKeys } from './wording/run-key.js';
import { timeOfDay } from './wording/times.js';
import { speech, t } from './wording/words.js';

/** Below this height, in pixels, everything around the output is reduced to a minimum. */
const LOW = 170;

/**
 * The output of the room's run.
 *
 * @csspart summary - Who ran what, and how it ended.
 * @csspart output - The text the program has printed.
 * @csspart progress - The bar that shows how far a language is loaded.
 * @csspart place - A line of the program in an error, to go to.
 * @csspart table - A table the program gave.
 * @csspart image - A picture the program gave.
 * @csspart file - A file the program gave, with its button.
 * @csspart stdin - The box Input: what the next runs of this page read.
 * @csspart answer - The field for what the program asks.
 * @csspart changed - The badge that says the code has changed since the run.
 */
export class CodeRoomOutput extends RoomElement {
  static override readonly tag: string = 'code-room-output';
  static override styles: CSSResult[] = [controls, outputStyles];

  /** The reader is at the end of the output and follows it. */
  #following = true;
  #scrollTop = 0;
  #frame = 0;
  #unwatch: (() => void) | undefined;
  #run = '';
  readonly #names = new PrintedNames();
  #fileNames: readonly string[] = [];
  #show: typeof show | undefined;
  #loading = false;

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status'],
      [session.run, 'run', 'output'],
      // Every edit is unsaved at first, so 'saved' fires with each edit.
      [session.document, 'change', 'saved', 'file'],
      [runs, 'change'],
      ...testDocuments(session).map((document): [EventTarget, ...string[]] => [document, 'change', 'saved']),
    ];
  }

  protected override render(): TemplateResult {
    const { session, runs } = this.room ?? {};
    const run = session?.run.current ?? null;
    // Progress of a warm-up is not shown while there is output to read.
    const waited = !run || (run.mine && run.state === 'running');
    return html`
      <div part="summary" class="summary">${run ? this.#summary(run) : html`<strong>${t('Output')}</strong>`}${this.#keeping(run)}</div>
      ${runs?.progress && waited ? loading(runs.progress) : nothing}
      <div part="output" class="output" role="region" aria-label=${landmark(t('Output'))} tabindex="0" @copy=${copyPrinted} @scroll=${this.#scrolled} @load=${this.#grown} @contentvisibilityautostatechange=${this.#grown}
        >${run?.output.length ? guard([run.output, this.#show, speech.now], () => this.#pieces(run)) : html`<span class="empty" dir="auto">${this.#empty(run)}</span>`}</div>
      <code-room-answer exportparts="answer"></code-room-answer>
      ${runs && session && may(session.role, 'run') ? inputBox(runs, () => this.requestUpdate()) : nothing}
      <slot></slot>
    `;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { run, documents } = this.room?.session ?? {};
    const id = run?.current?.id ?? '';
    if (run?.current && documents) this.#fileNames = this.#names.of(run.current, documents);
    // A new run starts at its end.
    if (id !== this.#run) this.#following = true;
    if (id !== this.#run && !this.#loading) void this.#load();
    this.#run = id;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#follow();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.moved();
  }

  protected override moved(): void {
    this.#unwatch?.();
    // Of a window that was closed no frame comes any more.
    this.#frame = 0;
    const box = this.renderRoot.querySelector('.output');
    if (!box) return;
    this.#unwatch = watchSize([box], () => {
      this.renderRoot.querySelector('.summary')?.classList.toggle('low', this.offsetHeight < LOW);
      // A prompt, or moving the splitter, changes the height of the output.
      this.#follow();
    });
  }

  /** Once per frame: measuring a long output takes longer than receiving it. */
  #follow(): void {
    if (this.#frame !== 0) return;
    // The window of this element, because another one may be hidden and paint nothing.
    this.#frame = (this.ownerDocument.defaultView ?? window).requestAnimationFrame(() => {
      this.#frame = 0;
      const box = this.renderRoot.querySelector('.output');
      if (!box || !this.#following) return;
      // Our own sentence, where nothing was printed, is read from its beginning.
      box.scrollTop = this.room?.session?.run.current?.output.length ? box.scrollHeight : 0;
      this.#scrollTop = box.scrollTop;
    });
  }

  /** Only scrolling back stops following: the end also moves away when output is added. */
  #scrolled(event: Event): void {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as Element;
    if (scrollHeight - scrollTop - clientHeight < 8) this.#following = true;
    else if (scrollTop < this.#scrollTop) this.#following = false;
    this.#scrollTop = scrollTop;
  }

  /** Images, and long lines, get their height when they load; `load` does not bubble. */
  readonly #grown = { handleEvent: () => this.#follow(), capture: true };

  #summary(run: CurrentRun): TemplateResult {
    const at = timeOfDay(run.startedAt);
    const failed = run.state === 'failed' || run.state === 'timed-out';
    const running = run.state === 'running';
    const changed = run.version !== this.room?.session.documents.get(run.document)?.version;
    const who = html`<strong>${run.mine ? t('You') : html`<bdi>${run.by}</bdi>`}</strong>`;
    const what = running
      ? run.mine
        ? rich('{you} are running this', { you: who })
        : rich('{name} is running this', { name: who })
      : run.mine
        ? rich('{you} ran this', { you: who })
        : rich('{name} ran this', { name: who });
    const untyped = run.language === 'typescript' || run.language === 'tsx';
    const outcome = html`<span class=${failed ? 'failed' : ''}>${runOutcome(run)}</span>`;
    return html`
      <span title=${t('Started {time}', { time: at })}
        >${what} · ${languageName(run.language)}${running ? nothing : [' · ', outcome]}</span>
      ${untyped ? html`<span>${t('Types are not checked.')}</span>` : nothing}
      ${changed ? html`<span part="changed" class="changed">${t('The code has changed since this run')}</span>` : nothing}
    `;
  }

  /** For people who write tests: saves the run as a test, or adds a first test. */
  #keeping(run: CurrentRun | null): TemplateResult | typeof nothing {
    const { room } = this;
    if (!room || !mayKeep(room)) return nothing;
    const kept = run?.state === 'done' ? run : null;
    if (!kept && listsTests(room.session)) return nothing;
    return html`<button class="keep" type="button" @click=${() => void keepRun(room, kept)}>${kept ? t('Make a test of this') : t('Add tests')}</button>`;
  }

  /** Plain text until the renderer is loaded. */
  #pieces({ output, mine, by }: CurrentRun): unknown {
    if (!this.#show) return output.map(({ kind, text }) => (ATTACHMENT_KINDS.has(kind) ? '' : text)).join('');
    const reveal = (line: number, of: string) => {
      const { session, runs } = this.room ?? {};
      const name = session && this.#names.now(of, session.documents);
      if (name !== undefined) runs?.reveal(line, name);
    };
    return this.#show({ output, fileNames: this.#fileNames, ...(mine ? {} : { by }), reveal });
  }

  async #load(): Promise<void> {
    this.#loading = true;
    try {
      this.#show = (await import('./output/render-output.js')).show;
      this.requestUpdate();
    } catch {
      this.#loading = false; // Text is readable without it; the next run retries.
    }
  }

  #empty(run: CurrentRun | null): string {
    if (run?.state === 'running') return '';
    if (run) return run.state === 'done' ? t('Finished without output.') : t('Nothing was printed.');
    const { session, runs } = this.room ?? {};
    // The notice says it already.
    if (session?.refusal) return t('Nothing has run.');
    const keys = runKeys(runs?.key);
    if (runs?.obstacle) return runs.obstacle;
    return keys
      ? t('Nothing has run yet. Press Run, or {keys} in the editor.', { keys })
      : t('Nothing has run yet. Press Run.');
  }
}

function loading({ sentence, loaded, total }: RunnerProgress): TemplateResult {
  const size = total > 0 ? t('{part} of {all}', { part: bytes(loaded), all: bytes(total) }) : '';
  return html`<div class="loading">
    <span>${sentence} ${size}</span>
    ${
      total > 0
        ? html`<progress part="progress" aria-label=${sentence} max=${total} .value=${loaded}></progress>`
        : html`<progress part="progress" aria-label=${sentence}></progress>`
    }
  </div>`;
}

/** The input for programs that read all of stdin. It is local to this page and kept for the next run. `typed`: rendered again, so that what another room has there is seen to differ. */
function inputBox(runs: RunController, typed: () => void): TemplateResult {
  const keep = (event: Event) => {
    runs.stdin = (event.target as HTMLTextAreaElement).value;
    typed();
  };
  return html`<details class="stdin">
    <summary>${t('Input')}</summary>
    <textarea part="stdin" rows="3" aria-label=${t('Input that the program reads first')} placeholder=${t('The program reads this first, line by line')} spellcheck="false" autocapitalize="off" .value=${runs.stdin} @input=${keep}></textarea>
  </details>`;
}
