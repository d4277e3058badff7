// `code-room assets`: copies what the room server's files are, script and sandbox, to a folder that is served.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../../dist');
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));

/** What is served beside the version's own folder, under names that stay. */
const FIRST = ['code-room.js', 'code-room-placeholder.css', 'chunks', 'themes'];

const MARK = '# Written by `code-room assets`.';
const SHARED = ['Access-Control-Allow-Origin: *', 'Cross-Origin-Resource-Policy: cross-origin'];
const FOREVER = 'Cache-Control: public, max-age=31536000, immutable';

/** Paths that the copied files have, for .gitignore. */
export const COPIED = [
  ...FIRST.map((name) => (name.includes('.') ? name : `${name}/`)),
  'code-room/',
  'sandbox/',
  '_headers',
];

/**
 * The script at /code-room.js, the same as it is in this version at /code-room/<version>/code-room.js, and the sandbox's files; of
 * earlier versions nothing is removed. The sandbox's page comes from the room server. Throws an Error with a sentence.
 * @param {string} out @param {(line: string) => void} say
 */
export function copyAssets(out, say) {
  if (!existsSync(join(dist, 'cdn'))) throw new Error('The package is not built: dist/cdn is missing.');
  mkdirSync(out, { recursive: true });
  for (const name of FIRST) cpSync(join(dist, 'cdn', name), join(out, name), { recursive: true });
  cpSync(join(dist, 'cdn'), join(out, 'code-room', version), { recursive: true });
  const page = join(dist, 'sandbox/index.html');
  cpSync(join(dist, 'sandbox'), join(out, 'sandbox'), { recursive: true, filter: (path) => path !== page });
  const headers = join(out, '_headers');
  if (existsSync(headers) && !readFileSync(headers, 'utf8').startsWith(MARK))
    say(`${headers} is your own and stays as it is. For pages of other origins it has to have:\n${rules()}`);
  else writeFileSync(headers, `${MARK}\n${rules()}`);
  say(`code-room ${version} is in ${out}.`);
}

/** What Cloudflare sends with these files, in its own form. */
function rules() {
  const rule = (/** @type {string} */ path, /** @type {string[]} */ ...lines) =>
    [path, ...lines.map((line) => `  ${line}`), ''].join('\n');
  return [
    rule('/code-room.js', ...SHARED),
    rule('/code-room-placeholder.css', ...SHARED),
    rule('/themes/*', ...SHARED),
    ...['/chunks/*', '/code-room/*', '/sandbox/*'].map((path) => rule(path, ...SHARED, FOREVER)),
  ].join('');
}
