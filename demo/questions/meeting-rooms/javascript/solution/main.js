/** The number of the room of each meeting. */
export function assignRooms(meetings) {
  const rooms = meetings.map(() => 0);
  const free = new Heap((room) => room);
  const taken = new Heap(({ end }) => end);
  const sorted = [...meetings.entries()].sort(([, a], [, b]) => a[0] - b[0]);
  for (const [place, [start, end]] of sorted) {
    for (let next = taken.first; next && next.end <= start; next = taken.first) {
      taken.pop();
      free.push(next.room);
    }
    // No room is free: all that were ever opened are taken.
    const room = free.pop() ?? taken.size + 1;
    taken.push({ end, room });
    rooms[place] = room;
  }
  return rooms;
}

/** Gives what has the smallest key. */
class Heap {
  #items = [];
  #key;

  constructor(key) {
    this.#key = key;
  }

  get size() {
    return this.#items.length;
  }

  get first() {
    return this.#items[0];
  }

  push(item) {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop() {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (last === undefined || this.#items.length === 0) return first;
    this.#items[0] = last;
    let at = 0;
    while (true) {
      const left = 2 * at + 1;
      const child = this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(child, at)) return first;
      this.#swap(at, child);
      at = child;
    }
  }

  #before(a, b) {
    if (a >= this.#items.length || b >= this.#items.length) return false;
    return this.#key(this.#items[a]) < this.#key(this.#items[b]);
  }

  #swap(a, b) {
    [this.#items[a], this.#items[b]] = [this.#items[b], this.#items[a]];
  }
}
