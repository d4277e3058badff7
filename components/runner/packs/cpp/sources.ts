// Which files of a room make the program, and what is said of it before it is compiled.
import type { ProgramFile } from '../../messages.js';
import type { Program } from '../../worker/serve.js';
import { type Dialect, SYSTEM } from './toolchain.js';

export interface Source {
  name: string;
  dialect: Dialect;
}

const SOURCE = /\.(c|cc|cpp|cxx|c\+\+)$/i;
const HEADER = /\.(?:h|hh|hpp|hxx)$/i;
const INCLUDES = /#\s*(?:include|embed|define\s+\w+)\s*"(?:[^"\n]*\/)?([^"/\n]+)"/g;
const MAIN = /(?:^|[\s;}])(?:int|void|auto|signed)\s+main\s*\(/;

/** Without one the linker would make a program that does nothing. */
export function hasMain(texts: readonly string[]): boolean {
  return texts.some((text) => /\bmain\s*\(/.test(withoutTexts(text)));
}

/** What the compiler reads for some of the files: their texts, and those of all that they include. */
export function textsOf(sources: readonly ProgramFile[], files: readonly ProgramFile[]): string[] {
  const read = new Set(sources);
  // Those that are added meanwhile come, too.
  for (const { text } of read) {
    const included = includedBy([text]);
    if (included.size > 0) for (const file of files) if (included.has(baseOf(file.name))) read.add(file);
  }
  return [...read].map(({ text }) => text);
}

/** The file that is run first, then those beside it that belong to it: sources that have and include no `main` of their own, and that no file includes. */
export function sourcesOf({ code, fileName, files }: Pick<Program, 'code' | 'fileName' | 'files'>): Source[] {
  const included = includedBy([code, ...files.map(({ text }) => text)]);
  const others = files.filter(
    (file) =>
      SOURCE.test(file.name) &&
      !included.has(baseOf(file.name)) &&
      !textsOf([file], files).some((text) => MAIN.test(withoutTexts(text))),
  );
  return [fileName, ...others.map(({ name }) => name)].map((name) => ({ name, dialect: dialectOf(name) }));
}

/** The files that a program may read, and the compiler: what would stand among its own is left out. */
export function readableFiles({ code, fileName, files }: Pick<Program, 'code' | 'fileName' | 'files'>): ProgramFile[] {
  return [{ name: fileName, text: code }, ...files].filter(({ name }) => !name.startsWith(SYSTEM));
}

/** The same sources make the same program. */
export function keyOf(program: Pick<Program, 'code' | 'fileName' | 'files'>): string {
  const files = readableFiles(program);
  const included = includedBy(files.map(({ text }) => text));
  const isPart = (name: string) => name === program.fileName || isCode(name) || included.has(baseOf(name));
  const parts = files.filter(({ name }) => isPart(name));
  return JSON.stringify([program.fileName, ...parts.map(({ name, text }) => [name, text])]);
}

/** What cannot work here, in sentences, before somebody wonders. */
export function advice({ code, files }: Pick<Program, 'code' | 'files'>): string[] {
  const texts = [code, ...files.filter(({ name }) => isCode(name)).map(({ text }) => text)];
  const whole = texts.map(withoutTexts).join('\n');
  return ADVICE.filter(({ when }) => when.test(whole)).map(({ sentence }) => sentence);
}

const ADVICE = [
  {
    when: /\bstd\s*::\s*(?:thread|jthread|async)\b|\bj?thread\s+\w+\s*[({]|(?<!include\s*)<\s*j?thread\s*>|\basync\s*\(|\b(?:pthread|thrd)_create\b/,
    sentence:
      'Programs here have one thread: starting another (std::thread, std::async, pthread_create) ends in an error. Mutexes, atomics and sleep_for work.',
  },
  {
    when: /^\s*#\s*include\s*<(?:sys\/socket|netinet\/in|arpa\/inet|netdb)\.h>/m,
    sentence: 'Programs here have no network: sockets cannot be opened.',
  },
  {
    when: /\b(?:fork|execvp?|popen|system)\s*\(|^\s*#\s*include\s*<sys\/wait\.h>/m,
    sentence: 'Programs here cannot start other programs (fork, exec, system, popen).',
  },
  {
    when: /\bsetjmp\s*\(|^\s*#\s*include\s*<(?:setjmp\.h|csetjmp)>/m,
    sentence: 'setjmp and longjmp do not work here.',
  },
];

function isCode(name: string): boolean {
  return SOURCE.test(name) || HEADER.test(name);
}

/** What the compiler reads for these texts, by its name without a folder: a file of any name, also one that a macro stands for. */
function includedBy(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...withoutComments(text).matchAll(INCLUDES)].map(([, name = '']) => name)));
}

function dialectOf(name: string): Dialect {
  return /\.c$/i.test(name) ? 'c' : 'cpp';
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** What a comment may seem to begin in: a number with separators, a raw string, a string and a character. */
const LITERALS = /\b\d(?:[\w.]|'\w)*|R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/;
const SKIPPED = new RegExp(`${LITERALS.source}|${/\/\*[\s\S]*?\*\/|\/\/[^\n]*/.source}`, 'g');

/** For what a program does: what it says, in quotes, is none of it. */
function withoutTexts(code: string): string {
  return code.replace(SKIPPED, (found) => (found.startsWith('/') ? ' ' : /^\d/.test(found) ? found : '""'));
}

/** Texts in quotes stay: what a file includes stands in some. */
function withoutComments(code: string): string {
  return code.replace(SKIPPED, (found) => (found.startsWith('/') ? ' ' : found));
}
