// The examples: installed from the registry with the packed element, built for production, served.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listFiles, readStaticFile } from '../../demo/build/files.mjs';
import { serve } from '../fixtures/serve.js';
import { freePort } from '../webkit.mjs';

const run = promisify(execFile);
const examples = 'demo/examples';

/** Ignored by git; what was installed once stays for the next time. */
const cache = resolve('.cache/projects');
const tarball = join(cache, 'code-room.tgz');

/** Those with a project of npm. The others are read by `token-recipes.test.ts`. */
export const kinds: readonly string[] = readdirSync(examples)
  .filter((name) => existsSync(join(examples, name, 'package.json')))
  .sort();

/** Where the rooms of the examples are, as they stand there. */
const SERVER = /http:\/\/127\.0\.0\.1:1999/g;

/** Packs the element as it is published, for all of them. */
export async function packElement(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', cache]);
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  renameSync(join(cache, packed?.filename ?? ''), tarball);
}

/** A built project at an address of its own. */
export interface Served {
  url: string;
  stop(): void;
}

/** Installs, builds and serves a project whose page has a room of its name at `host`. */
export async function serveProject(kind: string, host: string, source = join(examples, kind)): Promise<Served> {
  const folder = join(cache, kind);
  await install(source, folder);
  write(source, folder, host);
  await npm(folder, 'run', 'build');
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start?: string };
  };
  return scripts.start ? await start(folder) : await serveFiles(join(folder, 'dist'));
}

/** From the registry when its list of packages, or ours, is another than last time; the element itself is new each time. */
async function install(source: string, folder: string): Promise<void> {
  const wanted = packed(readFileSync(join(source, 'package.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
  const mark = createHash('sha256').update(wanted).update(JSON.stringify(dependencies)).digest('hex');
  const seen = join(folder, 'node_modules/.installed');
  const element = join(folder, 'node_modules/code-room');
  if (!existsSync(seen) || readFileSync(seen, 'utf8') !== mark) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), wanted);
    await npm(
      folder,
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--prefer-offline',
    );
    writeFileSync(seen, mark);
  }
  // Its own folder of packages has what npm found to be of another version than the project's.
  for (const name of readdirSync(element)) {
    if (name !== 'node_modules') rmSync(join(element, name), { recursive: true });
  }
  await run('tar', ['-xzf', tarball, '-C', element, '--strip-components=1']);
}

/** Its own files, and nothing that an earlier build has left: tools keep what they made of the last element. */
function write(source: string, folder: string, host: string): void {
  for (const name of readdirSync(folder)) {
    if (name !== 'node_modules') rmSync(join(folder, name), { recursive: true });
  }
  for (const name of readdirSync(join(folder, 'node_modules'))) {
    if (/^\.(cache|vite|astro)$/.test(name)) rmSync(join(folder, 'node_modules', name), { recursive: true });
  }
  for (const name of listFiles(source).filter((one) => !/^(node_modules|dist)\//.test(one))) {
    const text = readFileSync(join(source, name), 'utf8').replace(SERVER, host);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), name === 'package.json' ? packed(text) : text);
  }
}

/** With the packed element in place of the one that is being worked on. @param text A package.json. */
function packed(text: string): string {
  return text.replace(/"file:(\.\.\/)+\.\."/, '"file:../code-room.tgz"');
}

/** As a terminal would; rejects with what it said. */
export async function npm(folder: string, ...args: string[]): Promise<void> {
  // What `npm test` was started with is not for the project's own scripts.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$|NODE_TEST|PORT$|HOST$)/.test(name));
  const quiet = { CI: '1', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };
  const env = { ...Object.fromEntries(own), ...quiet };
  try {
    await run('npm', args, { cwd: folder, env, maxBuffer: 2 ** 24 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`npm ${args[0]} failed in ${folder}:\n${`${stdout}\n${stderr}`.trim().slice(-4_000)}`);
  }
}

async function serveFiles(folder: string): Promise<Served> {
  const { server, url } = await serve((path) => {
    const name = path.replace(/[?#].*$/, '');
    return readStaticFile(folder, extname(name) ? name : join(name, 'index.html'));
  });
  return { url, stop: () => void server.close() };
}

/** Its own server, by its own command. */
async function start(folder: string): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' };
  const child = spawn('npm', ['start', '--silent'], { cwd: folder, env, detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  for (const until = Date.now() + 20_000; ; await new Promise((done) => setTimeout(done, 100))) {
    if ((await fetch(url).catch(() => undefined))?.ok) return { url, stop: () => end(child) };
    if (Date.now() < until && child.exitCode === null) continue;
    end(child);
    throw new Error(`the server of ${folder} does not answer:\n${said.slice(-4_000)}`);
  }
}

/** With the servers it has started. */
export function end({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
