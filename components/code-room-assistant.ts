// The assistant of the room: what people ask an AI and what it answers, and changes that are proposed, which people accept or decline.
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { may } from '../party/shared/roles.js';
import { TALK_LIMITS, type TalkTurn } from '../party/shared/talk.js';
import { askAi, hasAi } from './element/ask-ai.js';
import type { RoomContext } from './element/context.js';
import { PanelElement, sendOnEnter } from './element/panel-element.js';
import { refuse } from './element/refusal-event.js';
import {
  type AssistantItem,
  assistantItems,
  keyOf,
  proposalsOf,
  turnsOf,
  whyNoQuestions,
} from './interview/assistant.js';
import { AssistantState } from './interview/assistant-state.js';
import { panelIcons } from './interview/panel-icons.js';
import { proposalCard } from './interview/proposal-card.js';
import { renderChatText } from './interview/render-chat-text.js';
import { inComposition } from './page/composition.js';
import type { Session } from './session/session.js';
import { assistant } from './styles/assistant.js';
import { controls } from './styles/controls.js';
import { panel } from './styles/panel.js';
import { aiSentence } from './wording/ai-text.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { rich } from './wording/rich.js';
import { timeOfDay } from './wording/times.js';
import { heard, t } from './wording/words.js';

/** An answer that has not come after so long will not. */
const LATE_MS = 4 * 60_000;

/**
 * The assistant: a button with the number of proposals that wait, and the panel it opens. There where AI is allowed or required, or something was proposed.
 *
 * @csspart assistant - The button that opens the panel.
 * @csspart panel - The panel with the talk, the proposals and the field.
 * @csspart question - One question, with its answer.
 * @csspart proposal - One proposal.
 */
export class CodeRoomAssistant extends PanelElement {
  static override readonly tag: string = 'code-room-assistant';
  static override styles: CSSResult[] = [controls, panel, assistant];

  #open = false;
  #asking: AbortController | null = null;
  #here = new AssistantState();
  /** The last entry was in sight before another came. */
  #atEnd = true;

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { talk, proposals, ai, files } = session.documents;
    return [
      [session, 'status', 'people'],
      [talk, 'change'],
      [proposals, 'change'],
      [ai, 'change'],
      [files, 'shown', 'change'],
      [session.standing, 'change'],
    ];
  }

  protected override entered({ session }: RoomContext, _signal: AbortSignal, again: boolean): void {
    if (again) return;
    this.left();
    this.#here = new AssistantState();
    if (this.#open) void this.#learn(session);
  }

  /** Nobody is here to read the answer. */
  protected override left(): void {
    this.#asking?.abort();
    this.#asking = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const list = this.shadowRoot?.querySelector('.log');
    this.#atEnd = !list || list.scrollTop + list.clientHeight > list.scrollHeight - 24;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#showEnd();
  }

  #showEnd(): void {
    const list = this.shadowRoot?.querySelector('.log');
    if (list && this.#atEnd) list.scrollTop = list.scrollHeight;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    if (!session || isLocal) return nothing;
    const proposals = proposalsOf(session);
    if (session.documents.ai.rule === 'off' && proposals.length + turnsOf(session).length === 0) return nothing;
    const waiting = proposals.filter(({ state }) => state === 'open').length;
    return html`<button part="assistant" class="open" type="button" title=${t('Assistant')} aria-expanded=${this.#open} @click=${this.#toggle}
        >${panelIcons.assistant}<span class="label">${t('Assistant')}</span>${waiting > 0 ? html`<span class="count">${waiting}<span class="unseen"> ${t('proposed')}</span></span>` : nothing}</button
      >${this.#open ? this.#panel(session) : nothing}`;
  }

  #panel(session: Session): TemplateResult {
    const items = assistantItems(session);
    return html`<section part="panel" class="panel" aria-label=${landmark(t('Assistant'))} @keydown=${this.#keys}>
      <div class="row"><h2>${t('Assistant')}</h2><button class="close" type="button" @click=${this.#toggle}>${t('Close')}</button></div>
      <p class="rule">${aiSentence(session.documents.ai.rule)}</p>
      ${
        items.length === 0
          ? html`<p class="empty">${t('Nothing was asked or proposed yet.')}</p>`
          : html`<div class="log" role="log" tabindex="0" aria-label=${t('Questions, answers and proposals')}><ol>
              ${repeat(items, keyOf, (item) => this.#item(item, session))}
            </ol></div>`
      }
      ${this.#form(session)}
    </section>`;
  }

  #item(item: AssistantItem, session: Session): TemplateResult {
    if (item.kind === 'turn') return this.#turn(item.turn, session);
    const { proposal } = item;
    const changed = () => this.requestUpdate();
    const options = {
      mayJudge: may(session.role, 'edit') && session.status === 'live' && !this.room?.readOnly,
      busy: this.#here.judging.has(proposal.id),
      fault: this.#here.faults.get(proposal.id) ?? '',
      judge: (accept: boolean) => void this.#here.judge(session, proposal, accept, changed),
      copy: () => void this.#here.copy(proposal, changed),
    };
    return html`<li part="proposal" class="proposal" tabindex="-1">${proposalCard(proposal, options)}</li>`;
  }

  #turn({ question, answer }: TalkTurn, session: Session): TemplateResult {
    const { id, name, at, text, files, by } = question;
    const live = session.documents.ai.answers.get(id) ?? '';
    const own = this.#here.own.question === id ? this.#here.own.text : '';
    const said = answer?.text ?? (own.length > live.length ? own : live);
    const late = Date.now() + session.standing.clockAhead - at > LATE_MS;
    const ended = answer && (heard(answer.sentence) || (answer.state === 'stopped' ? t('Stopped.') : ''));
    const state = ended ?? (late ? t('No answer came.') : t('Answering…'));
    return html`<li part="question">
      <div class="who">
        <strong><bdi>${name || t('Somebody')}</bdi>${by === session.self?.id ? ` (${t('you')})` : ''}</strong>
        <time class="quiet" datetime=${new Date(at).toISOString()}>${timeOfDay(at)}</time>
        ${files.length > 0 ? html`<span class="quiet">${rich('with {files}', { files: html`<bdi>${files.join(', ')}</bdi>` })}</span>` : nothing}
      </div>
      <div class="words">${renderChatText(text)}</div>
      <div class="answer">
        <strong>AI</strong>
        <div class="words">${renderChatText(said, answer ? this.#proposing(session) : undefined)}</div>
        ${state ? html`<span class="quiet">${state}</span>` : nothing}
      </div>
    </li>`;
  }

  /** Code of an answer may be proposed for the shown file, by whoever may propose. */
  #proposing(session: Session): ((code: string) => TemplateResult) | undefined {
    const { files } = session.documents;
    const shown = files.list.find(({ document }) => document === files.shown);
    if (!shown || shown.hidden || !may(session.role, 'propose') || session.status !== 'live') return;
    const propose = (code: string) => this.#propose(session, shown.name, code);
    return (code) =>
      html`<button type="button" class="propose" @click=${() => propose(code)}>${rich('Propose as {file}', { file: html`<bdi>${shown.name}</bdi>` })}</button>`;
  }

  #form(session: Session): TemplateResult | typeof nothing {
    if (session.documents.ai.rule === 'off') return nothing;
    const why = whyNoQuestions(session, this.#here.available);
    const fault = this.#here.fault ? html`<p class="fault" role="alert">${this.#here.fault}</p>` : nothing;
    if (why) return html`<span class="quiet">${why}</span>${fault}`;
    const { files } = session.documents;
    const shown = files.list.find(({ document }) => document === files.shown);
    return html`<form @submit=${this.#submit}>
      <div class="row">
        <textarea
          name="text"
          rows="2"
          maxlength=${TALK_LIMITS.question}
          placeholder=${t('Ask the AI')}
          aria-label=${t('Question for the AI')}
          .value=${this.#here.written}
          @input=${this.#keep}
          @keydown=${sendOnEnter}
        ></textarea>
        ${
          this.#asking
            ? html`<button type="button" @click=${() => this.#asking?.abort()}>${t('Stop')}</button>`
            : html`<button class="main" type="submit" ?disabled=${session.status !== 'live'}>${t('Ask')}</button>`
        }
      </div>
      <div class="row">
        <select name="with" aria-label=${t('What the AI reads along')}>
          ${shown && !shown.hidden ? html`<option value=${shown.name} selected>${t('It also reads {file}', { file: shown.name })}</option>` : nothing}
          <option value="">${t('It also reads all files')}</option>
        </select>
        <span class="quiet">${t('and the task')}</span>
      </div>
      ${fault}
    </form>`;
  }

  readonly #toggle = async (): Promise<void> => {
    this.#open = !this.#open;
    // What went wrong while it was closed is read when it is opened.
    if (!this.#open) this.#here.fault = '';
    this.requestUpdate();
    await this.updateComplete;
    this.#atEnd = true;
    this.#showEnd();
    const field = this.renderRoot.querySelector<HTMLElement>('textarea');
    (field ?? this.renderRoot.querySelector<HTMLElement>(this.#open ? '.close' : '.open'))?.focus();
    if (this.#open && this.room) await this.#learn(this.room.session);
  };

  /** A server that does not say whether it has one is asked all the same. */
  async #learn(session: Session): Promise<void> {
    const here = this.#here;
    here.available = await hasAi(session).catch(() => null);
    this.requestUpdate();
  }

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    void this.#toggle();
  }

  /** Kept while the panel is closed. */
  readonly #keep = (event: Event): void => {
    this.#here.written = (event.currentTarget as HTMLTextAreaElement).value;
  };

  /** What was written stays in the field until the room has it. */
  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.elements.namedItem('text') as HTMLTextAreaElement;
    const along = (form.elements.namedItem('with') as HTMLSelectElement).value;
    const { session } = this.room ?? {};
    const text = field.value;
    if (!session || this.#asking || text.trim() === '') return;
    const asking = new AbortController();
    const here = this.#here;
    this.#asking = asking;
    here.fault = '';
    this.requestUpdate();
    const sink = {
      taken: (question: number) => {
        here.own = { question, text: '' };
        // More may have been typed meanwhile, and the panel closed and opened.
        if (here.written === text) here.written = '';
        const now = here === this.#here ? this.renderRoot.querySelector('textarea') : null;
        if (now?.value === text) now.value = '';
        this.#atEnd = true;
        this.requestUpdate();
      },
      text: (more: string) => {
        here.own.text += more;
        this.requestUpdate();
      },
    };
    try {
      await askAi(session, text, along === '' ? undefined : [along], sink, asking.signal);
    } catch (error) {
      here.fault = sentenceOf(error);
      if (!this.#open && here === this.#here) refuse(this, 'assistant', error);
    }
    if (this.#asking === asking) this.#asking = null;
    this.requestUpdate();
  }

  async #propose(session: Session, file: string, code: string): Promise<void> {
    const here = this.#here;
    here.fault = '';
    try {
      await session.propose({ file, newText: `${code}\n`, why: t('From an answer of the AI.') });
      this.#atEnd = true;
    } catch (error) {
      here.fault = sentenceOf(error);
    }
    this.requestUpdate();
  }
}
