// Rewrites stylesheets for browsers of 2023 that lack `light-dark()` or `color-mix()`.

/** One value: a word, a colour, or a function with nested brackets. */
const ONE = String.raw`((?:[^(),\s]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+)`;
const LIGHT_DARK = new RegExp(String.raw`light-dark\(\s*${ONE}\s*,\s*${ONE}\s*\)`, 'g');
const MIX = new RegExp(String.raw`color-mix\(in oklab,\s*${ONE}\s+([\d.]+)%\s*,\s*${ONE}\s*\)`, 'g');

/**
 * Of two custom properties one is empty, and for the other the fallback is used: these switch between light and dark. They are
 * inherited; only elements that define colours set them.
 */
const LIGHT = '--_light: initial; --_dark: ; color-scheme: light;';
const DARK = '--_light: ; --_dark: initial; color-scheme: dark;';
const SIDES = `:host { ${LIGHT} } :host([theme='dark']) { ${DARK} }
  @media (prefers-color-scheme: dark) { :host(:not([theme='light'])) { ${DARK} } }`;

/** The same look as far as possible; `auto` follows the system here. */
export function withFallbacks(
  cssText: string,
  mixes: boolean = CSS.supports('color', 'color-mix(in oklab, red 1%, red)'),
): string {
  const sided = cssText.replace(LIGHT_DARK, 'var(--_light, $1) var(--_dark, $2)');
  const mixed = mixes
    ? sided
    : sided.replace(MIX, (_, one: string, share: string, other: string) => unmixed(one, Number(share), other));
  return sided === cssText ? mixed : `${mixed} ${SIDES}`;
}

/** Grey for a slight tint, otherwise the dominant colour. */
function unmixed(one: string, share: number, other: string): string {
  if (share >= 50) return one;
  return other === 'transparent' ? `rgb(128 128 128 / ${share}%)` : other;
}
