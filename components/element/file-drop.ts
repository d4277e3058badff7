// Adds files that are dropped onto the code or the tabs of a room, or pasted there.
import { type Picked, pickedFrom } from './picked-files.js';

/** Elsewhere, dropped files belong to the page or to a field. */
const PLACES: ReadonlySet<string> = new Set(['code-room-editor', 'code-room-files']);

/** Calls `take` with dropped files until the signal ends. Runs before the editor, which would insert a dropped file's text. */
export function acceptDroppedFiles(
  element: EventTarget,
  take: (picked: Promise<Picked>) => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, signal };
  const brought = (event: DragEvent | ClipboardEvent, data: DataTransfer | null): data is DataTransfer => {
    if (!data?.types.includes('Files') || event.defaultPrevented) return false;
    return event.composedPath().some((node) => PLACES.has((node as Partial<Element>).localName ?? ''));
  };
  const over = (event: Event) => {
    const { dataTransfer } = event as DragEvent;
    if (!brought(event as DragEvent, dataTransfer)) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'copy';
  };
  const dropped = (event: Event) => {
    const { dataTransfer } = event as DragEvent;
    if (!brought(event as DragEvent, dataTransfer)) return;
    event.preventDefault();
    take(pickedFrom(dataTransfer));
  };
  const pasted = (event: Event) => {
    const { clipboardData } = event as ClipboardEvent;
    // Content that is also text, such as spreadsheet cells, is pasted as text.
    if (!brought(event as ClipboardEvent, clipboardData) || clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    take(pickedFrom(clipboardData));
  };
  element.addEventListener('dragover', over, options);
  element.addEventListener('drop', dropped, options);
  element.addEventListener('paste', pasted, options);
}
