// Shows the diff of expected and actual text; the diff code is loaded on first use.
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
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
  return html`${block('Expected', expected)}${block('Got', actual)}`;
}

/** A labelled text in the program's formatting. */
export function block(label: string, text: string): TemplateResult {
  const shown = text === '' ? html`<i>nothing</i>` : text;
  return html`<div class="block"><h3>${label}</h3><pre tabindex="0" role="group" aria-label=${label}>${shown}</pre></div>`;
}

function compared(lines: readonly DifferenceLine[]): TemplateResult {
  return html`<div class="block">
    <h3><span class="minus">− Expected</span> <span class="plus">+ Got</span></h3>
    <pre class="lines" tabindex="0" role="group" aria-label="Difference">${lines.map(line)}</pre>
  </div>`;
}

const SIGNS = { same: ' ', expected: '−', actual: '+', 'left-out': '…' } as const;
const WORDS = { same: '', expected: 'expected: ', actual: 'got: ', 'left-out': '' } as const;

function line({ kind, parts, count }: DifferenceLine): TemplateResult {
  const sign = html`<span class="sign" aria-hidden="true">${SIGNS[kind]}</span>`;
  if (kind === 'left-out') return html`<span class="line left-out">${sign}<i>${count} lines are the same</i></span>`;
  const words = WORDS[kind] ? html`<span class="unseen">${WORDS[kind]}</span>` : nothing;
  // In a line that differs completely, the background shows it already.
  const marks = parts.some(({ differs }) => !differs);
  const texts = parts.map(({ text, differs }) => (differs && marks ? html`<mark>${text}</mark>` : text));
  return html`<span class="line ${kind}">${sign}${words}<span>${texts.length > 0 ? texts : html`<br />`}</span></span>`;
}
