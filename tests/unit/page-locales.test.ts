/** The language of the host's pages: how it is chosen, and that everything in a page is in it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseLocale, LOCALES, localeTag } from '../../demo/server/locale-choice.js';
import { createSite } from '../../demo/server/site.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

const rooms = new MemoryRooms();
const reportError = (error: unknown) => assert.fail(String(error));
const site = createSite({
  api: createApi({ rooms, reportError }),
  rooms,
  sandbox: async () => new Response('sandbox'),
  documents: { pages: [{ path: '/embed', title: 'Embed', description: 'Text.', parts: [] }], messages: [], skill: '' },
  open: true,
  needsKey: false,
  reportError,
});

async function get(path: string, headers: Record<string, string> = {}, init: RequestInit = {}) {
  const response = await site.request(`http://host.test${path}`, { ...init, headers });
  return { response, text: await response.text() };
}

async function makeRoom(): Promise<string> {
  const { text } = await get('/rooms', {}, { method: 'POST', body: new URLSearchParams({ title: 'T' }) });
  return /\/r\/([\w-]{22})#k=/.exec(text)?.[1] ?? '';
}

const localeIn = (text: string) => /<html lang="(\w+)" dir="(\w+)">/.exec(text)?.slice(1, 3).join(' ');

describe('the language of a page', () => {
  it('is the first of those that the browser reads, by their weights', () => {
    for (const [accepted, tag] of [
      ['de', 'de'],
      ['de-CH, de;q=0.9, en;q=0.8', 'de'],
      ['en-GB,en;q=0.9,de;q=0.8', 'en'],
      ['fr;q=0.3, ja;q=0.7, en;q=0.5', 'ja'],
      ['nl, uk;q=0.5, en;q=0.4', 'uk'],
      ['pt-BR,pt;q=0.9', 'pt'],
      ['zh-Hant-TW, en;q=0.9', 'zh'],
      ['ZH-hans', 'zh'],
      ['de;q=0, es;q=0.1', 'es'],
      ['es;q=0.5,fr;q=0.5', 'es'],
      ['ar ; q=1.0 , en ; q=0.9', 'ar'],
      ['hi;level=1;q=0.9, en;q=0.1', 'hi'],
    ])
      assert.equal(chooseLocale(accepted ?? ''), tag, accepted);
  });

  it('is English where nothing fits, or what was sent is no list of languages', () => {
    for (const accepted of ['', '*', 'nl', 'tlh;q=1', ';;;,,,=', 'de;q=x', 'de;q=-1', 'de;q=7', '__proto__', 'q=1'])
      assert.equal(chooseLocale(accepted), 'en', accepted);
    assert.equal(chooseLocale(`${'x,'.repeat(100_000)}de`), 'en');
    for (const tag of ['constructor', 'toString', '', 'xx', 'd']) assert.equal(localeTag(tag), undefined);
  });

  it('is said in the page and in the headers, and caches hear of it', async () => {
    const { response, text } = await get('/', { 'Accept-Language': 'ar,en;q=0.5' });
    assert.equal(localeIn(text), 'ar rtl');
    assert.equal(response.headers.get('Content-Language'), 'ar');
    assert.deepEqual(response.headers.get('Vary')?.split(', '), ['Accept-Language']);
    assert.equal(response.headers.get('Cache-Control'), 'no-cache');
    const fragment = await get('/templates?template=two-sum', { 'Accept-Language': 'de', 'HX-Request': 'true' });
    assert.match(fragment.text, /Startcode/);
    assert.deepEqual(fragment.response.headers.get('Vary')?.split(', '), [
      'HX-Request',
      'Accept-Language',
      'HX-Current-URL',
    ]);
    assert.equal(localeIn((await get('/', { 'Accept-Language': 'nl' })).text), 'en ltr');
  });

  it('is that of its address before that of the browser, and links to other pages keep it', async () => {
    const id = await makeRoom();
    for (const path of [
      '/',
      '/templates',
      '/questions',
      `/r/${id}`,
      `/r/${id}/replay`,
      `/r/${id}/report`,
      '/nowhere',
    ]) {
      const { text } = await get(`${path}?lang=de`, { 'Accept-Language': 'fr' });
      assert.equal(localeIn(text), 'de ltr', path);
      const links = [...text.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      );
      assert.deepEqual(
        links.filter((link) => !/[?&]lang=de(#|$)/.test(link) && !/^\/player\.html$/.test(link)),
        [],
        path,
      );
      const plain = await get(path, { 'Accept-Language': 'fr' });
      assert.equal(localeIn(plain.text), 'fr ltr', path);
      assert.doesNotMatch(plain.text.replace(/<nav aria-label="Langue de cette page".*?<\/nav>/gs, ''), /lang=fr[&"]/);
    }
    const unknown = await get('/?lang=tlh', { 'Accept-Language': 'es' });
    assert.equal(localeIn(unknown.text), 'es ltr');
  });

  it('may be chosen on every page that people meet, from all by their own names', async () => {
    const id = await makeRoom();
    for (const path of ['/', '/questions?q=x', `/r/${id}`, `/r/${id}/report?for=candidate`, '/r/gone']) {
      const { text } = await get(path, { 'Accept-Language': 'ja' });
      for (const [tag, name] of Object.entries(LOCALES))
        assert.match(text, new RegExp(`<a href="\\?[^"]*lang=${tag}" lang="${tag}"[^>]*>${name}</a>`), path);
      assert.match(text, /lang="ja"[^>]* aria-current="true"/, path);
    }
    assert.match((await get('/questions?q=x')).text, /href="\?q=x&amp;lang=de"/);
  });

  it('is that of the page around a fragment, and of where a form without scripts leads', async () => {
    const around = { 'HX-Request': 'true', 'HX-Current-URL': 'http://host.test/?lang=de', 'Accept-Language': 'ja' };
    const init = { method: 'POST', body: new URLSearchParams({ title: 'Ada' }) };
    const fragment = await get('/rooms', around, init);
    assert.match(fragment.text, /„Ada“ ist bereit/);
    assert.match(fragment.text, /href="http:\/\/host\.test\/r\/[\w-]+\?lang=de#k=[\w-]+" class="button" data-enter/);
    assert.match(fragment.text, /<a href="http:\/\/host\.test\/r\/[\w-]+#k=[\w-]+" id="link-candidate"/, 'to be sent');
    assert.match((await get('/?lang=de')).text, /action="\/rooms\?lang=de"/);
    assert.match((await get('/questions?lang=de')).text, /<input type="hidden" name="lang" value="de">/);
    const broken = await get('/rooms', { ...around, 'HX-Current-URL': '://' }, init);
    assert.match(broken.text, /「Ada」/);
    const refused = await get('/rooms', around, { method: 'POST', body: new URLSearchParams({ language: 'klingon' }) });
    assert.match(refused.text, /Wähle eine der Sprachen aus der Liste/);
    assert.equal((await get('/rooms?lang=uk')).response.headers.get('Location'), '/?lang=uk');
  });

  it('of refusals in fragments is the same', async () => {
    const id = await makeRoom();
    const headers = { 'Accept-Language': 'de', Authorization: 'Bearer x' };
    const { response, text } = await get(`/r/${id}/desk`, headers);
    assert.equal(response.status, 401);
    assert.equal(text, 'Das Token gilt nicht für diesen Raum. Öffne den Link noch einmal.');
  });

  it('comes with the words of its scripts, which cannot end their element', async () => {
    const { text } = await get('/', { 'Accept-Language': 'de' });
    const [, words = ''] = /<script type="application\/json" id="words">(.*?)<\/script>/s.exec(text) ?? [];
    assert.equal(JSON.parse(words)['Copy candidate link'], 'Kandidaten-Link kopieren');
    assert.doesNotMatch(words, /</);
    assert.doesNotMatch((await get('/')).text, /id="words"/);
  });

  it('of documents is English, and they say so', async () => {
    const { text } = await get('/embed', { 'Accept-Language': 'de' });
    assert.equal(localeIn(text), 'en ltr');
    assert.match(text, /in English only/);
  });
});
