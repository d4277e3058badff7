// The button that runs the file, and stops the run while one is on.
import { type CSSResult, css, html, type TemplateResult } from 'lit';
import type { RoomContext } from './context.js';
import { RoomElement } from './room-element.js';
import { runKeys } from './sentences.js';
import { controls } from './styles/controls.js';

/**
 * Run and Stop in one button.
 *
 * @csspart run - The button while it says Run.
 * @csspart stop - The button while it says Stop.
 */
export class CodeRoomRun extends RoomElement {
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      button {
        min-inline-size: 84px;
        padding-inline: 12px 14px;
        color: var(--_on-run);
        background: var(--_run);
      }
      button:hover:not(:disabled) {
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

  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  protected override watched({ session, runs }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.document, 'file'],
      [session.run, 'run'],
      [runs, 'change'],
    ];
  }

  protected override render(): TemplateResult {
    const running = this.room?.session.run.running ?? false;
    return running ? this.#stop() : this.#run();
  }

  #run(): TemplateResult {
    const obstacle = this.room?.runs.obstacle ?? '';
    return html`<button
      part="run"
      type="button"
      aria-keyshortcuts="Control+Enter Meta+Enter"
      title=${obstacle || `Run (${runKeys()})`}
      ?disabled=${obstacle !== ''}
      @click=${() => this.room?.runs.run()}
      @pointerenter=${() => this.room?.runs.warm()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 1v10l8-5z" /></svg>Run
    </button>`;
  }

  #stop(): TemplateResult {
    const { session } = this.room ?? {};
    const watching = session?.role === 'observer';
    return html`<button
      part="stop"
      class="stop"
      type="button"
      title=${watching ? 'Observers read along; they cannot stop a run.' : 'Stop the run, for everybody'}
      ?disabled=${watching}
      @click=${() => this.room?.runs.stop()}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true"><rect x="1.5" y="1.5" width="9" height="9" rx="1.5" /></svg>Stop
    </button>`;
  }
}
