// Names of landmarks. A page may have several rooms, each with an output and a chat: the room's own name tells them apart.
import { speech, t } from './words.js';

/** Rooms and replays without a name of their own, by their number. */
const rooms: WeakRef<Element>[] = [];
const replays: WeakRef<Element>[] = [];

/** The name of a landmark in the element that is being rendered. */
export function landmark(part: string): string {
  const { around } = speech;
  const room = around && (nameOf(around) || numbered(around));
  return room ? t('{part}, {room}', { part, room }) : part;
}

/** What the page calls it: `aria-labelledby`, `aria-label`, or a `<label for>`. */
function nameOf(whole: Element): string {
  const page = whole.getRootNode() as ParentNode & Node;
  const textOf = (selector: string) => page.querySelector?.(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const ids = whole.getAttribute('aria-labelledby')?.match(/\S+/g) ?? [];
  return (
    ids.map((id) => textOf(`#${CSS.escape(id)}`)).join(' ') ||
    whole.getAttribute('aria-label')?.trim() ||
    (whole.id && textOf(`label[for="${CSS.escape(whole.id)}"]`))
  );
}

/** Most pages have only one room, which therefore has no number. */
function numbered(whole: Element): string {
  if ('markers' in whole) {
    const number = numberIn(replays, whole);
    return number > 1 ? t('Replay {number}', { number }) : t('Replay');
  }
  const number = numberIn(rooms, whole);
  return number > 1 ? t('Room {number}', { number }) : '';
}

/** Numbers of those that have left the page are free. */
function numberIn(all: WeakRef<Element>[], whole: Element): number {
  const known = all.findIndex((one) => one.deref() === whole);
  if (known >= 0) return known + 1;
  const free = all.findIndex((one) => !one.deref()?.isConnected);
  const at = free < 0 ? all.length : free;
  all[at] = new WeakRef(whole);
  return at + 1;
}
