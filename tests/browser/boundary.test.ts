// The page's styles do not change code or fields inside the element.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, open, part, until } from '../fixtures/elements.js';

/** What a page decides, or what cannot do anything to what is inside. */
const PAGES_OWN =
  /^(--|direction$|visibility$|interactivity$|(supported-)?color-schemes?$|(-webkit-|-moz-osx-)?font-smooth|-webkit-(locale|tap-highlight-color|rtl-ordering)$|speak|math-|ruby-|page$|dynamic-range-limit$|text-size-adjust$|-moz-user-focus|-moz-user-input|-moz-image-region|-moz-control-character-visibility|-webkit-(line-grid|line-align|nbsp-mode|cursor-visibility|overflow-scrolling|touch-callout)|azimuth)/;
/** Asks for nothing by itself: its part of the look is switched off. */
const IDLE =
  /^(-webkit-)?(hyphenate-|stroke-(color|dash|line|miter|opacity|width)|glyph-orientation|color-interpolation|shape-rendering|text-(anchor|box|emphasis-position|justify)|interpolate-size)/;
/** Comes through because there is less room, not because it is inherited. */
const SIZE = /^(-webkit-logical-)?(width|height|inline-size|block-size|perspective-origin|transform-origin)$/;
/** Of drawings: nothing but an icon has any, and those are told apart below. */
const DRAWN =
  /^(clip-rule|color-interpolation|color-rendering|dominant-baseline|fill|marker|shape-rendering|stroke|text-anchor|buffered-rendering|glyph-orientation|kerning|-webkit-svg-shadow|context-properties|-moz-context-properties|mask-type|vector-effect)/;

/** Something that each kind of property takes and that is not what it begins with. */
const VALUES =
  `red 7px 3.5 2 0 900 40% 1.5em center right justify end uppercase none all auto hidden always both break-all break-word
  anywhere nowrap pre balance pretty strict loose wait pointer text vertical-rl sideways-rl upright mixed "x" under left
  from-image pixelated crisp-edges separate collapse hide bottom inside square optimizeLegibility geometricPrecision italic
  condensed small-caps allow-end trim-start normal exact fill stroke disc circle manual bar underscore over filled
  read-write-plaintext-only read-write no-drop contents silent ideograph-alpha no-autospace space-all first allow-keywords
  oldstyle-nums common-ligatures super unicode jis04 emoji 120% economy none! weight`
    .split(/\s+/)
    .concat(
      '7px red',
      '"kern" off',
      '"wght" 900',
      '1px 1px 2px red',
      'red blue',
      '"a" "b"',
      'filled dot',
      '2px 3px',
      'from-font',
    );

function names(): string[] {
  const computed = getComputedStyle(document.body);
  const listed = Array.from({ length: computed.length }, (_, at) => computed[at] ?? '');
  // Some are not listed, and yet can be set.
  const known = [];
  for (const name in document.body.style) {
    if (/^(webkit|moz|ms)?[a-z]+([A-Z][a-z]*)*$/i.test(name)) {
      known.push(
        name.replace(/^(webkit|moz)(?=[A-Z])/, '-$1').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
    }
  }
  const shorthand =
    /^(all|font|font-variant|text-wrap|white-space|text-decoration|list-style|text-emphasis|marker|-webkit-text-(stroke|emphasis)|border-spacing|caret)$/;
  return [...new Set([...listed, ...known])].filter(
    (name) => ![PAGES_OWN, IDLE, SIZE, shorthand].some((kind) => kind.test(name)),
  );
}

/** What would reach a plain box inside a box that has it, each with a value that is not its own. */
function inherited(): [name: string, value: string][] {
  const outer = document.body.appendChild(document.createElement('div'));
  const inner = outer.appendChild(document.createElement('div'));
  const style = getComputedStyle(inner);
  const found: [string, string][] = [];
  for (const name of names()) {
    const before = style.getPropertyValue(name);
    const value = VALUES.find((candidate) => {
      if (!CSS.supports(name, candidate)) return false;
      outer.style.setProperty(name, candidate);
      const changed = style.getPropertyValue(name) !== before;
      outer.style.removeProperty(name);
      return changed;
    });
    if (value) found.push([name, value]);
  }
  outer.remove();
  return found;
}

/** One of each kind of place where a person reads, writes or presses. */
function places(room: CodeRoom): [string, Element][] {
  const of = (name: keyof HTMLElementTagNameMap, selector: string): [string, Element] => [
    `${name} ${selector}`,
    inside(room, name, selector),
  ];
  return [
    of('code-room-editor', '.cm-content'),
    of('code-room-editor', '.cm-line'),
    of('code-room-editor', '.cm-gutterElement'),
    of('code-room-editor', '.hint'),
    of('code-room-output', '.output'),
    of('code-room-output', '.summary'),
    of('code-room-output', 'textarea'),
    of('code-room-run', 'button'),
    of('code-room-run', 'svg'),
    of('code-room-file', 'input'),
    of('code-room-language', 'select'),
    of('code-room-people', 'input'),
    of('code-room-people', '.initials'),
    of('code-room-status', '.status'),
    of('code-room-splitter', 'div'),
  ];
}

const whole = '';
const apart = `<div slot="layout">${['editor', 'output', 'run', 'file', 'language', 'people', 'status', 'splitter']
  .map((name) => `<code-room-${name}></code-room-${name}>`)
  .join('')}</div>`;

describe('the page’s stylesheet', () => {
  afterEach(() => {
    clear();
    document.body.removeAttribute('style');
  });

  for (const [how, content] of Object.entries({ 'in one tag': whole, "in the page's own layout": apart })) {
    it(`does not change the inside of the element, ${how}`, async () => {
      const room = await open({}, content);
      room.value = 'x = 1\n';
      await until(
        () => inside(room, 'code-room-splitter', 'div') && inside(room, 'code-room-editor', '.cm-gutterElement'),
      );
      const tags = content ? [...room.querySelectorAll<HTMLElement>('[slot=layout] > *')] : [room];
      const properties = inherited();
      expect(properties.length).to.be.greaterThan(25);
      expect(properties.map(([name]) => name)).to.include.members(['letter-spacing', 'text-align', 'text-transform']);
      const all = places(room).map(([name, place]) => ({
        name,
        drawn: place.localName === 'svg',
        style: getComputedStyle(place),
      }));
      const reached: string[] = [];
      for (const [name, value] of properties) {
        const before = all.map(({ style }) => style.getPropertyValue(name));
        for (const set of [[document.body], tags]) {
          for (const element of set) element.style.setProperty(name, value, 'important');
          for (const [at, place] of all.entries()) {
            if (DRAWN.test(name) && !place.drawn) continue;
            const now = place.style.getPropertyValue(name);
            if (now !== before[at])
              reached.push(`${name}: ${value} reaches ${place.name}: ${before[at]} became ${now}`);
          }
          for (const element of set) element.style.removeProperty(name);
        }
      }
      expect([...new Set(reached.map((line) => line.split(':')[0]))], reached.slice(0, 20).join('\n')).to.deep.equal(
        [],
      );
    });
  }

  it('sets fonts and colours by custom property, and light or dark', async () => {
    const room = await open();
    const line = () => getComputedStyle(inside(room, 'code-room-editor', '.cm-content'));
    const scroller = () => getComputedStyle(inside(room, 'code-room-editor', '.cm-scroller'));
    const ground = () => getComputedStyle(inside(room, 'code-room-editor', '.cm-editor')).backgroundColor;
    room.style.setProperty('--code-room-code-font', 'Georgia');
    room.style.setProperty('--code-room-text', 'rgb(1, 2, 3)');
    expect(scroller().fontFamily).to.equal('Georgia');
    expect(line().color).to.equal('rgb(1, 2, 3)');
    document.body.style.colorScheme = 'light';
    const light = ground();
    document.body.style.colorScheme = 'dark';
    expect(ground(), 'a dark page').not.to.equal(light);
    room.setAttribute('theme', 'light');
    await room.updateComplete;
    expect(ground(), 'a light room on a dark page').to.equal(light);
    expect(editor(room)).to.be.ok;
    expect(part(room, 'code-room-editor')).to.be.ok;
  });
});
