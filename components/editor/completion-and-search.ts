// Help while writing, which comes when all else is there: completion, bracket closing, search.
import {
  acceptCompletion,
  autocompletion,
  currentCompletions,
  selectedCompletionIndex,
  setSelectedCompletion,
} from '@codemirror/autocomplete';
import { highlightSelectionMatches, SearchQuery, searchKeymap, setSearchQuery } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import { offers } from './completion-source.js';
import { completionTheme } from './completion-theme.js';
import { phrases } from './extensions.js';
import { pairs } from './pairs.js';
import { inTopLayer } from './top-layer.js';

/** Takes what is chosen in the list, or its first. */
const takeOffer: Command = (view) => {
  if (currentCompletions(view.state).length === 0) return false;
  const chosen = selectedCompletionIndex(view.state) ?? -1;
  if (chosen < 0) view.dispatch({ effects: setSelectedCompletion(0) });
  if (acceptCompletion(view)) return true;
  // It has only just come up, and was not what the key was pressed for.
  if (chosen < 0) view.dispatch({ effects: setSelectedCompletion(-1) });
  return false;
};

/** The search panel's words, which are a programmer's otherwise. */
Object.assign(phrases, {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regex',
  'by word': 'Whole word',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  go: 'Go',
});

/** Engines find out only when they search that a pattern is too much for them, which would end the search for good: it is text then. */
const patternsThatRun = EditorState.transactionFilter.of((transaction) => {
  const wanted = transaction.effects.find((effect) => effect.is(setSearchQuery))?.value as SearchQuery | undefined;
  if (!wanted?.regexp || !wanted.valid || runs(wanted.search)) return transaction;
  const { search, replace, caseSensitive, wholeWord } = wanted;
  return [
    transaction,
    { effects: setSearchQuery.of(new SearchQuery({ search, replace, caseSensitive, wholeWord, literal: true })) },
  ];
});

/** In narrow letters and in wide ones, for which engines make two programs. */
function runs(pattern: string): boolean {
  try {
    for (const letters of ['a', '\u0100']) new RegExp(pattern, 'gmu').test(letters);
    return true;
  } catch {
    return false;
  }
}

/** `parent`: what the editor stands in. */
export const completionAndSearch = (parent: Element): Extension => [
  completionTheme,
  inTopLayer(parent),
  // Nothing is chosen by itself: Enter is a new line until somebody chooses.
  autocompletion({ icons: false, selectOnOpen: false, override: [offers] }),
  Prec.high(keymap.of([{ key: 'Tab', run: takeOffer }])),
  pairs,
  highlightSelectionMatches(),
  patternsThatRun,
  keymap.of(searchKeymap),
];
