// Language support for the editor, made from grammars when they are loaded.
import { language, StreamLanguage, type StreamParser } from '@codemirror/language';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Parser } from '@lezer/common';
import { dedentAfterLast } from './dedent.js';
import {
  type GrammarFile,
  type GrammarName,
  grammarName,
  isGrammar,
  loadGrammar,
  PROSE_LANGUAGES,
} from './grammars.js';
import { usualUnit, usualUnitOf } from './indentation.js';
import { shellLines, underDecorators, underText, yamlLines } from './line-indentation.js';
import { strangeSpaces } from './strange-spaces.js';
import { indentUnparsed } from './unparsed-indentation.js';

/** For stream parsers. */
const mode = (parser: StreamParser<unknown>): Extension => StreamLanguage.define(parser);

const makers: { readonly [Name in GrammarName]: (file: GrammarFile<Name>) => Extension } = {
  python: ({ python }) => [python(), dedentAfterLast],
  javascript: ({ javascript }) => [javascript(), underDecorators],
  typescript: ({ javascript }) => [javascript({ typescript: true }), underDecorators],
  jsx: ({ javascript }) => [javascript({ jsx: true }), underDecorators],
  tsx: ({ javascript }) => [javascript({ jsx: true, typescript: true }), underDecorators],
  html: ({ html }) => html(),
  css: ({ css }) => css(),
  json: ({ json }) => json(),
  sql: ({ sqlite }) => sqlite(),
  postgres: ({ postgres }) => postgres(),
  markdown: ({ markdown }) => markdown({ addKeymap: false }),
  java: ({ java }) => [java(), underText, underDecorators],
  c: ({ cpp }) => cpp(),
  cpp: ({ cpp }) => cpp(),
  csharp: ({ csharp }) => mode(csharp),
  go: ({ go }) => go(),
  rust: ({ rust }) => [rust(), underText],
  ruby: ({ ruby }) => mode(ruby),
  php: ({ php }) => [php(), underText, underDecorators],
  kotlin: ({ kotlin }) => mode(kotlin),
  swift: ({ swift }) => mode(swift),
  lua: ({ lua }) => mode(lua),
  shell: ({ shell }) => [mode(shell), shellLines],
  yaml: ({ yaml }) => [yaml(), yamlLines],
};

/** Prevents a second closing tag when somebody types it by hand. */
const tagsAsTyped = Prec.highest(
  EditorView.inputHandler.of((view, _from, _to, text, insert) => {
    if (text !== '>' && text !== '/') return false;
    view.dispatch(insert());
    return true;
  }),
);

const made = new Map<string, Extension>();

/** Highlighting and indentation of a language; empty for plain text and unknown languages. */
export async function loadLanguage(name: string, fileName = ''): Promise<Extension> {
  const id = grammarName(name);
  const marks = PROSE_LANGUAGES.test(id) ? [] : strangeSpaces;
  return [usualUnit.of(usualUnitOf(id, fileName)), tagsAsTyped, marks, indentUnparsed, await languageOf(id)];
}

/** Cached. After a failed load, the next call tries again. */
async function languageOf(id: string): Promise<Extension> {
  if (!isGrammar(id)) return [];
  const make = makers[id] as (file: unknown) => Extension;
  const found = made.get(id) ?? make(await loadGrammar(id));
  made.set(id, found);
  return found;
}

/** The parser of a language, for use without an editor; null for plain text and unknown languages. Rejects when its file cannot be loaded. */
export async function parserOf(name: string): Promise<Parser | null> {
  const extensions = await languageOf(grammarName(name));
  return EditorState.create({ extensions }).facet(language)?.parser ?? null;
}
