// Colours in what a program prints: bold and the sixteen colours of terminals are shown, every other escape is taken away.

export interface Styled {
  text: string;
  /** A number from 0 to 15, or none. */
  color: number | undefined;
  bold: boolean;
}

const ESC = '\x1b';
const BELL = '\x07';
/** CSI (the colours are among them), OSC such as titles and links, and escapes of one letter. */
const ESCAPE = new RegExp(
  `${ESC}(?:\\[([0-?]*)[ -/]*([@-~])?|\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)?|[^[\\]])?`,
  'g',
);
/** Controls that say nothing here; tab and newline stay. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** What each piece of a text looks like; after `limit` pieces the rest comes as one, plain. */
export function styled(text: string, limit: number): Styled[] {
  const pieces: Styled[] = [];
  let style = { color: undefined as number | undefined, bold: false };
  let at = 0;
  const push = (part: string) => {
    if (part !== '') pieces.push({ text: part.replace(CONTROL, ''), ...style });
  };
  const shown = rewritten(text);
  if (!shown.includes(ESC)) {
    push(shown);
    return pieces;
  }
  for (const { 0: sequence, 1: codes = '', 2: final, index } of shown.matchAll(ESCAPE)) {
    if (pieces.length >= limit) break;
    push(shown.slice(at, index));
    at = index + sequence.length;
    if (final === 'm') style = changed(style, codes);
  }
  style = { color: undefined, bold: false };
  push(pieces.length >= limit ? shown.slice(at).replace(ESCAPE, '') : shown.slice(at));
  return pieces;
}

/** A carriage return begins the line anew, as progress bars want it. */
function rewritten(text: string): string {
  if (!text.includes('\r')) return text;
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.map((line) => line.slice(line.replace(/\r+$/, '').lastIndexOf('\r') + 1)).join('\n');
}

function changed(style: { color: number | undefined; bold: boolean }, codes: string) {
  let { color, bold } = style;
  const numbers = codes.split(/[;:]/).map(Number);
  for (let index = 0; index < numbers.length; index++) {
    const code = numbers[index] ?? 0;
    if (code === 0) [color, bold] = [undefined, false];
    else if (code === 1) bold = true;
    else if (code === 22) bold = false;
    else if (code >= 30 && code <= 37) color = code - 30;
    else if (code >= 90 && code <= 97) color = code - 82;
    else if (code === 39) color = undefined;
    // Colours by table or by parts: their numbers must not be taken for colours of the sixteen.
    else if (code === 38 || code === 48) index += numbers[index + 1] === 2 ? 4 : 2;
  }
  return { color, bold };
}
