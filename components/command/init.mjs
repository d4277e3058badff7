// `code-room init`: writes a page with a room and the room server behind it, into the project in this folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { COPIED } from './assets.mjs';

const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
const README = 'node_modules/code-room/README.md';

/**
 * @typedef {object} Engine
 * @property {string} name Of its npm package.
 * @property {string} wanted Its version.
 * @property {string} server The room server's code.
 * @property {(name: string) => [path: string, text: string]} settings
 * @property {string[]} rivals Other names under which it looks for settings: of two it would read one.
 * @property {Record<string, string>} scripts
 * @property {string} address Where it serves.
 * @property {string} deploying
 */

const ASSETS = 'code-room assets --out public';

/** @type {Record<'wrangler' | 'partykit', Engine>} */
const engines = {
  wrangler: {
    name: 'wrangler',
    // The last that runs in Node 20.
    wanted: Number(process.versions.node.split('.')[0]) < 22 ? '~4.60.0' : '^4.60.0',
    server: `// The room server: sockets, API and sandbox. \`serveRooms\` of the same package is for a worker that answers more.
export { default, RoomServer } from 'code-room/worker';
`,
    settings: (name) => [
      'wrangler.jsonc',
      `// The room server on this computer (npm run rooms) and on Cloudflare (npm run rooms:deploy).
{
  "name": ${JSON.stringify(name)},
  "main": "room-server.js",
  "compatibility_date": "2026-01-01",
  "compatibility_flags": ["nodejs_compat", "no_web_socket_compression"],
  "assets": { "directory": "public" },
  "durable_objects": { "bindings": [{ "name": "rooms", "class_name": "RoomServer" }] },
  "migrations": [{ "tag": "v1", "new_sqlite_classes": ["RoomServer"] }],
  // Pages of other origins: "CODE_ROOM_ORIGINS": "https://team.example". All settings: ${README}
  "vars": { "CODE_ROOM_PROXY_HEADER": "CF-Connecting-IP" }
}
`,
    ],
    rivals: ['wrangler.toml', 'wrangler.json'],
    // Rooms by name alone are open on this computer only.
    scripts: {
      rooms: `${ASSETS} && wrangler dev --var CODE_ROOM_OPEN:1`,
      'rooms:deploy': `${ASSETS} && wrangler deploy`,
    },
    address: 'http://localhost:8787',
    deploying: `npm run rooms:deploy    the same on Cloudflare, where a room by name alone is closed: give the tag a token,
                        or set CODE_ROOM_OPEN to 1 (both in ${README})`,
  },
  partykit: {
    name: 'partykit',
    wanted: '^0.0.115',
    server: `// The room server: sockets, API and sandbox. \`serveRooms\` of the same package is for a party that answers more.
export { default } from 'code-room/party';
`,
    settings: (name) => [
      'partykit.json',
      `${JSON.stringify({ $schema: 'https://www.partykit.io/schema.json', name, main: 'room-server.js', serve: 'public', compatibilityDate: '2024-07-18' }, null, 2)}\n`,
    ],
    rivals: ['partykit.json5', 'partykit.jsonc'],
    scripts: { rooms: `${ASSETS} && partykit dev` },
    address: 'http://localhost:1999',
    deploying: `PartyKit's own platform has closed. For strangers, the same rooms run on Cloudflare: npx code-room init --wrangler, in a new folder`,
  },
};

const page = () => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Room</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/code-room-placeholder.css" />
    <script type="module" src="/code-room.js"></script>
  </head>
  <body>
    <!-- Whoever opens this page is in this room. For rooms with roles, give the tag a token: ${README} -->
    <code-room room="first-room">
      <script type="text/python" slot="code">print("Hello")</script>
    </code-room>
  </body>
</html>
`;

/**
 * Writes all files or none. Throws an Error with a sentence that names what is in the way.
 * @param {string} folder @param {(line: string) => void} say @param {string | undefined} wanted The engine; by default the one the project has.
 */
export function init(folder, say, wanted) {
  const about = readPackage(folder);
  const has = (/** @type {string} */ name) => name in { ...about?.dependencies, ...about?.devDependencies };
  const engine = wanted === 'partykit' || (!wanted && has('partykit')) ? engines.partykit : engines.wrangler;
  const [settings, text] = engine.settings(projectName(folder, about));
  // Where another tool makes the first page, the room has one of its own.
  const free = !existsSync(join(folder, 'index.html')) && !existsSync(join(folder, 'public/index.html'));
  const place = free ? 'public/index.html' : 'public/room.html';
  /** @type {[path: string, text: string, what: string][]} */
  const files = [
    [place, page(), 'a page with a room'],
    ['room-server.js', engine.server, 'the room server: sockets, API and sandbox'],
    [settings, text, 'its settings'],
  ];
  const there = [
    ...[...files.map(([path]) => path), ...engine.rivals].filter((path) => existsSync(join(folder, path))),
    // Of two scripts under one name it would be told to run the other.
    ...otherScripts(about?.scripts, engine.scripts).map((name) => `the script "${name}" in package.json`),
  ];
  if (there.length > 0)
    throw new Error(
      `Nothing is written, because there is already: ${there.join(', ')}. Move or rename it, or use another folder.`,
    );
  const changed = withRooms(about, engine, has);
  const ignored = ignoring(join(folder, '.gitignore'));
  for (const [path, content] of [...files, ['package.json', changed], ['.gitignore', ignored]]) {
    mkdirSync(dirname(join(folder, path ?? '')), { recursive: true });
    writeFileSync(join(folder, path ?? ''), content ?? '');
  }
  const lines = [
    ...files,
    ['package.json', '', 'the commands below'],
    ['.gitignore', '', 'what `code-room assets` copies'],
  ];
  say(`Written:\n${lines.map(([path = '', , what]) => `  ${path.padEnd(18)} ${what}`).join('\n')}\n`);
  const at = `${engine.address}${place === 'public/index.html' ? '' : '/room.html'}`;
  say(
    `Next:\n  npm install\n  npm run rooms           serves page and rooms on ${at}: open it in two windows, and type\n  ${engine.deploying}`,
  );
}

/** @typedef {{ name?: string, private?: boolean, type?: string, scripts?: Record<string, string>, dependencies?: Record<string, string>, devDependencies?: Record<string, string>, text: string }} About */

/** @param {string} folder @returns {About | undefined} */
function readPackage(folder) {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  // Some editors on Windows write a byte order mark, which is no JSON; it is left out of what is written.
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return { ...JSON.parse(text), text };
  } catch {
    throw new Error('Nothing is written, because package.json is not valid JSON.');
  }
}

/** As Cloudflare and PartyKit allow it. @param {string} folder @param {About | undefined} about */
function projectName(folder, about) {
  const name = (about?.name ?? basename(resolve(folder))).replace(/^@[^/]*\//, '').toLowerCase();
  return (
    name
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 54) || 'rooms'
  );
}

/** The project's package.json with our commands and what they need; what it has stays. @param {About | undefined} about @param {Engine} engine @param {(name: string) => boolean} has */
function withRooms(about, engine, has) {
  /** @type {Partial<About>} */
  const { text = '', ...given } = about ?? { private: true, type: 'module' };
  const added = (/** @type {Record<string, string> | undefined} */ old, /** @type {Record<string, string>} */ more) =>
    Object.keys(more).length > 0 || old ? { ...more, ...old } : undefined;
  const changed = {
    ...given,
    scripts: { ...given.scripts, ...engine.scripts },
    dependencies: added(given.dependencies, has('code-room') ? {} : { 'code-room': `^${version}` }),
    devDependencies: added(given.devDependencies, has(engine.name) ? {} : { [engine.name]: engine.wanted }),
  };
  return `${JSON.stringify(changed, null, /^[ \t]+(?=")/m.exec(text)?.[0] ?? 2)}\n`;
}

/** Names of our scripts under which the project has another. @param {Record<string, string> | undefined} given @param {Record<string, string>} ours */
function otherScripts(given, ours) {
  return Object.keys(ours).filter((name) => (given?.[name] ?? ours[name]) !== ours[name]);
}

/** @param {string} path */
function ignoring(path) {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = ['node_modules/', '.wrangler/', '.partykit/', ...COPIED.map((name) => `public/${name}`)];
  const missing = lines.filter((line) => !old.split(/\r?\n/).includes(line));
  if (missing.length === 0) return old;
  return `${old}${old === '' || old.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`;
}
