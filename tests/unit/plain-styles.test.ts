// Stylesheets for browsers of 2023: supported functions only, and the same colours.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withFallbacks } from '../../components/styles/css-fallback.js';
import { readSources, withoutComments } from './sources.js';

/** What came to browsers after January 2023. */
const NEWER = /light-dark\(|color-mix\(|oklch\(|\b(rgb|hsl)\(from |@starting-style|@scope|:state\(|anchor\(|\bif\(/;

/** Every sheet of a component, with what stands in its template. */
function sheets(): [path: string, css: string][] {
  return [...readSources('components')].flatMap(([path, source]) =>
    [...withoutComments(source).matchAll(/css`([^`]*)`/g)].map(([, css]): [string, string] => [path, css ?? '']),
  );
}

describe('stylesheets in a browser of 2023', () => {
  it('use no CSS function that it does not have', () => {
    const all = sheets();
    assert.ok(all.length > 15, `only ${all.length} sheets were found`);
    assert.ok(all.some(([, css]) => NEWER.test(css)));
    for (const [path, css] of all) {
      const left = withFallbacks(css, false)
        .split('\n')
        .filter((line) => NEWER.test(line));
      assert.deepEqual(left, [], path);
    }
  });

  it('give the colour of the current scheme, whatever the page has set', () => {
    const css = withFallbacks(':host { --_a: var(--code-room-a, light-dark(#fff, rgb(1, 2, 3))); }', false);
    assert.match(css, /--_a: var\(--code-room-a, var\(--_light, #fff\) var\(--_dark, rgb\(1, 2, 3\)\)\);/);
    assert.match(css, /:host\(\[theme='dark'\]\) \{ --_light: ; --_dark: initial;/);
  });

  it('replace mixtures by one colour, and leave the rest unchanged', () => {
    assert.equal(
      withFallbacks('a{b:color-mix(in oklab,var(--_accent) 26%,transparent)}', false),
      'a{b:rgb(128 128 128 / 26%)}',
    );
    assert.equal(withFallbacks('a{b:color-mix(in oklab,var(--x) 88%,var(--y))}', false), 'a{b:var(--x)}');
    assert.equal(withFallbacks('a{b:color-mix(in oklab, var(--x) 9%, var(--y))}', false), 'a{b:var(--y)}');
    assert.equal(
      withFallbacks('a{b:color-mix(in oklab, var(--x) 9%, red)}', true),
      'a{b:color-mix(in oklab, var(--x) 9%, red)}',
    );
  });

  it('keep signs from screen readers, where the browser can', () => {
    const twice = /^content: '(.)'; content: '\1' \/ '';$|^content_: '"(.)"', content: '"\2" \/ ""',$/;
    let found = 0;
    for (const [path, source] of readSources('components')) {
      const signs = withoutComments(source).match(/\bcontent_?: '"?[^\w'"]+"?(?: \/ "")?'(?: \/ '')?[;,]/g) ?? [];
      found += signs.length;
      for (let n = 0; n < signs.length; n += 2) assert.match(`${signs[n]} ${signs[n + 1]}`, twice, path);
    }
    assert.ok(found > 4, `only ${found} signs were found`);
  });

  it('of the editor list supported values before unsupported ones', () => {
    for (const [path, source] of readSources('components/editor')) {
      const code = withoutComments(source);
      for (const [at] of [...code.matchAll(new RegExp(NEWER, 'g'))].map(({ index }) => [index] as const)) {
        assert.match(
          code.slice(Math.max(0, at - 250), at),
          /@supports|(\w+)_: '[^']+',\s*\1: '$/,
          `${path}: ${code.slice(at, at + 60)}`,
        );
      }
      assert.doesNotMatch(code, /(?<!_: '[^']+',\s*lineHeight: ')round\(1/, path);
    }
  });
});
