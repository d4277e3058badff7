// Where a web address ends that somebody has written into a text: before the sentence goes on, in every script.

/** A longer one is none: looking for its end would take too long. */
const LONGEST = 8_000;
/** What is in no address: spaces, quotes, what ends words and sentences in other scripts, and marks that nobody sees. An apostrophe is in one between letters only. */
const CHARACTERS =
  /(?:[^\s<>"`'、。，．｡；：！？（）「」『』【】《》〈〉«»“”„‟‹›…،؛؟।॥\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]|'(?=[\p{L}\p{N}]))*/uy;
const OPENED: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
const AT_THE_END = /[.,;:!?*_~]/;
const ENTITY = /&(?:#\d{1,7}|#x[a-f\d]{1,6}|\w{1,32});$/i;
/** Words that follow without a space: no last part of a host is Latin first and something else then. */
const GLUED = /^([^/?#]*\.[a-z][a-z0-9-]*(?::\d+)?)[^\p{ASCII}\p{Script=Latin}\p{M}][^/?#.]*(?:[/?#]|$)/iu;

/** `from`: where its host begins. The same where there is none. */
export function addressEnd(text: string, from: number): number {
  CHARACTERS.lastIndex = from;
  const [written = ''] = CHARACTERS.exec(text) ?? [];
  if (written.length > LONGEST) return from;
  const found = GLUED.exec(written)?.[1] ?? withoutEnd(written);
  return from + (isHost(found) ? found.length : 0);
}

/** Without a bracket that was opened before the address, and without the marks of the sentence that it stands in. */
function withoutEnd(written: string): string {
  let end = 0;
  const open: string[] = [];
  for (; end < written.length; end++) {
    const character = written.charAt(end);
    const opened = OPENED[character];
    if (opened ? open.pop() !== opened : false) break;
    if ('([{'.includes(character)) open.push(character);
  }
  for (;;) {
    const entity = written[end - 1] === ';' ? ENTITY.exec(written.slice(0, end)) : null;
    if (entity) end = entity.index;
    else if (AT_THE_END.test(written.charAt(end - 1))) end--;
    else return written.slice(0, end);
  }
}

/** Without a name or password before the host, which makes an address look like another. */
function isHost(address: string): boolean {
  try {
    const { username, password } = new URL(`https://${address}`);
    return username === '' && password === '';
  } catch {
    return false;
  }
}
