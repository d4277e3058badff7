/** Renders Markdown like the room does: same parser, same few elements. */
import { html, raw } from 'hono/html';
import { type Block, type Inline, type Item, readMarkdown } from '../../../components/brief/markdown.js';
import { t } from '../../../components/wording/words.js';
import type { Html } from './layout.js';

/** `title`: the text has a title of its own; without, it stands below one. */
export function markdown(text: string, title = false): Html {
  const blocks = readMarkdown(text).map((of) => (title && of.kind === 'heading' ? titled(of) : block(of)));
  return html`<div class="task-text">${blocks}</div>`;
}

/** A text with a title of its own has it right below that of the page. */
function titled({ level, content }: Extract<Block, { kind: 'heading' }>): Html {
  const words = content.map(inline);
  if (level === 1) return html`<h2 dir="auto">${words}</h2>`;
  return level === 2 ? html`<h3 dir="auto">${words}</h3>` : html`<h4 dir="auto">${words}</h4>`;
}

function block(of: Block): Html {
  switch (of.kind) {
    case 'heading':
      return heading(of.level, of.content);
    case 'paragraph':
      return html`<p dir="auto">${of.content.map(inline)}</p>`;
    case 'code':
      return html`<pre tabindex="0"><code>${of.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${of.content.map(block)}</blockquote>`;
    case 'list':
      return of.ordered
        ? html`<ol start="${of.start}">${of.items.map(item)}</ol>`
        : html`<ul>${of.items.map(item)}</ul>`;
    case 'table':
      return html`<div class="table" tabindex="0"><table><thead><tr>${of.head.map((cell) => html`<th scope="col">${cell.map(inline)}</th>`)}</tr></thead>
<tbody>${of.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.map(inline)}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'rule':
      return html`<hr>`;
  }
}

/** Below the title of the question. */
function heading(level: number, content: Inline[]): Html {
  const words = content.map(inline);
  return level < 3 ? html`<h3 dir="auto">${words}</h3>` : html`<h4 dir="auto">${words}</h4>`;
}

function item({ done, content }: Item): Html {
  const [first, ...more] = content;
  const box =
    done === null
      ? ''
      : html`<input type="checkbox" disabled${done ? raw(' checked') : ''} aria-label="${t('Done')}"> `;
  const words = first?.kind === 'paragraph' ? first.content.map(inline) : first ? block(first) : '';
  return html`<li dir="auto">${box}${words}${more.map(block)}</li>`;
}

export function inline(of: Inline): Html | string {
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
      return html`<br>`;
    case 'link':
      return html`<a href="${of.url}" target="_blank" rel="noopener noreferrer nofollow">${of.content.map(inline)}</a>`;
    case 'image':
      return of.url ? html`<img src="${of.url}" alt="${of.alt}">` : html`<em>${of.alt || t('Picture')}</em>`;
  }
}
