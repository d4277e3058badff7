// The panels of the hour as people meet them: what axe finds in each, what is read before one begins, what is announced, and how they fit a phone.
import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import 'axe-core';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import { handInScorecard } from '../../components/session/sync/entries.js';
import { clear, editor, inside, part, until, write } from '../fixtures/elements.js';
import { type MadeRoom, makeRoom } from '../fixtures/made-room.js';

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

const SIDE = '<code-room-notes slot="side"></code-room-notes><code-room-scorecard slot="side"></code-room-scorecard>';
const PANELS = [
  ...['code-room-timer', 'code-room-focus', 'code-room-activity', 'code-room-assistant', 'code-room-chat'],
] as (keyof HTMLElementTagNameMap)[];
const CODE = 'def add(a, b):\n    return a - b\n';
const OUTSIDE = 'import heapq\n\ndef largest(numbers, count):\n    return heapq.nlargest(count, numbers)\n';
const PHONE = '374px';

let made: MadeRoom;
let ada: CodeRoom;
let ben: CodeRoom;

const sessionOf = (room: CodeRoom) =>
  (part(room, 'code-room-chat') as unknown as { room: { session: Session } }).room.session;
const rules = (room: CodeRoom) => inside(room, 'code-room-notice', '[part=rules]');

async function enter(facts: object, attributes: Record<string, string> = {}): Promise<void> {
  made = await makeRoom({ title: 'An hour', code: CODE, ...facts });
  ada = await made.enter('interviewer', SIDE, { name: 'Ada', ...attributes });
  ben = await made.enter('candidate', '', { name: 'Ben', ...attributes });
  await until(() => ada.people.length === 2 && ben.people.length === 2 && ben.value === CODE);
}

/** All that is said to screen readers from now on. */
async function listen(room: CodeRoom): Promise<string[]> {
  // What says it comes a moment after the room has opened.
  await room.follow(null);
  const said: string[] = [];
  const region = room.shadowRoot?.querySelector('.unseen[role=status]') as Element;
  const hear = () => said.push(region.textContent?.trim() ?? '');
  new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** The log comes a moment after the room has opened. */
const isWatched = (room: CodeRoom) =>
  editor(room)
    .state.facet(EditorView.updateListener)
    .some(({ name }) => name === 'noteActivity');

function paste(room: CodeRoom, text: string): void {
  const view = editor(room);
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste' });
}

/** By the panel that is open; empty: none is found. */
async function findings(room: CodeRoom, panel: string): Promise<string[]> {
  const { violations } = await axe.run(room, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${panel}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

afterEach(() => {
  clear();
  sessionStorage.clear();
});

describe('each panel', () => {
  for (const theme of ['light', 'dark'])
    for (const role of ['interviewer', 'candidate'])
      it(`has no violations found by axe: ${role}, ${theme}`, async () => {
        await enter({ log: 'full', ai: 'allowed' }, { theme });
        const room = role === 'candidate' ? ben : ada;
        await until(() => rules(ben) && isWatched(ben));
        await ada.setTimer({ phases: [{ name: 'read', minutes: 5 }], running: true });
        await ada.say('Use `heapq` if you like.');
        await ada.startFocus(3);
        await sessionOf(ada).propose({ newText: CODE.replace('-', '+'), why: 'It subtracts.' });
        paste(ben, OUTSIDE);
        await until(() => ada.activity.length > 0 && ben.activity.length > 0 && room.proposals.length === 1);
        const found = await findings(room, 'closed');
        for (const panel of PANELS) {
          const button = () => inside(room, panel, 'button.open');
          if (role === 'candidate' && panel === 'code-room-timer') continue;
          await until(button);
          button().click();
          await until(() => inside(room, panel, '.panel'));
          found.push(...(await findings(room, panel)));
          button().click();
          await until(() => !inside(room, panel, '.panel'));
        }
        if (role === 'interviewer') {
          const card = inside(room, 'code-room-scorecard', '.card');
          for (const one of [card, ...card.querySelectorAll('details')]) (one as HTMLDetailsElement).open = true;
          inside(room, 'code-room-notes', '.moments button').click();
          await until(() => inside(room, 'code-room-notes', '[part=moment]'));
          found.push(...(await findings(room, 'side')));
        }
        expect(found).to.deep.equal([]);
      });
});

describe('the frame of a room', () => {
  it('stays where it is, whatever is scrolled to in it', async () => {
    await enter({});
    await until(() => inside(ada, 'code-room-scorecard', '.card'));
    const card = inside(ada, 'code-room-scorecard', '.card');
    for (const one of [card, ...card.querySelectorAll('details')]) (one as HTMLDetailsElement).open = true;
    const frame = ada.shadowRoot?.querySelector('.room') as HTMLElement;
    const view = editor(ada);
    view.dispatch({ effects: EditorView.scrollIntoView(CODE.length, { y: 'start' }) });
    view.requestMeasure();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    frame.scrollTop = 200;
    expect(frame.scrollTop).to.equal(0);
  });
});

describe('the bar', () => {
  it('has one row for people on a phone, however many there are, with whoever only watches last', async () => {
    await enter({});
    ada.style.inlineSize = PHONE;
    for (let n = 0; n < 8; n++) await made.enter(n < 7 ? 'observer' : 'candidate', '', { name: `Person ${n}` });
    const people = () => [...inside(ada, 'code-room-people', 'ul').children];
    await until(() => people().at(-1)?.textContent === '+4and 4 more');
    const tops = people().map((one) => Math.round(one.getBoundingClientRect().bottom));
    expect(new Set(tops).size, tops.join()).to.equal(1);
    const titles = people().map((one) => (one as HTMLElement).title);
    // Where they look by now is no matter here.
    const who = titles.slice(0, 3).map((title) => title.replace(/ · line .*/, ''));
    expect(who).to.deep.equal(['Ada · Interviewer · you', 'Ben · Candidate', 'Person 7 · Candidate']);
    expect(titles.at(-1)).to.match(/^Person \d, Person \d, Person \d, Person \d$/);
    // The others, too, can be gone to and followed.
    const button = () => inside(ada, 'code-room-people', '.more button');
    button().focus();
    button().click();
    await until(() => people().length === 11);
    expect([button().getAttribute('aria-expanded'), button().textContent]).to.deep.equal(['true', '−4and 4 more']);
    expect(part(ada, 'code-room-people').shadowRoot?.activeElement).to.equal(button());
    for (const one of people()) {
      const { left, right } = one.getBoundingClientRect();
      expect(left >= ada.getBoundingClientRect().left && right <= ada.getBoundingClientRect().right).to.equal(true);
    }
    button().click();
    await until(() => people().length === 7);
  });

  it('gives no space to panels that have nothing to show', async () => {
    await enter({ timer: [{ name: 'read', minutes: 5 }] });
    const shown = (room: CodeRoom, name: string) => part(room, name as 'code-room-chat')?.offsetWidth > 0;
    await until(() => ['code-room-timer', 'code-room-focus', 'code-room-chat'].every((name) => shown(ben, name)));
    for (const name of ['code-room-activity', 'code-room-assistant'])
      expect([name, part(ben, name as 'code-room-chat').hidden]).to.deep.equal([name, true]);
  });
});

describe('what holds in a room', () => {
  it('is read by a candidate who enters, in one notice, until it is closed', async () => {
    await enter({ log: 'full', ai: 'required' });
    await until(() => rules(ben));
    expect(rules(ben).textContent).to.match(/Work with AI in this room[\s\S]+keeps an activity log/);
    expect(rules(ada)).to.equal(null);
    rules(ben).querySelector('button')?.click();
    await until(() => !rules(ben));
    ben.remove();
    ben = await made.enter('candidate', '', { name: 'Ben' });
    await until(() => ben.value === CODE && inside(ben, 'code-room-activity', 'button'));
    expect(rules(ben)).to.equal(null);
  });

  it('is read where AI is allowed and nothing is noted, and said to screen readers', async () => {
    made = await makeRoom({ ai: 'allowed' });
    ben = await made.enter('candidate');
    const said = await listen(ben);
    await until(() => rules(ben));
    expect(rules(ben).textContent).to.match(/AI is allowed[\s\S]+no activity log/);
    const region = ben.shadowRoot?.querySelector('.unseen[role=status]');
    await until(() => [...said, region?.textContent].some((sentence) => sentence?.includes('AI is allowed')));
  });

  it('is silent where nothing is noted and AI is off', async () => {
    await enter({});
    await until(() => inside(ben, 'code-room-chat', 'button'));
    expect(rules(ben)).to.equal(null);
  });
});

describe('screen readers', () => {
  it('hear that private time is offered, and not any more; that it begins and ends', async () => {
    await enter({});
    await until(() => inside(ben, 'code-room-focus', 'button'));
    const [adaHears, benHears] = [await listen(ada), await listen(ben)];
    await ada.startFocus(3);
    await until(() => benHears.includes('Ada offers you private time.'));
    await ada.endFocus();
    await until(() => benHears.includes('Private time is not offered any more.'));
    await ben.startFocus(3);
    await until(() => adaHears.includes('Ben is thinking privately, for up to 3 minutes.'));
    await ben.endFocus();
    await until(() => adaHears.includes('Ben is not private any more.'));
    expect(benHears.filter((sentence) => sentence.startsWith('Private time is not offered')).length).to.equal(1);
  });

  it('hear a proposal, and what became of it, once', async () => {
    await enter({ ai: 'allowed' });
    await until(() => inside(ada, 'code-room-assistant', 'button'));
    const [adaHears, benHears] = [await listen(ada), await listen(ben)];
    const id = await sessionOf(ada).propose({ newText: CODE.replace('-', '+'), why: 'It subtracts.' });
    await until(() => benHears.includes('Ada proposes a change of main.py. It subtracts.'));
    await ben.accept(id);
    await until(() => adaHears.includes('Ben has accepted a proposal for main.py.'));
    expect(adaHears.filter((sentence) => sentence.includes('proposal')).length).to.equal(1);
  });

  it('hear once of much that is noted at once', async () => {
    await enter({ log: 'full' });
    await until(() => inside(ben, 'code-room-activity', 'button') && isWatched(ben));
    paste(ben, OUTSIDE);
    await until(() => ben.activity.length > 0);
    const hears = await listen(ben);
    for (let n = 0; n < 5; n++) paste(ben, OUTSIDE.replaceAll('heapq', `heapq${n}`));
    await until(() => hears.some((sentence) => sentence.includes('6 times within a minute')), hears.join());
    expect(hears.filter((sentence) => sentence.startsWith('Noted')).length).to.be.below(5);
  });

  it('of interviewers hear that another has handed in a scorecard, after their own', async () => {
    await enter({});
    const grace = await made.enter('interviewer', SIDE, { name: 'Grace' });
    const card = (level: number) => ({
      scores: [{ question: 0, criterion: 'The code', level, evidence: 'it ran', moment: 0, word: '' }],
      summary: '',
    });
    for (const room of [ada, grace]) await until(() => inside(room, 'code-room-scorecard', '.card'));
    const [adaHears, graceHears] = [await listen(ada), await listen(grace)];
    await handInScorecard(sessionOf(ada).documents, card(3));
    await handInScorecard(sessionOf(grace).documents, card(2));
    await until(() => adaHears.includes('Grace has handed in a scorecard.'), adaHears.join());
    await handInScorecard(sessionOf(grace).documents, card(4));
    await until(() => adaHears.includes('Grace has changed their scorecard and handed it in again.'), adaHears.join());
    expect(graceHears.filter((sentence) => sentence.includes('scorecard'))).to.deep.equal([]);
  });
});

describe('of several open panels', () => {
  for (const width of [PHONE, '900px'])
    it(`the one that was opened or used last is in front, in ${width}`, async () => {
      await enter({ log: 'full', ai: 'allowed' });
      ada.style.inlineSize = width;
      const inFront = (panel: keyof HTMLElementTagNameMap) => {
        const { left, right, top } = inside(ada, panel, '.panel h2').getBoundingClientRect();
        return ada.shadowRoot?.elementFromPoint((left + right) / 2, top + 4)?.localName;
      };
      for (const panel of [...PANELS, ...PANELS.slice(0, -1).toReversed()]) {
        if (!inside(ada, panel, '.panel')) {
          inside(ada, panel, 'button.open').click();
          await until(() => inside(ada, panel, '.panel'));
        } else inside(ada, panel, '.panel').click();
        await until(() => inFront(panel) === panel, `${inFront(panel)} is in front of ${panel}`);
      }
    });
});

describe('an open panel', () => {
  it('covers no button of the others, in a bar of two rows either', async () => {
    await enter({ log: 'full', ai: 'allowed' });
    ada.style.inlineSize = '770px';
    for (const panel of PANELS) await until(() => inside(ada, panel, 'button.open'));
    const tops = () => PANELS.map((panel) => inside(ada, panel, 'button.open').getBoundingClientRect().top);
    await until(() => new Set(tops().map(Math.round)).size > 1, tops().join());
    for (const panel of PANELS) {
      inside(ada, panel, 'button.open').click();
      await until(() => inside(ada, panel, '.panel'));
      for (const other of PANELS) {
        const { left, right, top, bottom } = inside(ada, other, 'button.open').getBoundingClientRect();
        const there = ada.shadowRoot?.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.localName;
        expect(there, `${panel} over ${other}`).to.equal(other);
      }
      inside(ada, panel, '.close').click();
      await until(() => !inside(ada, panel, '.panel'));
    }
  });
});

describe('on a phone', () => {
  it('the bar of a room with all panels has three rows, and its buttons keep their names', async () => {
    await enter({ log: 'full', ai: 'allowed' });
    for (const room of [ada, ben]) {
      room.style.inlineSize = PHONE;
      for (const panel of PANELS)
        if (room === ada || panel !== 'code-room-timer') await until(() => inside(room, panel, 'button.open'));
      const bar = room.shadowRoot?.querySelector('.bar');
      const height = () => bar?.getBoundingClientRect().height ?? 0;
      await until(() => height() > 0 && height() < 130, `the bar is ${height()} px high`);
      expect(inside(room, 'code-room-assistant', 'button.open').textContent).to.equal('Assistant');
    }
  });

  it('names and texts of one long word stay within each panel', async () => {
    await enter({ log: 'full', ai: 'allowed' });
    const name = 'W'.repeat(64);
    const cy = await made.enter('candidate', '', { name });
    await until(() => cy.value === CODE && isWatched(cy) && ada.people.length === 3);
    await cy.say('w'.repeat(300));
    paste(cy, OUTSIDE);
    const mine = cy.people.find(({ self }) => self);
    expect(mine?.name).to.equal(name);
    await ada.setTimer({ phases: [{ name: 'read', minutes: 5 }], running: true });
    await ada.setTimer({ extraFor: { [mine?.id ?? '']: 5 } });
    await sessionOf(cy).propose({ newText: 'w'.repeat(300), why: 'w'.repeat(300) });
    await cy.startFocus(1);
    write(cy, '# alone\n', 0);
    await cy.endFocus();
    await until(() => ada.value.startsWith('# alone') && ada.activity.length > 0 && ada.privateFocus === null);
    ada.style.inlineSize = PHONE;
    for (const panel of PANELS) {
      inside(ada, panel, 'button.open').click();
      await until(() => inside(ada, panel, '.panel')?.textContent?.includes(name), panel);
      const { right } = inside(ada, panel, '.panel').getBoundingClientRect();
      const over = [...inside(ada, panel, '.panel').querySelectorAll(':not(pre *)')].filter(
        (one) => one.getBoundingClientRect().right > right,
      );
      expect(over.map(({ outerHTML }) => `${panel}: ${outerHTML.slice(0, 200)}`)).to.deep.equal([]);
      inside(ada, panel, '.close').click();
      await until(() => !inside(ada, panel, '.panel'));
    }
  });

  it('what an interviewer asks to look at has the width of the room', async () => {
    await enter({});
    ben.style.inlineSize = PHONE;
    await until(() => inside(ada, 'code-room-chat', 'button'));
    await ada.point(true);
    await until(() => inside(ben, 'code-room-people', '[part=asked]'));
    const { width, height } = inside(ben, 'code-room-people', '[part=asked]').getBoundingClientRect();
    expect(width).to.be.above(340);
    expect(height).to.be.below(60);
  });
});

describe('following', () => {
  it('is marked around the code, until one types', async () => {
    await enter({});
    await until(() => inside(ada, 'code-room-chat', 'button'));
    write(ben, '# mine\n', 0);
    await until(() => ada.value.startsWith('# mine'));
    await ada.follow(ben.people.find(({ self }) => self)?.id ?? null);
    await until(() => editor(ada).dom.dataset.followed === 'Following Ben · type to stop');
    editor(ada).contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    await until(() => editor(ada).dom.dataset.followed === undefined);
  });
});
