// An interview in Postgres and one in C++, in the packs of the host: written together, with an error at its line, and the same output for both.
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { becomes, type Somebody, WorldIn } from './world.js';

/** The first run fetches a database or a compiler and starts it, on a machine that may be busy. */
const PATIENCE = { within: 180_000 };

const SCHEMA = `CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO people VALUES (1, 'Ada'), (2, 'Ben');
`;
const MENDED = `#include <iostream>
#include <string>
int main() {
  std::string name;
  std::cout << "Name? ";
  std::getline(std::cin, name);
  std::cout << "Hello, " << name << "!\\n";
}
`;
const READS = '  std::getline(std::cin, name)';
const BROKEN = MENDED.replace(`${READS};`, READS);

/** Types where the cursor goes in the shown file. */
async function types({ page }: Somebody, text: string): Promise<void> {
  await page.locator('code-room-editor .cm-editor:not([hidden]) .cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

const languages = async (person: Somebody) =>
  ((await person.get('files')) as { language: string }[]).map(({ language }) => language);

/** The line that is marked as the one of the error. */
const marked = ({ page }: Somebody) => page.locator('code-room-editor .cm-problem').first().textContent();

for (const browser of browsersOf(import.meta.url)) {
  describe(`an interview in a language of a pack in ${browser}`, { timeout: 840_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('is held in Postgres: a query by two people, an error at its line, and a second file run once', async () => {
      const files = [
        { name: 'main.sql', text: '-- people\n' },
        { name: 'schema.sql', text: SCHEMA },
      ];
      const { links } = await world.makeRoom({ language: 'postgres', files });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await types(ada, 'SELECT name FROM people');
      await ben.sees('value', '-- people\nSELECT name FROM people');
      await types(ben, ' ORDER BY id DESC;');
      await ada.sees('value', '-- people\nSELECT name FROM people ORDER BY id DESC;');
      await ben.presses(/^run/i);
      for (const person of [ada, ben]) await person.sees('output', /^name\nBen\nAda\n/, PATIENCE);

      const wrong = 'SELECT id,\n  nam\nFROM people;\n';
      await ada.writes(wrong);
      await ben.sees('value', wrong);
      await ada.presses(/^run/i);
      for (const person of [ada, ben]) {
        await person.sees('output', /^main\.sql:2:3: ERROR: {2}42703: column "nam" does not exist\n/, PATIENCE);
        await becomes(() => marked(person), '  nam', 'the marked line');
      }

      await ben.page.getByRole('button', { name: 'Add a file' }).click();
      await ben.page.getByRole('textbox', { name: 'Name of the new file' }).fill('first.sql');
      await ben.page.keyboard.press('Enter');
      await ben.sees('file', 'first.sql');
      await becomes(() => languages(ada), ['postgres', 'postgres', 'postgres'], 'languages');
      await types(ben, 'SELECT id::text AS first FROM people LIMIT 1;');
      await ben.page.getByRole('button', { name: 'More about first.sql' }).click();
      await ben.page.getByRole('menuitem', { name: 'Run this file once' }).click();
      for (const person of [ada, ben]) await person.sees('output', /^first\n1\n/, PATIENCE);
    });

    it('is held in C++: an error of the compiler at its line, mended, and a prompt answered', async () => {
      const { links } = await world.makeRoom({ language: 'cpp', code: BROKEN });
      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(links.interviewer);
      await ben.enter(links.candidate);
      await ben.presses(/^run/i);
      for (const person of [ada, ben]) {
        await person.sees('output', /main\.cpp:6:\d+: error: expected ';' after expression/, PATIENCE);
        await becomes(() => marked(person), READS, 'the marked line');
      }

      await ada.writes(MENDED);
      await ben.sees('value', MENDED);
      await ada.presses(/^run/i);
      await ada.sees('output', /Name\? /, PATIENCE);
      const answer = ben.page.locator('code-room-answer input[part=answer]');
      await answer.waitFor();
      await answer.focus();
      await ben.page.keyboard.type('Grace');
      await ben.page.keyboard.press('Enter');
      for (const person of [ada, ben]) {
        await person.sees('output', /Hello, Grace!\n$/, PATIENCE);
        await person.sees('running', false);
      }
    });
  });
}
