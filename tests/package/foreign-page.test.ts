// The built element on a plain page of another site, and PartyKit's own command on our project.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readStaticFile } from '../../demo/build/files.mjs';
import { serve } from '../fixtures/serve.js';
import { World } from '../journeys/world.js';
import { freePort } from '../webkit.mjs';

describe('a page of another site', { timeout: 420_000 }, () => {
  const world = new World();
  const servers: Server[] = [];
  after(() => servers.forEach((server) => void server.close()));

  let page = '';
  before(async () => {
    const cdn = await serve((name) => readStaticFile('dist/cdn', name));
    const html = () => `<!doctype html><title>Theirs</title><link rel="icon" href="data:,">
      <script type="module" src="${cdn.url}/code-room.js"></script>
      <code-room host="${world.url}" room="foreign" language="javascript">
        <script type="text/plain" slot="code">console.log('from afar')</script>
      </code-room>`;
    const shout = () =>
      `${html()}<script type="module">
      import { registerLanguage } from '${cdn.url}/code-room.js';
      const worker = new URL('/shout.js', location.href);
      registerLanguage({ id: 'shout', label: 'Shout', worker, files: [new URL('/word.txt', location.href)] });
      </script>`
        .replace('room="foreign" language="javascript"', 'room="shout" language="shout"')
        .replace("console.log('from afar')", 'hello');
    const site = await serve(async (path) => {
      if (/^(shout\.js|word\.txt)$/.test(path)) return readStaticFile('tests/fixtures', path);
      return { body: path === 'shout' ? shout() : html(), headers: { 'content-type': 'text/html' } };
    });
    servers.push(cdn.server, site.server);
    page = site.url;
  });

  it('has a working room by one script and one tag', async () => {
    const [ada, ben] = [await world.person(), await world.person()];
    await ada.enter(page);
    await ben.enter(page);
    await ben.sees('value', /from afar/);
    await ada.types('// hello');
    await ben.sees('value', /hello/);
    await ada.presses(/^run/i);
    await ben.sees('output', /from afar/, { within: 30_000 });
    await world.leave();
  });

  it('registers a language, which runs in the sandbox like ours', async () => {
    const ada = await world.person();
    await ada.enter(page.replace(/\/?$/, '/shout'));
    await ada.sees('value', /hello/);
    await ada.presses(/^run/i);
    await ada.sees('output', /HELLO!/, { within: 30_000 });
    await world.leave();
  });

  it('can have a local room without a server', async () => {
    const ada = await world.person();
    await ada.page.route('**/*', (route) =>
      route.request().url().startsWith(world.url) ? route.abort() : route.continue(),
    );
    await ada.page.goto(page);
    await ada.page.locator('code-room').evaluate((element) => element.removeAttribute('room'));
    await ada.sees('status', 'live');
    await ada.types('alone');
    await ada.sees('value', /alone/);
    ada.said.splice(0); // The first connection was refused, and the browser says so.
    await world.leave();
  });
});

describe('a frame without an origin of its own', { timeout: 420_000 }, () => {
  const open = new World();
  const closed = new World({ CODE_ROOM_ORIGINS: 'https://team.example' });
  const servers: Server[] = [];
  after(() => servers.forEach((server) => void server.close()));

  /** A page with the room in `<iframe sandbox="allow-scripts">`, and what the room tells: the page, and the person. */
  async function framed({ url, person }: Pick<World, 'url' | 'person'>) {
    const site = await serve(async (path) => {
      const inner = `<!doctype html><title>Inner</title><script type="module" src="${url}/code-room.js"></script>
        <code-room host="${url}" room="framed" language="javascript"></code-room>`;
      const outer = `<!doctype html><title>Outer</title><link rel="icon" href="data:,">
        <iframe sandbox="allow-scripts" src="/inner" style="width:800px;height:600px"></iframe>`;
      return { body: path === 'inner' ? inner : outer, headers: { 'content-type': 'text/html' } };
    });
    servers.push(site.server);
    const ada = await person();
    await ada.page.goto(site.url);
    const frame = ada.page.frames().find((one) => one.url().endsWith('/inner'));
    assert.ok(frame);
    const room = frame.locator('code-room');
    await frame.waitForFunction(() => customElements.get('code-room-notice'));
    return { room, notice: room.locator('code-room-notice').locator('[part=notice]') };
  }

  it('is admitted where any origin is allowed, and runs programs there', async () => {
    const { room } = await framed({ url: open.url, person: () => open.person() });
    const told = await room.evaluate(async (element) => {
      const room = element as HTMLElementTagNameMap['code-room'];
      while (room.status !== 'live') await new Promise((resolve) => setTimeout(resolve, 20));
      const sentences: string[] = [];
      room.addEventListener('code-room-error', ({ sentence }) => sentences.push(sentence));
      room.value = 'console.log(6 * 7)';
      const { state } = await room.run();
      return { origin: self.origin, state, output: room.output, sentences };
    });
    assert.deepEqual(told, { origin: 'null', state: 'done', output: '42\n', sentences: [] });
  });

  it('is told which sandbox keyword it lacks where only some origins are allowed, instead of a setting that cannot name it', async () => {
    const { room, notice } = await framed({ url: closed.url, person: () => closed.person() });
    await notice.filter({ hasText: /^\s*A page without an origin may not come.*allow-same-origin/ }).waitFor();
    const status = await room.evaluate((element) => (element as HTMLElementTagNameMap['code-room']).status);
    assert.equal(status, 'refused');
  });
});

describe('partykit dev', { timeout: 420_000 }, () => {
  it('serves the same site and rooms', async () => {
    const port = await freePort();
    const state = mkdtempSync(join(tmpdir(), 'code-room-dev-'));
    const args = ['dev', '--port', String(port), '--persist', state, '--no-hotkeys', '--disable-request-cf-fetch'];
    const child = spawn('node_modules/.bin/partykit', args, { stdio: 'ignore', detached: true });
    try {
      const url = `http://127.0.0.1:${port}`;
      const until = Date.now() + 30_000;
      while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) {
        assert.ok(Date.now() < until, 'partykit dev did not answer');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      for (const path of ['/', '/code-room.js', '/sandbox']) assert.equal((await fetch(url + path)).status, 200, path);
    } finally {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      rmSync(state, { recursive: true, force: true });
    }
  });
});
