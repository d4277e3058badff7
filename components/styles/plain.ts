// Sheets for browsers of 2023, which know neither `light-dark()` nor, some of them, `color-mix()`.

/** One value: a word, a colour, or a function, whose own arguments may have brackets. */
const ONE = String.raw`((?:[^(),\s]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+)`;
const LIGHT_DARK = new RegExp(String.raw`light-dark\(\s*${ONE}\s*,\s*${ONE}\s*\)`, 'g');
const MIX = new RegExp(String.raw`color-mix\(in oklab,\s*${ONE}\s+([\d.]+)%\s*,\s*${ONE}\s*\)`, 'g');

/**
 * Of two properties one is empty, and of the other the fallback counts: by these all colours are light or dark. They are
 * inherited; only the elements that have colours set them.
 */
const LIGHT = '--_light: initial; --_dark: ; color-scheme: light;';
const DARK = '--_light: ; --_dark: initial; color-scheme: dark;';
const SIDES = `:host { ${LIGHT} } :host([theme='dark']) { ${DARK} }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${DARK} } }`;

/** The same look as far as such a browser goes: here `auto` follows the system. */
export function plain(
  cssText: string,
  mixes: boolean = CSS.supports('color', 'color-mix(in oklab, red 1%, red)'),
): string {
  const sided = cssText.replace(LIGHT_DARK, 'var(--_light, $1) var(--_dark, $2)');
  const mixed = mixes
    ? sided
    : sided.replace(MIX, (_, one: string, share: string, other: string) => unmixed(one, Number(share), other));
  return sided === cssText ? mixed : `${mixed} ${SIDES}`;
}

/** Grey for a touch of colour, else the one there is more of. */
function unmixed(one: string, share: number, other: string): string {
  if (share >= 50) return one;
  return other === 'transparent' ? `rgb(128 128 128 / ${share}%)` : other;
}
