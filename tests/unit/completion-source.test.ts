/** A word that is accepted takes the place of the whole word that the cursor is in, whatever its language calls a word. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { offers, suggested, suggestions } from '../../components/editor/completion-source.js';
import { helpLevel } from '../../components/editor/help-level.js';
import { loadLanguage } from '../../components/editor/highlight-languages.js';

interface Offered {
  state: EditorState;
  found: CompletionResult | null;
  labels: readonly string[];
}

/** What is offered at the mark. */
async function offeredAt(language: string, marked: string): Promise<Offered> {
  const at = marked.indexOf('|');
  const doc = marked.slice(0, at) + marked.slice(at + 1);
  const opened = EditorState.create({
    doc,
    selection: { anchor: at },
    extensions: [await loadLanguage(language), helpLevel.of('basic')],
  });
  // On a busy machine the grammar may not have come to the end yet.
  ensureSyntaxTree(opened, doc.length, 60_000);
  const { state } = opened.update({});
  const found = await offers(new CompletionContext(state, at, false));
  return { state, found, labels: found?.options.map(({ label }) => label) ?? [] };
}

/** The text and its cursor when `word` has been accepted. */
function accepted({ state, found }: Offered, word: string): string {
  const option = found?.options.find(({ label }) => label === word);
  assert.ok(found && typeof option?.apply === 'function', `${word} is not offered in ${state.doc}`);
  let after = state;
  const view = { state, dispatch: (spec: object) => (after = state.update(spec).state) } as unknown as EditorView;
  option.apply(view, option, found.from, state.selection.main.head);
  const { head } = after.selection.main;
  return `${after.sliceDoc(0, head)}|${after.sliceDoc(head)}`;
}

it('words of the language are offered, also those that its grammar has no name of their own for', async () => {
  const missing: string[] = [];
  for (const [language, before, words] of [
    ['c', '', 'void int const static sizeof'],
    [
      'cpp',
      '',
      `void public private protected override final this static_cast dynamic_cast const_cast reinterpret_cast static_assert
        thread_local alignas alignof typeid co_await co_return co_yield and or not wchar_t`,
    ],
    [
      'php',
      '<?php\n',
      `public private protected true false null self parent isset empty instanceof include_once require_once callable int
        float string bool mixed void never iterable object and or xor exit`,
    ],
    ['java', '', 'void public yield record final int'],
    ['csharp', '', 'void public nameof when where and or not with dynamic'],
    ['go', '', 'func any iota close copy delete panic recover int64 uint'],
    ['rust', '', 'fn Self i8 i64 isize u16 f32 dyn'],
    ['ruby', '', 'def puts include attr_accessor attr_reader attr_writer private'],
    ['kotlin', '', 'fun val override when suspend it'],
    ['swift', '', 'func as is override final lazy weak mutating some any Any Self fileprivate didSet willSet get set'],
    ['lua', '', 'local function elseif'],
    ['shell', '', 'case esac local return break continue readonly printf read test shift'],
  ] as const) {
    for (const word of words.split(/\s+/)) {
      const { labels } = await offeredAt(language, `${before}${word.slice(0, -1)}|`);
      if (!labels.includes(word)) missing.push(`${language}: ${word}`);
    }
  }
  assert.deepEqual(missing, []);
});

it('a word takes the place of the whole word, with its hyphens, points and combining marks', async () => {
  for (const [language, before, word, result] of [
    ['css', '.nav-item {} .nav-i|con-x {}', 'nav-item', '.nav-item {} .nav-item| {}'],
    ['css', 'a { color: re|d; margin: 0 }', 'rebeccapurple', 'a { color: rebeccapurple|; margin: 0 }'],
    ['html', '<p aria|-labell="">', 'aria-label', '<p aria-label|="">'],
    ['html', '<p>well-known wel|l-kno</p>', 'well-known', '<p>well-known well-known|</p>'],
    ['javascript', 'conso|le.error(1)', 'console.log', 'console.log|(1)'],
    ['javascript', 'cons|x.error(1)', 'console', 'console|.error(1)'],
    ['javascript', 'conso|le.error.bind(1)', 'console.log', 'console.log|.bind(1)'],
    ['javascript', 'const first = 1\nfir|s-first', 'first', 'const first = 1\nfirst|-first'],
    ['python', 'import urllib.par|seb', 'urllib.parse', 'import urllib.parse|'],
    ['python', 'import url|lib.request', 'urllib.parse', 'import urllib.parse|'],
    ['python', 'नमूना = 1\nf(नम|स्ते)', 'नमूना', 'नमूना = 1\nf(नमूना|)'],
    ['python', 'नमस्ते = 1\nf(नमस्|का)', 'नमस्ते', 'नमस्ते = 1\nf(नमस्ते|)'],
    ['java', 'int नमस्ते; f(नमस्|का);', 'नमस्ते', 'int नमस्ते; f(नमस्ते|);'],
    [
      'java',
      'int re\u0301sume\u0301; f(re\u0301s|x);',
      're\u0301sume\u0301',
      'int re\u0301sume\u0301; f(re\u0301sume\u0301|);',
    ],
  ] as const)
    assert.equal(accepted(await offeredAt(language, before), word), result);
});

it('the word that the cursor is in is not offered for itself', async () => {
  for (const [language, before, word] of [
    ['css', '.nav-item {} .nav-i|tem {}', 'nav-item'],
    ['html', '<p aria|-label="">', 'aria-label'],
    ['javascript', 'conso|le.log(1)', 'console.log'],
    ['python', 'import urllib.par|se', 'urllib.parse'],
    ['python', 'नमस्ते = 1\nf(नम|स्ते)', 'नमस्ते'],
    ['java', 'int नमस्ते; f(नम|स्ते);', 'नमस्ते'],
    ['java', 'int value; f(va|lue);', 'value'],
  ] as const) {
    const { labels } = await offeredAt(language, before);
    assert.ok(!labels.includes(word), `${word} is offered in ${before}`);
  }
});

it('words of the file are whole words', async () => {
  const { labels } = await offeredAt('java', 'int नमस्ते; int résumé; f(न|);');
  assert.ok(labels.includes('नमस्ते') && labels.includes('résumé'), labels.join(' '));
  assert.ok(!labels.includes('नमस') && !labels.includes('ते'), 'not pieces of them');
});

/** What the language service is asked for at the mark, where it would have `count`; null: it is not asked. */
async function suggestedAt(language: string, marked: string): Promise<readonly string[] | null> {
  const at = marked.indexOf('|');
  const state = EditorState.create({
    doc: marked.slice(0, at) + marked.slice(at + 1),
    selection: { anchor: at },
    extensions: [await loadLanguage(language), helpLevel.of('full'), suggestions.of(async () => [{ label: 'count' }])],
  });
  const found = await suggested(new CompletionContext(state, at, false));
  return found?.options.map(({ label }) => label) ?? null;
}

it('the language service is asked behind the point of a name, whatever it ends in, and not behind that of a number', async () => {
  for (const [language, marked] of [
    ['python', 'p1.|'],
    ['python', 'नाम२.|'],
    ['python', 'xs[12].|'],
    ['typescript', 'const a = node2.|'],
    ['typescript', 'this.#node2.|'],
    ['sql', 'select e1.|'],
  ] as const)
    assert.deepEqual(await suggestedAt(language, marked), ['count'], marked);
  for (const marked of ['12.|', 'x = 12.|', 'x = 1_000.|', 'x = -3.|', 'x = (4.|'])
    assert.equal(await suggestedAt('python', marked), null, marked);
});

it('behind the sign of a private name stand private names only', async () => {
  for (const language of ['javascript', 'typescript', 'tsx'])
    for (const marked of [
      'class A { #count = 1; f() { this.#c|',
      'class A { #count = 1; f() { this?.#|',
      'class A { #c|',
    ]) {
      const { labels } = await offeredAt(language, marked);
      assert.deepEqual(labels, [], `${language}: ${marked}`);
    }
  assert.deepEqual(await suggestedAt('typescript', 'class A { #count = 1; f() { this.#c|'), ['count']);
  assert.deepEqual(await suggestedAt('typescript', 'class A { #count = 1; f() { this.#|'), ['count']);
  assert.ok((await offeredAt('cpp', '#inc|')).labels.includes('include'));
});
