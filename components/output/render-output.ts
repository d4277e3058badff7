// Renders the output of a run: text nodes, tables, images and files; limited in number.
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Output } from '../../party/shared/output.js';
import { bytes } from '../wording/format.js';
import { number } from '../wording/times.js';
import { t, translated, type Words } from '../wording/words.js';
import { imageUrl, parseFile, parseTable, type RunFile } from './attachment.js';
import { onScreen } from './screen.js';
import { MAX_PLACES, type Place, placesIn } from './source-locations.js';
import { PLAIN, styleOf } from './text-style.js';

interface Shown {
  output: readonly Output[];
  /** Names of the room's files, to recognise lines in them; the first is the program's. */
  fileNames: readonly string[];
  /** The runner's name, if it is somebody else: notes are written by their page. */
  by?: string;
  /** A line was clicked. */
  reveal(line: number, fileName: string): void;
}

/** Maximum number of styled pieces: a program could change the style at every character. Further text shares one piece. */
const MAX_PIECES = 1_000;
/** Lines per block. A block is laid out separately: not again when output is added, and not while out of view. Blocks are clipped at their sides. */
const BLOCK_LINES = 200;
const BLOCK = new RegExp(`(?:[^\\n]*\\n){${BLOCK_LINES}}`, 'y');
/** Tables, images and files; of further ones only the text is shown. */
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
      if (shown.kind === 'note')
        return html`<span class="note" data-by=${by ? t('{name}’s page:', { name: by }) : nothing}>${text}</span>`;
      return ++attachments > MAX_ATTACHMENTS ? plain(shown.kind) : attachment(shown.kind, text);
    }
    const said = SAID[kind];
    const parts = shown.pieces.map(({ text, look }) => {
      const content = inBlocks(text, said ? linked : (part) => part);
      if (look === PLAIN) return content;
      const { classes, styles } = styleOf(look);
      return html`<span class=${classMap(classes)} style=${styleMap(styles)}>${content}</span>`;
    });
    return html`<span class=${kind}>${said ? html`<span class="unseen">${translated(said)}: </span>` : nothing}${parts}</span>`;
  });
}

/** Words for screen readers, where sighted people see a colour. */
const SAID: Words = { stderr: 'Error output', warning: 'Warning' } satisfies Words;

/** The first line may continue another text, so it is not put into a block. */
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
    const where = areMany ? t('line {line} of {file}', { line, file: fileName }) : t('line {line}', { line });
    parts.push(text.slice(at, from));
    parts.push(
      html`<button class="place" part="place" type="button" title=${t('Go to {place}', { place: where })} @click=${() => reveal(line, fileName)}>${text.slice(from, to)}</button>`,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}

function plain(kind: string): TemplateResult {
  return html`<span class="note">${t('One more is not shown: there are too many. ({kind})', { kind })}</span>`;
}

function attachment(kind: Output['kind'], text: string): TemplateResult {
  if (kind === 'table') return table(text);
  if (kind === 'image') {
    const url = imageUrl(text);
    if (!url) return html`<span class="note">${t('The program gave a picture of a kind that is not shown.')}</span>`;
    return html`<img part="image" src=${url} alt=${t('Picture made by the program')} decoding="async">`;
  }
  const file = parseFile(text);
  return file ? fileRow(file) : html`<span class="note">${t('The program gave a file that cannot be read.')}</span>`;
}

function table(text: string): TemplateResult {
  const { head, rows, omitted } = parseTable(text);
  return html`<div class="table" part="table" role="group" aria-label=${t('Table, {count:row|rows}', { count: rows.length })} tabindex="0"><table>
    <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td class=${/^-?[\d.]+$/.test(cell) ? 'number' : ''}>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>${omitted > 0 ? html`<span class="note">${t('{count} more rows are not shown.', { count: number(omitted) })}</span>` : nothing}`;
}

function fileRow(file: RunFile): TemplateResult {
  const { name, size, content } = file;
  if (!content)
    return html`<span class="note">${t('The program wrote {name} ({size}), too large to be shared.', { name, size: bytes(size) })}</span>`;
  return html`<div class="file" part="file"><button type="button" @click=${() => download(file)}><span class="verb">${t('Download')} </span>${name}</button> ${bytes(size)}</div>`;
}

function download({ name, content }: RunFile): void {
  if (!content) return;
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Later, when the browser has started the download.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
