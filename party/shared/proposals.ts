/** Proposals: changes of files that stand until somebody who may edit accepts or declines them. The room alone writes them, a line of JSON each. */
import type { ChangeSet, Text } from '@codemirror/state';
import { readEntries, type Stamp } from './entries.js';

/** One place of a proposed change, in positions of the version it stands for. */
export interface ProposedPlace {
  from: number;
  to: number;
  /** What stands there, and what is to stand there. */
  removed: string;
  insert: string;
  /** To show it as lines: the number of the first, and what stands before and after the place in its lines. */
  line: number;
  lead: string;
  tail: string;
}

interface ProposedLine extends Stamp {
  kind: 'proposed';
  /** Number and name of the file, the version the places are of, and the length of the text then. */
  document: number;
  file: string;
  version: number;
  length: number;
  why: string;
  places: ProposedPlace[];
}

/** What became of a proposal. An accepted one names the file and the version that it made, so that the edit is found in the log. */
interface JudgedLine extends Stamp {
  kind: 'accepted' | 'declined';
  proposal: number;
  document?: number;
  version?: number;
}

export interface Proposal extends Omit<ProposedLine, 'kind'> {
  state: 'open' | 'accepted' | 'declined';
  /** Who accepted or declined it and when; of an accepted one also the version that it made. */
  judged?: { by: string; name: string; at: number; version?: number };
}

export const PROPOSAL_LIMITS = {
  /** Places of a proposal, and the characters it takes out and puts in. */
  places: 200,
  characters: 20_000,
  /** Characters of the reason. */
  why: 2_000,
  /** Proposals of a room that nobody has accepted or declined yet. */
  open: 20,
  /** Characters before and after a place that are shown. */
  around: 200,
} as const;

/** The places of a change of a text, in order; null: there are too many for a proposal, or they have too many characters. */
export function placesWithin(
  change: ChangeSet,
  text: Text,
  { places: most, characters }: Readonly<Record<'places' | 'characters', number>> = PROPOSAL_LIMITS,
): Pick<ProposedPlace, 'from' | 'to' | 'removed' | 'insert'>[] | null {
  const places: Pick<ProposedPlace, 'from' | 'to' | 'removed' | 'insert'>[] = [];
  let left = characters;
  change.iterChanges((from, to, _fromB, _toB, inserted) => {
    left -= to - from + inserted.length;
    if (left < 0 || places.length > most) return;
    const [removed, insert] = [text.sliceString(from, to), inserted.toString()];
    if (removed !== insert) places.push({ from, to, removed, insert });
  });
  return left < 0 || places.length > most ? null : places;
}

/** In the order in which they were made. */
export function readProposals(text: string): Proposal[] {
  const proposals = new Map<number, Proposal>();
  for (const entry of readEntries<ProposedLine | JudgedLine>(text)) {
    if (entry.kind === 'proposed') {
      const { kind: _, ...proposal } = entry;
      proposals.set(entry.id, { ...proposal, state: 'open' });
      continue;
    }
    const { kind, proposal: id, by, name, at, version } = entry;
    const proposal = proposals.get(id);
    if (!proposal) continue;
    proposal.state = kind;
    proposal.judged = { by, name, at, ...(version !== undefined && { version }) };
  }
  return [...proposals.values()];
}

/** The lines of a place as they are and as they are to be. */
export function proposedLines({ removed, insert, lead, tail }: ProposedPlace): { before: string[]; after: string[] } {
  const lines = (text: string) => `${lead}${text}${tail}`.split('\n');
  return { before: lines(removed), after: lines(insert) };
}

/**
 * The same without a line that stays as it is: the one behind a place of whole lines, and the one that lines are put behind.
 * `skipped`: so many lines of the place stand before those.
 */
export function changedLines(place: ProposedPlace): { skipped: number; before: string[]; after: string[] } {
  const { before, after } = proposedLines(place);
  if (before.at(-1) === after.at(-1) && before.length + after.length > 2) {
    before.pop();
    after.pop();
  }
  const first = before.length > 0 && before[0] === after[0];
  const skipped = first && before.length + after.length > 2 ? 1 : 0;
  return { skipped, before: before.slice(skipped), after: after.slice(skipped) };
}
