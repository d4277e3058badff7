// Two elements in one room of a real server: one text, others' cursors, everyone's own undo, one language, roles.
import { undo } from '@codemirror/commands';
import { openSearchPanel, replaceAll, SearchQuery, setSearchQuery } from '@codemirror/search';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, editor, inside, newRoom, open, part, roomHost, until, write } from '../fixtures/elements.js';

async function pair(): Promise<[CodeRoom, CodeRoom]> {
  const attributes = { host: await roomHost(), room: newRoom() };
  const ann = await open({ ...attributes, name: 'Ann' });
  const bo = await open({ ...attributes, name: 'Bo' });
  await until(() => ann.people.length === 2 && bo.people.length === 2);
  // Undo comes a moment after the editor.
  await until(() => [ann, bo].every((room) => inside(room, 'code-room-editor', '.cm-content')?.dataset.language));
  return [ann, bo];
}

const same = (ann: CodeRoom, bo: CodeRoom) =>
  ann.value === bo.value && [ann, bo].every((room) => editor(room).state.doc.toString() === room.value);

describe('two people', () => {
  afterEach(clear);

  it('edit one text, at the same time and in the same place', async () => {
    const [ann, bo] = await pair();
    for (let i = 0; i < 20; i++) {
      write(ann, `a${i}`, 0);
      write(bo, `b${i}`, 0);
      if (i % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(() => ann.saved && bo.saved && same(ann, bo), 'the texts differ');
    expect(ann.value).to.have.length(100);
    expect(ann.matches(':state(unsaved)')).to.equal(false);
  });

  it('see the other replace 11,500 places, and undo it in one step', async () => {
    const [ann, bo] = await pair();
    const before = '0 '.repeat(11_500);
    write(ann, before);
    await until(() => bo.value === before && ann.saved);
    const view = editor(ann);
    openSearchPanel(view);
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: ' ', replace: '→' })) });
    replaceAll(view);
    write(ann, 'later', 0);
    const after = `later${'0→'.repeat(11_500)}`;
    expect(ann.value).to.equal(after);
    await until(() => ann.saved && bo.saved && same(ann, bo), 'the edit does not arrive');
    expect(bo.value).to.equal(after);
    undo(view);
    undo(view);
    expect(ann.value).to.equal(before);
    await until(() => ann.saved && bo.value === before && same(ann, bo), 'the undo does not arrive');
  });

  it('get no input event for others’ edits', async () => {
    const [ann, bo] = await pair();
    const inputs = collect(bo, 'input');
    write(ann, 'hello');
    await until(() => bo.value === 'hello');
    expect(inputs).to.have.length(0);
  });

  it('undo only their own edits', async () => {
    const [ann, bo] = await pair();
    write(ann, 'ann ');
    await until(() => bo.value === 'ann ');
    write(bo, 'bo ', 4);
    await until(() => ann.value === 'ann bo ');
    undo(editor(ann));
    await until(() => bo.value === 'bo ');
    undo(editor(bo));
    await until(() => ann.value === '' && same(ann, bo));
  });

  it('see where the other is, with name', async () => {
    const [ann, bo] = await pair();
    write(ann, 'one\ntwo\nthree\n');
    await until(() => bo.value.includes('three'));
    editor(ann).dispatch({ selection: { anchor: 4, head: 7 }, userEvent: 'select' });
    await until(() => inside(bo, 'code-room-editor', '.cm-remoteName')?.textContent === 'Ann');
    await until(() => inside(bo, 'code-room-editor', '.cm-remoteSelection'));
    const person = () => part(bo, 'code-room-people').shadowRoot?.querySelectorAll('li')[1]?.title;
    await until(() => person()?.includes('line 2'), `the list says ${person()}`);
    ann.remove();
    await until(() => !inside(bo, 'code-room-editor', '.cm-remoteName'));
  });

  it('go to somebody who has only scrolled, and follow them', async () => {
    const [ann, bo] = await pair();
    write(ann, Array.from({ length: 300 }, (_, n) => `line ${n + 1}\n`).join(''));
    await until(() => bo.value === ann.value && ann.saved);
    // It is as high as its text a moment later.
    await until(() => {
      editor(bo).scrollDOM.scrollTop = 3_000;
      return editor(bo).scrollDOM.scrollTop > 2_000;
    });
    const person = () => inside(ann, 'code-room-people', 'li button');
    const seen = () => Number(/, line (\d+)$/.exec(person()?.textContent ?? '')?.[1]);
    await until(() => seen() > 50, 'Ann does not know where Bo is');
    const line = () => editor(ann).state.doc.lineAt(editor(ann).state.selection.main.head).number;
    person().click();
    await until(() => line() === seen());
    person().click();
    await until(() => person().getAttribute('aria-pressed') === 'true');
  });

  it('read short names whole', async () => {
    const [ann, bo] = await pair();
    ann.style.inlineSize = '1000px';
    write(bo, 'x');
    editor(bo).focus();
    editor(bo).dispatch({ selection: { anchor: 1 } });
    await until(() => inside(ann, 'code-room-people', 'li button .name')?.textContent?.trim() === 'Bo');
    const name = inside<HTMLElement>(ann, 'code-room-people', 'li button .name');
    expect(name.scrollWidth).to.be.at.most(name.clientWidth);
  });

  it('see each other join, rename and leave', async () => {
    const [ann, bo] = await pair();
    const people = collect(ann, 'code-room-people');
    bo.name = 'Bohumil';
    await until(() => ann.people.some(({ name }) => name === 'Bohumil'));
    await until(() => part(ann, 'code-room-people').shadowRoot?.textContent?.includes('Bohumil'));
    bo.remove();
    await until(() => people.at(-1)?.people.length === 1);
    await until(() => ann.shadowRoot?.querySelector('[role=status]')?.textContent?.includes('Bohumil has left'));
  });

  it('share language and file name', async () => {
    const [ann, bo] = await pair();
    write(ann, 'text');
    ann.language = 'typescript';
    await until(() => bo.language === 'typescript');
    const file = inside<HTMLInputElement>(ann, 'code-room-file', 'input');
    file.value = 'main.ts';
    file.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => inside<HTMLInputElement>(bo, 'code-room-file', 'input').value === 'main.ts');
    expect(bo.value).to.equal('text');
  });

  it('get starter code once', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const script = '<script type="text/python" slot="code">print(1)</script>';
    const rooms = await Promise.all([open(attributes, script), open(attributes, script)]);
    await until(() => rooms.every((room) => room.value !== ''));
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const room of rooms) expect(room.value).to.equal('print(1)\n');
  });

  it('can edit, and an observer can only read', async () => {
    const host = await roomHost();
    const made = await (await fetch(`${host}/api/rooms`, { method: 'POST' })).json();
    const enter = async (role: string) => {
      const secret = new URL(made.links[role]).hash.slice('#k='.length);
      const body = JSON.stringify({ secret, name: role });
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(`${host}/api/rooms/${made.id}/token`, { method: 'POST', headers, body });
      return open({ host, room: made.id, token: (await answer.json()).token });
    };
    const [candidate, observer] = [await enter('candidate'), await enter('observer')];
    write(candidate, 'read me');
    await until(() => observer.value === 'read me');
    expect(observer.personRole).to.equal('observer');
    expect(observer.saved).to.equal(true);
    const errors = collect(observer, 'code-room-error');
    write(observer, 'no');
    observer.value = 'no';
    observer.language = 'go';
    expect(observer.value).to.equal('read me');
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['role', 'role']);
    expect(inside<HTMLButtonElement>(observer, 'code-room-run', 'button').disabled).to.equal(true);
    expect(inside<HTMLSelectElement>(observer, 'code-room-language', 'select').disabled).to.equal(true);
    await until(() => inside(observer, 'code-room-notice', 'p')?.textContent?.includes('You are observing'));
    editor(observer).dispatch({ selection: { anchor: 3 }, userEvent: 'select' });
    await until(() => inside(candidate, 'code-room-editor', '.cm-remoteName')?.textContent === 'observer');
  });
});
