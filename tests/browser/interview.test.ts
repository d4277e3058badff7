// The hour of an interview in the element: the timer, the chat, following and pointing, moments that interviewers note.

import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { clear, collect, editor, inside, part, until, write } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { type MadeRoom, makeRoom } from '../fixtures/made-room.js';

const NOTES = '<code-room-notes slot="side"></code-room-notes>';

let made: MadeRoom;
let ada: CodeRoom;
let ben: CodeRoom;

const timerText = (room: CodeRoom) => inside(room, 'code-room-timer', '[part=timer]')?.textContent?.trim() ?? '';
const chatText = (room: CodeRoom) =>
  [...(part(room, 'code-room-chat').shadowRoot?.querySelectorAll('[part=message]') ?? [])].map(
    (message) => message.querySelector('.words')?.textContent,
  );
const count = (room: CodeRoom) => inside(room, 'code-room-chat', '.count')?.textContent ?? '';

async function openPanel(room: CodeRoom, name: 'code-room-chat' | 'code-room-timer'): Promise<void> {
  await until(() => inside(room, name, 'button.open'));
  inside(room, name, 'button.open').click();
  await until(() => inside(room, name, '.panel'));
}

async function writeInChat(room: CodeRoom, text: string, to?: string): Promise<void> {
  const field = inside<HTMLTextAreaElement>(room, 'code-room-chat', 'textarea');
  field.value = text;
  const choice = inside<HTMLSelectElement>(room, 'code-room-chat', 'select');
  if (to && choice) choice.value = to;
  field.form?.requestSubmit();
  await until(() => field.value === '', 'the message was not sent');
}

describe('an interview', () => {
  beforeEach(async () => {
    made = await makeRoom({
      title: 'An hour',
      code: Array.from({ length: 200 }, (_, n) => `line_${n} = ${n}`).join('\n'),
    });
    ada = await made.enter('interviewer', NOTES, { name: 'Ada' });
    ben = await made.enter('candidate', '', { name: 'Ben' });
    await until(() => ada.people.length === 2 && ben.people.length === 2);
  });
  afterEach(clear);

  describe('chat', () => {
    it('is read by everybody, and counts what is new until it is read', async () => {
      const events = collect(ben, 'code-room-chat');
      await openPanel(ada, 'code-room-chat');
      await writeInChat(ada, 'Use `heapq` if you like.');
      await until(() => count(ben).startsWith('1') && events.length > 0);
      expect(ben.chat.map(({ name, text, to }) => [name, text, to])).to.deep.equal([
        ['Ada', 'Use `heapq` if you like.', 'all'],
      ]);
      await openPanel(ben, 'code-room-chat');
      await until(() => chatText(ben)[0] === 'Use heapq if you like.');
      expect(inside(ben, 'code-room-chat', '.words code').textContent).to.equal('heapq');
      await until(() => count(ben) === '' && count(ada) === '');
    });

    it('among interviewers is theirs alone', async () => {
      await openPanel(ada, 'code-room-chat');
      await openPanel(ben, 'code-room-chat');
      await writeInChat(ada, 'He is stuck.', 'interviewers');
      await writeInChat(ada, 'Take your time.', 'all');
      await until(() => chatText(ben).length === 1 && chatText(ada).length === 2);
      expect(chatText(ben)).to.deep.equal(['Take your time.']);
      expect(inside(ben, 'code-room-chat', 'select')).to.equal(null);
    });

    it('makes links of https alone, and nothing of markup', async () => {
      await ben.say('http://a.example <b>x</b> https://b.example/c?d=1. https://ada@evil.example/');
      await openPanel(ada, 'code-room-chat');
      await until(() => chatText(ada).length === 1);
      const links = [...(part(ada, 'code-room-chat').shadowRoot?.querySelectorAll('a') ?? [])];
      expect(links.map(({ href }) => href)).to.deep.equal(['https://b.example/c?d=1']);
      expect(chatText(ada)[0]).to.contain('<b>x</b>');
    });

    it('sends by Enter, breaks a line by Shift and Enter, and closes by Escape', async () => {
      await openPanel(ben, 'code-room-chat');
      await until(() => part(ben, 'code-room-chat').shadowRoot?.activeElement?.localName === 'textarea');
      await type('Ready?');
      await sendKeys({ press: 'Enter' });
      await until(() => ada.chat.length === 1);
      expect(ada.chat[0]?.text).to.equal('Ready?');
      expect(ben.value).not.to.contain('Ready');
      await sendKeys({ press: 'Escape' });
      await until(() => !inside(ben, 'code-room-chat', '.panel'));
      expect(part(ben, 'code-room-chat').shadowRoot?.activeElement?.className).to.equal('open');
    });

    it('sends nothing by the Enter that ends a composition, nor by the keys that run the program, which the room gets', async () => {
      await openPanel(ben, 'code-room-chat');
      await until(() => part(ben, 'code-room-chat').shadowRoot?.activeElement?.localName === 'textarea');
      await type('Ready?');
      let gone = 0;
      part(ben, 'code-room-chat').addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) gone++;
        event.stopPropagation();
      });
      const pressed = (more: KeyboardEventInit) => {
        const all = { key: 'Enter', bubbles: true, composed: true, cancelable: true, ...more };
        return new KeyboardEvent('keydown', all);
      };
      const field = inside<HTMLTextAreaElement>(ben, 'code-room-chat', 'textarea');
      // Safari tells of it when the composition is over.
      field.dispatchEvent(Object.defineProperty(pressed({}), 'keyCode', { value: 229 }));
      field.dispatchEvent(pressed({ ctrlKey: true }));
      field.dispatchEvent(pressed({ metaKey: true }));
      expect([field.value, gone]).to.deep.equal(['Ready?', 2]);
      await sendKeys({ press: 'Enter' });
      await until(() => ada.chat.length > 0);
      expect(ada.chat.map(({ text }) => text)).to.deep.equal(['Ready?']);
    });

    it('keeps what is being written, and for whom, while it is closed and when the element is moved', async () => {
      const field = () => inside<HTMLTextAreaElement>(ada, 'code-room-chat', 'textarea');
      const whom = () => inside<HTMLSelectElement>(ada, 'code-room-chat', 'select');
      const closes = async () => {
        inside(ada, 'code-room-chat', 'button.close').click();
        await until(() => !inside(ada, 'code-room-chat', '.panel'));
      };
      await openPanel(ada, 'code-room-chat');
      field().value = 'He is';
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      whom().value = 'interviewers';
      whom().dispatchEvent(new Event('change', { bubbles: true }));
      await closes();
      const box = document.createElement('div');
      document.body.append(box);
      box.append(ada);
      await openPanel(ada, 'code-room-chat');
      expect([field().value, whom().value]).to.deep.equal(['He is', 'interviewers']);
      field().form?.requestSubmit();
      await until(() => field().value === '');
      await closes();
      await openPanel(ada, 'code-room-chat');
      expect([field().value, ben.chat.length, ada.chat[0]?.to]).to.deep.equal(['', 0, 'interviewers']);
    });

    it('says that a message was not sent, also when it was closed meanwhile', async () => {
      await openPanel(ben, 'code-room-chat');
      const errors = collect(ben, 'code-room-error');
      const field = inside<HTMLTextAreaElement>(ben, 'code-room-chat', 'textarea');
      field.value = ' a ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      // As a room that refuses it, and takes the rest: what this person sees is told in between.
      const { files } = (Reflect.get(ben, 'visit') as { session: Session }).session.documents;
      const { send } = files;
      Reflect.set(files, 'send', (message: OutgoingMessage) => {
        if (message.type === 'post') throw new Error('Too many messages.');
        send(message);
      });
      field.form?.requestSubmit();
      inside(ben, 'code-room-chat', 'button.close').click();
      await until(() => errors.length > 0);
      expect(errors.map(({ reason, sentence }) => [reason, sentence])).to.deep.equal([['chat', 'Too many messages.']]);
      await openPanel(ben, 'code-room-chat');
      expect(inside(ben, 'code-room-chat', '.fault')?.textContent).to.equal('Too many messages.');
      expect(inside<HTMLTextAreaElement>(ben, 'code-room-chat', 'textarea').value).to.equal(' a ');
    });

    it('refuses what is empty or from an observer, with a sentence', async () => {
      const oda = await made.enter('observer', '', { name: 'Oda' });
      for (const [room, words, sentence] of [
        [ben, ' ', 'Write something first.'],
        [oda, 'Hello', 'As observer you can watch, but not change or run anything here.'],
      ] as const) {
        const error: Error = await room.say(words).then(
          () => new Error('it was sent'),
          (why: Error) => why,
        );
        expect(error.message).to.equal(sentence);
      }
    });
  });

  describe('timer', () => {
    it('is set by an interviewer in words, and everybody sees it count', async () => {
      expect(timerText(ben)).to.equal('');
      const events = collect(ben, 'code-room-timer');
      await openPanel(ada, 'code-room-timer');
      inside<HTMLInputElement>(ada, 'code-room-timer', 'input[name=phases]').value = 'read 5, code 25';
      inside<HTMLFormElement>(ada, 'code-room-timer', 'form').requestSubmit();
      await until(() => /read\s*[45]:\d\d/.test(timerText(ben)), `Ben sees ${timerText(ben)}`);
      await until(() => events.length > 0);
      expect(ben.timer?.phases).to.deep.equal([
        { name: 'read', minutes: 5 },
        { name: 'code', minutes: 25 },
      ]);
      const shown = timerText(ben);
      await until(() => timerText(ben) !== shown);
      await ada.setTimer({ running: false });
      await until(() => timerText(ben).endsWith('paused'));
      await ada.setTimer(null);
      await until(() => timerText(ben) === '' && ben.timer === null);
    });

    it('does not replace phases that are being typed by what somebody else sets, nor loses them when it is closed', async () => {
      const phases = () => inside<HTMLInputElement>(ada, 'code-room-timer', 'input[name=phases]');
      await openPanel(ada, 'code-room-timer');
      phases().focus();
      phases().select();
      await type('read 7, code');
      await ada.setTimer({ phases: [{ name: 'code', minutes: 10 }] });
      await until(() => timerText(ada).includes('10:00'));
      expect(phases().value).to.equal('read 7, code');
      inside(ada, 'code-room-timer', '.close').click();
      await until(() => !phases());
      await openPanel(ada, 'code-room-timer');
      expect(phases().value).to.equal('read 7, code');
      // Set, it is what the timer has.
      phases().focus();
      await sendKeys({ press: 'End' });
      await type(' 30');
      inside<HTMLFormElement>(ada, 'code-room-timer', 'form').requestSubmit();
      await until(() => timerText(ben).startsWith('read'), `Ben sees ${timerText(ben)}`);
      await ada.setTimer({ phases: [{ name: 'talk', minutes: 20 }] });
      await until(() => phases().value === 'talk 20', `it is ${phases().value}`);
    });

    it('is longer for one person, and as it was for the others', async () => {
      const person = ben.people.find(({ self }) => self)?.id ?? '';
      await ada.setTimer({ phases: [{ name: 'code', minutes: 10 }], extraFor: { [person]: 15 } });
      await until(() => timerText(ben).includes('25:00') && timerText(ada).includes('10:00'));
    });

    it('can be taken away from somebody who has left', async () => {
      await ada.setTimer({ phases: [{ name: 'code', minutes: 10 }], extraFor: { left: 15 } });
      await openPanel(ada, 'code-room-timer');
      await until(() => inside(ada, 'code-room-timer', 'option[value=left]'));
      expect(inside(ada, 'code-room-timer', 'option[value=left]').textContent).to.equal('somebody who has left');
      inside<HTMLSelectElement>(ada, 'code-room-timer', 'select[name=person]').value = 'left';
      inside<HTMLInputElement>(ada, 'code-room-timer', 'input[name=minutes]').value = '-15';
      [...(part(ada, 'code-room-timer').shadowRoot?.querySelectorAll('button') ?? [])].at(-1)?.click();
      await until(() => Object.keys(ada.timer?.extraFor ?? { left: 15 }).length === 0);
    });

    it('is longer by all minutes that are added, however quickly', async () => {
      await ada.setTimer({ phases: [{ name: 'code', minutes: 10 }] });
      await openPanel(ada, 'code-room-timer');
      await until(() => inside(ada, 'code-room-timer', 'select[name=person]'));
      const add = [...(part(ada, 'code-room-timer').shadowRoot?.querySelectorAll('button') ?? [])].at(-1);
      add?.click();
      add?.click();
      await until(() => ben.timer?.extraMinutes === 10, `it is ${ben.timer?.extraMinutes}`);
    });

    it('is longer, and does not begin anew, when the minutes are entered by Enter', async () => {
      await ada.setTimer({ phases: [{ name: 'code', minutes: 10 }], running: true });
      const began = ada.timer?.startedAt;
      await openPanel(ada, 'code-room-timer');
      await until(() => inside(ada, 'code-room-timer', 'input[name=minutes]'));
      inside<HTMLInputElement>(ada, 'code-room-timer', 'input[name=minutes]').focus();
      await sendKeys({ press: 'Enter' });
      await until(() => ben.timer?.extraMinutes === 5, `it is ${ben.timer?.extraMinutes}`);
      expect([ben.timer?.startedAt, ben.timer?.phases]).to.deep.equal([began, [{ name: 'code', minutes: 10 }]]);
    });

    it('says what is wrong with phases that cannot be read', async () => {
      await openPanel(ada, 'code-room-timer');
      inside<HTMLInputElement>(ada, 'code-room-timer', 'input[name=phases]').value = 'read, code';
      inside<HTMLFormElement>(ada, 'code-room-timer', 'form').requestSubmit();
      await until(() => inside(ada, 'code-room-timer', '[role=alert]'));
      expect(inside(ada, 'code-room-timer', '[role=alert]').textContent).to.contain('read 5, code 25, discuss 10');
    });
  });

  describe('following', () => {
    const top = (room: CodeRoom) => editor(room).scrollDOM.scrollTop;
    const benId = () => ada.people.find(({ name }) => name === 'Ben')?.id ?? '';

    it('goes where the other scrolls and writes, until one types oneself', async () => {
      write(ben, '#', 0);
      await until(() => ada.value.startsWith('#'));
      await ada.follow(benId());
      editor(ben).scrollDOM.scrollTo({ top: 1_500 });
      await until(() => top(ada) > 1_000, `Ada is at ${top(ada)}`);
      const { doc } = editor(ben).state;
      editor(ben).dispatch({ selection: { anchor: doc.line(5).from }, scrollIntoView: true });
      await until(() => top(ada) < 200, `Ada is at ${top(ada)}`);
      editor(ada).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
      editor(ben).scrollDOM.scrollTo({ top: 2_500 });
      await until(() => top(ben) > 2_000);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(top(ada)).to.be.lessThan(200);
    });

    it('goes on when the other comes back, as after loading the page again', async () => {
      await ada.follow(benId());
      const followed = collect(ada, 'code-room-follow');
      ben.remove();
      await until(() => ada.people.length === 1);
      document.body.append(ben);
      await until(() => ada.people.length === 2 && ben.status === 'live' && editor(ben));
      expect(followed).to.deep.equal([]);
      await until(() => editor(ben).state.doc.lines === 200);
      editor(ben).scrollDOM.scrollTo({ top: 1_500 });
      await until(() => top(ada) > 1_000, `Ada is at ${top(ada)}`);
    });

    it('shows the file the other goes to', async () => {
      await ben.addFile({ name: 'bank.py', text: 'class Bank: ...\n' });
      await ada.follow(benId());
      ben.file = 'bank.py';
      await until(() => editor(ben).state.doc.toString().startsWith('class'));
      await until(() => ada.file === 'bank.py');
      ben.file = 'main.py';
      write(ben, '#', 0);
      await until(() => ada.file === 'main.py');
      const followed = collect(ada, 'code-room-follow');
      ada.file = 'bank.py';
      await until(() => followed.at(-1)?.person === null);
      write(ben, '#', 0);
      await until(() => ben.saved && ada.files.some(({ name, text }) => name === 'main.py' && text.startsWith('#')));
      expect(ada.file).to.equal('bank.py');
    });
  });

  describe('quick changes of place', () => {
    const idOf = (room: CodeRoom, name: string) => room.people.find((person) => person.name === name)?.id ?? '';
    const names = ['main.py', 'bank.py', 'list.py'];
    /** Numbers that differ from run to run only by this. */
    const place = (step: number) => names[(step * step + (step >> 1)) % names.length] ?? '';

    beforeEach(async () => {
      await ada.addFile({ name: 'bank.py', text: 'class Bank: ...\n'.repeat(100) });
      await ada.addFile({ name: 'list.py', text: 'class List: ...\n'.repeat(100) });
      await until(() => ben.files.length === 3 && ada.saved);
    });

    for (const [leads, follows] of [
      ['Ben', 'Ada'],
      ['Ada', 'Ben'],
    ] as const)
      it(`end where ${leads} is, whatever others do meanwhile`, async () => {
        const [leader, follower] = leads === 'Ben' ? [ben, ada] : [ada, ben];
        const cy = await made.enter('candidate', '', { name: 'Cy' });
        await until(() => cy.files.length === 3);
        await follower.follow(idOf(follower, leads));
        for (let round = 1; round <= 6; round++) {
          for (let step = 0; step < 8; step++) {
            leader.file = place(round * 7 + step);
            // Anybody's cursor moves, in any file.
            if (step % 3 === 0 && editor(cy)) write(cy, '#', 0);
            await new Promise((resolve) => setTimeout(resolve, (step * round * 37) % 280));
          }
          const last = place(round);
          leader.file = last;
          await until(() => follower.file === last, `${follows} is in ${follower.file}, not in ${last}`);
          write(cy, '#', 0);
          await until(() => leader.saved && cy.saved && follower.saved);
          await until(() => follower.file === last, `${follows} has left ${last} for ${follower.file}`);
        }
      });

    it('are known to whoever begins to follow later, and after a lost connection', async () => {
      ben.file = 'list.py';
      await until(() => editor(ben).state.doc.toString().startsWith('class List'));
      const cy = await made.enter('observer', '', { name: 'Cy' });
      await until(() => cy.people.length === 3);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await cy.follow(idOf(cy, 'Ben'));
      await until(() => cy.file === 'list.py');
    });

    it('of whoever has followed somebody and goes their own way again are told', async () => {
      const cy = await made.enter('observer', '', { name: 'Cy' });
      await until(() => cy.people.length === 3 && cy.files.length === 3);
      await cy.follow(idOf(cy, 'Ben'));
      await ben.follow(idOf(ben, 'Ada'));
      ada.file = 'bank.py';
      await until(() => ben.file === 'bank.py' && editor(ben).state.doc.toString().startsWith('class Bank'));
      await until(() => {
        editor(ben).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
        return cy.file === 'bank.py';
      }, `Cy is in ${cy.file}`);
    });
  });

  it('a place that is pointed to is marked at everybody, with the name, and fades', async () => {
    write(ben, '#', 0);
    await until(() => ben.saved && ada.value.startsWith('#'));
    const marks = (room: CodeRoom) =>
      [...editor(room).dom.querySelectorAll('.cm-placeMark')].map(({ textContent }) => textContent);
    await ben.point();
    await until(() => marks(ada)[0] === 'Ben' && marks(ben)[0] === 'You');
    await until(() => marks(ada).length === 0);
  });

  it('an interviewer asks to look at a line; it moves nobody who does not want to', async () => {
    await until(() => editor(ada).state.doc.lines === 200 && ada.saved);
    editor(ada).dispatch({ selection: { anchor: editor(ada).state.doc.line(150).from } });
    await ada.point(true);
    await until(() => inside(ben, 'code-room-people', '.asked'));
    expect(inside(ben, 'code-room-people', '.asked').textContent).to.contain('look at line 150');
    expect(editor(ben).scrollDOM.scrollTop).to.equal(0);
    // What is put in above moves the place.
    write(ada, '# one\n# two\n', 0);
    await until(() => ben.value.startsWith('# one'));
    await until(() => inside(ben, 'code-room-people', '.asked').textContent?.includes('look at line 152'));
    inside(ben, 'code-room-people', '.asked button').click();
    await until(() => editor(ben).scrollDOM.scrollTop > 500);
    expect(inside(ben, 'code-room-people', '.asked')).to.equal(null);
    // Whoever waves it away goes on in the code.
    await ada.point(true);
    await until(() => inside(ben, 'code-room-people', '.asked'));
    inside(ben, 'code-room-people', '.asked button:last-of-type').focus();
    inside(ben, 'code-room-people', '.asked button:last-of-type').click();
    await until(() => !inside(ben, 'code-room-people', '.asked'));
    expect(editor(ben).hasFocus).to.equal(true);
  });

  it('moments are noted by one press, for interviewers alone', async () => {
    const moments = (room: CodeRoom) =>
      [...(part(room, 'code-room-notes')?.shadowRoot?.querySelectorAll('[part=moment] strong') ?? [])].map(
        ({ textContent }) => textContent,
      );
    await until(() => inside(ada, 'code-room-notes', '.moments button'));
    inside(ada, 'code-room-notes', '.moments button').click();
    await until(() => moments(ada).join() === 'Hint given');
    const key = { code: 'Digit2', key: '2', altKey: true, shiftKey: true, bubbles: true, composed: true };
    editor(ada).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { ...key, cancelable: true }));
    await until(() => moments(ada).join() === 'Good,Hint given');
    expect(EditorView.findFromDOM(editor(ben).dom)?.state.doc.lines).to.equal(200);
  });
});
