/** The room's persistent record: kind, keys, starts and state. Every change is saved. */
import { type Links, linkMark, linksOf } from '../access/links.js';
import type { AiRule } from '../shared/ai-rule.js';
import { toHex } from '../shared/bytes.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import type { RoomStanding } from '../shared/wire/room-message.js';
import { lastWithin } from './last-within.js';

/** Starts remembered, and versions of documents in all of them, since the record is one stored value; a session that has been away for longer gets the whole text. */
const STARTS_KEPT = 500;
const VERSIONS_KEPT = 6_000;
/** Replica numbers reserved on disk at each start, so that none is assigned twice after a crash. */
const REPLICA_BLOCK = 256;
/** The next block is reserved while so many numbers are left, so that it is on disk before they are used up. */
const REPLICA_MARGIN = 64;
/** Revoked tokens that are remembered, and the bytes of all; more than a team revokes within the lifetime of a token. */
const REVOKED = 500;
const REVOKED_BYTES = 44 * 1024;
/** Bytes of one beside its characters, which may take two each. */
const REVOKED_EACH = 12;

/** In stored form. */
export interface StoredRecord extends Links {
  /** A made room and an embedded one always need a token; an open one needs none. */
  kind: 'made' | 'embedded' | 'open';
  epoch: string;
  title: string;
  /** Newcomers wait in the lobby. */
  lobby: boolean;
  /** Nobody new can join. */
  locked: boolean;
  /** Read-only for everybody. */
  ended: boolean;
  /** When it last ended; undefined while it has not, and for rooms that ended before this was stored. */
  endedAt?: number | undefined;
  createdAt: number;
  expiresAt: number;
  retentionMs: number;
  /** Revoked tokens, each with the time after which it would be invalid anyway. */
  revoked: Record<string, number>;
  /** Signs this room's tokens only; never leaves the room. */
  key: Uint8Array;
  /** Starter code has been inserted, or somebody has written. */
  seeded: boolean;
  /** Number of the oldest start kept, and for each start the initial version of each document. */
  oldestStart: number;
  starts: Record<number, number>[];
  /** Replica numbers below this may have been assigned. */
  replicas: number;
  /** Candidates may write tests. */
  candidateTests?: boolean;
  /** Whether people may use AI; off where it is missing. */
  ai?: AiRule;
  /** Newcomers wait while no interviewer is in the room. */
  rehearsal?: boolean;
  /** What the room is made with is not on disk yet; missing once it is, and in rooms of earlier versions. */
  filling?: boolean;
  /** Optional documents that this room has: only these are loaded. */
  written?: number[];
  /** The task, as stored by version 0.1.0. */
  brief?: string;
}

/** What remains of a deleted room, so that its page can say so. */
export interface Tombstone {
  reason: 'deleted' | 'expired';
  /** Milliseconds since 1970. */
  at?: number;
}

/** The sentence for somebody who comes to a deleted room. */
export const GONE: Readonly<Record<Tombstone['reason'], string>> = {
  deleted: sentenceFor('room-deleted'),
  expired: sentenceFor('room-expired'),
};

/** Defaults for rooms stored by earlier versions. */
const UNSET = { lobby: false, locked: false, ended: false, revoked: {} };

export class RoomRecord implements Readonly<Omit<StoredRecord, 'starts' | 'oldestStart' | 'brief' | 'filling'>> {
  readonly #stored: StoredRecord;
  #save: (stored: StoredRecord) => void = () => {};

  private constructor(stored: StoredRecord) {
    this.#stored = stored;
  }

  static read(stored: StoredRecord): RoomRecord {
    return new RoomRecord({ ...UNSET, ...stored });
  }

  static make(initial: Pick<StoredRecord, 'kind' | 'retentionMs'> & Partial<StoredRecord>, now: number): RoomRecord {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    return new RoomRecord({
      epoch: toHex(random(8)),
      title: '',
      ...UNSET,
      createdAt: now,
      expiresAt: now + initial.retentionMs,
      digests: {},
      key: random(32),
      seeded: false,
      oldestStart: 0,
      starts: [],
      replicas: 1,
      ...initial,
    });
  }

  /** From now on each change is passed to `save`. */
  savedBy(save: (stored: StoredRecord) => void): void {
    this.#save = save;
  }

  #change(change: Partial<StoredRecord>): void {
    Object.assign(this.#stored, change);
    this.#save({ ...this.#stored });
  }

  get kind(): StoredRecord['kind'] {
    return this.#stored.kind;
  }

  get epoch(): string {
    return this.#stored.epoch;
  }

  get title(): string {
    return this.#stored.title;
  }

  get lobby(): boolean {
    return this.#stored.lobby;
  }

  get locked(): boolean {
    return this.#stored.locked;
  }

  get ended(): boolean {
    return this.#stored.ended;
  }

  get endedAt(): number | undefined {
    return this.#stored.endedAt;
  }

  get createdAt(): number {
    return this.#stored.createdAt;
  }

  get expiresAt(): number {
    return this.#stored.expiresAt;
  }

  get retentionMs(): number {
    return this.#stored.retentionMs;
  }

  get digests(): Links['digests'] {
    return this.#stored.digests;
  }

  get moreDigests(): NonNullable<Links['moreDigests']> {
    return this.#stored.moreDigests ?? {};
  }

  get revoked(): Readonly<Record<string, number>> {
    return this.#stored.revoked;
  }

  get key(): Uint8Array {
    return this.#stored.key;
  }

  get seeded(): boolean {
    return this.#stored.seeded;
  }

  /** Open rooms have no interviewers, so everybody may write tests. */
  get candidateTests(): boolean {
    return this.kind === 'open' || this.#stored.candidateTests === true;
  }

  get ai(): AiRule {
    return this.#stored.ai ?? 'off';
  }

  get rehearsal(): boolean {
    return this.#stored.rehearsal === true;
  }

  get written(): number[] {
    return this.#stored.written ?? [];
  }

  get replicas(): number {
    return this.#stored.replicas;
  }

  get state(): RoomStanding {
    const { lobby, locked, ended } = this.#stored;
    return { lobby, locked, ended };
  }

  setLocked(locked: boolean): void {
    this.#change({ locked });
  }

  setEnded(ended: boolean, now: number): void {
    this.#change(ended === this.ended ? { ended } : { endedAt: ended ? now : undefined, ended });
  }

  setSeeded(): void {
    if (!this.seeded) this.#change({ seeded: true });
  }

  /** Called before the first edit of such a document is on disk: one batch has both. */
  noteWritten(document: number): void {
    if (!this.written.includes(document)) this.#change({ written: [...this.written, document] });
  }

  setFilled(): void {
    if (!this.#stored.filling) return;
    delete this.#stored.filling;
    this.#change({});
  }

  extend(expiresAt: number): void {
    this.#change({ expiresAt });
  }

  /** Adds a link for the role; existing ones stay valid. */
  addLink(role: Role, digest: string): void {
    const { digests, moreDigests } = this;
    if (digests[role] === undefined) this.#change({ digests: { ...digests, [role]: digest } });
    else this.#change({ moreDigests: { ...moreDigests, [role]: [...(moreDigests[role] ?? []), digest] } });
  }

  /** Replaces all links of the role, or removes them. Returns the marks of the old ones. */
  resetLink(role: Role, digest: string | null): string[] {
    const old = linksOf(this, role).map(linkMark);
    const { [role]: _, ...others } = this.digests;
    this.#change({
      digests: digest === null ? others : { ...others, [role]: digest },
      moreDigests: { ...this.moreDigests, [role]: [] },
    });
    return old;
  }

  /** Nothing with this `jti` can be valid after `until`. */
  revoke(jti: string, until: number, now: number): void {
    const live = Object.entries(this.revoked).filter(([other, end]) => end > now && other !== jti);
    const kept = lastWithin([...live, [jti, until] as const], REVOKED, REVOKED_BYTES, ([one]) => {
      return REVOKED_EACH + 2 * one.length;
    });
    this.#change({ revoked: Object.fromEntries(kept) });
  }

  /** Records a start at the given versions. It must be on disk before anybody is told of it. */
  noteStart(versions: Record<number, number>): void {
    const { starts, oldestStart, replicas } = this.#stored;
    const kept = lastWithin([...starts, versions], STARTS_KEPT, VERSIONS_KEPT, (start) => Object.keys(start).length);
    this.#change({
      starts: kept,
      oldestStart: oldestStart + starts.length + 1 - kept.length,
      replicas: replicas + REPLICA_BLOCK,
    });
  }

  /** Reserves another block before the current one is used up. */
  reserve(replica: number): void {
    const { replicas } = this.#stored;
    if (replica + REPLICA_MARGIN >= replicas) this.#change({ replicas: replicas + REPLICA_BLOCK });
  }

  /** Number of the current start. */
  get start(): number {
    return this.#stored.oldestStart + this.#stored.starts.length - 1;
  }

  /** The version of a document after which a session of `start` may have edits that were lost in a crash; null when `start` is unknown. */
  droppedSince(start: number, document: number): number | null {
    const { starts, oldestStart } = this.#stored;
    if (start < oldestStart || start > this.start) return null;
    const later = starts.slice(start - oldestStart + 1);
    return later.reduce((cut, versions) => Math.min(cut, versions[document] ?? 0), Number.POSITIVE_INFINITY);
  }

  /** Returns the task as stored by version 0.1.0, and removes it. */
  takeBrief(): string | undefined {
    const { brief } = this.#stored;
    if (brief === undefined) return undefined;
    delete this.#stored.brief;
    this.#change({});
    return brief;
  }
}
