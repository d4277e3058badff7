// The addresses in a page's attributes: resolved like links, and refused with a sentence when nothing can come from there.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { learnPacksOf } from '../../components/element/language-packs.js';
import type { RoomVisit } from '../../components/element/room-visit.js';
import { fetchReplay, ReplayFault } from '../../components/replay/read-replay.js';
import { packageFolder } from '../../components/runner/packages.js';
import { folderAddress, pageAddress } from '../../components/runner/page-address.js';

const PAGE = 'https://page.example/tasks/one.html';
const WRONG = [
  'http://[',
  'http://',
  'https://a b.example/x',
  'https://rooms.example:99999/x',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://rooms.example/x',
  'file:///x',
  'htps://rooms.example',
  'localhost:1999/x',
  'https://ann:s3cret@rooms.example/x',
];

describe('an address in an attribute', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, 'document');
  });

  /** As on a page; no address of the wrong ones is ever fetched. */
  const onPage = () => {
    Object.defineProperty(globalThis, 'document', { value: { baseURI: PAGE }, configurable: true });
    globalThis.fetch = async (url) => assert.fail(`${url}`);
  };

  it('is resolved as the page resolves links', () => {
    const found = [
      ['/sandbox', 'https://page.example/sandbox'],
      ['sandbox', 'https://page.example/tasks/sandbox'],
      ['//rooms.example/x', 'https://rooms.example/x'],
      ['http://127.0.0.1:1999/sandbox?x=1', 'http://127.0.0.1:1999/sandbox?x=1'],
      [' https://rooms.example/x ', 'https://rooms.example/x'],
      ['a folder/x', 'https://page.example/tasks/a%20folder/x'],
    ] as const;
    for (const [given, href] of found) assert.equal(pageAddress(given, PAGE)?.href, href);
    assert.equal(folderAddress(' /packs ', PAGE)?.href, 'https://page.example/packs/');
    assert.equal(folderAddress('/packs//', PAGE)?.href, 'https://page.example/packs/');
  });

  it('may have the scheme of its page, and what its page is fetched with', () => {
    assert.equal(pageAddress('sandbox.html', 'file:///lesson/index.html')?.href, 'file:///lesson/sandbox.html');
    assert.equal(pageAddress('/x', 'https://ann:pw@page.example/')?.pathname, '/x');
  });

  it('is none when nothing can come from there', () => {
    for (const address of WRONG) assert.equal(pageAddress(address, PAGE), null, address);
  });

  it('of packs is named with how to write it, without the address itself', async () => {
    onPage();
    const signal = new AbortController().signal;
    const visit = { session: { documents: {} }, host: 'https://rooms.example', signal } as unknown as RoomVisit;
    for (const packs of WRONG)
      await assert.rejects(learnPacksOf({ packs, room: 'a' }, visit), ({ message }: Error) => {
        assert.match(message, /^Nothing can come from the address in `packs`\. .*packs="\S*\/packs"\.$/);
        return !message.includes('s3cret');
      });
  });

  it('of packages is named to the program, and only what it imports is missing', async () => {
    onPage();
    for (const address of WRONG) {
      const { lacking, packages } = await packageFolder(address).supply(['numpy'], () => {});
      assert.deepEqual(packages, []);
      assert.match(
        lacking.numpy ?? '',
        /^numpy could not be loaded: Nothing can come from the address in `packages`\./,
      );
      assert.doesNotMatch(lacking.numpy ?? '', /s3cret/);
    }
  });

  it('of a replay that cannot be fetched is a sentence', async () => {
    for (const address of ['http://[', 'ftp://rooms.example/x', 'javascript:alert(1)', 'no address'])
      await assert.rejects(fetchReplay(address, new AbortController().signal), ReplayFault, address);
  });
});
