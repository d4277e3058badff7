// The interviewers' shared notes; nobody else can read them.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { type MomentEntry, type MomentKind, readEntries } from '../party/shared/entries.js';
import { NOTES_DOCUMENT } from '../party/shared/protocol.js';
import { mayRead } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { TextElement } from './element/text-element.js';
import type { Session } from './session/session.js';
import type { SessionDocument } from './session/sync/document.js';
import { postMoment } from './session/sync/entries.js';
import { controls } from './styles/controls.js';
import { field } from './styles/field.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { momentWord } from './wording/moment-words.js';
import { statusWord } from './wording/status-text.js';
import { timeOfDay } from './wording/times.js';
import { t } from './wording/words.js';

/** In the order of their keys. */
const STAMPS = ['hint', 'good', 'doubt', 'question'] as const;

/**
 * Notes that only interviewers see; for everybody else the element is empty. The room sends them to nobody else.
 *
 * @csspart notes - The box of the notes.
 * @csspart moments - The moments that were noted, the newest first.
 * @csspart moment - Each of them.
 */
export class CodeRoomNotes extends TextElement {
  static override readonly tag: string = 'code-room-notes';
  static override styles: CSSResult[] = [
    controls,
    field,
    css`
      :host {
        display: block;
        min-block-size: 8rem;
      }
      section {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        min-block-size: inherit;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 8px;
        padding: 8px 12px 6px;
      }
      h2 {
        margin: 0;
        font-size: inherit;
        font-weight: 600;
      }
      span {
        color: var(--_muted);
        font-size: var(--_smaller);
      }
      .moments {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 0 12px 6px;
      }
      .moments > span {
        flex-basis: 100%;
      }
      .moments button {
        min-block-size: 26px;
        border-color: var(--_border-strong);
        font-size: var(--_smaller);
        font-weight: 500;
      }
      .moments button:hover:not(:disabled) {
        background: var(--_hover);
      }
      ol {
        flex: none;
        max-block-size: 7.5rem;
        margin: 0;
        padding: 4px 12px 8px;
        overflow: auto;
        overflow-wrap: anywhere;
        list-style: none;
        font-size: var(--_small);
      }
      .fault {
        margin: 0;
        padding: 0 12px 6px;
        color: var(--_bad);
      }
      .saved {
        margin-inline-start: auto;
      }
      .words {
        flex: 1;
        min-block-size: 0;
      }
    `,
  ];

  #fault = '';

  protected override watched(room: RoomContext): [EventTarget, ...string[]][] {
    return [...super.watched(room), [room.session.documents.moments, 'change']];
  }

  protected override entered(room: RoomContext, signal: AbortSignal, again: boolean): void {
    super.entered(room, signal, again);
    this.#fault = '';
    room.element.addEventListener('keydown', (event) => this.#noteByKey(event as KeyboardEvent), {
      signal,
      capture: true,
    });
  }

  protected documentOf({ session }: RoomContext): SessionDocument {
    return session.documents.notes;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    if (!session || isLocal || !mayRead(session.role, NOTES_DOCUMENT) || !this.textDocument?.synced) return nothing;
    const { saved } = this.textDocument;
    const word = session.status === 'live' || session.status === 'ended' ? '' : statusWord(session, false).word;
    return html`<section part="notes" aria-label=${landmark(t('Notes'))}>
      <header>
        <h2>${t('Notes')}</h2>
        <span>${t('Only interviewers see these')}</span>
        <span class="saved">${word || (saved ? t('Saved') : session.saving ? t('Saving…') : t('Not saved'))}</span>
      </header>
      ${this.#moments(session)}
      ${this.area(t('Notes, for interviewers only'), t('Write down what you notice, question by question.'))}
    </section>`;
  }

  /** One press, or one key, notes the moment; it is a mark in the replay. */
  #moments(session: Session): TemplateResult {
    const noted = readEntries<MomentEntry>(session.documents.moments.text.toString());
    return html`<div class="moments" role="group" aria-labelledby="noting">
        <span id="noting">${t('Note this moment')}</span>
        ${STAMPS.map(
          (kind, index) => html`<button
            type="button"
            title=${t('Notes this moment for the replay · {keys}', { keys: `Alt Shift ${index + 1}` })}
            ?disabled=${session.status !== 'live' && session.status !== 'ended'}
            @click=${() => this.#note(kind)}
          >
            ${momentWord(kind)}
          </button>`,
        )}
      </div>
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
      ${
        noted.length === 0
          ? nothing
          : html`<ol part="moments" aria-label=${t('Noted moments')} tabindex="0">
              ${[...noted].reverse().map((moment) => this.#moment(moment))}
            </ol>`
      }`;
  }

  #moment({ at, kind, text, name, by, file }: MomentEntry): TemplateResult {
    const time = new Date(at);
    const other = by === this.room?.session.self?.id ? '' : name;
    return html`<li part="moment">
      <time datetime=${time.toISOString()}>${timeOfDay(at)}</time>
      <strong>${momentWord(kind)}</strong> ${text} <span>${[file, other].filter(Boolean).map((name, at) => html`${at > 0 ? ' · ' : ''}<bdi>${name}</bdi>`)}</span>
    </li>`;
  }

  async #note(kind: MomentKind): Promise<void> {
    const { session } = this.room ?? {};
    if (!session) return;
    this.#fault = '';
    try {
      await postMoment(session.documents, { kind, text: '' });
    } catch (error) {
      this.#fault = sentenceOf(error);
    }
    this.requestUpdate();
  }

  /** By the place of the key: what Alt and Shift write there is another character on each keyboard. */
  #noteByKey(event: KeyboardEvent): void {
    const kind = STAMPS[Number(/^Digit(\d)$/.exec(event.code)?.[1]) - 1];
    const { session } = this.room ?? {};
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || !kind) return;
    if (!session || !mayRead(session.role, NOTES_DOCUMENT)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) void this.#note(kind);
  }
}
