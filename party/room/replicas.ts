/** Replicas: assigns their numbers, and gives a returning session its replica back if it has the resume token. */
import { toHex } from '../shared/bytes.js';

/** A replica that has been away for so long is not resumed; its edits stay its own in the log. */
const FORGET_MS = 30 * 24 * 3600 * 1000;

/** Replicas remembered, and how many of them that have written: the replay needs those for names. */
const KEPT = 1_000;
const AUTHORS_KEPT = 4_000;

export interface StoredReplica {
  person: string;
  /** The only token that resumes this replica, in hex. */
  resume: string;
  at: number;
}

export class Replicas {
  readonly #byToken = new Map<string, number>();

  /** Numbers from `next` on are free. */
  constructor(
    private readonly stored: Map<number, StoredReplica>,
    private next: number,
    private readonly save: (replica: number, stored: StoredReplica | undefined) => void,
    /** Called before a number is assigned, so that the number is reserved on disk in time. */
    private readonly reserve: (replica: number) => void,
    now: number,
  ) {
    for (const [replica, { resume, at }] of stored) {
      if (now - at < FORGET_MS) this.#byToken.set(resume, replica);
    }
  }

  /** Whether the token resumes any replica here, whoever it belongs to. */
  knows(resume: Uint8Array): boolean {
    return this.#byToken.has(toHex(resume));
  }

  /** The replica of this token, for this person only. */
  find(resume: Uint8Array, person: string): number | null {
    const replica = this.#byToken.get(toHex(resume));
    return replica !== undefined && this.stored.get(replica)?.person === person ? replica : null;
  }

  /** Assigns `replica`, or a new one, with a new resume token; the previous token becomes invalid. */
  grant(replica: number | null, person: string, now: number): { replica: number; resume: Uint8Array } {
    const number = replica ?? this.next++;
    this.reserve(number);
    const before = this.stored.get(number);
    if (before) this.#byToken.delete(before.resume);
    const resume = crypto.getRandomValues(new Uint8Array(16));
    const kept: StoredReplica = { person, resume: toHex(resume), at: now };
    this.stored.set(number, kept);
    this.#byToken.set(kept.resume, number);
    this.save(number, kept);
    return { replica: number, resume };
  }

  /** The person of a replica, present or past. */
  personOf(replica: number): string | undefined {
    return this.stored.get(replica)?.person;
  }

  /** The person of each author number. */
  get authors(): [replica: number, person: string][] {
    return [...this.stored].map(([replica, { person }]) => [replica, person]);
  }

  /** Drops the least recently seen once there are many, those that never `wrote` first; never those that are `here`. False when there were few. */
  prune(here: (replica: number) => boolean, wrote: (replica: number) => boolean): boolean {
    if (this.stored.size <= KEPT + KEPT / 4) return false;
    const oldest = [...this.stored].filter(([replica]) => !here(replica)).sort(([, a], [, b]) => a.at - b.at);
    const silent = oldest.filter(([replica]) => !wrote(replica));
    const beyond = Math.max(0, this.stored.size - AUTHORS_KEPT);
    const surplus = [...silent.slice(0, this.stored.size - KEPT), ...oldest.slice(0, beyond)];
    for (const [replica] of surplus) this.#forget(replica);
    return true;
  }

  #forget(replica: number): void {
    this.#byToken.delete(this.stored.get(replica)?.resume ?? '');
    this.stored.delete(replica);
    this.save(replica, undefined);
  }
}
