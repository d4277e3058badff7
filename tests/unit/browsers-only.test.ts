// What the build leaves out of CodeMirror: nothing that it counts on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import browsersOnly from '../../components/build/browsers-only.js';

const path = createRequire(import.meta.url)
  .resolve('@codemirror/view')
  .replace(/\.cjs$/, '.js');

describe('CodeMirror as it is built for a host', () => {
  const original = readFileSync(path, 'utf8');
  const { transform } = browsersOnly() as unknown as {
    transform(this: { parse: typeof parseAst }, code: string, id: string): string | { code: string };
  };
  const built = transform.call({ parse: parseAst }, original, path);
  const code = typeof built === 'string' ? built : built.code;

  it('has something left out', () => assert.ok(code.length < original.length - 1_000, `${code.length}`));

  it('keeps every list of several lines as long as it is: some are counted by place, as that of decorations', () => {
    const lists = (text: string) =>
      [...text.matchAll(/(\w+(?:\.\w+)*) = \[\n([^\]]*)\n\s*\]/g)].map(([, name, items = '']) => [
        name,
        items.split('\n').filter((line) => line.trim() !== '').length,
      ]);
    assert.ok(lists(original).some(([name]) => name === 'this.decorations'));
    assert.deepEqual(lists(code), lists(original));
  });
});
