type Result<T, E extends Error = Error> = { ok: true; value: T } | { ok: false; error: E };
class HttpError extends Error { override name = 'HttpError'; constructor(readonly status: number, message = `status ${status}`, options?: ErrorOptions) { super(message, options); } get retryable(): boolean { return this.status >= 500; } }
const delay = <T>(ms: number, value?: T): Promise<T> => new Promise((r) => setTimeout(r, ms, value));
let calls = 0;
async function fakeFetch(url: string, { signal }: { signal?: AbortSignal } = {}): Promise<{ json<T>(): Promise<T> }> { calls++; await delay(2); signal?.throwIfAborted(); if (url.includes('500') && calls < 3) throw new HttpError(500); if (url.includes('404')) throw new HttpError(404, 'not found', { cause: url }); return { json: async <T>() => ({ url }) as T }; }
async function retry<T>(task: () => Promise<T>, { times = 3, wait = 1 }: { times?: number; wait?: number } = {}): Promise<Result<T, HttpError>> { for (let i = 1; ; i++) try { return { ok: true, value: await task() }; } catch (error: unknown) { if (!(error instanceof HttpError)) throw error; console.log(`try ${i}: ${error.message}`); if (!error.retryable || i >= times) return { ok: false, error }; await delay(wait * 2 ** i); } }
const unwrap = <T>(r: Result<T>): T => { if (r.ok) return r.value; throw r.error; };
async function* pages<T>(items: readonly T[], size: number): AsyncGenerator<T[], number, boolean | undefined> { let n = 0; for (let i = 0; i < items.length; i += size) { await delay(1); if (yield items.slice(i, i + size)) break; n++; } return n; }
class Semaphore { #queue: (() => void)[] = []; constructor(private free: number) {} async use<T>(f: () => Promise<T>): Promise<T> { if (this.free-- <= 0) await new Promise<void>((r) => this.#queue.push(r)); try { return await f(); } finally { this.free++; this.#queue.shift()?.(); } } }
class TypedEmitter<E extends Record<string, unknown[]>> { private map: { [K in keyof E]?: ((...a: E[K]) => void)[] } = {}; on<K extends keyof E>(k: K, f: (...a: E[K]) => void): () => void { (this.map[k] ??= []).push(f); return () => { this.map[k] = this.map[k]?.filter((g) => g !== f); }; } emit<K extends keyof E>(k: K, ...a: E[K]): number { return this.map[k]?.map((f) => f(...a)).length ?? 0; } }
const main = async (): Promise<void> => {
  console.log(await retry(async () => (await fakeFetch('/500')).json<{ url: string }>()), await retry(() => fakeFetch('/404')));
  const pg = pages([1, 2, 3, 4, 5], 2); for await (const p of pg) console.log(p); const manual = pages('abcd'.split(''), 1); console.log(await manual.next(), await manual.next(false), await manual.next(true), await manual.next());
  const s = new Semaphore(2); let now = 0, most = 0; console.log(await Promise.all([1, 2, 3, 4, 5].map((n) => s.use(async () => { most = Math.max(most, ++now); await delay(n % 2); now--; return n * n; }))), most);
  const ev = new TypedEmitter<{ data: [n: number, s?: string]; end: [] }>(); const off = ev.on('data', (n, t = '-') => console.log('data', n, t)); ev.emit('data', 1); off(); console.log(ev.emit('data', 2), ev.emit('end'));
  const ac = new AbortController(); setTimeout(() => ac.abort(new HttpError(499, 'user left')), 1); try { await fakeFetch('/slow', { signal: ac.signal }); } catch (e) { if (e instanceof HttpError) console.log(e.status, e.message, `${e}`); else throw e; }
  const settled = await Promise.allSettled([delay(1, 'a'), Promise.reject(new HttpError(503)), 3]); for (const r of settled) console.log(r.status === 'fulfilled' ? r.value : (r.reason as HttpError).status);
  const timeout = <T>(p: Promise<T>, ms: number): Promise<T> => Promise.race([p, delay(ms).then((): never => { throw new Error(`timeout after ${ms}`); })]); await timeout(delay(50), 2).catch((e: Error) => console.log(e.message)); console.log(await timeout(delay(1, 'fast'), 30));
  type Unpromise<T> = { [K in keyof T]: Awaited<T[K]> }; const allProps = async <T extends object>(o: T): Promise<Unpromise<T>> => Object.fromEntries(await Promise.all(Object.entries(o).map(async ([k, v]) => [k, await v]))) as Unpromise<T>; console.log(await allProps({ a: delay(1, 1), b: 'plain' }));
  unwrap(await retry(() => fakeFetch('/404')));
};
void main().finally(() => console.log('calls', calls));
