// Text being typed in a field is kept, whatever others do meanwhile.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, inside, newRoom, open, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';

const fileName = (room: CodeRoom) => inside<HTMLInputElement>(room, 'code-room-file', 'input');
const ownName = (room: CodeRoom) => inside<HTMLInputElement>(room, 'code-room-people', 'input');
const answer = (room: CodeRoom) =>
  inside(room, 'code-room-output', 'code-room-answer')?.shadowRoot?.querySelector('input') as HTMLInputElement;

async function pair(attributes: Record<string, string> = {}): Promise<[CodeRoom, CodeRoom]> {
  const address = { host: await roomHost(), room: newRoom(), ...attributes };
  return [await open({ ...address, name: 'Ann' }), await open({ ...address, name: 'Bo' })];
}

async function begin(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  field.select();
  await type(text);
}

describe('text that is being typed', () => {
  afterEach(clear);

  it('as a file name is kept while others rename the file and choose its language', async () => {
    const [ann, bo] = await pair();
    await begin(fileName(ann), 'mine');
    bo.language = 'sql';
    fileName(bo).value = 'theirs.sql';
    fileName(bo).dispatchEvent(new Event('change'));
    await until(() => ann.language === 'sql' && fileName(ann).defaultValue === 'theirs.sql');
    expect(fileName(ann).value).to.equal('mine');
    await type('.sql');
    await sendKeys({ press: 'Enter' });
    await until(() => fileName(bo).value === 'mine.sql');
    expect([ann.language, bo.language, fileName(ann).value]).to.deep.equal(['sql', 'sql', 'mine.sql']);
  });

  it('as a file name is replaced by the current name on Escape', async () => {
    const [ann, bo] = await pair();
    await begin(fileName(ann), 'mine');
    fileName(bo).value = 'theirs.py';
    fileName(bo).dispatchEvent(new Event('change'));
    await until(() => fileName(ann).defaultValue === 'theirs.py');
    await sendKeys({ press: 'Escape' });
    expect(fileName(ann).value).to.equal('theirs.py');
  });

  it('as one’s own name is kept while others join and move', async () => {
    const [ann, bo] = await pair();
    await begin(ownName(ann), 'Zo');
    bo.name = 'Bob';
    await until(() => ann.people.some(({ name }) => name === 'Bob'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ownName(ann).value).to.equal('Zo');
    await sendKeys({ press: 'Enter' });
    await until(() => ann.name === 'Zo' && ownName(ann).value === 'Zo');
  });

  it('as one’s own name is what the page says, when it says the same name again', async () => {
    const [ann, bo] = await pair();
    await begin(ownName(ann), 'Zo');
    await sendKeys({ press: 'Enter' });
    await until(() => bo.people.some(({ name }) => name === 'Zo'));
    ann.name = 'Ann';
    await until(() => bo.people.some(({ name }) => name === 'Ann'));
    expect(ann.name).to.equal('Ann');
  });

  it('as an answer is kept when somebody else has answered', async () => {
    const [ann, bo] = await pair({ language: 'javascript', runner: sandboxUrl });
    ann.value = 'console.log(prompt("A?"), prompt("B?"))';
    await until(() => bo.value === ann.value);
    const ended = ann.run();
    await until(() => answer(ann) && answer(bo));
    await begin(answer(bo), 'half');
    answer(ann).value = 'first';
    answer(ann).form?.requestSubmit();
    await until(() => answer(bo)?.labels?.[0]?.textContent === 'B?');
    expect([answer(bo).value, answer(ann).value]).to.deep.equal(['half', '']);
    answer(bo).form?.requestSubmit();
    await ended;
    await until(() => bo.output.endsWith('first half\n'));
  });

  it('while an answer is unconfirmed is for the next prompt', async () => {
    const [ann, bo] = await pair({ language: 'javascript', runner: sandboxUrl });
    ann.value = 'console.log(prompt("A?"), prompt("B?"))';
    await until(() => bo.value === ann.value);
    const ended = ann.run();
    await until(() => answer(bo));
    const write = (text: string) => {
      answer(bo).value = text;
      answer(bo).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      answer(bo).form?.requestSubmit();
    };
    write('one');
    write('two');
    await until(() => answer(bo)?.labels?.[0]?.textContent === 'B?');
    expect(answer(bo).value).to.equal('two');
    answer(bo).form?.requestSubmit();
    await ended;
    await until(() => bo.output.endsWith('one two\n'));
  });
});

describe('a name', () => {
  afterEach(clear);

  it('is accepted by Enter, which inserts nothing into the code', async () => {
    const room = await open({ name: 'Ann' });
    room.value = 'x = 1';
    for (const [field, name] of [
      [ownName, 'Zo'],
      [fileName, 'zo.py'],
    ] as const) {
      await begin(field(room), name);
      await sendKeys({ press: 'Enter' });
      await until(() => field(room).value === name && !field(room).matches(':focus'));
      await type('#');
      await until(() => room.value.includes('#'));
      expect(room.value).to.equal('#x = 1');
      room.value = 'x = 1';
    }
  });

  it('goes on being written after an Enter or Escape of its input method, of which Safari tells when that is over', async () => {
    const room = await open({ name: 'Ann' });
    for (const field of [ownName, fileName]) {
      await begin(field(room), 'Zo');
      for (const key of ['Enter', 'Escape']) {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        field(room).dispatchEvent(Object.defineProperty(event, 'keyCode', { value: 229 }));
        expect([field(room).value, field(room).matches(':focus')], key).to.deep.equal(['Zo', true]);
      }
    }
  });

  const change = (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('change'));
  };

  it('of a file names its language for everybody, unless its extension is unknown', async () => {
    const [ann, bo] = await pair({ language: 'python' });
    for (const [name, language] of [
      ['main.js', 'javascript'],
      ['main.unknown', 'javascript'],
      ['notes.txt', 'plaintext'],
      ['main.py', 'python'],
    ] as const) {
      change(fileName(ann), name);
      await until(() => fileName(bo).value === name && bo.language === language, `${name}: ${bo.language}`);
      expect(ann.language).to.equal(language);
    }
  });

  it('that somebody else has is shown with its number, however often it is requested', async () => {
    const [, bo] = await pair();
    for (const [asked, read] of [
      ['Ann', 'Ann (2)'],
      ['Ann', 'Ann (2)'],
      ['Zo', 'Zo'],
    ] as const) {
      change(ownName(bo), asked);
      await until(() => bo.name === read && ownName(bo).value === read, `${asked} is not read as ${read}`);
    }
  });

  it('with removed characters is shown as it is now, with a sentence about it', async () => {
    const [ann, bo] = await pair();
    const errors = collect(ann, 'code-room-error');
    const said = () => errors.at(-1)?.sentence;
    for (const [typed, name] of [
      ['a\u202egnp.exe', 'agnp.exe'],
      ['a\u0000b', 'ab'],
      [`Z${'\u0301\u0302\u0303'.repeat(20)}o`, '\u0179\u0302\u0303o'],
    ] as const) {
      change(ownName(ann), typed);
      await until(() => ann.name === name && ownName(ann).value === name, JSON.stringify([ann.name, name]));
      expect(said()).to.include(`Your name is now “${name}”`);
      change(fileName(ann), typed);
      await until(() => fileName(ann).value === name && fileName(bo).value === name);
      expect(said()).to.include(`The file is now called “${name}”`);
    }
    change(ownName(ann), '\u0301\u0302');
    await until(() => /visible character/.test(said() ?? ''));
    expect(ownName(ann).value).to.equal('\u0179\u0302\u0303o');
  });
});

describe('an answer', () => {
  afterEach(clear);

  it('is sent completely, or stays in its field with a sentence', async () => {
    const [ann, bo] = await pair({ language: 'javascript', runner: sandboxUrl });
    const errors = collect(bo, 'code-room-error');
    ann.value = 'const a = prompt("A?"), b = prompt("B?"); console.log(a.length, b.length)';
    await until(() => bo.value === ann.value);
    const ended = ann.run();
    await until(() => answer(bo));
    answer(bo).value = 'é'.repeat(40_000);
    answer(bo).form?.requestSubmit();
    await until(() => /cannot be sent/.test(errors.at(-1)?.sentence ?? ''));
    expect(answer(bo).value.length).to.equal(40_000);
    answer(bo).value = 'é'.repeat(12_000);
    answer(bo).form?.requestSubmit();
    await until(() => answer(ann)?.labels?.[0]?.textContent === 'B?');
    answer(ann).value = 'é'.repeat(12_000);
    answer(ann).form?.requestSubmit();
    await ended;
    await until(() => ann.output.endsWith('12000 12000\n'));
  });
});
