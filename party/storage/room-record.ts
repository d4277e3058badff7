/** What a room knows of itself across restarts: its kind, keys, history of starts and end. Whatever changes in it is saved. */
import { type Links, linkMark, linksOf } from '../access/links.js';
import { toHex } from '../shared/bytes.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import type { RoomStanding } from '../shared/wire/room-message.js';

/** Starts remembered one by one; a session that has been away for longer gets the text anew. */
const STARTS_KEPT = 500;
/** Replica numbers set aside with each start, so that none is given twice even if the room crashes before it is written down. */
const REPLICA_BLOCK = 256;
/** The next block is set aside while this many are left, so that it is on disk before they are used up. */
const REPLICA_MARGIN = 64;
/** Tokens taken back that are remembered; more than a team takes back within the life of a token. */
const REVOKED = 500;

/** As it lies in storage. */
export interface StoredRecord extends Links {
  /** A made room and one of an embedding team never open without a token; an open one needs none. */
  kind: 'made' | 'embedded' | 'open';
  epoch: string;
  title: string;
  /** Newcomers wait until an interviewer lets them in. */
  lobby: boolean;
  /** Nobody new comes in. */
  locked: boolean;
  /** Read-only for everybody. */
  ended: boolean;
  /** When it last ended; undefined while it has not, and for rooms that ended before this was noted. */
  endedAt?: number | undefined;
  createdAt: number;
  expiresAt: number;
  retentionMs: number;
  /** Tokens taken back before their end, and that end. */
  revoked: Record<string, number>;
  /** Signs the tokens of this room alone; never leaves it. */
  key: Uint8Array;
  /** Starter code has been put in, or somebody has written. */
  seeded: boolean;
  /** Number of the oldest start kept, and for each start the version at which each document began. */
  oldestStart: number;
  starts: Record<number, number>[];
  /** Replica numbers below this may have been given. */
  replicas: number;
  /** Candidates write tests, too. */
  candidateTests?: boolean;
  /** Documents that most rooms never have and this one has: the others are not looked for. */
  written?: number[];
  /** The task, as version 0.1.0 kept it. */
  brief?: string;
}

/** What is left of a made room that is no more, so that its page can say so. */
export interface Tombstone {
  reason: 'deleted' | 'expired';
  /** Milliseconds since 1970. */
  at?: number;
}

/** What somebody hears who comes to a room that is no more. */
export const GONE: Readonly<Record<Tombstone['reason'], string>> = {
  deleted: sentenceFor('room-deleted'),
  expired: sentenceFor('room-expired'),
};

/** Of rooms stored before there was such a thing, too. */
const UNSET = { lobby: false, locked: false, ended: false, revoked: {} };

export class RoomRecord implements Readonly<Omit<StoredRecord, 'starts' | 'oldestStart' | 'brief'>> {
  readonly #stored: StoredRecord;
  #save: (stored: StoredRecord) => void = () => {};

  private constructor(stored: StoredRecord) {
    this.#stored = stored;
  }

  static read(stored: StoredRecord): RoomRecord {
    return new RoomRecord({ ...UNSET, ...stored });
  }

  static make(about: Pick<StoredRecord, 'kind' | 'retentionMs'> & Partial<StoredRecord>, now: number): RoomRecord {
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    return new RoomRecord({
      epoch: toHex(random(8)),
      title: '',
      ...UNSET,
      createdAt: now,
      expiresAt: now + about.retentionMs,
      digests: {},
      key: random(32),
      seeded: false,
      oldestStart: 0,
      starts: [],
      replicas: 1,
      ...about,
    });
  }

  /** From now on each change is handed over to be written down. */
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

  /** Where there are no interviewers everybody does what they may do. */
  get candidateTests(): boolean {
    return this.kind === 'open' || this.#stored.candidateTests === true;
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

  /** Before the first edit of such a document is on disk: a batch holds both. */
  noteWritten(document: number): void {
    if (!this.written.includes(document)) this.#change({ written: [...this.written, document] });
  }

  extend(expiresAt: number): void {
    this.#change({ expiresAt });
  }

  /** Gives the role one more link; those there are go on working. */
  addLink(role: Role, digest: string): void {
    const { digests, moreDigests } = this;
    if (digests[role] === undefined) this.#change({ digests: { ...digests, [role]: digest } });
    else this.#change({ moreDigests: { ...moreDigests, [role]: [...(moreDigests[role] ?? []), digest] } });
  }

  /** Gives the role another link in place of all it has, or none. Returns the marks of those it had. */
  resetLink(role: Role, digest: string | null): string[] {
    const old = linksOf(this, role).map(linkMark);
    const { [role]: _, ...others } = this.digests;
    this.#change({
      digests: digest === null ? others : { ...others, [role]: digest },
      moreDigests: { ...this.moreDigests, [role]: [] },
    });
    return old;
  }

  /** `until`: when no token of this `jti` can be valid any more. */
  revoke(jti: string, until: number, now: number): void {
    const live = Object.entries(this.revoked).filter(([, end]) => end > now);
    this.#change({ revoked: Object.fromEntries([...live.slice(1 - REVOKED), [jti, until]]) });
  }

  /** Notes a start at the given versions. Its number must be on disk before anybody hears of it. */
  noteStart(versions: Record<number, number>): void {
    const { starts, oldestStart, replicas } = this.#stored;
    const kept = [...starts, versions].slice(-STARTS_KEPT);
    this.#change({
      starts: kept,
      oldestStart: oldestStart + starts.length + 1 - kept.length,
      replicas: replicas + REPLICA_BLOCK,
    });
  }

  /** Sets aside another block before this number would be the last of its own. */
  reserve(replica: number): void {
    const { replicas } = this.#stored;
    if (replica + REPLICA_MARGIN >= replicas) this.#change({ replicas: replicas + REPLICA_BLOCK });
  }

  /** Number of the start that the room is in. */
  get start(): number {
    return this.#stored.oldestStart + this.#stored.starts.length - 1;
  }

  /** What a session of `start` may have seen beyond this version of a document was lost in a crash since; null when `start` is not known. */
  droppedSince(start: number, document: number): number | null {
    const { starts, oldestStart } = this.#stored;
    if (start < oldestStart || start > this.start) return null;
    const later = starts.slice(start - oldestStart + 1);
    return later.reduce((cut, versions) => Math.min(cut, versions[document] ?? 0), Number.POSITIVE_INFINITY);
  }

  /** The task as version 0.1.0 kept it, once. */
  takeBrief(): string | undefined {
    const { brief } = this.#stored;
    if (brief === undefined) return undefined;
    delete this.#stored.brief;
    this.#change({});
    return brief;
  }
}
