// What the colours of a replay's text mean.
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../wording/words.js';
import type { Mark } from './coloring.js';

export function colorLegend(marks: readonly Mark[]): TemplateResult | typeof nothing {
  if (marks.length === 0) return nothing;
  return html`<ul class="legend" aria-label=${t('Colours')}>
    ${marks.map(({ className, words }) => html`<li><i class=${className}>abc</i> <bdi>${words()}</bdi></li>`)}
  </ul>`;
}
