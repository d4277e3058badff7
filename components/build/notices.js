// Rollup plugin: writes the licences of all bundled packages to THIRD-PARTY.txt.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Throws for a package without a licence text, since it must not be shipped. */
export default function notices() {
  return {
    name: 'notices',
    /** @this {import('rollup').PluginContext} @param {unknown} _ @param {import('rollup').OutputBundle} bundle */
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const source = noticesOf(modules);
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source });
    },
  };
}

/** The licences of the packages that these modules are of. Throws for a package without a licence text. @param {string[]} modules Paths. */
export function noticesOf(modules) {
  const folders = new Set(modules.flatMap((id) => packageFolder(id) ?? []));
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n`);
}

/** @param {string} id A module's path. @returns {string | undefined} */
function packageFolder(id) {
  if (!id.includes('node_modules')) return undefined;
  let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, ''));
  // Folders inside a package may have a package.json without a version, which only sets the module type.
  while (!readPackage(folder)?.version) folder = dirname(folder);
  return folder;
}

/** @param {string} folder @returns {{name: string, version: string, license: string} | undefined} */
function readPackage(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @param {string} folder */
function notice(folder) {
  const about = /** @type {NonNullable<ReturnType<typeof readPackage>>} */ (readPackage(folder));
  const { name, version, license } = about;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|mit-license)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : standardText(about);
  if (!text) throw new Error(`${name} ${version} (${license}) ships no licence text; it cannot be bundled.`);
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** Who holds the rights in packages whose authors have forgotten the file; their package.json and README name them and the licence. @type {Record<string, string>} */
const HOLDERS = {
  '@hono/zod-openapi': 'Yusuke Wada and contributors',
  '@hono/zod-validator': 'Yusuke Wada and contributors',
  partyserver: 'Sunil Pai and contributors',
};

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

/** @param {NonNullable<ReturnType<typeof readPackage>>} about */
function standardText({ name, license }) {
  const holder = HOLDERS[name];
  if (!holder) return undefined;
  if (license === 'MIT') return mitText(holder);
  return license === 'ISC' ? `ISC License\n\nCopyright (c) ${holder}\n\n${ISC}` : undefined;
}

/** @param {string} holder Who has the rights, with the years if they are known. */
export function mitText(holder) {
  return readFileSync('LICENSE', 'utf8')
    .trim()
    .replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
