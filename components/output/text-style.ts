// Text styles from terminal escapes: colours, bold and others; and their CSS.
import { toHex } from '../../party/shared/bytes.js';

/** One of the terminal's 256 colours, or `#rrggbb`. */
type Color = number | string;

export interface TextStyle {
  color?: Color;
  ground?: Color;
  bold?: boolean;
  dim?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  reverse?: boolean;
}

/** Interned, so that equal styles are identical. */
const known = new Map<string, TextStyle>();
const MAX_KNOWN = 5_000;

export const PLAIN: TextStyle = same({});

/** Cache by style and codes: programs repeat the same codes. */
const found = new WeakMap<TextStyle, Map<string, TextStyle>>();

/** The style after the codes of one `ESC [ … m`. */
export function changedStyle(before: TextStyle, codes: string): TextStyle {
  const from = found.get(before) ?? new Map<string, TextStyle>();
  found.set(before, from);
  const after = from.get(codes) ?? changed(before, codes);
  if (from.size < MAX_KNOWN) from.set(codes, after);
  return after;
}

function changed(before: TextStyle, codes: string): TextStyle {
  let look: TextStyle = { ...before };
  const parts = codes === '' ? ['0'] : codes.split(';');
  for (let index = 0; index < parts.length; index++) {
    const [first = '', ...inner] = (parts[index] ?? '').split(':');
    const code = Number(first);
    if (code === 38 || code === 48 || code === 58) {
      const given = inner.length > 0 ? inner : parts.slice(index + 1, index + 5);
      // With colons, a colour space may come before red, green and blue.
      const numbers = (inner.length > 4 ? [inner[0], ...inner.slice(2)] : given).map(Number);
      const table = numbers[0] !== 2;
      if (inner.length === 0) index += table ? 2 : 4;
      const color = table ? byte(numbers[1]) : hex([byte(numbers[1]), byte(numbers[2]), byte(numbers[3])]);
      if (code === 38) look.color = color;
      else if (code === 48) look.ground = color;
    } else if (code === 0) look = {};
    else if (code === 4 && inner[0] === '0') delete look.underline;
    else if (code in ON) look[ON[code] as keyof typeof FLAGS] = true;
    else if (code in OFF) for (const flag of OFF[code] ?? []) delete look[flag];
    else if (code >= 30 && code <= 37) look.color = code - 30;
    else if (code >= 90 && code <= 97) look.color = code - 82;
    else if (code >= 40 && code <= 47) look.ground = code - 40;
    else if (code >= 100 && code <= 107) look.ground = code - 92;
  }
  return same(look);
}

const FLAGS = { bold: 1, dim: 2, italic: 3, underline: 4, reverse: 7, strike: 9 } as const;
const ON = Object.fromEntries(Object.entries(FLAGS).map(([flag, code]) => [code, flag]));
const OFF: Record<number, (keyof TextStyle)[]> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['reverse'],
  29: ['strike'],
  39: ['color'],
  49: ['ground'],
};

/** Classes and CSS properties of a style. Colours without a background are adjusted to be readable on ours, light or dark. */
export function styleOf(look: TextStyle): { classes: Record<string, boolean>; styles: Record<string, string> } {
  const { bold = false, dim = false, italic = false, underline = false, strike = false, reverse = false } = look;
  const [color, ground] = reverse ? [look.ground, look.color] : [look.color, look.ground];
  const classes: Record<string, boolean> = { bold, dim, italic, underline, strike };
  const styles: Record<string, string> = {};
  if (ground !== undefined) {
    const behind = partsOf(ground);
    styles['background-color'] = hex(behind);
    styles.color = hex(color === undefined ? onGround(behind) : partsOf(color));
  } else if (reverse) {
    classes.reverse = true;
    if (color !== undefined) styles['background-color'] = hex(partsOf(color));
  } else if (typeof color === 'number' && color < 16) {
    classes[`ansi-${color}`] = true;
  } else if (color !== undefined) {
    styles.color = `light-dark(${hex(readable(partsOf(color), LIGHT))}, ${hex(readable(partsOf(color), DARK))})`;
  }
  return { classes, styles };
}

type Parts = [red: number, green: number, blue: number];

const BLACK: Parts = [0, 0, 0];
const WHITE: Parts = [255, 255, 255];
/** Our backgrounds, as in tokens.ts. */
const LIGHT: Parts = [0xf6, 0xf7, 0xf9];
const DARK: Parts = [0x1b, 0x1f, 0x26];
const CONTRAST = 4.5;
const SIXTEEN =
  '000000 cd3131 0dbc79 c8a415 2472c8 bc3fbc 11a8cd d0d0d0 666666 f14c4c 23d18b e5e510 3b8eea d670d6 29b8db ffffff'.split(
    ' ',
  );

function partsOf(color: Color): Parts {
  if (typeof color === 'number' && color >= 16) {
    if (color >= 232) return [0, 0, 0].fill((color - 232) * 10 + 8) as Parts;
    const step = (size: number) => [0, 95, 135, 175, 215, 255][Math.floor((color - 16) / size) % 6] ?? 0;
    return [step(36), step(6), step(1)];
  }
  const digits = typeof color === 'number' ? (SIXTEEN[color] ?? '') : color.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as Parts;
}

function hex(parts: Parts): string {
  return `#${toHex(Uint8Array.from(parts))}`;
}

function onGround(ground: Parts): Parts {
  return contrast(ground, BLACK) > contrast(ground, WHITE) ? BLACK : WHITE;
}

/** The colour, moved away from the background until it is readable. */
function readable(color: Parts, ground: Parts): Parts {
  const aim = onGround(ground);
  for (let step = 0; step < 10; step++) {
    const moved = color.map((part, index) => Math.round(part + (((aim[index] ?? 0) - part) * step) / 10)) as Parts;
    if (contrast(moved, ground) >= CONTRAST) return moved;
  }
  return aim;
}

/** The contrast ratio of WCAG. */
function contrast(one: Parts, other: Parts): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(parts: Parts): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function byte(number: number | undefined): number {
  return Math.min(255, Math.max(0, Math.trunc(number || 0)));
}

function same(look: TextStyle): TextStyle {
  const key = Object.entries(look).sort().join();
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size < MAX_KNOWN) known.set(key, look);
  return look;
}
