// Questions in an interview: chosen with the room, asked in the panel, returned to, with hints, and in the replay.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { becomes, type Somebody, World, WorldIn } from './world.js';

/** A question of one's own, small enough to be solved here. */
const own = {
  id: 'double-it',
  title: 'Double it',
  level: 1,
  topics: ['numbers'],
  minutes: 10,
  brief: 'Print twice the number that is read.',
  hints: ['Read the number with input().', 'Multiply it by two.'],
  followUps: ['What if it is no number?'],
  rubric: [{ criterion: 'It works', levels: ['no', 'with help', 'yes', 'at once'] }],
  stages: [{ title: 'Three times', brief: 'Now print three times the number.', tests: ['three times'] }],
  languages: {
    python: {
      entry: 'main.py',
      starter: [{ name: 'main.py', text: 'n = int(input())\n' }],
      tests: [
        { name: 'twice', kind: 'io', stdin: '2\n', stdout: '4\n' },
        { name: 'three times', kind: 'io', stdin: '2\n', stdout: '6\n' },
      ],
      hidden: [],
      hiddenFiles: [],
      solution: [{ name: 'main.py', text: 'n = int(input())\nprint(n * 2)\n' }],
    },
  },
};

const task = ({ page }: Somebody) => page.locator('code-room-brief .text').textContent();
const code = ({ page }: Somebody) => page.evaluate('document.querySelector("code-room").value') as Promise<string>;
const titles = ({ page }: Somebody) =>
  page.evaluate(
    'document.querySelector("code-room").questions.map((one) => one.title + (one.current ? " now" : "")).join()',
  );
const desk = ({ page }: Somebody) => page.locator('#desk-asked');

for (const browser of browsersOf(import.meta.url)) {
  describe(`questions in an interview in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('are chosen while a room is created, shown in it, and another is asked with three clicks; each keeps its edits', async () => {
      const [ada, ben] = [await world.person(), await world.person()];
      const heard = await ben.hears();
      await ada.page.goto(world.url);
      await ada.page.getByText('Questions from the library').click();
      await ada.page.getByRole('searchbox', { name: 'Search' }).fill('index');
      await ada.page
        .locator('#question-list')
        .getByRole('checkbox', { name: /^Word index/ })
        .check();
      await ada.page.getByRole('button', { name: 'Make a room' }).click();
      await ada.page.getByText('One question waits in the interviewer panel').waitFor();
      const candidate = await ada.page.locator('#link-candidate').getAttribute('href');
      await ada.page.getByRole('link', { name: 'Enter the room' }).click();
      await ada.sees('status', 'live');
      await ben.enter(candidate ?? '');
      await desk(ada).getByText('Word index').first().waitFor();
      assert.equal(await titles(ben), '');

      await desk(ada).getByRole('button', { name: 'Show it' }).click();
      await becomes(() => titles(ben), 'Word index now', 'questions');
      await becomes(async () => (await task(ben))?.includes('A publisher wants an index'), true, 'task');
      await becomes(async () => heard.join('\n'), /A publisher wants an index/, 'what is heard');
      assert.doesNotMatch(heard.join('\n'), /test_long_book|Which structure gives you/);
      await ben.page.evaluate('document.querySelector("code-room").value += "# of Ben\\n"');
      await ben.sees('saved', true);

      // Open, choose, ask.
      await ada.page.getByText('Ask a question').click();
      await ada.page.locator('#desk-found').getByText('Free slots').click();
      await ada.page.getByRole('button', { name: 'Ask now' }).click();
      await becomes(() => titles(ben), 'Word index,Free slots now', 'questions');
      assert.doesNotMatch(await code(ben), /of Ben/);
      await becomes(() => ada.page.locator('#desk-picker').getAttribute('open'), null, 'the library');

      await desk(ada).getByRole('button', { name: 'Return to it' }).click();
      await becomes(() => titles(ben), 'Word index now,Free slots', 'questions');
      await becomes(async () => /# of Ben/.test(await code(ben)), true, 'code');

      await desk(ada).getByRole('button', { name: 'Give hint 1 of 3' }).click();
      await becomes(async () => /Hint 1\. Which structure/.test((await task(ben)) ?? ''), true, 'hint');
      await desk(ada).getByRole('button', { name: 'Give hint 2 of 3' }).waitFor();

      const late = await world.person();
      await late.enter(candidate ?? '');
      await becomes(() => titles(late), 'Word index now,Free slots', 'questions');
      await becomes(async () => /# of Ben/.test(await code(late)), true, 'code');
      await becomes(async () => /Hint 1\./.test((await task(late)) ?? ''), true, 'hint');

      const replay = await ada.opens(() => ada.page.getByRole('link', { name: 'Watch the replay' }).click());
      const markers = replay.getByRole('list', { name: 'Markers' }).getByRole('button');
      const asked = async () => {
        const texts = await markers.allTextContents();
        return texts.map((text) => text.trim().replace(/^\S+\s+/, '')).filter((text) => !text.startsWith('Hint'));
      };
      await becomes(() => asked().then(String), 'Word index,Free slots,Back to Word index', 'replay');
      await markers.nth(1).click();
      await becomes(() => markers.nth(1).getAttribute('aria-current'), 'true', 'the moment');
      await replay.close();
    });

    it('are asked through the tag; the next stage is shown when all visible tests pass', async () => {
      const { links } = await world.makeRoom();
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      const call = (words: string) =>
        ada.page.evaluate(
          `document.querySelector('code-room').${words}.then(String, (error) => error.message)`,
        ) as Promise<string>;
      assert.equal(await call(`ask(${JSON.stringify(own)}, { reveal: false })`), '1');
      assert.equal(await titles(ben), '');
      assert.equal(await call('hint()'), 'No question is asked now. Ask one first.');
      assert.equal(await call('reveal()'), 'undefined');
      await becomes(() => titles(ben), 'Double it now', 'questions');
      assert.equal(await call('hint()'), 'undefined');
      await becomes(async () => /Hint 1\. Read the number/.test((await task(ben)) ?? ''), true, 'hint');

      await ben.page.evaluate('document.querySelector("code-room").value = "n = int(input())\\nprint(n * 2)\\n"');
      await ben.sees('saved', true);
      const tested = await ben.page.evaluate(
        'document.querySelector("code-room").test().then(({ passed, failed }) => [passed, failed].join())',
      );
      assert.equal(tested, '1,0');
      await becomes(
        async () => /Now print three times the number/.test((await task(ben)) ?? ''),
        true,
        'the next part',
      );
      await becomes(async () => /Now print three times/.test((await task(ada)) ?? ''), true, 'the next part');
    });
  });
}

describe('the questions in the interviewer panel', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  for (const width of [1280, 390])
    it(`show one to read within the panel, and the page stays where it is, ${width} px wide`, async () => {
      const { links } = await world.makeRoom();
      const ada = await world.person({ viewport: { width, height: 844 } });
      const { page } = ada;
      await ada.enter(links.interviewer);
      const long = { ...own, brief: 'Print twice the number that is read.\n\n'.repeat(20) };
      await ada.page.evaluate(`document.querySelector('code-room').ask(${JSON.stringify(long)})`);
      await becomes(() => task(ada).then((text) => (text?.length ?? 0) > 500), true, 'the task');
      const button = page.locator('#desk-button');
      if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
      await page.getByText('Ask a question').click();
      await page.locator('#desk-found').getByText('Free slots').click();
      await page.getByRole('button', { name: 'Ask now' }).waitFor();
      const run = page.locator('code-room-run').getByRole('button').first();
      const { height, scrolled, wide } = (await page.evaluate(`({
        height: document.documentElement.scrollHeight, scrolled: scrollY,
        wide: [...document.querySelectorAll('#desk-pick :is(button, h2, p, li)')]
          .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.textContent),
      })`)) as { height: number; scrolled: number; wide: string[] };
      assert.deepEqual({ height, scrolled, wide }, { height: 844, scrolled: 0, wide: [] });
      assert.ok(((await run.boundingBox())?.y ?? -1) > 0, 'Run is still there');
      const share = (await page.locator('#side').boundingBox())?.height ?? 0;
      assert.ok(share >= 150, `the panel has ${share} px`);
    });

  it('give one hint by a double-click, and the library stays open when asking has failed', async () => {
    const { links } = await world.makeRoom();
    const ada = await world.person();
    await ada.enter(links.interviewer);
    await ada.page.evaluate(`document.querySelector('code-room').ask(${JSON.stringify(own)})`);
    await becomes(() => titles(ada), 'Double it now', 'questions');
    const { page } = ada;
    const hint = (number: number) => page.getByRole('button', { name: `Give hint ${number} of 2` });
    await hint(1).dblclick();
    await hint(2).waitFor();
    await page.waitForTimeout(500);
    assert.ok(await hint(2).isVisible(), 'the second hint is still to be given');
    assert.doesNotMatch((await task(ada)) ?? '', /Multiply it by two/);
    await hint(2).click();
    await becomes(async () => /Multiply it by two/.test((await task(ada)) ?? ''), true, 'the second hint');

    const found = page.locator('#desk-found');
    const pick = page.locator('#desk-pick');
    await page.getByText('Ask a question').click();
    await found.getByText('Free slots').click();
    for (const fails of ['abort', 'answer'] as const) {
      let asked = false;
      await page.route('**/desk/questions', async (route) => {
        await (fails === 'abort' ? route.abort() : route.fulfill({ status: 502, body: '' }));
        asked = true;
      });
      await pick.getByRole('button', { name: 'Ask now' }).click();
      await becomes(async () => asked, true, 'asked');
      await page.locator('#desk-refusal').getByText('The server does not answer.').waitFor();
      await page.unroute('**/desk/questions');
      // What is asked next does not close it.
      await pick.getByRole('button', { name: 'Back to the list' }).click();
      await found.getByText('Word index').click();
      await pick.getByRole('button', { name: 'Ask now' }).waitFor();
      await becomes(() => page.locator('#side [role=alert]').count(), 0, 'alerts');
      assert.equal(await page.locator('#desk-picker').getAttribute('open'), '', fails);
      assert.match((await page.locator('#desk-asked').textContent()) ?? '', /Double it/);
    }
    await pick.getByRole('button', { name: 'Ask now' }).click();
    await becomes(() => page.locator('#desk-picker').getAttribute('open'), null, 'the library');
    await becomes(() => titles(ada), 'Double it,Word index now', 'questions');
    ada.said.splice(0);
  });

  it('end the tests that run when they are asked, and what was written of a test stays with its own question', async () => {
    const { links } = await world.makeRoom();
    const ada = await world.person();
    await ada.enter(links.interviewer);
    const { page } = ada;
    const [first, second] = ['while True:\n    pass\n', 'print("ran")\n'].map((text, index) => ({
      ...own,
      ...(index > 0 && { id: 'other', title: 'Other' }),
      languages: { python: { ...own.languages.python, starter: [{ name: 'main.py', text }] } },
    }));
    const names = () => page.evaluate('document.querySelector("code-room").tests.map(({ name }) => name).join()');
    await page.evaluate(`document.querySelector('code-room').ask(${JSON.stringify(first)})`);
    await becomes(() => titles(ada), 'Double it now', 'questions');
    const tests = page.locator('code-room-tests');
    await tests.getByRole('button', { name: 'Add a test' }).click();
    await tests.locator('[name=name]').fill('typed');
    await page.evaluate(
      'void document.querySelector("code-room").test().then(({ results }) => { window.tested = results[0].state; })',
    );
    await becomes(() => tests.locator('.state').first().textContent(), 'Running', 'state', 60_000);

    await page.evaluate(`document.querySelector('code-room').ask(${JSON.stringify(second)})`);
    await becomes(() => titles(ada), 'Double it,Other now', 'questions');
    await becomes(() => page.evaluate('window.tested'), 'skipped', 'the tests');
    assert.equal(await page.evaluate('document.querySelector("code-room").run().then(({ state }) => state)'), 'done');
    await tests.getByRole('button', { name: 'Save' }).click();
    await tests.getByText('This belongs to a question that is not shown any more.').waitFor();
    assert.equal(await names(), 'twice');
    assert.equal(await tests.locator('[name=name]').inputValue(), 'typed');

    await desk(ada).getByRole('button', { name: 'Return to it' }).click();
    await becomes(() => titles(ada), 'Double it now,Other', 'questions');
    await tests.getByRole('button', { name: 'Save' }).click();
    await becomes(names, 'twice,typed', 'tests');
  });
});
