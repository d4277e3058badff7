/** Words of a report in Markdown: text by people is never taken for markup, links or orders to a terminal. */
import { longestTicks } from '../shared/longest-ticks.js';

/** Matches what Markdown renderers turn into links: URLs with or without a scheme, and e-mail addresses. */
const LINKED = /@|#\d|www|:\S|\S\.\S/iu;

/**
 * Control characters, those that turn the order of what is read, and those that nobody sees; not the joiners, which emoji and many scripts need.
 * The group is what has a tag after it that is meant: a flag.
 */
const UNSEEN =
  /(🏴[\u{e0061}-\u{e007a}]+\u{e007f})|[^\P{Cc}\n\t]|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Marks that right-to-left writing needs, and that turn signs and numbers of code round: "x = 3-5" is read as "x = 5-3". */
const TURNING = /[\u061c\u200e\u200f]/g;

/** First of Unicode's symbols for control characters (U+2400). */
const PICTURES = 0x2400;

/** Characters of a list or table that stand together; what is longer costs too much to render at once. */
const TOGETHER = 2_500;
/** Characters of a paragraph by people, and its pieces where it has more: each to the end of a word, if there is one. */
const PARAGRAPH = 2_000;
const PIECES = /.{1,1500}(?:\s|$)|.{1,1500}/gsu;

/** Escapes text by people, so that it is never interpreted as Markdown. */
export function inline(text: string): string {
  const line = flat(text);
  const escaped = line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  if (!LINKED.test(line) && escaped.length <= TOGETHER) return escaped;
  // Renderers make links of anything that looks like one, escaped or not, except in code spans. Those do not grow, either.
  const ticks = '`'.repeat(longestTicks(line) + 1);
  return `${ticks} ${line} ${ticks}`;
}

/** As `inline`, in several paragraphs where one would cost too much. */
export function paragraphs(text: string): string[] {
  const line = flat(text);
  return line.length <= PARAGRAPH ? [inline(line)] : (line.match(PIECES) ?? []).map(inline);
}

/** Of a list: its parts in one paragraph, or in one each where they are too long together. */
export function item(head: string, parts: readonly string[]): string {
  const line = `- ${head} ${parts.join('; ')}`;
  return line.length <= TOGETHER ? line : [`- ${head}`, ...parts].join('\n\n  ');
}

/** As `inline`, in a cell of a table: there a bar ends a cell in code as well. */
export function cell(text: string): string {
  return inline(text).replace(/(?<!\\)\|/g, '\\|');
}

/** A fenced code block, read in the order in which it runs; the fence is longer than any fence in the text. */
export function fence(text: string, language = ''): string {
  const ticks = '`'.repeat(Math.max(2, longestTicks(text)) + 1);
  const name = /^[\w+#-]*$/.test(language) ? language : '';
  const shown = visible(text).replace(TURNING, '\ufffd').replace(/\n$/, '');
  return `${ticks}${name}\n${shown}\n${ticks}`;
}

/** Lines under the same head, in parts that are not too long. */
export function inParts(lines: readonly string[], head = ''): string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of lines) {
    if (part !== '' && part.length + line.length > TOGETHER) {
      parts.push(head + part);
      part = '';
    }
    part += part === '' ? line : `\n${line}`;
  }
  return part === '' ? parts : [...parts, head + part];
}

function flat(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

/** Shows control characters, which a terminal would obey, and other invisible ones, which deceive whoever reads. */
function visible(text: string): string {
  return text.replace(UNSEEN, (character, flag?: string) => {
    if (flag) return flag;
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
  });
}
