// Programs run on every kind of page that may embed a room, isolated or not, however strict, and from any host of files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { readStaticFile } from '../../demo/build/files.mjs';
import { findBrowsers } from '../browsers.mjs';
import { type Answer, serve } from '../fixtures/serve.js';
import { World } from '../journeys/world.js';

interface Kind {
  headers?: Record<string, string>;
  nonce?: string;
  language: 'javascript' | 'python';
  runner?: string;
}

const PROGRAMS = { javascript: 'console.log("ran", 6 * 7)', python: 'print("ran", 6 * 7)' };
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** A host that knows nothing but types: no compression, no caching, no headers of ours. */
async function bareFile(folder: string, path: string): Promise<Answer> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { body: await readFile(join(folder, path)), headers: { 'content-type': type } };
}

describe('programs run', { timeout: 420_000 }, () => {
  const world = new World();
  const servers: Server[] = [];
  const kinds: Record<string, Kind> = {};
  let site = '';
  let cdn = '';

  const html = (name: string, { language, nonce = '', runner }: Kind) => `<!doctype html><title>${name}</title>
    <link rel="icon" href="data:,"><script type="module" nonce="${nonce}" src="${cdn}/code-room.js"></script>
    <code-room host="${world.url}" room="${name}" language="${language}" ${runner ? `runner="${runner}"` : ''}>
      <script type="text/plain" slot="code">${PROGRAMS[language]}</script>
    </code-room>`;

  before(async () => {
    const files = await serve((name) => readStaticFile('dist/cdn', name));
    const bare = await serve((path) => bareFile('dist/sandbox', path));
    const pages = await serve(async (path) => {
      const kind = kinds[path];
      if (!kind) throw new Error('There is no such page.');
      return { body: html(path, kind), headers: { 'content-type': 'text/html', ...kind.headers } };
    });
    servers.push(files.server, bare.server, pages.server);
    [cdn, site] = [files.url, pages.url];
    const { url } = world;
    const isolated = (embedder: string): Kind => ({
      language: 'javascript',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': embedder },
    });
    const policy = (scripts: string) =>
      [
        "default-src 'none'",
        `script-src ${scripts}`,
        `connect-src ${url} ${url.replace('http', 'ws')}`,
        `frame-src ${url}`,
        'img-src data:',
        "require-trusted-types-for 'script'",
      ].join('; ');
    Object.assign(kinds, {
      plain: { language: 'javascript' },
      isolated: isolated('require-corp'),
      credentialless: isolated('credentialless'),
      strict: { language: 'python', headers: { 'content-security-policy': policy(cdn) } },
      nonce: { language: 'python', nonce: 'n0', headers: { 'content-security-policy': policy("'nonce-n0'") } },
      bare: { language: 'python', runner: `${bare.url}/index.html` },
    } satisfies Record<string, Kind>);
  });
  after(() => servers.forEach((server) => void server.close()));

  const places = [
    ['plain', 'on a page that asks for nothing'],
    ['isolated', 'on a page isolated by require-corp'],
    ['credentialless', 'on a page isolated by credentialless'],
    ['strict', 'under the policy that the README gives, with Trusted Types'],
    ['nonce', 'under a policy that allows only what carries its nonce, with Trusted Types'],
    ['bare', 'from a host of files that sends nothing but their type'],
  ] as const;
  for (const [name, where] of places) {
    it(where, async () => {
      const ada = await world.person();
      await ada.enter(`${site}/${name}`);
      const isolated = await ada.page.evaluate(() => crossOriginIsolated);
      assert.equal(isolated, /isolated/.test(where), 'the page is isolated');
      await ada.sees('value', /ran/);
      await ada.presses(/^run/i);
      await ada.sees('output', /^ran 42\n$/, { within: 30_000 });
      await ada.sees('running', false);
      await world.leave();
    });
  }

  const { firefox } = findBrowsers();
  it('on each of them in Firefox, too', { skip: firefox ? false : 'Firefox is not installed here' }, async () => {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
    try {
      for (const [name, where] of places) {
        const page = await browser.newPage();
        await page.goto(`${site}/${name}`);
        // By its own work alone, since nothing may be added to a page with such a policy.
        const seen = await page.evaluate(async () => {
          const room = document.querySelector('code-room');
          if (!room) throw new Error('there is no room');
          await customElements.whenDefined('code-room');
          while (!room.value?.includes('ran')) await new Promise((resolve) => setTimeout(resolve, 20));
          await room.run();
          return [room.output, crossOriginIsolated];
        });
        assert.deepEqual(seen, ['ran 42\n', /isolated/.test(where)], where);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
