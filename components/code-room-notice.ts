// The notice line: offline, refused, ended, not saved, or an edit that could not be kept; and at the first entry what holds in the room.

import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { RoomContext } from './element/context.js';
import type { CodeRoomErrorEvent } from './element/events.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { supportDetails } from './element/support-details.js';
import { keepRulesRead, roomRules, rulesRead } from './interview/room-rules.js';
import { controls } from './styles/controls.js';
import { landmark } from './wording/landmarks.js';
import { laterText } from './wording/later-text.js';
import { statusSentence, statusWord } from './wording/status-text.js';
import { t } from './wording/words.js';

/** How long a message about a single action is shown. */
const PASSING_MS = 8_000;
/** Texts kept for their writer: one of each file that a room may have. */
const LOST = 20;

/**
 * A line that appears when there is something to say. Candidates read there first what is noted in the room and what holds for AI, until they close it.
 *
 * @csspart notice - The line that appears when there is something to say.
 * @csspart rules - What holds in the room, until it is closed.
 */
export class CodeRoomNotice extends RoomElement {
  static override readonly tag: string = 'code-room-notice';
  static override styles: CSSResult[] = [
    controls,
    css`
      :host {
        display: block;
      }
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        padding: 8px 14px;
        border-block-end: 1px solid var(--_border);
        background: color-mix(in oklab, var(--_mood) 9%, var(--_background));
        --_mood: var(--_accent);
      }
      .warn {
        --_mood: var(--_warn);
      }
      .bad {
        --_mood: var(--_bad);
      }
      p {
        flex: 1 1 16rem;
        margin: 0;
      }
      button {
        border-color: var(--_border-strong);
        background: var(--_background);
        font-weight: 500;
      }
      button:hover {
        background: var(--_surface);
      }
      .words {
        display: grid;
        flex: 1 1 16rem;
        gap: 4px;
        max-block-size: 13rem;
        overflow: auto;
        font-size: var(--_small);
        line-height: 1.4;
      }
      @container room (inline-size < 520px) {
        .words {
          flex-basis: 100%;
        }
      }
    `,
  ];

  /** The message about a refused action. */
  @state() private passing = '';
  /** Texts that the room did not accept, in the order in which they were lost. */
  @state() private lost: readonly string[] = [];
  /** What has just been copied. */
  @state() private copied: 'text' | 'details' | undefined;
  /** What holds in the room was closed here, or in this tab before. */
  @state() private read = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a message for some seconds. */
  say(sentence: string): void {
    this.passing = sentence;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.passing = '';
    }, PASSING_MS);
  }

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { activity, ai } = session.documents;
    return [
      [session, 'status', 'saved', 'people'],
      [activity, 'change'],
      [ai, 'change'],
    ];
  }

  protected override entered({ element, unsaid, roomId }: RoomContext, signal: AbortSignal): void {
    this.read = rulesRead(roomId);
    for (const event of unsaid.splice(0)) this.#refused(event);
    element.addEventListener('code-room-error', (event) => this.#refused(event as CodeRoomErrorEvent), { signal });
    // The message goes away when the next action succeeds or the room's state changes.
    const pass = () => {
      this.passing = '';
    };
    element.addEventListener('input', pass, { signal });
    element.addEventListener('code-room-status', pass, { signal });
  }

  protected override left(): void {
    clearTimeout(this.#timer);
    this.passing = '';
  }

  protected override render(): TemplateResult {
    if (!this.room) return html``;
    const { session, isLocal } = this.room;
    const standing = statusSentence(session);
    const sentence = this.passing || standing;
    const rules = isLocal || this.read ? nothing : this.#rules(roomRules(session));
    if (!sentence && this.lost.length === 0) return html`${rules}`;
    const { mood } = statusWord(session, isLocal);
    return html`${rules}<div part="notice" class="notice ${this.passing ? 'warn' : mood}">
      <p>${sentence || laterText('text-lost')}</p>
      ${
        session.status === 'refused'
          ? html`<button type="button" @click=${this.room.enterAgain}>${t('Try again')}</button>`
          : nothing
      }
      ${
        this.lost.length > 0
          ? html`<button type="button" @click=${() => this.#copy('text', this.lost.join('\n\n'))}>${this.#label('text')}</button>
              <button type="button" @click=${this.#forget}>${t('Discard my text')}</button>`
          : nothing
      }
      ${this.#isTrouble(this.room) ? this.#offerDetails(this.room) : nothing}
    </div>`;
  }

  #rules(rules: readonly string[]): TemplateResult | typeof nothing {
    if (rules.length === 0) return nothing;
    return html`<section part="rules" class="notice" aria-label=${landmark(t('What holds in this room'))}>
      <div class="words" role="group" aria-label=${t('Before you begin')} tabindex="0">${rules.map((rule) => html`<p>${rule}</p>`)}</div>
      <button type="button" @click=${this.#close}>OK</button>
    </section>`;
  }

  #close(): void {
    this.read = true;
    keepRulesRead(this.room?.roomId);
    this.room?.element.focus();
  }

  #refused({ sentence, lost }: CodeRoomErrorEvent): void {
    if (lost) {
      this.lost = [...this.lost, lost].slice(-LOST);
      this.copied = undefined;
    }
    this.say(sentence);
  }

  /** Whether somebody may want to ask for help with the current state. */
  #isTrouble({ session: { status, saving } }: RoomContext): boolean {
    return status === 'refused' || status === 'offline' || (status === 'live' && !saving);
  }

  #offerDetails(room: RoomContext): TemplateResult {
    return html`<button
      type="button"
      title=${t('Copies the state and version of this page for the person who helps you. No code, names or links.')}
      @click=${() => this.#copy('details', supportDetails(room))}
    >
      ${this.#label('details')}
    </button>`;
  }

  #label(what: 'text' | 'details'): string {
    if (this.copied === what) return t('Copied');
    return what === 'text' ? t('Copy my text') : t('Copy details');
  }

  async #copy(what: 'text' | 'details', text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = what;
    } catch {
      refuse(this, 'clipboard', () => laterText('clipboard-closed'));
    }
  }

  #forget(): void {
    this.lost = [];
    // The button goes, and would take the focus with it.
    this.room?.element.focus();
  }
}
