// Rollup plugin: writes integrity.json, with the hash of each file and what to preload, for pages that pin what they load.
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** Which chunks a page with this language needs until its code has colours. */
const GRAMMAR = /^chunks\/codemirror-lang-([a-z]+)(-[0-9a-f]{8})?\.js$/;

/** Must be the last plugin that changes or adds a file. @param {string} version @returns {import('rollup').Plugin} */
export default function integrity(version) {
  return {
    name: 'integrity',
    generateBundle(_, bundle) {
      const files = Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
      const first = files.flatMap((file) => (file.type === 'chunk' && file.isEntry ? [file.fileName] : []));
      const setup = files.flatMap(({ fileName }) => (/\/standard-setup[-.]/.test(fileName) ? [fileName] : []));
      const grammars = files.flatMap(({ fileName }) => {
        const [, language] = GRAMMAR.exec(fileName) ?? [];
        return language ? [[language, withImports(bundle, [...first, ...setup, fileName])]] : [];
      });
      const hashes = files.map((file) => {
        const content = file.type === 'chunk' ? file.code : file.source;
        const hash = createHash('sha384').update(content).digest('base64');
        return [file.fileName, { integrity: `sha384-${hash}`, bytes: Buffer.byteLength(content) }];
      });
      const manifest = {
        version,
        entry: first[0],
        preload: Object.fromEntries(grammars),
        files: Object.fromEntries(hashes),
      };
      this.emitFile({
        type: 'asset',
        fileName: 'integrity.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      });
    },
  };
}

/** These files and all that they import when they are loaded, each once. @param {import('rollup').OutputBundle} bundle @param {string[]} names */
function withImports(bundle, names) {
  const found = new Set(names.map((name) => posix.normalize(name)));
  for (const name of found) {
    const file = bundle[name];
    if (file?.type === 'chunk') for (const other of file.imports) found.add(other);
  }
  return [...found];
}
