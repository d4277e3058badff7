/** Packages that a Python program imports: those that are on their way are not fetched once more, and each who asked has the bytes. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, it } from 'node:test';
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

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
