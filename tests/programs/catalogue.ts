/** The programs of this folder: what each reads, what the real interpreter printed, and which of them differ here with a reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import type { Printed } from './comparable.js';

export const folder = import.meta.dirname;

export interface Program {
  /** `python/two-sum` */
  id: string;
  language: string;
  /** What the room calls its language: those with elements have one of their own. */
  runsAs: string;
  /** As it stands in this folder: `two-sum.py`. */
  file: string;
  /** As the room names it: `main.py`. */
  fileName: string;
  code: string;
  stdin: string;
  /** SQL that sets up the database of an SQL program. */
  schema: string;
  /** The other files of its room. */
  files: { name: string; text: string }[];
}

const EXTENSIONS: Record<string, string[]> = {
  python: ['.py'],
  javascript: ['.js', '.jsx'],
  typescript: ['.ts', '.tsx'],
  sql: ['.sql'],
  lua: ['.lua'],
  cpp: ['.cpp'],
  c: ['.c'],
};

const ELEMENTS: Record<string, string> = { '.jsx': 'jsx', '.tsx': 'tsx' };
/** Ends the name of a file beside an SQL program. */
const SCHEMA = '.schema.sql';
/** Ends the name of the folder beside a program that holds the other files of its room. */
const FILES = '.files';

export const languages: readonly string[] = Object.keys(EXTENSIONS);

export function readPrograms(): Program[] {
  return languages.flatMap((language) => {
    const extensions = EXTENSIONS[language] ?? [];
    const files = readdirSync(join(folder, language)).filter(
      (name) => extensions.includes(extname(name)) && !name.endsWith(SCHEMA),
    );
    return files.sort().map((file) => readProgram(language, join(folder, language, file)));
  });
}

/** One that lies anywhere: its language is that of its name. */
export function programAt(path: string): Program {
  const language = languages.find((each) => EXTENSIONS[each]?.includes(extname(path)));
  if (!language) throw new Error(`No language here has files such as ${path}.`);
  return readProgram(language, path);
}

function readProgram(language: string, path: string): Program {
  const file = basename(path);
  const extension = extname(file);
  const stem = path.slice(0, -extension.length);
  return {
    id: `${language}/${basename(file, extension)}`,
    language,
    runsAs: ELEMENTS[extension] ?? language,
    file,
    fileName: `main${extension}`,
    code: readFileSync(path, 'utf8'),
    stdin: read(`${stem}.in`),
    schema: read(`${stem}${SCHEMA}`),
    files: filesIn(`${stem}${FILES}`),
  };
}

function filesIn(path: string): Program['files'] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => relative(path, join(entry.parentPath, entry.name)));
  return names.sort().map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}

/** What a program has to print; `variant` names what it prints here where that must differ. */
export function expected(id: string, variant?: string): Printed {
  const name = variant ? `${id}.${variant}` : id;
  const path = join(folder, name);
  if (!existsSync(`${path}.out`))
    throw new Error(`There is no ${name}.out. README.md beside the programs says how it is made.`);
  return { out: read(`${path}.out`), err: read(`${path}.err`) };
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export interface Reason {
  id: string;
  /** The browser it holds for alone. */
  browser?: string;
  /** Part of the names of the files with what is printed here: `ours`, or the browser. */
  variant: string;
  text: string;
}

/** Lines such as `python/deep: why`, or `python/deep@Firefox: why`. */
export class Reasons {
  readonly all: readonly Reason[];

  constructor(name: string) {
    const lines = read(join(folder, name))
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
    this.all = lines.map((line) => {
      const [, id, browser, text] = /^([a-z]+\/[\w-]+)(?:@(\w+))?: (\S.*)$/.exec(line) ?? [];
      if (!id || !text) throw new Error(`${name} has a line that is no program with a reason: ${line}`);
      return { id, text, variant: browser?.toLowerCase() ?? 'ours', ...(browser && { browser }) };
    });
  }

  /** What is said of one browser goes before what is said of all. */
  find(id: string, browser: string): Reason | undefined {
    const own = this.all.filter((reason) => reason.id === id);
    return own.find((reason) => reason.browser === browser) ?? own.find((reason) => !reason.browser);
  }
}
