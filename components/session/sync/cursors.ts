/** Cursors: maps others' cursors to the text this person sees, and sends this person's. */

import type { ChangeDesc, ChangeSet } from '@codemirror/state';
import { countPlaces, lastPlace } from '../../../party/shared/text-change.js';
import type { People, Person } from './people.js';

/** Interval of cursor moves that are sent; the newest wins. */
const MOVE_MS = 50;
/** Changes kept to map cursors of earlier versions, and the maximum of places for mapping one. A room names the version of each cursor. */
const REMEMBERED = 500;
const PLACES = 20_000;

export interface Selection {
  anchor: number;
  head: number;
}

interface CursorsEvents {
  /** `replica`: whose cursor has moved. */
  changed(replica?: number): void;
  send(selection: Selection): void;
  /** All of my edits are confirmed: others have the text that my selection is in. */
  settled(): boolean;
}

/** Somebody else's cursor. */
export interface RemoteCursor extends Selection {
  person: Person;
}

export class Cursors {
  /** By replica, in positions of the visible text. */
  readonly others = new Map<number, Selection>();
  #mine: Selection | null = null;
  /** Where others see my cursor. */
  #told: Selection | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #confirmed: { version: number; change: ChangeDesc; places: number }[] = [];

  constructor(private readonly events: CursorsEvents) {}

  /** Of the others, those whose replica belongs to somebody who is here. */
  of(people: People): Map<number, RemoteCursor> {
    const found = [...this.others].flatMap(([replica, at]): [number, RemoteCursor][] => {
      const person = people.byReplica(replica);
      return person ? [[replica, { ...at, person }]] : [];
    });
    return new Map(found);
  }

  /** My selection, in positions of the visible text. */
  point(selection: Selection): void {
    this.#mine = selection;
    this.tell();
  }

  /** Sends my selection if others see it elsewhere. While I type, it moves with my edits and need not be sent. */
  tell(): void {
    if (!this.#mine || this.#timer !== null || same(this.#mine, this.#told) || !this.events.settled()) return;
    this.#told = this.#mine;
    this.events.send(this.#mine);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.tell();
    }, MOVE_MS);
  }

  /** A confirmed change, before it is shown. */
  confirm(version: number, change: ChangeDesc): void {
    this.#confirmed.push({ version, change, places: countPlaces(change) });
    if (this.#confirmed.length > REMEMBERED) this.#confirmed = this.#confirmed.slice(-REMEMBERED / 2);
  }

  /** Somebody's cursor, in positions of the visible text. */
  place(replica: number, at: Selection): void {
    this.others.set(replica, at);
    this.events.changed(replica);
  }

  /** Where a selection at a version this session has passed is now; `pending` leads from there to the visible text, of this `length`. Null when that is not known. */
  find(
    at: Selection & { version: number },
    version: number,
    pending: readonly ChangeDesc[],
    length: number,
  ): Selection | null {
    const since = this.#confirmed.filter((entry) => entry.version > at.version);
    if (at.version + since.length !== version || since.reduce((sum, { places }) => sum + places, 0) > PLACES)
      return null;
    const steps = since.map((entry) => entry.change).concat(pending);
    const map = (position: number) =>
      Math.min(
        length,
        steps.reduce((p, change) => change.mapPos(Math.min(p, change.length), -1), position),
      );
    return { anchor: map(at.anchor), head: map(at.head) };
  }

  /** The visible text has changed: by me (`author` null), by a replica, or by nobody in particular (0). */
  shift(change: ChangeSet, author: number | null): void {
    for (const [replica, at] of this.others) {
      this.others.set(replica, replica === author ? (endOf(change) ?? moved(at, change)) : moved(at, change));
    }
    if (this.#told) this.#told = author === null ? (endOf(change) ?? this.#told) : moved(this.#told, change);
    // After what is typed the editor names the new place itself; after a script's edit nobody does.
    if (this.#mine) this.#mine = moved(this.#mine, change);
  }

  remove(replicas: readonly number[]): void {
    const gone = replicas.filter((replica) => this.others.delete(replica));
    if (gone.length > 0) this.events.changed();
  }

  /** Disconnected: others' cursors are unknown, and mine has to be sent again. */
  clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#told = null;
    this.#confirmed = [];
    this.others.clear();
    this.events.changed();
  }
}

const same = (a: Selection, b: Selection | null): boolean => a.anchor === b?.anchor && a.head === b.head;

function moved(at: Selection, change: ChangeDesc): Selection {
  return {
    anchor: change.mapPos(Math.min(at.anchor, change.length), -1),
    head: change.mapPos(Math.min(at.head, change.length), -1),
  };
}

/** The author's cursor after this edit. */
function endOf(change: ChangeSet): Selection | null {
  const end = lastPlace(change);
  return end === null ? null : { anchor: end, head: end };
}
