// Everything an editor is made of besides its document: one list of options, for its creation and for every later change.
import { Compartment, EditorState, type Extension, Prec, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { compositionEnd } from './composition-end.js';
import { linearEdits } from './linear-changes.js';
import { theme } from './theme.js';

export interface EditorOptions {
  /** Highlighting and indentation of the language, or nothing while it loads. */
  language: Extension;
  /** Undo, keys, indentation, colours; nothing for the moment until they are loaded. */
  setup: Extension;
  /** Completion, search and bracket closing; nothing until they are loaded. */
  completion: Extension;
  /** As the person likes it; nothing until that is known. */
  liked: Extension;
  readOnly: boolean;
  /** What the editor is called by a screen reader. */
  label: string;
  /** Shown while the file is empty. */
  placeholder: string;
  /** Called by Mod-Enter. */
  run(): void;
}

type Settings = { [Name in keyof EditorOptions]: (value: EditorOptions[Name]) => Extension };

const settings: Settings = {
  language: (language) => language,
  setup: (setup) => setup,
  completion: (completion) => completion,
  liked: (liked) => liked,
  readOnly: (readOnly) => [
    EditorState.readOnly.of(readOnly),
    // Still focusable, so that a reader can move a cursor; a phone need not show its keyboard for that.
    EditorView.contentAttributes.of(readOnly ? { inputmode: 'none' } : {}),
  ],
  label: (label) => EditorView.contentAttributes.of({ 'aria-label': label }),
  placeholder: (text) => placeholder(text),
  // Before the standard keys, where Mod-Enter opens a line.
  run: (run) => Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => called(run), scope: 'editor search-panel' }])),
};

const names = Object.keys(settings) as (keyof EditorOptions)[];
const compartments = Object.fromEntries(names.map((name) => [name, new Compartment()])) as Record<
  keyof EditorOptions,
  Compartment
>;

/** `fixed` is what this kind of text has of its own. */
export function extensions(options: EditorOptions, fixed: Extension): Extension {
  return [fixed, shared, names.map((name) => compartments[name].of(extension(name, options)))];
}

/** What to dispatch so that an editor made with `before` is as if made with `after`. */
export function changedOptions(before: EditorOptions, after: EditorOptions): StateEffect<unknown>[] {
  const changed = names.filter((name) => before[name] !== after[name]);
  return changed.map((name) => compartments[name].reconfigure(extension(name, after)));
}

function extension<Name extends keyof EditorOptions>(name: Name, options: EditorOptions): Extension {
  return settings[name](options[name]);
}

function called(run: () => void): boolean {
  run();
  return true;
}

export const code: Extension = [
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  drawSelection(),
  EditorState.tabSize.of(4),
  EditorState.allowMultipleSelections.of(true),
  EditorView.contentAttributes.of({ autocapitalize: 'off', autocorrect: 'off', spellcheck: 'false' }),
];

/** Characters that are drawn as nothing, besides those the editor marks by itself; no joiners, which emoji and many scripts need. */
const UNSEEN = /[\u115f\u1160\u17b4\u17b5\u180e\u202a-\u202c\u2060-\u2064\u2068\u206a-\u206f]/;

/** Words of parts that come later and bring them along: an editor that is given them only then is made anew, and what is read jumps. */
export const phrases: Record<string, string> = {};

const shared: Extension = [
  linearEdits,
  EditorState.phrases.of(phrases),
  highlightSpecialChars({ addSpecialChars: UNSEEN }),
  compositionEnd,
  // Only LF parts lines: the room's text has no other.
  EditorState.lineSeparator.of('\n'),
  EditorView.perLineTextDirection.of(true),
  EditorView.contentAttributes.of({ translate: 'no' }),
  // It can be reached without; tools that look for what the keyboard cannot scroll only know it by this.
  EditorView.contentAttributes.of({ tabindex: '0' }),
  theme,
];
