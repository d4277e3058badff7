// Which keys are ours: what is typed in a field of ours stays there, and so does a key that we have used.

/** Keys with a name that do nothing in a field; all others edit, or move in it. */
const NO_FIELD_KEYS =
  /^(Escape|Tab|F\d+|Shift|Alt|Control|Meta|OS|CapsLock|ContextMenu|(Audio|Media|Browser|Launch).*)$/;
/** Events by which text is put in or taken out; pages listen to these too, for the whole document. */
const TEXT_EVENTS = ['beforeinput', 'compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'];
/** Inputs that nobody writes in. */
const BUTTONS = /^(button|checkbox|color|file|image|radio|range|reset|submit)$/;

const isMac: boolean = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '');

/**
 * The key's Latin letter in lower case, whatever the layout: on one with letters of its own (Cyrillic, Greek, Hebrew) that
 * of the key's place; on a Latin one, Dvorak too, what is written on the key.
 */
export function latinLetter({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^[\u0021-\u007e]$/.test(key) ? '' : (code.match(/^Key([A-Z])$/)?.[1]?.toLowerCase() ?? '');
}

/** With Control or Command a key is a command. AltGr, which may say it is Control too, writes. */
function isModified(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');
}

/** Control or Command and nothing else. */
export function isCommand(event: KeyboardEvent): boolean {
  return isModified(event) && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
}

/** Keeps from the page what happens to text in this root, and what one presses there; commands go on to the page. */
export function keepKeys(root: ShadowRoot): void {
  // Asked on its way in: a key may take away the very field it was pressed in, as Escape does in the search.
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
  // There is nothing to save; a page that has something still hears of it.
  if (event.type === 'keydown' && isCommand(event) && latinLetter(event) === 's') event.preventDefault();
  if (isModified(event)) return;
  const used = event.type === 'keydown' && event.defaultPrevented;
  if (used && event.key === 'Escape') keepKeyUp(event);
  if (used || (writes(event) && isField(event.composedPath()[0]))) event.stopPropagation();
}

/** Where the focus is by then is nobody's business: pages close dialogs on this event too. */
function keepKeyUp({ key, view }: KeyboardEvent): void {
  const heard = (event: KeyboardEvent) => {
    view?.removeEventListener('keyup', heard, true);
    if (event.key === key) event.stopImmediatePropagation();
  };
  view?.addEventListener('keyup', heard, true);
}

/** A key of a field, rather than one that leaves it or stands for something else. */
function writes(event: KeyboardEvent): boolean {
  // In the middle of a character of an input method every key is the method's.
  if (event.isComposing || event.keyCode === 229) return true;
  if (NO_FIELD_KEYS.test(event.key)) return false;
  // Option writes on a Mac, and AltGr elsewhere; Alt alone opens a page's menus.
  return !event.altKey || isMac || event.getModifierState('AltGraph');
}

function isField(target: EventTarget | undefined): boolean {
  // Not by class: in another document an element is of another window's.
  const { localName, type, isContentEditable } = target as Partial<HTMLInputElement>;
  if (localName === 'input') return !BUTTONS.test(type ?? '');
  return isContentEditable === true || localName === 'textarea' || localName === 'select';
}
