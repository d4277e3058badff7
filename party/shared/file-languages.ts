/** The language of a file, by its name. */
import { EXTENSIONS, LANGUAGES, table } from './languages.js';

/** Further file extensions. */
const MORE_EXTENSIONS = table({
  mjs: 'javascript',
  cjs: 'javascript',
  mts: 'typescript',
  cts: 'typescript',
  htm: 'html',
  h: 'c',
  hpp: 'cpp',
  cc: 'cpp',
  hh: 'cpp',
  yml: 'yaml',
  bash: 'shell',
  markdown: 'markdown',
});

/**
 * The language for a name's extension; plain text if it is unknown. Some have an extension in common, SQLite and Postgres, C and C++:
 * then it is the first one of `beside`, the languages of the files there are.
 */
export function languageOfFile(name: string, ...beside: readonly string[]): string {
  const extension = extensionOf(name);
  if (!extension) return 'plaintext';
  const fits = (language: string) => (EXTENSIONS[language] ?? language) === extension;
  const here = beside.find((language) => fits(language) || (extension === 'h' && /^c(pp)?$/.test(language)));
  return here ?? Object.keys(LANGUAGES).find(fits) ?? MORE_EXTENSIONS[extension] ?? 'plaintext';
}

/**
 * The language of a file that gets another name: its own where the new extension fits it, is unknown or is the old one.
 * `others` are languages that rooms do not know, with their extensions; `beside`, as above.
 */
export function languageRenamed(
  name: string,
  before: { readonly name: string; readonly language: string },
  {
    others = {},
    beside = [],
  }: { others?: Readonly<Record<string, string>>; beside?: readonly string[] | undefined } = {},
): string {
  const extension = extensionOf(name);
  const has = (language: string) => (EXTENSIONS[language] ?? others[language] ?? language) === extension;
  if (has(before.language) || extension === extensionOf(before.name)) return before.language;
  const known = languageOfFile(name, before.language, ...beside);
  if (known !== 'plaintext' || has(known)) return known;
  return Object.keys(others).find(has) ?? before.language;
}

function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
