// Every look that is shipped can be read: text has a contrast of 4.5 to 1 on what it stands on, 7 to 1 where more contrast is asked for.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const FOLDER = 'components/themes';
const usual = readFileSync('components/styles/tokens.ts', 'utf8');
const more = readFileSync('components/styles/theming.ts', 'utf8');
const SIDES = ['light', 'dark'] as const;
type Side = (typeof SIDES)[number];

/** What is read on what. */
const TEXT =
  'text muted good warn bad code-keyword code-string code-number code-comment code-function code-type code-property code-tag';
const pairs: [text: string, ground: string][] = [
  ...TEXT.split(' ').flatMap((text): [string, string][] => [
    [text, 'background'],
    [text, 'surface'],
  ]),
  ['on-accent', 'accent'],
  ['on-run', 'run'],
  ['accent', 'background'],
];

/** The colours that a sheet sets, by the name behind `--code-room-`. */
function coloursIn(css: string, pattern: RegExp): Map<string, string> {
  return new Map([...css.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
}
const ours = (css: string) => coloursIn(css, /var\(--code-room-([\w-]+), (light-dark\([^)]*\))\)/g);
const themes = (css: string) => coloursIn(css, /--code-room-([\w-]+): ((?:light-dark\(|#)[^;]*);/g);

function onSide(value: string, side: Side): string {
  const [, light, dark] = /light-dark\((#\w+), (#\w+)\)/.exec(value) ?? [];
  return (side === 'light' ? light : dark) ?? value;
}

function luminance(colour: string): number {
  assert.match(colour, /^#[0-9a-f]{6}$/);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, two: string): number {
  const [a, b] = [luminance(one), luminance(two)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function checkAll(colours: Map<string, string>, least: number): void {
  for (const side of SIDES) {
    for (const [text, ground] of pairs) {
      const [one, two] = [colours.get(text), colours.get(ground)].map((value) => onSide(value ?? '', side));
      const found = contrast(one ?? '', two ?? '');
      assert.ok(found >= least, `${text} on ${ground}, ${side}: ${found.toFixed(2)}`);
    }
  }
}

describe('the looks of the element', () => {
  it('can be read as they are', () => checkAll(ours(usual), 4.5));

  it('have more contrast where that is asked for', () => checkAll(new Map([...ours(usual), ...ours(more)]), 7));

  for (const name of readdirSync(FOLDER)) {
    it(`can be read: ${name}`, () => {
      const css = readFileSync(`${FOLDER}/${name}`, 'utf8');
      const colours = themes(css);
      // A colour that is left out would be that of another look.
      for (const [text, ground] of pairs) for (const one of [text, ground]) assert.ok(colours.has(one), one);
      checkAll(colours, 4.5);
    });
  }

  it('are set by custom properties that the element has', () => {
    const known = new Set([...`${usual}${more}`.matchAll(/var\(\s*(--code-room-[\w-]+)/g)].map(([, name]) => name));
    for (const name of readdirSync(FOLDER))
      for (const [, property] of readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/^\s*(--[\w-]+):/gm))
        assert.ok(known.has(property), `${name}: ${property}`);
  });
});

describe('stylesheets of the element', () => {
  it('take every colour, size of letters and roundness of a box from a custom property', () => {
    // Print is black on white; people have colours of their own; pictures are made for white paper.
    const own = /styles\/(tokens|theming|print|css-fallback|replay-colors)\.ts$|editor\/print\.ts$/;
    const fixed =
      /(?<!background: )#[0-9a-f]{3,8}\b(?=[ ;])|\brgb\(|font-?size: '?\d+(\.\d+)?px|border-?radius: '?([4-9]|[1-8]\d)px/i;
    const files = ['components', 'components/styles', 'components/editor'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.ts') && !own.test(`${folder}/${name}`))
        .map((name) => `${folder}/${name}`),
    );
    for (const path of files) {
      const found = readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => fixed.test(line) && !/this\.#|^\s*(\/\/|\*|#)|#\w+\(/.test(line));
      assert.deepEqual(found, [], path);
    }
  });
});
