// The keys of a player, as terminal recordings have them.
import type { Word, Words } from '../wording/words.js';

/** What a key does. Times are in milliseconds. */
type ReplayAction =
  | { type: 'toggle' }
  | { type: 'help' }
  | { type: 'skip'; ms: number }
  /** To a part (0 to 1) of the whole. */
  | { type: 'part'; part: number }
  /** By a tenth of the whole. */
  | { type: 'tenth'; by: 1 | -1 }
  | { type: 'edit' | 'marker' | 'speed'; by: 1 | -1 };

const STEP_MS = 5_000;

/** The one of these keys that has a name in each language. */
const SPACE = 'Space' satisfies Word;

/** Keys and what they do, as the help shows them; both may have a translation. */
export const KEY_HELP = {
  [SPACE]: 'play or pause',
  '← →': 'back or forward by 5 seconds',
  'Shift ← →': 'back or forward by a tenth',
  '[ ]': 'to the marker before or after',
  ', .': 'to the edit before or after',
  '< >': 'slower or faster',
  '0–9': 'to the beginning, to 10%, and so on to 90%',
  '?': 'show these keys',
} as const satisfies Words;

const BY_KEY: Readonly<Record<string, ReplayAction>> = {
  ' ': { type: 'toggle' },
  '?': { type: 'help' },
  '[': { type: 'marker', by: -1 },
  ']': { type: 'marker', by: 1 },
  ',': { type: 'edit', by: -1 },
  '.': { type: 'edit', by: 1 },
  '<': { type: 'speed', by: -1 },
  '>': { type: 'speed', by: 1 },
};

/** Null for keys that the focused element or the page has. */
export function replayAction(event: KeyboardEvent): ReplayAction | null {
  const { key, shiftKey } = event;
  // With AltGr some layouts write brackets.
  const command = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  const target = event.composedPath()[0] as HTMLElement;
  if (command || event.isComposing || target.localName === 'select') return null;
  const slider = target instanceof HTMLInputElement && target.type === 'range';
  const direction = directionOf(key, slider);
  // In the code, arrow keys move the cursor, for those who read with a screen reader.
  if (direction && !target.closest('.cm-editor'))
    return shiftKey ? { type: 'tenth', by: direction } : { type: 'skip', ms: direction * STEP_MS };
  if (/^[0-9]$/.test(key)) return { type: 'part', part: Number(key) / 10 };
  // Space presses what has the focus.
  if (key === ' ' && (target.localName === 'button' || target.localName === 'summary' || isCheckbox(target)))
    return null;
  return BY_KEY[key] ?? null;
}

function directionOf(key: string, slider: boolean): 1 | -1 | null {
  if (key === 'ArrowRight' || (slider && key === 'ArrowUp')) return 1;
  return key === 'ArrowLeft' || (slider && key === 'ArrowDown') ? -1 : null;
}

function isCheckbox(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
