// Files of the computer that are dropped onto the code or the tabs of a room, or pasted there.
import { type Picked, pickedFrom } from './picked-files.js';

/** Where they are meant for the room; elsewhere they are the page's, or a field's. */
const PLACES: ReadonlySet<string> = new Set(['code-room-editor', 'code-room-files']);

/** `take` gets what was brought, until the signal ends; before the editor, which would put a file's text between two letters. */
export function takeBrought(host: EventTarget, take: (picked: Promise<Picked>) => void, signal: AbortSignal): void {
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
    // What is text as well, as cells of a spreadsheet are, is pasted as text.
    if (!brought(event as ClipboardEvent, clipboardData) || clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    take(pickedFrom(clipboardData));
  };
  host.addEventListener('dragover', over, options);
  host.addEventListener('drop', dropped, options);
  host.addEventListener('paste', pasted, options);
}
