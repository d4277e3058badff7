/** Words of a report in Markdown: text by people is never taken for markup, links or orders to a terminal. */
import { longestTicks } from '../shared/longest-ticks.js';

/** Matches what Markdown renderers turn into links: URLs with or without a scheme, and e-mail addresses. */
const LINKED = /@|#\d|www|:\S|\S\.\S/iu;

/** First of Unicode's symbols for control characters (U+2400). */
const PICTURES = 0x2400;

/** Characters of a list or table that stand together; what is longer costs too much to render at once. */
const TOGETHER = 2_500;

/** Escapes text by people, so that it is never interpreted as Markdown. */
export function inline(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim());
  if (!LINKED.test(line)) return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  // Renderers make links of anything that looks like one, escaped or not, except in code spans.
  const ticks = '`'.repeat(longestTicks(line) + 1);
  return `${ticks} ${line} ${ticks}`;
}

/** As `inline`, in a cell of a table: there a bar ends a cell in code as well. */
export function cell(text: string): string {
  return inline(text).replace(/(?<!\\)\|/g, '\\|');
}

/** A fenced code block; the fence is longer than any fence in the text. */
export function fence(text: string, language = ''): string {
  const ticks = '`'.repeat(Math.max(2, longestTicks(text)) + 1);
  const name = /^[\w+#-]*$/.test(language) ? language : '';
  return `${ticks}${name}\n${visible(text).replace(/\n$/, '')}\n${ticks}`;
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

/** Replaces control characters and other invisible ones: a terminal would obey them. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd';
  });
}
