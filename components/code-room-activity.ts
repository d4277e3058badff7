// The activity log: what is noted of a candidate, which candidate and interviewers read in the same words.
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ACTIVITY_LIMITS, type ActivityEntry, activityLevel } from '../party/shared/activity.js';
import { may } from '../party/shared/roles.js';
import type { RoomContext } from './element/context.js';
import { PanelElement } from './element/panel-element.js';
import { refuse } from './element/refusal-event.js';
import { activityOf } from './interview/activity.js';
import { panelIcons } from './interview/panel-icons.js';
import { inComposition } from './page/composition.js';
import { postReason } from './session/sync/entries.js';
import { controls } from './styles/controls.js';
import { panel } from './styles/panel.js';
import { activityWords, logWords } from './wording/activity-text.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { timeOfDay } from './wording/times.js';
import { t } from './wording/words.js';

/**
 * The activity log of a room that keeps one; for observers, and in other rooms, the element is empty. A candidate sees each line when
 * it comes, and may say something to it.
 *
 * @csspart activity - The button, with the number of lines.
 * @csspart panel - The log.
 * @csspart entry - A line of it.
 */
export class CodeRoomActivity extends PanelElement {
  static override readonly tag: string = 'code-room-activity';
  static override styles: CSSResult[] = [
    controls,
    panel,
    css`
      p {
        margin: 0;
        font-size: var(--_small);
        line-height: 1.4;
      }
      .panel {
        max-block-size: min(26rem, 60vh);
      }
      ol {
        display: grid;
        gap: 10px;
        min-block-size: 0;
        margin: 0;
        padding: 0;
        overflow: auto;
        list-style: none;
        font-size: var(--_small);
      }
      li {
        display: grid;
        gap: 4px;
      }
      .why {
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--_border-strong);
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      input {
        flex: 1;
        min-inline-size: 0;
        padding: 4px 8px;
        border-radius: var(--_small-radius);
        color: inherit;
        background: transparent;
        font: inherit;
      }
      .words {
        overflow-wrap: anywhere;
      }
    `,
  ];

  #open = false;
  #fault = '';
  /** What is being written to lines, by their number; kept while the panel is closed. */
  readonly #written = new Map<number, string>();

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.documents.activity, 'change', 'saved'],
      [session.standing, 'change'],
    ];
  }

  protected override entered(_room: RoomContext, _signal: AbortSignal, again: boolean): void {
    if (again) return;
    this.#written.clear();
    this.#fault = '';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    if (!session || isLocal || !may(session.role, 'read-activity')) return nothing;
    const level = activityLevel(session.documents.activity.text.toString());
    if (level === 'off') return nothing;
    const entries = activityOf(session);
    const notes = may(session.role, 'note-activity') && !session.standing.ended;
    return html`<button part="activity" class="open" type="button" title=${t('Activity log')} aria-expanded=${this.#open} @click=${this.#toggle}
        >${panelIcons.activity}<span class="label">${t('Activity log')}</span>${entries.length > 0 ? [' ', html`<span class="quiet">${entries.length}</span>`] : nothing}</button
      >${
        this.#open
          ? html`<section part="panel" class="panel" aria-label=${landmark(t('Activity log'))} @keydown=${this.#keys}>
              <div class="row"><h2>${t('Activity log')}</h2><button class="close" type="button" @click=${this.#toggle}>${t('Close')}</button></div>
              <p>${logWords(level)}</p>
              ${entries.length > 0 ? this.#list(entries, notes) : html`<p class="quiet">${t('Nothing was noted.')}</p>`}
              ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
            </section>`
          : nothing
      }`;
  }

  #list(entries: readonly ActivityEntry[], notes: boolean): TemplateResult {
    return html`<ol tabindex="0" aria-label=${t('Lines, the newest first')}>
      ${repeat(
        [...entries].reverse(),
        ({ id }) => id,
        (entry) => this.#entry(entry, notes),
      )}
    </ol>`;
  }

  #entry(entry: ActivityEntry, notes: boolean): TemplateResult {
    const { id, at, by, name, why } = entry;
    const own = notes && by === this.room?.session.self?.id;
    return html`<li part="entry">
      <span><time class="quiet" datetime=${new Date(at).toISOString()}>${timeOfDay(at)}</time> ${own ? nothing : html`<bdi>${name}</bdi>`}</span>
      <span class="words">${activityWords(entry)}.</span>
      ${why ? html`<span class="why">${why}</span>` : nothing}
      ${
        own
          ? html`<form class="row" @submit=${(event: SubmitEvent) => this.#explain(event, id)}>
              <input name="why" maxlength=${ACTIVITY_LIMITS.why} .value=${this.#written.get(id) ?? why} @input=${(event: Event) => this.#keep(event, id)} aria-label=${t('What you want to say to it')} placeholder=${t('Say something to it')} autocomplete="off" />
              <button type="submit">${why ? t('Change') : t('Add')}</button>
            </form>`
          : nothing
      }
    </li>`;
  }

  readonly #toggle = async (): Promise<void> => {
    this.#open = !this.#open;
    // What went wrong while it was closed is read when it is opened.
    if (!this.#open) this.#fault = '';
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(this.#open ? '.close' : '.open')?.focus();
  };

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    void this.#toggle();
  }

  #keep(event: Event, id: number): void {
    this.#written.set(id, (event.currentTarget as HTMLInputElement).value);
  }

  async #explain(event: SubmitEvent, id: number): Promise<void> {
    event.preventDefault();
    const { session } = this.room ?? {};
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('why') as HTMLInputElement;
    if (!session) return;
    const text = field.value;
    try {
      await postReason(session.documents, id, text);
      if (this.room?.session !== session) return;
      if (this.#written.get(id) === text) this.#written.delete(id);
      this.#fault = '';
    } catch (error) {
      if (this.room?.session !== session) return;
      this.#fault = sentenceOf(error);
      if (!this.#open) refuse(this, 'activity', error);
    }
    this.requestUpdate();
  }
}
