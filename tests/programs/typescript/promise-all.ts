interface Task { id: number; ms: number }
const run = ({ id, ms }: Task): Promise<string> => new Promise((resolve, reject) => setTimeout(() => (id === 3 ? reject(new Error(`task ${id}`)) : resolve(`done ${id}`)), ms));
async function main(): Promise<void> {
  const tasks: Task[] = [{ id: 1, ms: 20 }, { id: 2, ms: 1 }];
  console.log(await Promise.all(tasks.map(run)), await Promise.race(tasks.map(run)));
  const settled = await Promise.allSettled([...tasks, { id: 3, ms: 2 }].map(run));
  console.log(settled.map((s) => (s.status === 'fulfilled' ? s.value : (s.reason as Error).message)));
  await run({ id: 3, ms: 1 });
}
main().catch((e: Error) => { console.error('failed:', e.message); process.exitCode = 1; });
