// Change filter: keeps local edits valid for a room: whole characters, LF line ends, and a maximum size.

import {
  ChangeSet,
  EditorSelection,
  EditorState,
  type Extension,
  StateField,
  type Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { utf8Length, withLineFeeds } from '../../party/shared/plain-text.js';
import { applyChange } from '../../party/shared/text-change.js';
import { bytesGrown, keepsCharacters, splitsPair } from '../../party/shared/wire/change.js';
import { remote } from './document-binding.js';

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** UTF-8 bytes of the text, updated with each edit. */
const size = StateField.define<number>({
  create: (state) => utf8Length(state.doc.toString()),
  update: (bytes, { docChanged, changes, startState }) =>
    docChanged ? bytes + bytesGrown(changes, startState.doc) : bytes,
});

/** Calls `refused` when an edit was blocked because the file would exceed `limit` bytes. */
export function changeFilter(limit: number, refused: () => void): Extension {
  const filter = EditorState.transactionFilter.of((transaction) => {
    const { startState, changes, docChanged } = transaction;
    if (!docChanged || transaction.annotation(remote)) return transaction;
    if (startState.readOnly) return [];
    const grown = bytesGrown(changes, startState.doc);
    if (grown > 0 && startState.field(size) + grown > limit) {
      // Deferred, because the listener may want to change the editor, which a filter must not do.
      queueMicrotask(refused);
      return [];
    }
    return isWhole(transaction) ? transaction : [repaired(transaction)];
  });
  return [size, filter];
}

function isWhole({ changes, startState }: Transaction): boolean {
  let whole = keepsCharacters(changes, startState.doc);
  changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => {
    const text = inserted.toString();
    whole &&= !text.includes('\r') && !LONE_SURROGATE.test(text);
  });
  return whole;
}

/** The same edit on whole characters: half a surrogate pair takes its other half along, a lone half is left out. */
function repaired(transaction: Transaction): TransactionSpec {
  const { changes, newDoc, newSelection, effects, scrollIntoView } = transaction;
  const { doc } = transaction.startState;
  const whole: { from: number; to: number; insert: string }[] = [];
  changes.iterChanges((fromA, toA, _fromB, _toB, text) => {
    const inserted = withLineFeeds(text.toString());
    whole.push(
      fromA === toA && splitsPair(doc, fromA) ? between(doc, fromA, inserted) : around(doc, fromA, toA, inserted),
    );
  }, true);
  const change = ChangeSet.of(whole, doc.length);
  const rest = { effects, scrollIntoView, userEvent: transaction.annotation(Transaction.userEvent) };
  // The same text by a different change, as when the editor compares what was typed before an equal character.
  if (applyChange(change, doc).eq(newDoc)) return { changes: change, selection: newSelection, ...rest };
  // Mapped over the text before, because the repaired edit may have another length.
  const place = (position: number) => change.mapPos(changes.invertedDesc.mapPos(position, 1), 1);
  const ranges = newSelection.ranges.map(({ anchor, head }) => EditorSelection.range(place(anchor), place(head)));
  return { changes: change, selection: EditorSelection.create(ranges, newSelection.mainIndex), ...rest };
}

function around(doc: Text, fromA: number, toA: number, inserted: string) {
  const from = splitsPair(doc, fromA) ? fromA - 1 : fromA;
  const to = splitsPair(doc, toA) ? toA + 1 : toA;
  const insert = `${doc.sliceString(from, fromA)}${inserted}${doc.sliceString(toA, to)}`.replace(LONE_SURROGATES, '');
  return { from, to, insert };
}

/** Inside a surrogate pair: kept if the result is whole, else inserted before the pair, without lone halves. */
function between(doc: Text, at: number, inserted: string) {
  const [high, low] = [doc.sliceString(at - 1, at), doc.sliceString(at, at + 1)];
  if (LONE_SURROGATE.test(`${high}${inserted}${low}`)) return insertion(at - 1, inserted.replace(LONE_SURROGATES, ''));
  // The pair itself is kept where possible, so that others' edits and cursors at it stay.
  return inserted.endsWith(high) ? insertion(at - 1, high + inserted.slice(0, -1)) : around(doc, at, at, inserted);
}

const insertion = (at: number, insert: string) => ({ from: at, to: at, insert });
