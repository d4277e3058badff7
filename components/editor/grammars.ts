// The file of each language's grammar. It is in the first load, so that the grammar is fetched in parallel with the rest of the editor.
import { languageDefinition } from '../runner/languages/registry.js';

const javascript = () => import('@codemirror/lang-javascript');
const cpp = () => import('@codemirror/lang-cpp');
const clike = () => import('./clike.js');

/** Made into language support in highlight-languages.ts. */
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

/** Prose: lines open no blocks, and unusual spaces are allowed, as in French and Japanese. */
export const PROSE_LANGUAGES = /^(markdown|plaintext)$/;

/** The language whose grammar is used for `name`: its own, or the one it was registered with. */
export function grammarName(name: string): string {
  return isGrammar(name) ? name : (languageDefinition(name)?.highlight ?? name);
}

export function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(files, name);
}

/** Resolves with nothing for plain text and unknown languages. */
export async function loadGrammar(name: string): Promise<unknown> {
  const id = grammarName(name);
  return isGrammar(id) ? files[id]() : undefined;
}
