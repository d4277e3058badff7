const api = { async<T>(x: T) { return x; }, async get<T>(x: T): Promise<T> { return x; } };
api.get(5).then((v) => console.log(v, api.async('s')));
class Q { async *range<T extends number>(n: T): AsyncGenerator<number> { for (let i = 0; i < n; i++) yield i; } }
(async () => { for await (const x of new Q().range(3)) console.log(x); })();
