// The timer that everybody in the room sees; interviewers set it. It counts quietly: nothing blinks, nothing turns red.

import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { readDesk } from '../party/shared/asked-questions.js';
import { readTimer, type Timer, type TimerChange, timerState } from '../party/shared/entries.js';
import { may } from '../party/shared/roles.js';
import { SECOND_MS } from '../party/shared/time.js';
import type { RoomContext } from './element/context.js';
import { PanelElement } from './element/panel-element.js';
import { refuse } from './element/refusal-event.js';
import { panelIcons } from './interview/panel-icons.js';
import { readPhases, timeLeftText, writePhases } from './interview/timer-text.js';
import { inComposition } from './page/composition.js';
import { postTimer } from './session/sync/entries.js';
import { controls } from './styles/controls.js';
import { panel } from './styles/panel.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { laterText } from './wording/later-text.js';
import { t } from './wording/words.js';

/**
 * The timer of the room: its phase and what is left of it. Interviewers open it to set phases, start, pause and add time. Shows
 * nothing to others while there is none.
 *
 * @csspart timer - The phase and what is left of it; for interviewers a button.
 * @csspart panel - Where interviewers set the timer.
 */
export class CodeRoomTimer extends PanelElement {
  static override readonly tag: string = 'code-room-timer';
  static override styles: CSSResult[] = [
    controls,
    panel,
    css`
      .left {
        font-variant-numeric: tabular-nums;
      }
      .phase {
        max-inline-size: 14ch;
        overflow: hidden;
        text-overflow: ellipsis;
        color: var(--_muted);
        unicode-bidi: isolate;
      }
      form:not(.row) {
        display: contents;
      }
      .shown {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 26px;
        font-size: var(--_small);
        white-space: nowrap;
      }
      /* How the hour goes matters more there than what its part is called. */
      @container room (inline-size < 520px) {
        .phase {
          display: none;
        }
      }
      label {
        display: grid;
        gap: 4px;
      }
      input[type='number'] {
        inline-size: 6ch;
      }
    `,
  ];

  #open = false;
  #fault = '';
  /** Phases that are being typed, until they are set: what others set meanwhile does not replace them. */
  #written: string | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;
  /** Minutes that are being added: the room is told sums, so each waits for the one before. */
  #adding: Promise<void> = Promise.resolve();

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.documents.timer, 'change', 'saved'],
      [session.standing, 'change'],
    ];
  }

  protected override entered(_room: RoomContext, _signal: AbortSignal, again: boolean): void {
    this.#fault = '';
    if (!again) this.#written = null;
  }

  protected override left(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    if (!session || isLocal) {
      this.left();
      return nothing;
    }
    const timer = readTimer(session.documents.timer.text.toString());
    const over = session.status === 'ended' || session.status === 'refused';
    this.#count(over ? null : timer);
    const sets = may(session.role, 'lead') && session.status === 'live' && !session.standing.ended;
    if (!timer && !sets) return nothing;
    const shown = timer ? this.#shown(timer) : html`${panelIcons.timer}<span class="label">${t('Timer')}</span>`;
    if (!sets) return html`<span part="timer" class="shown" role="timer">${shown}</span>`;
    return html`<button part="timer" class="open" type="button" title=${t('Timer')} aria-expanded=${this.#open} @click=${this.#toggle}>${shown}</button
      >${this.#open ? this.#panel(timer) : nothing}`;
  }

  #shown(timer: Timer): TemplateResult {
    const { phase, leftMs, running } = this.#state(timer);
    const { name } = timer.phases[phase] ?? { name: '' };
    const word = running ? '' : timer.startedAt === null ? t('not started') : t('paused');
    return html`<span class="phase">${name}</span><span class="left">${timeLeftText(leftMs)}</span
      >${word ? html`<span class="quiet">${word}</span>` : nothing}`;
  }

  #state(timer: Timer) {
    const { session } = this.room ?? {};
    return timerState(timer, Date.now() + (session?.standing.clockAhead ?? 0), session?.self?.id ?? '');
  }

  /** Counts while the timer runs and somebody could see it. */
  #count(timer: Timer | null): void {
    const runs = timer !== null && this.#state(timer).running && this.isConnected;
    if (runs) this.#tick ??= setInterval(() => this.requestUpdate(), SECOND_MS);
    else this.left();
  }

  #panel(timer: Timer | null): TemplateResult {
    const started = timer !== null && timer.startedAt !== null;
    const runs = started && timer.pausedAt === null;
    // Two forms: Enter in the field for minutes adds them, and does not set the timer anew.
    return html`<section part="panel" class="panel" aria-label=${landmark(t('Timer'))} @keydown=${this.#keys}>
      <div class="row"><h2>${t('Timer')}</h2><button class="close" type="button" @click=${this.#toggle}>${t('Close')}</button></div>
      <form @submit=${this.#set}>
      <label
        >${t('Phases and their minutes')}
        <input name="phases" autocomplete="off" spellcheck="false" .value=${this.#written ?? (timer ? writePhases(timer.phases) : this.#usual())} @input=${this.#keep}
      /></label>
      <div class="row">
        <button class=${timer ? '' : 'main'} type="submit">${timer ? t('Set anew') : t('Set and start')}</button>
        ${
          timer
            ? html`<button class="main" type="button" @click=${() => this.#change({ running: !runs })}
                >${runs ? t('Pause') : started ? t('Go on') : t('Start')}</button
              ><button type="button" @click=${() => this.#change({ phases: [] })}>${t('Take away')}</button>`
            : nothing
        }
      </div>
      </form>
      ${
        timer
          ? html`<form class="row" novalidate @submit=${this.#add}>
              <select name="person" class="grow" aria-label=${t('Who gets more time')}>
                <option value="">${t('Everybody')}</option>
                ${repeat(
                  this.#others(timer),
                  ([id]) => id,
                  ([id, name]) => html`<option value=${id}>${name}</option>`,
                )}
              </select>
              <input name="minutes" type="number" min="-60" max="60" step="1" value="5" aria-label=${t('Minutes')} />
              <button type="submit">${t('Add minutes')}</button>
            </form>
            ${this.#extras(timer)}`
          : html`<span class="quiet">${t('Everybody sees it.')}</span>`
      }
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
    </section>`;
  }

  /** Who may get more time, by id: candidates, and all who have some that can be taken away again, here or not. */
  #others({ extraFor }: Timer): Map<string, string> {
    const people = this.room?.session.people.filter(({ role }) => role === 'candidate') ?? [];
    const ids = new Set([...people.map(({ id }) => id), ...Object.keys(extraFor)]);
    return new Map([...ids].map((id) => [id, this.#nameOf(id)]));
  }

  #nameOf(id: string): string {
    return this.room?.session.people.find((person) => person.id === id)?.name ?? t('somebody who has left');
  }

  #extras({ extraMinutes, extraFor }: Timer): TemplateResult {
    const more = (who: string, minutes: number) =>
      t('{who}: {minutes} minutes', { who, minutes: `${minutes > 0 ? '+' : ''}${minutes}` });
    const all = [
      ...(extraMinutes ? [more(t('Everybody'), extraMinutes)] : []),
      ...Object.entries(extraFor).map(([id, minutes]) => more(this.#nameOf(id), minutes)),
    ];
    return html`<span class="quiet">${all.length > 0 ? all.join(' · ') : t('Nobody is told why somebody has more time.')}</span>`;
  }

  /** The minutes of the question that is asked, if there is one. */
  #usual(): string {
    const { text } = this.room?.session.documents.questionDesk ?? {};
    const minutes = readDesk(text?.toString() ?? '').find(({ current }) => current)?.minutes;
    return minutes
      ? t('read 5, code {minutes}, discuss 5', { minutes: Math.max(5, minutes - 10) })
      : t('read 5, code 25, discuss 10');
  }

  #keep(event: Event): void {
    this.#written = (event.currentTarget as HTMLInputElement).value;
  }

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    // What went wrong while it was closed is read when it is opened.
    if (!this.#open) this.#fault = '';
    this.requestUpdate();
    if (!this.#open) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.open')?.focus());
  };

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    this.#toggle();
  }

  #set(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const phases = readPhases(String(new FormData(form).get('phases') ?? ''));
    if (phases) void this.#change({ phases, running: true });
    else this.#refuse(laterText('phases-unreadable'));
  }

  #add(event: SubmitEvent): void {
    event.preventDefault();
    const { session } = this.room ?? {};
    if (!session) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [person, minutes] = [String(data.get('person') ?? ''), Number(data.get('minutes'))];
    this.#adding = this.#adding.then(() => {
      // In another room by now.
      if (this.room?.session !== session) return;
      const { extraMinutes = 0, extraFor = {} } = readTimer(session.documents.timer.text.toString()) ?? {};
      if (person === '') return this.#change({ extraMinutes: extraMinutes + minutes });
      return this.#change({ extraFor: { [person]: (extraFor[person] ?? 0) + minutes } });
    });
  }

  async #change(change: TimerChange): Promise<void> {
    const { session } = this.room ?? {};
    if (!session) return;
    const written = this.#written;
    try {
      await postTimer(session.documents, change);
      // What is typed meanwhile is not set yet.
      if (change.phases?.length && this.#written === written) this.#written = null;
      this.#refuse('');
    } catch (error) {
      if (this.room?.session !== session) return;
      this.#refuse(sentenceOf(error));
      if (!this.#open) refuse(this, 'timer', error);
    }
  }

  #refuse(sentence: string): void {
    this.#fault = sentence;
    this.requestUpdate();
  }
}
