// Private time and the activity log in the element: what a candidate sees and what the others see.

import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import { clear, collect, editor, inside, open as openElement, part, until, write } from '../fixtures/elements.js';
import { type MadeRoom, makeRoom } from '../fixtures/made-room.js';

const CODE = 'def solve():\n    return sorted(range(100), key=lambda n: -n)[:3]\n';

let made: MadeRoom;
let ada: CodeRoom;
let ben: CodeRoom;

const textOf = (room: CodeRoom, name: 'code-room-focus' | 'code-room-activity', selector: string) =>
  inside(room, name, selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const focusText = (room: CodeRoom) => textOf(room, 'code-room-focus', '[part=focus]');

async function enter(log?: 'minimal' | 'full'): Promise<void> {
  made = await makeRoom({ title: 'An hour', code: CODE, ...(log && { log }) });
  ada = await made.enter('interviewer', '', { name: 'Ada' });
  ben = await made.enter('candidate', '', { name: 'Ben' });
  await until(() => ada.people.length === 2 && ben.people.length === 2);
  await until(() => ada.value === CODE && ben.value === CODE);
}

async function open(room: CodeRoom, name: 'code-room-focus' | 'code-room-activity'): Promise<void> {
  await until(() => inside(room, name, 'button.open'));
  if (!inside(room, name, '.panel')) inside(room, name, 'button.open').click();
  await until(() => inside(room, name, '.panel'));
}

/** As a browser pastes and drops. */
function paste(room: CodeRoom, text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const view = editor(room);
  view.focus();
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true });
  // Firefox gives a page's own event no data.
  if (event.clipboardData?.getData('text/plain') !== text)
    view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste' });
  else view.contentDOM.dispatchEvent(event);
}

describe('private time', () => {
  beforeEach(() => enter());
  afterEach(clear);

  it('is taken by the candidate; the others see who is thinking, and the edits when they are shown', async () => {
    const events = collect(ada, 'code-room-focus');
    await open(ben, 'code-room-focus');
    inside<HTMLFormElement>(ben, 'code-room-focus', 'form').requestSubmit();
    await until(() => /Ben is thinking · [45]:\d\d/.test(focusText(ada)), `Ada sees “${focusText(ada)}”`);
    await until(() => /^Private [45]:\d\d$/.test(focusText(ben)), `Ben sees “${focusText(ben)}”`);
    expect(ada.privateFocus?.by).to.equal(ben.people.find(({ self }) => self)?.id);
    write(ben, '# alone\n', 0);
    write(ada, '# theirs\n', CODE.length);
    await until(() => ben.value === `# alone\n${CODE}# theirs\n`);
    expect(ada.value).to.equal(`${CODE}# theirs\n`);
    await until(() => inside(ben, 'code-room-status', '[part=status]').textContent?.includes('Private'));
    // Name and language would change for the others only later: they wait, and say so by not being open.
    const locks = () => [
      inside<HTMLInputElement>(ben, 'code-room-file', 'input').readOnly,
      inside<HTMLSelectElement>(ben, 'code-room-language', 'select').disabled,
    ];
    await until(() => locks().every(Boolean));
    await open(ben, 'code-room-focus');
    inside(ben, 'code-room-focus', '.panel .main').click();
    await until(() => ada.value === `# alone\n${CODE}# theirs\n` && ada.privateFocus === null);
    await until(() => !locks().some(Boolean));
    expect(events.length).to.be.greaterThan(1);
  });

  it('is offered by an interviewer, and watched together afterwards, in step', async () => {
    await ada.startFocus(3);
    await until(() => focusText(ben) === 'Private time offered');
    await open(ben, 'code-room-focus');
    inside(ben, 'code-room-focus', '.panel .main').click();
    await until(() => ada.privateFocus !== null);
    write(ben, '# one\n', 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    write(ben, '# two\n', 0);
    await ben.endFocus();
    await until(() => ada.value.startsWith('# two\n# one\n'));
    await open(ada, 'code-room-focus');
    await until(() => textOf(ada, 'code-room-focus', 'li button') === 'Watch together');
    inside(ada, 'code-room-focus', 'li button').click();
    await open(ben, 'code-room-focus');
    const shown = (room: CodeRoom) => inside(room, 'code-room-focus', '[part=player] pre')?.textContent ?? '';
    await until(() => shown(ada).startsWith('# two') && shown(ben).startsWith('# two'), `they see ${shown(ben)}`);
    const bar = inside<HTMLInputElement>(ben, 'code-room-focus', 'input[type=range]');
    bar.value = '0';
    inside(ben, 'code-room-focus', '[part=player] .main').click();
    await until(() => shown(ada).startsWith('# '));
    inside(ada, 'code-room-focus', '[part=player] .row button:last-of-type').click();
    await until(
      () => !inside(ben, 'code-room-focus', '[part=player]') && !inside(ada, 'code-room-focus', '[part=player]'),
    );
  });

  it('is watched where somebody puts the bar, which stays in their hand meanwhile', async () => {
    await ben.startFocus(3);
    for (const word of ['one', 'two', 'three', 'four', 'five']) {
      write(ben, `# ${word}\n`, 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await ben.endFocus();
    await open(ada, 'code-room-focus');
    await open(ben, 'code-room-focus');
    await until(() => textOf(ada, 'code-room-focus', 'li button') === 'Watch together');
    inside(ada, 'code-room-focus', 'li button').click();
    const bar = (room: CodeRoom) => inside<HTMLInputElement>(room, 'code-room-focus', 'input[type=range]');
    await until(() => bar(ben) && bar(ada));
    const move = (type: string) => {
      bar(ben).value = '100';
      bar(ben).dispatchEvent(new Event(type, { bubbles: true }));
    };
    move('input');
    await until(() => textOf(ben, 'code-room-focus', '[part=player] .main') === 'Play');
    await until(() => Number(bar(ada).value) > 100);
    expect(bar(ben).value).to.equal('100');
    move('change');
    await until(() => bar(ada).value === '100', `it is ${bar(ada).value}`);
  });

  it('is counted only while there is something to count, and is read in a room that has ended', async () => {
    const { session } = Reflect.get(ada, 'visit') as { session: Session };
    await ben.startFocus(3);
    await until(() => /Ben is thinking/.test(focusText(ada)));
    await ben.endFocus();
    await until(() => focusText(ada) === 'Private time');
    await ada.setTimer({ phases: [{ name: 'code', minutes: 5 }], running: true });
    await until(() => inside(ada, 'code-room-timer', '[part=timer]')?.textContent?.includes('4:5'));
    session.standing.end(true);
    await until(() => ada.status === 'ended');
    await open(ada, 'code-room-focus');
    expect(textOf(ada, 'code-room-focus', 'li')).to.match(/^Ben \d/);
    expect(inside(ada, 'code-room-focus', 'form, li button')).to.equal(null);
    // What the end of the room changes has been shown by then.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const updates: string[] = [];
    for (const one of [part(ada, 'code-room-focus'), part(ada, 'code-room-timer')]) {
      const update = one.requestUpdate.bind(one);
      one.requestUpdate = (...args: Parameters<typeof update>) => {
        updates.push(one.localName);
        update(...args);
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(updates).to.deep.equal([]);
  });

  it('runs the candidate’s program for the candidate alone', async () => {
    ben.language = 'javascript';
    await until(() => ada.language === 'javascript' && ben.saved);
    await ben.startFocus(2);
    ben.value = 'console.log("alone")';
    const { state } = await ben.run();
    expect(state).to.equal('done');
    await until(() => ben.output.includes('alone'));
    expect(ada.output).to.equal('');
    expect(ada.running).to.equal(false);
    await ben.endFocus();
    await until(() => ada.value === 'console.log("alone")');
    expect(ada.output).to.equal('');
    await ben.run();
    await until(() => ada.output.includes('alone'));
  });

  it('runs nothing while what keeps a run on this page is missing', async () => {
    ben.language = 'javascript';
    await until(() => ada.language === 'javascript' && ben.saved);
    await ben.startFocus(2);
    (ben as unknown as { visit: { session: Session } }).visit.session.run.privateRuns = null;
    const refused = collect(ben, 'code-room-error');
    expect((await ben.run()).state).to.equal('failed');
    expect(refused[0]?.sentence).to.contain('private time');
    expect(ada.output).to.equal('');
    expect(ada.running).to.equal(false);
  });
});

describe('the activity log', () => {
  afterEach(clear);

  const entries = (room: CodeRoom) =>
    [...(part(room, 'code-room-activity').shadowRoot?.querySelectorAll('[part=entry] .words') ?? [])].map(
      ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim(),
    );
  /** The log comes a moment after the room has opened. */
  const isWatched = (room: CodeRoom) =>
    editor(room)
      .state.facet(EditorView.updateListener)
      .some(({ name }) => name === 'noteActivity');
  const OUTSIDE = 'import heapq\n\ndef largest(numbers, count):\n    return heapq.nlargest(count, numbers)\n';

  it('is told of once, and shows candidate and interviewer the same line, with what the candidate says to it', async () => {
    await enter('full');
    await until(() => inside(ben, 'code-room-notice', '[part=rules]') && isWatched(ben));
    expect(inside(ben, 'code-room-notice', '[part=rules]').textContent).to.contain('keeps an activity log');
    expect(inside(ada, 'code-room-notice', '[part=rules]')).to.equal(null);
    await open(ben, 'code-room-activity');
    const events = collect(ada, 'code-room-activity');
    paste(ben, OUTSIDE);
    await open(ada, 'code-room-activity');
    const line = `Pasted ${OUTSIDE.length} characters (4 lines) from outside this room into main.py, line 1.`;
    await until(() => entries(ada)[0] === line && entries(ben)[0] === line, `they see ${entries(ada)} ${entries(ben)}`);
    expect(events.length).to.be.greaterThan(0);
    const field = inside<HTMLInputElement>(ben, 'code-room-activity', 'input[name=why]');
    field.value = 'From the documentation';
    field.form?.requestSubmit();
    await until(() => textOf(ada, 'code-room-activity', '.why') === 'From the documentation');
    expect(ada.activity[0]?.why).to.equal('From the documentation');
    expect(JSON.stringify(ada.activity)).not.to.contain('nlargest');
  });

  it('keeps what is being written to a line when another comes, and while it is closed', async () => {
    await enter('full');
    await until(() => isWatched(ben));
    paste(ben, OUTSIDE);
    await open(ben, 'code-room-activity');
    const fields = () => [
      ...(part(ben, 'code-room-activity').shadowRoot?.querySelectorAll<HTMLInputElement>('input[name=why]') ?? []),
    ];
    await until(() => fields().length === 1);
    const [first] = fields();
    if (first) first.value = 'From the docu';
    // What comes into one file within a minute is one line.
    await ben.addFile({ name: 'other.py', text: '' });
    ben.file = 'other.py';
    await until(() => ben.file === 'other.py' && editor(ben).state.doc.length === 0 && isWatched(ben));
    // Nothing of it is in the room: copies within the room are not noted.
    paste(ben, 'const prices = [19, 4, 77];\nfor (const price of prices) console.log(price > 5);\n');
    await until(() => fields().length === 2);
    expect(fields()[1]).to.equal(first);
    expect(fields().map(({ value }) => value)).to.deep.equal(['', 'From the docu']);
    first?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    inside(ben, 'code-room-activity', 'button.close').click();
    await until(() => fields().length === 0);
    await open(ben, 'code-room-activity');
    expect(fields().map(({ value }) => value)).to.deep.equal(['', 'From the docu']);
  });

  it('calls nothing external that comes from the room, whatever happened to its spaces', async () => {
    await enter('full');
    await until(() => isWatched(ben));
    const view = editor(ben);
    const { range } = EditorSelection;
    // Taken out, and put back with other spaces.
    view.dispatch({ changes: { from: 0, to: view.state.doc.length }, userEvent: 'delete.cut' });
    paste(ben, CODE.replaceAll('    ', '\t'));
    await ada.say('Please use this one: sorted(numbers, key=lambda number: number.weight, reverse=True)');
    await until(() => ben.chat.length === 1);
    paste(ben, 'sorted(numbers, key=lambda number: number.weight,\n  reverse=True)');
    // Two places that were copied at once, and put at one cursor.
    const line = (n: number) => `line_${n} = "a line that is copied"\n`;
    write(ben, [1, 2, 3].map(line).join(''), 0);
    const [first, third] = [line(1).length, 2 * line(2).length];
    view.dispatch({ selection: EditorSelection.create([range(0, first - 1), range(third, third + first - 1)]) });
    view.contentDOM.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, composed: true }));
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    paste(ben, line(1) + line(3).trimEnd());
    // One, put at three cursors.
    const end = view.state.doc.length;
    view.dispatch({ selection: EditorSelection.create([0, first, end].map((at) => range(at, at))) });
    paste(ben, line(2).slice(0, 20));
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    paste(ben, OUTSIDE);
    await until(() => ada.activity.length > 0);
    expect(ada.activity.map(({ characters, count }) => [characters, count])).to.deep.equal([[OUTSIDE.length, 1]]);
  });

  it('calls nothing external that an earlier run printed, copied from what was printed and from errors', async () => {
    await enter('full');
    await until(() => isWatched(ben));
    ben.language = 'javascript';
    await until(() => ada.language === 'javascript' && ben.saved);
    ben.value = 'console.log("out ".repeat(12)); console.error("err ".repeat(12));';
    await ben.run();
    const output = () => inside(ben, 'code-room-output', '.output');
    await until(() => output().querySelector('.stderr')?.textContent?.includes('err err'));
    getSelection()?.setBaseAndExtent(output(), 0, output(), output().childNodes.length);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true, composed: true });
    output().dispatchEvent(event);
    const text = event.clipboardData?.getData('text/plain') ?? '';
    expect(text).to.match(/^(?:out ){12}\n(?:err ){12}\n$/);
    ben.value = 'console.log(1)';
    await ben.run();
    await until(() => ben.output === '1\n');
    paste(ben, text);
    paste(ben, OUTSIDE);
    await until(() => ada.activity.length > 0);
    expect(ada.activity.map(({ characters, count }) => [characters, count])).to.deep.equal([[OUTSIDE.length, 1]]);
  });

  it('has what was pasted in private time when that is over, also where the page was loaded anew meanwhile', async () => {
    await enter('full');
    await until(() => isWatched(ben));
    await ben.startFocus(3);
    const before = Date.now();
    paste(ben, OUTSIDE);
    const after = Date.now();
    // Another link would make another person.
    const { host = '', room = '', token = '' } = ben;
    ben.remove();
    ben = await openElement({ host, room, token, name: 'Ben' });
    await until(() => ben.privateFocus !== null && isWatched(ben));
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(ada.activity).to.deep.equal([]);
    await ben.endFocus();
    await until(() => ada.activity.length > 0);
    expect(ada.activity.map(({ characters, count }) => [characters, count])).to.deep.equal([[OUTSIDE.length, 1]]);
    // When it was, to a second.
    expect(ada.activity[0]?.at).to.be.within(before - 1_000, after + 1_000);
  });

  it('has what is pasted by somebody who has just written very much in the chat', async () => {
    await enter('full');
    await until(() => isWatched(ben));
    const said = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => ben.say(`word ${n}`)));
    expect(said.some(({ status }) => status === 'rejected')).to.equal(true);
    paste(ben, OUTSIDE);
    await until(() => ada.activity.length > 0);
    expect(ada.activity.map(({ characters, count }) => [characters, count])).to.deep.equal([[OUTSIDE.length, 1]]);
  });

  it('is nowhere where the room keeps none', async () => {
    await enter();
    paste(ben, OUTSIDE);
    await until(() => ada.value.includes('nlargest'));
    expect(inside(ben, 'code-room-activity', '.open')).to.equal(null);
    expect(ada.activity).to.deep.equal([]);
  });
});
