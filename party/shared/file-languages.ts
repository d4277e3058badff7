/** What the name of a file says about its language. */
import { EXTENSIONS, LANGUAGES, table } from './languages.js';

/** Further endings of names. */
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

/** What a name's ending says about the language; plain text where it says nothing. */
export function languageOfFile(name: string): string {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = Object.keys(LANGUAGES).find((language) => (EXTENSIONS[language] ?? language) === ending);
  return found ?? MORE_ENDINGS[ending] ?? 'plaintext';
}
