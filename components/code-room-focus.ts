// Private time: a candidate is alone with the code for some minutes, and both may watch that stretch together afterwards.
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import {
  endOf,
  FOCUS_LIMITS,
  type FocusLine,
  type FocusStretch,
  focusLines,
  isOffer,
  isStretch,
  isWatch,
  recordingOf,
} from '../party/shared/focus.js';
import { may } from '../party/shared/roles.js';
import { SECOND_MS } from '../party/shared/time.js';
import type { RoomContext } from './element/context.js';
import { PanelElement } from './element/panel-element.js';
import { refuse } from './element/refusal-event.js';
import { DraggedSlider } from './interview/dragged-slider.js';
import { FocusPlayer, watchPosition } from './interview/focus-player.js';
import { panelIcons } from './interview/panel-icons.js';
import { timeLeftText } from './interview/timer-text.js';
import { inComposition } from './page/composition.js';
import type { Session } from './session/session.js';
import { type FocusWish, postFocus, startFocus } from './session/sync/entries.js';
import { controls } from './styles/controls.js';
import { focus } from './styles/focus.js';
import { panel } from './styles/panel.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { rich } from './wording/rich.js';
import { timeOfDay } from './wording/times.js';
import { t } from './wording/words.js';

const USUAL_MINUTES = 5;
/** While a stretch is played, it is shown anew so often. */
const FRAME_MS = 100;

/**
 * Private time. A candidate takes some, or accepts what an interviewer offers: until it is over, or they end it, nobody else gets
 * their edits, cursor and runs. Afterwards everybody may watch the stretch together. Shows nothing to observers before somebody has been private.
 *
 * @csspart focus - The button, or what there is to say about somebody's private time.
 * @csspart panel - Where private time is taken, offered and watched.
 * @csspart player - The stretch that is watched.
 */
export class CodeRoomFocus extends PanelElement {
  static override readonly tag: string = 'code-room-focus';
  static override styles: CSSResult[] = [controls, panel, focus];

  #open = false;
  #fault = '';
  #tick: ReturnType<typeof setInterval> | undefined;
  #tickMs = 0;
  #player: { stretch: number; player: FocusPlayer } | undefined;
  readonly #slider = new DraggedSlider(() => this.requestUpdate());

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    return [
      [session, 'status', 'people'],
      [session.documents.focus, 'change', 'saved'],
      [session.standing, 'change', 'focus'],
    ];
  }

  protected override entered(): void {
    // Stretches have numbers of their own in each room.
    this.#player = undefined;
    this.#fault = '';
    this.#slider.forget();
  }

  protected override left(): void {
    this.#count(0);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    const ended = session?.status === 'ended';
    const focus = (!ended && session?.standing.focus) || null;
    if (!session || isLocal || session.status === 'refused' || (session.status !== 'live' && !ended && !focus)) {
      this.#count(0);
      return nothing;
    }
    // In a room that has ended it is only read who was private when.
    const all = focusLines(session.documents.focus.text.toString());
    const lines = ended ? all.filter((line) => !isWatch(line) && !isOffer(line)) : all;
    const watched = lines.find(isWatch);
    this.#count(watched?.playing && this.#open ? FRAME_MS : focus ? SECOND_MS : 0);
    const begins = !ended && (may(session.role, 'focus') || may(session.role, 'lead'));
    const past = lines.filter(isStretch).filter((stretch) => endOf(stretch) <= this.#now(session));
    if (!focus && !begins && !watched && past.length === 0) return nothing;
    const own = focus !== null && focus.by === session.self?.id;
    if (focus && !own) return html`<span part="focus" class="shown">${this.#alone(session, focus)}</span>`;
    return html`<button part="focus" class="open" type="button" title=${t('Private time')} aria-expanded=${this.#open} @click=${this.#toggle}
      >${panelIcons.focus}${this.#label(session, lines, own)}</button
    >${this.#open ? this.#panel(session, lines, past, own) : nothing}`;
  }

  #label(session: Session, lines: readonly FocusLine[], own: boolean): TemplateResult {
    const { focus } = session.standing;
    if (own && focus)
      return html`<span class="label">${t('Private')} </span><span class="left">${timeLeftText(focus.until - Date.now())}</span>`;
    if (may(session.role, 'focus') && lines.some(isOffer))
      return html`<span class="label">${t('Private time')} </span>${t('offered')}`;
    return lines.some(isWatch)
      ? html`${t('Watching together')}`
      : html`<span class="label">${t('Private time')}</span>`;
  }

  #alone({ people }: Session, { by, until }: { by: string; until: number }): TemplateResult {
    const person = people.find(({ id }) => id === by);
    // Whoever has left may be back before the time is over.
    return html`${rich('{name} is thinking · {time}', {
      name: html`<bdi>${person?.name ?? t('Somebody who has left')}</bdi>`,
      time: html`<span class="left">${timeLeftText(until - Date.now())}</span>`,
    })}`;
  }

  #panel(session: Session, lines: readonly FocusLine[], past: readonly FocusStretch[], own: boolean): TemplateResult {
    const watch = lines.find(isWatch);
    const stretch = past.find(({ id }) => id === watch?.watch);
    return html`<section
      part="panel"
      class="panel ${stretch ? 'wide' : ''}"
      aria-label=${landmark(t('Private time'))}
      @keydown=${this.#keys}
    >
      <div class="row"><h2>${t('Private time')}</h2><button class="close" type="button" @click=${this.#toggle}>${t('Close')}</button></div>
      ${own ? this.#inside() : stretch ? this.#watching(session, lines, stretch) : this.#begin(session, lines)}
      ${own || stretch ? nothing : this.#past(session, lines, past)}
      ${this.#fault ? html`<p class="fault" role="alert">${this.#fault}</p>` : nothing}
    </section>`;
  }

  #inside(): TemplateResult {
    return html`<p>${t('Only you see what you type and run. The others get it as one edit when you show it, or when the time is over.')}</p>
      <div class="row"><button class="main" type="button" @click=${() => this.#wish({ end: true }, true)}>${t('Show it now')}</button></div>`;
  }

  #begin(session: Session, lines: readonly FocusLine[]): TemplateResult | typeof nothing {
    if (session.status !== 'live') return nothing;
    const offer = lines.find(isOffer);
    if (may(session.role, 'focus') && offer)
      return html`<p>${rich(
        '{name} offers you private time ({minutes}): nobody sees what you type and run until you show it, or the time is over. The others see only that you are thinking.',
        { name: html`<bdi>${offer.name}</bdi>`, minutes: t('{count:minute|minutes}', { count: offer.offer }) },
      )}</p>
        <div class="row">
          <button class="main" type="button" @click=${() => this.#start(offer.offer)}>${t('Start')}</button>
          <button type="button" @click=${() => this.#wish({ decline: true })}>${t('No, thank you')}</button>
        </div>`;
    if (may(session.role, 'focus'))
      return html`<form class="row" @submit=${this.#take}>
          <p>${t('Nobody sees what you type and run, until you show it or the time is over. The others see only that you are thinking.')}</p>
          ${this.#minutes()}<button class="main" type="submit">${t('Start')}</button>
        </form>`;
    if (!may(session.role, 'lead')) return nothing;
    return offer
      ? html`<p>${t('{count:minute is|minutes are} offered. The candidate decides.', { count: offer.offer })}</p>
          <div class="row"><button type="button" @click=${() => this.#wish({ offer: 0 })}>${t('Take the offer back')}</button></div>`
      : html`<form class="row" @submit=${this.#offer}>
          <p>${t('The candidate decides. Until the time is over, nobody sees what they type and run.')}</p>
          ${this.#minutes()}<button class="main" type="submit">${t('Offer')}</button>
        </form>`;
  }

  #minutes(): TemplateResult {
    return html`<label class="row">${t('Minutes')}
      <input name="minutes" type="number" min="1" max=${FOCUS_LIMITS.minutes} step="1" value=${USUAL_MINUTES} required /></label>`;
  }

  #past(session: Session, lines: readonly FocusLine[], past: readonly FocusStretch[]): TemplateResult | typeof nothing {
    if (past.length === 0) return nothing;
    return html`<ul aria-label=${t('Private times so far')}>
      ${past.map((stretch) => {
        const end = endOf(stretch);
        const recorded = recordingOf(lines, stretch) !== null;
        return html`<li>
          <span><bdi>${stretch.name}</bdi> ${timeOfDay(stretch.at)}–${timeOfDay(end)}</span>
          ${
            recorded && may(session.role, 'edit') && session.status === 'live'
              ? html`<button type="button" @click=${() => this.#wish({ watch: stretch.id, position: 0, playing: true })}>${t('Watch together')}</button>`
              : html`<span class="quiet">${recorded ? '' : t('Nothing was noted.')}</span>`
          }
        </li>`;
      })}
    </ul>`;
  }

  /** The same moment for everybody: whoever plays, pauses or seeks does it for all. */
  #watching(session: Session, lines: readonly FocusLine[], stretch: FocusStretch): TemplateResult {
    const player = this.#playerOf(lines, stretch);
    const watch = lines.find(isWatch);
    if (!player || !watch) return html`<p>${t('Nothing was noted of this private time.')}</p>`;
    const position = watchPosition(watch, this.#now(session), player.length);
    const plays = watch.playing && position < player.length;
    const { file = '', text, from = 0, to = 0 } = player.at(position) ?? {};
    const code = text?.toString() ?? '';
    const place = this.#slider.at ?? Math.round(position);
    const steers = may(session.role, 'edit');
    const go = (change: { position?: number; playing?: boolean }) =>
      this.#wish({ watch: stretch.id, position: Math.round(position), playing: plays, ...change });
    return html`<div part="player" role="group" aria-label=${t('Private time of {name}', { name: stretch.name })}>
      <p><bdi>${stretch.name}</bdi>, ${timeOfDay(stretch.at)}. ${t('Everybody who has this open sees the same moment. Long pauses are left out.')}</p>
      <div class="row">
        <button class="main" type="button" ?disabled=${!steers}
          @click=${() => go({ playing: !plays, position: position >= player.length ? 0 : Math.round(position) })}
          >${plays ? t('Pause') : t('Play')}</button
        ><input type="range" aria-label=${t('Moment')} min="0" max=${player.length} step="100" ?disabled=${!steers}
          aria-valuetext=${timeLeftText(place)} .value=${String(place)}
          @input=${(event: Event) => this.#slider.drag(event)}
          @change=${(event: Event) => void this.#slider.put(event, (to) => go({ position: to }))}
          @pointerup=${() => this.#slider.letGo()} @pointercancel=${() => this.#slider.letGo()} @blur=${() => this.#slider.letGo()} />
        <span class="left quiet">${timeLeftText(place)} / ${timeLeftText(player.length)}</span>
        <button type="button" ?disabled=${!steers} @click=${() => this.#wish({ watch: 0 })}>${t('Stop watching')}</button>
      </div>
      <p class="quiet">${file}</p>
      <pre tabindex="0" aria-label="${file}">${code.slice(0, from)}<mark>${code.slice(from, to)}</mark>${code.slice(to)}</pre>
    </div>`;
  }

  #playerOf(lines: readonly FocusLine[], stretch: FocusStretch): FocusPlayer | null {
    if (this.#player?.stretch === stretch.id) return this.#player.player;
    const recording = recordingOf(lines, stretch);
    if (!recording) return null;
    const player = FocusPlayer.of(recording);
    if (!player) return null;
    this.#player = { stretch: stretch.id, player };
    return player;
  }

  #now({ standing }: Session): number {
    return Date.now() + standing.clockAhead;
  }

  /** Only while there is something to count, and somebody could see it. */
  #count(ms: number): void {
    const wanted = this.isConnected ? ms : 0;
    if (wanted === this.#tickMs) return;
    clearInterval(this.#tick);
    this.#tickMs = wanted;
    this.#tick = wanted === 0 ? undefined : setInterval(() => this.requestUpdate(), wanted);
  }

  readonly #toggle = async (): Promise<void> => {
    this.#open = !this.#open;
    // What went wrong while it was closed is read when it is opened.
    if (!this.#open) this.#fault = '';
    this.#slider.forget();
    this.requestUpdate();
    await this.updateComplete;
    const first = this.#open ? '.panel input, .panel button.main' : '.open';
    this.renderRoot.querySelector<HTMLElement>(first)?.focus();
  };

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || inComposition(event)) return;
    event.preventDefault();
    void this.#toggle();
  }

  #take(event: SubmitEvent): void {
    event.preventDefault();
    void this.#start(minutesOf(event));
  }

  #offer(event: SubmitEvent): void {
    event.preventDefault();
    void this.#wish({ offer: minutesOf(event) });
  }

  #start(minutes: number): Promise<void> {
    return this.#try((session) => startFocus(session, minutes), true);
  }

  #wish(wish: FocusWish, closes = false): Promise<void> {
    return this.#try((session) => postFocus(session.documents, wish), closes);
  }

  async #try(act: (session: Session) => Promise<void>, closes: boolean): Promise<void> {
    const { session } = this.room ?? {};
    if (!session) return;
    try {
      await act(session);
      this.#fault = '';
      if (closes && this.#open) await this.#toggle();
    } catch (error) {
      if (this.room?.session !== session) return;
      this.#fault = sentenceOf(error);
      if (!this.#open) refuse(this, 'focus', error);
    }
    this.requestUpdate();
  }
}

function minutesOf(event: SubmitEvent): number {
  return Number(new FormData(event.currentTarget as HTMLFormElement).get('minutes'));
}
