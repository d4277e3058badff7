// Tests in an interview: failing, then passing, the same for all; hidden ones, and a page that is closed during a run.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { kept } from './page-contents.js';
import { becomes, type Somebody, WorldIn } from './world.js';

const CANARY = 'canary-5e71';
const WRONG = 'function add(a, b) {\n  return a - b;\n}\n';
const RIGHT = 'function add(a, b) {\n  return a + b;\n}\n';
const call = (name: string, a: number, b: number, expected = a + b) => ({
  ...{ name, kind: 'call', function: 'add', args: [a, b], expected },
});
const TESTS = [call('adds one', 1, 1), call('adds nothing', 3, 0)];
const HIDDEN = [
  { ...call(`${CANARY} one`, 5, 5), hidden: true },
  { ...call(`${CANARY} two`, 5, 5, 11), hidden: true },
];
const ENDLESS = 'function add(a, b) {\n  for (;;);\n}\n';

const panel = ({ page }: Somebody) => page.locator('code-room-tests');
const press = (person: Somebody, name: string) => panel(person).getByRole('button', { name, exact: true }).click();
/** Names with their states, as they are read. */
const states = async (person: Somebody) => {
  const rows = panel(person).locator('.case .head');
  const read = await rows.evaluateAll((heads) =>
    heads.map((head) => ['.name', '.state'].map((part) => head.querySelector(part)?.textContent).join(': ')),
  );
  return read.join(', ');
};
const sees = (person: Somebody, expected: string) => becomes(() => states(person), expected, 'tests', 30_000);
const counts = (person: Somebody) => panel(person).locator('header .counts').textContent();

for (const browser of browsersOf(import.meta.url)) {
  describe(`tests in an interview in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('fail, then pass, the same for candidate, interviewer and late joiner; of hidden ones the candidate sees counts', async () => {
      const made = { files: [{ name: 'main.js', text: WRONG }], tests: [...TESTS, ...HIDDEN] };
      const { links, id } = await world.makeRoom(made);
      const [ada, ben, eve] = [await world.person(), await world.person(), await world.person()];
      const heard = await ben.hears();
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await sees(ben, 'adds one: Not run, adds nothing: Not run');
      await press(ben, 'Run tests');
      const hidden = `, ${CANARY} one: Not run, ${CANARY} two: Not run`;
      await sees(ben, 'adds one: Failed, adds nothing: Passed');
      await sees(ada, `adds one: Failed, adds nothing: Passed${hidden}`);
      assert.equal(await counts(ben), '1 of 2 passed');
      await panel(ada).getByText('Expected 2, got 0.').waitFor();
      await ben.writes(RIGHT);
      await ada.sees('value', RIGHT);
      await press(ben, 'Run failed');
      await sees(ben, 'adds one: Passed, adds nothing: Passed');
      await eve.enter(links.observer);
      await sees(eve, 'adds one: Passed, adds nothing: Passed');

      await press(ada, 'Run hidden');
      await sees(ada, `adds one: Passed, adds nothing: Passed, ${CANARY} one: Passed, ${CANARY} two: Failed`);
      for (const person of [ben, eve])
        await becomes(() => panel(person).locator('.hidden-head .counts').textContent(), '1 of 2 passed', 'hidden');
      for (const person of [ben, eve]) assert.ok(!(await kept(person)).includes(CANARY), 'it is on a page');
      await becomes(
        async () => /<code-room/.test(heard.join('')) && /adds nothing/.test(heard.join('')),
        true,
        'heard',
      );
      assert.ok(!heard.join('').includes(CANARY), 'it came over the wire');

      await ada.page.goto(`${world.url}/r/${id}/replay`);
      const replay = ada.page.locator('code-room-replay');
      await replay.locator('input[type=range]').focus();
      await ada.page.keyboard.press('End');
      await replay.getByText('Tests: 3 of 4 passed').waitFor();
    });

    it('are interrupted when the page that runs them is reloaded, and can be run again', async () => {
      const { links } = await world.makeRoom({ files: [{ name: 'main.js', text: ENDLESS }], tests: TESTS });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await press(ben, 'Run tests');
      await sees(ada, 'adds one: Running, adds nothing: Waiting');
      await ben.page.reload();
      await ben.sees('status', 'live');
      for (const person of [ada, ben]) await sees(person, 'adds one: Interrupted, adds nothing: Interrupted');
      await ada.writes(RIGHT);
      await ben.sees('value', RIGHT);
      await press(ben, 'Run tests');
      for (const person of [ada, ben]) await sees(person, 'adds one: Passed, adds nothing: Passed');
    });

    it('started by two people at the same moment run once for both', async () => {
      const { links } = await world.makeRoom({ files: [{ name: 'main.js', text: RIGHT }], tests: TESTS });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await Promise.all([press(ada, 'Run tests'), press(ben, 'Run tests')]);
      for (const person of [ada, ben]) await sees(person, 'adds one: Passed, adds nothing: Passed');
      for (const person of [ada, ben]) await panel(person).getByRole('button', { name: 'Run tests' }).waitFor();
    });
  });
}
