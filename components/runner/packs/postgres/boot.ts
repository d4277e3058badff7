// Runs a script in a new Postgres database, and prints the results of its statements as tables.
import { PGlite } from '@electric-sql/pglite';
import type { ProgramFile, RuntimeFiles, TestReport } from '../../messages.js';
import type { Interpreter } from '../../worker/serve.js';
import { runScript } from '../../worker/sql/run-script.js';
import { DatabaseConnection } from './connection.js';
import { Script } from './script.js';

export async function bootPostgres(
  files: RuntimeFiles,
  { tell }: { tell(report: TestReport): void },
): Promise<Interpreter> {
  const bytes = (name: string) => new Blob([files[name] as ArrayBuffer]);
  const database = await PGlite.create({
    pgliteWasmModule: files['pglite.wasm'] as WebAssembly.Module,
    // Never used, because the database folder is ready; without it PGlite would fetch the file.
    initdbWasmModule: files['pglite.wasm'] as WebAssembly.Module,
    fsBundle: bytes('pglite.data'),
    loadDataDir: bytes('database.tar'),
  });
  const connection = new DatabaseConnection(database);
  // The server's log.
  globalThis.console = new Proxy(globalThis.console, { get: () => () => {} });
  return {
    async rehearse() {
      connection.query("SELECT 1 AS a, 'x' AS b FROM pg_class LIMIT 1");
    },
    place: ({ files: others }) => writeRoomFiles(database, others),
    run: async (program, output) => runScript(new Script(connection, program.files, output), program, tell),
  };
}

/** Puts the room's files into the database folder, where COPY resolves relative paths. No file of the database is replaced. */
export function writeRoomFiles(database: PGlite, files: readonly ProgramFile[]): void {
  const { FS } = database.Module;
  for (const { name, text } of files) {
    const path = `${PGlite.paths.PGDATA}/${name}`;
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (FS.analyzePath(path).exists) continue;
    FS.mkdirTree(folder);
    FS.writeFile(path, text);
  }
}
