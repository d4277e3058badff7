// The browsers the tests run in: where each is on this machine, and how a missing one gets there.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The last line of it that runs under Node 20; Linux on x64 only. */
const packagedChromium = '@sparticuz/chromium@143';
const packagedAt = join(project, '.cache/chromium');

const debian = {
  chromium: ['chromium', 'fonts-dejavu-core'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** Arguments for Chromium as root and in a container; the tests want no traffic of the browser's own. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-gpu',
];

/**
 * @typedef {object} Browsers
 * @property {string} [chromium]
 * @property {string} [firefox]
 * @property {{driver: string, browser: string, display: string}} [webkit] The driver, what it drives, and Xvfb.
 */

/** What is there now; CODE_ROOM_CHROMIUM and CODE_ROOM_FIREFOX name others. @returns {Browsers} */
export function findBrowsers() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return {
    chromium: process.env.CODE_ROOM_CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome', mac),
    firefox:
      process.env.CODE_ROOM_FIREFOX ??
      find('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'),
    webkit: findWebKit(),
  };
}

/**
 * Installs what is missing as far as this machine allows, and says what is left out.
 * @param {(line: string) => void} say
 */
export async function installBrowsers(say) {
  const missing = () => /** @type {(keyof Browsers)[]} */ (['chromium', 'firefox', 'webkit']).filter(isMissing);
  const isMissing = (/** @type {keyof Browsers} */ name) => findBrowsers()[name] === undefined;
  if (missing().length > 0 && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const packages = missing().flatMap((name) => debian[name]);
    say(`Installing ${packages.join(' ')}`);
    /** @type {import('node:child_process').SpawnSyncOptions} */
    const options = { stdio: ['ignore', 'ignore', 'inherit'] };
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { ...options, env });
  }
  if (isMissing('chromium')) process.env.CODE_ROOM_CHROMIUM = await packaged(say);
  if (isMissing('chromium')) {
    throw new Error('There is no Chromium here and none could be installed. Set CODE_ROOM_CHROMIUM to one.');
  }
  for (const name of missing()) say(`Left out: ${name}. To include it, install ${debian[name].join(' ')} or the like.`);
}

/** A Chromium from npm, for machines where nothing can be installed. @param {(line: string) => void} say */
async function packaged(say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say(`Fetching ${packagedChromium}`);
  spawnSync('npm', ['install', '--prefix', packagedAt, '--no-audit', '--no-fund', packagedChromium], {
    stdio: 'inherit',
  });
  const entry = join(packagedAt, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(entry)) return undefined;
  // Read on import: it then brings the system libraries it needs along.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}

/** @returns {Browsers['webkit']} */
function findWebKit() {
  const driver = find('WebKitWebDriver');
  const display = find('Xvfb');
  const browser = find(
    ...['x86_64', 'aarch64'].flatMap((cpu) =>
      ['4.1', '6.0'].map((version) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
    ),
  );
  return driver && display && browser ? { driver, display, browser } : undefined;
}

/** The first of these programs that is on PATH, or is there when it is a path. @param {...string} names */
function find(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = names.flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false; // Not there, or not a program: the next one, then.
    }
  });
}
