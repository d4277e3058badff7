/** The language of a file, by its name. */
import { EXTENSIONS, LANGUAGES, table } from './languages.js';

/** Further file extensions. */
const MORE_ENDINGS = table({
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
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (!ending) return 'plaintext';
  const fits = (language: string) => (EXTENSIONS[language] ?? language) === ending;
  const here = beside.find((language) => fits(language) || (ending === 'h' && /^c(pp)?$/.test(language)));
  return here ?? Object.keys(LANGUAGES).find(fits) ?? MORE_ENDINGS[ending] ?? 'plaintext';
}
