// One test in the panel: state and duration; when opened, its details.
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { heardFault } from '../wording/fault-text.js';
import { stateWord } from '../wording/test-text.js';
import { duration } from '../wording/times.js';
import { speech, t } from '../wording/words.js';
import { comparableOutput } from './compare-output.js';
import { block, difference } from './render-difference.js';
import { icon, stateIcon } from './state-icon.js';
import { isWrong, type TestWithState } from './test-states.js';

/** Actions on a test. */
export interface TestActions {
  toggle(name: string): void;
  /** Goes to a line of a file, or to where the line that a result names is by now. */
  reveal(line: number, file?: string, result?: TestResult): void;
  /** Undefined: this person may not run, or change, it. */
  run?: ((name: string) => void) | undefined;
  edit?: ((name: string) => void) | undefined;
}

interface ShownTest {
  one: TestWithState;
  open: boolean;
  /** It is in the tab order. */
  current: boolean;
  actions: TestActions;
}

export function testRow({ one, open, current, actions }: ShownTest): TemplateResult {
  const { name, state, result } = one;
  const known = [name, state, result, one.test, open, current, actions.run, actions.edit, speech.now];
  return html`<li class="case ${state}" data-name=${name}>${guard(known, () => content({ one, open, current, actions }))}</li>`;
}

function content({ one, open, current, actions }: ShownTest): TemplateResult {
  const { name, state, result } = one;
  const tab = current ? 0 : -1;
  const { run, edit } = actions;
  return html`<div class="row">
      <button class="head" type="button" part="test" aria-expanded=${open} tabindex=${tab} @click=${() => actions.toggle(name)}>
        ${stateIcon(state)}
        <span class="name" dir="auto">${name}</span>
        <span class="state">${stateWord(state)}</span>
        ${result && state !== 'skipped' ? html`<span class="time">${duration(result.durationMs)}</span>` : nothing}
      </button>
      ${run ? action(t('Run {name}', { name }), name, tab, 'M2.5 1v10l8-5z', run) : nothing}
      ${edit ? action(t('Change {name}', { name }), name, tab, 'M8.6 1 11 3.4 4.2 10.2 1 11l.8-3.2z', edit) : nothing}
    </div>
    ${isWrong(state) || state === 'skipped' ? why(one, actions, tab) : nothing} ${open ? details(one, actions) : nothing}`;
}

function action(words: string, name: string, tab: number, shape: string, act: (name: string) => void) {
  return html`<button class="icon" type="button" aria-label=${words} title=${words} tabindex=${tab} @click=${() => act(name)}>${icon(shape)}</button>`;
}

/** What went wrong and where. */
function why({ state, result }: TestWithState, { reveal }: TestActions, tab: number): TemplateResult | typeof nothing {
  const { reason, output, file, line } = result ?? {};
  const sentence = heardFault(reason ?? (state === 'skipped' ? output : undefined) ?? '');
  if (!sentence && line === undefined) return nothing;
  const place = line === undefined ? '' : file ? t('{file}, line {line}', { file, line }) : t('line {line}', { line });
  return html`<p class="why" dir="auto">${sentence}
    ${
      line === undefined
        ? nothing
        : html`<button class="place" type="button" tabindex=${tab} title=${t('Go to {place}', { place })} @click=${() => reveal(line, file, result)}>${place}</button>`
    }</p>`;
}

function details({ test, state, result }: TestWithState, { reveal }: TestActions): TemplateResult {
  const { output } = result ?? {};
  const [expected, actual] = comparable(test, result);
  // With nothing there is nothing to be compared line by line: then both are shown.
  const differs = expected && actual && state !== 'passed';
  const printed = output && state !== 'skipped' && !(test?.kind === 'io' && output === result?.actual);
  return html`<div class="details">
    ${test ? testInput(test, reveal) : nothing}
    ${differs ? guard([expected, actual, speech.now], () => difference(expected, actual)) : nothing}
    ${!differs && expected !== undefined ? block(t('Expected'), expected) : nothing}
    ${!differs && actual !== undefined && actual !== expected ? block(t('Got'), actual) : nothing}
    ${printed ? block(t('Printed'), output) : nothing}
  </div>`;
}

/** The test's input. */
function testInput(test: Test, reveal: TestActions['reveal']): TemplateResult | typeof nothing {
  switch (test.kind) {
    case 'io':
      return test.stdin === '' ? nothing : block(t('Input'), test.stdin);
    case 'call':
      return block(t('Call'), `${test.function}(${test.args.map((value) => JSON.stringify(value)).join(', ')})`);
    case 'code':
      return html`<p class="file">${t('Test file:')} <button class="place" type="button" @click=${() => reveal(1, test.file)}>${test.file}</button></p>`;
  }
}

/** The parts of both that count in the comparison. */
function comparable(test: Test | undefined, result: TestResult | undefined): (string | undefined)[] {
  const both = [result?.expected ?? expectedBy(test), result?.actual];
  return test?.kind === 'io' ? both.map((text) => text && comparableOutput(text, test.trim)) : both;
}

function expectedBy(test: Test | undefined): string | undefined {
  if (test?.kind === 'io') return test.stdout;
  if (test?.kind === 'call') return JSON.stringify(test.expected);
  return undefined;
}
