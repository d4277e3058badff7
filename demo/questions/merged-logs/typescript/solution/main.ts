export type Line = [time: number, text: string];
export type Merged = [time: number, server: number, text: string];

/** Lines of all logs, by time and lazily. */
export function* merge(logs: Iterable<Line>[]): Generator<Merged> {
  const iterators = logs.map((log) => log[Symbol.iterator]());
  const heap: Merged[] = [];
  const read = (server: number): void => {
    const next = iterators[server]!.next();
    if (!next.done) push(heap, [next.value[0], server, next.value[1]]);
  };
  for (const server of iterators.keys()) read(server);
  let now: number | undefined;
  // Of one moment only.
  const given = new Set<string>();
  for (let line = pop(heap); line; line = pop(heap)) {
    const [time, server, text] = line;
    if (time !== now) {
      now = time;
      given.clear();
    }
    if (!given.has(text)) {
      given.add(text);
      yield line;
    }
    read(server);
  }
}

/** By time, then by server, which is in the heap once. */
function before(a: Merged, b: Merged): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function push(heap: Merged[], line: Merged): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(line, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = line;
}

function pop(heap: Merged[]): Merged | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let at = 0;
  while (2 * at + 1 < heap.length) {
    let child = 2 * at + 1;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, last)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = last;
  return first;
}

export function first(logs: Iterable<Line>[], count: number): Merged[] {
  const lines: Merged[] = [];
  if (count === 0) return lines;
  for (const line of merge(logs)) {
    lines.push(line);
    if (lines.length === count) break;
  }
  return lines;
}
