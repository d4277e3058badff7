// The web's classes show what they hold.
import { inspect } from 'node:util';
const stop = new AbortController();
console.log(stop, stop.signal);
stop.abort();
console.log(stop, [stop.signal], AbortSignal.abort('x'));
console.log(new Headers({ a: '1', 'content-type': 'text/plain' }), new Headers());
console.log(new Blob(['ab'], { type: 'text/plain' }), new Blob([]));
console.log(new File(['abc'], 'a.txt', { type: 'text/plain', lastModified: 5 }));
const form = new FormData();
form.append('a', '1');
form.append('a', '2');
form.append('b', 'x');
console.log(form, new FormData());
const answer = new Response('hi', { status: 201, headers: { b: '2' } });
console.log(answer, new Response(null, { status: 404, statusText: 'no' }));
await answer.text();
console.log(answer);
console.log(new TextDecoder(), new TextEncoder());
class Moved extends Event {}
for (const event of [new Event('x'), new Moved('y', { cancelable: true })])
  console.log(inspect(event, { breakLength: 200 }).replace(/timeStamp: [\d.]+/, 'timeStamp: 0'));
console.log({ a: { b: { c: new Headers({ x: '1' }), d: stop, e: new Blob([]), f: new FormData(), g: new Response() } } });
console.log(`${new Headers()} ${new Blob([])}`, Object.keys(new Headers({ a: '1' })));
class Question extends AbortController {}
console.log(new Question(), Object.create(Headers.prototype) instanceof Headers);
