// The output of a run as what is shown of it: text nodes, tables, pictures and files; never more than a page bears.
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Output } from '../../party/shared/output.js';
import { bytes } from '../wording/format.js';
import { imageUrl, parseFile, parseTable, type RunFile } from './attachment.js';
import { onScreen } from './screen.js';
import { MAX_PLACES, type Place, placesIn } from './source-locations.js';
import { dressed, PLAIN } from './text-style.js';

export interface Shown {
  output: readonly Output[];
  /** Of the room, so that lines of its files can be recognised; the first is the program's. */
  fileNames: readonly string[];
  /** Who ran it, if that is somebody else: the notes are sentences of their page. */
  by?: string;
  /** Somebody has chosen a line. */
  reveal(line: number, fileName: string): void;
}

/** A program that changes its mind with each letter makes as many elements as it has letters; past this they share one. */
const MAX_PIECES = 1_000;
/** So many lines are laid out on their own: not again for what comes after them, and not while they are out of sight. Blocks are cut off at their sides. */
const BLOCK_LINES = 200;
const BLOCK = new RegExp(`(?:[^\\n]*\\n){${BLOCK_LINES}}`, 'y');
/** Tables, pictures and files; of more only the text is told. */
const MAX_ATTACHMENTS = 50;

export function show({ output, fileNames, by, reveal }: Shown): TemplateResult[] {
  let attachments = 0;
  let placesLeft = MAX_PLACES;
  const linked = (text: string) => {
    const places = placesIn(text, fileNames, placesLeft);
    placesLeft -= places.length;
    return withPlaces(text, places, fileNames.length > 1, reveal);
  };
  return onScreen(output, MAX_PIECES).map((shown) => {
    const { kind } = shown;
    if (!('pieces' in shown)) {
      const { text } = shown;
      if (shown.kind === 'note') return html`<span class="note" data-by=${by ?? nothing}>${text}</span>`;
      return ++attachments > MAX_ATTACHMENTS ? plain(shown.kind) : attachment(shown.kind, text);
    }
    const said = SAID[kind];
    const parts = shown.pieces.map(({ text, look }) => {
      const content = inBlocks(text, said ? linked : (part) => part);
      if (look === PLAIN) return content;
      const { classes, styles } = dressed(look);
      return html`<span class=${classMap(classes)} style=${styleMap(styles)}>${content}</span>`;
    });
    return html`<span class=${kind}>${said ? html`<span class="unseen">${said}: </span>` : nothing}${parts}</span>`;
  });
}

/** What is not seen as another colour is heard as another word. */
const SAID: Readonly<Record<string, string>> = { stderr: 'Error output', warning: 'Warning' };

/** Its first line may go on where other text ends, and so stays out of the blocks. */
function inBlocks(text: string, content: (text: string) => unknown): unknown {
  const first = text.indexOf('\n') + 1;
  const blocks: string[] = [];
  let end = first;
  BLOCK.lastIndex = first;
  for (let match = BLOCK.exec(text); match; match = BLOCK.exec(text)) {
    blocks.push(match[0]);
    end = BLOCK.lastIndex;
  }
  if (blocks.length === 0) return content(text);
  return [
    content(text.slice(0, first)),
    ...blocks.map((block) => html`<span class="lines">${content(block)}</span>`),
    content(text.slice(end)),
  ];
}

function withPlaces(text: string, places: Place[], areMany: boolean, reveal: Shown['reveal']) {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { from, to, line, fileName } of places) {
    const where = areMany ? `line ${line} of ${fileName}` : `line ${line}`;
    parts.push(text.slice(at, from));
    parts.push(
      html`<button class="place" part="place" type="button" title="Go to ${where}" @click=${() => reveal(line, fileName)}>${text.slice(from, to)}</button>`,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}

function plain(kind: string): TemplateResult {
  return html`<span class="note">One more ${kind} is not shown: there are too many.</span>`;
}

function attachment(kind: Output['kind'], text: string): TemplateResult {
  if (kind === 'table') return table(text);
  if (kind === 'image') {
    const url = imageUrl(text);
    if (!url) return html`<span class="note">The program gave a picture of a kind that is not shown.</span>`;
    return html`<img part="image" src=${url} alt="Picture made by the program" decoding="async">`;
  }
  const file = parseFile(text);
  return file ? fileRow(file) : html`<span class="note">The program gave a file that cannot be read.</span>`;
}

function table(text: string): TemplateResult {
  const { head, rows, omitted } = parseTable(text);
  const size = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`;
  return html`<div class="table" part="table" role="region" aria-label="Table, ${size}" tabindex="0"><table>
    <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class=${/^-?[\d.]+$/.test(cell) ? 'number' : ''}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>${omitted > 0 ? html`<span class="note">${omitted.toLocaleString('en')} more rows are not shown.</span>` : nothing}`;
}

function fileRow(file: RunFile): TemplateResult {
  const { name, size, content } = file;
  if (!content)
    return html`<span class="note">The program wrote ${name} (${bytes(size)}), too large to be shared.</span>`;
  return html`<div class="file" part="file"><button type="button" @click=${() => download(file)}><span class="verb">Download </span>${name}</button> ${bytes(size)}</div>`;
}

function download({ name, content }: RunFile): void {
  if (!content) return;
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not before the browser has taken it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
