// The Run button; it is a Stop button during a run.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { may } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import type * as RunChoice from './element/run-choice.js';
import { controls } from './styles/controls.js';
import { notLoaded } from './wording/errors.js';
import { refusalText } from './wording/refusal-text.js';
import { runKeys } from './wording/run-key.js';
import { t } from './wording/words.js';

/**
 * Run and Stop in one button.
 *
 * @csspart run - The button while it says Run.
 * @csspart stop - The button while it says Stop.
 * @csspart choice - What to do with the run that is on, when Run is pressed again.
 */
export class CodeRoomRun extends RoomElement {
  static override readonly tag: string = 'code-room-run';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      [part='run'],
      .stop {
        min-inline-size: 84px;
        padding-inline: 12px 14px;
      }
      [part='run'] {
        color: var(--_on-run);
        background: var(--_run);
      }
      [part='run']:hover:not(:disabled) {
        background: color-mix(in oklab, var(--_run) 88%, var(--_text));
      }
      .stop {
        color: var(--_bad);
        background: transparent;
        border-color: currentColor;
      }
      .stop:hover:not(:disabled) {
        background: color-mix(in oklab, var(--_bad) 10%, transparent);
      }
      button:disabled {
        color: var(--_muted);
        background: var(--_hover);
        border-color: transparent;
        cursor: not-allowed;
      }
    `,
  ];

  /** What shows the choice, once it is loaded. */
  #choice: typeof RunChoice | undefined;
  /** The choice was open before this update. */
  #choosing = false;
  /** Run and Stop replace each other, so the focus moves from one to the other. */
  #focused = false;

  override focus(): void {
    this.focusOn('button');
  }

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.document, 'file'],
      [session.documents.files, 'change', 'shown'],
      [session.run, 'run'],
      [runs, 'change'],
    ];
  }

  protected override render(): TemplateResult {
    const running = this.room?.session.run.running ?? false;
    if (!running) return this.#run();
    if (!this.room?.runs.choice) return this.#stop();
    if (!this.#choice) void this.#load();
    return html`${this.#stop()}${this.#choice?.renderChoice(this.room) ?? nothing}`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = this.shadowRoot?.activeElement != null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focused && !this.shadowRoot?.activeElement && document.hasFocus()) this.focus();
    const choice = this.renderRoot.querySelector<HTMLElement>('.choice button');
    if (choice && !this.#choosing) {
      this.#choice?.keepInside(choice.parentElement as HTMLElement, this.room?.element as HTMLElement);
      choice.focus();
    }
    this.#choosing = choice !== null;
  }

  /** Few ever see the choice, so it is fetched when there is one. */
  async #load(): Promise<void> {
    try {
      this.#choice = await import('./element/run-choice.js').catch(notLoaded);
      this.requestUpdate();
    } catch (error) {
      this.room?.runs.choose('neither');
      refuse(this, 'run', error);
    }
  }

  #run(): TemplateResult {
    const { obstacle = '', key } = this.room?.runs ?? {};
    const keys = runKeys(key);
    return html`<button
      part="run"
      type="button"
      aria-keyshortcuts=${key?.aria ?? 'Control+Enter Meta+Enter'}
      title=${obstacle || `${t('Run')} ${this.#other()}${keys && `(${keys})`}`}
      ?disabled=${obstacle !== ''}
      @click=${() => this.room?.runs.press()}
      @pointerenter=${() => this.room?.runs.warm()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 1v10l8-5z" /></svg>${t('Run')} ${this.#other()}
    </button>`;
  }

  /** The name of the file that would run, if it is not the shown one. */
  #other(): string {
    const { files } = this.room?.session.documents ?? {};
    const entry = files?.list.find((file) => file.entry);
    return entry && entry.document !== files?.shown ? `${entry.name} ` : '';
  }

  #stop(): TemplateResult {
    const { session } = this.room ?? {};
    const { role = 'candidate' } = session ?? {};
    const stops = may(role, 'run');
    const why = role === 'assistant' ? refusalText('run-assistants') : t('Observers can watch, but not stop a run.');
    return html`<button
      part="stop"
      class="stop"
      type="button"
      title=${stops ? t('Stop the program, for everybody') : why}
      ?disabled=${!stops}
      @click=${() => this.room?.runs.stop()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" rx="1.5" /></svg>${t('Stop')}
    </button>`;
  }
}
