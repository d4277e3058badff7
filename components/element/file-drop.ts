// A file that is dropped beside the code does not open in place of the page, and of the room with it.
import { laterText } from '../wording/later-text.js';

/** What the page handles itself inside the element, and what an editor or a field takes, is left to them. */
export function keepFilesOut(element: HTMLElement, refused: (sentence: string) => void, signal: AbortSignal): void {
  const over = (event: DragEvent) => {
    if (!opens(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  const dropped = (event: DragEvent) => {
    if (!opens(event)) return;
    event.preventDefault();
    // Somebody who misses the code by a little.
    refused(laterText('file-missed-code'));
  };
  element.addEventListener('dragover', over, { signal });
  element.addEventListener('drop', dropped, { signal });
}

/** Browsers would go to what is dropped here. */
function opens(event: DragEvent): boolean {
  const { types = [] } = event.dataTransfer ?? {};
  const files = types.includes('Files');
  if (event.defaultPrevented || !(files || types.includes('text/uri-list'))) return false;
  return !event.composedPath().some((node) => {
    const { isContentEditable, localName } = node as Partial<HTMLElement>;
    return isContentEditable === true || (!files && (localName === 'input' || localName === 'textarea'));
  });
}
