/** Archive of past runs, for the replay: per person, the most informative runs are kept, so that nobody's runs displace another's. */

import { Text } from '@codemirror/state';
import { type Output, PIECE_BYTES, WHOLE_KINDS } from '../shared/output.js';
import { utf8Length } from '../shared/plain-text.js';
import { hashText } from '../shared/wire/change.js';
import { packOutput, unpackOutput } from '../shared/wire/output.js';
import { runKey, STORAGE_KEYS } from '../storage/storage-keys.js';
import type { StoredRun } from './shared-run.js';

/** Runs kept per person; in an interview people press Run some dozens of times. */
const RUNS_OF_ONE = 100;
/** Bytes of output kept per person; most runs print a few hundred. */
const BYTES_OF_ONE = 256 * 1024;
/** Output that is kept of each run, even when the person's limit is reached. */
const BYTES_AT_LEAST = 2 * 1024;
/** Output of a run in one stored value, which has space for the rest beside it: a room's limit of output may be higher, and prompts come on top of it. */
const STORED_BYTES = 112 * 1024;
/** Prompts that are stored without their text, so that the later ones keep their numbers. */
const EMPTY_PROMPTS = 2_000;
/** Number of people with a list of their own, first come first served; all others share one, in case people are made up. */
const OWN_LISTS = 20;
const SHARED_LIST = 'others';
/** The latest runs are never dropped. */
const LATEST = 10;
/** How informative a run is: a repeated one, one that ended well and printed nothing, any other. */
const WEIGHTS = { repeated: 1, silent: 4, notable: 64 };
/** Factor for a person's longest run. */
const LONGEST = 8;

/** A kept run in the list. */
export interface ListedRun {
  run: number;
  startedAt: number;
  durationMs: number;
  bytes: number;
  /** Equal for runs of the same text with the same outcome. Stored under this name. */
  likeness: number;
  weight: number;
}

export class RunArchive {
  /** `runLists` are the stored lists, by person. */
  constructor(
    private readonly runLists: Map<string, ListedRun[]>,
    private readonly put: (key: string, value: unknown) => void,
  ) {}

  /** Adds a finished run. */
  keep(stored: StoredRun): void {
    const owner = this.#ownerOf(stored.record.person);
    const list = this.runLists.get(owner) ?? [];
    const held = list.reduce((bytes, each) => bytes + each.bytes, 0);
    const share = Math.max(BYTES_AT_LEAST, (BYTES_OF_ONE - held) / 2);
    const output = shortened(stored.output, Math.min(STORED_BYTES, share));
    const kept = [...list, listed(stored, output.length)];
    this.put(runKey(stored.record.run), withOutput(stored, output));
    while (kept.length > RUNS_OF_ONE) {
      const [dropped] = kept.splice(leastTelling(kept), 1);
      if (dropped) this.put(runKey(dropped.run), undefined);
    }
    this.runLists.set(owner, kept);
    this.put(`${STORAGE_KEYS.runList}${owner}`, kept);
  }

  /** False in a room of version 0.1.0, which stored runs without lists. */
  get lists(): boolean {
    return this.runLists.size > 0;
  }

  #ownerOf(person: string): string {
    const own = this.runLists.has(person) || this.runLists.size < OWN_LISTS;
    return own ? person : SHARED_LIST;
  }
}

/** The current run as one stored value. */
export function storable(run: StoredRun): StoredRun {
  return withOutput(run, shortened(run.output, STORED_BYTES, run.record.state === 'running'));
}

/** When its output came is known of the whole only. */
function withOutput({ outputTimes, ...run }: StoredRun, output: Uint8Array): StoredRun {
  return { ...run, output, ...(outputTimes && output === run.output && { outputTimes }) };
}

function listed({ record, startedAt, endedAt, output }: StoredRun, bytes: number): ListedRun {
  const { run, document, version, language, state, elapsedMs } = record;
  const text = unpackOutput(output).map(({ kind, text }) => `${kind} ${text}`);
  const silent = output.length === 0 && (state === 'done' || state === 'stopped');
  return {
    run,
    startedAt,
    durationMs: endedAt === undefined ? elapsedMs : endedAt - startedAt,
    bytes,
    likeness: hashText(Text.of([document, version, language, state, ...text].join('\n').split('\n'))),
    weight: silent ? WEIGHTS.silent : WEIGHTS.notable,
  };
}

/** Index of the least informative run: it counts less if there are many within a short time, more if it stands alone. */
function leastTelling(list: readonly ListedRun[]): number {
  const longest = Math.max(...list.map(({ durationMs }) => durationMs));
  const seen = new Set<number>();
  let [least, at] = [Number.POSITIVE_INFINITY, 0];
  for (const [index, each] of list.slice(0, -LATEST).entries()) {
    const gap = (neighbour: ListedRun | undefined) =>
      neighbour ? Math.abs(each.startedAt - neighbour.startedAt) : Number.POSITIVE_INFINITY;
    const alone = 1_000 + Math.min(gap(list[index - 1]), gap(list[index + 1]));
    const weight = seen.has(each.likeness) ? WEIGHTS.repeated : each.weight;
    const tells = alone * weight * (each.durationMs === longest ? LONGEST : 1);
    seen.add(each.likeness);
    // Of equals, later ones are dropped: making many runs does not displace the earlier ones.
    if (tells <= least) [least, at] = [tells, index];
  }
  return at;
}

/** Keeps beginning and end of a longer output; pieces that cannot be cut are kept whole or dropped. `asks`: the program may still wait for an answer, and a prompt is known by how many come before it. */
function shortened(packed: Uint8Array, limit: number, asks = false): Uint8Array {
  if (packed.length <= limit) return packed;
  const output = unpackOutput(packed);
  const head = within(output, limit / 2, (text, length) => text.slice(0, length));
  const tail = within(output.toReversed(), limit / 2, (text, length) => text.slice(text.length - length)).toReversed();
  const note: Output = { kind: 'note', text: 'What stood here is not kept: a room keeps only so much of many runs.' };
  const prompts = (pieces: readonly Output[]) => pieces.filter(({ kind }) => kind === 'prompt').length;
  const left = asks ? Math.min(EMPTY_PROMPTS, prompts(output) - prompts(head) - prompts(tail)) : 0;
  const empty = Array.from({ length: left }, (): Output => ({ kind: 'prompt', text: '' }));
  return packOutput([...head, note, ...empty, ...tail]);
}

function within(output: readonly Output[], limit: number, cut: (text: string, length: number) => string): Output[] {
  const parts: Output[] = [];
  let left = limit;
  for (const { kind, text } of output) {
    const bytes = utf8Length(text) + PIECE_BYTES;
    // At most three bytes per unit.
    if (bytes > left && !WHOLE_KINDS.has(kind))
      parts.push({ kind, text: cut(text, Math.floor(left / 3)).toWellFormed() });
    else if (bytes <= left) parts.push({ kind, text });
    left -= bytes;
    if (left <= 0) break;
  }
  return parts;
}
