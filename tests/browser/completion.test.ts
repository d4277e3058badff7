// Completion offers, and nothing is inserted that somebody has not chosen.
import { currentCompletions } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import { expect } from '@esm-bundle/chai';
import { suggestions } from '../../components/editor/completion-source.js';
import { helpLevel } from '../../components/editor/help-level.js';
import { EditedFile } from '../fixtures/edited-file.js';
import { until } from '../fixtures/elements.js';
import { press, type } from '../fixtures/keyboard.js';

describe('completion', () => {
  let file: EditedFile | undefined;
  afterEach(() => file?.close());

  const after = async (language: string, marked: string, text: string): Promise<EditedFile> => {
    file?.close();
    file = await EditedFile.open(marked, language);
    await type(text);
    return file;
  };

  for (const [language, before, words] of [
    ['python', 'total = 1\n|', ['total', 'continue', 'None', 'import', 're']],
    ['javascript', 'const total = 1\n|', ['total', 'break', 'con', 'un']],
    ['typescript', 'const total = 1\n|', ['interf', 'str']],
    ['sql', '|', ['desc', 'SELECT', 'sel', 'DES']],
    ['lua', 'local total = 1\n|', ['tot', 'end', 'pr']],
  ] as const) {
    it(`does not change Enter after each word of ${language}: it inserts a newline`, async () => {
      for (const word of words) {
        const it = await after(language, before, word.slice(0, -1));
        await it.listed();
        await type(word.slice(-1));
        await new Promise((resolve) => setTimeout(resolve, 150));
        await press('Enter');
        expect(it.text.trimEnd()).to.equal(`${before.slice(0, -1)}${word}`);
        expect(it.text.split('\n').length).to.equal(before.split('\n').length + 1);
        expect(it.kept).to.equal(it.text);
      }
    });
  }

  it('is accepted by Enter after an arrow key, and by Tab without selecting', async () => {
    let it = await after('python', '|', 'pri');
    expect((await it.listed())[0]).to.equal('print');
    await press('Tab');
    expect(it.marked).to.equal('print|');
    it = await after('python', '|', 'conti');
    await it.listed();
    await press('ArrowDown', 'Enter');
    expect(it.marked).to.equal('continue|');
    it = await after('python', '|', 'conti');
    await it.listed();
    await press('Escape', 'Enter');
    expect(it.text).to.equal('conti\n');
  });

  it('does not show what was offered for another word while somebody waits for the language service', async () => {
    file?.close();
    file = await EditedFile.open('words = []\n|', 'python');
    let answer: ((found: { label: string }[]) => void) | undefined;
    const slow = suggestions.of((at) =>
      at < 13 ? Promise.resolve(null) : new Promise((resolve) => (answer = resolve)),
    );
    file.editor.applyPersonal([helpLevel.of('full'), slow]);
    await type('w');
    expect(await file.listed()).to.include('words');
    await type('.');
    await until(() => answer !== undefined, 'the language service is not asked');
    const list = file.root.querySelector('.cm-tooltip-autocomplete');
    expect(list ? getComputedStyle(list).visibility : 'hidden').to.equal('hidden');
    answer?.([{ label: 'append' }]);
    await until(() => currentCompletions(file?.view.state as EditorState)[0]?.label === 'append', 'nothing is offered');
    const now = file.root.querySelector('.cm-tooltip-autocomplete') as Element;
    expect(getComputedStyle(now).visibility).to.equal('visible');
  });

  it('does not change Enter in markup and stylesheets either', async () => {
    for (const [language, before, typed] of [
      ['html', '<p>\n|', '<di'],
      ['html', '|', '<input ty'],
      ['css', 'a {\n|\n}', 'colo'],
      ['css', 'a { color: |; }', 're'],
      ['jsx', 'const a = <b|', ' on'],
      ['tsx', 'const total = 1\n|', 'tot'],
      ['php', '<?php\n|', 'func'],
    ] as const) {
      const it = await after(language, before, typed);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { text } = it;
      await press('Enter');
      expect(it.text.replace(/\s/g, ''), `${language}: ${typed}`).to.equal(text.replace(/\s/g, ''));
      expect(it.text.split('\n').length, `${language}: ${typed}`).to.be.above(text.split('\n').length);
    }
  });

  it('replaces the whole word in each language', async () => {
    for (const [language, before, result] of [
      ['javascript', 'const firstName = 1\nf(fir|stOne)', 'const firstName = 1\nf(firstName|)'],
      ['typescript', 'const größe = 1\nf(grö|ß)', 'const größe = 1\nf(größe|)'],
      ['lua', 'local first_name = 1\nprint(firs|t)', 'local first_name = 1\nprint(first_name|)'],
      ['sql', 'sele|c', 'select|'],
      ['java', 'int firstName; f(firs|tOne);', 'int firstName; f(firstName|);'],
      ['css', 'a { margin-bot|tom-x: 0 }', 'a { margin-bottom|: 0 }'],
      ['javascript', 'conso|le.error(1)', 'console.log|(1)'],
      ['python', 'नमूना = 1\nf(नम|स्ते)', 'नमूना = 1\nf(नमूना|)'],
    ] as const) {
      const it = await after(language, before, '');
      const last = it.text[it.marked.indexOf('|') - 1] ?? '';
      await press('Backspace');
      await type(last);
      await it.listed();
      await press('Tab');
      expect(it.marked, language).to.equal(result);
    }
  });

  it('resets the selection when somebody types on', async () => {
    const it = await after('python', '|', 'con');
    await it.listed();
    await press('ArrowDown');
    await type('t');
    await it.listed();
    await press('Enter');
    expect(it.text).to.equal('cont\n');
  });

  it('is accepted by no other key', async () => {
    for (const key of ['(', ')', '.', ' ', ':', ',', '=', '"']) {
      const it = await after('python', '|', 'pri');
      await it.listed();
      await type(key);
      expect(it.text.startsWith(`pri${key}`), `${key} gave ${it.text}`).to.equal(true);
    }
  });

  it('replaces the whole word that the cursor is in', async () => {
    const it = await after('python', 'first_name = last_name = 1\nprint(|last_name)', '');
    it.set('first_name = last_name = 1\nprint(la|st_name)');
    await press('Backspace', 'Backspace');
    await type('first');
    await it.listed();
    await press('Tab');
    expect(it.marked).to.equal('first_name = last_name = 1\nprint(first_name|)');
  });

  it('offers keywords, built-in names and modules, and never what is already typed', async () => {
    for (const [language, text, offered, not = ''] of [
      ['python', 'conti', 'continue'],
      ['python', 'isin', 'isinstance'],
      ['python', 'import coll', 'collections'],
      ['python', 'from iter', 'itertools'],
      ['python', 'import os, js', 'json', 'isinstance'],
      ['python', 'nonl', 'nonlocal'],
      ['javascript', 'conti', 'continue'],
      ['javascript', 'awai', 'await'],
      ['javascript', 'cons', 'console', 'interface'],
      ['typescript', 'inter', 'interface'],
      ['sql', 'ord', 'order', 'ord'],
      ['sql', 'ORD', 'ORDER', 'order'],
      ['lua', 'funct', 'function'],
      ['lua', 'ipa', 'ipairs'],
      ['java', 'retur', 'return'],
      ['go', 'fun', 'func'],
      ['rust', 'impl', 'impl', 'impl'],
      ['cpp', 'namesp', 'namespace'],
    ] as const) {
      const it = await after(language, '|', text);
      if (text === offered) {
        expect(await it.offers(), text).not.to.include(offered);
        continue;
      }
      const list = await it.listed();
      expect(list, `${language}: ${text}`).to.include(offered);
      if (not) expect(list, `${language}: ${text}`).not.to.include(not);
      await type(offered.slice(/[\w.]*$/.exec(text)?.[0].length));
      expect(await it.offers(), `${language}: ${offered}`).not.to.include(offered);
    }
  });

  it('offers nothing inside strings and comments', async () => {
    for (const [language, text] of [
      ['python', '# conti'],
      ['python', '"conti'],
      ['javascript', '// conti'],
      ['sql', '-- sele'],
      ['lua', '-- funct'],
      ['python', '#conti'],
      ['python', 'x = f"{1}conti'],
      ['javascript', '//conti'],
      ['javascript', `\`\${1}conti`],
      ['java', '/*retur'],
      ['java', 'String s = """\nretur'],
      ['csharp', 'var s = """\nnames'],
      ['php', '<?php\n/*functio'],
      ['php', '<?php\n$a = <<<A\nfunctio'],
      ['rust', 'let a = r#"impl'],
      ['yaml', 'a: "tru'],
    ] as const) {
      const it = await after(language, '|', text);
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(await it.offers(), text).to.deep.equal([]);
    }
  });

  it('is visible in any container of the page', async () => {
    for (const style of [
      '',
      'transform: translate(30px, 40px) scale(0.9)',
      'filter: blur(0)',
      'contain: strict; inline-size: 200px; block-size: 30px',
      'overflow: hidden; inline-size: 200px; block-size: 30px',
      'will-change: transform; perspective: 10px; overflow: clip; block-size: 30px',
      'position: relative; z-index: -1; backdrop-filter: blur(0)',
    ]) {
      const it = await after('python', '|', '');
      it.root.host.setAttribute('style', `--_background: red; ${style}`);
      await type('conti');
      await it.listed();
      const item = () => it.root.querySelector('.cm-tooltip-autocomplete li');
      const { left, top, width, height } = item()?.getBoundingClientRect() ?? new DOMRect();
      const there = it.root.elementFromPoint(left + width / 2, top + height / 2);
      expect(there?.closest('li'), style).to.equal(item());
      // And nothing else: what the list stands in covers none of the page.
      for (let box = item()?.closest('.cm-tooltip')?.parentElement; box; box = box.parentElement) {
        const isBare =
          getComputedStyle(box).backgroundColor === 'rgba(0, 0, 0, 0)' || box.getClientRects().length === 0;
        expect(isBare, `${box.className} covers the page`).to.equal(true);
      }
      const caret = it.view.coordsAtPos(0);
      expect(left - (caret?.left ?? 0), style).to.be.within(-20, 60);
      expect(top - (caret?.bottom ?? 0), style).to.be.within(-1, 30);
    }
  });

  it('is not slower in lines of a file’s maximum length', async () => {
    for (const line of ['y'.repeat(400_000), 'function(){a.b(":")};'.repeat(19_000), `f(${' '.repeat(400_000)}`]) {
      const it = await after('javascript', `${line}|`, '');
      const began = performance.now();
      await type('ab"c" ');
      await press('Enter');
      await type('con');
      await it.listed();
      expect(performance.now() - began, line.slice(0, 20)).to.be.lessThan(10_000);
    }
  });

  it('ignores keys during a composition, and Enter after it inserts a newline', async () => {
    for (const [before, composed, label] of [
      ['|', 'conti', 'continue'],
      ['かんじ = 1\n|', 'かん', 'かんじ'],
      ['한글 = 1\ny = |', '한', '한글'],
    ] as const) {
      const it = await after('python', before, '');
      for (let end = 1; end <= composed.length; end += 1) await it.compose(composed.slice(0, end));
      expect(await it.listed(), composed).to.include(label);
      for (const key of ['ArrowDown', 'Enter', 'Tab', 'Escape', ' ']) it.composingKey(key);
      expect(it.marked, composed).to.equal(before.replace('|', `${composed}|`));
      it.composed();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await press('Enter');
      expect(it.text.trimEnd(), composed).to.equal(before.replace('|', composed));
      expect(it.text.split('\n').length, composed).to.equal(before.split('\n').length + 1);
      expect(it.kept).to.equal(it.text);
    }
  });

  it('is accepted after a composition by Tab, with a selection, or by the pointer during it', async () => {
    for (const choose of [
      async (it: EditedFile) => {
        it.composed();
        await it.listed();
        await press('Tab');
      },
      async (it: EditedFile) => {
        it.composed();
        await it.listed();
        await press('ArrowDown', 'Enter');
      },
      async (it: EditedFile) => {
        const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true });
        it.root.querySelector('.cm-tooltip-autocomplete li')?.dispatchEvent(pressed);
        it.composed();
      },
    ]) {
      const it = await after('python', 'if a:\n    |', '');
      await it.compose('con');
      await it.compose('conti');
      await it.listed();
      await choose(it);
      await type('!');
      expect(it.marked).to.equal('if a:\n    continue!|');
      expect(it.kept).to.equal(it.text);
      expect(it.view.contentDOM.querySelectorAll('.cm-line')[1]?.textContent).to.equal('    continue!');
    }
  });
});
