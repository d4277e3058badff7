/** What CodeMirror says by itself, to eyes and screen readers, is among the words of the element. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { phrases } from '../../components/editor/extensions.js';
import '../../components/editor/completion-and-search.js';
import { spokenBy } from '../../components/wording/locale.js';
import { speech } from '../../components/wording/words.js';

/** Of folded code, which no editor here has. */
const FOLDING = ['Folded lines', 'Unfolded lines', 'to', 'folded code', 'unfold', 'Fold line', 'Unfold line'];

it('every phrase of CodeMirror’s parts is one of the element’s, but for those of what no editor here has', () => {
  const said = ['autocomplete', 'commands', 'language', 'lint', 'search', 'view'].flatMap((part) => {
    const source = readFileSync(`node_modules/@codemirror/${part}/dist/index.js`, 'utf8');
    const calls = [...source.matchAll(/\bphrase\((?:\w+, )?([^,()]*)/g)].map(([, text = '']) => text);
    return calls.flatMap((call) => [...call.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text));
  });
  assert.ok(said.length > 20, String(said));
  assert.deepEqual(
    said.filter((phrase) => !Object.hasOwn(phrases, phrase) && !FOLDING.includes(phrase)),
    [],
  );
});

it('a phrase is in the language of the moment in which it is shown', () => {
  assert.equal(phrases['No diagnostics'], 'No problems');
  speech.now = spokenBy({ Find: 'Quaere' }, 'la');
  assert.equal(phrases.Find, 'Quaere');
  speech.now = undefined;
});
