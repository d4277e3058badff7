// The scorecard of an interviewer: criteria with four levels, each with what it rests on; beside those of others once it is handed in.
import { type CSSResult, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { readDesk } from '../party/shared/asked-questions.js';
import { type MomentEntry, readEntries } from '../party/shared/entries.js';
import { NOTES_DOCUMENT } from '../party/shared/protocol.js';
import type { Criterion } from '../party/shared/question.js';
import { mayRead } from '../party/shared/roles.js';
import {
  type CriteriaGroup,
  counts,
  criteriaGroups,
  type HandedIn,
  lastHandedIn,
  SCORECARD_LIMITS,
  type Score,
  scoreOf,
} from '../party/shared/scorecard.js';
import type { RoomContext } from './element/context.js';
import { RoomElement } from './element/room-element.js';
import { OwnScorecard } from './interview/own-scorecard.js';
import { renderCompared } from './interview/render-compared.js';
import { controls } from './styles/controls.js';
import { scorecardStyles } from './styles/scorecard.js';
import { criteriaTitle, criterionText } from './wording/criteria-text.js';
import { sentenceOf } from './wording/errors.js';
import { landmark } from './wording/landmarks.js';
import { momentWord } from './wording/moment-words.js';
import { timeOfDay } from './wording/times.js';
import { t } from './wording/words.js';

/**
 * An interviewer's scorecard, with the criteria of the questions that were asked, or general ones; for everybody else the element
 * is empty. The room sends it to nobody until it is handed in, and those of others only then.
 *
 * @csspart scorecard - The box of the scorecard.
 * @csspart criterion - Each criterion.
 * @csspart compared - What all have handed in, side by side.
 */
export class CodeRoomScorecard extends RoomElement {
  static override readonly tag: string = 'code-room-scorecard';
  static override styles: CSSResult[] = [controls, scorecardStyles];

  /** Criteria of the page, in place of the general ones: each with four levels, from the weakest to the best. */
  @property({ attribute: false }) criteria: Criterion[] = [];
  #own: OwnScorecard | undefined;
  #fault = '';
  #handing = false;

  protected override watched({ session }: RoomContext): [EventTarget, ...string[]][] {
    const { questionDesk, moments, scorecards } = session.documents;
    return [
      [session, 'status', 'people'],
      [session.standing, 'change'],
      [questionDesk, 'change'],
      [moments, 'change'],
      ...scorecards.map((document): [EventTarget, string] => [document, 'change']),
    ];
  }

  protected override entered({ session, roomId }: RoomContext, signal: AbortSignal, again: boolean): void {
    this.#fault = '';
    // A browser may store nothing, so what an element that was moved has not sent yet is handed on.
    const begun = again ? this.#own?.unsent : null;
    const changed = () => this.requestUpdate();
    this.#own = roomId === undefined ? undefined : new OwnScorecard(session, roomId, changed, signal, begun);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, isLocal } = this.room ?? {};
    const own = this.#own;
    if (!session || isLocal || !own || !mayRead(session.role, NOTES_DOCUMENT)) return nothing;
    if (!session.documents.scorecards[0]?.synced) return nothing;
    const groups = criteriaGroups(readDesk(session.documents.questionDesk.text.toString()), this.criteria);
    const all = groups.reduce((sum, { criteria }) => sum + criteria.length, 0);
    const { card, handedIn } = own;
    const scored = card.scores.filter(counts).length;
    return html`<section part="scorecard" aria-label=${landmark(t('Scorecard'))}>
      <details class="card" ?open=${session.standing.ended}>
        <summary>
          <h2>${t('Scorecard')}</h2>
          <span class="quiet push">${t('{part} of {all}', { part: scored, all })}${own.saved ? nothing : ` · ${t('not saved yet')}`}</span>
          <span class="quiet whose">${handedIn ? t('Handed in') : t('Only you see it until you hand it in')}</span>
        </summary>
        <div class="body">
          ${groups.map((group) => this.#group(group, groups.length === 1))} ${this.#summary(card.summary)}
          ${this.#end(own, scored)}
          ${handedIn ? renderCompared(lastHandedIn(own.allHandedIn), own.allHandedIn, groups, this.#moments) : nothing}
        </div>
      </details>
    </section>`;
  }

  #group(group: CriteriaGroup, alone: boolean): TemplateResult {
    const { question, current, criteria } = group;
    const list = html`<div class="criteria">
      ${criteria.map((criterion) => this.#criterion(question, criterion))}
    </div>`;
    if (alone) return list;
    return html`<details ?open=${current}>
      <summary><h3>${criteriaTitle(group)}</h3></summary>
      ${list}
    </details>`;
  }

  #criterion(question: number, { criterion, levels }: Criterion): TemplateResult {
    const blank: Score = { question, criterion, level: 0, evidence: '', moment: 0, word: '' };
    // Asked anew with each change: more than one may come before the next update.
    const score = () => (this.#own && scoreOf(this.#own.card, blank)) ?? blank;
    const { level, evidence, moment, word } = score();
    const set = (change: Partial<Score>) => this.#set({ ...score(), ...change });
    const value = ({ currentTarget }: Event) => (currentTarget as HTMLInputElement).value;
    const name = criterionText(question, criterion);
    const missing = level > 0 && !counts(score());
    return html`<details part="criterion" class="criterion">
      <summary>
        <span class="name">${name}</span
        ><span class=${level > 0 ? 'given' : 'quiet'}>${missing ? t('needs evidence') : level > 0 ? level : t('no score')}</span>
      </summary>
      <div class="fields">
        <fieldset>
          <legend class="unseen">${t('Level: {criterion}', { criterion: name })}</legend>
          ${levels.map(
            (text, index) => html`<label class="level"
              ><input
                type="radio"
                name="${question} ${criterion}"
                .checked=${level === index + 1}
                @change=${() => set({ level: index + 1 })}
              /><b>${index + 1}</b><span>${criterionText(question, text)}</span></label
            >`,
          )}
        </fieldset>
        <label class="field"
          ><span>${t('Evidence: what you saw or heard')}</span
          ><textarea
            rows="2"
            maxlength=${SCORECARD_LIMITS.text}
            .value=${evidence}
            @input=${(event: Event) => set({ evidence: value(event) })}
          ></textarea>
        </label>
        ${this.#momentChoice(moment, set)}
        <label class="field"
          ><span>${t('A word about it, if you like')}</span
          ><input
            maxlength=${SCORECARD_LIMITS.text}
            .value=${word}
            @input=${(event: Event) => set({ word: value(event) })}
        /></label>
        ${level > 0 || evidence || word ? html`<button type="button" class="plain" @click=${() => set(blank)}>${t('Clear')}</button>` : nothing}
      </div>
    </details>`;
  }

  #momentChoice(chosen: number, set: (change: Partial<Score>) => void): TemplateResult | typeof nothing {
    const moments = this.#moments;
    if (moments.length === 0) return nothing;
    const choose = ({ currentTarget }: Event) => set({ moment: Number((currentTarget as HTMLSelectElement).value) });
    return html`<label class="field"
      ><span>${t('Or a moment that was noted')}</span
      ><select @change=${choose}>
        <option value="0" ?selected=${chosen === 0}>${t('None')}</option>
        ${moments.map(
          ({ id, at, kind, text, file }) =>
            html`<option value=${id} ?selected=${id === chosen}>${[timeOfDay(at), momentWord(kind), text || file].filter(Boolean).join(' · ')}</option>`,
        )}
      </select></label
    >`;
  }

  #summary(summary: string): TemplateResult {
    const write = ({ currentTarget }: Event) => {
      if (this.#own) this.#own.change({ ...this.#own.card, summary: (currentTarget as HTMLTextAreaElement).value });
    };
    return html`<label class="field"
      ><span>${t('Summary')}</span
      ><textarea rows="3" maxlength=${SCORECARD_LIMITS.summary} .value=${summary} @input=${write}></textarea>
    </label>`;
  }

  #end(own: OwnScorecard, scored: number): TemplateResult {
    const { handedIn, changedSince } = own;
    const fault = this.#fault || own.fault;
    const { status } = this.room?.session ?? {};
    const off = this.#handing || (status !== 'live' && status !== 'ended') || (handedIn !== null && !changedSince);
    return html`<div class="row">
        <button type="button" class="main" ?disabled=${off || scored === 0} @click=${this.#handIn}>
          ${handedIn ? t('Hand in again') : t('Hand in')}
        </button>
        <span class="quiet" role="status">${stateOf(handedIn, changedSince)}</span>
      </div>
      ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}`;
  }

  get #moments(): MomentEntry[] {
    return readEntries<MomentEntry>(this.room?.session.documents.moments.text.toString() ?? '');
  }

  /** What says nothing any more leaves the scorecard. */
  #set(score: Score): void {
    const own = this.#own;
    if (!own) return;
    const others = own.card.scores.filter((other) => other !== scoreOf(own.card, score));
    const says = score.level > 0 || score.evidence !== '' || score.word !== '' || score.moment > 0;
    this.#fault = '';
    own.change({ ...own.card, scores: says ? [...others, score] : others });
  }

  async #handIn(): Promise<void> {
    this.#handing = true;
    this.#fault = '';
    this.requestUpdate();
    try {
      await this.#own?.handIn();
    } catch (error) {
      this.#fault = sentenceOf(error);
    }
    this.#handing = false;
    this.requestUpdate();
  }
}

function stateOf(handedIn: HandedIn | null, changedSince: boolean): string {
  if (!handedIn) return t('After that you see the scores of the others, and they see yours when they have handed in.');
  const [first = 0, ...again] = handedIn.times;
  const last = again.at(-1);
  const time = timeOfDay(first);
  const when =
    last === undefined
      ? t('Handed in at {time}.', { time })
      : t('Handed in at {time}, changed at {last}.', { time, last: timeOfDay(last) });
  const then = changedSince
    ? t('What you have changed since is not handed in.')
    : t('You can change it and hand it in again: that is said, and each time stays in the log.');
  return `${when} ${then}`;
}
