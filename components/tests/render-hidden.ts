// What candidates see of hidden tests, and the interviewers' setting for it.
import { html, nothing, type TemplateResult } from 'lit';
import { HIDDEN_RESULTS, type HiddenResults, type TestRun } from '../../party/shared/test-results.js';
import { passedOf, stateWord } from '../wording/test-text.js';
import { t, translated, type Words } from '../wording/words.js';
import type { RoomTests } from './room-tests.js';
import { stateIcon } from './state-icon.js';

export function hiddenOutcome(run: TestRun | null, on: boolean): TemplateResult | typeof nothing {
  const { passed = 0, failed = 0, total = 0 } = run?.counts ?? {};
  if (!run || total === 0) return nothing;
  const over = passed + failed;
  const words = on
    ? t('Running: {part} of {all}', { part: Math.min(over + 1, total), all: total })
    : passedOf(passed, total);
  const mood = on ? '' : failed > 0 ? 'bad' : passed === total ? 'good' : '';
  // A run that was stopped or cut off says nothing of the tests it has not come to.
  const left = on ? 0 : total - over;
  return html`<div class="hidden-head">
      <h3>${t('Hidden tests')}</h3>
      <span class="counts ${mood}">${words}</span>
      ${left > 0 ? html`<span class="time">${t('{left} not run', { left })}</span>` : nothing}
    </div>
    <ul class="cases" role="list" aria-label=${t('Hidden tests')}>
      ${run.results.map(
        ({ name, state }) => html`<li class="case told ${state}">
          ${stateIcon(state)}<span class="name" dir="auto">${name}</span><span class="state">${stateWord(state)}</span>
        </li>`,
      )}
    </ul>`;
}

const CHOICES: Readonly<Record<HiddenResults, string>> = {
  none: 'hear nothing of them',
  counts: 'hear how many passed',
  names: 'hear which passed',
} satisfies Words;

/** The setting, for interviewers. */
export function hiddenSetting(tests: RoomTests): TemplateResult {
  const change = (event: Event) =>
    tests.setHiddenResults((event.currentTarget as HTMLSelectElement).value as HiddenResults);
  return html`<label class="only">${t('Candidates')}
    <select aria-label=${t('What candidates hear of hidden tests')} @change=${change}>
      ${HIDDEN_RESULTS.map(
        (much) =>
          html`<option value=${much} .selected=${much === tests.hiddenResults}>${translated(CHOICES[much])}</option>`,
      )}
    </select>
  </label>`;
}
