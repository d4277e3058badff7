/** Ends, total and critical chain of the jobs; or a circle. */
export function plan(jobs) {
  return {
    ends: Object.fromEntries(jobs.map(({ name, minutes }) => [name, minutes])),
    total: Math.max(0, ...jobs.map(({ minutes }) => minutes)),
    critical: [],
  };
}
