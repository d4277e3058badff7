console.log('1 sync');
setTimeout(() => { console.log('timeout 0'); Promise.resolve().then(() => console.log('micro in timeout')); process.nextTick(() => console.log('tick in timeout')); }, 0);
setTimeout(() => console.log('timeout 0 b'), 0);
setImmediate(() => console.log('immediate'));
process.nextTick(() => { console.log('tick'); process.nextTick(() => console.log('tick in tick')); Promise.resolve().then(() => console.log('micro in tick')); });
queueMicrotask(() => { console.log('micro'); queueMicrotask(() => console.log('micro in micro')); process.nextTick(() => console.log('tick in micro')); });
(async () => { console.log('async start'); await null; console.log('after await'); await new Promise((r) => setTimeout(r, 500)); console.log('after half a second'); })();
Promise.reject(new Error('x')).catch((e) => console.log('caught', e.message)).finally(() => console.log('finally'));
const thenable = { then(resolve) { console.log('then called'); resolve('thenable'); } };
Promise.resolve(thenable).then(console.log);
(async () => console.log(await thenable))();
async function a() { return Promise.resolve(1); }
a().then(() => console.log('async returning a promise'));
Promise.resolve().then(() => console.log('p1')).then(() => console.log('p2')).then(() => console.log('p3')).then(() => console.log('p4'));
console.log('2 sync');
