// The languages an editor highlights, made of their grammars when these have come.
import { language, StreamLanguage, type StreamParser } from '@codemirror/language';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Parser } from '@lezer/common';
import { dedentAfterLast } from './dedent.js';
import { type GrammarFile, type GrammarName, grammarName, isGrammar, loadGrammar, PROSE } from './grammars.js';
import { usualUnit, usualUnitOf } from './indentation.js';
import { shellLines, underDecorators, yamlLines } from './line-indentation.js';
import { strangeSpaces } from './strange-spaces.js';

/** The old style of grammar. */
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
  java: ({ java }) => [java(), underDecorators],
  c: ({ cpp }) => cpp(),
  cpp: ({ cpp }) => cpp(),
  csharp: ({ csharp }) => mode(csharp),
  go: ({ go }) => go(),
  rust: ({ rust }) => rust(),
  ruby: ({ ruby }) => mode(ruby),
  php: ({ php }) => [php(), underDecorators],
  kotlin: ({ kotlin }) => mode(kotlin),
  swift: ({ swift }) => mode(swift),
  lua: ({ lua }) => mode(lua),
  shell: ({ shell }) => [mode(shell), shellLines],
  yaml: ({ yaml }) => [yaml(), yamlLines],
};

/** Whoever types a tag ends it as well: no language puts the end there a second time. */
const tagsAsTyped = Prec.highest(
  EditorView.inputHandler.of((view, _from, _to, text, insert) => {
    if (text !== '>' && text !== '/') return false;
    view.dispatch(insert());
    return true;
  }),
);

const made = new Map<string, Extension>();

/** The highlighting and indentation of a language; of the first nothing for plain text and for languages not known here. */
export async function loadLanguage(name: string, fileName = ''): Promise<Extension> {
  const id = grammarName(name);
  const marks = PROSE.test(id) ? [] : strangeSpaces;
  return [usualUnit.of(usualUnitOf(id, fileName)), tagsAsTyped, marks, await languageOf(id)];
}

/** The same each time. A file that did not come may come the next time. */
async function languageOf(id: string): Promise<Extension> {
  if (!isGrammar(id)) return [];
  const make = makers[id] as (file: unknown) => Extension;
  const found = made.get(id) ?? make(await loadGrammar(id));
  made.set(id, found);
  return found;
}

/** What reads the code of a language, for where there is no editor; null for plain text and languages not known here. Rejects when its file does not come. */
export async function parserOf(name: string): Promise<Parser | null> {
  const extensions = await languageOf(grammarName(name));
  return EditorState.create({ extensions }).facet(language)?.parser ?? null;
}
