// The systems we are measured against live in a folder of their own: nobody who uses or tests the project has to fetch them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Ignored by git; `require` and bundlers are pointed here by name. */
export const systemsFolder = '.cache/bench';

const dependencies = {
  '@cloudflare/workers-types': '4.20260630.1',
  '@codemirror/lang-python': '6.2.1',
  '@pyscript/core': '0.7.31',
  codemirror: '6.0.2',
  livecodes: '0.14.1',
  'monaco-editor': '0.57.0',
  partyserver: '0.5.10',
  'playground-elements': '0.21.2',
  'y-codemirror.next': '0.3.6',
  'y-monaco': '0.1.6',
  'y-partyserver': '2.2.0',
  'y-protocols': '1.0.7',
  'y-websocket': '2.1.0',
  yjs: '13.6.33',
};

/** Throws an Error with a sentence when npm cannot fetch them. */
export function installSystems() {
  const path = `${systemsFolder}/package.json`;
  const wanted = `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`;
  const there = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (there && existsSync(`${systemsFolder}/node_modules/.package-lock.json`)) return;
  process.stdout.write('Fetching the systems to compare with…\n');
  mkdirSync(systemsFolder, { recursive: true });
  writeFileSync(path, wanted);
  const shell = process.platform === 'win32';
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'];
  const { status } = spawnSync('npm', args, { cwd: systemsFolder, stdio: 'inherit', shell });
  if (status !== 0) throw new Error('The systems to compare with could not be fetched. npm says why, above.');
}
