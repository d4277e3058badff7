async function retry<T>(fn: (attempt: number) => Promise<T>, times: number, delay = 1): Promise<T> {
  let last: unknown;
  for (let i = 1; i <= times; i++) {
    try {
      return await fn(i);
    } catch (e: unknown) {
      last = e;
      console.log(`attempt ${i}: ${(e as Error).message}`);
      await new Promise<void>((r) => setTimeout(r, delay));
    }
  }
  throw last;
}
const value = await retry(async (n) => { if (n < 3) throw new Error(`no ${n}`); return n * 10; }, 5);
console.log(value);
for await (const x of (async function* () { yield 1; yield 2; })()) console.log(x);
await retry(() => Promise.reject(new TypeError('always')), 2);
