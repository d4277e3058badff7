/** What takes one author's edits out of a text again, and leaves everybody else's. */
import type { ChangeSet, Text } from '@codemirror/state';
import { applyChange, composeAll, countPlaces } from '../shared/text-change.js';
import type { Entry } from './log-segment-writer.js';

/** Places that may be gone through for it: a tenth of a second. */
const WORK = 2_000_000;

/** `entries` follow each other, the first made on `text`. Null when there is nothing to take out, or when it would take too long. */
export function reversalOf(author: number, text: Text, entries: readonly Entry[]): ChangeSet | null {
  let reversal = null as ChangeSet | null;
  let now = text;
  let work = 0;
  // Those of one hand that follow each other are one: what comes of it is the room's own edit, and need not be found by anybody else.
  for (const { own, change } of runs(author, entries)) {
    if (own) reversal = reversal ? change.invert(now).compose(reversal) : change.invert(now);
    else reversal = reversal?.map(change) ?? null;
    now = applyChange(change, now);
    work += reversal ? countPlaces(reversal) : 0;
    if (work > WORK) return null;
  }
  return reversal?.empty ? null : reversal;
}

function* runs(author: number, entries: readonly Entry[]): Generator<{ own: boolean; change: ChangeSet }> {
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
