// The player page, opened from the disk: no server, no network, a file that somebody has chosen or dropped.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArgs, findBrowsers } from '../browsers.mjs';

const HEADER = {
  ...{ format: 'code-room-replay', version: 1, room: 'room', title: 'Talk', private: false },
  ...{ startedAt: '2026-11-28T19:00:00.000Z' },
  people: [{ id: 'ben', name: 'Ben', role: 'candidate', color: '#a4450a' }],
  files: [{ id: 1, kind: 'file', name: 'main.py', language: 'python' }],
};
const EVENTS = [
  [0, 'edit', [0, null, 0, 0, 'def f():\n']],
  [5_000, 'edit', [0, 0, 9, 0, '    return 1\n']],
];
const fileOf = (...lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('the player page on the disk', { timeout: 420_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-player-'));
  const address = pathToFileURL(resolve('dist/player.html')).href;
  let browser: Browser;
  before(async () => {
    const { chromium: executablePath } = findBrowsers();
    assert.ok(executablePath, 'there is a Chromium');
    browser = await chromium.launch({ executablePath, args: chromiumArgs });
    writeFileSync(join(folder, 'talk.coderoom'), fileOf(HEADER, ...EVENTS));
    writeFileSync(join(folder, 'no.coderoom'), 'print(1)\n');
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A page, with the addresses that it asked for and what it complained of. */
  async function opened(hash = ''): Promise<{ page: Page; asked: string[]; said: string[] }> {
    const page = await browser.newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.goto(address + hash);
    return { page, asked, said };
  }

  it('plays a chosen file with colours, and asks nobody for anything', async () => {
    const { page, asked, said } = await opened();
    await page
      .locator('code-room-replay')
      .getByLabel('Choose a replay file')
      .setInputFiles(join(folder, 'talk.coderoom'));
    await page.locator('code-room-replay .cm-line').filter({ hasText: 'def f():' }).waitFor();
    await page
      .locator('code-room-replay')
      .evaluate((player) => (player as HTMLElementTagNameMap['code-room-replay']).seek(5_000));
    await page.locator('code-room-replay .cm-line').filter({ hasText: 'return 1' }).waitFor();
    // The grammar is in the file, too.
    await page.locator('code-room-replay .cm-line span').filter({ hasText: /^def$/ }).waitFor();
    assert.deepEqual(
      asked.filter((url) => url !== address && !url.startsWith('data:') && !url.startsWith('blob:')),
      [],
    );
    assert.deepEqual(said, []);
    await page.close();
  });

  it('begins at the moment of its address, and takes a dropped file in place of another', async () => {
    const { page, said } = await opened('#t=5');
    await page
      .locator('code-room-replay')
      .getByLabel('Choose a replay file')
      .setInputFiles(join(folder, 'no.coderoom'));
    await page.locator('code-room-replay').getByRole('alert').filter({ hasText: 'This is not a replay' }).waitFor();
    const dropped = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'talk.coderoom'));
        return data;
      },
      readFileSync(join(folder, 'talk.coderoom'), 'utf8'),
    );
    await page.locator('body').dispatchEvent('drop', { dataTransfer: dropped });
    await page.locator('code-room-replay .cm-line').filter({ hasText: 'return 1' }).waitFor();
    assert.deepEqual(said, []);
    await page.close();
  });
});
