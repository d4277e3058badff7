/** What a room knows of itself across restarts: its kind, keys, history of starts and end. */
import type { Links } from '../access/links.js';

/** Starts remembered one by one; a session that has been away for longer gets the text anew. */
const STARTS_KEPT = 500;
/** Replica numbers set aside with each start, so that none is given twice even if the room crashes before it is written down. */
const REPLICA_BLOCK = 256;
/** The next block is set aside while this many are left, so that it is on disk before they are used up. */
const REPLICA_MARGIN = 64;

export interface RoomRecord extends Links {
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
}

/** What is left of a made room that is no more, so that its page can say so. */
export interface Tombstone {
  reason: 'deleted' | 'expired';
  /** Milliseconds since 1970. */
  at?: number;
}

/** What somebody hears who comes to a room that is no more. */
export const GONE: Readonly<Record<Tombstone['reason'], string>> = {
  deleted: 'This room has been deleted.',
  expired: 'This room has expired.',
};

/** Of rooms stored before there was such a thing, too. */
const UNSET = { lobby: false, locked: false, ended: false, revoked: {} };

/** A stored record as this version knows it. */
export function readRecord(stored: RoomRecord): RoomRecord {
  return { ...UNSET, ...stored };
}

export function newRecord(
  about: Pick<RoomRecord, 'kind' | 'retentionMs'> & Partial<RoomRecord>,
  now: number,
): RoomRecord {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return {
    epoch: Array.from(random(8), (byte) => byte.toString(16).padStart(2, '0')).join(''),
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
  };
}

/** Notes a start at the given versions. Its number must be on disk before anybody hears of it. */
export function noteStart(record: RoomRecord, versions: Record<number, number>): void {
  record.starts.push(versions);
  while (record.starts.length > STARTS_KEPT) {
    record.starts.shift();
    record.oldestStart++;
  }
  record.replicas += REPLICA_BLOCK;
}

/** True when another block had to be set aside for this number. */
export function reserveReplica(record: RoomRecord, replica: number): boolean {
  if (replica + REPLICA_MARGIN < record.replicas) return false;
  record.replicas += REPLICA_BLOCK;
  return true;
}

export function currentStart(record: RoomRecord): number {
  return record.oldestStart + record.starts.length - 1;
}

/** What a session of `start` may have seen beyond this version of a document was lost in a crash since; null when `start` is not known. */
export function droppedSince(record: RoomRecord, start: number, document: number): number | null {
  if (start < record.oldestStart || start > currentStart(record)) return null;
  const later = record.starts.slice(start - record.oldestStart + 1);
  return later.reduce((cut, versions) => Math.min(cut, versions[document] ?? 0), Number.POSITIVE_INFINITY);
}
