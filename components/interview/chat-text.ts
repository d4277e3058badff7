// What somebody has written in the chat, as parts: words, code between backticks, and addresses that may be followed.

export interface ChatPart {
  kind: 'text' | 'code' | 'block' | 'link';
  text: string;
}

/** Code first: an address inside of it is code. Only https is followed, and no more of it than its own characters. */
const PARTS =
  /```(?:(?:[a-z][a-z0-9+#._-]*)?[ \t]*\r?\n)?([\s\S]+?)```|`([^`\n]+)`|(https:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}])/gi;

export function chatParts(text: string): ChatPart[] {
  const parts: ChatPart[] = [];
  let from = 0;
  for (const match of text.matchAll(PARTS)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, block, code, link = ''] = match;
    if (block !== undefined) parts.push({ kind: 'block', text: block.replace(/\r?\n$/, '') });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else parts.push(isAddress(link) ? { kind: 'link', text: link } : { kind: 'text', text: link });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Without a name or password before the host, which makes an address look like another. */
function isAddress(link: string): boolean {
  try {
    const { protocol, username, password } = new URL(link);
    return protocol === 'https:' && username === '' && password === '';
  } catch {
    return false;
  }
}
