/** Encodes CodeMirror change sets for the wire, and decodes and checks them; PROTOCOL.md, "Change". */
import { ChangeSet, type Text } from '@codemirror/state';
import { isHighSurrogate, isLowSurrogate, utf8Length } from '../plain-text.js';
import { decodeText, encodeText, FrameError, type Reader, type Writer } from './codec.js';

/** As in `ChangeSet.toJSON`: the length of a kept part, or `[deleted, ...inserted lines]`. Sections are not merged, because mapping depends on their borders. */
type Section = number | [number, ...string[]];

export function writeChange(writer: Writer, change: ChangeSet): void {
  let kept = 0;
  for (const section of change.toJSON() as Section[]) {
    if (typeof section === 'number') {
      kept += section;
      continue;
    }
    const [deleted, ...lines] = section;
    const inserted = encodeText(lines.join('\n'));
    writer.uint(kept).uint(inserted.length * 2 + (deleted > 0 ? 1 : 0));
    if (deleted > 0) writer.uint(deleted);
    writer.raw(inserted);
    kept = 0;
  }
}

/** One place of a change on the wire, after so many kept units. */
export interface WirePlace {
  kept: number;
  deleted: number;
  /** In UTF-8. */
  inserted: Uint8Array;
}

/** Reads to the end of the frame; `limit` is for the inserted bytes. Throws FrameError. */
export function* readPlaces(reader: Reader, limit: number): Generator<WirePlace> {
  while (!reader.done) {
    const kept = reader.uint();
    const head = reader.uint();
    const deleted = head % 2 === 1 ? reader.uint() : 0;
    const inserted = reader.take(Math.floor(head / 2), limit);
    if (deleted === 0 && inserted.length === 0) throw new FrameError('A change deletes nothing and inserts nothing.');
    yield { kept, deleted, inserted };
  }
}

/** `length` is that of the text before the change, in UTF-16 units; the rest of the text is kept. A change may be empty: its deletion may have been done by others. Throws FrameError. */
export function readChange(reader: Reader, length: number, limit: number): ChangeSet {
  const sections: Section[] = [];
  let at = 0;
  for (const { kept, deleted, inserted: bytes } of readPlaces(reader, limit)) {
    const inserted = decodeText(bytes);
    if (inserted.includes('\r')) throw new FrameError('Lines end with LF; send no CR.');
    at += kept + deleted;
    if (at > length) throw new FrameError('A change reaches past the end of the text.');
    if (kept > 0) sections.push(kept);
    sections.push(inserted === '' ? [deleted] : [deleted, ...inserted.split('\n')]);
  }
  if (at < length) sections.push(length - at);
  return ChangeSet.fromJSON(sections);
}

/** True when no place begins or ends inside a surrogate pair of `text`. */
export function keepsCharacters(change: ChangeSet, text: Slices): boolean {
  let whole = true;
  change.iterChangedRanges((from, to) => {
    whole &&= !splitsPair(text, from) && !splitsPair(text, to);
  }, true);
  return whole;
}

/** A Text or a string. */
interface Slices {
  readonly length: number;
  sliceString(from: number, to: number): string;
}

export function splitsPair(text: Slices, at: number): boolean {
  if (at === 0 || at === text.length) return false;
  const around = text.sliceString(at - 1, at + 1);
  return isHighSurrogate(around.charCodeAt(0)) && isLowSurrogate(around.charCodeAt(1));
}

/** By how many UTF-8 bytes the change makes `text` longer; negative when shorter. */
export function bytesGrown(change: ChangeSet, text: Slices): number {
  let grown = 0;
  change.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    grown += utf8Length(inserted.toString()) - (toA > fromA ? utf8Length(text.sliceString(fromA, toA)) : 0);
  }, true);
  return grown;
}

/** The smallest single replacement that turns `before` into `after`; null when they are equal. */
export function replacement(before: Text, after: Text): ChangeSet | null {
  if (before.eq(after)) return null;
  const a = before.toString();
  const b = after.toString();
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  if (splitsPair(before, a.length - end) || splitsPair(after, b.length - end)) end--;
  return ChangeSet.of({ from: start, to: a.length - end, insert: b.slice(start, b.length - end) }, a.length);
}

/** FNV-1a over UTF-16 units, 32 bits: detects texts that have diverged by accident, not by an attack. */
export function hashText(text: Text): number {
  let hash = 0x811c9dc5;
  for (const chunk of text.iter()) {
    for (let i = 0; i < chunk.length; i++) hash = Math.imul(hash ^ chunk.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
