// `<code-room>` as a local room: its public API.
import { expect } from '@esm-bundle/chai';
import {
  clear,
  collect,
  editor,
  inside,
  make,
  newRoom,
  open,
  part,
  roomHost,
  until,
  write,
} from '../fixtures/elements.js';

const STARTER = `<script type="text/python" slot="code">
    def f():
        return 1
  </script>`;

/** Names of properties that an object has from its prototypes, up to one of them. */
function* inherited(from: object, to: object = Object.prototype): Generator<string> {
  for (let at = from; at !== to; at = Object.getPrototypeOf(at)) yield* Object.getOwnPropertyNames(at);
}

describe('<code-room> as a local room', () => {
  afterEach(clear);

  it('is live at once, with only me in it', async () => {
    const room = await open();
    expect(room.matches(':state(live)')).to.equal(true);
    expect(room.people).to.have.length(1);
    expect(room.people[0]).to.include({ self: true, role: 'candidate', name: 'Guest 1' });
    expect(room.personRole).to.equal('candidate');
    expect(room.saved).to.equal(true);
    expect(room.language).to.equal('python');
    expect(room.value).to.equal('');
  });

  it('reads starter code from its slot, without the page’s indentation', async () => {
    const room = await open({}, STARTER);
    await until(() => room.value !== '');
    expect(room.value).to.equal('def f():\n    return 1\n');
    expect(editor(room).state.doc.toString()).to.equal(room.value);
  });

  for (const [how, content, text, language] of [
    ['a pre', '<pre slot="code">\n  if a &lt; b:\n    f()</pre>', 'if a < b:\n  f()\n', 'python'],
    [
      'a pre with its language',
      '<pre slot="code"><code class="language-go">package <b>main</b></code></pre>',
      'package main\n',
      'go',
    ],
    ['a textarea', '<textarea slot="code" hidden>\nx = 1 &amp; 2\n</textarea>', 'x = 1 & 2\n', 'python'],
    ['a template', '<template slot="code">a &lt; b</template>', 'a < b\n', 'python'],
    ['a template of markup', '<template slot="code" type="text/html"><p>hi</p></template>', '<p>hi</p>\n', 'html'],
    ['a script', '<script type="text/lua" slot="code">a < b</script>', 'a < b\n', 'lua'],
  ] as const) {
    it(`reads starter code from ${how}`, async () => {
      const room = await open({}, content);
      await until(() => room.value !== '');
      expect([room.value, room.language]).to.deep.equal([text, language]);
    });
  }

  it('reads starter code from its property, before and after the upgrade, but never over written text', async () => {
    const attributes = { host: await roomHost(), room: newRoom(), language: 'lua' };
    const room = make(attributes, STARTER);
    room.code = 'print(1)\r\nprint(2)';
    document.body.append(room);
    await until(() => room.value === 'print(1)\nprint(2)');
    expect(room.language).to.equal('lua');
    const later = await open({ ...attributes, code: 'no' });
    expect(later.value).to.equal('print(1)\nprint(2)');
    const empty = await open({ ...attributes, room: newRoom() });
    empty.code = 'late = 1';
    await until(() => empty.value === 'late = 1');
    empty.code = 'later = 1';
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(empty.value).to.equal('late = 1');
    const alone = await open();
    alone.code = 'alone';
    await until(() => alone.value === 'alone');
  });

  it('leaves the page’s `role` attribute alone, and reports the person’s role separately', async () => {
    const room = await open({ role: 'region', 'aria-label': 'Exercise' });
    expect(room.getAttribute('role')).to.equal('region');
    expect([room.role ?? 'region', room.personRole]).to.deep.equal(['region', 'candidate']);
    room.role = 'group';
    expect(room.personRole).to.equal('candidate');
  });

  it('shares no property name with every element, nor does a part of it', async () => {
    await open();
    await until(() => customElements.get('code-room-splitter'));
    const taken = [...inherited(HTMLElement.prototype)];
    expect(taken).to.include.members(['role', 'title', 'hidden', 'dir', 'lang', 'id', 'slot', 'part', 'ariaLabel']);
    const tags = ['', '-editor', '-file', '-language', '-people', '-run', '-status', '-output', '-notice', '-splitter'];
    const found = tags.flatMap((part) => {
      const { prototype } = customElements.get(`code-room${part}`) ?? HTMLElement;
      const own = new Set(inherited(prototype, HTMLElement.prototype));
      // Focus goes into the code.
      return taken
        .filter((name) => own.has(name) && !/^(constructor|focus)$/.test(name))
        .map((name) => `${part}.${name}`);
    });
    expect(found).to.deep.equal([]);
  });

  it('is read-only by either name of the property', async () => {
    const room = await open();
    room.readonly = true;
    expect(room.readOnly).to.equal(true);
    await until(() => editor(room).state.readOnly && room.hasAttribute('readonly'));
    room.readOnly = false;
    expect(room.readonly).to.equal(false);
    await until(() => !editor(room).state.readOnly && !room.hasAttribute('readonly'));
  });

  it('gets the language from the attribute, else from the starter code', async () => {
    const go = await open({ language: 'go' }, STARTER);
    expect(go.language).to.equal('go');
    const rust = await open({}, '<script type="text/rust" slot="code">fn main() {}</script>');
    expect(rust.language).to.equal('rust');
  });

  it('changes its language and keeps the text', async () => {
    const room = await open({}, STARTER);
    const before = room.value;
    room.language = 'javascript';
    expect(room.language).to.equal('javascript');
    expect(room.value).to.equal(before);
    await until(() => inside<HTMLSelectElement>(room, 'code-room-language', 'select').value === 'javascript');
  });

  it('sets its value by the smallest change', async () => {
    const room = await open();
    room.value = 'one\ntwo\nthree';
    editor(room).dispatch({ selection: { anchor: 6 } });
    room.value = 'one!\ntwo\nthree';
    expect(room.value).to.equal('one!\ntwo\nthree');
    expect(editor(room).state.selection.main.head).to.equal(7);
  });

  it('normalises to LF and whole characters', async () => {
    const room = await open();
    room.value = 'a\r\nb\rc\ud83d';
    expect(room.value).to.equal('a\nb\nc\ufffd');
    room.value = 'x😀y';
    write(room, '!', 2);
    expect(room.value).to.match(/^(x!😀y|x😀!y)$/);
    editor(room).dispatch({ changes: { from: 2, to: 3 }, selection: { anchor: 2 } });
    expect(room.value).not.to.match(/\p{Surrogate}/u);
    expect(editor(room).state.doc.toString()).to.equal(room.value);
  });

  it('accepts a value before it is on the page', async () => {
    const room = make({}, STARTER);
    room.value = 'early';
    document.body.append(room);
    await until(() => room.status === 'live');
    await until(() => editor(room)?.state.doc.toString() === 'early');
    expect(room.value).to.equal('early');
  });

  it('fires one input event for each edit, and none for a value set by the page', async () => {
    const room = await open();
    const inputs = collect(room, 'input');
    write(room, 'a');
    write(room, 'b');
    expect(inputs).to.have.length(2);
    expect(inputs[0]).to.include({ bubbles: true, composed: true, target: room });
    room.value = 'something else';
    expect(inputs).to.have.length(2);
  });

  it('keeps the input events of its own fields inside', async () => {
    const room = await open();
    const inputs = collect(room, 'input');
    const name = inside<HTMLInputElement>(room, 'code-room-people', 'input');
    name.value = 'Ada';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    name.dispatchEvent(new Event('change', { bubbles: true }));
    expect(room.name).to.equal('Ada');
    expect(inputs).to.have.length(0);
  });

  it('refuses a file that is too large, and says so', async () => {
    const room = await open();
    const errors = collect(room, 'code-room-error');
    room.value = 'é'.repeat(300_000);
    expect(room.value).to.equal('');
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['too-large']);
    room.value = 'x'.repeat(524_287);
    write(room, 'yz', 0);
    await until(() => errors.length === 2);
    expect(room.value).to.have.length(524_287);
    write(room, 'y', 0);
    expect(room.value).to.have.length(524_288);
    await until(() => inside(room, 'code-room-notice', 'p')?.textContent?.includes('512 KiB'));
  });

  it('cannot be edited when it is read-only, except by the page', async () => {
    const room = await open({ readonly: '' });
    expect(editor(room).state.readOnly).to.equal(true);
    write(room, 'typed');
    expect(room.value).to.equal('');
    room.value = 'shown';
    expect(editor(room).state.doc.toString()).to.equal('shown');
    room.readOnly = false;
    await until(() => !editor(room).state.readOnly);
    write(room, '!', 5);
    expect(room.value).to.equal('shown!');
  });

  it('says why nothing can run when there is no sandbox', async () => {
    const room = await open();
    const button = inside<HTMLButtonElement>(room, 'code-room-run', 'button');
    expect(button.disabled).to.equal(true);
    expect(button.title).to.include('runner');
    expect(inside(room, 'code-room-output', '.output').textContent).to.include('runner');
    const errors = collect(room, 'code-room-error');
    expect(await room.run()).to.deep.equal({ id: '', language: 'python', state: 'failed', durationMs: 0 });
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['run']);
  });

  it('describes an empty file and an empty output', async () => {
    const room = await open();
    expect(inside(room, 'code-room-editor', '.cm-placeholder').textContent).to.include('Write Python here');
    expect(part(room, 'code-room-status').shadowRoot?.textContent?.trim()).to.equal('Only you');
  });

  it('answers invalid values with a sentence, and does not change', async () => {
    const room = await open({ language: 'sql' });
    const errors = collect(room, 'code-room-error');
    room.language = 'con structor';
    room.language = null as unknown as string;
    room.value = Object.create(null);
    expect(errors.map(({ reason }) => reason)).to.deep.equal(['language', 'language', 'value']);
    room.language = 'constructor';
    expect([room.language, room.value]).to.deep.equal(['constructor', '']);
    expect(inside<HTMLInputElement>(room, 'code-room-file', 'input').value).not.to.include('native code');
  });

  it('changes nothing when a template sets undefined', async () => {
    const room = await open({ language: 'sql' });
    room.value = 'select 1';
    room.stdin = 'input';
    const errors = collect(room, 'code-room-error');
    for (const name of ['value', 'language', 'file', 'entry', 'selection', 'tests', 'stdin', 'name', 'keys', 'form'])
      Object.assign(room, { [name]: undefined });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([room.value, room.language, room.stdin, errors.length]).to.deep.equal(['select 1', 'sql', 'input', 0]);
    expect(room.hasAttribute('form')).to.equal(false);
    Object.assign(room, { value: null });
    expect(room.value).to.equal('');
  });

  it('says at once that nothing runs while it is not on a page', async () => {
    const room = document.createElement('code-room');
    const errors = collect(room, 'code-room-error');
    expect((await room.run()).state).to.equal('failed');
    expect(errors[0]?.sentence).to.include('not on a page');
  });
});
