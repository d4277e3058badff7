// The result of adding files from the computer, as one sentence that names the files that were not added.
import type { ValuesOf } from '../../party/shared/sentence.js';
import { translated, type Words } from './words.js';

/** Whole sentences, and after them reasons, which stand in brackets behind the names of files. */
export const ADDED_TEXTS = {
  'files-added': '{count:file was|files were} added.',
  'files-replaced': '{count:file was|files were} replaced.',
  'files-refused': 'Not added: {files}.',
  'files-left-out': 'Left out: {files} (hidden, or packages).',
  'no-files-in-it': 'There was no file in it.',
  'file-clashes': '{names} is in this room already, with another text.',
  'files-clash': '{names} are in this room already, with other texts.',
  'names-and-more': '{names} and {count} more',

  'file-not-text': 'not text; save as UTF-8 what is to be read here',
  'file-large': 'larger than 512 KiB; take a part of it',
  'file-too-many': 'too many files at once; choose those that are needed',
  'file-twice': 'two names that differ by case only; rename one',
  'file-protected': 'read-only; ask an interviewer',
  'file-unreadable': 'your computer does not let the page read it; copy it elsewhere and try again',
} as const satisfies Words;

interface Brought {
  added: number;
  replaced: number;
  /** Reasons, with the files they apply to. */
  faults: ReadonlyMap<string, readonly string[]>;
  leftOut: readonly string[];
}

/** Maximum number of names; further ones are counted. */
const NAMED = 5;

export function addedText<C extends keyof typeof ADDED_TEXTS>(
  code: C,
  ...[values]: ValuesOf<(typeof ADDED_TEXTS)[C]>
): string {
  return translated(ADDED_TEXTS[code], values);
}

export function broughtSentence({ added, replaced, faults, leftOut }: Brought): string {
  const parts: string[] = [];
  if (added > 0) parts.push(addedText('files-added', { count: added }));
  if (replaced > 0) parts.push(addedText('files-replaced', { count: replaced }));
  const refused = [...faults].map(([why, names]) => `${listed(names)} (${why})`);
  if (refused.length > 0) parts.push(addedText('files-refused', { files: refused.join(', ') }));
  if (leftOut.length > 0) parts.push(addedText('files-left-out', { files: listed(leftOut) }));
  return parts.join(' ') || addedText('no-files-in-it');
}

export function clashSentence(names: readonly string[]): string {
  return addedText(names.length === 1 ? 'file-clashes' : 'files-clash', { names: listed(names) });
}

/** The sentence as a clause in brackets. */
export function asReason(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return more > 0 ? addedText('names-and-more', { names: shown, count: more }) : shown;
}
