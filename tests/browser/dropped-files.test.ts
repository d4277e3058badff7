// Files from the computer that are dropped onto the code, pasted or chosen: added, asked about, or named with what to do.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, editor, inside, newRoom, open, part, roomHost, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

const names = (room: CodeRoom) => room.files.map(({ name }) => name).join();
const text = (room: CodeRoom, name: string) => room.files.find((file) => file.name === name)?.text;
const said = (room: CodeRoom) => inside(room, 'code-room-files', '.said')?.textContent ?? '';
const offer = (room: CodeRoom, words: string) =>
  [...(part(room, 'code-room-files').shadowRoot?.querySelectorAll<HTMLElement>('.said button') ?? [])].find(
    ({ textContent }) => textContent === words,
  );

const file = (name: string, content: BlobPart) => new File([content], name);

/** Drops onto the code, and returns whether somebody has taken it. */
function drop(room: CodeRoom, files: readonly File[], target: Element = editor(room).contentDOM): boolean {
  const dataTransfer = new DataTransfer();
  for (const one of files) dataTransfer.items.add(one);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

/** A folder as browsers give it, one that no script can make. */
function folder(name: string, inner: readonly (File | FileSystemEntry)[]): FileSystemEntry {
  const children = inner.map((one) => (one instanceof File ? entry(one) : one));
  const createReader = () => {
    // Some at a time, as Chromium does.
    const left = [...children];
    return { readEntries: (give: (some: FileSystemEntry[]) => void) => give(left.splice(0, 2)) };
  };
  return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
}

function entry(one: File): FileSystemEntry {
  const give = (take: (given: File) => void) => take(one);
  return { name: one.name, isDirectory: false, isFile: true, file: give } as unknown as FileSystemEntry;
}

function dropEntries(room: CodeRoom, entries: readonly FileSystemEntry[]): void {
  const items = entries.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }));
  const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items, files: [] } });
  editor(room).contentDOM.dispatchEvent(event);
}

async function two(): Promise<[CodeRoom, CodeRoom]> {
  const attributes = { host: await roomHost(), room: newRoom() };
  const [ann, bo] = [await open({ ...attributes, name: 'Ann' }), await open({ ...attributes, name: 'Bo' })];
  await until(() => inside(ann, 'code-room-files', '[part=add]'));
  return [ann, bo];
}

describe('files from the computer', () => {
  afterEach(clear);

  it('dropped onto the code are added for everybody, and the first is shown', async () => {
    const [ann, bo] = await two();
    ann.value = 'kept';
    expect(drop(ann, [file('bank.py', 'class Bank: ...\r\n'), file('data.csv', 'a,b\n')])).to.equal(true);
    await until(() => names(bo) === 'main.py,bank.py,data.csv' && text(bo, 'data.csv') === 'a,b\n', names(bo));
    expect(text(bo, 'bank.py')).to.equal('class Bank: ...\n');
    expect(text(bo, 'main.py')).to.equal('kept');
    await until(() => ann.file === 'bank.py' && said(ann).includes('2 files were added.'), said(ann));
    expect(bo.file).to.equal('main.py');
  });

  it('dropped as folders keep their paths; hidden files are omitted, with a message', async () => {
    const [ann] = await two();
    const packages = folder('node_modules', [file('index.js', '')]);
    const lib = folder('lib', [file('a.py', 'a'), file('b.py', 'b'), file('.env', 'secret')]);
    dropEntries(ann, [folder('bank', [lib, packages, file('run.py', 'r'), folder('.git', []), file('z.py', 'z')])]);
    await until(() => names(ann) === 'main.py,bank/run.py,bank/z.py,bank/lib/a.py,bank/lib/b.py', names(ann));
    await until(() => said(ann).includes('Left out'));
    for (const name of ['bank/node_modules', 'bank/.git', 'bank/lib/.env']) expect(said(ann)).to.include(name);
  });

  it('that are not allowed in rooms are named, with what to do, and the rest is added', async () => {
    const [ann, bo] = await two();
    drop(ann, [
      file('logo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      file('large.txt', 'x'.repeat(600 * 1024)),
      file('good.py', 'good'),
      file('latin.txt', new Uint8Array([0xe9, 0x20])),
      file('wide.txt', new Uint8Array([0xff, 0xfe, 0x61, 0x00])),
    ]);
    await until(() => said(ann).includes('Not added'), said(ann));
    await until(() => names(bo) === 'main.py,good.py,wide.txt' && text(bo, 'wide.txt') === 'a', names(bo));
    expect(said(ann)).to.match(/2 files were added\..*large\.txt \(larger than 512 KiB.*logo\.png|2 files.*latin\.txt/);
    for (const name of ['logo.png', 'large.txt', 'latin.txt']) expect(said(ann)).to.include(name);
    expect(said(ann)).not.to.include('good.py');
  });

  it('that exceed the limit are named, and the others are added', async () => {
    const [ann] = await two();
    drop(
      ann,
      Array.from({ length: 30 }, (_, at) => file(`f${String(at).padStart(2, '0')}.py`, `${at}`)),
    );
    await until(() => said(ann).includes('Not added'), said(ann));
    expect(ann.files.length).to.equal(20);
    expect(said(ann)).to.match(/19 files were added\. Not added: f19\.py.* and 6 more \(A room has at most 20 files/);
  });

  it('of a large folder are those outside its folders first, and what is not reached is named', async () => {
    const [ann] = await two();
    const data = Array.from({ length: 250 }, (_, at) => file(`${String(at).padStart(3, '0')}.csv`, `${at}`));
    dropEntries(ann, [folder('p', [folder('data', data), file('main.py', 'm')])]);
    await until(() => said(ann).includes('Not added'), said(ann));
    expect(names(ann).startsWith('main.py,p/main.py,p/data/000.csv')).to.equal(true, names(ann));
    // 19 fit beside the room's own file; whether they were read or not, the others are refused for the same reason.
    expect(said(ann)).to.match(
      /19 files were added\. Not added: p\/data\/018\.csv.* and 227 more \(A room has at most/,
    );
  });

  it('beside a folder that has the name of a file are added all the same', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'data', text: '' });
    dropEntries(ann, [folder('data', [file('a.csv', '1'), file('b.csv', '2')]), folder('src', [file('app.py', 'a')])]);
    await until(() => said(ann).includes('Not added'), said(ann));
    expect(names(ann)).to.include('src/app.py');
    expect(said(ann)).to.match(/Not added: data\/a\.csv, data\/b\.csv \(A file and a folder/);
  });

  it('with an existing name: replacing is offered, and can be undone', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'bank.py', text: 'old' });
    await until(() => text(bo, 'bank.py') === 'old');
    drop(ann, [file('bank.py', 'new')]);
    await until(() => offer(ann, 'Replace')?.matches(':focus'), said(ann));
    expect(said(ann)).to.include('bank.py is in this room already');
    await sendKeys({ press: 'Enter' });
    await until(() => text(bo, 'bank.py') === 'new');
    await until(() => offer(ann, 'Undo replacing'));
    offer(ann, 'Undo replacing')?.click();
    await until(() => text(bo, 'bank.py') === 'old');
  });

  it('with an existing name: keeping both or omitting them is offered', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'bank.py', text: 'old' });
    await until(() => text(bo, 'bank.py') === 'old');
    drop(ann, [file('BANK.py', 'new')]);
    await until(() => offer(ann, 'Keep both'));
    offer(ann, 'Keep both')?.click();
    await until(() => names(bo) === 'main.py,bank.py,BANK-2.py', names(bo));
    expect(text(bo, 'bank.py')).to.equal('old');
    drop(ann, [file('bank.py', 'third')]);
    await until(() => offer(ann, 'Leave out'));
    await until(() => offer(ann, 'Replace')?.matches(':focus'));
    await sendKeys({ press: 'Escape' });
    await until(() => !offer(ann, 'Leave out'));
    expect(inside(ann, 'code-room-files', '[aria-selected=true]').matches(':focus')).to.equal(true);
    expect(names(ann)).to.equal('main.py,bank.py,BANK-2.py');
    expect(text(ann, 'bank.py')).to.equal('old');
  });

  it('with an existing name are left out when something else is done instead of an answer; later ones are added', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'bank.py', text: 'old' });
    for (const [at, meanwhile] of [
      () => inside(ann, 'code-room-files', '[part=add]').click(),
      () => part(ann, 'code-room-files').shadowRoot?.querySelector('[role=tab]')?.dispatchEvent(new Event('dblclick')),
    ].entries()) {
      drop(ann, [file('bank.py', 'new')]);
      await until(() => offer(ann, 'Replace'));
      meanwhile();
      await until(() => !offer(ann, 'Replace'));
      drop(ann, [file(`later${at}.py`, 'l')]);
      await until(() => names(ann).includes(`later${at}.py`), names(ann));
      expect(text(ann, 'bank.py')).to.equal('old');
    }
  });

  it('with an existing name and an empty or equal text are added without a question', async () => {
    const [ann, bo] = await two();
    drop(ann, [file('main.py', 'print(1)')]);
    await until(() => text(bo, 'main.py') === 'print(1)');
    drop(ann, [file('main.py', 'print(1)')]);
    await until(() => said(ann).includes('1 file was replaced.'), said(ann));
    expect(names(bo)).to.equal('main.py');
  });

  it('are added by pasting, unless they are text as well', async () => {
    const [ann] = await two();
    const paste = (and?: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(file('pasted.py', 'p'));
      if (and) clipboardData.setData('text/plain', and);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true });
      // Firefox makes another transfer of it, without files.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      editor(ann).contentDOM.dispatchEvent(event);
    };
    paste('cells');
    await until(() => ann.value === 'cells', ann.value);
    paste();
    await until(() => names(ann) === 'main.py,pasted.py', names(ann));
  });

  it('can be chosen by keyboard, from the button that adds a file', async () => {
    const [ann] = await two();
    inside(ann, 'code-room-files', '[part=add]').click();
    await until(() => inside(ann, 'code-room-files', 'input[type=text]')?.matches(':focus'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    const focused = () => part(ann, 'code-room-files').shadowRoot?.activeElement;
    // Safari's keyboard goes to buttons only where its user has said so.
    if (focused()) expect(focused()?.getAttribute('aria-label')).to.equal('Add files of this computer');
    const field = inside<HTMLInputElement>(ann, 'code-room-files', 'input.files');
    const chosen = new DataTransfer();
    chosen.items.add(file('chosen.py', 'c'));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change'));
    await until(() => names(ann) === 'main.py,chosen.py', names(ann));
    await until(() => !inside(ann, 'code-room-files', 'form'));
  });

  it('are refused with a sentence for observers, and are not opened by the browser', async () => {
    const watching = await (await makeRoom()).enter('observer');
    await until(() => part(watching, 'code-room-files'));
    const errors = collect(watching, 'code-room-error');
    await until(() => drop(watching, [file('a.py', 'a')]) && errors.length > 0, 'nobody takes it');
    expect(errors[0]?.sentence).to.match(/may not add files/);
    expect(names(watching)).to.equal('main.py');
  });
});
