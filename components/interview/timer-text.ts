// The timer in words, and phases as people write them: `read 5, code 25, discuss 10`.
import { ENTRY_LIMITS, type TimerPhase } from '../../party/shared/entries.js';

/** A comma in a number, as in `7,5`: without a space, and the only one of its kind. */
const DECIMAL = /(?<![\p{Nd},])(\p{Nd}+),(?=\p{Nd}+(?!\p{Nd}|,\p{Nd}))/gu;
/** Commas and semicolons of every script whose words the element has, and new lines. */
const BETWEEN = /[,;，；、،؛\n]/;
/** A name, minutes in digits of any script, and perhaps the word for them. */
const PHASE =
  /^(.*?)\s*(\p{Nd}+(?:[.٫]\p{Nd}+)?)\s*(?:(?:min(?:ut\p{L}*)?|m|хв\p{L}*|मिनट|دقيقة|دقائق|分钟|分鐘|分間?)\.?)?$/iu;

/** `24:10`, `1:02:00`, and with a plus what is over. */
export function timeLeftText(leftMs: number): string {
  // A second that has begun is still left.
  const seconds = Math.abs(leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(leftMs / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return leftMs < 0 && seconds > 0 ? `+${text}` : text;
}

export function writePhases(phases: readonly TimerPhase[]): string {
  // In a name these would make two parts of it.
  const between = new RegExp(`\\s*${BETWEEN.source}\\s*`, 'g');
  return phases.map(({ name, minutes }) => `${name.replace(between, ' ')} ${minutes}`.trim()).join(', ');
}

/** Null when a part has no minutes; a number alone is a phase without a name. */
export function readPhases(text: string): TimerPhase[] | null {
  const parts = text
    .replace(DECIMAL, '$1.')
    .split(BETWEEN)
    .map((part) => part.trim());
  const phases = parts.filter(Boolean).map((part) => {
    const [, name = '', number = ''] = PHASE.exec(part) ?? [];
    return {
      name: name
        .replace(/[:：=]$/, '')
        .trim()
        .slice(0, ENTRY_LIMITS.phaseName),
      minutes: numberIn(number),
    };
  });
  const good = phases.every(({ minutes }) => minutes > 0 && minutes <= ENTRY_LIMITS.minutes);
  return good && phases.length > 0 && phases.length <= ENTRY_LIMITS.phases ? phases : null;
}

function numberIn(digits: string): number {
  const plain = digits.replace('٫', '.').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // The digits of a script stand in a row, which begins at a multiple of 16 or six places after it.
    const row = code & ~15;
    return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6));
  });
  return Number(plain);
}
