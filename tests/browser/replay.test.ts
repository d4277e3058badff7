// The player of replays: files by address and by choice, seeking, markers, keys, colours, and what is broken.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type { CodeRoomReplay } from '../../components/code-room-replay.js';
import type { CodeRoomReplayPositionEvent } from '../../components/element/replay-events.js';
import { defineReplay } from '../../components/register.js';
import { registerTranslation } from '../../components/wording/words.js';
import { clear, until } from '../fixtures/elements.js';

const ADA = { id: 'ada', name: 'Ada', role: 'interviewer', color: '#0b63c5' };
const BEN = { id: 'ben', name: 'Ben', role: 'candidate', color: '#a4450a' };
const HEADER = {
  ...{ format: 'code-room-replay', version: 1, room: 'room', title: 'Talk', private: false, people: [ADA, BEN] },
  ...{ startedAt: '2026-11-28T19:00:00.000Z' },
  files: [
    { id: 1, kind: 'file', name: 'main.py', language: 'python' },
    { id: 1001, kind: 'file', name: 'bank.py', language: 'python' },
  ],
};
const word = (id: number, text: string) => ({ id, by: 'ada', name: 'Ada', at: 1, text });
const EVENTS = [
  [0, 'edit', [0, null, 0, 0, 'a = 1\n']],
  [1_000, 'edit', [0, 1, 6, 0, 'b = 2\n']],
  [2_000, 'chat', word(1, 'Good')],
  [60_000, 'edit', [1, 0, 0, 0, 'class Bank: ...\n']],
  [61_000, 'run', { run: 1, person: 1, name: 'Ben', file: 1, language: 'python' }],
  [62_000, 'output', { run: 1, kind: 'stdout', text: 'hello\n' }],
  [62_000, 'run-end', { run: 1, state: 'done', durationMs: 1_000 }],
  [63_000, 'a kind of later', { x: 1 }],
  [64_000, 'chat', word(2, 'Thanks')],
];
const fileOf = (header: object, events: readonly unknown[]) =>
  new Blob([header, ...events].map((line) => `${JSON.stringify(line)}\n`));

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

let player: CodeRoomReplay;

const inside = <E extends HTMLElement>(selector: string) => player.shadowRoot?.querySelector<E>(selector) as E;
/** Without the names beside carets. */
const code = () =>
  [...(player.shadowRoot?.querySelectorAll('.cm-line') ?? [])].map((line) => {
    const shown = line.cloneNode(true) as Element;
    for (const name of shown.querySelectorAll('.last-cursor-name')) name.remove();
    return shown.textContent;
  });
const labels = () =>
  [...(player.shadowRoot?.querySelectorAll('.markers li span') ?? [])].map(({ textContent }) => textContent);
const pressed = () => inside('.files [aria-pressed=true]')?.textContent;

async function open(source: { file?: Blob; src?: string }): Promise<void> {
  player = Object.assign(document.createElement('code-room-replay'), source);
  document.body.append(player);
  await until(() => player.duration > 0 && code().length > 0);
}

async function at(position: number, lines: string[]): Promise<void> {
  player.seek(position);
  await until(() => String(code()) === String(lines), `the code at ${position}`);
}

describe('a replay', () => {
  before(() => defineReplay());
  afterEach(clear);

  it('is at any moment what it was then, with the file that is written in, and says so by an event', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    expect([player.duration, player.position]).to.deep.equal([64_000, 0]);
    const events: CodeRoomReplayPositionEvent[] = [];
    player.addEventListener('code-room-replay-position', (event) => events.push(event));
    await at(0, ['a = 1', '']);
    await at(1_000, ['a = 1', 'b = 2', '']);
    await at(60_500, ['class Bank: ...', '']);
    expect(pressed()).to.equal('bank.py');
    await at(999, ['a = 1', '']);
    expect(events.map(({ position }) => position)).to.deep.equal([1_000, 60_500, 999]);
    player.seek(62_000);
    await until(() => inside('.output').textContent?.includes('hello'));
    expect(player.files.map(({ name, text }) => [name, text])).to.deep.equal([
      ['main.py', 'a = 1\nb = 2\n'],
      ['bank.py', 'class Bank: ...\n'],
    ]);
    player.seek(1e9);
    expect(player.position).to.equal(64_000);
    player.seek(Number.NaN);
    player.seek(-1);
    expect(player.position).to.equal(0);
  });

  it('begins at the moment of its address', async () => {
    const address = URL.createObjectURL(fileOf(HEADER, EVENTS));
    await open({ src: `${address}#t=60.5` });
    URL.revokeObjectURL(address);
    await until(() => player.position === 60_500 && code()[0] === 'class Bank: ...');
  });

  it('begins at the moment that was asked for right after it was set, though another is open', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    await until(() => player.duration > 0);
    const duration = player.duration;
    player.file = fileOf(HEADER, EVENTS.slice(0, -1));
    player.seek(60_500);
    await until(() => player.duration > 0 && player.duration !== duration);
    expect(player.position).to.equal(60_500);
  });

  it('fetches nothing for the colour that a file gives a person', async () => {
    const address = `${location.origin}/fetched-for-a-color`;
    const people = [ADA, { ...BEN, color: `url(${address})` }];
    await open({ file: fileOf({ ...HEADER, people }, EVENTS) });
    await at(1_000, ['a = 1', 'b = 2', '']);
    await until(() => inside('.last-cursor-name'));
    for (const one of player.shadowRoot?.querySelectorAll('.last-cursor, .last-cursor-name, .people li') ?? [])
      expect((one as HTMLElement).style.getPropertyValue('--_person')).to.match(/^#[0-9a-f]{6}$/);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    expect(performance.getEntriesByName(address).length).to.equal(0);
  });

  it('has the caret of whoever writes in the shown file, and of nobody else', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    const cursorNames = () =>
      [...(player.shadowRoot?.querySelectorAll('.last-cursor-name') ?? [])].map((one) => one.textContent);
    await at(60_500, ['class Bank: ...', '']);
    await until(() => String(cursorNames()) === 'Ada');
    inside('.files button').click();
    await at(60_500, ['a = 1', 'b = 2', '']);
    expect(cursorNames()).to.deep.equal([]);
    await at(1_000, ['a = 1', 'b = 2', '']);
    await until(() => String(cursorNames()) === 'Ben');
  });

  it('says its position and its keys in the language of its page, and does not read the time aloud', async () => {
    registerTranslation('la', { Play: 'Age', Space: 'Spatium', '{part} of {all}': '{part} ex {all}' });
    document.body.lang = 'la';
    try {
      await open({ file: fileOf(HEADER, EVENTS) });
      await until(() => inside('.play').textContent === 'Age');
      expect(inside('input[type=range]').getAttribute('aria-valuetext')).to.match(/^0:00 ex 1:04, /);
      expect(inside('dialog kbd').textContent).to.equal('Spatium');
      expect(inside('.controls output').getAttribute('aria-live')).to.equal('off');
    } finally {
      document.body.removeAttribute('lang');
    }
  });

  it('names its code in the language that its page has by then', async () => {
    registerTranslation('la', { '{file} at this moment': '{file} nunc' });
    await open({ file: fileOf(HEADER, EVENTS) });
    const name = () => inside('.cm-content').getAttribute('aria-label');
    await until(() => name() === 'main.py at this moment');
    document.body.lang = 'la';
    try {
      await until(() => name() === 'main.py nunc');
    } finally {
      document.body.removeAttribute('lang');
    }
    await until(() => name() === 'main.py at this moment');
  });

  it('that is taken off its page has no editor any more, and is as it was when it comes back', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    await at(1_000, ['a = 1', 'b = 2', '']);
    player.remove();
    expect(inside('.cm-editor')).to.equal(null);
    player.seek(0);
    await player.updateComplete;
    expect(inside('.cm-editor')).to.equal(null);
    document.body.append(player);
    await until(() => String(code()) === 'a = 1,');
    await at(1_000, ['a = 1', 'b = 2', '']);
    const box = document.createElement('div');
    document.body.append(box);
    // Moved, it leaves the page and comes back at once.
    box.append(player);
    await until(() => String(code()) === 'a = 1,b = 2,');
    expect(player.shadowRoot?.querySelectorAll('.cm-editor').length).to.equal(1);
    document.body.append(player);
    box.remove();
  });

  it('of strange data is opened all the same', async () => {
    const strange = ['help', 'proposals', 'timer', 'activity', 'run-end'].map((kind) => [1_000, kind, 'constructor']);
    const by = { id: 1, by: 'ben', name: 'Ben' };
    const ends = { run: 1, state: 'constructor', durationMs: 1 };
    await open({
      file: fileOf(HEADER, [
        [0, 'edit', [0, null, 0, 0, 'a = 1\n']],
        [500, 'run', { run: 1, person: 1, name: 'Ben', file: 1, language: 'python' }],
        ...strange,
        [1_000, 'run-end', ends],
        [1_000, 'proposals', { ...by, kind: 'constructor' }],
        [2_000, 'chat', word(1, 'Good')],
      ]),
    });
    player.seek(1_500);
    await until(() => inside('.output').textContent?.includes('constructor'));
    expect(player.markers.map(({ label }) => label)).to.deep.equal(['First run by Ben: constructor', 'Ada: Good']);
  });

  it('plays to its end without the pauses, and stops there', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    player.play(32);
    await until(() => player.position === 64_000);
    await until(() => inside('.play').textContent === 'Play');
    player.play();
    player.pause();
    expect(player.position).to.be.below(64_000);
  });

  it('shows what a run had printed by then', async () => {
    const run = { run: 1, person: 1, name: 'Ben', file: 1, language: 'python' };
    const print = (time: number, text: string) => [time, 'output', { run: 1, kind: 'stdout', text }];
    await open({
      file: fileOf(HEADER, [
        [0, 'edit', [0, null, 0, 0, 'a = 1\n']],
        [1_000, 'run', run],
        print(2_000, 'one'),
        print(10_000, ' two\n'),
        [12_000, 'run-end', { run: 1, state: 'done', durationMs: 11_000 }],
      ]),
    });
    const printed = () => inside('.output .printed')?.textContent ?? '';
    for (const [position, text] of [
      [5_000, 'one'],
      [11_000, 'one two\n'],
      [12_000, 'one two\n'],
      [1_500, ''],
    ] as const) {
      player.seek(position);
      await until(() => printed() === text, `${text} at ${position}`);
      await until(() => inside('.output').textContent?.includes('running') === position < 12_000);
    }
  });

  it('has markers, as a list with a filter', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    expect(player.markers.map(({ time, kind, label, person }) => [time, kind, label, person])).to.deep.equal([
      [2_000, 'chat', 'Ada: Good', 'ada'],
      [61_000, 'run', 'First run by Ben: done', 'ben'],
      [64_000, 'chat', 'Ada: Thanks', 'ada'],
    ]);
    await until(() => labels().length === 3);
    inside('.markers label.chat input').click();
    await until(() => String(labels()) === 'First run by Ben: done');
    inside('.markers li button').click();
    await until(() => player.position === 61_000 && inside('.markers [aria-current=true]'));
  });

  it('is led by keys', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    inside('.play').focus();
    const press = async (key: string, position: number) => {
      await sendKeys({ press: key });
      await until(() => Math.abs(player.position - position) < 1, `${key} leads to ${position}`);
    };
    await press(']', 2_000);
    await press(']', 61_000);
    await press('[', 2_000);
    await press('.', 60_000);
    await press(',', 2_000);
    await press('ArrowLeft', 0);
    await press('0', 0);
    await sendKeys({ press: '>' });
    await until(() => inside<HTMLSelectElement>('select').value === '2');
    await sendKeys({ press: '?' });
    await until(() => inside<HTMLDialogElement>('dialog').open);
    const heard: string[] = [];
    const hear = ({ type }: Event) => heard.push(type);
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, hear);
    await sendKeys({ press: 'Escape' });
    await until(() => !inside<HTMLDialogElement>('dialog').open);
    for (const type of ['keydown', 'keyup']) document.removeEventListener(type, hear);
    expect(heard, 'a dialog of the page would close, too').to.deep.equal([]);
    expect(player.position).to.equal(0);
    // A Ukrainian keyboard.
    const event = { key: 'ї', code: 'BracketRight', bubbles: true, composed: true };
    inside('.play').dispatchEvent(new KeyboardEvent('keydown', event));
    await until(() => player.position === 2_000);
    let asked = 0;
    player.requestFullscreen = async () => void asked++;
    await sendKeys({ press: 'f' });
    await until(() => asked === 1);
  });

  /** The marked parts, each with its title. */
  const marked = () =>
    [
      ...(player.shadowRoot?.querySelectorAll<HTMLElement>('.cm-line [class*=pattern-], .cm-line [class*=origin-]') ??
        []),
    ].map(({ textContent, title }) => `${title}: ${textContent}`);
  const legend = () => [...(player.shadowRoot?.querySelectorAll('.legend bdi') ?? [])].map((one) => one.textContent);
  const color = (value: string) => {
    const select = inside<HTMLSelectElement>('select.colors');
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };

  it('shows who wrote what, in words too', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    await at(1_000, ['a = 1', 'b = 2', '']);
    expect([marked(), legend()]).to.deep.equal([[], []]);
    color('authors');
    await until(() => String(marked()) === 'Ben: b = 2' && String(legend()) === 'Ada,Ben');
    color('none');
    await until(() => marked().length === 0 && legend().length === 0);
  });

  it('shows from where what came: typed, pasted, starter, accepted, and what came at once or from private time', async () => {
    const pasted = `${'p'.repeat(59)}\n`;
    const back = `${'q'.repeat(49)}\n`;
    const by = { by: 'ben', name: 'Ben', at: 1 };
    await open({
      file: fileOf(HEADER, [
        [0, 'edit', [0, null, 0, 0, 'starter\n']],
        [1_000, 'edit', [0, 1, 8, 0, 'typed\n']],
        [2_000, 'edit', [0, 1, 14, 0, pasted]],
        [
          2_100,
          'activity',
          { id: 1, ...by, kind: 'paste', characters: 60, lines: 1, file: 'main.py', line: 3, seconds: 0, count: 1 },
        ],
        [3_000, 'edit', [0, 1, 74, 0, back]],
        [4_000, 'proposals', { id: 1, ...by, kind: 'proposed', document: 1, why: '' }],
        [5_000, 'edit', [0, null, 0, 0, 'accepted\n']],
        [5_001, 'proposals', { id: 2, ...by, kind: 'accepted', proposal: 1, document: 1, version: 5 }],
        [6_000, 'focus', { id: 1, ...by, until: Date.parse(HEADER.startedAt) + 9_000 }],
        [9_100, 'edit', [0, 1, 0, 0, 'alone\n']],
        [20_000, 'chat', word(1, 'End')],
      ]),
    });
    player.seek(7_000);
    await until(() => inside('.people').textContent?.includes('thinking in private'));
    const bar = player.shadowRoot?.querySelector('.ticks .private');
    expect(bar?.textContent).to.equal('Ben thinks in private, 0:06 to 0:09');
    expect(Number(bar?.getAttribute('width'))).to.be.above(50);
    player.seek(20_000);
    color('origins');
    await until(
      () =>
        String(marked()) ===
        [
          'Written in private time: alone',
          'Accepted proposal: accepted',
          'Starter code: starter',
          'Typed: typed',
          `Pasted from outside the room: ${pasted.trim()}`,
          `Came at once: moved, brought back or pasted: ${back.trim()}`,
        ].join(),
    );
    expect(legend().length).to.equal(6);
    const looks = [...(player.shadowRoot?.querySelectorAll('.legend i') ?? [])].map((one) => {
      const { borderBlockEndStyle, borderBlockEndWidth } = getComputedStyle(one);
      return `${borderBlockEndStyle} ${borderBlockEndWidth}`;
    });
    expect(new Set(looks).size, 'without colours, too, each looks different').to.equal(6);
  });

  it('has its syntax colours after a jump in a long text', async () => {
    const line = 'def f(): return None\n';
    const edits = Array.from({ length: 120 }, (_, n) => [n * 1_000, 'edit', [0, 1, n * line.length, 0, line]]);
    await open({ file: fileOf(HEADER, edits) });
    const colors = () => player.shadowRoot?.querySelectorAll('.cm-line:first-child span').length ?? 0;
    await until(() => colors() > 2);
    player.seek(110_000);
    await until(() => code().length > 20 && colors() > 2);
    player.seek(111_000);
    await until(() => player.files[0]?.text.length === 112 * line.length && colors() > 2);
  });

  it('has no violations found by axe, in the middle and with its keys shown', async () => {
    await open({ file: fileOf(HEADER, EVENTS) });
    player.seek(62_000);
    await until(() => inside('.output').textContent?.includes('hello'));
    const violations = async () =>
      (await axe.run(player, { resultTypes: ['violations'] })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      );
    expect(await violations()).to.deep.equal([]);
    color('origins');
    await until(() => legend().length > 0);
    expect(await violations()).to.deep.equal([]);
    inside('.keys').click();
    await until(() => inside<HTMLDialogElement>('dialog').open);
    expect(await violations()).to.deep.equal([]);
  });

  it('that is broken says so in a sentence, and another can be chosen', async () => {
    player = Object.assign(document.createElement('code-room-replay'), { file: new Blob(['print(1)\n']) });
    document.body.append(player);
    await until(() => inside('[role=alert]')?.textContent?.startsWith('This is not a replay.'));
    expect(inside('input[type=file]')).to.not.equal(null);
    player.src = '/nowhere.coderoom';
    player.file = undefined;
    await until(() => inside('[role=alert]')?.textContent?.startsWith('The replay could not be downloaded.'));
    player.file = fileOf(HEADER, EVENTS);
    await until(() => player.duration === 64_000 && code().length > 0);
  });

  it('that is given as JSON and broken gives way to a file that is chosen', async () => {
    player = Object.assign(document.createElement('code-room-replay'), { replay: {} as never });
    document.body.append(player);
    await until(() => inside('[role=alert]'));
    const field = inside<HTMLInputElement>('input[type=file]');
    const chosen = new DataTransfer();
    chosen.items.add(new File([await fileOf(HEADER, EVENTS).arrayBuffer()], 'interview.coderoom'));
    field.files = chosen.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => player.duration === 64_000 && code().length > 0);
  });
});
