// The policies that the form of the documents builds: under each of them a room works and runs, and the page breaks no directive.
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { embedPolicy, NONCE, SCRIPT_WAYS, USUAL } from '../../demo/server/embed-policy.js';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';
import { serve } from '../fixtures/serve.js';
import { World } from '../journeys/world.js';

describe('a built policy', { timeout: 420_000 }, () => {
  const world = new World();
  let server: Server;
  let site = '';

  before(async () => {
    ({ server, url: site } = await serve(async (path) => {
      const [way, trusted] = path.split('-');
      const scripts = SCRIPT_WAYS.find((one) => one === way);
      if (!scripts) throw new Error('There is no such page.');
      const { header, tag } = await embedPolicy({ ...USUAL, host: world.url, scripts, trusted: trusted === 'trusted' });
      const nonce = `n${path.length}x`;
      const body = `<!doctype html><meta charset="utf-8"><title>${path}</title>${tag.replaceAll(NONCE, nonce)}
        <code-room host="${world.url}" room="policy-${path}" language="javascript"></code-room>`;
      const value = `default-src 'none'; ${header.value}`.replaceAll(NONCE, nonce);
      return { body, headers: { 'content-type': 'text/html', [header.name]: value } };
    }));
  });
  after(() => void server.close());

  const { chromium, firefox } = findBrowsers();
  for (const [browser, executablePath] of [
    ['chrome', chromium],
    ['firefox', firefox],
  ] as const) {
    it(`lets a room in and its programs run, in ${browser}`, {
      skip: executablePath ? false : `${browser} is not installed here`,
    }, async () => {
      const args = browser === 'chrome' ? chromiumArgs : [];
      const running = await puppeteer.launch({ browser, executablePath: executablePath ?? '', headless: true, args });
      try {
        for (const path of SCRIPT_WAYS.flatMap((way) => [way, `${way}-trusted`])) {
          const page = await running.newPage();
          const said: string[] = [];
          page.on('console', (message) => said.push(message.text()));
          page.on('pageerror', (error) => said.push(String(error)));
          await page.goto(`${site}/${path}`);
          const seen = await page.evaluate(async () => {
            const broken: string[] = [];
            document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));
            const room = document.querySelector('code-room');
            if (!room) throw new Error('There is no room.');
            await customElements.whenDefined('code-room');
            while (room.status !== 'live') await new Promise((resolve) => setTimeout(resolve, 20));
            room.value = 'console.log(6 * 7)';
            const { state } = await room.run();
            return { state, output: room.output, broken };
          });
          assert.deepEqual(seen, { state: 'done', output: '42\n', broken: [] }, path);
          assert.deepEqual(
            said.filter((line) => /policy|refused|blocked/i.test(line) && !/favicon/.test(line)),
            [],
            path,
          );
          await page.close();
        }
      } finally {
        await running.close();
      }
    });
  }
});
