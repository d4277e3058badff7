// Completion source: words of the language and of the file, and what the language service suggests.
import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  completeFromList,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import { language } from '@codemirror/language';
import { type EditorState, Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Suggestion } from '../runner/tools/language-service.js';
import { ELSEWHERE, NAMES, PYTHON_MODULES } from './completion-words.js';
import { helpLevel } from './help-level.js';
import { inStringOrComment } from './in-string-or-comment.js';

const WORD = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*$/u;
const WHOLE_WORD = /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*$/u;
const WHOLE_WORD_OR_NONE = /^([\p{L}_$][\p{L}\p{M}\p{N}_$]*)?$/u;
const REST_OF_WORD = /^[\p{L}\p{M}\p{N}_$]*/u;
const REST_WITH_HYPHENS = /^[\p{L}\p{M}\p{N}_$-]*/u;
const NEXT_WORD = /^\.[\p{L}\p{M}\p{N}_$]+/u;
/** Such as `console.log`. */
const DOTTED = /^[\p{L}_$][\p{L}\p{M}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{M}\p{N}_$]*)+$/u;
/** Words are looked for in so much of the file, and so many are offered. */
const LOOKED_AT = 50_000;
const MOST_WORDS = 2_000;
/** Longer words are not completed: finding their start takes quadratic time. */
const LONGEST = 200;
const MODULE = /^\s*(from\s+|import\s+(.*,\s*)?)[\w.]*$/;
/** Not that of a number; with the sign of a private name. */
const POINT = /(?<!(?:^|[^\p{L}\p{M}\p{N}_$])\d[\d_]*)\.#?$/u;
const HAS_PRIVATE_NAMES = /^(javascript|typescript)$/;
/** Grammars that know the names in a file better than a search for words does. */
const KNOWS_NAMES = /^(python|javascript|typescript|go)$/;

export async function offers(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos } = context;
  if (state.facet(helpLevel) === 'none') return null;
  const name = state.facet(language)?.name ?? '';
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(Math.max(0, pos - line.from - LONGEST), pos - line.from);
  const modules = name === 'python' && MODULE.test(before);
  const word = (modules ? /[\w.]*$/ : WORD).exec(before)?.[0] ?? '';
  if (inStringOrComment(state, pos) && name !== 'html') return null;
  const from = pos - word.length;
  if (modules) return word || context.explicit ? among(context, PYTHON_MODULES.map(asOption), from, /^[\w.]*$/) : null;
  const results: CompletionResult[] = [];
  for (const source of sourcesAt(state, pos, name)) {
    const result = await source(context);
    if (result) results.push(result);
  }
  const start = results[0]?.from ?? from;
  const options = results.filter((result) => result.from === start).flatMap((result) => result.options);
  const behind = before.slice(0, before.length - word.length);
  const own =
    start === from &&
    (word || context.explicit) &&
    !/[.\d]$/.test(behind) &&
    !(HAS_PRIVATE_NAMES.test(name) && behind.endsWith('#'));
  if (own) options.push(...ownWords(state, name).map(asOption));
  return among(context, options, start, start === from ? WHOLE_WORD : /^\S*$/);
}

/** The suggestions of the language service for a place in the file; null: none, or it is not ready. */
export const suggestions = Facet.define<
  (at: number) => Promise<readonly Suggestion[] | null>,
  ((at: number) => Promise<readonly Suggestion[] | null>) | null
>({ combine: ([first]) => first ?? null });

/** Beside the words: they do not wait for it. */
export async function suggested(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos } = context;
  const suggest = state.facet(suggestions);
  if (!suggest || state.facet(helpLevel) !== 'full' || inStringOrComment(state, pos)) return null;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(Math.max(0, pos - line.from - LONGEST), pos - line.from);
  const word = WORD.exec(before)?.[0] ?? '';
  const behind = before.slice(0, before.length - word.length);
  if (!word && !context.explicit && !POINT.test(behind)) return null;
  const found = await suggest(pos);
  if (!found || context.aborted) return null;
  // Names are written as they are: SELECT does not make them loud.
  const type = state.facet(language)?.name === 'sql' ? { type: 'text' } : {};
  const options = found.map(({ label, insert }) => ({
    label,
    ...type,
    ...(insert !== undefined && { apply: insert }),
  }));
  return among(context, options, pos - word.length, WHOLE_WORD_OR_NONE);
}

/**
 * Items without what is typed already; the selection is reset when somebody types on. Snippets, which insert more than they show,
 * are offered like plain words.
 */
function among(
  context: CompletionContext,
  all: readonly Completion[],
  from: number,
  fits: RegExp,
): CompletionResult | null {
  const { state, pos } = context;
  const typed = state.sliceDoc(from, pos);
  const rest = restAt(state, pos);
  const sql = state.facet(language)?.name === 'sql';
  const same = (one: string, other: string) => one === other || (sql && one.toLowerCase() === other.toLowerCase());
  // Somebody who writes SELECT in capitals also writes FROM.
  const loud = sql && /\p{Lu}/u.test(typed) && typed === typed.toUpperCase();
  const options = new Map<string, Option>();
  for (const { label, apply, type, boost } of all) {
    const word = typeof apply === 'string' ? apply : label;
    const text = loud && type !== 'text' ? word.toUpperCase() : word;
    if (same(text, typed) || same(text, typed + rest(typed, text)) || options.has(text)) continue;
    const shown = word === label ? text : label;
    options.set(text, { label: shown, text, apply: take, ...(type && { type }), ...(boost && { boost }) });
  }
  return {
    from,
    options: [...options.values()],
    update: (_, at, to, next) => (fits.test(next.state.sliceDoc(at, to)) ? among(next, all, at, fits) : null),
  };
}

interface Option extends Completion {
  text: string;
}

/** Replaces the word at the cursor, to its end. */
function take(view: EditorView, option: Completion, from: number, to: number): void {
  const { state } = view;
  const { text } = option as Option;
  const end = to + restAt(state, to)(state.sliceDoc(from, to), text).length;
  // A property of CSS comes with its colon, which is there where another name takes the place of one.
  const bare = text.replace(/: $/, '');
  const insert = /^\s*:/.test(state.sliceDoc(end, end + LONGEST)) ? bare : text;
  view.dispatch({ ...insertCompletionText(state, insert, from, end), annotations: pickedCompletion.of(option) });
}

/** What each offer replaces behind the cursor: as many words with points between them as it has itself. */
function restAt(state: EditorState, at: number): (typed: string, text: string) => string {
  const line = state.doc.lineAt(at);
  const behind = line.text.slice(at - line.from, at - line.from + LONGEST);
  const word = (wordChars(state, at).includes('-') ? REST_WITH_HYPHENS : REST_OF_WORD).exec(behind)?.[0] ?? '';
  return (typed, text) => {
    let rest = word;
    if (!DOTTED.test(text)) return rest;
    for (let points = pointsIn(text) - pointsIn(typed); points > 0; points--)
      rest += NEXT_WORD.exec(behind.slice(rest.length))?.[0] ?? '';
    return rest;
  };
}

const pointsIn = (text: string): number => text.split('.').length - 1;

/** What belongs to words of the language beside letters, digits and `_`, such as the hyphen in CSS. */
function wordChars(state: EditorState, at: number): string {
  return state.languageDataAt<string>('wordChars', at)[0] ?? '';
}

const asOption = (label: string): Completion => ({ label });

/** Sources of the language; for most, only the words of the file. */
function sourcesAt(state: EditorState, at: number, name: string): CompletionSource[] {
  const found = state.languageDataAt<CompletionSource | readonly string[]>('autocomplete', at);
  const sources = found.map((source) => (typeof source === 'function' ? source : completeFromList([...source])));
  return KNOWS_NAMES.test(name) ? sources : [...sources, wordsOfFile];
}

/** All words of the file. CodeMirror's `completeAnyWord` parts them at combining marks, such as those of नमस्ते. */
function wordsOfFile({ state, pos, explicit }: CompletionContext): CompletionResult | null {
  const word = `[\\p{Alphabetic}\\p{M}\\p{N}_${wordChars(state, pos).replace(/[\]\-\\]/g, '\\$&')}]+`;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(Math.max(0, pos - line.from - LONGEST), pos - line.from);
  const typed = new RegExp(`${word}$`, 'u').exec(before)?.[0] ?? '';
  if (!typed && !explicit) return null;
  const all = new Set(state.sliceDoc(0, LOOKED_AT).match(new RegExp(word, 'gu')));
  const options = [...all].slice(0, MOST_WORDS).map((label) => ({ label, type: 'text' }));
  return { from: pos - typed.length, options };
}

const grammars = new WeakMap<object, readonly string[]>();

/** Keywords that the grammar lists. */
function ownWords(state: EditorState, name: string): readonly string[] {
  const parser = state.facet(language)?.parser;
  if (!parser) return [];
  const before = grammars.get(parser);
  if (before) return before;
  const types = 'nodeSet' in parser ? (parser.nodeSet as { types: readonly { name: string }[] }).types : [];
  const elsewhere = ELSEWHERE[name] ?? [];
  const keywords = types
    .map((type) => type.name)
    .filter((word) => /^[a-z]+(_[a-z]+)*$/.test(word) && !elsewhere.includes(word));
  const all = [...new Set([...keywords, ...(NAMES[name] ?? [])])];
  grammars.set(parser, all);
  return all;
}
