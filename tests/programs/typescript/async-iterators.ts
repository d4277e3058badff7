async function* ticks(n: number): AsyncIterableIterator<number> { for (let i = 0; i < n; i++) { await new Promise<void>((r) => setTimeout(r, 1)); yield i; } }
async function collect<T>(it: AsyncIterable<T>): Promise<T[]> { const out: T[] = []; for await (const x of it) out.push(x); return out; }
class Chan<T> implements AsyncIterable<T> { private q: T[] = []; private closed = false; send(x: T) { this.q.push(x); return this; } close() { this.closed = true; } async *[Symbol.asyncIterator]() { while (this.q.length) yield this.q.shift()!; } }
(async () => { console.log(await collect(ticks(3))); const c = new Chan<string>().send('a').send('b'); c.close(); for await (const x of c) console.log(x); })();
