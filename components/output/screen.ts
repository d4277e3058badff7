// Interprets output as a terminal would: cursor movement, overwriting and clearing of lines; with limited work.
import { appendOutput, type Output, type OutputKind } from '../../party/shared/output.js';
import { Pieces, type ShownAlone, type ShownKind, type ShownText, standsAlone } from './pieces.js';
import { changedStyle, PLAIN, type TextStyle } from './text-style.js';

const ESC = '\x1b';
const BELL = '\x07';
/** CSI (movement and style), OSC such as titles and links, escapes of one character, and control characters. */
const SEQUENCE = new RegExp(
  `${ESC}(?:\\[([0-?]*)[ -/]*([@-~])?|[#%(-/].?|\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)?|([^[\\]]))?|(?!\\t)\\p{Cc}`,
  'gsu',
);
const CONTROL = /(?![\t\n])\p{Cc}/u;
/** Lines that the cursor can reach from the last one, like the height of a terminal window. */
const ROWS = 50;
const COLUMNS = 500;
/** Limit on cells that are rewritten; after that, output is appended as it comes. */
const WORK = 400_000;
/** A character with its combining marks, joiners and variation selectors. */
const CELL = /.(?:\p{M}|\u200d|\ufe0e|\ufe0f)*/gsu;
const WARNING = changedStyle(PLAIN, '33');

interface StyledSpan {
  text: string;
  cells: number;
  kind: ShownKind;
  look: TextStyle;
}

/** `end` is the kind of output that ended the line; what stands alone takes a line of its own. */
interface Row {
  spans: StyledSpan[];
  cells: number;
  end?: ShownKind;
  thing?: ShownAlone;
}

/** At most `limit` styled pieces; after that plain text. Neighbours of one kind are joined. */
export function onScreen(output: readonly Output[], limit: number): (ShownText | ShownAlone)[] {
  const shown = new Pieces(limit);
  const texts = joined(output);
  if (!texts.some(({ kind, text }) => !standsAlone(kind) && CONTROL.test(text))) {
    for (const { kind, text } of texts) {
      if (standsAlone(kind)) shown.place({ kind, text });
      else shown.add(kind, text, PLAIN);
    }
    return shown.finished();
  }
  const screen = new Screen();
  for (const { kind, text } of texts) {
    if (standsAlone(kind)) screen.place({ kind, text });
    else screen.print(kind, text);
  }
  screen.read(shown);
  return shown.finished();
}

/** Joins texts that were split on their way, because an escape sequence may have been split, too. */
function joined(output: readonly Output[]): Output[] {
  const texts: Output[] = [];
  for (const piece of output) appendOutput(texts, piece);
  return texts.map(({ kind, text }) => ({ kind, text: text.replaceAll('\r\n', '\n') }));
}

class Screen {
  #rows: Row[] = [{ spans: [], cells: 0 }];
  #row = 0;
  #column = 0;
  /** The first line that can be overwritten. */
  #floor = 0;
  #saved = { row: 0, column: 0 };
  #look = PLAIN;
  #kind: OutputKind = 'stdout';
  #work = WORK;

  place(thing: ShownAlone): void {
    this.#rows.push({ spans: [], cells: 0, thing }, { spans: [], cells: 0 });
    this.#floor = this.#row = this.#rows.length - 1;
    this.#column = 0;
  }

  print(kind: OutputKind, text: string): void {
    if (kind !== this.#kind) this.#look = PLAIN;
    this.#kind = kind;
    let at = 0;
    for (const { 0: sequence, 1: codes = '', 2: final, 3: character, index } of text.matchAll(SEQUENCE)) {
      this.#put(text.slice(at, index));
      at = index + sequence.length;
      if (final === 'm') this.#look = changedStyle(this.#look, codes);
      else if (sequence === '\n') this.#newLine();
      else if (this.#work > 0) this.#obey(final ?? (character ? `ESC ${character}` : sequence), codes);
    }
    this.#put(text.slice(at));
  }

  read(shown: Pieces): void {
    for (const [index, { spans, end, thing }] of this.#rows.entries()) {
      if (thing) shown.place(thing);
      for (const { kind, text, look } of spans) shown.add(kind, text, look);
      const next = this.#rows[index + 1];
      // An attachment starts a new line.
      if (next && !thing && !next.thing) shown.endLine(end ?? spans.at(-1)?.kind ?? 'stdout');
    }
  }

  get #line(): Row {
    return this.#rows[this.#row] as Row;
  }

  get #top(): number {
    return Math.max(this.#floor, this.#rows.length - ROWS);
  }

  #put(text: string): void {
    if (text === '') return;
    if (this.#work <= 0) this.#goOnAtTheEnd();
    const line = this.#line;
    const cells = cellsOf(text);
    if (this.#column > line.cells) append(line, this.#span(' '.repeat(this.#spend(this.#column - line.cells))));
    const span = this.#span(text, cells);
    if (this.#column >= line.cells) append(line, span);
    else this.#write(line, this.#column, span);
    this.#column += cells;
  }

  /** Overwrites cells of the line. */
  #write(line: Row, from: number, span: StyledSpan | undefined, to = from + (span?.cells ?? 0)): void {
    const before = this.#part(line, 0, from);
    const after = this.#part(line, to, line.cells);
    line.spans = [];
    line.cells = 0;
    for (const each of [...before, ...(span ? [span] : []), ...after]) append(line, each);
  }

  #part(line: Row, from: number, to: number): StyledSpan[] {
    const parts: StyledSpan[] = [];
    let at = 0;
    for (const span of line.spans) {
      const [start, end] = [Math.max(0, from - at), Math.min(span.cells, to - at)];
      if (start < end) parts.push(start === 0 && end === span.cells ? span : this.#cut(span, start, end));
      at += span.cells;
    }
    // Looking at a line again is work, and long texts are copied.
    this.#work -= line.spans.length + (line.cells >> 4);
    return parts;
  }

  #cut(span: StyledSpan, start: number, end: number): StyledSpan {
    const simple = span.text.length === span.cells;
    if (!simple) this.#work -= span.cells;
    const text = simple ? span.text.slice(start, end) : (span.text.match(CELL) ?? []).slice(start, end).join('');
    return { ...span, text, cells: end - start };
  }

  #span(text: string, cells = text.length): StyledSpan {
    const warning = this.#kind === 'stderr' && this.#look === WARNING;
    return { text, cells, kind: warning ? 'warning' : this.#kind, look: warning ? PLAIN : this.#look };
  }

  #newLine(): void {
    this.#line.end = this.#kind;
    this.#row += 1;
    this.#column = 0;
    if (this.#row === this.#rows.length) this.#rows.push({ spans: [], cells: 0 });
  }

  /** From here on the cursor stays at the end. */
  #goOnAtTheEnd(): void {
    this.#row = this.#rows.length - 1;
    this.#column = this.#line.cells;
  }

  #moveTo(row: number, column: number): void {
    const { length } = this.#rows;
    this.#row = Math.max(this.#top, Math.min(row, this.#top + ROWS - 1));
    this.#column = Math.max(0, Math.min(column, Math.max(COLUMNS, this.#line?.cells ?? 0)));
    for (let missing = this.#spend(this.#row + 1 - length); missing > 0; missing--)
      this.#rows.push({ spans: [], cells: 0 });
    this.#row = Math.min(this.#row, this.#rows.length - 1);
  }

  #obey(command: string, codes: string): void {
    const [first, second] = codes.split(';').map(Number);
    const count = first || 1;
    const [row, column, top] = [this.#row, this.#column, this.#top];
    switch (command) {
      case '\r':
        return this.#moveTo(row, 0);
      case '\b':
      case 'D':
        return this.#moveTo(row, column - count);
      case 'A':
        return this.#moveTo(row - count, column);
      case 'B':
        return this.#moveTo(row + count, column);
      case 'C':
        return this.#moveTo(row, column + count);
      case 'E':
        return this.#moveTo(row + count, 0);
      case 'F':
        return this.#moveTo(row - count, 0);
      case 'G':
        return this.#moveTo(row, count - 1);
      case 'd':
        return this.#moveTo(top + count - 1, column);
      case 'H':
      case 'f':
        return this.#moveTo(top + count - 1, (second || 1) - 1);
      case 's':
      case 'ESC 7':
        this.#saved = { row, column };
        return;
      case 'u':
      case 'ESC 8':
        return this.#moveTo(this.#saved.row, this.#saved.column);
      case 'K':
        return this.#eraseInLine(first || 0);
      case 'X':
        return this.#blank(column, Math.min(column + count, this.#line.cells));
      case 'J':
        return this.#eraseInScreen(first || 0);
      case 'ESC c':
        this.#look = PLAIN;
        return this.#clear();
      case 'h':
        // The alternate screen of full-screen programs.
        if (codes === '?1049' || codes === '?47') this.#clear();
    }
  }

  #eraseInLine(which: number): void {
    const { cells } = this.#line;
    if (which === 1) this.#blank(0, Math.min(this.#column + 1, cells));
    else this.#write(this.#line, which === 2 ? 0 : Math.min(this.#column, cells), undefined, cells);
  }

  #eraseInScreen(which: number): void {
    if (which >= 2) return this.#clear();
    this.#eraseInLine(which);
    if (which === 0) this.#rows.length = this.#row + 1;
    else for (let row = this.#top; row < this.#row; row++) this.#rows[row] = { spans: [], cells: 0 };
    this.#spend(ROWS);
  }

  #blank(from: number, to: number): void {
    if (to > from) this.#write(this.#line, from, this.#span(' '.repeat(this.#spend(to - from))), to);
  }

  #clear(): void {
    this.#rows = [{ spans: [], cells: 0 }];
    this.#row = this.#column = this.#floor = 0;
  }

  #spend(cells: number): number {
    const spent = Math.max(0, Math.min(cells, this.#work));
    this.#work -= spent;
    return spent;
  }
}

function append(line: Row, span: StyledSpan): void {
  const last = line.spans.at(-1);
  if (last && last.look === span.look && last.kind === span.kind)
    line.spans[line.spans.length - 1] = { ...last, text: last.text + span.text, cells: last.cells + span.cells };
  else if (span.text !== '') line.spans.push(span);
  line.cells += span.cells;
}

function cellsOf(text: string): number {
  // A fast path for text whose characters have one unit each.
  return /^[\x20-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u25ff\t]*$/.test(text)
    ? text.length
    : (text.match(CELL)?.length ?? 0);
}
