// Makes a checkout ready to run: installs what the lock file asks for and builds what the sources say.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './build/files.mjs';
import { inTurn } from './build/turn.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** npm writes this file last, the build that one. */
const installed = 'node_modules/.package-lock.json';
const built = 'dist/custom-elements.json';

const sources = ['components', 'party', 'demo'];

/** Whose turn it is: two that are started at once in one folder would write the same files. */
const turn = join(project, '.cache/preparing.pid');

/** Throws an Error with a sentence when Node is too old or a step fails; the step has then printed why. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`code-room needs Node 20.19 or newer, and this is ${process.version}. Install a newer Node.`);
  }
  inTurn(turn, { isDone: isInstalled, work: installNow, waits });
}

function isInstalled() {
  return time(installed) >= Math.max(time('package-lock.json'), time('package.json'));
}

function installNow() {
  // Not `npm ci`: it refuses a lock file that was made under another system.
  say('Installing…');
  npm('install', '--no-audit', '--no-fund', '--ignore-scripts');
  // When nothing was missing npm leaves the file as it was.
  utimesSync(join(project, installed), new Date(), new Date());
}

/** Builds unless the last build is younger than every source. */
export function build() {
  const work = () => {
    say('Building…');
    npm('run', 'build', '--silent');
  };
  inTurn(turn, { isDone: isBuilt, work, waits });
}

function isBuilt() {
  const files = sources.flatMap((folder) => listFiles(join(project, folder)).map((name) => join(folder, name)));
  const newest = Math.max(...[...files, 'rollup.config.js', 'package.json', installed].map(time));
  return time(built) >= newest;
}

/** @param {string} file @returns {number} When it was last changed, 0 if it is not there. */
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
  // Windows runs npm through a shell script.
  const shell = process.platform === 'win32';
  const { status } = spawnSync('npm', args, { cwd: project, stdio: 'inherit', shell });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. Its messages above say why.`);
}
