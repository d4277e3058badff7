export interface Job {
  name: string;
  minutes: number;
  needs: string[];
}

export type Plan =
  | { ends: Record<string, number>; total: number; critical: string[] }
  | { circle: string[] };

/** Ends, total and critical chain of the jobs; or a circle. */
export function plan(jobs: Job[]): Plan {
  const byName = new Map(jobs.map((job) => [job.name, job]));
  const ends = endsOf(jobs, byName);
  if (ends.size < jobs.length) return { circle: circle(jobs, byName, ends) };
  const chain: string[] = [];
  for (let names = [...byName.keys()]; names.length > 0; ) {
    const last = names.reduce((best, name) => {
      const later = ends.get(name)! - ends.get(best)!;
      return later > 0 || (later === 0 && name < best) ? name : best;
    });
    chain.push(last);
    names = byName.get(last)!.needs;
  }
  const total = [...ends.values()].reduce((latest, end) => Math.max(latest, end), 0);
  return { ends: Object.fromEntries(ends), total, critical: chain.reverse() };
}

/** The end of each job that can run. */
function endsOf(jobs: Job[], byName: Map<string, Job>): Map<string, number> {
  const waiting = new Map(jobs.map(({ name, needs }) => [name, needs.length]));
  const neededBy = new Map(jobs.map(({ name }): [string, string[]] => [name, []]));
  for (const { name, needs } of jobs) for (const need of needs) neededBy.get(need)!.push(name);
  const begins = new Map<string, number>();
  const ends = new Map<string, number>();
  const ready = jobs.filter(({ needs }) => needs.length === 0).map(({ name }) => name);
  // It grows while it is walked through.
  for (const name of ready) {
    const end = (begins.get(name) ?? 0) + byName.get(name)!.minutes;
    ends.set(name, end);
    for (const later of neededBy.get(name)!) {
      begins.set(later, Math.max(begins.get(later) ?? 0, end));
      const left = waiting.get(later)! - 1;
      waiting.set(later, left);
      if (left === 0) ready.push(later);
    }
  }
  return ends;
}

/** Names along one circle of the jobs that have no end. */
function circle(jobs: Job[], byName: Map<string, Job>, ends: Map<string, number>): string[] {
  let name = jobs.find((job) => !ends.has(job.name))!.name;
  const way = new Map<string, number>();
  while (!way.has(name)) {
    way.set(name, way.size);
    name = byName.get(name)!.needs.find((need) => !ends.has(need))!;
  }
  return [...way.keys()].slice(way.get(name));
}
