/** Reversal: the change that removes one author's edits from a text and keeps everybody else's. */
import type { ChangeSet, Text } from '@codemirror/state';
import { applyChange, composeAll, countPlaces } from '../shared/text-change.js';
import type { LogEntry } from './log-segment-writer.js';

/** Limit on the places that are mapped: about a tenth of a second. */
const WORK = 2_000_000;

/** `entries` are consecutive; the first was made on `text`. Null when there is nothing to remove, or it would take too long. */
export function reversalOf(author: number, text: Text, entries: readonly LogEntry[]): ChangeSet | null {
  let reversal = null as ChangeSet | null;
  let now = text;
  let work = 0;
  // Consecutive entries of one author are composed. That is safe here, because the result is a new edit that no session has to recognise.
  for (const { own, change } of runs(author, entries)) {
    if (own) reversal = reversal ? change.invert(now).compose(reversal) : change.invert(now);
    else reversal = reversal?.map(change) ?? null;
    now = applyChange(change, now);
    work += reversal ? countPlaces(reversal) : 0;
    if (work > WORK) return null;
  }
  return reversal?.empty ? null : reversal;
}

function* runs(author: number, entries: readonly LogEntry[]): Generator<{ own: boolean; change: ChangeSet }> {
  let run: ChangeSet[] = [];
  for (const [at, entry] of entries.entries()) {
    run.push(entry.change);
    const own = entry.author === author;
    const next = entries[at + 1];
    if (next && (next.author === author) === own) continue;
    const change = composeAll(run);
    if (change) yield { own, change };
    run = [];
  }
}
