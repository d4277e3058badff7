import { setTimeout as sleep, setImmediate as soon } from 'timers/promises';
import { performance } from 'perf_hooks';
const start = performance.now();
console.log(await sleep(10, 'value'), await soon('now'));
console.log(performance.now() - start >= 9);
const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
try {
  await sleep(5000, null, { signal: controller.signal });
} catch (e) {
  console.log(e.name, e.code);
}
