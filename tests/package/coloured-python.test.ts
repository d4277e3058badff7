// What a browser fetches until somebody types in Python with colours: what integrity.json says to preload, within its budget.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';
import { typeOf } from '../../demo/build/files.mjs';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';

const cdn = 'dist/cdn';
/** As it travels, in kB. The first script has a budget of its own (`firstBytes`). */
const BUDGET_KB = 207;

interface Integrity {
  version: string;
  entry: string;
  preload: Record<string, string[]>;
  files: Record<string, { integrity: string; bytes: number }>;
}

describe('typing in Python with colours', { timeout: 420_000 }, () => {
  const { entry, preload, files } = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Integrity;
  const python = preload.python ?? [];
  const scripts = new Set<string>();
  let server: Server;
  let browser: Browser;
  let url = '';

  const page = `<!doctype html><title>Room</title><link rel="icon" href="data:,">
    <script type="module" src="/${entry}" integrity="${files[entry]?.integrity}"></script>
    <code-room language="python" runner="off" code="def first():\n    return 1"></code-room>`;

  before(async () => {
    server = createServer((request, response) => {
      const name = (request.url ?? '/').slice(1);
      if (name === '') return response.setHeader('content-type', 'text/html').end(page);
      scripts.add(name);
      const headers = { 'content-type': typeOf(name), 'content-encoding': 'gzip' };
      return response.writeHead(200, headers).end(gzipSync(readFileSync(join(cdn, name)), { level: 9 }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await puppeteer.launch({ executablePath: findBrowsers().chromium, args: chromiumArgs });
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  it('fetches each of these scripts', async () => {
    const tab = await browser.newPage();
    await tab.goto(url);
    const coloured = `[...document.querySelector('code-room')?.shadowRoot?.querySelector('code-room-editor')
      ?.shadowRoot?.querySelectorAll('.cm-line span[class]') ?? []].map((span) => span.textContent)`;
    await tab.waitForFunction(`${coloured}.includes('def')`, { timeout: 60_000 });
    await tab.evaluate(`document.querySelector('code-room').focus()`);
    await tab.keyboard.press('Home');
    await tab.keyboard.type('class Typed: ');
    await tab.waitForFunction(`document.querySelector('code-room').value.includes('class Typed: ')`);
    await tab.waitForFunction(`${coloured}.includes('class')`);
    assert.deepEqual(
      python.filter((name) => !scripts.has(name)),
      [],
    );
  });

  it(`takes at most ${BUDGET_KB} kB`, () => {
    const parts = python.map((name) => ({
      name,
      kB: gzipSync(readFileSync(join(cdn, name)), { level: 9 }).length / 1000,
    }));
    const all = parts.reduce((sum, { kB }) => sum + kB, 0);
    const listed = parts.map(({ name, kB }) => `${kB.toFixed(1).padStart(6)} kB  ${name}`).join('\n');
    assert.ok(all <= BUDGET_KB, `${all.toFixed(1)} kB:\n${listed}`);
  });

  it('is of files whose hashes are those that pages pin', () => {
    for (const [name, { integrity, bytes }] of Object.entries(files)) {
      const content = readFileSync(join(cdn, name));
      assert.equal(`sha384-${createHash('sha384').update(content).digest('base64')}`, integrity, name);
      assert.equal(content.length, bytes, name);
    }
  });
});
