/** Counts the open connections and rooms of this process, for `/metrics`. */

const connections = new Map<string, number>();

export function countOpened(room: string): void {
  connections.set(room, (connections.get(room) ?? 0) + 1);
}

export function countClosed(room: string): void {
  const left = (connections.get(room) ?? 0) - 1;
  if (left > 0) connections.set(room, left);
  else connections.delete(room);
}

/** A room that ends with all its connections hears of none that they have closed. */
export function countCutOff(room: string): void {
  connections.delete(room);
}

/** Of sockets that have come to a room, in every phase: before the hello, in the lobby and joined. */
export function connectionCounts(): { rooms: number; connections: number } {
  return { rooms: connections.size, connections: [...connections.values()].reduce((sum, count) => sum + count, 0) };
}
