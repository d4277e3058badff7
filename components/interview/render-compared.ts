// All scorecards that were handed in, side by side: where two are far apart is said, and nothing is computed of them.
import { html, nothing, type TemplateResult } from 'lit';
import type { MomentEntry } from '../../party/shared/entries.js';
import {
  type ComparedCriterion,
  type CriteriaGroup,
  type HandedIn,
  type Score,
  scoreOf,
  sideBySide,
} from '../../party/shared/scorecard.js';
import { criteriaTitle, criterionText } from '../wording/criteria-text.js';
import { landmark } from '../wording/landmarks.js';
import { momentWord } from '../wording/moment-words.js';
import { timeOfDay } from '../wording/times.js';
import { t } from '../wording/words.js';

/** `cards`: the last scorecard of each person. `all`: every scorecard in the order in which they were handed in, so that changed levels are found. */
export function renderCompared(
  cards: readonly HandedIn[],
  all: readonly HandedIn[],
  groups: readonly CriteriaGroup[],
  moments: readonly MomentEntry[],
): TemplateResult {
  const rows = sideBySide(cards);
  const first = cards.map(({ by }) => all.find((entry) => entry.by === by));
  const title = (question: number) => {
    const group = groups.length > 1 && groups.find((one) => one.question === question);
    return group && criteriaTitle(group);
  };
  return html`<section part="compared" aria-label=${landmark(t('Handed in'))}>
    <h3>${t('Side by side')}</h3>
    <div class="table" role="group" tabindex="0" aria-label=${t('Scores side by side')}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${cards.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr class=${row.apart ? 'apart' : ''}>
              <th scope="row">
                ${criterionText(row.question, row.criterion)}${title(row.question) ? [' ', html`<span class="quiet">${title(row.question)}</span>`] : nothing}
                ${row.apart ? html`<em>${t('Two levels apart or more')}</em>` : nothing}
              </th>
              ${row.scores.map((score, index) => html`<td>${levelOf(score, first[index] && scoreOf(first[index], row))}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <details>
      <summary>${t('What they rest on')}</summary>
      <dl>
        ${rows.map((row) => reasons(row, cards, moments))}
        ${cards.map(
          ({ name, times, summary }) => html`<dt>
              <bdi>${name}</bdi> <span class="quiet">${times.map((at) => timeOfDay(at)).join(', ')}</span>
            </dt>
            <dd>${summary || t('No summary.')}</dd>`,
        )}
      </dl>
    </details>
  </section>`;
}

/** The level, and beside it the first one when it was changed after the scores of others could be seen. */
function levelOf(score: Score | undefined, before: Score | undefined): TemplateResult | string {
  const level = score && score.level > 0 ? String(score.level) : '–';
  if ((score?.level ?? 0) === (before?.level ?? 0)) return level;
  return html`${level} <span class="quiet">${t('first {level}', { level: before?.level || '–' })}</span>`;
}

function reasons(
  { question, criterion, scores }: ComparedCriterion,
  cards: readonly HandedIn[],
  moments: readonly MomentEntry[],
): TemplateResult {
  return html`<dt>${criterionText(question, criterion)}</dt>
    ${scores.map((score, index) => {
      if (!score) return nothing;
      const { level, evidence, moment, word } = score;
      const noted = moments.find(({ id }) => id === moment);
      const rests = [
        evidence,
        noted ? `${timeOfDay(noted.at)} ${momentWord(noted.kind)} ${noted.text}`.trim() : '',
        word,
      ];
      return html`<dd><bdi>${cards[index]?.name}</bdi>, ${level || t('no score')}: ${rests.filter(Boolean).join(' · ')}</dd>`;
    })}`;
}
