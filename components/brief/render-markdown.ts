// Renders Markdown as templates of a few elements, so that no text is ever interpreted as HTML.
import { html, nothing, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { t } from '../wording/words.js';
import { highlighted } from './highlighted-code.js';
import { type Block, type Inline, type Item, readMarkdown } from './markdown.js';

export function renderMarkdown(text: string): TemplateResult[] {
  return readMarkdown(text).map(block);
}

function block(of: Block): TemplateResult {
  switch (of.kind) {
    case 'heading':
      return heading(of.level, of.content);
    case 'paragraph':
      return html`<p dir="auto">${of.content.map(inline)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code>${until(highlighted(of.text, of.language), of.text)}</code></pre>`;
    case 'quote':
      return html`<blockquote>${of.content.map(block)}</blockquote>`;
    case 'list':
      return of.ordered ? html`<ol start=${of.start}>${of.items.map(item)}</ol>` : html`<ul>${of.items.map(item)}</ul>`;
    case 'table':
      return html`<div class="table" tabindex="0"><table>
        <thead><tr>${of.head.map((cell) => html`<th scope="col">${cell.map(inline)}</th>`)}</tr></thead>
        <tbody>${of.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.map(inline)}</td>`)}</tr>`)}</tbody>
      </table></div>`;
    case 'rule':
      return html`<hr />`;
  }
}

/** Headings start below the level of the page's heading for the room. */
function heading(level: number, content: Inline[]): TemplateResult {
  const words = content.map(inline);
  if (level === 1) return html`<h3 dir="auto">${words}</h3>`;
  if (level === 2) return html`<h4 dir="auto">${words}</h4>`;
  return level === 3 ? html`<h5 dir="auto">${words}</h5>` : html`<h6 dir="auto">${words}</h6>`;
}

/** An item that is a single paragraph is shown without one. */
function item({ done, content }: Item): TemplateResult {
  const box =
    done === null ? nothing : [html`<input type="checkbox" disabled .checked=${done} aria-label=${t('Done')} />`, ' '];
  const [first, ...more] = content;
  const words = first?.kind === 'paragraph' ? first.content.map(inline) : first ? block(first) : nothing;
  return html`<li dir="auto" class=${done === null ? '' : 'task'}>${box}${words}${more.map(block)}</li>`;
}

function inline(of: Inline): TemplateResult | string {
  if (typeof of === 'string') return of;
  switch (of.kind) {
    case 'emphasis':
      return html`<em>${of.content.map(inline)}</em>`;
    case 'strong':
      return html`<strong>${of.content.map(inline)}</strong>`;
    case 'struck':
      return html`<s>${of.content.map(inline)}</s>`;
    case 'code':
      return html`<code>${of.text}</code>`;
    case 'break':
      return html`<br />`;
    case 'link':
      return html`<a href=${of.url} target="_blank" rel="noopener noreferrer nofollow">${of.content.map(inline)}</a>`;
    case 'image':
      return of.url
        ? html`<img src=${of.url} alt=${of.alt} decoding="async" />`
        : html`<span class="lacking">${t('{picture} (a picture of another site is not shown)', { picture: of.alt || t('Picture') })}</span>`;
  }
}
