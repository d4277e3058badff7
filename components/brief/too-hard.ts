// Tells of a Markdown text whether it would take too long to be parsed. Where it is not sure how the parser reads a line, it says so.

/** Maximum UTF-16 units of a paragraph, and of marks at the start of a line: parsing time grows with their square. */
const LONGEST_PARAGRAPH = 4_000;
const DEEPEST = 16;

/** What the parser takes for an empty line: other spaces do not end a paragraph. */
const EMPTY = /^[ \t\r]*$/;
/** Of quotes and lists. */
const MARKS = /^(?:[ \t\r]*(?:>|(?:[-*+]|\d+[.)])(?=[ \t\r]|$)))+/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t\r]*$/;
/** Comments and other HTML go on in the next lines. */
const MAY_BE_HTML = /^[ \r]{0,3}</;

/** An image's data, in whole brackets or as the whole address of a reference: it has no marks, so its length takes no time. */
const PICTURE = /(!\[[^[\]\\`]*\]\()data:image\/[a-z]+;base64,[a-z0-9+/=]+(?=\))/gi;
const NAMED_PICTURE = /^( {0,3}\[[^[\]\\`]+\]:[ \t]*)data:image\/[a-z]+;base64,[a-z0-9+/=]+(?=[ \t\r]*$)/i;

/** Code is not parsed, so it may be long; nor is a picture. */
export function isTooHard(text: string): boolean {
  /** Of the paragraph. */
  let length = 0;
  /** The one that is open. */
  let fence = '';
  /** An indented line may belong to an item of a list. */
  let inList = false;
  /** Whether what looks like a fence is one. */
  let sure = true;
  for (const line of text.split('\n')) {
    if (fence !== '') {
      if (FENCE_END.exec(line)?.[1]?.startsWith(fence)) fence = '';
      continue;
    }
    if (EMPTY.test(line)) {
      length = 0;
      continue;
    }
    const marks = MARKS.exec(line)?.[0].replace(/[^>*+.)-]/g, '') ?? '';
    if (marks !== '') inList = true;
    else if (length === 0 && !/^[ \t\r]/.test(line)) inList = false;
    const mark = FENCE.exec(line)?.[1];
    if (MAY_BE_HTML.test(line) || (mark && inList && line.startsWith(' '))) sure = false;
    if (mark && sure) [fence, length, inList] = [mark, 0, false];
    else length += withoutPictures(line).length + 1;
    if (length > LONGEST_PARAGRAPH || marks.length > DEEPEST) return true;
  }
  return false;
}

function withoutPictures(line: string): string {
  return line.replace(PICTURE, '$1').replace(NAMED_PICTURE, '$1');
}
