// What somebody has written in the chat, as parts: words, code between backticks, and addresses that may be followed.
import { addressEnd } from '../brief/web-address.js';

export interface ChatPart {
  kind: 'text' | 'code' | 'block' | 'link';
  text: string;
}

/** Code first: an address inside of it is code. A fence is as long as it begins. Only https is followed. */
const PARTS =
  /(?<!`)(`{3,})(?!`)(?:(?:[a-z][a-z0-9+#._-]*)?[ \t]*\r?\n)?([\s\S]+?)\1`*|(?<!``)`([^`\n]+)`|https:\/\//gi;

export function chatParts(text: string): ChatPart[] {
  const parts: ChatPart[] = [];
  const pattern = new RegExp(PARTS);
  let from = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index } = match;
    const [{ length }, , block, code] = match;
    const after = index + length;
    const isLink = block === undefined && code === undefined;
    const end = isLink ? addressEnd(text, after) : after;
    if (isLink && end === after) continue;
    if (index > from) parts.push({ kind: 'text', text: text.slice(from, index) });
    if (block !== undefined) parts.push({ kind: 'block', text: block.replace(/\r?\n$/, '') });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else parts.push({ kind: 'link', text: text.slice(index, end) });
    from = end;
    pattern.lastIndex = end;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}
