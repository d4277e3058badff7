// Which file has the grammar of a language: known from the beginning, so that it is fetched together with the rest of the editor.
import { languageDefinition } from '../runner/languages/registry.js';

const javascript = () => import('@codemirror/lang-javascript');
const cpp = () => import('@codemirror/lang-cpp');
const clike = () => import('./clike.js');

/** What each file gives is made a language of in languages.ts. */
const files = {
  python: () => import('@codemirror/lang-python'),
  javascript,
  typescript: javascript,
  jsx: javascript,
  tsx: javascript,
  html: () => import('@codemirror/lang-html'),
  css: () => import('@codemirror/lang-css'),
  json: () => import('@codemirror/lang-json'),
  sql: () => import('./sqlite.js'),
  postgres: () => import('./postgres.js'),
  markdown: () => import('@codemirror/lang-markdown'),
  java: () => import('@codemirror/lang-java'),
  c: cpp,
  cpp,
  csharp: clike,
  go: () => import('@codemirror/lang-go'),
  rust: () => import('@codemirror/lang-rust'),
  ruby: () => import('@codemirror/legacy-modes/mode/ruby'),
  php: () => import('@codemirror/lang-php'),
  kotlin: clike,
  swift: () => import('@codemirror/legacy-modes/mode/swift'),
  lua: () => import('@codemirror/legacy-modes/mode/lua'),
  shell: () => import('@codemirror/legacy-modes/mode/shell'),
  yaml: () => import('@codemirror/lang-yaml'),
};

export type GrammarName = keyof typeof files;
export type GrammarFile<Name extends GrammarName> = Awaited<ReturnType<(typeof files)[Name]>>;

/** Texts of words, in which no line opens a level; French and Japanese have strange spaces by right. */
export const PROSE = /^(markdown|plaintext)$/;

/** The language whose grammar is for `name`: its own, or the one it was registered to look like. */
export function grammarName(name: string): string {
  return isGrammar(name) ? name : (languageDefinition(name)?.highlight ?? name);
}

export function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(files, name);
}

/** Nothing for plain text and for languages not known here. */
export async function loadGrammar(name: string): Promise<unknown> {
  const id = grammarName(name);
  return isGrammar(id) ? files[id]() : undefined;
}
