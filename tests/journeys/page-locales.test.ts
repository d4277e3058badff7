// The host's pages in other languages: German and Arabic from the server, and words that nobody speaks, 1.6 times as long, from both sides.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import arElement from '../../components/wording/languages/ar.js';
import deElement from '../../components/wording/languages/de.js';
import { spokenBy } from '../../components/wording/locale.js';
import type { Locale, Words } from '../../components/wording/words.js';
import { desk } from '../../demo/server/pages/desk.js';
import { askedQuestions, deskQuestions } from '../../demo/server/pages/desk-questions.js';
import { homePage } from '../../demo/server/pages/home.js';
import type { Html } from '../../demo/server/pages/layout.js';
import { madeRoom, makeForm } from '../../demo/server/pages/make.js';
import { messagePage, ROOM_GONE } from '../../demo/server/pages/message-page.js';
import { reportPage } from '../../demo/server/pages/report.js';
import { roomPage } from '../../demo/server/pages/room.js';
import { speakingAs } from '../../demo/server/spoken.js';
import ar from '../../demo/server/words/ar.js';
import de from '../../demo/server/words/de.js';
import { LONGER, longer } from '../fixtures/long-words.js';
import { type Links, type Person, World } from './world.js';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const NARROW = { width: 390, height: 844 };

type Tag = 'de' | 'ar';

/** In the letters of a language from the left, and one from the right. */
const LONG: Readonly<Record<Tag, Locale>> = {
  de: spokenBy(
    lengthened({ ...deElement, ...de }, (english) => english),
    'de',
  ),
  ar: spokenBy(
    lengthened({ ...arElement, ...ar }, (_, words) => words),
    'ar',
  ),
};

function lengthened(table: Words, of: (english: string, words: string) => string): Words {
  return Object.fromEntries(Object.entries(table).map(([english, words]) => [english, longer(of(english, words))]));
}

/** What stands outside the window, or is cut off by its own box: a link may be, what one reads may not. Choices show the rest when they are opened. */
function misfits({ page }: Person): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.add(`the page scrolls to ${scrollWidth}`);
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      const says = [...one.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      const { left, right, width, height } = one.getBoundingClientRect();
      if (!says || width <= 1 || height <= 1 || !one.checkVisibility({ visibilityProperty: true })) continue;
      if (one.closest('code-room, .link-text, pre, #title, option, select')) continue;
      const name = `${one.localName} “${one.textContent?.trim().slice(0, 40)}”`;
      if (left < -1 || right > innerWidth + 1) found.add(`${name} is outside the window`);
      const { overflowX, display } = getComputedStyle(one);
      const cut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 4;
      if (display !== 'inline' && overflowX !== 'visible' && overflowX !== 'auto' && cut) found.add(`${name} is cut`);
    }
    return [...found];
  });
}

async function complaints({ page }: Person): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

describe('the pages of the host', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  /** Whoever reads this language, on a phone. */
  const reader = (locale: string, options = {}) =>
    world.person({ locale, viewport: NARROW, isMobile: true, hasTouch: true, ...options });

  const good = async (person: Person, where: string) => {
    assert.deepEqual(await misfits(person), [], where);
    assert.deepEqual(await complaints(person), [], where);
  };

  async function end(id: string, { interviewer }: Links): Promise<void> {
    const [, secret] = interviewer.split('#k=');
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${world.url}/api/rooms/${id}/token`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ secret }),
    });
    const { token } = (await answer.json()) as { token: string };
    await fetch(`${world.url}/api/rooms/${id}/end`, { method: 'POST', headers: { Authorization: `Bearer ${token}` } });
  }

  /** From the front page to the end of an interview, looked at wherever somebody waits. */
  async function through(person: Person, tag: Tag): Promise<void> {
    const { page } = person;
    await page.goto(world.url);
    await page.locator('#make summary').first().click();
    await page.locator('#make-questions summary').click();
    await page.locator('#question-list li').first().waitFor();
    await good(person, 'the front page');
    const { id, links } = await world.makeRoom({ title: 'Hour', lobby: true, ai: 'allowed', log: 'full' });
    await page.goto(links.candidate);
    await page.locator('[data-summary]').filter({ hasNotText: '…' }).waitFor();
    await good(person, 'the waiting room');
    // Another link of the same room would only reload it.
    await page.goto('about:blank');
    await page.goto(links.interviewer);
    await page.locator('#ask-name').waitFor({ state: 'visible' });
    await good(person, 'the room');
    await page.locator('#desk-button').click();
    await page.locator('#desk [data-link]').first().waitFor({ state: 'attached' });
    await page.locator('#desk').evaluate((panel) => panel.scrollIntoView());
    await good(person, 'the interviewer panel');
    await page.locator('[popovertarget=kept]').first().click();
    await good(person, 'what is kept');
    await end(id, links);
    await page.keyboard.press('Escape');
    await page.locator('#ended').waitFor({ state: 'visible' });
    await good(person, 'the end');
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
  }

  for (const [locale, tag, dir, words] of [
    ['de-CH', 'de', 'ltr', { make: 'Raum anlegen', over: 'Das Interview ist beendet.', copy: 'Kopieren' }],
    ['ar-EG', 'ar', 'rtl', { make: 'إنشاء غرفة', over: 'انتهت المقابلة.', copy: 'نسخ' }],
  ] as const)
    it(`speak ${locale} to whoever reads it, in the words of server, scripts and element, and fit a phone`, async () => {
      const ben = await reader(locale);
      await through(ben, tag);
      assert.match((await ben.page.locator('#ended').textContent()) ?? '', new RegExp(words.over));
      await ben.page.goto(world.url);
      assert.equal(await ben.page.evaluate(() => getComputedStyle(document.body).direction), dir);
      await ben.page.getByRole('button', { name: words.make, exact: true }).click();
      await ben.page.locator('room-links copy-text button').first().waitFor();
      assert.equal(await ben.page.locator('room-links copy-text button').first().textContent(), words.copy);
      await good(ben, 'the links');
      await ben.page.locator('room-links [data-enter]').click();
      await ben.page.waitForURL('**/r/*');
      await ben.page.goto(`${world.url}/?lang=en`);
      assert.equal(await ben.page.locator('html').getAttribute('lang'), 'en');
      await ben.page.getByRole('heading', { name: 'Your room is ready' }).waitFor();
      await ben.page.locator('your-rooms li').first().waitFor();
    });

  for (const tag of ['de', 'ar'] as const)
    it(`have space for words that are ${LONGER} times as long, ${tag === 'ar' ? 'from the right' : 'from the left'}`, async () => {
      // A page that did not come over the network is far from this computer, for all the browser knows.
      const ben = await reader(tag, { permissions: ['local-network-access'] });
      await speakLong(ben, tag);
      await through(ben, tag);
      for (const path of ['/made', '/r/none', '/report']) {
        await ben.page.goto(world.url + path);
        await good(ben, path);
      }
    });

  /** The pages are the server's own, with other words; all else is asked from the server. */
  async function speakLong({ page }: Person, tag: Tag): Promise<void> {
    const say = async (address: string, render: () => Html) =>
      String(await speakingAs({ tag, asked: false, address: new URL(address) }, LONG[tag], render));
    const answer = (path: RegExp, render: (url: URL, token: string) => Promise<() => Html>) =>
      page.route(
        (url) => path.test(url.pathname),
        async (route) => {
          const request = route.request();
          const html = request.resourceType() === 'document' || request.headers()['hx-request'] === 'true';
          if (!html) return route.fallback();
          const { authorization = '' } = request.headers();
          const body = await say(request.url(), await render(new URL(request.url()), authorization));
          return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
        },
      );
    const made = await world.makeRoom();
    const form = { added: [], needsKey: true, error: 'There is no such room.' };
    await answer(/^\/$/, async () => () => homePage({ make: makeForm(form), tryRoom: `try-${tag}` }));
    await answer(/^\/made$/, async () => () => homePage({ make: madeRoom(made, '', 2) }));
    await answer(/^\/report$/, async () => () => reportPage('x'));
    await answer(/^\/r\/none$/, async () => () => messagePage(ROOM_GONE));
    await answer(
      /^\/r\/[\w-]{22}$/,
      async ({ pathname }) =>
        () =>
          roomPage(pathname.slice(3)),
    );
    await answer(/^\/r\/[\w-]{22}\/desk\/questions/, async () => () => deskQuestions('x', askedQuestions('x', []), []));
    await answer(/^\/r\/[\w-]{22}\/desk$/, async ({ pathname }, Authorization) => {
      const [, , id] = pathname.split('/');
      const facts = await fetch(`${world.url}/api/rooms/${id}`, { headers: { Authorization } });
      const known = (await facts.json()) as Parameters<typeof desk>[0]['facts'];
      return () => desk({ facts: known });
    });
  }
});
