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

/** The language for a name's extension; plain text if it is unknown. */
export function languageOfFile(name: string): string {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = Object.keys(LANGUAGES).find((language) => (EXTENSIONS[language] ?? language) === extension);
  return found ?? MORE_EXTENSIONS[extension] ?? 'plaintext';
}

/**
 * The language of a file that gets another name: its own where the new extension fits it, is unknown or is the old one.
 * `others` are languages that rooms do not know, with their extensions.
 */
export function languageRenamed(
  name: string,
  before: { readonly name: string; readonly language: string },
  others: Readonly<Record<string, string>> = {},
): string {
  const extension = extensionOf(name);
  const has = (language: string) => (EXTENSIONS[language] ?? others[language] ?? language) === extension;
  if (has(before.language) || extension === extensionOf(before.name)) return before.language;
  const known = languageOfFile(name);
  if (known !== 'plaintext' || has(known)) return known;
  return Object.keys(others).find(has) ?? before.language;
}

function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
