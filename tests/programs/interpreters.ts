/** The real interpreters: CPython, Node, the TypeScript compiler, `sqlite3`, `lua5.4` and GCC, as this machine has them. */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { folder, type Program } from './catalogue.js';
import { comparable, type Printed } from './comparable.js';
import { sqlErrorLine } from './sql-error.js';

interface Raw {
  out: string;
  err: string;
  failed: boolean;
}

const project = join(folder, '../..');
const LIMIT_MS = 60_000;
const compiler = join(project, 'node_modules/typescript/bin/tsc');

/** The newest Python there is, as the sandbox has 3.14 and words of errors change with each; or the one that the program's first line names. */
function python(code: string): string {
  const older = /^# (python3\.\d+)\n/.exec(code)?.[1];
  if (older) return older;
  const named = ['3.14', '3.13', '3.12'].map((version) => `python${version}`);
  const pyenv = ['3.14.0', '3.13.0', '3.12.1'].map((version) =>
    join(homedir(), `.pyenv/versions/${version}/bin/python3`),
  );
  const works = (command: string) => spawnSync(command, ['--version']).status === 0;
  return process.env.CODE_ROOM_PYTHON ?? [...named, ...pyenv].find(works) ?? 'python3';
}

/** Its input is a file, as behind `<`: of a socket, which is what `input` would make, not every way of reading works. */
function ran(command: string, args: string[], cwd: string, input: string): Raw {
  const env = { PATH: process.env.PATH, HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC', PYTHONHASHSEED: '0' };
  const path = `${cwd}.in`;
  writeFileSync(path, input);
  const stdin = openSync(path, 'r');
  rmSync(path);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    stdio: [stdin, 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 2 ** 28,
  });
  closeSync(stdin);
  if (error) throw new Error(`${command} did not run ${cwd}: ${error.message}`);
  return { out: stdout, err: stderr, failed: status !== 0 };
}

/**
 * TypeScript's own compiler makes JavaScript of it, or says why not; where decorators are of the older kind, the program
 * says so in its first line. React lies beside programs with elements.
 */
function ranTypeScript(program: Program, cwd: string): Raw {
  const older = program.code.startsWith('// experimentalDecorators');
  const sources = [program.code, ...program.files.map(({ text }) => text)].join('\n');
  // Node's modules are imported with their extensions.
  const module = /= require\(|\bexport =|\bfrom '\.[^']*(?<!\.\w+)'/.test(sources) ? 'commonjs' : 'esnext';
  const options =
    `--noCheck --pretty false --target es2022 --module ${module} --moduleResolution bundler --esModuleInterop --resolveJsonModule --rewriteRelativeImportExtensions --sourceMap --jsx react-jsx --allowJs`.split(
      ' ',
    );
  // Parameter properties come before fields, as most people know it.
  const fields = ['--useDefineForClassFields', 'false'];
  const decorators = older ? ['--experimentalDecorators'] : [];
  if (program.runsAs !== program.language) symlinkSync(join(project, 'node_modules'), join(cwd, 'node_modules'));
  const args = [compiler, program.fileName, ...options, ...fields, ...decorators];
  const said = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' }).stdout;
  const [, line, sentence] = /^main\.[jt]sx?\((\d+),\d+\): error TS1\d+: (.*)$/m.exec(said) ?? [];
  if (line) return { out: '', err: `SyntaxError: ${sentence}\n    at ${program.fileName}:${line}\n`, failed: true };
  // An import of React is one of a module.
  const made = program.runsAs === program.language ? 'main.js' : 'main.mjs';
  if (made !== 'main.js') renameSync(join(cwd, 'main.js'), join(cwd, made));
  return ran(process.execPath, ['--enable-source-maps', made], cwd, program.stdin);
}

/** `CODE_ROOM_NODE` names a newer one than that which runs this. */
const node = process.env.CODE_ROOM_NODE ?? process.execPath;

/** Ends at the first error, as a run does here; and says its line as a run does here. */
function ranSql(program: Program, cwd: string): Raw {
  const options = ['-batch', '-bail', '-header', '-separator', '\t', '-nullvalue', 'NULL'];
  const database = join(cwd, 'main.db');
  for (const schema of [program.schema, ...program.files.map(({ text }) => text)])
    if (schema) ran('sqlite3', [database], cwd, schema);
  const { out, err, failed } = ran('sqlite3', [...options, database], cwd, program.code);
  return { out, err: sqlErrorLine(program.code, err), failed };
}

/** By GCC, with the other sources of the room, as its users call it. */
function compiled(compiler: string, standard: string, extension: string) {
  return ({ fileName, files, stdin }: Program, cwd: string): Raw => {
    const sources = [fileName, ...files.map(({ name }) => name).filter((name) => name.endsWith(extension))];
    const made = ran(compiler, [standard, ...sources, '-o', 'program', '-lm'], cwd, '');
    return made.failed ? made : ran('./program', [], cwd, stdin);
  };
}

const INTERPRETERS: Record<string, (program: Program, cwd: string) => Raw> = {
  python: ({ fileName, stdin, code }, cwd) => ran(python(code), [fileName], cwd, stdin),
  javascript: (program, cwd) =>
    program.runsAs === 'jsx' ? ranTypeScript(program, cwd) : ran(node, [program.fileName], cwd, program.stdin),
  typescript: ranTypeScript,
  sql: ranSql,
  cpp: compiled('g++', '-std=gnu++20', '.cpp'),
  c: compiled('gcc', '-std=gnu17', '.c'),
  lua: ({ fileName, stdin }, cwd) => ran('lua5.4', [fileName], cwd, stdin),
};

/** What it prints there. Throws if that interpreter is not here. */
export function recorded(program: Program): Printed {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'programs-')));
  try {
    for (const { name, text } of [...program.files, { name: program.fileName, text: program.code }]) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const raw = INTERPRETERS[program.language]?.(program, cwd);
    if (!raw) throw new Error(`Nothing here runs ${program.language}.`);
    return comparable(program, raw, `${cwd}/`);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
