// Prepares a checkout: installs packages as in the lock file, and builds if a source has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './build/files.mjs';
import { withProcessLock } from './build/process-lock.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The last file that npm writes, and the last one that the build writes. */
const installed = 'node_modules/.package-lock.json';
const built = 'dist/docs.txt';

const sources = ['components', 'party', 'demo'];

/** Projects of their own, with packages and builds of their own. */
const examples = join('demo', 'examples');

/** The lock file: two processes started in one folder would write the same files. */
const turn = join(project, '.cache/preparing.pid');

/** Throws an Error with a sentence when Node is too old or a step fails; the step has printed why. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`code-room needs Node 20.19 or newer, and this is ${process.version}. Install a newer Node.`);
  }
  withProcessLock(turn, { isDone: isInstalled, work: installNow, waits });
}

function isInstalled() {
  return time(installed) >= Math.max(time('package-lock.json'), time('package.json'));
}

function installNow() {
  // Not `npm ci`, which refuses a lock file from another operating system.
  say('Installing…');
  npm('install', '--no-audit', '--no-fund', '--ignore-scripts');
  // npm does not update the file when nothing was missing.
  utimesSync(join(project, installed), new Date(), new Date());
}

/** Builds, unless the last build is newer than every source. */
export function build() {
  const work = () => {
    say('Building…');
    npm('run', 'build', '--silent');
  };
  withProcessLock(turn, { isDone: isBuilt, work, waits });
}

function isBuilt() {
  const files = sources
    .flatMap((folder) => listFiles(join(project, folder)).map((name) => join(folder, name)))
    .filter((name) => !name.startsWith(examples));
  const newest = Math.max(...[...files, 'CHANGELOG.md', 'rollup.config.js', 'package.json', installed].map(time));
  return time(built) >= newest;
}

/** @param {string} file @returns {number} Its modification time, 0 if it does not exist. */
function time(file) {
  const path = join(project, file);
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** @param {number} pid */
function waits(pid) {
  say(`Another start in this folder (process ${pid}) is installing or building. Waiting for it…`);
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/** @param {string[]} args */
function npm(...args) {
  // On Windows, npm is a shell script.
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: project, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. Its messages above say why.`);
}
