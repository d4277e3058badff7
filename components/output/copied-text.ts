// Copies from the output exactly what the program printed, without our own texts.

/** Texts of ours: for screen readers, or about the output. */
const OURS = '.unseen, .note, .empty, .verb, .file';

/** Copies the printed part of the selection; if there is none, the browser copies as usual. */
export function copyPrinted(event: ClipboardEvent): void {
  const range = selected(event.currentTarget as Element);
  const text = range ? printed(range.cloneContents()) : '';
  if (text === '' || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function printed(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  // Not `instanceof`: in another document, elements have another window's classes.
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : null;
  if (element?.matches(OURS)) return '';
  if (element?.localName === 'tr') return `${[...element.children].map(({ textContent }) => textContent).join('\t')}\n`;
  // Between the cells of a table there is whitespace of our template.
  const parts = element?.matches('.table') ? element.querySelectorAll('tr') : node.childNodes;
  return [...parts].map(printed).join('');
}

/** What is selected in the box. A selection that is drawn past one of its ends is cut there. Browsers differ in how they report one inside a shadow root. */
function selected(box: Element): Range | undefined {
  const root = box.getRootNode() as ShadowRoot & Partial<Pick<Document, 'getSelection'>>;
  const all = box.ownerDocument.getSelection();
  const inner = root.getSelection?.() ?? all;
  const found = [...(composed(all, root) ?? []), ...(inner && inner.rangeCount > 0 ? [inner.getRangeAt(0)] : [])];
  const begins = ({ startContainer }: AbstractRange) => box.contains(startContainer);
  const ends = ({ endContainer }: AbstractRange) => box.contains(endContainer);
  const within = found.find((one) => begins(one) && ends(one)) ?? found.find((one) => begins(one) || ends(one));
  if (!within) return undefined;
  const range = box.ownerDocument.createRange();
  range.selectNodeContents(box);
  if (begins(within)) range.setStart(within.startContainer, within.startOffset);
  if (ends(within)) range.setEnd(within.endContainer, within.endOffset);
  return range;
}

function composed(selection: Selection | null, root: ShadowRoot): StaticRange[] | undefined {
  try {
    return selection?.getComposedRanges?.({ shadowRoots: [root] });
  } catch {
    return undefined; // Safari had the method before it had options.
  }
}
