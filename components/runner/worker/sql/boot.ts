// Runs statements one after the other in an empty SQLite database, and prints their results as tables.
import initSqlJs, { type Database, type Statement } from 'sql.js';
import type { RuntimeFiles, TestReport } from '../../messages.js';
import type { CappedOutput } from '../capped-output.js';
import { type Interpreter, type Program, tell } from '../serve.js';
import { hintFor, warningFor } from './dialects.js';
import { mistakeIn } from './mistake.js';
import { Result } from './result.js';
import { rowsOf } from './rows.js';
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
  return { run: async (program, output) => run(database, program, output) };
}

async function run(
  database: Database,
  { code, fileName, files, schema, test }: Program,
  output: CappedOutput,
): Promise<boolean> {
  const script = new Script(database, output);
  const own = files.filter(({ name }) => /^(?:.*\/)?schema\.sql$/i.test(name));
  const done =
    script.run(schema, 'the schema', true) &&
    own.every(({ name, text }) => script.run(text, name, true)) &&
    (test?.kind !== 'rows' || script.run(test.setup, 'the setup of the test', true)) &&
    script.run(code, fileName, false, test?.kind === 'rows');
  if (done && test?.kind === 'rows') tell(script.rows);
  else if (done) script.finish();
  return done;
}

/** Verbs for changed rows. */
const DEEDS: Record<string, string> = { INSERT: 'inserted', REPLACE: 'inserted', UPDATE: 'updated', DELETE: 'deleted' };

class Script {
  #statements = 0;
  /** The last result with columns, if it is kept. */
  rows: Extract<TestReport, { kind: 'rows' | 'large' }> = { kind: 'rows', columns: [], values: [] };
  /** A statement has printed a table. */
  #shown = false;
  /** Number of changed rows by verb, since the last table. */
  #changed = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly output: CappedOutput,
  ) {}

  /** False if an error ended it, which is printed with its line. `quiet`: changed rows of a schema are not reported. */
  run(sql: string, fileName: string, quiet: boolean, keepsRows = false): boolean {
    const statements = this.database.iterateStatements(sql);
    let begin = 0;
    for (;;) {
      const from = begin;
      try {
        const { done, value } = statements.next();
        if (done) return true;
        begin = sql.length - statements.getRemainingSQL().length;
        if (keepsRows) this.#keep(value);
        else this.#execute(value, sql.slice(from, begin), quiet);
      } catch (error) {
        this.#tellChanges();
        this.#fail(sql, from, fileName, error instanceof Error ? error.message : String(error));
        return false;
      }
    }
  }

  /** Prints the changed rows, or that there is no result. */
  finish(): void {
    if (this.#shown) return this.#tellChanges();
    const count = this.#statements;
    if (count === 0) return this.output.write('note', 'There is no statement to run yet.');
    const done = [`${count} ${count === 1 ? 'statement' : 'statements'} done`, ...this.#changes()].join(', ');
    this.output.write('note', `${done}; there is no SELECT among them to show anything.`);
  }

  #keep(statement: Statement): void {
    const rows = rowsOf(statement);
    if (rows.kind === 'large' || rows.columns.length > 0) this.rows = rows;
  }

  #execute(statement: Statement, sql: string, quiet: boolean): void {
    this.#statements += 1;
    const result = new Result(statement);
    const deed = DEEDS[verbOf(sql)];
    if (deed && !quiet) {
      this.#changed.set(deed, (this.#changed.get(deed) ?? 0) + this.database.getRowsModified());
    }
    const warning = warningFor(sql);
    if (warning) this.output.write('note', warning);
    if (!result.hasColumns) return;
    this.#tellChanges();
    this.#shown = true;
    this.output.write('table', result.table);
    if (result.note) this.output.write('note', result.note);
  }

  #changes(): string[] {
    const changes = [...this.#changed].map(([deed, rows]) => `${rows} ${rows === 1 ? 'row' : 'rows'} ${deed}`);
    this.#changed.clear();
    return changes;
  }

  #tellChanges(): void {
    const changes = this.#changes();
    if (changes.length > 0) this.output.write('note', `${changes.join(', ')}.`);
  }

  #fail(sql: string, from: number, fileName: string, message: string): void {
    const [first] = tokensOf(sql, from);
    const start = first?.start ?? from;
    const mistake = mistakeIn(this.database, sql, start, message);
    const line = sql.slice(0, mistake?.token.start ?? start).split('\n').length;
    this.output.write('stderr', `${fileName}:${line}: ${message}\n`);
    const hint = hintFor(message, mistake);
    if (hint) this.output.write('note', hint);
  }
}
