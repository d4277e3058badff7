// Runs statements one after the other in an empty SQLite database, and prints their results as tables.
import initSqlJs, { type Database, type Statement } from 'sql.js';
import type { RuntimeFiles, TestReport } from '../../messages.js';
import type { CappedOutput } from '../capped-output.js';
import { type Interpreter, tell } from '../serve.js';
import { ChangeSummary } from './change-summary.js';
import { findErrorToken } from './error-token.js';
import { hintFor, warningFor } from './hints.js';
import { Result } from './result.js';
import { rowsOf } from './rows.js';
import { runScript } from './run-script.js';
import { tokensOf, verbOf } from './tokens.js';

type Imports = WebAssembly.Imports;
type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

export async function bootSql(files: RuntimeFiles): Promise<Interpreter> {
  const module = files['sqlite.wasm'] as WebAssembly.Module;
  const { Database } = await initSqlJs({
    // These extension functions would replace some of SQLite's, with results of other types.
    useOldExtensionFunctions: false,
    instantiateWasm(imports: Imports, receive: Receive) {
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
      return {};
    },
  } as initSqlJs.SqlJsConfig);
  const database = new Database();
  return { run: async (program, output) => runScript(new Script(database, output), program, tell) };
}

class Script {
  /** The last result with columns, if it is kept. */
  rows: Extract<TestReport, { kind: 'rows' | 'large' }> = { kind: 'rows', columns: [], values: [] };
  readonly #summary: ChangeSummary;

  constructor(
    private readonly database: Database,
    private readonly output: CappedOutput,
  ) {
    this.#summary = new ChangeSummary(output);
  }

  /** False if an error ended it, which is printed with its line. `quiet`: it is a schema, of which nothing is printed or counted. */
  run(sql: string, fileName: string, quiet: boolean, keepsRows = false): boolean {
    const statements = this.database.iterateStatements(sql);
    let begin = 0;
    for (;;) {
      const from = begin;
      try {
        const { done, value } = statements.next();
        if (done) return true;
        // Its text begins where the last one ended; what remains would be copied for each statement.
        begin += value.getSQL().length;
        if (keepsRows) this.#keep(value);
        else this.#execute(value, sql.slice(from, begin), quiet);
      } catch (error) {
        this.#summary.tellChanges();
        this.#fail(sql, from, fileName, error instanceof Error ? error.message : String(error));
        return false;
      }
    }
  }

  finish(): void {
    this.#summary.finish();
  }

  #keep(statement: Statement): void {
    const rows = rowsOf(statement);
    if (rows.kind === 'large' || rows.columns.length > 0) this.rows = rows;
  }

  #execute(statement: Statement, sql: string, quiet: boolean): void {
    const account = this.#summary;
    if (!quiet) account.done();
    const result = new Result(statement);
    const verb = verbOf(sql);
    if (account.changesRows(verb) && !quiet) account.changed(verb, this.database.getRowsModified());
    const warning = warningFor(sql);
    if (warning) this.output.write('note', warning);
    if (quiet || !result.hasColumns) return;
    account.shows();
    this.output.write('table', result.table);
    if (result.note) this.output.write('note', result.note);
  }

  #fail(sql: string, from: number, fileName: string, message: string): void {
    const [first] = tokensOf(sql, from);
    const start = first?.start ?? from;
    const errorToken = findErrorToken(this.database, sql, start, message);
    const line = sql.slice(0, errorToken?.token.start ?? start).split('\n').length;
    this.output.write('stderr', `${fileName}:${line}: ${message}\n`);
    const hint = hintFor(message, errorToken);
    if (hint) this.output.write('note', hint);
  }
}
