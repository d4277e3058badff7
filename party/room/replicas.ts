/** Gives replica numbers, and takes up again those whose connection came back with the right token. */
import { toHex } from '../shared/bytes.js';

/** A replica that has not been back for so long is not taken up again; its edits stay its own in the log. */
const FORGET_MS = 30 * 24 * 3600 * 1000;

/** Replicas remembered, and how many of those who have written: the replay names them. */
const KEPT = 1_000;
const AUTHORS_KEPT = 4_000;

export interface StoredReplica {
  person: string;
  /** Hex; the one token that takes this replica up again. */
  resume: string;
  at: number;
}

export class Replicas {
  readonly #byToken = new Map<string, number>();

  /** `next` numbers upwards are free. */
  constructor(
    private readonly stored: Map<number, StoredReplica>,
    private next: number,
    private readonly save: (replica: number, stored: StoredReplica | undefined) => void,
    /** Told each number before it is given, so that it is set aside in time. */
    private readonly reserve: (replica: number) => void,
    now: number,
  ) {
    for (const [replica, { resume, at }] of stored) {
      if (now - at < FORGET_MS) this.#byToken.set(resume, replica);
    }
  }

  /** The token takes up something here; whose, is to be seen. */
  knows(resume: Uint8Array): boolean {
    return this.#byToken.has(toHex(resume));
  }

  /** The replica this token takes up, for this person only. */
  find(resume: Uint8Array, person: string): number | null {
    const replica = this.#byToken.get(toHex(resume));
    return replica !== undefined && this.stored.get(replica)?.person === person ? replica : null;
  }

  /** Gives out `replica`, or a new one, with a token that voids the one before. */
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

  /** Who a replica is, or was. */
  personOf(replica: number): string | undefined {
    return this.stored.get(replica)?.person;
  }

  /** Who each author number stands for. */
  get authors(): [replica: number, person: string][] {
    return [...this.stored].map(([replica, { person }]) => [replica, person]);
  }

  /** Forgets the longest silent once there are many: first those who never `wrote`, and those who are `here` never. False: there were few. */
  prune(here: (replica: number) => boolean, wrote: (replica: number) => boolean): boolean {
    if (this.stored.size <= KEPT + KEPT / 4) return false;
    const oldest = [...this.stored].filter(([replica]) => !here(replica)).sort(([, a], [, b]) => a.at - b.at);
    const silent = oldest.filter(([replica]) => !wrote(replica));
    const surplus = [...silent.slice(0, this.stored.size - KEPT), ...oldest.slice(0, this.stored.size - AUTHORS_KEPT)];
    for (const [replica] of surplus) this.#forget(replica);
    return true;
  }

  #forget(replica: number): void {
    this.#byToken.delete(this.stored.get(replica)?.resume ?? '');
    this.stored.delete(replica);
    this.save(replica, undefined);
  }
}
