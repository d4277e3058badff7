// Runs statements one after the other in an empty SQLite database; what they give is shown as tables.
import initSqlJs, { type Database, type Statement } from 'sql.js';
import type { RuntimeFiles } from '../../messages.js';
import type { Output } from '../output.js';
import type { Interpreter, Program } from '../serve.js';
import { Result } from './result.js';

type Imports = WebAssembly.Imports;
type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

export async function bootSql(files: RuntimeFiles): Promise<Interpreter> {
  const module = files['sqlite.wasm'] as WebAssembly.Module;
  const { Database } = await initSqlJs({
    instantiateWasm(imports: Imports, receive: Receive) {
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
      return {};
    },
  } as initSqlJs.SqlJsConfig);
  const database = new Database();
  return { run: async (program, output) => run(database, program, output) };
}

async function run(database: Database, { code, fileName, schema }: Program, output: Output): Promise<boolean> {
  const script = new Script(database, output);
  const failure = script.run(schema, 'the schema') ?? script.run(code, fileName);
  output.write('stderr', failure ?? '');
  if (!failure && !script.shown) output.write('note', script.silence());
  return failure === undefined;
}

class Script {
  /** A statement has given a table. */
  shown = false;
  #statements = 0;

  constructor(
    private readonly database: Database,
    private readonly output: Output,
  ) {}

  /** Returns the error that ended it, with its line. */
  run(sql: string, fileName: string): string | undefined {
    const statements = this.database.iterateStatements(sql);
    let begin = 0;
    for (;;) {
      const rest = sql.slice(begin);
      try {
        const { done, value } = statements.next();
        if (done) return undefined;
        begin = sql.length - statements.getRemainingSQL().length;
        this.#execute(value);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return `${fileName}:${lineOf(sql, sql.length - rest.length, message)}: ${message}\n`;
      }
    }
  }

  /** What is said when there is nothing to show. */
  silence(): string {
    const count = this.#statements;
    if (count === 0) return 'There is no statement to run yet.';
    return `${count} ${count === 1 ? 'statement' : 'statements'} done; there is no SELECT among them to show anything.`;
  }

  #execute(statement: Statement): void {
    this.#statements += 1;
    const result = new Result(statement);
    if (!result.hasColumns) return;
    this.shown = true;
    this.output.write('table', result.table);
    if (result.note) this.output.write('note', result.note);
  }
}

/** The line where the statement begins, or that of the word SQLite stumbled over, if the statement has it but once. */
function lineOf(sql: string, from: number, message: string): number {
  const blank = /^(?:\s|--.*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(sql.slice(from))?.[0].length ?? 0;
  const start = from + blank;
  const word =
    /^near "([\s\S]+)": syntax error$/.exec(message)?.[1] ??
    /^no such (?:table|column|function): (.+)$/.exec(message)?.[1];
  const at = word === undefined ? -1 : sql.indexOf(word, start);
  const sure = word !== undefined && at >= 0 && sql.indexOf(word, at + word.length) < 0;
  return sql.slice(0, sure ? at : start).split('\n').length;
}
