// The task, for everybody. Interviewers edit a draft and publish it.
import { type CSSResult, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type * as Parts from './brief/task-parts.js';
import type { RoomContext } from './element/context.js';
import { addStyles } from './element/embedded-element.js';
import { TextElement } from './element/text-element.js';
import { watchSize } from './element/watch-size.js';
import type { SessionDocument } from './session/sync/document.js';
import type { Task } from './session/sync/task.js';
import { controls } from './styles/controls.js';
import { field } from './styles/field.js';
import { task } from './styles/task.js';
import { landmark } from './wording/landmarks.js';
import { speech, t } from './wording/words.js';

/** Below this height, in pixels, the room has no space for a task of several lines. */
const LOW = 460;

/** The stylesheet is added once for all elements; adding it again would duplicate it. */
let coloured = false;

/**
 * The task that the room was made with. Shows nothing where there is none, but to interviewers a way to write one.
 *
 * @csspart brief - The box of the task.
 */
export class CodeRoomBrief extends TextElement {
  static override readonly tag: string = 'code-room-brief';
  static override styles: CSSResult[] = [
    controls,
    field,
    task,
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
        font-size: var(--_small);
        cursor: pointer;
      }
      .text {
        max-block-size: min(30vh, 16rem);
        margin: 0;
        padding: 0 16px 12px;
        overflow: auto;
        unicode-bidi: plaintext;
        overflow-wrap: anywhere;
        max-inline-size: 80ch;
      }
      /* Code, and what stands in the side slot, come below it there. */
      @container room (inline-size < 520px) {
        .text {
          max-block-size: min(20vh, 16rem);
        }
      }
      .plain {
        white-space: pre-wrap;
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
        font-size: var(--_small);
        font-weight: 500;
      }
      button:hover {
        background: var(--_hover);
        color: var(--_text);
      }
    `,
  ];

  @state() private editing = false;
  /** Renders Markdown; undefined until it is loaded. */
  @state() private parts: typeof Parts | undefined;
  #loading = false;
  /** The room is too low for the task: it is folded, until somebody opens it. */
  @state() private low = false;

  protected override entered(room: RoomContext, signal: AbortSignal, again: boolean): void {
    super.entered(room, signal, again);
    const host = room.element;
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
    if (text === '' && !writable && !task.unpublished) return nothing;
    const editing = this.editing && writable;
    return html`<details part="brief" ?open=${((text !== '' || task.unpublished) && !this.low) || editing}>
      <summary><span role="heading" aria-level="2">${t('Task')}</span></summary>
      ${
        editing
          ? html`<div class="both">${this.area(t('Task'), t('What is there to solve? Markdown is understood.'))}${this.#text(task.draft.text.toString(), t('How the task looks'))}</div>`
          : this.#text(text || t('No task has been written yet.'), t('Task'))
      }
      <p class="unshown" role="status" ?hidden=${!editing && !task.unpublished}>${notShown(task, editing)}</p>
      <div class="actions" ?hidden=${!writable}>
        <button type="button" ?hidden=${!editing || !task.unpublished} @click=${this.#drop}>${t('Discard changes')}</button>
        <button type="button" class=${editing ? 'done' : ''} @click=${editing ? this.#show : this.#edit}>${editing ? t('Done') : t('Edit the task')}</button>
      </div>
    </details>`;
  }

  /** Scrolls to text that was appended to the task, such as a hint. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const text = this.room?.session.documents.task.brief.text.toString() ?? '';
    const box = this.renderRoot.querySelector('.text');
    if (box) this.parts?.scrollToNew(box, this.#read, text);
    this.#read = { text, height: box?.scrollHeight ?? 0 };
  }
  #read = { text: '', height: 0 };

  /** Shows plain text at once, and Markdown when the renderer is loaded. */
  #text(text: string, label: string): TemplateResult {
    const { parts } = this;
    const shown = guard([text, parts, speech.now], () => parts?.renderMarkdown(text) ?? text);
    return html`<div class="text task-text ${parts ? '' : 'plain'}" tabindex="0" role="region" aria-label=${landmark(label)}>${shown}</div>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { brief, draft } = this.room?.session.documents.task ?? {};
    if (brief?.text.length || draft?.text.length || this.editing) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const parts = await import('./brief/task-parts.js');
      if (!coloured) addStyles({ 'code-room-brief': [parts.codeStyles(), parts.taskDraft] });
      coloured = true;
      this.parts = parts;
    } catch {
      this.#loading = false; // Markdown is readable as plain text; the next update retries.
    }
  }

  async #edit(): Promise<void> {
    this.room?.session.documents.task.cancelDecision();
    this.editing = true;
    await this.updateComplete;
    this.focusText();
  }

  #show(): void {
    this.room?.session.documents.task.publish();
    this.editing = false;
  }

  #drop(): void {
    this.room?.session.documents.task.discard();
    this.editing = false;
  }
}

/** The hint about an unpublished draft for interviewers; empty while it is being published. */
function notShown(task: Task, editing: boolean): string {
  if (editing) return t('Only interviewers see this until you choose Done.');
  if (task.publishing)
    return task.draft.settled ? '' : t('Your change is shown to everybody as soon as the room has it.');
  return t('A change to the task is not shown yet: choose Edit the task, then Done.');
}
