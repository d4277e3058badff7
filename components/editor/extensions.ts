// The extensions of an editor, from one set of options, both for creating and for reconfiguring it.
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { compositionEnd } from './composition-end.js';
import { linearEdits } from './linear-changes.js';
import { theme } from './theme.js';

export interface EditorOptions {
  /** Highlighting and indentation of the language; empty while it loads. */
  language: Extension;
  /** Undo, key bindings, indentation and colours; empty until loaded. */
  setup: Extension;
  /** Completion, search and bracket closing; empty until loaded. */
  completion: Extension;
  /** As the person likes it, with the help that the room allows; nothing until that is known. */
  personal: Extension;
  readOnly: boolean;
  /** The accessible name of the editor. */
  label: string;
  /** Shown while the file is empty. */
  placeholder: string;
}

type Settings = { [Name in keyof EditorOptions]: (value: EditorOptions[Name]) => Extension };

const settings: Settings = {
  language: (language) => language,
  setup: (setup) => setup,
  completion: (completion) => completion,
  personal: (personal) => personal,
  readOnly: (readOnly) => [
    EditorState.readOnly.of(readOnly),
    // Stays focusable, so that a reader can move the cursor; a phone need not show its keyboard.
    EditorView.contentAttributes.of(readOnly ? { inputmode: 'none' } : {}),
  ],
  label: (label) => EditorView.contentAttributes.of({ 'aria-label': label }),
  placeholder: (text) => placeholder(text),
};

const names = Object.keys(settings) as (keyof EditorOptions)[];
const compartments = Object.fromEntries(names.map((name) => [name, new Compartment()])) as Record<
  keyof EditorOptions,
  Compartment
>;

/** `fixed` is specific to this kind of text. */
export function extensions(options: EditorOptions, fixed: Extension): Extension {
  return [fixed, shared, names.map((name) => compartments[name].of(extension(name, options)))];
}

/** The effects that change an editor from the options `before` to the options `after`. */
export function changedOptions(before: EditorOptions, after: EditorOptions): StateEffect<unknown>[] {
  const changed = names.filter((name) => before[name] !== after[name]);
  return changed.map((name) => compartments[name].reconfigure(extension(name, after)));
}

function extension<Name extends keyof EditorOptions>(name: Name, options: EditorOptions): Extension {
  return settings[name](options[name]);
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

/** Invisible characters in addition to those CodeMirror marks. Joiners are not included, because emoji and many scripts need them. */
const UNSEEN = /[\u115f\u1160\u17b4\u17b5\u180e\u202a-\u202c\u2060-\u2064\u2068\u206a-\u206f]/;

/** Phrases of parts that load later, which add to this object: reconfiguring the editor for them would make the text jump. */
export const phrases: Record<string, string> = {};

const shared: Extension = [
  linearEdits,
  EditorState.phrases.of(phrases),
  highlightSpecialChars({ addSpecialChars: UNSEEN }),
  compositionEnd,
  // Only LF separates lines, as in the room's text.
  EditorState.lineSeparator.of('\n'),
  EditorView.perLineTextDirection.of(true),
  // The index is for accessibility checkers: they recognise a keyboard-scrollable element only by it.
  EditorView.contentAttributes.of({ translate: 'no', tabindex: '0' }),
  theme,
];
