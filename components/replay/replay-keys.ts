// The keys of a player, as terminal recordings have them.
import { inComposition } from '../page/composition.js';
import type { Word, Words } from '../wording/words.js';
import type { Playback } from './playback.js';

/** What a key does. Times are in milliseconds. */
type ReplayAction = PlaybackAction | { type: 'help' } | { type: 'full' } | { type: 'marker'; by: 1 | -1 };

/** What the playback alone has to do. */
type PlaybackAction =
  | { type: 'toggle' }
  | { type: 'skip'; ms: number }
  /** To a part (0 to 1) of the whole. */
  | { type: 'part'; part: number }
  /** By a tenth of the whole. */
  | { type: 'tenth'; by: 1 | -1 }
  | { type: 'step' | 'speed'; by: 1 | -1 };

const STEP_MS = 5_000;

/** The one of these keys that has a name in each language. */
const SPACE = 'Space' satisfies Word;

/** Keys and what they do, as the help shows them; both may have a translation. */
export const KEY_HELP = {
  [SPACE]: 'play or pause',
  '← →': 'back or forward by 5 seconds',
  'Shift ← →': 'back or forward by a tenth',
  '[ ]': 'to the marker before or after',
  ', .': 'to the event before or after',
  '< >': 'slower or faster',
  '0–9': 'to the beginning, to 10%, and so on to 90%',
  F: 'full screen, and back',
  '?': 'show these keys',
} as const satisfies Words;

const BY_KEY: Readonly<Record<string, ReplayAction>> = {
  ' ': { type: 'toggle' },
  '?': { type: 'help' },
  f: { type: 'full' },
  '[': { type: 'marker', by: -1 },
  ']': { type: 'marker', by: 1 },
  ',': { type: 'step', by: -1 },
  '.': { type: 'step', by: 1 },
  '<': { type: 'speed', by: -1 },
  '>': { type: 'speed', by: 1 },
};

/** What keys write that are known by their place, without Shift and with it. */
const BY_CODE: Readonly<Record<string, readonly [string, string]>> = {
  BracketLeft: ['[', ''],
  BracketRight: [']', ''],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['', '?'],
};
/** What these can write, they write themselves. */
const LATIN = /^(?:[ -~]|\p{Script=Latin})$/u;

/** A letter is lower case. On keyboards that write Cyrillic, Arabic or others, what stands at its place on a Latin one. */
function latinKey({ key, code, shiftKey }: KeyboardEvent): string {
  // The names of other keys are long.
  if ([...key].length !== 1 || LATIN.test(key)) return key === 'F' ? 'f' : key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return letter ?? digit ?? BY_CODE[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** Null for keys that the focused element or the page has. */
export function replayAction(event: KeyboardEvent): ReplayAction | null {
  const { shiftKey } = event;
  const key = latinKey(event);
  // With AltGr some layouts write brackets.
  const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  const target = event.composedPath()[0] as HTMLElement;
  if (command || inComposition(event) || target.localName === 'select') return null;
  const slider = isInput(target, 'range');
  const direction = directionOf(key, slider);
  // In the code, arrow keys move the cursor, for those who read with a screen reader.
  if (direction && !target.closest('.cm-editor'))
    return shiftKey ? { type: 'tenth', by: direction } : { type: 'skip', ms: direction * STEP_MS };
  if (/^[0-9]$/.test(key)) return { type: 'part', part: Number(key) / 10 };
  // Space presses what has the focus.
  if (key === ' ' && (target.localName === 'button' || target.localName === 'summary' || isInput(target, 'checkbox')))
    return null;
  // Held down, it would go to and fro.
  if (key === 'f' && event.repeat) return null;
  return BY_KEY[key] ?? null;
}

export function carryOut(action: PlaybackAction, playback: Playback): void {
  const { type } = action;
  if (type === 'toggle') playback.playing ? playback.pause() : playback.play();
  else if (type === 'speed') playback.changeRate(action.by);
  else if (type === 'step') {
    playback.pause();
    playback.step(action.by);
  } else if (type === 'skip') playback.seek(playback.positionAt(playback.place + action.ms));
  else {
    const { place, length } = playback;
    playback.seek(playback.positionAt(type === 'part' ? action.part * length : place + action.by * 0.1 * length));
  }
}

/** Does nothing where the browser, or a page around, does not let it. */
export function toggleFullScreen(element: HTMLElement): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const isFull = root.fullscreenElement === element;
  const asked = isFull ? element.ownerDocument.exitFullscreen() : element.requestFullscreen?.();
  asked?.catch(() => undefined); // It stays as it is.
}

function directionOf(key: string, slider: boolean): 1 | -1 | null {
  if (key === 'ArrowRight' || (slider && key === 'ArrowUp')) return 1;
  return key === 'ArrowLeft' || (slider && key === 'ArrowDown') ? -1 : null;
}

function isInput({ localName, type }: HTMLElement & Partial<HTMLInputElement>, wanted: string): boolean {
  return localName === 'input' && type === wanted;
}
