// Three people and several files: tabs, equal names, offline, a server restart, and the replay.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Network } from '../fixtures/network.js';
import { browsersOf } from './browsers.js';
import { becomes, type Somebody, WorldIn } from './world.js';

const names = async (person: Somebody) => ((await person.get('files')) as { name: string }[]).map(({ name }) => name);
const sees = (person: Somebody, expected: string[]) => becomes(() => names(person), expected, 'files');
const tab = (person: Somebody, name: string) => person.page.getByRole('tab', { name });

/** Adds a file by hand and is in it then. */
async function add(person: Somebody, name: string): Promise<void> {
  await person.page.getByRole('button', { name: 'Add a file' }).click();
  await person.page.getByRole('textbox', { name: 'Name of the new file' }).fill(name);
  await person.page.keyboard.press('Enter');
}

/** Types where the cursor goes in the shown file. */
async function types(person: Somebody, text: string): Promise<void> {
  await person.page.locator('code-room-editor .cm-editor:not([hidden]) .cm-content').click();
  await person.page.keyboard.press('Control+End');
  await person.page.keyboard.type(text);
}

for (const browser of browsersOf(import.meta.url)) {
  describe(`files in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    let network: Network;
    before(async () => {
      network = await Network.to(Number(new URL(world.url).port));
    });
    afterEach(() => world.leave());
    after(() => network.close());

    it('are added, edited, renamed and removed by three people, survive a restart, and are all in the replay', async () => {
      const { links, id } = await world.makeRoom({ language: 'python', code: 'print(1)\n' });
      const [ada, ben, eve] = [await world.person(), await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate.replace(world.url, network.url));
      await eve.enter(links.observer);
      await Promise.all([add(ada, 'bank.py'), add(ben, 'Bank.py')]);
      for (const person of [ada, ben, eve]) await becomes(async () => (await names(person)).length, 2, 'files');
      const [, bank = ''] = await names(eve);
      assert.match(bank, /^bank\.py$/i);
      // Whoever was second is told, and may choose another name.
      const loser = (await ada.get('file')) === bank ? ben : ada;
      await loser.page.getByText(/There is a file called "bank\.py"/i).waitFor();
      await loser.page.getByRole('textbox', { name: 'Name of the new file' }).fill('data.csv');
      await loser.page.keyboard.press('Enter');
      for (const person of [ada, ben, eve]) await sees(person, ['main.py', bank, 'data.csv']);
      assert.equal(await eve.page.getByRole('button', { name: 'Add a file' }).count(), 0);

      await tab(ada, bank).click();
      await tab(ben, bank).click();
      await types(ada, 'class Bank: ...');
      await ben.sees('value', 'class Bank: ...');
      await ada.page.getByRole('button', { name: `More about ${bank}` }).click();
      await ada.page.getByRole('menuitem', { name: 'Rename…' }).click();
      await ada.page.getByRole('textbox', { name: 'New name of the file' }).fill('accounts.py');
      await Promise.all([ada.page.keyboard.press('Enter'), types(ben, '  # still typing')]);
      await sees(eve, ['main.py', 'accounts.py', 'data.csv']);
      await tab(eve, 'accounts.py').click();
      await eve.sees('value', 'class Bank: ...  # still typing');

      await ben.sees('saved', true);
      for (const person of [ada, ben, eve]) assert.deepEqual(person.said.splice(0), []);
      await world.restart({ crash: true });
      await ada.sees('status', 'live');
      const late = await world.person();
      await late.enter(links.candidate);
      await sees(late, ['main.py', 'accounts.py', 'data.csv']);

      await ben.sees('status', 'live');
      network.roomless = true;
      network.cut();
      await ben.sees('status', 'offline');
      await types(ben, '!!');
      await tab(ada, 'accounts.py').click();
      await ada.page.getByRole('button', { name: 'More about accounts.py' }).click();
      await ada.page.getByRole('menuitem', { name: 'Remove' }).click();
      await sees(eve, ['main.py', 'data.csv']);
      network.roomless = false;
      await sees(ben, ['main.py', 'data.csv']);
      const notice = ben.page.locator('code-room-notice');
      await notice.getByText('This file was removed before your last edits of it had reached the room.').waitFor();
      await notice.getByRole('button', { name: 'Copy my text' }).waitFor();
      await ada.page.getByRole('button', { name: 'Bring it back' }).click();
      await sees(ben, ['main.py', 'accounts.py', 'data.csv']);

      await ada.page.goto(`${world.url}/r/${id}/replay`);
      const files = ada.page.locator('code-room-replay').getByRole('group', { name: 'Files' });
      await ada.page.locator('code-room-replay .play').waitFor();
      await ada.page.keyboard.press('Tab');
      await ada.page.locator('code-room-replay input[type=range]').focus();
      await ada.page.keyboard.press('End');
      await files.getByRole('button', { name: 'accounts.py' }).click();
      await ada.page.locator('code-room-replay .cm-content', { hasText: 'class Bank: ...  # still typing' }).waitFor();
      await files.getByRole('button', { name: 'main.py' }).click();
      await ada.page.locator('code-room-replay .cm-content', { hasText: 'print(1)' }).waitFor();
      // Browsers report each connection that was refused meanwhile.
      for (const person of [ada, ben, eve, late]) person.said.splice(0);
    });

    it('of interviewers stay theirs in a room that goes on from a replay, and removed ones stay away', async () => {
      const files = [
        { name: 'main.py', text: 'print(1)\n' },
        { name: 'rubric.md', text: 'What we look for', visibility: 'interviewers' },
      ];
      const { links, id } = await world.makeRoom({ files });
      const ada = await world.person();
      await ada.enter(links.interviewer);
      await sees(ada, ['main.py', 'rubric.md']);
      // A name that was removed and is used again stands in the replay twice.
      await add(ada, 'bank.py');
      await sees(ada, ['main.py', 'rubric.md', 'bank.py']);
      await types(ada, 'first = 1');
      await ada.page.getByRole('button', { name: 'More about bank.py' }).click();
      await ada.page.getByRole('menuitem', { name: 'Remove' }).click();
      await sees(ada, ['main.py', 'rubric.md']);
      await add(ada, 'bank.py');
      await sees(ada, ['main.py', 'rubric.md', 'bank.py']);
      await types(ada, 'second = 2');
      await ada.sees('saved', true);

      await ada.page.goto(`${world.url}/r/${id}/replay`);
      await ada.page.locator('code-room-replay .play').waitFor();
      await ada.page.locator('code-room-replay input[type=range]').focus();
      await ada.page.keyboard.press('End');
      await ada.page.getByRole('button', { name: 'Continue from here as a new room' }).click();
      await ada.page.locator('code-room').waitFor({ state: 'attached' });
      await ada.sees('status', 'live');
      await sees(ada, ['main.py', 'rubric.md', 'bank.py']);
      await tab(ada, 'bank.py').click();
      await ada.sees('value', 'second = 2');

      const candidate = await ada.page.evaluate(() => {
        const [, , room] = location.pathname.split('/');
        return String(JSON.parse(localStorage.getItem(`code-room room ${room}`) ?? '{}').links?.candidate);
      });
      assert.ok(!candidate.includes(id), 'a room of its own');
      const ben = await world.person();
      await ben.enter(candidate);
      await sees(ben, ['main.py', 'bank.py']);
      for (const person of [ada, ben]) person.said.splice(0);
    });
  });
}
