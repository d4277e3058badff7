// The element in a form: its field, what is missing, reset, a disabled fieldset, and the text a browser brings back.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, editor, inside, make, newRoom, open, roomHost, until, write } from '../fixtures/elements.js';

async function inForm(
  attributes: Record<string, string>,
  content = '',
): Promise<{ form: HTMLFormElement; room: CodeRoom }> {
  const room = await open(attributes, content);
  const form = document.createElement('form');
  const set = form.appendChild(document.createElement('fieldset'));
  document.body.append(form);
  set.append(room);
  await until(() => room.status === 'live' && 'run' in room.keys && editor(room));
  return { form, room };
}

const sent = (form: HTMLFormElement) => [...new FormData(form)].map(([name, text]) => [name, text]);

describe('in a form, the element', () => {
  afterEach(clear);

  it('gives the text of the file that Run runs, under the name of its field and not of the person', async () => {
    const { form, room } = await inForm(
      { field: 'answer', name: 'Ada' },
      '<pre slot="code" data-name="a.py">one</pre><pre slot="code" data-name="b.py">two</pre>',
    );
    await until(() => room.files.length === 2);
    expect(room.form).to.equal(form);
    expect(sent(form)).to.deep.equal([['answer', 'one\n']]);
    write(room, 'x', 0);
    room.file = 'b.py';
    expect(sent(form)).to.deep.equal([['answer', 'xone\n']]);
    room.removeAttribute('field');
    await room.updateComplete;
    expect(sent(form)).to.deep.equal([]);
  });

  it('belongs to the form it was moved to, or that its attribute names', async () => {
    const { form, room } = await inForm({ field: 'code' });
    room.value = 'x';
    const other = document.body.appendChild(document.createElement('form'));
    other.id = 'other';
    // As React does.
    room.form = 'other';
    expect([room.form, sent(form).length, sent(other).length]).to.deep.equal([other, 0, 1]);
    room.form = null;
    expect([room.form, sent(form).length, sent(other).length]).to.deep.equal([form, 1, 0]);
    room.remove();
    expect([room.form, sent(form).length]).to.deep.equal([null, 0]);
  });

  it('says what is missing when something has to be written, and takes the focus there', async () => {
    const { form, room } = await inForm({ field: 'code' });
    expect([form.checkValidity(), room.validity?.valid]).to.deep.equal([true, true]);
    room.required = true;
    await until(() => !form.checkValidity());
    expect(room.validity?.valueMissing).to.equal(true);
    expect(room.validationMessage).to.equal('Write some code first.');
    expect(room.matches(':invalid')).to.equal(true);
    const invalid = collect(room, 'invalid');
    expect(form.reportValidity()).to.equal(false);
    expect(invalid).to.have.length(1);
    await until(() => editor(room).hasFocus, 'the focus is not in the editor');
    write(room, '  \n');
    expect(form.checkValidity()).to.equal(false);
    write(room, 'x = 1');
    await until(() => form.checkValidity());
    room.value = '';
    await until(() => !form.checkValidity());
    room.required = false;
    await until(() => form.checkValidity());
    room.setCustomValidity('Use a loop.');
    expect([form.checkValidity(), room.validationMessage]).to.deep.equal([false, 'Use a loop.']);
    room.setCustomValidity('');
    expect(form.checkValidity()).to.equal(true);
  });

  it('is incomplete from the first moment until the text of its room has come, and gives none before', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const other = await open(address);
    other.value = 'of the room';
    await until(() => other.saved);
    const form = document.body.appendChild(document.createElement('form'));
    const room = make({ ...address, field: 'code', required: '' });
    form.append(room);
    expect([form.checkValidity(), room.validity?.valueMissing, sent(form)]).to.deep.equal([false, true, []]);
    expect(room.validationMessage).to.equal('Opening the room…');
    await room.ready;
    expect([form.checkValidity(), sent(form)]).to.deep.equal([true, [['code', 'of the room']]]);
    await until(() => 'run' in room.keys);
    expect(form.checkValidity()).to.equal(true);
  });

  it('never gives an empty text in place of the starter code of a new room', async () => {
    const form = document.body.appendChild(document.createElement('form'));
    const room = make({ host: await roomHost(), room: newRoom(), field: 'code' }, '<pre slot="code">first</pre>');
    const all: unknown[] = [];
    room.addEventListener('code-room-status', () => all.push(...sent(form)));
    form.append(room);
    all.push(...sent(form));
    await room.ready;
    all.push(...sent(form));
    expect(all).to.deep.include(['code', 'first\n']);
    expect(all).to.not.deep.include(['code', '']);
  });

  it('is complete by the file that Run runs, whoever changes it and whatever is shown', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const { form, room } = await inForm({ ...address, field: 'code', required: '' });
    room.value = 'x = 1';
    await room.addFile({ name: 'b.py', text: 'y = 2' });
    room.file = 'b.py';
    const other = await open(address);
    await until(() => other.files.length === 2 && room.value === 'y = 2' && form.checkValidity());
    other.value = '';
    await until(() => !form.checkValidity());
    other.value = 'z = 3';
    await until(() => form.checkValidity());
    expect(sent(form)).to.deep.equal([['code', 'z = 3']]);
  });

  it('has its starter code again after a reset, as an edit that others see', async () => {
    const { form, room } = await inForm(
      { host: await roomHost(), room: newRoom(), field: 'code' },
      '<pre slot="code">first</pre>',
    );
    const other = await open({ host: room.host ?? '', room: room.room ?? '' });
    write(room, 'changed ', 0);
    await until(() => other.value === 'changed first\n');
    form.reset();
    await until(() => room.value === 'first\n' && other.value === 'first\n');
  });

  it('is read only and not sent while its fieldset is disabled', async () => {
    const { form, room } = await inForm({ field: 'code' });
    const set = form.querySelector('fieldset') as HTMLFieldSetElement;
    room.value = 'x';
    set.disabled = true;
    await until(() => editor(room).state.readOnly);
    expect(sent(form)).to.deep.equal([]);
    expect(room.matches(':disabled')).to.equal(true);
    set.disabled = false;
    await until(() => !editor(room).state.readOnly);
    expect(sent(form)).to.deep.equal([['code', 'x']]);
    room.disabled = true;
    await until(() => editor(room).state.readOnly && room.matches(':disabled'));
    expect(sent(form)).to.deep.equal([]);
  });

  it('takes the text that the browser brings back in a local room, and not in a shared one', async () => {
    const alone = await open({}, '<pre slot="code">starter</pre>');
    alone.formStateRestoreCallback('written before');
    await until(() => alone.value === 'written before');
    const shared = await open({ host: await roomHost(), room: newRoom() });
    shared.value = 'of the room';
    shared.formStateRestoreCallback('old');
    await shared.ready;
    expect(shared.value).to.equal('of the room');
  });

  it('leaves the text of a room alone that a script names only after the browser has brought its own back', async () => {
    const address = { host: await roomHost(), room: newRoom() };
    const other = await open(address);
    other.value = 'of the room';
    await until(() => other.saved);
    const late = make();
    document.body.append(late);
    late.formStateRestoreCallback('old');
    await Promise.resolve();
    Object.assign(late, address);
    await until(() => late.people.length === 2 && late.value === 'of the room');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([late.value, other.value]).to.deep.equal(['of the room', 'of the room']);
  });

  it('is focused by a click on its label', async () => {
    const { form, room } = await inForm({ id: 'labelled' });
    const label = document.createElement('label');
    label.htmlFor = 'labelled';
    label.textContent = 'Your solution';
    form.prepend(label);
    label.click();
    await until(() => editor(room).hasFocus);
    expect(inside(room, 'code-room-editor', '.cm-content')).to.not.equal(null);
  });
});
