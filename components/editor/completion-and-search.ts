// Completion and search; loaded after everything else.
import {
  acceptCompletion,
  autocompletion,
  currentCompletions,
  selectedCompletionIndex,
  setSelectedCompletion,
} from '@codemirror/autocomplete';
import { highlightSelectionMatches, SearchQuery, searchKeymap, setSearchQuery } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { type Command, type KeyBinding, keymap } from '@codemirror/view';
import { translated, type Words } from '../wording/words.js';
import { closingBrackets } from './close-brackets.js';
import { offers, suggested } from './completion-source.js';
import { completionTheme } from './completion-theme.js';
import { phrases } from './extensions.js';
import { inTopLayer } from './top-layer.js';

/** Accepts the selected completion, or the first one. */
const takeOffer: Command = (view) => {
  if (currentCompletions(view.state).length === 0) return false;
  const chosen = selectedCompletionIndex(view.state) ?? -1;
  if (chosen < 0) view.dispatch({ effects: setSelectedCompletion(0) });
  if (acceptCompletion(view)) return true;
  // The list has just opened, so the key was not meant for it.
  if (chosen < 0) view.dispatch({ effects: setSelectedCompletion(-1) });
  return false;
};

/** CodeMirror's phrases that people see or hear, in plain words; its own are for programmers. `$` stands where it puts a value. */
const PHRASES = {
  Find: 'Find',
  Replace: 'Replace',
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regex',
  'by word': 'Whole word',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  'Go to line': 'Go to line',
  go: 'Go',
  'current match': 'current match',
  'on line': 'on line',
  'replaced match on line $': 'replaced match on line $',
  'replaced $ matches': 'replaced $ matches',
  Completions: 'Completions',
  'Control character': 'Control character',
  'Selection deleted': 'Selection deleted',
  Diagnostics: 'Problems',
  'No diagnostics': 'No problems',
} satisfies Words;

for (const [phrase, words] of Object.entries(PHRASES))
  Object.defineProperty(phrases, phrase, { get: () => translated(words), configurable: true });

/** A regular expression that the engine rejects would disable the search for good, so it is searched as text instead. */
const patternsThatRun = EditorState.transactionFilter.of((transaction) => {
  const wanted = transaction.effects.find((effect) => effect.is(setSearchQuery))?.value as SearchQuery | undefined;
  if (!wanted?.regexp || !wanted.valid || runs(wanted.search)) return transaction;
  const { search, replace, caseSensitive, wholeWord } = wanted;
  return [
    transaction,
    { effects: setSearchQuery.of(new SearchQuery({ search, replace, caseSensitive, wholeWord, literal: true })) },
  ];
});

/** Engines compile a pattern separately for Latin-1 and for wide strings, so both are tried. */
function runs(pattern: string): boolean {
  try {
    for (const letters of ['a', '\u0100']) new RegExp(pattern, 'gmu').test(letters);
    return true;
  } catch {
    return false;
  }
}

/** The search field would look for the next place by Enter with any other key: Ctrl-Enter is the room's there, too. */
const roomsKey: KeyBinding = {
  scope: 'search-panel',
  any: (view, event) => {
    if (event.key !== 'Enter' || event.ctrlKey === event.metaKey) return false;
    view.dom.dispatchEvent(new KeyboardEvent('keydown', event));
    return true;
  },
};

/** `parent` is the element around the editor. */
export const completionAndSearch = (parent: Element): Extension => [
  completionTheme,
  inTopLayer(parent),
  // Nothing is selected at first, so Enter inserts a newline until somebody selects.
  autocompletion({ icons: false, selectOnOpen: false, override: [offers, suggested] }),
  Prec.high(keymap.of([{ key: 'Tab', run: takeOffer }])),
  closingBrackets,
  highlightSelectionMatches(),
  patternsThatRun,
  keymap.of([roomsKey, ...searchKeymap]),
];
