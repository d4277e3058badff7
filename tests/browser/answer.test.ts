// The input prompt of a program: one field for everybody who may run, and the first answer counts.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import { clear, editor, inside, newRoom, open, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';

const part = (room: CodeRoom) =>
  inside<HTMLElement>(room, 'code-room-output', 'code-room-answer').shadowRoot as ShadowRoot;
const field = (room: CodeRoom) => part(room).querySelector<HTMLInputElement>('input[part=answer]');

function give(room: CodeRoom, text: string): void {
  const box = inside<HTMLTextAreaElement>(room, 'code-room-output', 'textarea[part=stdin]');
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('a program’s input prompt', function () {
  this.timeout(60_000);
  afterEach(clear);

  async function pair(): Promise<[CodeRoom, CodeRoom]> {
    const attributes = { host: await roomHost(), room: newRoom(), runner: sandboxUrl, language: 'python' };
    return [await open({ ...attributes, name: 'Ann' }), await open({ ...attributes, name: 'Bo' })];
  }

  it('can be answered by anybody, and is seen by everybody', async () => {
    const [ann, bo] = await pair();
    ann.value = 'print("Name", end=": ")\nname = input()\nage = input("Age? ")\nprint(name, age)';
    const ended = ann.run();
    await until(() => field(ann) && field(bo));
    expect(part(bo).querySelector('label')?.textContent).to.equal('Name:');
    // Nobody has typed since, so the field has the focus of whoever pressed Run, and of nobody else.
    expect(part(ann).activeElement).to.equal(field(ann));
    await type('Ada');
    await sendKeys({ press: 'Enter' });
    await until(() => part(bo).querySelector('label')?.textContent === 'Age?');
    const late = await open({ host: bo.host ?? '', room: bo.room ?? '' });
    await until(() => field(late));
    (field(bo) as HTMLInputElement).value = '36';
    part(bo).querySelector('form')?.requestSubmit();
    expect((await ended).state).to.equal('done');
    await until(() => bo.output === 'Name: Ada\nAge? 36\nAda 36\n');
    await until(() => !field(ann) && !field(bo) && !field(late));
  });

  it('is not shown where the input box has the answer', async () => {
    const room = await open({ runner: sandboxUrl, language: 'python', results: '' });
    give(room, 'Ada\n');
    room.value = 'name = input("Name? ")\nname.upper()';
    expect((await room.run()).state).to.equal('done');
    expect(room.output).to.equal("Name? Ada\n'ADA'\n");
  });

  it('is numbered apart from what the input box answers, in every language, whoever answers', async () => {
    const [ann, bo] = await pair();
    for (const [language, code] of [
      ['javascript', 'console.log(prompt("A?"), prompt("B?"), prompt("C?"))'],
      ['python', 'print(input("A? "), input("B? "), input("C? "))'],
    ] as const) {
      ann.language = language;
      // On a busy machine a language is loaded for longer than one waits for a question.
      ann.value = '';
      await ann.run();
      ann.value = code;
      give(ann, 'x');
      const ended = ann.run();
      for (const [question, text] of [
        ['B?', 'y'],
        ['C?', 'z'],
      ] as const) {
        await until(() => part(bo).querySelector('label')?.textContent?.endsWith(question));
        (field(bo) as HTMLInputElement).value = text;
        part(bo).querySelector('form')?.requestSubmit();
      }
      expect((await ended).state).to.equal('done');
      await until(() => bo.output === 'A? x\nB? y\nC? z\nx y z\n', bo.output);
    }
  });

  it('takes pasted lines as answers to one prompt each', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log([prompt("A?"), prompt("B?"), prompt("C?"), prompt("D?")].join("|"))';
    const ended = room.run();
    await until(() => field(room));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'one\r\n\nthree\n');
    // Firefox makes no event of a clipboard of ours.
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    field(room)?.dispatchEvent(paste);
    await until(() => part(room).querySelector('label')?.textContent === 'D?');
    part(room).querySelector('form')?.requestSubmit();
    await ended;
    expect(room.output).to.equal('A? one\nB? \nC? three\nD? \none||three|\n');
  });

  it('does not take the focus of somebody who is typing, and can be answered with the end of input', async () => {
    const [ann, bo] = await pair();
    ann.value = 'import time\ntime.sleep(0.3)\ntry: input("?")\nexcept EOFError: print("none")';
    const ended = ann.run();
    await until(() => bo.running);
    ann.value += '\n';
    // Bo hears of it after Ann, by way of the room.
    await until(() => field(ann) && field(bo));
    expect(part(ann).activeElement).to.equal(null);
    [...part(bo).querySelectorAll('button')].at(-1)?.click();
    await ended;
    await until(() => bo.output === '?\nnone\n');
  });

  it('leaves the focus where somebody has gone after an answer', async () => {
    const room = await open({ runner: sandboxUrl, language: 'python' });
    room.value = 'import time\na = input("A? ")\ntime.sleep(1)\nb = input("B? ")\nprint(a, b)\n';
    const ended = room.run();
    await until(() => field(room) && part(room).activeElement === field(room));
    await type('x');
    await sendKeys({ press: 'Enter' });
    await until(() => !field(room));
    editor(room).focus();
    await until(() => part(room).querySelector('label')?.textContent === 'B?');
    expect(part(room).activeElement === null).to.equal(true);
    expect(editor(room).hasFocus).to.equal(true);
    field(room)?.focus();
    await type('y');
    await sendKeys({ press: 'Enter' });
    await ended;
    expect(room.output).to.equal('A? x\nB? y\nx y\n');
  });

  it('leaves the focus in another field of the page, though nobody has changed the code', async () => {
    const room = await open({ runner: sandboxUrl, language: 'python' });
    room.value = 'import time\ntime.sleep(1)\nprint(input("A? "))\n';
    for (const tag of ['textarea', 'div']) {
      const other = document.createElement(tag);
      if (tag === 'div') other.contentEditable = 'true';
      document.body.append(other);
      const ended = room.run();
      await until(() => room.running);
      other.focus();
      await until(() => field(room));
      expect(document.activeElement === other, tag).to.equal(true);
      field(room)?.focus();
      await sendKeys({ press: 'Enter' });
      await ended;
    }
  });

  it('keeps its undo history when somebody else has answered, and never undoes the code', async () => {
    const [ann, bo] = await pair();
    ann.value = 'a, b = input("A? "), input("B? ")\nprint(a, b)\n';
    await until(() => bo.value === ann.value);
    editor(bo).focus();
    await type('#');
    await until(() => ann.value === bo.value && bo.value.startsWith('#'));
    const code = bo.value.replace('#', '#\n');
    ann.value = code;
    const ended = ann.run();
    await until(() => field(ann) && field(bo));
    field(bo)?.focus();
    await type('half');
    const session = Reflect.get(ann, 'visit').session as Session;
    session.run.answer(1, 'first');
    await until(() => part(bo).querySelector('label')?.textContent === 'B?' && part(bo).activeElement === field(bo));
    expect(field(bo)?.value).to.equal('half');
    const press = (init: KeyboardEventInit) =>
      field(bo)?.dispatchEvent(
        new KeyboardEvent('keydown', {
          code: 'KeyZ',
          ctrlKey: true,
          bubbles: true,
          composed: true,
          cancelable: true,
          ...init,
        }),
      );
    for (const [init, value] of [
      [{ key: 'z' }, ''],
      [{ key: 'z' }, ''],
      [{ key: 'Z', shiftKey: true }, 'half'],
      [{ key: 'я' }, ''],
      [{ key: 'y', code: 'KeyY' }, 'half'],
    ] as const) {
      expect(press(init), 'the browser is left out').to.equal(false);
      expect(field(bo)?.value, JSON.stringify(init)).to.equal(value);
    }
    await type('!');
    expect(field(bo)?.value).to.equal('half!');
    await sendKeys({ press: 'Enter' });
    await ended;
    await until(() => bo.output.endsWith('first half!\n'));
    expect(bo.value).to.equal(code);
  });
});
