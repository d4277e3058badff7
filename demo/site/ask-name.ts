/** Asks a newcomer for a name while they are already in the room; can be skipped. */
import { keepForTab, ofTab } from './tab-storage.js';

/** The part of the element that is used. */
interface NamedRoom extends HTMLElement {
  name: string;
  readonly status?: string;
  readonly people?: readonly { name: string; self: boolean }[];
}

const NAME = 'code-room name';
/** Guest names that the room assigns. */
const NAMELESS = /^Guest \d+$/;

const skipped = (room: string) => `code-room unnamed ${room}`;

/** `line` is the form; it stays hidden for people who have a name. */
export function askName(element: NamedRoom, room: string, line: HTMLFormElement): void {
  const field = line.querySelector('input');
  const skip = line.querySelector<HTMLButtonElement>('button[type="button"]');
  if (!field || !skip) return;
  const done = () => {
    line.hidden = true;
    element.focus();
  };
  const follow = () => {
    const own = element.people?.find(({ self }) => self)?.name;
    if (element.status === 'ended') line.hidden = true;
    if (own === undefined || element.status !== 'live') return;
    const named = !NAMELESS.test(own);
    if (named) rememberName(own);
    // Not hidden while somebody is typing in it.
    if (line.hidden && !named && ofTab(skipped(room)) === undefined) {
      field.value = rememberedName();
      line.hidden = false;
    } else if (named) line.hidden = true;
  };
  line.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = field.value.trim();
    if (name) element.name = name;
    done();
  });
  skip.addEventListener('click', () => {
    keepForTab(skipped(room), 'yes');
    done();
  });
  element.addEventListener('code-room-people', follow);
  element.addEventListener('code-room-status', follow);
  follow();
}

/** Only a suggestion, because the next person at this computer may be another. */
export function rememberedName(): string {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Asked again next time.
  }
}
