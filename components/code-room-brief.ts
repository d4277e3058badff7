// The task in words, for everybody; interviewers change it as a draft and show it when it is done.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RoomContext } from './element/context.js';
import { TextElement } from './element/text-element.js';
import { watchSize } from './element/watch-size.js';
import type { SessionDocument } from './session/sync/document.js';
import type { Task } from './session/sync/task.js';
import { controls } from './styles/controls.js';
import { field } from './styles/field.js';

/** Pixels of height below which a room has none for a task of some lines. */
const LOW = 460;

/**
 * The task that the room was made with. Shows nothing where there is none, but to interviewers a way to write one.
 *
 * @csspart brief - The box of the task.
 */
export class CodeRoomBrief extends TextElement {
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
      .actions {
        position: absolute;
        inset-block-start: 2px;
        inset-inline-end: 8px;
        display: flex;
        gap: 4px;
      }
      button {
        min-block-size: 26px;
        color: var(--_muted);
        font-size: 13px;
        font-weight: 500;
      }
      button:hover {
        background: var(--_hover);
        color: var(--_text);
      }
      .done {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .done:hover {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .words {
        block-size: 9rem;
      }
      .unshown {
        margin: 0;
        padding: 4px 16px 8px;
        color: var(--_muted);
        font-size: 13px;
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
    return session.documents.task.draft;
  }

  protected override watched(room: RoomContext): [EventTarget, ...string[]][] {
    const { task } = room.session.documents;
    return [...super.watched(room), [task, 'change'], [task.brief, 'change']];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { task } = this.room?.session.documents ?? {};
    if (!task?.brief.synced) return nothing;
    const text = task.brief.text.toString();
    const { writable } = this;
    if (text === '' && !writable && !task.unshown) return nothing;
    const editing = this.editing && writable;
    return html`<details part="brief" ?open=${((text !== '' || task.unshown) && !this.low) || editing}>
      <summary>Task</summary>
      ${
        editing
          ? this.area('Task', 'What is there to solve?')
          : html`<p class="text" tabindex="0" role="region" aria-label="Task">${text || 'No task has been written yet.'}</p>`
      }
      <p class="unshown" role="status" ?hidden=${!editing && !task.unshown}>${notShown(task, editing)}</p>
      <div class="actions" ?hidden=${!writable}>
        <button type="button" ?hidden=${!editing || !task.unshown} @click=${this.#drop}>Discard changes</button>
        <button type="button" class=${editing ? 'done' : ''} @click=${editing ? this.#show : this.#edit}>${editing ? 'Done' : 'Edit the task'}</button>
      </div>
    </details>`;
  }

  async #edit(): Promise<void> {
    this.room?.session.documents.task.keep();
    this.editing = true;
    await this.updateComplete;
    this.focusWords();
  }

  #show(): void {
    this.room?.session.documents.task.show();
    this.editing = false;
  }

  #drop(): void {
    this.room?.session.documents.task.drop();
    this.editing = false;
  }
}

/** What interviewers read about a draft; empty while it is on its way to everybody. */
function notShown(task: Task, editing: boolean): string {
  if (editing) return 'Only interviewers see this until you choose Done.';
  if (task.showing) return task.draft.settled ? '' : 'Your change is shown to everybody as soon as the room has it.';
  return 'A change to the task is not shown yet: choose Edit the task, then Done.';
}
