// Shows the diff of expected and actual text; the diff code is loaded on first use.
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { t } from '../wording/words.js';
import type { DifferenceLine } from './difference.js';

/** Until it is loaded, both texts are shown. */
export function difference(expected: string, actual: string): TemplateResult {
  return html`${until(
    import('./difference.js').then(
      ({ differenceOf }) => compared(differenceOf(expected, actual)),
      () => both(expected, actual),
    ),
    both(expected, actual),
  )}`;
}

function both(expected: string, actual: string): TemplateResult {
  return html`${block(t('Expected'), expected)}${block(t('Got'), actual)}`;
}

/** A labelled text in the program's formatting. */
export function block(label: string, text: string): TemplateResult {
  const shown = text === '' ? html`<i>${t('nothing')}</i>` : text;
  return html`<div class="block"><h3>${label}</h3><pre tabindex="0" role="group" aria-label=${label}>${shown}</pre></div>`;
}

function compared(lines: readonly DifferenceLine[]): TemplateResult {
  return html`<div class="block">
    <h3><span class="minus"><span aria-hidden="true">−</span> ${t('Expected')}</span> <span class="plus"><span aria-hidden="true">+</span> ${t('Got')}</span></h3>
    <pre class="lines" tabindex="0" role="group" aria-label=${t('Difference')}>${lines.map(line)}</pre>
  </div>`;
}

const SIGNS = { same: ' ', expected: '−', actual: '+', 'left-out': '…' } as const;
const wordsOf = (kind: DifferenceLine['kind']) =>
  kind === 'expected' ? t('expected') : kind === 'actual' ? t('got') : '';

function line({ kind, parts, count }: DifferenceLine): TemplateResult {
  const sign = html`<span class="sign" aria-hidden="true">${SIGNS[kind]}</span>`;
  if (kind === 'left-out')
    return html`<span class="line left-out">${sign}<i>${t('{count} lines are the same', { count: count ?? 0 })}</i></span>`;
  const said = wordsOf(kind);
  const words = said ? html`<span class="unseen">${said}: </span>` : nothing;
  // In a line that differs completely, the background shows it already.
  const marks = parts.some(({ differs }) => !differs);
  const texts = parts.map(({ text, differs }) => (differs && marks ? html`<mark>${text}</mark>` : text));
  return html`<span class="line ${kind}">${sign}${words}<span>${texts.length > 0 ? texts : html`<br />`}</span></span>`;
}
