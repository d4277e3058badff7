// `npx code-room init` in an empty folder: what it writes serves a page in which two people type and run, with nothing added.
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { amount, seed } from '../amount.js';
import { World } from '../journeys/world.js';
import { freePort } from '../webkit.mjs';
import { end, npm, packElement } from './projects.js';

const run = promisify(execFile);
const engines = [
  { name: 'wrangler', settings: 'wrangler.jsonc', port: ['--ip', '127.0.0.1', '--port'] },
  { name: 'partykit', settings: 'partykit.json', port: ['--no-hotkeys', '--disable-request-cf-fetch', '--port'] },
];
/** One a run, by the seed, and both in full runs. */
const chosen = Array.from({ length: amount(1, 2) }, (_, nth) => engines[(seed + nth) % 2] ?? engines[0]);

const cache = resolve('.cache/projects');

/** The command, from the packed package. */
const command = (folder: string, ...args: string[]) =>
  run(join(folder, 'node_modules/.bin/code-room'), args, { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stderr }: { stderr: string }) => stderr,
  );

describe('a project begun by code-room init', { timeout: 420_000 }, () => {
  const world = new World();
  before(packElement);
  let server: ChildProcess | undefined;
  after(() => server && end(server));

  for (const engine of chosen) {
    if (!engine) continue;
    const { name, settings, port: options } = engine;
    const folder = join(cache, `init-${name}`);

    /** As after `npm init -y && npm install code-room`; what npm has fetched once stays. */
    async function beginAnew(): Promise<void> {
      mkdirSync(folder, { recursive: true });
      for (const entry of readdirSync(folder))
        if (entry !== 'node_modules') rmSync(join(folder, entry), { recursive: true });
      const dependencies = { 'code-room': 'file:../code-room.tgz' };
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'Try It', dependencies }, null, 4));
      rmSync(join(folder, 'node_modules/code-room'), { recursive: true, force: true });
      await npm(
        folder,
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--prefer-offline',
      );
    }

    it(`on ${name}: two people type and run in what it has written`, async () => {
      await beginAnew();
      const said = await command(folder, 'init', `--${name}`);
      assert.match(said, /Written:\n {2}public\/index\.html .*\n[\s\S]*Next:\n {2}npm install\n {2}npm run rooms /);
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      assert.equal(about.name, 'Try It');
      assert.equal(about.dependencies['code-room'], 'file:../code-room.tgz');
      assert.ok(about.devDependencies[name] && about.scripts.rooms);
      assert.match(readFileSync(join(folder, 'package.json'), 'utf8'), /^ {4}"name"/m);
      assert.match(readFileSync(join(folder, settings), 'utf8'), /"name": "try-it"/);

      await npm(
        folder,
        'install',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--prefer-offline',
      );
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      server = spawn('npm', ['run', 'rooms', '--silent', '--', ...options, String(port)], {
        cwd: folder,
        env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', CODE_ROOM_ENGINE: '' },
        detached: true,
      });
      let heard = '';
      for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => (heard += text));
      for (const until = Date.now() + 90_000; ; await new Promise((done) => setTimeout(done, 200))) {
        if ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok) break;
        assert.ok(
          Date.now() < until && server.exitCode === null,
          `the server does not answer:\n${heard.slice(-4_000)}`,
        );
      }

      const [ada, ben] = [await world.person(), await world.person()];
      await ada.enter(url);
      await ada.sees('value', /Hello/);
      await ben.enter(url);
      await ben.sees('value', /Hello/);
      await ada.types('\nprint(6 * 7)');
      await ben.sees('value', /6 \* 7/);
      await ben.presses(/^run/i);
      await ada.sees('output', 'Hello\n42\n', { within: 60_000 });
      await world.leave();

      // What another page may need is there, too.
      const made = await fetch(`${url}/api/rooms`, { method: 'POST' });
      assert.equal(made.status, 201, await made.clone().text());
      const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
      for (const path of ['/openapi.json', '/sandbox', '/code-room.js', `/code-room/${version}/code-room.js`])
        assert.equal((await fetch(url + path, { redirect: 'manual' })).status, 200, path);
      assert.equal((await fetch(`${url}/nothing`)).status, 404);
      end(server);
    });

    it(`on ${name}: it overwrites nothing, and says what is in the way`, async () => {
      const before = readFileSync(join(folder, 'room-server.js'), 'utf8');
      writeFileSync(join(folder, settings), '{}');
      const said = await command(folder, 'init', `--${name}`);
      assert.match(said, new RegExp(`^Nothing is written, because there is already: room-server\\.js, ${settings}\\.`));
      assert.equal(readFileSync(join(folder, settings), 'utf8'), '{}');
      assert.equal(readFileSync(join(folder, 'room-server.js'), 'utf8'), before);
      assert.ok(!existsSync(join(folder, 'public/room.html')));
      assert.match(await command(folder, 'init', 'rooms'), /^code-room init takes no name, such as rooms\./);
    });
  }
});
