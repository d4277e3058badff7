// The package as others get it: packed, installed in an empty folder elsewhere, used from there.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { startEngine } from '../../demo/engine/engine.mjs';
import { firstBytes } from '../bench/bytes.js';

const run = promisify(execFile);

describe('package', { timeout: 420_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-package-'));
  const npm = (...args: string[]) => run('npm', [...args, '--ignore-scripts'], { cwd: folder });
  // What an import leaves open would keep the process awake.
  const node = (code: string) =>
    run(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder, timeout: 30_000 });
  let files: string[] = [];

  before(async () => {
    const { stdout } = await npm('pack', resolve('.'), '--json');
    const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    assert.ok(packed);
    files = packed.files.map((file) => file.path);
    writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
    await npm('install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed.filename}`);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('contains what the contract names and nothing else', () => {
    for (const name of [
      'CHANGELOG.md',
      'LICENSE',
      'dist/cdn/THIRD-PARTY.txt',
      'dist/cdn/code-room.js',
      'dist/cdn/integrity.json',
      'dist/sandbox/index.html',
      'dist/server/THIRD-PARTY.txt',
      'dist/vscode.css-custom-data.json',
      'dist/vscode.html-custom-data.json',
    ]) {
      assert.ok(files.includes(name), name);
    }
    const wanted = JSON.parse(readFileSync('package.json', 'utf8')).files as string[];
    const named = [...wanted.filter((name) => !name.startsWith('!')), 'package.json', 'LICENSE', 'README.md'];
    const strays = files.filter((name) => !named.some((path) => name === path || name.startsWith(`${path}/`)));
    assert.deepEqual(strays, []);
    assert.deepEqual(
      files.filter((name) => /^dist\/(site|site-packed|packs)\/|^components\/.*\.ts$/.test(name)),
      [],
    );
  });

  it('has the texts of the licences of what it is built from', () => {
    const sandbox = readFileSync('dist/sandbox/THIRD-PARTY.txt', 'utf8');
    for (const text of [
      'Mozilla Public License, version 2.0',
      'PYTHON SOFTWARE FOUNDATION LICENSE',
      'The Go Authors',
      'Lua.org',
      'Meta Platforms',
    ])
      assert.ok(sandbox.includes(text), text);
    const server = readFileSync('dist/server/THIRD-PARTY.txt', 'utf8');
    for (const name of ['hono', 'zod', 'jose', 'partyserver']) assert.match(server, new RegExp(`^${name} \\d`, 'm'));
  });

  it('has every entry with its types', () => {
    const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
    const named = Object.values(exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry ?? {}),
    );
    const paths = named.map((path) => String(path).slice(2)).filter((path) => !path.includes('*'));
    assert.deepEqual(
      paths.filter((path) => !files.includes(path)),
      [],
    );
  });

  it('bundles the editor, whatever versions of its parts a page has', () => {
    const shipped = files.filter((name) => /^dist\/(\w+|chunks\/[^/]+)\.js$/.test(name));
    assert.ok(shipped.length > 10);
    const asking = shipped.filter((name) =>
      /\b(from|import)\s*\(?\s*["'](@codemirror|@lezer|style-mod|crelt|w3c-keyname)/.test(readFileSync(name, 'utf8')),
    );
    assert.deepEqual(asking, []);
    const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
    for (const name of ['@codemirror/view', '@lezer/python', 'style-mod'])
      assert.ok(notices.includes(`${name} `), name);
  });

  it('builds language packs, and says which packages are missing', async () => {
    const command = join(folder, 'node_modules/.bin/code-room');
    const pack = (...args: string[]) =>
      run(process.execPath, [command, 'pack', ...args], { cwd: folder }).then(
        ({ stdout }) => stdout,
        ({ stderr }: { stderr: string }) => stderr,
      );
    assert.match(
      await pack('postgres'),
      /^Say where to: --out DIR\.\n\ncode-room init [\s\S]*code-room pack \[id…\] --out DIR/,
    );
    assert.match(await pack('cobol', '--out', 'packs'), /^There is no pack cobol\. There are: cpp, postgres\.$/m);
    const missing = await pack('postgres', '--out', 'packs');
    assert.match(
      missing,
      /^Packages are missing\. Install them first:\n {2}npm install @electric-sql\/pglite@\d+\.\d+\.\d+$/m,
    );
    mkdirSync(join(folder, 'node_modules/@electric-sql'));
    symlinkSync(resolve('node_modules/@electric-sql/pglite'), join(folder, 'node_modules/@electric-sql/pglite'));
    assert.match(await pack('postgres', '--out', 'packs'), /^postgres 18\.\d+-\w+: \d+\.\d MB as it travels\.$/m);
    const { packs } = JSON.parse(readFileSync(join(folder, 'packs/packs.json'), 'utf8'));
    assert.deepEqual(
      packs.map(({ id }: { id: string }) => id),
      ['postgres'],
    );
    assert.equal(await pack('postgres', '--out', 'packs'), '');
  });

  it('stays within the promised size of the first load', async () => {
    const { figure, met } = await firstBytes();
    assert.ok(met, figure);
  });

  it('can be imported in Node, with its version, without side effects', async () => {
    // Lit leaves the versions of itself, and in Node stands in for the registry of elements.
    const { stdout } = await node(`
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      const { CodeRoom, version } = await import('code-room');
      const { Session } = await import('code-room/session');
      await import('code-room/define');
      const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      const own = added.filter((name) => !/^(lit|reactiveElement|customElements$)/.test(name));
      console.log(JSON.stringify([typeof CodeRoom, typeof Session, version, own]));
    `);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(JSON.parse(stdout), ['function', 'function', version, []]);
  });

  it('has types that work in another project', async () => {
    writeFileSync(
      join(folder, 'use.ts'),
      `import { CodeRoom } from 'code-room';
       import 'code-room/define';
       import { Session } from 'code-room/session';
       const room: CodeRoom = document.createElement('code-room');
       room.addEventListener('code-room-status', () => void room.status);
       export const both = [CodeRoom, Session];`,
    );
    const tsc = resolve('node_modules/typescript/bin/tsc');
    for (const module of ['nodenext', 'preserve']) {
      const options = ['--noEmit', '--strict', '--module', module, '--target', 'es2022', '--types', '', 'use.ts'];
      const { stdout } = await run(tsc, options, { cwd: folder }).catch((error: { stdout: string }) => error);
      assert.equal(stdout, '');
    }
  });

  it('has a bot in SESSION.md that does what that page says', async () => {
    const [, bot = ''] =
      readFileSync('components/session/SESSION.md', 'utf8').match(
        /```js\n(\/\/ bot\.js[^`]*(?:`[^`]+`[^`]*)*?)\n```/,
      ) ?? [];
    assert.match(bot, /code-room\/session/);
    writeFileSync(join(folder, 'bot.js'), bot);
    symlinkSync(resolve('node_modules/ws'), join(folder, 'node_modules/ws'));
    const engine = await startEngine({ main: 'demo/server/partykit.ts', assets: 'dist/site' });
    const child = spawn(process.execPath, ['bot.js', engine.url, 'with-bot'], { cwd: folder });
    const session = new Session({ host: engine.url, room: 'with-bot', name: 'Ann', WebSocket });
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += text;
    });
    const until = async (holds: () => boolean, what: string) => {
      for (const end = Date.now() + 15_000; !holds(); await new Promise((resolve) => setTimeout(resolve, 20)))
        assert.ok(Date.now() < end, `${what}; the bot said: ${printed}`);
    };
    try {
      session.connect();
      await until(() => session.people.length === 2, 'the bot is here');
      session.document.edit({ from: 0, insert: 'It is @now.\r\n' });
      await until(() => /^It is \d{4}-.*Z\.\n$/.test(session.document.text.toString()), 'the bot has written the time');
      const ticket = await session.run.start('python');
      ticket.print('stdout', 'hello\n');
      ticket.finish('done', 1);
      await until(() => printed === 'Ann: running\nhello\nAnn: done\n', 'the bot has followed the run');
    } finally {
      session.close();
      child.kill();
      await engine.stop();
    }
  });

  it('has a room that runs in a PartyKit project', async () => {
    writeFileSync(join(folder, 'party.ts'), "export { default } from 'code-room/party';\n");
    symlinkSync(resolve('node_modules/partykit'), join(folder, 'node_modules/partykit'));
    const engine = await startEngine({ main: join(folder, 'party.ts'), assets: join(folder, 'none') });
    try {
      const socket = new (await import('ws')).WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/elsewhere`);
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      socket.close();
    } finally {
      await engine.stop();
    }
  });
});
