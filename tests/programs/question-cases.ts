/** Tests of questions as cases, each with files of its own on disk, and what came of them beside the real interpreters. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deserialize } from 'node:v8';
import initSqlJs from 'sql.js';
import { sameOutput } from '../../components/tests/compare-output.js';
import { firstDifference, firstRowDifference } from '../../components/tests/compare-values.js';
import type { Question, QuestionFile, QuestionLanguage } from '../../party/shared/question.js';
import type { ExpectedRows, Test } from '../../party/shared/tests.js';

export interface Case {
  /** Has the files, and nothing else. */
  folder: string;
  file: string;
  test: Test;
}

/** As much of it as the kind has; nothing for a test file that passed. */
export interface Outcome {
  value?: unknown;
  output?: string;
  rows?: ExpectedRows;
  error?: string;
}

/** Long enough for every machine: what counts is that it ends. */
const LIMIT_SECONDS = 60;

const here = import.meta.dirname;

/** By the name of each test, why it failed; null if it passed. */
export type Verdicts = Map<string, string | null>;

/** Runs all tests of a question in a language on its starter or on its solution, each by its own copy of the files. */
export async function verdicts(
  folder: string,
  language: string,
  own: QuestionLanguage,
  solved: boolean,
): Promise<Verdicts> {
  const tests = [...own.tests, ...own.hidden];
  const files = compiled(language, [...filesOf(own, solved)]);
  const cases = tests.map((test, index): Case => {
    const home = join(folder, String(index), 'files');
    write(home, files);
    if (test.kind === 'io') writeFileSync(join(home, '../stdin'), test.stdin);
    return { folder: home, file: compiledName(language, test.file ?? own.entry), test };
  });
  const outcomes = await INTERPRETERS[language]?.(cases);
  if (!outcomes) throw new Error(`Nothing here runs ${language}.`);
  return new Map(tests.map((test, index) => [test.name, whyFailed(test, outcomes[index] ?? {})]));
}

/** Those of hidden tests included. */
export function filesOf({ starter, solution, hiddenFiles }: QuestionLanguage, solved: boolean): QuestionFile[] {
  const all = [...starter, ...(solved ? solution : []), ...hiddenFiles];
  return [...new Map(all.map((file) => [file.name, file])).values()];
}

export function write(folder: string, files: readonly QuestionFile[]): void {
  for (const { name, text } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** What TypeScript's own compiler says of starters, and of solutions with all tests; empty if nothing. */
export async function typeFaults(folder: string, questions: readonly Question[]): Promise<string> {
  for (const { id, languages } of questions) {
    const own = languages.typescript;
    if (!own) continue;
    write(join(folder, id, 'solution'), filesOf(own, true));
    // As a candidate has it.
    write(join(folder, id, 'starter'), own.starter);
  }
  // None of them has TypeScript.
  if (!existsSync(folder)) return '';
  const project = join(here, '../..');
  const compilerOptions = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    types: ['node'],
    typeRoots: [join(project, 'node_modules/@types')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  const args = [join(project, 'node_modules/typescript/bin/tsc'), '--pretty', 'false', '-p', folder];
  return (await spawned(process.execPath, args, '')).toString();
}

function compiledName(language: string, name: string): string {
  return language === 'typescript' ? name.replace(/\.ts$/, '.js') : name;
}

/** Node runs JavaScript: TypeScript's own compiler makes it. */
function compiled(language: string, files: QuestionFile[]): QuestionFile[] {
  if (language === 'javascript' || language === 'typescript')
    files.push({ name: 'package.json', text: '{"type": "module"}' });
  if (language !== 'typescript') return files;
  const { transpileModule } = createRequire(import.meta.url)('typescript-5') as typeof import('typescript-5');
  const compilerOptions = { target: 9, module: 99, rewriteRelativeImportExtensions: true, verbatimModuleSyntax: true };
  return files.map(({ name, text }) =>
    name.endsWith('.ts')
      ? { name: compiledName(language, name), text: transpileModule(text, { compilerOptions }).outputText }
      : { name, text },
  );
}

const INTERPRETERS: Record<string, (cases: Case[]) => Promise<Outcome[]>> = {
  python: async (cases) => JSON.parse((await driver('python3', 'question-cases.py', cases)).toString()),
  javascript: async (cases) => deserialize(await driver(process.execPath, 'question-cases.mjs', cases)),
  typescript: async (cases) => deserialize(await driver(process.execPath, 'question-cases.mjs', cases)),
  sql: async (cases) => {
    const { Database } = await initSqlJs();
    return cases.map((one) => {
      const database = new Database();
      try {
        return { rows: rowsOf(database, one) };
      } catch (error) {
        return { error: String(error) };
      } finally {
        database.close();
      }
    });
  },
};

function rowsOf(database: import('sql.js').Database, { folder, file, test }: Case): ExpectedRows {
  database.exec(readFileSync(join(folder, 'schema.sql'), 'utf8'));
  if (test.kind === 'code' && test.setup) database.exec(test.setup);
  const rows: ExpectedRows = { columns: [], values: [] };
  for (const statement of database.iterateStatements(readFileSync(join(folder, file), 'utf8'))) {
    const columns = statement.getColumnNames();
    if (columns.length > 0) Object.assign(rows, { columns, values: [] });
    while (statement.step()) rows.values.push(statement.get() as ExpectedRows['values'][number]);
  }
  return rows;
}

function whyFailed(test: Test, { value, output, rows, error }: Outcome): string | null {
  if (error !== undefined) return error;
  if (test.kind === 'io')
    return sameOutput(output ?? '', test.stdout, test.trim) ? null : `It printed ${JSON.stringify(output)}.`;
  if (test.kind === 'code' && !test.rows) return null;
  const difference =
    test.kind === 'call'
      ? firstDifference(value, test.expected, test.tolerance)
      : firstRowDifference(rows ?? { columns: [], values: [] }, test.rows as ExpectedRows, test.ordered);
  return difference && `${difference.path} ${difference.text}`.trim();
}

function driver(command: string, script: string, cases: Case[]): Promise<Buffer> {
  return spawned(command, [join(here, script)], JSON.stringify({ cases, seconds: LIMIT_SECONDS }));
}

/** What it printed; whether it ended well is told by that. */
function spawned(command: string, args: string[], input: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], timeout: 4 * LIMIT_SECONDS * 1000 });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', () => resolve(Buffer.concat(parts)));
    child.stdin.end(input);
  });
}
