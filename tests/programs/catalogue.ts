/** The programs of this folder: what each reads, what the real interpreter printed, and which of them differ here with a reason. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
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
}

const ENDINGS: Record<string, string[]> = {
  python: ['.py'],
  javascript: ['.js', '.jsx'],
  typescript: ['.ts', '.tsx'],
  sql: ['.sql'],
  lua: ['.lua'],
};

const ELEMENTS: Record<string, string> = { '.jsx': 'jsx', '.tsx': 'tsx' };
/** Ends the name of a file beside an SQL program. */
const SCHEMA = '.schema.sql';

export const languages: readonly string[] = Object.keys(ENDINGS);

export function readPrograms(): Program[] {
  return languages.flatMap((language) => {
    const endings = ENDINGS[language] ?? [];
    const files = readdirSync(join(folder, language)).filter(
      (name) => endings.includes(extname(name)) && !name.endsWith(SCHEMA),
    );
    return files.sort().map((file) => {
      const ending = extname(file);
      const id = `${language}/${basename(file, ending)}`;
      const code = readFileSync(join(folder, language, file), 'utf8');
      const runsAs = ELEMENTS[ending] ?? language;
      const [stdin, schema] = [read(`${id}.in`), read(`${id}${SCHEMA}`)];
      return { id, language, runsAs, file, fileName: `main${ending}`, code, stdin, schema };
    });
  });
}

/** What a program has to print; `variant` names what it prints here where that must differ. */
export function expected(id: string, variant?: string): Printed {
  const name = variant ? `${id}.${variant}` : id;
  if (!existsSync(join(folder, `${name}.out`)))
    throw new Error(`There is no ${name}.out. README.md beside the programs says how it is made.`);
  return { out: read(`${name}.out`), err: read(`${name}.err`) };
}

function read(name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

export interface Reason {
  id: string;
  /** The engine it holds for alone. */
  engine?: string;
  /** Part of the names of the files with what is printed here: `ours`, or the engine. */
  variant: string;
  text: string;
}

/** Lines such as `python/deep: why`, or `python/deep@Firefox: why`. */
export class Reasons {
  readonly all: readonly Reason[];

  constructor(name: string) {
    const lines = read(name)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
    this.all = lines.map((line) => {
      const [, id, engine, text] = /^([a-z]+\/[\w-]+)(?:@(\w+))?: (\S.*)$/.exec(line) ?? [];
      if (!id || !text) throw new Error(`${name} has a line that is no program with a reason: ${line}`);
      return { id, text, variant: engine?.toLowerCase() ?? 'ours', ...(engine && { engine }) };
    });
  }

  /** What is said of one engine goes before what is said of all. */
  find(id: string, engine: string): Reason | undefined {
    const own = this.all.filter((reason) => reason.id === id);
    return own.find((reason) => reason.engine === engine) ?? own.find((reason) => !reason.engine);
  }
}
