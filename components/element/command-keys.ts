// The keys of a room's commands: what each is, what a page has made of it, and what it does.

import { inComposition } from '../page/composition.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import { notLoaded } from '../wording/errors.js';
import { laterText } from '../wording/later-text.js';
import { formatShown, shownEditor } from './format-shown.js';
import { goToError, goToNextPerson } from './go-to.js';
import { latinLetter } from './keyboard.js';
import { sayOf } from './say.js';

/** `Mod` is Command on a Mac, else Control; `F8` goes to the line of the last error, `Shift-F8` to the next person's cursor. */
export const USUAL_KEYS = {
  run: 'Mod-Enter',
  error: 'F8',
  person: 'Shift-F8',
  point: 'F9',
  look: 'Shift-F9',
  format: 'Shift-Alt-F',
  problems: 'Shift-Alt-E',
} as const;

export type Command = keyof typeof USUAL_KEYS;
/** The key of each command; empty for none. */
export type CommandKeys = Readonly<Record<Command, string>>;
/** What a page changes: `{run: 'Shift-Enter', format: 'none'}`, or the same as text, `run: Shift-Enter, format: none`. */
export type KeyChanges = string | Readonly<Partial<Record<Command, string | null>>>;

const KEY = /^((?:Mod|Ctrl|Meta|Alt|Shift)-)*([A-Za-z0-9]|F\d{1,2}|[A-Z][A-Za-z]+|[^\w\s-])$/;

/** Throws when it cannot be read. */
export function keysWith(changes: KeyChanges | undefined): CommandKeys {
  const given = typeof changes === 'string' ? readText(changes) : Object.entries(changes ?? {});
  const keys: Record<string, string> = { ...USUAL_KEYS };
  for (const [command, key] of given) {
    const wanted = key && key !== 'none' ? key : '';
    if (!Object.hasOwn(USUAL_KEYS, command) || (wanted && !KEY.test(wanted)))
      throw new Error(laterText('keys-unreadable'));
    keys[command] = wanted;
  }
  return keys as CommandKeys;
}

function readText(text: string): [string, string][] {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [command = '', key = ''] = part.split(':').map((word) => word.trim());
    return [command, key];
  });
}

/** As people read it, and as `aria-keyshortcuts` has it. */
export function namesOf(key: string): { words: string; aria: string } {
  const mod = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '') ? '⌘' : 'Ctrl';
  const aria = (meant: string) => key.replace('Mod', meant).replace('Ctrl', 'Control').replaceAll('-', '+');
  return {
    words: key.replace('Mod', mod).replaceAll('-', ' '),
    aria: key.includes('Mod') ? `${aria('Control')} ${aria('Meta')}` : aria(''),
  };
}

/** Under every keyboard layout: letters as Latin keyboards have them, digits by their place, since Shift and Alt write other characters there. */
export function isPressed(wanted: string, event: KeyboardEvent): boolean {
  const names = wanted.split('-');
  const key = names.pop()?.toLowerCase() ?? '';
  const has = (name: string) => names.includes(name);
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const commanded = has('Mod') ? ctrlKey !== metaKey : ctrlKey === has('Ctrl') && metaKey === has('Meta');
  // A character such as ? stands on another key in each layout, with Shift or without.
  const shifted = shiftKey === has('Shift') || /^[^\w\s]$/.test(key);
  return wanted !== '' && commanded && shifted && altKey === has('Alt') && isKey(key, event);
}

/** `name` in lower case. */
function isKey(name: string, event: KeyboardEvent): boolean {
  if (/^[a-z]$/.test(name)) return latinLetter(event) === name;
  if (name === 'space') return event.key === ' ';
  return event.key.toLowerCase() === name || (/^\d$/.test(name) && event.code === `Digit${name}`);
}

interface CommandRoom {
  session: Session;
  runs: RunController;
  signal: AbortSignal;
}

interface CommandEvents {
  /** To whoever uses a screen reader. */
  say(sentence: string): void;
  refused(reason: string, why: unknown): void;
}

interface Commanded extends HTMLElement {
  point(look?: boolean): Promise<void>;
}

/** Listens on the element: changed keys before anything inside, the usual ones after. */
export function listenForCommandKeys(
  element: Commanded,
  { session, runs, signal }: CommandRoom,
  keys: () => CommandKeys,
  { say, refused }: CommandEvents,
): void {
  const reveal = (line: number, fileName?: string) => runs.reveal(line, fileName);
  const point = (look: boolean) => void element.point(look).catch(() => undefined); // Not in a room yet.
  const aloud = sayOf(element, say);
  const acts: Readonly<Record<Command, () => void>> = {
    run: () => runs.press(),
    error: () => goToError(session, reveal, aloud),
    person: () => goToNextPerson(session, reveal, aloud),
    point: () => point(false),
    look: () => point(true),
    format: () => void formatShown(session, runs).catch((error) => refused('format', error)),
    problems: () => void problems(session, runs).catch((error) => refused('loading', error)),
  };
  const commands = Object.keys(acts) as Command[];
  const listener = (changed: boolean) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || inComposition(event) || event.getModifierState('AltGraph')) return;
    const now = keys();
    const found = commands.find((name) => (now[name] !== USUAL_KEYS[name]) === changed && isPressed(now[name], event));
    if (!found) return;
    event.preventDefault();
    if (!event.repeat) acts[found]();
  };
  element.addEventListener('keydown', listener(true), { capture: true, signal });
  element.addEventListener('keydown', listener(false), { signal });
}

async function problems(session: Session, runs: RunController): Promise<void> {
  const { showProblems } = await import('../editor/language-tools.js').catch(notLoaded);
  const editor = shownEditor(session, runs);
  if (editor) showProblems(editor.view);
}
