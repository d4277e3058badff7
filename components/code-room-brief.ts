// The task in words, for everybody; interviewers change it in place.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RoomContext } from './context.js';
import { watchSize } from './element/watch-size.js';
import type { SessionDocument } from './session/document.js';
import { controls } from './styles/controls.js';
import { field } from './styles/field.js';
import { WordsElement } from './words-element.js';

/** Pixels of height below which a room has none for a task of some lines. */
const LOW = 460;

/**
 * The task that the room was made with. Shows nothing where there is none, but to interviewers a way to write one.
 *
 * @csspart brief - The box of the task.
 */
export class CodeRoomBrief extends WordsElement {
  static override styles: CSSResult[] = [
    controls,
    field,
    css`
      :host {
        display: block;
      }
      details {
        position: relative;
        border-block-end: 1px solid var(--_border);
        background: var(--_background);
      }
      summary {
        inline-size: fit-content;
        min-block-size: 24px;
        padding: 6px 14px;
        color: var(--_muted);
        font-weight: 600;
        font-size: 13px;
        cursor: pointer;
      }
      .text {
        max-block-size: min(30vh, 16rem);
        margin: 0;
        padding: 0 16px 12px;
        overflow: auto;
        white-space: pre-wrap;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
        max-inline-size: 80ch;
      }
      .text:focus-visible {
        outline-offset: -2px;
      }
      button {
        position: absolute;
        inset-block-start: 2px;
        inset-inline-end: 8px;
        min-block-size: 26px;
        color: var(--_muted);
        font-size: 13px;
        font-weight: 500;
      }
      button:hover {
        background: var(--_hover);
        color: var(--_text);
      }
      textarea {
        display: block;
        block-size: 9rem;
      }
    `,
  ];

  @state() private editing = false;
  /** The room has no height to spare for the task: it folds, until one opens it. */
  @state() private low = false;

  protected override entered(room: RoomContext, signal: AbortSignal): void {
    super.entered(room, signal);
    const host = room.host as HTMLElement;
    const unwatch = watchSize([host], () => {
      this.low = host.offsetHeight < LOW;
    });
    signal.addEventListener('abort', unwatch);
  }

  protected documentOf({ session }: RoomContext): SessionDocument {
    return session.documents.brief;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const text = words?.text.toString() ?? '';
    if (!words?.synced || (text === '' && !words.editable)) return nothing;
    const editing = this.editing && words.editable;
    return html`<details part="brief" ?open=${(text !== '' && !this.low) || editing}>
      <summary>Task</summary>
      ${
        editing
          ? this.area('Task', 'Write the task here. Everybody in the room reads it.')
          : html`<p class="text" tabindex="0" role="region" aria-label="Task">${text || 'No task has been written yet.'}</p>`
      }
      ${
        words.editable
          ? html`<button type="button" @click=${this.#toggle}>${editing ? 'Done' : 'Edit the task'}</button>`
          : nothing
      }
    </details>`;
  }

  #toggle(): void {
    this.editing = !this.editing;
  }
}
