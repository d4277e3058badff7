type Graph = Map<string, Set<string>>;
const edges: ReadonlyArray<readonly [string, string]> = [['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd'], ['d', 'e']];
const graph: Graph = new Map();
for (const [from, to] of edges) {
  if (!graph.has(from)) graph.set(from, new Set());
  if (!graph.has(to)) graph.set(to, new Set());
  graph.get(from)!.add(to);
}
function path(start: string, goal: string): string[] | null {
  const queue: string[][] = [[start]];
  const seen = new Set([start]);
  for (let p = queue.shift(); p; p = queue.shift()) {
    const last = p.at(-1)!;
    if (last === goal) return p;
    for (const next of graph.get(last) ?? []) if (!seen.has(next)) { seen.add(next); queue.push([...p, next]); }
  }
  return null;
}
console.log(path('a', 'e')?.join(' > '), path('e', 'a'), graph);
