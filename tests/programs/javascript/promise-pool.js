const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function pool(tasks, limit) {
  const results = [];
  let next = 0;
  let running = 0;
  let peak = 0;
  async function worker() {
    while (next < tasks.length) {
      const index = next++;
      peak = Math.max(peak, ++running);
      results[index] = await tasks[index]();
      running--;
    }
  }
  await Promise.all(Array.from({ length: limit }, worker));
  return { results, peak };
}
const tasks = [30, 10, 20, 5].map((ms, i) => async () => {
  await sleep(ms);
  return i * ms;
});
pool(tasks, 2).then((r) => console.log(r)).finally(() => console.log('finally'));
console.log('first');
