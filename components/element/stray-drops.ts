// Prevents the browser from opening a file that is dropped beside the code, which would replace the page.
import { laterText } from '../wording/later-text.js';

/** Drops that the page, an editor or a field handles itself are left to them. */
export function blockFileNavigation(
  element: HTMLElement,
  refused: (sentence: string) => void,
  signal: AbortSignal,
): void {
  const over = (event: DragEvent) => {
    if (!opens(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  };
  const dropped = (event: DragEvent) => {
    if (!opens(event)) return;
    event.preventDefault();
    // The file missed the code by a little.
    refused(laterText('file-missed-code'));
  };
  element.addEventListener('dragover', over, { signal });
  element.addEventListener('drop', dropped, { signal });
}

/** Whether a browser would navigate to the dropped item. */
function opens(event: DragEvent): boolean {
  const { types = [] } = event.dataTransfer ?? {};
  const files = types.includes('Files');
  if (event.defaultPrevented || !(files || types.includes('text/uri-list'))) return false;
  return !event.composedPath().some((node) => {
    const { isContentEditable, localName } = node as Partial<HTMLElement>;
    return isContentEditable === true || (!files && (localName === 'input' || localName === 'textarea'));
  });
}
