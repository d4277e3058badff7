// Postgres, by PGlite: its WebAssembly, and the folder of a database that is ready to be begun.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PGLITE = '@electric-sql/pglite';

/** @type {import('../build-packs.mjs').Pack} */
export default {
  id: 'postgres',
  version: '18.7',
  languages: [{ id: 'postgres', label: 'Postgres', extension: 'sql', highlight: 'sql' }],
  packages: [PGLITE],
  worker: 'worker.js',
  scripts: { 'worker.js': 'worker.ts' },
  compiledInFrame: ['pglite.wasm'],
  async files(out, { folderOf }) {
    const dist = join(folderOf(PGLITE), 'dist');
    for (const name of ['pglite.wasm', 'pglite.data']) copyFileSync(join(dist, name), join(out, name));
    const { PGlite } = await import(pathToFileURL(join(dist, 'index.js')).href);
    // By default the log of changes is 16 MB of nothing, which every worker would have to unpack.
    const database = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
    await database.exec('CHECKPOINT');
    const folder = await database.dumpDataDir('none');
    writeFileSync(join(out, 'database.tar'), Buffer.from(await folder.arrayBuffer()));
    await database.close();
  },
  licences: [
    { name: 'PGlite', licence: 'Apache License 2.0', url: 'https://github.com/electric-sql/pglite' },
    { name: 'PostgreSQL', licence: 'PostgreSQL License', url: 'https://www.postgresql.org/about/licence/' },
    { name: 'ICU', licence: 'Unicode License', url: 'https://icu.unicode.org' },
    {
      name: 'zlib, libxml2, OpenSSL and others in PGlite',
      licence: 'their own',
      url: 'https://github.com/electric-sql/pglite',
    },
  ],
};
