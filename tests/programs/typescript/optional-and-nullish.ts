interface Config { port?: number; host?: string | null; nested?: { list?: number[] } }
const configs: Config[] = [{}, { port: 0, host: null }, { nested: { list: [1] } }];
for (const { port = 80, host, nested } of configs) console.log(port, host ?? 'localhost', nested?.list?.[0], nested?.list?.map?.((x) => x + 1));
let a: number | undefined;
a ??= 5;
a &&= a + 1;
const f: ((x: number) => number) | undefined = undefined;
console.log(a, f?.(1), 1_000_000, 0b101, 0o17, 2n ** 64n);
const tuple: [string, number, ...boolean[]] = ['x', 1, true, false];
const [s, n, ...flags] = tuple;
console.log(s, n, flags, typeof tuple);
label: for (const i of [1, 2, 3]) { for (const j of [1, 2]) { if (i * j === 4) break label; if (j === 2) continue label; console.log(i, j); } }
