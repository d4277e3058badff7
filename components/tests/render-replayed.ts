// The tests in a replay at one time: a list with states.
import { html, nothing, type TemplateResult } from 'lit';
import { heardFault } from '../wording/fault-text.js';
import { landmark } from '../wording/landmarks.js';
import { passedOf, stateWord } from '../wording/test-text.js';
import { t } from '../wording/words.js';
import { stateIcon } from './state-icon.js';
import { countsOf, type TestWithState } from './test-states.js';

export function replayedTests(tests: readonly TestWithState[]): TemplateResult | typeof nothing {
  if (tests.length === 0) return nothing;
  const { passed, over, all } = countsOf(tests);
  return html`<section class="tests" aria-label=${landmark(t('Tests'))}>
    <p>${t('Tests')}${over > 0 ? `: ${passedOf(passed, all)}` : nothing}</p>
    <ul role="list">${tests.map(one)}</ul>
  </section>`;
}

function one({ name, state, test, result }: TestWithState): TemplateResult {
  return html`<li class=${state}>
    ${stateIcon(state)} <span dir="auto">${name}</span> ${test?.hidden ? html`<small>${t('hidden')}</small>` : nothing}
    <span class="state">${stateWord(state)}</span>
    ${state !== 'passed' && result?.reason ? html`<small class="why" dir="auto">${heardFault(result.reason)}</small>` : nothing}
  </li>`;
}
