/** Who is connected to the rooms of this process, counted by the adapters: what `/metrics` tells. */

const connections = new Map<string, number>();

export function countOpened(room: string): void {
  connections.set(room, (connections.get(room) ?? 0) + 1);
}

export function countClosed(room: string): void {
  const left = (connections.get(room) ?? 0) - 1;
  if (left > 0) connections.set(room, left);
  else connections.delete(room);
}

/** Sockets, those that have not said hello and those in the lobby included, and the rooms they are open to. */
export function connectionCounts(): { rooms: number; connections: number } {
  return { rooms: connections.size, connections: [...connections.values()].reduce((sum, count) => sum + count, 0) };
}
