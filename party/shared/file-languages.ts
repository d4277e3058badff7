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
