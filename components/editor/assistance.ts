// Help while writing, which comes when all else is there: completion, bracket closing, search.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { assistanceTheme } from './assistance-theme.js';

export const assistance: Extension = [
  assistanceTheme,
  autocompletion({ icons: false }),
  closeBrackets(),
  highlightSelectionMatches(),
  // Before the standard keys: Backspace between two brackets takes both.
  Prec.high(keymap.of([...closeBracketsKeymap, ...completionKeymap])),
  keymap.of(searchKeymap),
];
