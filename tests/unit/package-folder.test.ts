/** Packages that a Python program imports: those that are on their way are not fetched once more, and each who asked has the bytes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, it, mock } from 'node:test';
import { packageFolder } from '../../components/runner/packages.js';

const FOLDER = 'https://packages.example/';
const { fetch } = globalThis;
let fetched: string[] = [];
let answer: () => Promise<Response>;

beforeEach(() => {
  fetched = [];
  const page = Object.assign(new EventTarget(), { baseURI: 'https://room.example/' });
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  globalThis.fetch = async (url) => {
    const name = String(url).slice(FOLDER.length);
    fetched.push(name);
    if (name.endsWith('.whl')) return answer();
    const sha256 = createHash('sha256').update('content').digest('hex');
    const entry = { name: 'greetings', file_name: 'greetings.whl', sha256, imports: ['greetings'] };
    return Response.json({ info: { abi_version: '1' }, packages: { greetings: entry } });
  };
});
afterEach(() => {
  globalThis.fetch = fetch;
  Reflect.deleteProperty(globalThis, 'document');
});

it('are fetched once by a run, and the next one while they come, and told to both', async () => {
  let send: (response: Response) => void = () => {};
  answer = () =>
    new Promise((resolve) => {
      send = resolve;
    });
  const told: number[][] = [[], []];
  const supplies = told.map((loaded) => packageFolder(FOLDER).supply(['greetings'], (_, bytes) => loaded.push(bytes)));
  await settled();
  send(new Response('content'));
  const [first, second] = (await Promise.all(supplies)).map(({ packages }) => packages[0]?.bytes);
  assert.deepEqual(fetched, ['pyodide-lock.json', 'greetings.whl']);
  for (const bytes of [first, second]) assert.equal(new TextDecoder().decode(bytes), 'content');
  // Each is given away to a frame.
  assert.notEqual(first, second);
  assert.deepEqual(
    told.map((loaded) => loaded.at(-1)),
    [7, 7],
  );
});

it('are fetched again when they did not come', async () => {
  answer = async () => new Response('', { status: 503 });
  const ask = async () => packageFolder(FOLDER).supply(['greetings'], () => {});
  assert.match((await ask()).lacking.greetings ?? '', /status 503/);
  answer = async () => new Response('content');
  assert.equal((await ask()).packages.length, 1);
});

it('are fetched again by a later run when nothing has arrived for long, and shared again', async () => {
  const sends: ((response: Response) => void)[] = [];
  answer = () => new Promise((resolve) => sends.push(resolve));
  let now = performance.now();
  const clock = mock.method(performance, 'now', () => now);
  const ask = () => packageFolder(`${FOLDER}?stalled`).supply(['greetings'], () => {});
  const hanging = ask();
  await settled();
  now += 16_000;
  const supplies = [ask()];
  await settled();
  assert.equal(sends.length, 2);
  // What comes late of the first takes nothing from the second.
  sends[0]?.(new Response('other'));
  assert.match((await hanging).lacking.greetings ?? '', /SHA-256/);
  supplies.push(ask());
  await settled();
  assert.equal(sends.length, 2);
  sends[1]?.(new Response('content'));
  for (const { packages } of await Promise.all(supplies)) assert.equal(packages.length, 1);
  clock.mock.restore();
});

it('are shared as long as something arrives', async () => {
  let send: (text: string) => void = () => {};
  let end: () => void = () => {};
  const body = new ReadableStream({
    start: (controller) => {
      send = (text) => controller.enqueue(new TextEncoder().encode(text));
      end = () => controller.close();
    },
  });
  answer = async () => new Response(body);
  let now = performance.now();
  const clock = mock.method(performance, 'now', () => now);
  const ask = () => packageFolder(`${FOLDER}?slow`).supply(['greetings'], () => {});
  const supplies = [ask()];
  for (const part of ['con', 'ten', 't']) {
    await settled();
    now += 10_000;
    send(part);
  }
  await settled();
  supplies.push(ask());
  end();
  for (const { packages } of await Promise.all(supplies)) assert.equal(packages.length, 1);
  assert.equal(fetched.filter((name) => name.endsWith('.whl')).length, 1);
  clock.mock.restore();
});

it('are listed again for a later run when the list hangs', async () => {
  const { fetch: listing } = globalThis;
  globalThis.fetch = () => new Promise(() => {});
  let now = performance.now();
  const clock = mock.method(performance, 'now', () => now);
  const ask = () => packageFolder(`${FOLDER}?unlisted`).supply(['greetings'], () => {});
  void ask();
  await settled();
  globalThis.fetch = listing;
  answer = async () => new Response('content');
  now += 16_000;
  assert.equal((await ask()).packages.length, 1);
  clock.mock.restore();
});

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
