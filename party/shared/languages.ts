/** Programming languages by id: display names and file names. */

/** Without a prototype, so that `constructor` is not found as a language. */
export const table = <T>(entries: Record<string, T>): Readonly<Record<string, T>> =>
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
  postgres: 'Postgres',
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

/** For a room or file without a language. */
export const DEFAULT_LANGUAGE = 'python';

export const EXTENSIONS = table({
  python: 'py',
  javascript: 'js',
  typescript: 'ts',
  markdown: 'md',
  csharp: 'cs',
  rust: 'rs',
  ruby: 'rb',
  kotlin: 'kt',
  postgres: 'sql',
  shell: 'sh',
  plaintext: 'txt',
});

/** The name of a file until somebody names it. */
export function defaultFileName(language: string): string {
  return `main.${EXTENSIONS[language] ?? language}`;
}
