/** The languages a room can be written in, by the ids of the contract: what people call them, and their files. */

/** Without a prototype: `constructor` is no language. */
const table = <T>(entries: Record<string, T>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null), entries);

export const LANGUAGES = table({
  python: 'Python',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  jsx: 'JSX',
  tsx: 'TSX',
  html: 'HTML',
  css: 'CSS',
  json: 'JSON',
  sql: 'SQL',
  markdown: 'Markdown',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  go: 'Go',
  rust: 'Rust',
  ruby: 'Ruby',
  php: 'PHP',
  kotlin: 'Kotlin',
  swift: 'Swift',
  lua: 'Lua',
  shell: 'Shell',
  yaml: 'YAML',
  plaintext: 'Plain text',
});

/** Of a room or file that says none. */
export const DEFAULT_LANGUAGE = 'python';

const EXTENSIONS = table({
  python: 'py',
  javascript: 'js',
  typescript: 'ts',
  markdown: 'md',
  csharp: 'cs',
  rust: 'rs',
  ruby: 'rb',
  kotlin: 'kt',
  shell: 'sh',
  plaintext: 'txt',
});

/** What a file is called until somebody names it. */
export function defaultFileName(language: string): string {
  return `main.${EXTENSIONS[language] ?? language}`;
}

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
