// Key events: those typed into our fields, and those we have handled, do not reach the page.
import { inComposition } from '../page/composition.js';

/** Named keys that do nothing in a field; all others edit or move the cursor. */
const NO_FIELD_KEYS =
  /^(Escape|Tab|F\d+|Shift|Alt|Control|Meta|OS|CapsLock|ContextMenu|(Audio|Media|Browser|Launch).*)$/;
/** Text events, which pages listen to on the whole document. */
const TEXT_EVENTS = ['beforeinput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];
/** Input types without text. */
const BUTTONS = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

const isMac: boolean = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '');

/**
 * The Latin letter of a key in lower case, whatever the layout: for Cyrillic, Greek, Hebrew and others by the key's position; for
 * Latin layouts such as Dvorak by the key's label.
 */
export function latinLetter({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^[\u0021-\u007e]$/.test(key) ? '' : (code.match(/^Key([A-Z])$/)?.[1]?.toLowerCase() ?? '');
}

/** A key with Control or Command is a command. With AltGr, which may report Control as well, it is text. */
function isModified(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
}

/** Only Control or Command. */
export function isCommand(event: KeyboardEvent): boolean {
  return isModified(event) && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
}

/** Keeps text events and handled keys inside this root; other commands go on to the page. */
export function keepKeys(root: ShadowRoot): void {
  // Determined in the capture phase: handling a key may remove the field it was pressed in, as Escape does in the search panel.
  const own = new WeakSet<Event>();
  const claim = (event: Event) => {
    if ((event.composedPath()[0] as Node).getRootNode() === root) own.add(event);
  };
  for (const type of ['keydown', 'keypress', 'keyup', ...TEXT_EVENTS]) root.addEventListener(type, claim, true);
  for (const type of ['keydown', 'keypress', 'keyup']) {
    root.addEventListener(type, (event) => {
      if (own.has(event)) keep(event as KeyboardEvent);
    });
  }
  for (const type of TEXT_EVENTS) {
    root.addEventListener(type, (event) => {
      if (own.has(event)) event.stopPropagation();
    });
  }
}

function keep(event: KeyboardEvent): void {
  // Ctrl-S has nothing to save here; a page that handles it still gets the event.
  if (event.type === 'keydown' && isCommand(event) && latinLetter(event) === 's') event.preventDefault();
  if (isModified(event)) return;
  const used = event.type === 'keydown' && event.defaultPrevented;
  if (used && event.key === 'Escape') keepKeyUp(event);
  if (used || (writes(event) && isField(event.composedPath()[0]))) event.stopPropagation();
}

/** The target of keyup may be another element by then, and pages close dialogs on keyup. */
function keepKeyUp({ key, view }: KeyboardEvent): void {
  const onKeyUp = (event: KeyboardEvent) => {
    view?.removeEventListener('keyup', onKeyUp, true);
    if (event.key === key) event.stopImmediatePropagation();
  };
  view?.addEventListener('keyup', onKeyUp, true);
}

/** Whether a key edits text, rather than leaving the field or being a shortcut. */
function writes(event: KeyboardEvent): boolean {
  if (inComposition(event)) return true;
  if (NO_FIELD_KEYS.test(event.key)) return false;
  // Option types characters on a Mac, and AltGr elsewhere; Alt alone opens menus.
  return !event.altKey || isMac || event.getModifierState('AltGraph');
}

function isField(target: EventTarget | undefined): boolean {
  // Not `instanceof`: in another document, elements have another window's classes.
  const { localName, type, isContentEditable } = target as Partial<HTMLInputElement>;
  if (localName === 'input') return !BUTTONS.test(type ?? '');
  return isContentEditable === true || localName === 'textarea' || localName === 'select';
}
