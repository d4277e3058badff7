/** A page of the documents: prose, tables, examples that run, with a table of contents and copy buttons. Without scripts it is all there as text. */
import { html } from 'hono/html';
import { type Block, type Inline, type Item, readMarkdown } from '../../../components/brief/markdown.js';
import type { DocsPage, Example, Part, Table } from '../docs.js';
import { codeBlock } from './code-block.js';
import { type Html, layout } from './layout.js';
import { inline } from './markdown.js';

export interface Shown {
  document: DocsPage;
  /** All pages, for the navigation. */
  pages: readonly Pick<DocsPage, 'path' | 'title'>[];
  origin: string;
  /** What the host itself makes, by name. */
  forms: Partial<Record<'policy' | 'messages', Html>>;
  /** Said below examples, where this host does not run all of them. */
  note?: string | undefined;
}

export function documentPage({ document, pages, origin, forms, note }: Shown): Html {
  const write = new Writer(origin, forms, note);
  const body = document.parts.map((part) => write.part(part));
  const here = pages.map(
    ({ path, title }) =>
      html`<li><a class="quiet-link block py-1"${path === document.path ? html` aria-current="page"` : ''} href="${path}">${title}</a></li>`,
  );
  const contents = write.headings.map(
    ({ id, words }) => html`<li><a class="quiet-link block py-0.5" href="#${id}">${words}</a></li>`,
  );
  return layout({
    title: `${document.title} – code-room`,
    description: document.description,
    here: '/embed',
    head: html`<link rel="alternate" type="text/markdown" href="${document.path}.md">`,
    body: html`<div class="wrap documents" lang="en" dir="ltr">
<nav aria-label="Documents" class="documents-nav"><details><summary>Documents</summary><ul>${here}</ul></details>
${contents.length > 1 ? html`<details><summary>On this page</summary><ul>${contents}</ul></details>` : ''}
<p class="mt-3"><a class="quiet-link" href="${document.path}.md">This page as Markdown</a></p></nav>
<article class="documents-text"><h1 class="page-title">${document.title}</h1>
<p class="lead">${words(document.description)}</p>
${body}
</article></div>`,
  });
}

/** Text with `code` in backticks. */
function words(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}

export class Writer {
  readonly headings: { id: string; words: string }[] = [];
  readonly #ids = new Set<string>();
  #codes = 0;

  constructor(
    private readonly origin: string,
    private readonly forms: Shown['forms'],
    private readonly note: string | undefined,
  ) {}

  part(part: Part): Html {
    switch (part.kind) {
      case 'text':
        return html`${readMarkdown(part.text).map((block) => this.#block(block))}`;
      case 'table':
        return this.table(part);
      case 'example':
        return this.#example(part);
      case 'image':
        return html`<figure class="figure"><img src="${part.path}" alt="${part.alt}" width="720" height="240" loading="lazy"></figure>`;
      case 'form':
        return this.forms[part.form] ?? html``;
    }
  }

  table({ caption, head, rows }: Table): Html {
    const cell = (text: string) => this.#inlines(text);
    return html`<div class="data" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head.map((text) => (text === '' ? html`<td></td>` : html`<th scope="col">${cell(text)}</th>`))}</tr></thead>
<tbody>${rows.map(([first = '', ...others]) => html`<tr>${first === '' ? html`<td></td>` : html`<th scope="row">${cell(first)}</th>`}${others.map((text) => html`<td>${cell(text)}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  #example({ name, title, html: code }: Example): Html {
    const block = codeBlock(`example-${name}`, code, 'HTML');
    return this.note && code.includes('room="')
      ? html`${block}<p class="prose text-sm">${this.note}</p>`
      : html`<live-example name="${name}" what="${title}">${block}</live-example>`;
  }

  #block(of: Block): Html {
    switch (of.kind) {
      case 'heading':
        return this.#heading(of.level, of.content);
      case 'paragraph':
        return html`<p>${of.content.map(this.#inline)}</p>`;
      case 'code':
        this.#codes += 1;
        return codeBlock(`code-${this.#codes}`, of.text, NAMES[of.language] ?? 'code');
      case 'quote':
        return html`<blockquote>${of.content.map((block) => this.#block(block))}</blockquote>`;
      case 'list': {
        const items = of.items.map((item) => this.#item(item));
        return of.ordered ? html`<ol start="${of.start}">${items}</ol>` : html`<ul>${items}</ul>`;
      }
      case 'table':
        return html`<div class="data" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${of.head.map((one) => html`<th scope="col">${one.map(this.#inline)}</th>`)}</tr></thead>
<tbody>${of.rows.map((row) => html`<tr>${row.map((one) => html`<td>${one.map(this.#inline)}</td>`)}</tr>`)}</tbody></table></div>`;
      case 'rule':
        return html`<hr>`;
    }
  }

  #heading(level: number, content: Inline[]): Html {
    const text = textOf(content);
    let id = slug(text);
    while (this.#ids.has(id)) id += '-';
    this.#ids.add(id);
    const inside = content.map(this.#inline);
    if (level > 2) return html`<h3 id="${id}" class="part-title">${inside}</h3>`;
    this.headings.push({ id, words: text });
    return html`<h2 id="${id}" class="section-title">${inside}</h2>`;
  }

  #item({ content }: Item): Html {
    const [first, ...more] = content;
    const start = first?.kind === 'paragraph' ? first.content.map(this.#inline) : first ? this.#block(first) : '';
    return html`<li>${start}${more.map((block) => this.#block(block))}</li>`;
  }

  #inlines(text: string): (Html | string)[] {
    const [first] = readMarkdown(text);
    return first?.kind === 'paragraph' ? first.content.map(this.#inline) : [text];
  }

  /** Links to the host itself stay in this window. */
  readonly #inline = (of: Inline): Html | string => {
    if (typeof of === 'string' || of.kind !== 'link' || !of.url.startsWith(`${this.origin}/`)) return inline(of);
    return html`<a href="${of.url.slice(this.origin.length)}">${of.content.map(this.#inline)}</a>`;
  };
}

const NAMES: Readonly<Record<string, string>> = {
  html: 'HTML',
  css: 'CSS',
  js: 'JavaScript',
  sh: 'command',
  python: 'Python',
  go: 'Go',
  ruby: 'Ruby',
  php: 'PHP',
};

function textOf(content: readonly Inline[]): string {
  return content
    .map((of) => {
      if (typeof of === 'string') return of;
      if ('content' in of) return textOf(of.content);
      return of.kind === 'code' ? of.text : '';
    })
    .join('');
}

/** The fragment of a heading, as people write it from its words. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
