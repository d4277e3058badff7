// Runs the statements of a script in order, prints their results, and stops at the first error.
import type { ProgramFile, TestReport } from '../../messages.js';
import type { CappedOutput } from '../../worker/capped-output.js';
import { ChangeSummary } from '../../worker/sql/change-summary.js';
import { Table, textCell } from '../../worker/sql/table.js';
import { runCommand } from './commands.js';
import type { Column, DatabaseConnection } from './connection.js';
import { errorText, noticeText, type Origin } from './error.js';
import { hintFor } from './hints.js';
import { type Command, READS_INPUT, type Statement, statementsOf } from './statements.js';
import { RowsOfTest } from './test-rows.js';

/** Files that read each other without end. */
const MOST_INCLUDED = 50;

export class Script {
  /** The last result with columns, if it is kept. */
  rows: Extract<TestReport, { kind: 'rows' | 'large' }> = { kind: 'rows', columns: [], values: [] };
  readonly #summary: ChangeSummary;
  #included = 0;

  constructor(
    private readonly connection: DatabaseConnection,
    private readonly files: readonly ProgramFile[],
    private readonly output: CappedOutput,
  ) {
    this.#summary = new ChangeSummary(output);
  }

  /** False if an error ended it, which is printed with its place. `quiet`: it is a schema, of which nothing is printed or counted but its notices. */
  run(script: string, fileName: string, quiet: boolean, keepsRows = false): boolean {
    for (const each of statementsOf(script)) {
      const origin = { script, fileName, start: each.start };
      if (each.kind === 'command') {
        if (/^q(uit)?$/.test(each.name)) return true;
        if (!this.#command(each, origin, quiet, keepsRows)) return false;
      } else if (!this.#execute(each, origin, quiet, keepsRows)) return false;
    }
    return true;
  }

  /** Prints the changed rows, or that there is no result. */
  finish(): void {
    this.#summary.finish();
  }

  #execute({ text, data }: Statement, origin: Origin, quiet: boolean, keepsRows: boolean): boolean {
    const account = this.#summary;
    const lacks = data === undefined ? lackOf(text) : undefined;
    if (lacks) return this.#fail({ S: 'ERROR', C: '0A000', M: lacks }, origin);
    if (!quiet) account.done();
    let table: Table | undefined;
    let test: RowsOfTest | undefined;
    let failed = false;
    const shown = () => {
      if (!table) return;
      account.shows();
      this.output.write('table', table.text);
      if (table.note()) this.output.write('note', table.note());
      table = undefined;
    };
    const columns = (found: Column[]) => {
      if (keepsRows) test = new RowsOfTest(found);
      else table = new Table(found.map(({ name }) => name));
    };
    const receiver = {
      columns,
      row: (cells: () => (string | null)[]) => {
        test?.add(cells());
        table?.add(() => cells().map((cell) => (cell === null ? 'NULL' : textCell(cell))));
      },
      complete: (tag: string) => {
        const [verb = '', ...numbers] = tag.split(' ');
        const rows = Number(numbers.at(-1));
        if (account.changesRows(verb) && !quiet && !Number.isNaN(rows)) account.changed(verb, rows);
        if (!quiet) shown();
        if (test) this.rows = test.report;
      },
      copied: (line: string) => {
        if (quiet) return;
        account.shows();
        this.output.write('stdout', line);
      },
      notice: (fields: Record<string, string>) => this.output.write('note', noticeText(fields)),
      error: (fields: Record<string, string>) => {
        failed = true;
        // Of a query that fails psql shows no rows, and none of the columns it was to have.
        table = undefined;
        this.#fail(fields, origin, text);
      },
    };
    this.connection.execute(text, receiver, data);
    return !failed;
  }

  /** False when the script ends with it. */
  #command(command: Command, origin: Origin, quiet: boolean, keepsRows: boolean): boolean {
    if (/^ir?$|^include/.test(command.name)) return this.#include(command, origin, quiet, keepsRows);
    const account = this.#summary;
    if (!quiet) account.done();
    const print = (kind: 'stdout' | 'table', text: string) => {
      if (quiet) return;
      account.shows();
      this.output.write(kind, text);
    };
    let wrong: string | undefined;
    try {
      wrong = runCommand(this.connection, command, print);
    } catch (error) {
      // What the server has against the query behind a command.
      wrong = error instanceof Error ? error.message : String(error);
    }
    return wrong === undefined || this.#fail({ S: 'ERROR', C: '42601', M: wrong }, origin);
  }

  /** Another file of the room. */
  #include({ name: command, argument }: Command, origin: Origin, quiet: boolean, keepsRows: boolean): boolean {
    const path = argument.replace(/^'(.*)'$/, '$1');
    const name = resolved(/^ir$|_relative$/.test(command) ? parentOf(origin.fileName) : '', path);
    const file = this.files.find((each) => each.name === name);
    this.#included += 1;
    if (this.#included > MOST_INCLUDED)
      return this.#fail({ S: 'ERROR', C: '54001', M: 'files read each other without end' }, origin);
    if (file) return this.run(file.text, file.name, quiet, keepsRows);
    return this.#fail({ S: 'ERROR', C: '58P01', M: `${path || 'the file'}: No such file or directory` }, origin);
  }

  #fail(fields: Record<string, string>, origin: Origin, sql = ''): false {
    this.#summary.tellChanges();
    this.output.write('stderr', errorText(fields, origin));
    const hint = hintFor(fields, sql);
    if (hint) this.output.write('note', hint);
    return false;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path from a folder of the room; undefined if it leads out of the room. */
function resolved(folder: string, path: string): string | undefined {
  const parts = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** Why a COPY cannot be run here; undefined if it can. */
function lackOf(sql: string): string | undefined {
  if (/^copy\b[\s\S]*\b(?:from|to)\s+program\b/i.test(sql)) return 'there are no other programs here';
  if (!READS_INPUT.test(sql)) return undefined;
  return 'there is no input here. Put the rows below the statement, and a line with \\. behind them';
}
