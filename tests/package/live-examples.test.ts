// The documents as a visitor meets them: each example does what it promises, follows what is written into it, and reaches nothing of the host.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { becomes, World } from '../journeys/world.js';

const NAMES = readdirSync('demo/docs/examples').map((name) => basename(name, '.html'));
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What is read of a preview. Undefined while it is being renewed, since its frame is then taken away in the middle of a reading. */
async function read<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (/frame was detached|context was destroyed/i.test(String(error))) return undefined;
    throw error;
  }
}

/** One of the rooms in a preview. */
class Preview {
  constructor(
    private readonly page: Page,
    readonly frame: FrameLocator,
  ) {}

  get(property: string, nth = 0): Promise<unknown> {
    const room = this.frame.locator('code-room, code-room-replay').nth(nth);
    return read(room.evaluate((element, name) => (element as unknown as Record<string, unknown>)[name], property));
  }

  sees(property: string, expected: unknown, nth = 0): Promise<void> {
    return becomes(() => this.get(property, nth), expected, property, 60_000);
  }

  async ready(nth = 0): Promise<void> {
    await this.sees('status', 'live', nth);
  }

  async types(text: string, nth = 0): Promise<void> {
    await this.ready(nth);
    await this.frame.locator('code-room').nth(nth).locator('.cm-content').click();
    await this.page.keyboard.type(text);
  }

  async runs(output: RegExp): Promise<void> {
    await this.ready();
    await this.frame.locator('code-room').getByRole('button', { name: /^Run/ }).click();
    await this.sees('output', output);
  }

  async says(selector: string, expected: string): Promise<void> {
    await becomes(
      async () => (await read(this.frame.locator(selector).textContent()))?.trim(),
      expected.trim(),
      selector,
      60_000,
    );
  }
}

/** What each example promises. */
const promises: Record<string, (preview: Preview) => Promise<void>> = {
  hello: (preview) => preview.runs(/^Hello Ada, from a page of your own!\nHello Grace/),
  async 'two-people'(preview) {
    await preview.ready(1);
    await preview.types('answer = 42');
    await preview.sees('value', /answer = 42/, 1);
  },
  async run(preview) {
    await preview.ready();
    await preview.frame.locator('#go').click();
    await preview.says('#answer', 'It printed 42\n');
  },
  async events(preview) {
    await preview.types('ab');
    await preview.says('#edits', '2');
  },
  async form(preview) {
    await preview.ready();
    await preview.sees('value', /42/);
    await preview.frame.getByRole('button', { name: 'Send' }).click();
    await preview.says('#sent', 'const answer = 42;');
  },
  async looks(preview) {
    await preview.ready();
    const ground = () =>
      preview.frame.locator('code-room .cm-content').evaluate((content) => {
        let element: Element | null = content;
        while (element && /^(transparent|rgba\(0, 0, 0, 0\))$/.test(getComputedStyle(element).backgroundColor))
          element = element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | null);
        return element && getComputedStyle(element).backgroundColor;
      });
    await becomes(ground, 'rgb(255, 248, 236)', 'the ground of the editor', 60_000);
  },
  async theme({ frame }) {
    const ground = () =>
      frame.locator('code-room .cm-editor').evaluate((editor) => getComputedStyle(editor).backgroundColor);
    await frame.locator('[name=ready]').selectOption('midnight');
    await becomes(ground, 'rgb(11, 16, 34)', 'the ground of the editor', 60_000);
    await frame.locator('select[name=layout]').selectOption('minimal');
    await frame.locator('[name=density]').selectOption('compact');
    await becomes(() => frame.locator('code-room').getAttribute('layout'), 'minimal', 'the layout');
    assert.match(
      (await frame.locator('#css').textContent()) ?? '',
      /themes\/midnight\.css"\);[\s\S]*--code-room-accent: #7a1fa2;/,
    );
  },
  async layout(preview) {
    await preview.runs(/my own layout/);
    const top = async (tag: string) => (await preview.frame.locator(tag).boundingBox())?.y ?? 0;
    assert.ok((await top('code-room-output')) < (await top('code-room-editor')));
  },
  async files(preview) {
    const names = async () => ((await preview.get('files')) as { name: string }[]).map(({ name }) => name);
    await preview.ready();
    await becomes(names, ['main.py', 'bank.py'], 'the files', 30_000);
    await preview.runs(/^42\n/);
  },
  async tests(preview) {
    await preview.ready();
    await preview.frame.locator('#check').click();
    await preview.says('#result', '2 passed, 0 failed');
  },
  sql: (preview) => preview.runs(/Lyon\s+Nice/),
  async readonly(preview) {
    await preview.ready();
    await preview.frame.locator('code-room .cm-content').click();
    await preview.frame.locator('code-room .cm-content').press('x');
    assert.match(String(await preview.get('value')), /^type Answer = \{ value: 42 \};\n?$/);
  },
  language: (preview) => preview.runs(/^HELLO!\n$/),
  async replay(preview) {
    await preview.sees('duration', 9000);
    await preview.frame
      .locator('code-room-replay')
      .evaluate((player) => (player as HTMLElementTagNameMap['code-room-replay']).seek(6000));
    await becomes(() => preview.frame.locator('title').textContent(), '6000 ms', 'the title', 30_000);
    await preview.frame.locator('code-room-replay .cm-line', { hasText: 'b = 2' }).waitFor();
  },
};

describe('the examples', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  const field = (page: Page, name: string) => page.locator(`#example-${name}`);
  const previewOf = (page: Page, name: string) =>
    new Preview(page, page.frameLocator(`live-example[name="${name}"] iframe`));

  it('are all on the page, and each has a promise', async () => {
    assert.deepEqual(Object.keys(promises).sort(), [...NAMES].sort());
    const { page } = await world.person();
    await page.goto(`${world.url}/embed`);
    for (const name of NAMES) {
      const own = readFileSync(`demo/docs/examples/${name}.html`, 'utf8').trimEnd();
      const shown = (await field(page, name).inputValue()).replaceAll(world.url, 'https://rooms.example');
      assert.equal(shown.replace(/try-[\w-]{22}/g, 'try-this-room'), own, name);
    }
  });

  it('do what they promise', async () => {
    const { page } = await world.person();
    await page.goto(`${world.url}/embed`);
    for (const name of NAMES) {
      await field(page, name).scrollIntoViewIfNeeded();
      await promises[name]?.(previewOf(page, name)).catch((cause) => {
        throw new Error(`The example "${name}" has not done what it promises: ${cause}`, { cause });
      });
      // Its room and its interpreter go with it.
      await page.locator(`live-example[name="${name}"]`).evaluate((example) => example.remove());
    }
  });

  it('follow what is written into them, say what went wrong, and are copied as they are', async () => {
    const { page } = await world.person();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${world.url}/embed`);
    const preview = previewOf(page, 'hello');
    await preview.sees('value', /Grace/);
    const original = await field(page, 'hello').inputValue();
    await field(page, 'hello').fill(original.replace('Grace', 'Mary'));
    await preview.sees('value', /Mary/);
    const example = page.locator('live-example[name="hello"]');
    await example.getByRole('button', { name: /^Copy/ }).click();
    await example.getByRole('button', { name: 'Copied' }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Mary/);
    await field(page, 'hello').fill(`${original}<script>nothing.there;</script>`);
    await example.getByRole('status').filter({ hasText: 'nothing is not defined' }).waitFor();
    await example.getByRole('button', { name: 'Undo my changes' }).click();
    await preview.sees('value', /Grace/);
    assert.equal(await field(page, 'hello').inputValue(), original);
    await example.getByRole('status').filter({ hasText: 'nothing' }).waitFor({ state: 'detached' });
    await world.leave({ saying: /nothing is not defined/ });
  });

  it('reach nothing of the host: neither storage nor the page around them', async () => {
    const { page } = await world.person();
    await page.goto(`${world.url}/embed`);
    await page.evaluate(() => localStorage.setItem('canary', 'canary-51'));
    const probe = `<pre id="told"></pre><script>
      const tries = {
        origin: () => self.origin,
        storage: () => localStorage.getItem('canary'),
        cookies: () => document.cookie,
        databases: () => indexedDB.open('x').readyState,
        page: () => parent.document.title,
        address: () => parent.location.href,
      };
      const told = Object.entries(tries).map(([name, act]) => { try { return [name, act()]; } catch { return [name, 'no']; } });
      document.querySelector('#told').textContent = JSON.stringify(Object.fromEntries(told));
    </script>`;
    await field(page, 'hello').fill(probe);
    const { frame } = previewOf(page, 'hello');
    await frame.locator('#told').filter({ hasText: 'origin' }).waitFor();
    const told = JSON.parse((await frame.locator('#told').textContent()) ?? '');
    assert.deepEqual(told, {
      ...{ origin: 'null', storage: 'no', cookies: 'no', page: 'no', address: 'no' },
      databases: told.databases === 'pending' ? 'pending' : 'no',
    });
    const answer = await page.request.get(`${world.url}/preview`);
    assert.match(
      answer.headers()['content-security-policy'] ?? '',
      /^sandbox allow-scripts allow-forms; default-src 'none'; /,
    );
  });
});

describe('the documents', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  it('are accessible, as wide as the window, and quiet, in light and dark', async () => {
    const { documents } = JSON.parse(`{"documents":${readFileSync('dist/docs.txt', 'utf8')}}`);
    const paths = (documents.pages as { path: string }[]).map(({ path }) => path);
    for (const options of [
      { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
      { viewport: { width: 390, height: 800 }, colorScheme: 'dark' },
    ] as const) {
      const { page } = await world.person(options);
      for (const path of paths) {
        await page.goto(world.url + path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is too wide`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
          const { violations } = await axe.run(document, { iframes: false });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        assert.deepEqual(found, [], path);
      }
    }
  });

  it('are there as text without JavaScript, with forms that answer', async () => {
    const { page } = await world.person({ javaScriptEnabled: false });
    await page.goto(`${world.url}/embed`);
    assert.equal(await page.locator('iframe, textarea').count(), 0);
    assert.ok(await page.getByText('<code-room language="python">').first().isVisible());
    await page.goto(`${world.url}/embed/messages`);
    await page.getByRole('searchbox').fill('You have started many runs in a short time. Run again in 3 seconds.');
    await page.getByRole('button', { name: 'Look' }).click();
    assert.ok(await page.locator('#found').getByText('many-runs').isVisible());
    await page.goto(`${world.url}/embed/policy`);
    await page.getByLabel('Your page').selectOption('nonce');
    await page.getByRole('button', { name: 'Build the policy' }).click();
    assert.match((await page.locator('#policy-header').textContent()) ?? '', /'nonce-\{nonce\}' 'strict-dynamic'/);
  });

  it('answer while somebody writes, with JavaScript', async () => {
    const { page } = await world.person();
    await page.goto(`${world.url}/embed/messages`);
    await page.getByRole('searchbox').pressSequentially('locked');
    await page.locator('#found').getByText('room-locked').waitFor();
    await page.goto(`${world.url}/embed/policy`);
    await page.getByLabel('Your page').selectOption('hash');
    await page.locator('#policy-tag', { hasText: 'createElement' }).waitFor();
  });
});
