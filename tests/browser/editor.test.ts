// The editor between a view and a session: the two never differ for long.

import { historyField, isolateHistory, redo, undo } from '@codemirror/commands';
import { getSearchQuery, openSearchPanel, SearchQuery, setSearchQuery } from '@codemirror/search';
import { ChangeSet, EditorSelection, StateEffect, StateField } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import { DocumentEditor } from '../../components/editor/document-editor.js';
import { markErrorLine } from '../../components/editor/error-line.js';
import { TextView } from '../../components/editor/text-view.js';
import { Session } from '../../components/session/session.js';
import { until } from '../fixtures/elements.js';

const settings = { readOnly: false, label: 'Code', placeholder: 'Write' };

describe('DocumentEditor', () => {
  let editor: DocumentEditor;
  let session: Session;
  const failures: string[] = [];

  function make(): DocumentEditor {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const parent = root.appendChild(document.createElement('div'));
    return new DocumentEditor(session.document, { parent, root }, settings, {
      edited: () => {},
      failed: (reason) => failures.push(reason),
    });
  }

  beforeEach(async () => {
    failures.length = 0;
    session = new Session({ seed: { text: 'one\ntwo\n', language: 'python' } });
    session.connect();
    await until(() => session.status === 'live' && session.document.text.length > 0);
    editor = make();
  });
  afterEach(() => {
    editor.close();
    session.close();
    document.body.replaceChildren();
  });

  const shown = () => editor.view.state.doc.toString();
  const kept = () => session.document.text.toString();

  it('is rebuilt from the session when an edit was refused', async () => {
    const edit = session.document.edit.bind(session.document);
    session.document.edit = () => {
      throw new RangeError('no');
    };
    editor.view.dispatch({ changes: { from: 0, insert: 'lost ' }, selection: { anchor: 5 } });
    await until(() => shown() === 'one\ntwo\n');
    session.document.edit = edit;
    editor.view.dispatch({ changes: { from: 0, insert: 'taken ' } });
    expect(kept()).to.equal('taken one\ntwo\n');
    expect(shown()).to.equal(kept());
    expect(failures).to.deep.equal(['editor']);
  });

  it('is rebuilt when an extension throws, and keeps edit, focus, selection and scroll position', async () => {
    const broken = StateField.define({
      create: () => 0,
      update: (count, { docChanged }) => {
        if (docChanged) throw new Error('an extension fails');
        return count;
      },
    });
    editor.view.dispatch({ effects: StateEffect.appendConfig.of(broken), selection: { anchor: 4 } });
    editor.view.focus();
    const { view } = editor;
    view.dispatch({ changes: { from: 0, insert: 'mine ' }, userEvent: 'input.type' });
    await until(() => editor.view !== view);
    expect([shown(), kept()]).to.deep.equal(['mine one\ntwo\n', 'mine one\ntwo\n']);
    expect(editor.view.hasFocus).to.equal(true);
    editor.view.dispatch(editor.view.state.replaceSelection('!'));
    expect(shown()).to.equal(kept());
    expect(failures).to.deep.equal(['editor']);
  });

  it('has its cursor behind an overwritten character when the edit that did it failed', async () => {
    const broken = StateField.define({
      create: () => 0,
      update: (count, { docChanged }) => {
        if (docChanged) throw new Error('an extension fails');
        return count;
      },
    });
    editor.view.dispatch({ effects: StateEffect.appendConfig.of(broken), selection: { anchor: 3 } });
    const { view } = editor;
    view.dispatch({ changes: { from: 3, to: 4, insert: '\n' }, selection: { anchor: 4 }, userEvent: 'input.type' });
    await until(() => editor.view !== view);
    expect([shown(), kept()]).to.deep.equal(Array(2).fill('one\ntwo\n'));
    expect(editor.view.state.selection.main.head).to.equal(4);
  });

  it('leaves the page its time while it fails again and again, and is whole once it can be', async () => {
    editor.close();
    let failing = false;
    const broken = StateField.define({
      create: () => 0,
      update: (count) => {
        if (failing) throw new Error('it fails whatever happens');
        return count;
      },
    });
    const box = document.body.appendChild(document.createElement('div'));
    const place = { parent: box, root: box.attachShadow({ mode: 'open' }) };
    const events = { edited: () => {}, failed: (reason: string) => failures.push(reason) };
    const kind = { extensions: () => broken, limit: 1_000_000, tooLarge: () => '' };
    editor = new DocumentEditor(session.document, place, settings, events, kind);
    await until(() => editor.view.state.field(historyField, false));
    failing = true;
    editor.view.dispatch({ selection: { anchor: 1 } });
    // A page that is kept busy would never come here.
    await until(() => failures.length > 2);
    failing = false;
    session.document.edit(ChangeSet.of({ from: 0, insert: 'zero\n' }, session.document.text.length));
    await until(() => shown() === kept() && shown() === 'zero\none\ntwo\n');
    editor.view.dispatch({ changes: { from: 0, insert: 'a' } });
    expect([shown(), kept()]).to.deep.equal(['azero\none\ntwo\n', 'azero\none\ntwo\n']);
  });

  it('keeps its cursor when the browser puts it at the start on focus', async () => {
    // As Firefox does when the page's selection is elsewhere; a document's own selection is read in all engines alike.
    const view = new TextView({ parent: document.body, doc: 'one\ntwo\n', selection: { anchor: 5 } });
    view.focus();
    view.contentDOM.blur();
    // CodeMirror reads the selection, which has not been moved yet, once more.
    document.dispatchEvent(new Event('selectionchange'));
    const { contentDOM } = view;
    contentDOM.focus = (options) => {
      HTMLElement.prototype.focus.call(contentDOM, options);
      getSelection()?.collapse(contentDOM.querySelector('.cm-line')?.firstChild ?? null, 0);
    };
    view.focus();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { anchorNode, anchorOffset } = getSelection() as Selection;
    expect([anchorNode?.textContent, anchorOffset]).to.deep.equal(['two', 1]);
    expect(view.state.selection.main.head).to.equal(5);
    view.destroy();
  });

  it('keeps the undo history when rebuilt, including the edit that failed', async () => {
    const { view } = editor;
    await until(() => view.state.field(historyField, false));
    const type = (insert: string) =>
      editor.view.dispatch({
        changes: { from: editor.view.state.doc.length, insert },
        annotations: isolateHistory.of('full'),
      });
    type('mine ');
    type('again ');
    undo(editor.view);
    const broken = StateField.define({
      create: () => 0,
      update: (count, transaction) => {
        if (transaction.isUserEvent('input')) throw new Error('an extension fails');
        return count;
      },
    });
    view.dispatch({ effects: StateEffect.appendConfig.of(broken) });
    redo(view);
    view.dispatch({ changes: { from: 0, insert: 'failed ' }, userEvent: 'input.type' });
    // Meanwhile somebody else edits, whose text no undo of mine takes back.
    const theirs = ChangeSet.of({ from: 7, insert: 'theirs ' }, session.document.text.length);
    session.document.edit(theirs);
    await until(() => editor.view !== view);
    expect(shown()).to.equal('failed theirs one\ntwo\nmine again ');
    const steps: string[] = [];
    while (undo(editor.view)) steps.push(shown());
    expect(steps).to.deep.equal(['theirs one\ntwo\nmine again ', 'theirs one\ntwo\nmine ', 'theirs one\ntwo\n']);
    while (redo(editor.view)) steps.push(shown());
    expect(shown()).to.equal('failed theirs one\ntwo\nmine again ');
    expect(kept()).to.equal(shown());
  });

  it('keeps the undo history when rebuilt also where it began before the full one was loaded', async () => {
    editor.close();
    editor = make();
    // Before the next task, and so before any part of it can be there.
    editor.view.dispatch({ changes: { from: 0, insert: 'early ' }, userEvent: 'input.type' });
    expect(editor.view.state.field(historyField, false)).to.equal(undefined);
    await until(() => editor.view.state.field(historyField, false));
    const later = { changes: { from: 0, insert: 'later ' }, annotations: isolateHistory.of('full') };
    editor.view.dispatch(later);
    editor.moved();
    const steps: string[] = [];
    while (undo(editor.view)) steps.push(shown());
    expect(steps).to.deep.equal(['early one\ntwo\n', 'one\ntwo\n']);
    while (redo(editor.view)) steps.push(shown());
    expect(shown()).to.equal('later early one\ntwo\n');
    // What others write then is shown in an editor that stands.
    editor.moved();
    const { id, version, text } = session.document;
    const theirs = ChangeSet.of({ from: 0, insert: 'theirs ' }, text.length);
    const from = { document: id, version: version + 1, author: 2, sequence: 1, lag: 0 };
    session.document.change({ type: 'change', ...from, change: () => theirs });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([editor.view.dom.isConnected, failures]).to.deep.equal([true, []]);
    expect([shown(), kept()]).to.deep.equal(Array(2).fill('theirs later early one\ntwo\n'));
  });

  it('keeps all of its selection when rebuilt, where the text now is', async () => {
    const { view } = editor;
    await until(() => view.state.field(historyField, false));
    const selection = EditorSelection.create([EditorSelection.range(2, 0), EditorSelection.range(4, 7)], 1);
    view.dispatch({ selection });
    editor.moved();
    expect(editor.view.state.selection.toJSON()).to.deep.equal(selection.toJSON());
  });

  it('moves the cursor in the direction of the arrow key in right-to-left lines', async () => {
    const { view } = editor;
    await until(() => view.state.field(historyField, false));
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: 'abc\nשלום עולם' } });
    const x = () => view.coordsAtPos(view.state.selection.main.head)?.left ?? 0;
    for (const [from, key, way] of [
      [1, 'ArrowRight', 1],
      [1, 'ArrowLeft', -1],
      [6, 'ArrowRight', -1],
      [6, 'ArrowLeft', 1],
    ] as const) {
      view.dispatch({ selection: { anchor: from } });
      const before = x();
      view.contentDOM.dispatchEvent(
        new KeyboardEvent('keydown', { key, keyCode: key === 'ArrowLeft' ? 37 : 39, bubbles: true }),
      );
      expect(view.state.selection.main.head, `${key} from ${from}`).to.equal(from + way);
      expect(Math.sign(x() - before), `${key} from ${from}`).to.equal(key === 'ArrowRight' ? 1 : -1);
    }
  });

  it('keeps code in order around right-to-left words in strings', async () => {
    const { view } = editor;
    await until(() => view.state.field(historyField, false));
    await editor.setLanguage('python');
    const code = 'x = "אבג" + "דהו"';
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } });
    const left = (text: string) => view.coordsAtPos(code.indexOf(text), 1)?.left ?? 0;
    await until(() => left('א') < left('+') && left('+') < left('ד'), 'the strings stand in order');
  });

  it('moves the cursor to the end of a repaired edit', () => {
    editor.view.dispatch({ changes: { from: 3, insert: 'a\rb\rc' }, selection: { anchor: 8 } });
    editor.view.dispatch({ changes: { from: 0, insert: 'x\r' }, selection: { anchor: 2 } });
    expect(shown()).to.equal('x\nonea\nb\nc\ntwo\n');
    expect(editor.view.state.selection.main.head).to.equal(2);
  });

  // As when a browser moves the cursor by itself, a key is pressed at once, and the editor still believes it elsewhere.
  it('inserts what is typed before an equal character, wherever it assumes the cursor', async () => {
    const { view } = editor;
    view.dispatch({ changes: { from: 0, insert: '😀 a 😀' }, selection: { anchor: 13 } });
    const line = view.contentDOM.querySelector('.cm-line')?.firstChild as Text;
    line.insertData(0, '😁');
    await until(() => shown().startsWith('😁'), 'the character is lost');
    expect(shown()).to.equal('😁😀 a 😀one\ntwo\n');
    expect(kept()).to.equal(shown());
    expect(view.contentDOM.querySelector('.cm-line')?.textContent).to.equal('😁😀 a 😀one');
  });

  it('replaces a character by equal ones, wherever it assumes the cursor', async () => {
    const { view } = editor;
    view.dispatch({ changes: { from: 0, insert: '🚀 a ' }, selection: { anchor: 5 } });
    const line = view.contentDOM.querySelector('.cm-line')?.firstChild as Text;
    line.replaceData(0, 2, '😁🪀');
    await until(() => shown().startsWith('😁🪀'), 'the characters are lost');
    expect(shown()).to.equal('😁🪀 a one\ntwo\n');
    expect(kept()).to.equal(shown());
  });

  it('submits every transaction of an update exactly once', () => {
    const { view } = editor;
    const first = view.state.update({ changes: { from: 0, insert: 'a' } });
    const second = first.state.update({ changes: { from: 1, insert: 'b' } });
    view.update([first, second]);
    expect(kept()).to.equal('abone\ntwo\n');
    expect(shown()).to.equal(kept());
  });

  it('keeps its options when one of them changes', () => {
    editor.show({ ...settings, readOnly: true, label: 'Other' });
    expect(editor.view.state.readOnly).to.equal(true);
    expect(editor.view.contentDOM.getAttribute('aria-label')).to.equal('Other');
    editor.show(settings);
    expect(editor.view.state.readOnly).to.equal(false);
    expect(editor.view.contentDOM.getAttribute('aria-label')).to.equal('Code');
  });

  it('keeps the visible text in place, however many edits and cursors arrive above it within a frame', async () => {
    const { view } = editor;
    const { scrollDOM } = view;
    // What the editor gets later lays it out anew.
    await until(() => view.contentDOM.hasAttribute('aria-autocomplete'));
    view.dom.style.height = '200px';
    const lines = Array.from({ length: 400 }, (_, n) => `line ${n}`);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: lines.join('\n') } });
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await frame();
    scrollDOM.scrollTo({ top: 3_000 });
    await frame();
    const read = view.lineBlockAtHeight(scrollDOM.scrollTop);
    const place = (line: { top: number }) => line.top - scrollDOM.scrollTop;
    const [before, { number, text }] = [place(read), view.state.doc.lineAt(read.from)];
    for (let n = 0; n < 5; n++) {
      view.dispatch({ changes: { from: 0, insert: 'above\n' }, filter: false });
      session.document.dispatchEvent(new Event('cursors'));
    }
    await frame();
    const now = view.state.doc.line(number + 5);
    expect(now.text).to.equal(text);
    expect(place(view.lineBlockAt(now.from))).to.be.closeTo(before, 1);
  });

  it('is not rebuilt when its deferred parts load', async () => {
    let ends = 0;
    const part = ViewPlugin.define(() => ({ destroy: () => ends++ }));
    editor.view.dispatch({ effects: StateEffect.appendConfig.of(part) });
    expect(editor.view.contentDOM.hasAttribute('aria-autocomplete')).to.equal(false);
    await until(() => editor.view.contentDOM.hasAttribute('aria-autocomplete'));
    expect(ends).to.equal(0);
    // And says its own words all the same.
    openSearchPanel(editor.view);
    const words = [...editor.view.dom.querySelectorAll('.cm-search button')].map(({ textContent }) => textContent);
    expect(words).to.include('Next');
  });

  it('keeps the visible text in place when its deferred parts load, and when the language changes', async () => {
    const { view } = editor;
    const { scrollDOM } = view;
    view.dom.style.height = '200px';
    const lines = Array.from({ length: 400 }, (_, n) => `line ${n} = "${'x'.repeat(n % 90)}"`);
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: lines.join('\n') } });
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await frame();
    scrollDOM.scrollTo({ top: 3_000 });
    await frame();
    const read = view.lineBlockAtHeight(scrollDOM.scrollTop).from;
    const place = () => view.lineBlockAt(read).top - scrollDOM.scrollTop;
    const before = place();
    const early = !view.contentDOM.hasAttribute('aria-autocomplete');
    await until(() => view.contentDOM.hasAttribute('aria-autocomplete'));
    await frame();
    expect(place(), `read when ${early ? 'early' : 'all was there'}`).to.be.closeTo(before, 1);
    for (const language of ['javascript', 'markdown']) {
      await editor.setLanguage(language);
      await frame();
      expect(place(), language).to.be.closeTo(before, 1);
    }
  });

  it('leaves Mod-Enter to the room, and inserts nothing', async () => {
    await until(() => editor.view.contentDOM.hasAttribute('aria-autocomplete'));
    for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
      const init = { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true, ...modifier };
      const event = new KeyboardEvent('keydown', init);
      editor.view.contentDOM.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(kept()).to.equal('one\ntwo\n');
  });

  it('inserts many lines at once as one edit, and leaves single keys to the browser', async () => {
    const { view } = editor;
    await until(() => view.state.field(historyField, false));
    const insert = (data: string, inputType = 'insertText') =>
      !view.contentDOM.dispatchEvent(
        new InputEvent('beforeinput', { data, inputType, bubbles: true, cancelable: true }),
      );
    let edits = 0;
    const edit = session.document.edit.bind(session.document);
    session.document.edit = (changes) => {
      edits += 1;
      edit(changes);
    };
    const lines = Array.from({ length: 3_000 }, (_, n) => `line ${n} = (`).join('\n');
    view.dispatch({ selection: { anchor: 0, head: 3 } });
    expect(insert(lines)).to.equal(true);
    expect([kept(), edits, view.state.selection.main.head]).to.deep.equal([`${lines}\ntwo\n`, 1, lines.length]);
    expect(insert('a\r\nb')).to.equal(true);
    expect(kept()).to.equal(`${lines}a\nb\ntwo\n`);
    for (const [data, type] of [
      ['a', 'insertText'],
      ['word ', 'insertText'],
      ['\n', 'insertText'],
      ['a\nb', 'insertCompositionText'],
    ])
      expect(insert(data ?? '', type), data).to.equal(false);
    editor.show({ ...settings, readOnly: true });
    expect(insert('a\nb')).to.equal(true);
    expect([kept(), shown()]).to.deep.equal([`${lines}a\nb\ntwo\n`, `${lines}a\nb\ntwo\n`]);
  });

  it('marks unusual spaces in code, but not in prose', async () => {
    const { view } = editor;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: 'if a:\u00a0\n\u3000b = "\u2003"\n' } });
    const titles = () =>
      [...view.contentDOM.querySelectorAll<HTMLElement>('.cm-strangeSpace')].map(({ title }) => title);
    await editor.setLanguage('python');
    await until(() => titles().length > 0);
    expect(titles()).to.deep.equal([
      'Non-breaking space (U+00A0): type a space instead',
      'Ideographic space (U+3000): type a space instead',
      'Unusual space (U+2003): type a space instead',
    ]);
    expect(view.contentDOM.textContent).to.include('\u00a0');
    await editor.setLanguage('markdown');
    await until(() => titles().length === 0);
  });

  it('marks invisible characters, except joiners', () => {
    const { view } = editor;
    for (const unseen of ['\u200b', '\u2060', '\u115f', '\u202a', '\u2068', '\u00ad', '\ufeff', '\u0000']) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: `a${unseen}b` } });
      const code = unseen.charCodeAt(0).toString(16);
      expect(view.contentDOM.querySelectorAll('.cm-specialChar').length, `U+${code}`).to.equal(1);
    }
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: '👩‍👩‍👧‍👦 می‌خواهم' } });
    expect(view.contentDOM.querySelectorAll('.cm-specialChar').length).to.equal(0);
  });

  it('tells screen readers that there is an error, and in which line', () => {
    const { contentDOM } = editor.view;
    markErrorLine(editor.view, 2);
    expect(contentDOM.getAttribute('aria-invalid')).to.equal('true');
    expect(contentDOM.getAttribute('aria-description')).to.equal('Error in line 2');
    const line = contentDOM.querySelector('.cm-problem');
    expect([line?.getAttribute('role'), line?.textContent]).to.deep.equal(['mark', 'two']);
    editor.view.dispatch({ changes: { from: 0, insert: '\n' } });
    expect(contentDOM.getAttribute('aria-description')).to.equal('Error in line 3');
    editor.view.dispatch({ changes: { from: 6, insert: 'x' } });
    expect(contentDOM.hasAttribute('aria-invalid')).to.equal(false);
    expect(contentDOM.querySelector('[role=mark]')).to.equal(null);
  });

  it('has plain words in the search panel', async () => {
    const { view } = editor;
    await until(() => view.contentDOM.hasAttribute('aria-autocomplete'));
    openSearchPanel(view);
    const panel = view.dom.querySelector('.cm-search') as HTMLElement;
    const said = [...panel.querySelectorAll('button, label')].map(
      (part) => part.getAttribute('aria-label') ?? part.textContent,
    );
    expect(said).to.deep.equal(
      'Next|Previous|Select all|Match case|Regex|Whole word|Replace|Replace all|Close'.split('|'),
    );
  });

  it('can search again after an invalid regular expression, which is searched as text', async () => {
    const { view } = editor;
    await until(() => view.contentDOM.hasAttribute('aria-autocomplete'));
    openSearchPanel(view);
    const find = (search: string) =>
      view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search, regexp: true })) });
    for (const pattern of ['a '.repeat(32 * 1024), '(a{1000}){1000}', '((((((x{99}){99}){99}){99}){99}){99})']) {
      find(pattern);
      expect(getSearchQuery(view.state).search).to.equal(pattern);
      find('t.o');
      await until(() => view.contentDOM.querySelector('.cm-searchMatch')?.textContent === 'two', pattern.slice(0, 20));
      find('o');
    }
    find('(');
    expect([getSearchQuery(view.state).regexp, getSearchQuery(view.state).valid]).to.deep.equal([true, false]);
  });

  it('never splits a character, whatever the edit', () => {
    const { view } = editor;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: '😀😁' } });
    const edits = [
      { from: 1, to: 3 },
      { from: 1, insert: 'x' },
      { from: 0, to: 1, insert: '\ud83d' },
      { from: 0, insert: '\ude00' },
      { from: 0, insert: 'a\rb' },
    ];
    for (const edit of edits) {
      if ((edit.to ?? edit.from) <= view.state.doc.length) view.dispatch({ changes: edit, selection: { anchor: 0 } });
      expect(shown()).not.to.match(/\p{Surrogate}|\r/u);
      expect(kept()).to.equal(shown());
    }
    expect(failures).to.deep.equal([]);
  });
});
