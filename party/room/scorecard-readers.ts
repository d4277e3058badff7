/** Who may read which scorecard: whoever has a line in it. So each interviewer's own is theirs alone, and those that were handed in are read by those who have handed in theirs. */
import type { RoomDocument } from '../document/document.js';
import { readEntries } from '../shared/entries.js';
import { isScorecard, OPEN_SCORECARDS, SCORES_DOCUMENT } from '../shared/protocol.js';

/** What was loaded from the disk says it; later whoever has posted a scorecard is added. */
export class ScorecardReaders {
  readonly #readers = new Map<number, Set<string>>();

  constructor(documents: ReadonlyMap<number, RoomDocument>) {
    for (const [id, { text }] of documents)
      if (isScorecard(id)) this.#readers.set(id, new Set(readEntries(text.toString()).map(({ by }) => by)));
  }

  has(person: string, document: number): boolean {
    return this.#readers.get(document)?.has(person) === true;
  }

  add(person: string, document: number): void {
    this.#readers.get(document)?.add(person);
  }

  /** Where this person's own is kept, or can be; null: the room has as many as it keeps. */
  own(person: string): number | null {
    const all = Array.from({ length: OPEN_SCORECARDS }, (_, index) => SCORES_DOCUMENT + 1 + index);
    const free = all.find((id) => this.#readers.get(id)?.size === 0);
    return all.find((id) => this.has(person, id)) ?? free ?? null;
  }
}
