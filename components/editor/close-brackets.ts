// Closes brackets and quotes automatically. Typing the closing character overwrites the inserted one.
import { deleteBracketPair } from '@codemirror/autocomplete';
import { language } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type Extension,
  Prec,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { helpLevel } from './help-level.js';
import { endsText, inOpenRegExp, inStringOrComment } from './in-string-or-comment.js';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const QUOTE = /^['"`]$/;
const BRACKET = /^[)\]}]$/;
/** Before any other character, inserting a pair would split a word. */
const MAY_FOLLOW = /^[\s)\]}:;>,]?$/;
/** Maximum distance to an inserted closing bracket. */
const FARTHEST = 10_000;
/** What comes before a YAML value. */
const YAML_BEGINS = /(^|[-:?]\s|[,[{])\s*$/;
const WORD = /[\p{L}\p{M}\p{N}_$]$/u;

interface Closing {
  brackets?: readonly string[];
  stringPrefixes?: readonly string[];
}

/** Marks a closing character that was inserted automatically. */
class AutoClosed extends RangeValue {
  override startSide = 1;
  override endSide = -1;
}
const AUTO_CLOSED = new AutoClosed();

const addAutoClosed = StateEffect.define<number>({ map: (at, changes) => changes.mapPos(at) });
const removeAutoClosed = StateEffect.define<{ from: number; to: number }>({
  map: ({ from, to }, changes) => ({ from: changes.mapPos(from), to: changes.mapPos(to) }),
});

/** The marks of all inserted closing characters. They stay across lines: `[`, Enter, values, Enter, `]` is one pair. */
const allAutoClosed = StateField.define<RangeSet<AutoClosed>>({
  create: () => RangeSet.empty,
  update(set, { changes, effects }) {
    let next = set.map(changes);
    for (const effect of effects) {
      if (effect.is(addAutoClosed)) next = next.update({ add: [AUTO_CLOSED.range(effect.value, effect.value + 1)] });
      if (effect.is(removeAutoClosed)) {
        const { from, to } = effect.value;
        next = next.update({ filter: (start) => start < from || start >= to });
      }
    }
    return next;
  },
});

const typing = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view;
  const { ranges, main } = state.selection;
  if (
    view.compositionStarted ||
    state.readOnly ||
    !helps(state) ||
    ranges.length > 1 ||
    main.from !== from ||
    main.to !== to
  )
    return false;
  const spec = typed(state, text);
  if (spec) view.dispatch({ ...spec, userEvent: 'input.type', scrollIntoView: true });
  return spec !== null;
});

function helps(state: EditorState): boolean {
  return state.facet(helpLevel) !== 'none';
}

/** What an input method has written cannot be changed before it is done. */
const composed = EditorView.domEventObservers({
  compositionend: ({ data }, view) => {
    // By then the editor has read it.
    setTimeout(() => {
      const { state } = view;
      const { head } = state.selection.main;
      const known = state.field(allAutoClosed, false);
      if (!known || !data || !BRACKET.test(data) || state.sliceDoc(head - 1, head + 1) !== data + data) return;
      if (isAutoClosed(known, head)) view.dispatch({ changes: { from: head, to: head + 1 }, userEvent: 'input.type' });
    });
  },
});

export const closingBrackets: Extension = [
  allAutoClosed,
  typing,
  composed,
  Prec.high(keymap.of([{ key: 'Backspace', run: (view) => helps(view.state) && deleteBracketPair(view) }])),
];

/** The transaction for a typed character; null when it is only inserted. */
function typed(state: EditorState, character: string): TransactionSpec | null {
  const { from, to, empty } = state.selection.main;
  if (empty && (BRACKET.test(character) || QUOTE.test(character))) {
    const spec = overwriteAutoClosed(state, from, character);
    if (spec) return spec;
  }
  const closing = QUOTE.test(character) ? character : CLOSING[character];
  if (!closing || !opens(state, from, character)) return null;
  if (!empty) {
    return {
      changes: [
        { from, insert: character },
        { from: to, insert: closing },
      ],
      selection: EditorSelection.range(from + 1, to + 1),
      effects: addAutoClosed.of(to + 1),
    };
  }
  const [before, after] = [state.sliceDoc(Math.max(0, from - 1), from), state.sliceDoc(from, from + 1)];
  if (!MAY_FOLLOW.test(after) || before === '\\' || inStringOrComment(state, from) || inOpenRegExp(state, from))
    return null;
  if (!mayBegin(state, from)) return null;
  if (QUOTE.test(character)) {
    if (before === character || (WORD.test(before) && !isPrefixed(state, from))) return null;
    if (endsText(state, from, character)) return null;
  }
  return {
    changes: { from, insert: character + closing },
    selection: { anchor: from + 1 },
    effects: addAutoClosed.of(from + 1),
  };
}

/**
 * Overwrites an inserted closing character. Whitespace and newlines before it are skipped, and so are inserted closing characters
 * between: after `[(`, typing `]` means that the parenthesis was to stay open.
 */
function overwriteAutoClosed(state: EditorState, at: number, character: string): TransactionSpec | null {
  const set = state.field(allAutoClosed);
  const over = BRACKET.test(character);
  for (let place = at; place < Math.min(state.doc.length, at + FARTHEST); place += 1) {
    const found = state.sliceDoc(place, place + 1);
    const autoClosed = isAutoClosed(set, place);
    if (autoClosed && found === character) {
      // In a string or comment it is plain text, unless it ends that.
      if (place > at && inStringOrComment(state, at) && !inStringOrComment(state, place + 1)) return null;
      return {
        changes: { from: at, to: place + 1, insert: character },
        selection: { anchor: at + 1 },
        effects: removeAutoClosed.of({ from: at, to: at + 1 }),
      };
    }
    if (autoClosed ? QUOTE.test(found) : !over || !/\s/.test(found)) return null;
  }
  return null;
}

function isAutoClosed(set: RangeSet<AutoClosed>, at: number): boolean {
  let found = false;
  set.between(at, at + 1, (from) => {
    found ||= from === at;
  });
  return found;
}

/** Whether the language has pairs with this opening character here; prose has none. */
function opens(state: EditorState, at: number, character: string): boolean {
  const name = state.facet(language)?.name;
  if (!name || name === 'markdown') return false;
  return (closingAt(state, at).brackets ?? ['(', '[', '{', "'", '"']).includes(character);
}

/** Inside a plain value of YAML, brackets and quotes are ordinary characters. */
function mayBegin(state: EditorState, at: number): boolean {
  if (state.facet(language)?.name !== 'yaml') return true;
  return YAML_BEGINS.test(state.sliceDoc(state.doc.lineAt(at).from, at));
}

function isPrefixed(state: EditorState, at: number): boolean {
  // One character more than the longest string prefix is enough to recognise one.
  const [word = ''] = /[\p{L}\p{M}\p{N}_$]*$/u.exec(state.sliceDoc(Math.max(0, at - 5), at)) ?? [];
  return closingAt(state, at).stringPrefixes?.includes(word) ?? false;
}

function closingAt(state: EditorState, at: number): Closing {
  const [closing = {}] = state.languageDataAt<Closing>('closeBrackets', at);
  return closing;
}
