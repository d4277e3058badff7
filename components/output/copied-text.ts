// What goes to the clipboard from the output: what the program printed, letter for letter, and nothing that we wrote around it.

/** Said for those who listen, or about the output. */
const OURS = '.unseen, .note, .empty, .verb, .file';

/** Puts the printed part of the selection into the clipboard; where there is none the browser copies as it does. */
export function copyPrinted(event: ClipboardEvent): void {
  const range = selected(event.currentTarget as Element);
  const text = range ? printed(range.cloneContents()) : '';
  if (text === '' || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function printed(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && node.matches(OURS)) return '';
  if (node instanceof HTMLTableRowElement)
    return `${[...node.cells].map(({ textContent }) => textContent).join('\t')}\n`;
  // Between the cells of a table stands what our template has there.
  const parts = node instanceof Element && node.matches('.table') ? node.querySelectorAll('tr') : node.childNodes;
  return [...parts].map(printed).join('');
}

/** Browsers tell of a selection inside a shadow root in different ways, or give its place from outside. */
function selected(box: Element): Range | undefined {
  const root = box.getRootNode() as ShadowRoot & Partial<Pick<Document, 'getSelection'>>;
  const all = box.ownerDocument.getSelection();
  const inner = root.getSelection?.() ?? all;
  const found = [...(composed(all, root) ?? []), ...(inner && inner.rangeCount > 0 ? [inner.getRangeAt(0)] : [])];
  const within = found.find(
    ({ startContainer, endContainer }) => box.contains(startContainer) && box.contains(endContainer),
  );
  if (!within) return undefined;
  const range = box.ownerDocument.createRange();
  range.setStart(within.startContainer, within.startOffset);
  range.setEnd(within.endContainer, within.endOffset);
  return range;
}

function composed(selection: Selection | null, root: ShadowRoot): StaticRange[] | undefined {
  try {
    return selection?.getComposedRanges?.({ shadowRoots: [root] });
  } catch {
    return undefined; // Safari had it before there were options.
  }
}
