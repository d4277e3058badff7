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
  const { name, version, license } = /** @type {NonNullable<ReturnType<typeof readPackage>>} */ (readPackage(folder));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|mit-license)/i.test(entry));
  if (!file) throw new Error(`${name} ${version} (${license}) ships no licence text; it cannot be bundled.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
