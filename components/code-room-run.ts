// The Run button; it is a Stop button during a run.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { RoomContext } from './element/context.js';
import { RoomElement } from './element/room-element.js';
import { controls } from './styles/controls.js';
import { runKeys } from './wording/status-text.js';

/**
 * Run and Stop in one button.
 *
 * @csspart run - The button while it says Run.
 * @csspart stop - The button while it says Stop.
 * @csspart choice - What to do with the run that is on, when Run is pressed again.
 */
export class CodeRoomRun extends RoomElement {
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

  /** The choice was open before this update. */
  #choosing = false;
  /** Run and Stop replace each other, so the focus moves from one to the other. */
  #focused = false;

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
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
    return html`${this.#stop()}${this.room?.runs.choice ? this.#choice() : nothing}`;
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
      this.#keepInside(choice.parentElement as HTMLElement);
      choice.focus();
    }
    this.#choosing = choice !== null;
  }

  /** Moves the choice so that the room's edge does not cut it off. */
  #keepInside(choice: HTMLElement): void {
    if (!this.room) return;
    const box = (this.room.host as HTMLElement).getBoundingClientRect();
    const { left, right } = choice.getBoundingClientRect();
    choice.style.translate = `${Math.max(box.left + 4 - left, Math.min(0, box.right - 4 - right))}px`;
  }

  /** It takes the focus, since it is mostly opened by keyboard; Escape returns the focus. */
  #choice(): TemplateResult {
    const choose = (answer: 'replace' | 'queue' | 'neither') => {
      this.room?.runs.choose(answer);
      (this.room?.host as HTMLElement | undefined)?.focus();
    };
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      choose('neither');
    };
    return html`<div part="choice" class="choice" role="group" aria-label="A program is running" @keydown=${keys}>
      <p>A program is running.</p>
      <button type="button" @click=${() => choose('replace')}>Stop it and run</button>
      <button type="button" @click=${() => choose('queue')}>Run after it</button>
      <button type="button" @click=${() => choose('neither')}>Cancel</button>
    </div>`;
  }

  #run(): TemplateResult {
    const obstacle = this.room?.runs.obstacle ?? '';
    return html`<button
      part="run"
      type="button"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      title=${obstacle || `Run ${this.#other()}(${runKeys()})`}
      ?disabled=${obstacle !== ''}
      @click=${() => this.room?.runs.press()}
      @pointerenter=${() => this.room?.runs.warm()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 1v10l8-5z" /></svg>Run ${this.#other()}
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
    const watching = session?.role === 'observer';
    return html`<button
      part="stop"
      class="stop"
      type="button"
      title=${watching ? 'Observers can watch, but not stop a run.' : 'Stop the program, for everybody'}
      ?disabled=${watching}
      @click=${() => this.room?.runs.stop()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" rx="1.5" /></svg>Stop
    </button>`;
  }
}
