// The chat of the room: to everybody, and among interviewers, with a count of what is new.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ENTRY_LIMITS } from '../party/shared/entries.js';
import { may } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { placeBelowBar, raiseWhenUsed, sendOnEnter } from './element/panel-element.js';
import { refuse } from './element/refusal-event.js';
import { RoomElement } from './element/room-element.js';
import { type ChatMessage, chatHasOlder, chatMessages, SeenChat } from './interview/chat.js';
import { panelIcons } from './interview/panel-icons.js';
import { renderChatText } from './interview/render-chat-text.js';
import { inComposition } from './page/composition.js';
import { postChatMessage } from './session/sync/entries.js';
import { chat } from './styles/chat.js';
import { controls } from './styles/controls.js';
import { panel } from './styles/panel.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { timeOfDay } from './wording/times.js';
import { t } from './wording/words.js';

/**
 * The chat: a button with the number of new messages, and the panel it opens. A local room has none.
 *
 * @csspart chat - The button that opens the chat.
 * @csspart panel - The panel with what was written, and the field.
 * @csspart message - One message.
 */
export class CodeRoomChat extends RoomElement {
  static override readonly tag: string = 'code-room-chat';
  static override styles: CSSResult[] = [controls, panel, chat];

  #open = false;
  /** What is being written, and to whom; kept while the panel is closed. */
  #written = '';
  #to: ChatMessage['to'] = 'all';
  #fault = '';
  #sending = false;
  #seen = new SeenChat(undefined);
  /** The last message was in sight before another came. */
  #atEnd = true;

  constructor() {
    super();
    raiseWhenUsed(this);
  }

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { chat, interviewerChat } = session.documents;
    return [
      [session, 'status', 'people'],
      [chat, 'change', 'saved'],
      [interviewerChat, 'change', 'saved'],
      [session.standing, 'change'],
    ];
  }

  protected override entered({ roomId }: RoomContext, _signal: AbortSignal, again: boolean): void {
    if (again) return;
    this.#seen = new SeenChat(roomId);
    this.#written = '';
    this.#to = 'all';
    this.#fault = '';
    this.#sending = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const list = this.shadowRoot?.querySelector('.log');
    this.#atEnd = !list || list.scrollTop + list.clientHeight > list.scrollHeight - 24;
  }

  protected override updated(): void {
    placeBelowBar(this);
    const list = this.shadowRoot?.querySelector('.log');
    if (list && this.#atEnd) list.scrollTop = list.scrollHeight;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    const entered = session?.status === 'live' || session?.status === 'ended' || session?.documents.chat.synced;
    if (!session || isLocal || !entered) return nothing;
    const messages = chatMessages(session);
    if (this.#open) this.#seen.see(messages);
    const unseen = this.#seen.unseen(messages, session.self?.id).length;
    return html`<button part="chat" class="open" type="button" title=${t('Chat')} aria-expanded=${this.#open} @click=${this.#toggle}
        >${panelIcons.chat}<span class="label">${t('Chat')}</span>${unseen > 0 ? html`<span class="count">${unseen > 99 ? '99+' : unseen}<span class="unseen"> ${t('new')}</span></span>` : nothing}</button
      >${this.#open ? this.#panel(messages) : nothing}`;
  }

  #panel(messages: readonly ChatMessage[]): TemplateResult {
    return html`<section part="panel" class="panel" aria-label=${landmark(t('Chat'))} @keydown=${this.#keys}>
      <div class="row"><h2>${t('Chat')}</h2><button class="close" type="button" @click=${this.#toggle}>${t('Close')}</button></div>
      ${
        messages.length === 0
          ? html`<p class="empty">${t('Nobody has written yet.')}</p>`
          : html`<div class="log" role="log" tabindex="0" aria-label=${t('Messages')}>${chatHasOlder(messages) ? html`<p class="older quiet">${t('Older messages are not kept in this list.')}</p>` : nothing}<ol>
              ${repeat(
                messages,
                ({ id, to }) => `${to} ${id}`,
                (message) => this.#message(message),
              )}
            </ol></div>`
      }
      ${this.#form()}
    </section>`;
  }

  #message({ by, name, at, text, to }: ChatMessage): TemplateResult {
    const own = by === this.room?.session.self?.id;
    const time = new Date(at);
    return html`<li part="message" class=${to === 'all' ? '' : 'aside'}>
      <div class="who">
        <strong><bdi>${name}</bdi>${own ? ` (${t('you')})` : ''}</strong>
        <time class="quiet" datetime=${time.toISOString()}
          >${timeOfDay(at)}</time
        >
        ${to === 'all' ? nothing : html`<span class="quiet">${t('interviewers only')}</span>`}
      </div>
      <div class="words">${renderChatText(text)}</div>
    </li>`;
  }

  #form(): TemplateResult | typeof nothing {
    const { session } = this.room ?? {};
    if (!session) return nothing;
    const [toAll, aside] = [may(session.role, 'chat') && !session.standing.ended, may(session.role, 'edit-notes')];
    if (!toAll && !aside) {
      const why = session.standing.ended ? t('The room has ended.') : t('Observers can read this, but not write.');
      return html`<span class="quiet">${why}</span>`;
    }
    const off = session.status !== 'live' && session.status !== 'ended';
    return html`<form @submit=${this.#submit}>
      ${
        aside
          ? html`<div class="row">
              <select name="to" aria-label=${t('Who reads it')} .value=${toAll ? this.#to : 'interviewers'} @change=${this.#choose}>
                <option value="all" ?disabled=${!toAll}>${t('To everybody')}</option>
                <option value="interviewers">${t('Interviewers only')}</option>
              </select>
            </div>`
          : nothing
      }
      <div class="row">
        <textarea
          name="text"
          rows="2"
          maxlength=${ENTRY_LIMITS.text}
          placeholder=${t('Write a message')}
          aria-label=${t('Message')}
          .value=${this.#written}
          @input=${this.#keep}
          @keydown=${sendOnEnter}
        ></textarea>
        <button class="main" type="submit" ?disabled=${this.#sending || off}>${t('Send')}</button>
      </div>
      ${off ? html`<span class="quiet">${t('Messages can be sent when the room is connected.')}</span>` : nothing}
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
    </form>`;
  }

  readonly #toggle = async (): Promise<void> => {
    this.#open = !this.#open;
    // What went wrong while it was closed is read when it is opened.
    if (!this.#open) this.#fault = '';
    this.requestUpdate();
    await this.updateComplete;
    this.#atEnd = true;
    this.updated();
    this.renderRoot.querySelector<HTMLElement>(this.#open ? 'textarea' : '.open')?.focus();
  };

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    void this.#toggle();
  }

  readonly #keep = (event: Event): void => {
    this.#written = (event.currentTarget as HTMLTextAreaElement).value;
  };

  readonly #choose = (event: Event): void => {
    this.#to = (event.currentTarget as HTMLSelectElement).value === 'interviewers' ? 'interviewers' : 'all';
  };

  /** What was written stays in the field until the room has it. */
  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem('text') as HTMLTextAreaElement;
    const to = form.elements.namedItem('to') as HTMLSelectElement | null;
    const { session } = this.room ?? {};
    const text = field.value;
    if (!session || this.#sending || text.trim() === '') return;
    this.#sending = true;
    this.#fault = '';
    this.requestUpdate();
    try {
      await postChatMessage(session.documents, text, to?.value === 'interviewers' ? 'interviewers' : 'all');
      if (this.room?.session !== session) return;
      // More may have been typed meanwhile, and the panel closed and opened.
      if (this.#written === text) this.#written = '';
      const now = this.renderRoot.querySelector('textarea');
      if (now?.value === text) now.value = '';
      this.#atEnd = true;
    } catch (error) {
      if (this.room?.session !== session) return;
      this.#fault = sentenceOf(error);
      if (!this.#open) refuse(this, 'chat', error);
    }
    this.#sending = false;
    this.requestUpdate();
  }
}
