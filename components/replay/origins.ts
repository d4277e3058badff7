// Where each edit of a replay came from, as far as the file tells: nothing is guessed about what came at once.
import { ACTIVITY_LIMITS } from '../../party/shared/activity.js';
import type { Words } from '../wording/words.js';
import type { ReplayEntry } from './read-replay.js';
import type { Recording } from './recording.js';
import type { Edit } from './replay-document.js';

/** As the legend says them. */
export const ORIGIN_WORDS = {
  typed: 'Typed',
  pasted: 'Pasted from outside the room',
  'at-once': 'Came at once: moved, brought back or pasted',
  private: 'Written in private time',
  starter: 'Starter code',
  accepted: 'Accepted proposal',
} as const satisfies Words;

export type Origin = keyof typeof ORIGIN_WORDS;

/** A page tells the room of a paste when the room can be reached. */
const PASTE_MS = 10_000;
/** What was written in private comes when that is over, by the clock of its page. */
const RELEASE_MS = 10_000;
const CLOCKS_MS = 2_000;

/** Pastes and proposals that are looked for: more than any interview has. A file may come from anybody. */
const MOST = 200;

interface FileEdit {
  edit: Edit;
  /** The number of the file's document. */
  file: number;
  inserted: number;
}

export class Origins {
  /** Of what was not typed. */
  readonly #known = new Map<Edit, Origin>();

  constructor(recording: Recording) {
    const edits = recording.files.list.flatMap(({ id, history }) =>
      history.edits.map((edit): FileEdit => ({ edit, file: id, inserted: insertedBy(edit) })),
    );
    for (const { edit, inserted } of edits) {
      if (edit.person === null) this.#known.set(edit, 'starter');
      else if (inserted >= ACTIVITY_LIMITS.pasted) this.#known.set(edit, 'at-once');
    }
    this.#markPrivate(recording, edits);
    this.#markPasted(recording, edits);
    this.#markAccepted(recording.events, edits);
  }

  of(edit: Edit): Origin {
    return this.#known.get(edit) ?? 'typed';
  }

  /** Those there are, in the order of the table. */
  get kinds(): Origin[] {
    const there = new Set<Origin>(['typed', ...this.#known.values()]);
    return (Object.keys(ORIGIN_WORDS) as Origin[]).filter((origin) => there.has(origin));
  }

  /** The first edit of each file when private time is over, if it is more than a key. */
  #markPrivate({ stretches, people }: Recording, edits: readonly FileEdit[]): void {
    for (const { by, to } of stretches) {
      const files = new Set<number>();
      for (const { edit, file, inserted } of edits) {
        const { time, person } = edit;
        if (person === null || people[person]?.id !== by || files.has(file)) continue;
        if (time < to - CLOCKS_MS || time > to + RELEASE_MS || inserted < 2) continue;
        this.#known.set(edit, 'private');
        files.add(file);
      }
    }
  }

  /** By the activity log, which says who and how much: the nearest edit of that size. */
  #markPasted({ events, people }: Recording, edits: readonly FileEdit[]): void {
    const before = new Map<unknown, number>();
    const large = edits.filter(({ inserted }) => inserted >= ACTIVITY_LIMITS.pasted);
    for (const { time, data } of events.filter(isOf('activity', 'paste')).slice(0, MOST)) {
      const line = fieldsOf(data);
      if (typeof line?.characters !== 'number') continue;
      // What was pasted within a minute is one line, which grows.
      const size = line.characters - (before.get(line.id) ?? 0);
      before.set(line.id, line.characters);
      let found: FileEdit | undefined;
      for (const one of large) {
        const { edit, inserted } = one;
        if (edit.person === null || people[edit.person]?.id !== line.by || inserted !== size) continue;
        const apart = Math.abs(edit.time - time);
        if (apart > PASTE_MS || this.#known.get(edit) === 'pasted') continue;
        if (!found || apart < Math.abs(found.edit.time - time)) found = one;
      }
      if (found) this.#known.set(found.edit, 'pasted');
    }
  }

  /** An accepted proposal is the room's own edit, made just before the line that says so. */
  #markAccepted(events: readonly ReplayEntry[], edits: readonly FileEdit[]): void {
    const byRoom = edits.filter(({ edit }) => edit.person === null);
    for (const { time, data } of events.filter(isOf('proposals', 'accepted')).slice(0, MOST)) {
      const found = byRoom.findLast(
        ({ edit, file }) => edit.time <= time && file === fieldsOf(data)?.document && this.of(edit) !== 'accepted',
      );
      if (found) this.#known.set(found.edit, 'accepted');
    }
  }
}

function insertedBy({ change }: Edit): number {
  let inserted = 0;
  change.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    inserted += toB - fromB;
  }, true);
  return inserted;
}

/** Lines of a document with this `kind` of their own. */
function isOf(kind: string, own: string): (entry: ReplayEntry) => boolean {
  return (entry) => entry.kind === kind && fieldsOf(entry.data)?.kind === own;
}

function fieldsOf(data: unknown): Record<string, unknown> | null {
  return data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : null;
}
