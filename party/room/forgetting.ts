/** Keeps short what a room remembers of those who came by: whoever reloads a page a thousand times leaves no thousand traces. */
import type { RoomParts } from './room.js';

/** Those who are here, and those who have written, are remembered before others. */
export function prune({ roster, replicas, documents }: RoomParts): void {
  const here = new Set([...roster.connections.values()].map((connection) => connection.replica));
  const wrote = (replica: number) => [...documents.values()].some((document) => document.sequenceOf(replica) > 0);
  if (!replicas.prune((replica) => here.has(replica), wrote)) return;
  const known = new Set(replicas.authors.map(([, person]) => person));
  roster.prune((person) => known.has(person));
}
