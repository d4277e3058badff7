// The first keys on a slow network, while most of the editor is still loading.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, describe, it } from 'node:test';
import type { Route } from 'playwright-core';
import { amount, seed } from '../amount.js';
import { serve } from '../fixtures/serve.js';
import { type Person, World } from './world.js';

// In production, too, whose engine these run on in turn, its pages are somebody else's.
const world = new World({ CODE_ROOM_ORIGINS: '*' });
const servers: Server[] = [];
after(() => servers.forEach((server) => void server.close()));
const LATER = /\/(?!code-room\.js)[\w-]+\.js$/;
const chunk = (name: string) => new RegExp(`/${name}-\\w+\\.js$`);

/** A page of anybody's with one room and nothing else. */
async function page(room: string, language: string): Promise<string> {
  const tag = `<code-room host="${world.url}" room="${room}" language="${language}"></code-room>`;
  const body = `<!doctype html><title>Theirs</title><link rel="icon" href="data:,">
    <script type="module" src="${world.url}/code-room.js"></script>${tag}`;
  const { server, url } = await serve(async () => ({ body, headers: { 'content-type': 'text/html' } }));
  servers.push(server);
  return url;
}

/** Some of them by the seed, or all. */
const chosen = <T>(all: readonly T[], few: number): T[] => {
  const count = Math.min(all.length, amount(few, all.length));
  return Array.from({ length: count }, (_, n) => all[(seed + Math.floor((n * all.length) / count)) % all.length] as T);
};

/** Files of this name stay away until they are let through. */
async function hold(person: Person, name: RegExp): Promise<() => Promise<void>> {
  let held: Route[] | undefined = [];
  await person.page.route(name, (route) => (held ? void held.push(route) : route.continue()));
  return async () => {
    const waiting = held ?? [];
    held = undefined;
    for (const route of waiting) await route.continue();
  };
}

const coloured = (person: Person) => person.page.locator('code-room-editor .cm-line span[class]');

/** What a language is typed with; `|` parts the keys, a word of more than one character is typed. */
const scripts: [language: string, keys: string][] = [
  [
    'python',
    'if x:|Enter|y = 1|ArrowUp|Tab|ArrowDown|Tab|Control+z|Control+z|Control+End|Enter|Tab|w|Shift+Tab|Enter|Control+z|Control+y',
  ],
  ['python', 'def f():|Enter|x|Enter|y|ArrowUp|Tab|Tab|Shift+Tab|Control+z|Control+z|Control+z|q'],
  ['javascript', 'if (x) {|Enter|y|Control+a|Tab|Shift+Tab|Shift+Tab|End|;|Control+z|Control+Shift+z'],
  ['javascript', 'f(function () {})|ArrowLeft|ArrowLeft|Enter|x|Control+z|Control+z|Control+y'],
  ['go', 'func f() {|Enter|x|Tab|y|Enter|z|Control+z'],
  ['markdown', 'Note:|Enter|x|Tab|y|Shift+Tab|Tab|Control+z'],
  ['plaintext', 'Note (|Enter|x|Enter|  y|Enter|z|Control+z|Control+z'],
  ['lua', 'if x then|Enter|y|Shift+Tab|Tab|Shift+Tab|Control+z'],
];

/** The text after each key. */
async function press(person: Person, keys: string): Promise<string[]> {
  const seen: string[] = [];
  for (const key of keys.split('|')) {
    if (/^([A-Z]\w+|Control\+.*|Shift\+.*)$/.test(key)) await person.page.keyboard.press(key);
    else await person.page.keyboard.type(key);
    // Characters would be one step of undo with those before them, or not, by the clock.
    await person.page.waitForTimeout(550);
    seen.push(`${key}: ${JSON.stringify(await person.get('value'))}`);
  }
  return seen;
}

describe('the first keys', { timeout: 420_000 }, () => {
  it('work like later ones: Tab, Enter and undo', async () => {
    const results = await Promise.all(
      chosen(scripts, 3).map(async ([language, keys], nth) => {
        const [early, late] = [await world.person(), await world.person()];
        await hold(early, LATER);
        // Help with brackets is another thing, and comes last.
        await hold(late, chunk('completion-and-search'));
        await early.enter(await page(`first-${nth}`, language));
        await late.enter(await page(`later-${nth}`, language));
        if (language === 'plaintext') await late.page.waitForTimeout(2_000);
        else await late.page.locator('code-room-editor .cm-content[data-language]').waitFor();
        for (const person of [early, late]) await person.page.locator('code-room-editor .cm-content').click();
        return { language, first: await press(early, keys), later: await press(late, keys) };
      }),
    );
    for (const { language, first, later } of results) assert.deepEqual(first, later, language);
    // A busy machine may need more than one try to connect.
    await world.leave({ saying: /closed before the connection is established/ });
  });

  it('lose nothing when the rest loads: earlier typing can be undone afterwards, but not others’ edits', async () => {
    const url = await page('handed-over', 'python');
    const [ada, ben] = [await world.person(), await world.person()];
    const release = await hold(ada, LATER);
    await ada.enter(url);
    await ben.enter(url);
    await ada.types('one');
    await ada.page.waitForTimeout(600);
    await ada.page.keyboard.press('Enter');
    await ada.page.waitForTimeout(600);
    await ada.page.keyboard.type('two');
    await ben.sees('value', 'one\ntwo');
    await ben.page.locator('code-room-editor .cm-content').click();
    await ben.page.keyboard.press('Control+Home');
    await ben.page.keyboard.type('# ');
    await ada.sees('value', '# one\ntwo');
    await ada.page.keyboard.press('Control+z');
    await ada.sees('value', '# one\n');
    await ada.page.keyboard.press('Control+y');
    await ada.sees('value', '# one\ntwo');
    await release();
    await coloured(ada).first().waitFor();
    assert.equal(await ada.get('value'), '# one\ntwo');
    const seen: unknown[] = [];
    for (let n = 0; n < 4; n += 1) {
      await ada.page.keyboard.press('Control+z');
      seen.push(await ada.get('value'));
    }
    assert.deepEqual(seen, ['# one\n', '# one', '# ', '# ']);
    await ada.page.keyboard.press('Control+y');
    await ada.sees('value', '# one');
    await ben.sees('value', '# one');
    await world.leave();
  });
});

describe('syntax colours', { timeout: 420_000 }, () => {
  const programs = {
    python: 'x = "y"',
    javascript: 'const x = 1;',
    html: '<p class="x">y</p>',
    sql: 'select 1',
    lua: 'local x = "y"',
    csharp: 'class X { }',
  };
  for (const [language, code] of chosen(Object.entries(programs), 1)) {
    it(`of ${language} are one round trip away from the element`, async () => {
      const url = await page(`colours-${language}`, language);
      const ada = await world.person();
      let waiting: Route[] = [];
      await ada.page.route(LATER, (route) => void waiting.push(route));
      await ada.enter(url);
      await ada.writes(code);
      // All that the page asks for by itself, before any of it has come.
      for (let before = -1; before !== waiting.length; ) {
        before = waiting.length;
        await ada.page.waitForTimeout(2_500);
      }
      assert.ok(waiting.length > 3);
      const asked = waiting.map((route) => new URL(route.request().url()).pathname);
      assert.equal(new Set(asked).size, asked.length, 'nothing is asked for twice');
      const first = waiting;
      waiting = [];
      for (const route of first) await route.continue();
      // What these ask for in turn, which is the help while writing, is held back.
      await coloured(ada).first().waitFor({ timeout: 10_000 });
      const next = waiting.map((route) => new URL(route.request().url()).pathname);
      assert.deepEqual(
        next.filter((path) => !/completion-and-search|completion-source|codemirror-search|announcements/.test(path)),
        [],
      );
      await ada.page.unrouteAll({ behavior: 'ignoreErrors' });
      await world.leave();
    });
  }
});
