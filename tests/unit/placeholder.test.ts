// Before its script has come a room is as high as afterwards.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** What a rule of this selector says of the height. */
function heights(css: string, selector: string): string[] {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, names = '']) =>
    names.split(',').some((name) => name.trim() === selector),
  );
  return rules.flatMap(([, , body = '']) => body.match(/(?:min-)?block-size: [^;]+/g) ?? []);
}

describe('the place of a room', () => {
  const placeholder = readFileSync('components/styles/placeholder.css', 'utf8').replace(/\/\*.*?\*\//gs, '');

  for (const [tag, file] of [
    ['code-room', 'layout'],
    ['code-room-replay', 'replay'],
  ]) {
    it(`of <${tag}> is kept`, () => {
      const styles = readFileSync(`components/styles/${file}.ts`, 'utf8').replace(/[\s\S]*?css`/, '');
      const kept = heights(placeholder, `${tag}:not(:defined)`);
      const wanted = heights(styles, ':host').filter((line) => /rem/.test(line));
      assert.ok(wanted.length > 0);
      for (const line of wanted) assert.ok(kept.includes(line), `${line} is not among ${kept}`);
    });
  }
});
