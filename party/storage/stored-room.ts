/** Reads what storage has of a room before it is loaded, and deletes a room. */
import type { Storage } from '../engine/platform.js';
import { RoomRecord, type StoredRecord, type Tombstone } from './room-record.js';
import { STORAGE_KEYS } from './storage-keys.js';

/** Reads the record or the tombstone; first discards what is left of a room whose making was broken off. */
export async function readStored(storage: Storage): Promise<{ record?: RoomRecord; tombstone?: Tombstone }> {
  const stored = (await storage.read(STORAGE_KEYS.record)).get(STORAGE_KEYS.record) as StoredRecord | undefined;
  // The process ended while the room was being made: whoever made it knows of no room.
  // Its engine's file is kept, since the next room of this name is about to be made in it.
  if (stored?.filling) await discardRoom(storage, false);
  // A record beside a tombstone is newer: the earlier room has been deleted.
  else if (stored) return { record: RoomRecord.read(stored) };
  const tombstone = (await storage.read(STORAGE_KEYS.tombstone)).get(STORAGE_KEYS.tombstone) as Tombstone | undefined;
  return tombstone ? { tombstone } : {};
}

/** Deletes everything, from the disk too. An open room leaves no tombstone: anybody may open a new one. */
export async function deleteRoom(
  storage: Storage,
  { kind }: RoomRecord,
  tombstone: Tombstone,
): Promise<Tombstone | null> {
  const keys = (await storage.read('')).keys();
  const changes = new Map<string, unknown>([...keys].map((key) => [key, undefined]));
  const left = kind === 'open' ? null : tombstone;
  if (left) changes.set(STORAGE_KEYS.tombstone, left);
  await storage.write(changes);
  await storage.sync();
  await storage.erase(STORAGE_KEYS.tombstone);
  return left;
}

/** Deletes what a room that could not be made has written, with `erase` from the disk too; the tombstone of an earlier one stays. */
export async function discardRoom(storage: Storage, erase = true): Promise<void> {
  const keys = [...(await storage.read('')).keys()].filter((key) => key !== STORAGE_KEYS.tombstone);
  await storage.write(new Map(keys.map((key) => [key, undefined])));
  await storage.sync();
  if (erase) await storage.erase(STORAGE_KEYS.tombstone);
}
