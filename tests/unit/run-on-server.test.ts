/** A page runs programs on its room's server: as its person, with patience when the server is busy, and tests of input and output as well. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { runOnServer } from '../../components/element/run-on-server.js';
import { learnLanguages } from '../../components/element/server-languages.js';
import type { RoomAccess } from '../../components/runner/languages/definition.js';
import { languageDefinition } from '../../components/runner/languages/registry.js';
import { runRemotely } from '../../components/runner/remote/run-remotely.js';
import { runTests } from '../../components/tests/run-tests.js';
import { readServiceSettings } from '../../party/config/service-settings.js';
import { createApi } from '../../party/http/api.js';
import { LIMITS, type Limits } from '../../party/shared/limits.js';
import { type ProgramService, startProgramService } from '../fixtures/program-service.js';
import { MemoryRooms } from './memory-rooms.js';

const HOST = 'http://rooms.test';
const { fetch } = globalThis;

let service: ProgramService;
before(async () => {
  service = await startProgramService();
});
after(() => service.close());
afterEach(() => {
  globalThis.fetch = fetch;
});

/** A room whose server answers whatever this process asks of HOST. */
async function servedRoom(more: Partial<Limits> = {}) {
  const limits = { ...LIMITS, ...more };
  const rooms = new MemoryRooms({ limits: { ...limits, batchPaceMs: 0 } });
  const services = readServiceSettings(JSON.stringify({ 'go java': `piston ${service.url}` }));
  const api = createApi({
    rooms,
    services,
    limits,
    now: () => rooms.now,
    reportError: (error) => assert.fail(String(error)),
  });
  const asked: string[] = [];
  globalThis.fetch = async (url, init) => {
    if (!String(url).startsWith(HOST)) return fetch(url, init);
    asked.push(new URL(String(url)).pathname);
    return api.request(String(url), init as RequestInit);
  };
  const post = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await api.request(HOST + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const made = await post('/api/rooms', {});
  const tokenOf = async (role: string) => {
    const secret = new URL(made.links[role]).hash.slice(3);
    return (await post(`/api/rooms/${made.id}/token`, { secret })).token as string;
  };
  return { rooms, asked, room: made.id as string, tokenOf };
}

const order = (code: string, room?: RoomAccess) => ({
  ...{ id: '1', language: 'go', code, fileName: 'main.go', files: [], stdin: 'Ada\n' },
  room,
});

async function run(access: RoomAccess, code = 'x', signal = new AbortController().signal) {
  const said: string[] = [];
  const sink = { output: (_kind: string, text: string) => void said.push(text) };
  const state = await runOnServer(HOST, order(code, access), sink, signal);
  return [...said, state];
}

describe('a page whose room has a server for programs', () => {
  it('runs them there with its token, which is asked for once and again when it has run out', async () => {
    const { room, tokenOf, rooms } = await servedRoom();
    assert.deepEqual(await run({ host: HOST, room, token: await tokenOf('candidate') }), ['Hello, Ada!\n', 'done']);
    let given = 0;
    const getToken = async () => {
      given++;
      return tokenOf('candidate');
    };
    const access = { host: HOST, room, getToken };
    for (let n = 0; n < 3; n++) assert.deepEqual(await run(access), ['Hello, Ada!\n', 'done']);
    assert.equal(given, 1);
    rooms.now += 3_600_000;
    assert.deepEqual(await run(access), ['Hello, Ada!\n', 'done']);
    assert.equal(given, 2);
  });

  it('asks getToken where the page has given a token as well, which may have run out', async () => {
    const { room, tokenOf } = await servedRoom();
    const access = { host: HOST, room, token: 'run out', getToken: () => tokenOf('candidate') };
    assert.deepEqual(await run(access), ['Hello, Ada!\n', 'done']);
  });

  it('waits when the server is busy, and says what else it hears', async () => {
    const { room, tokenOf, rooms, asked } = await servedRoom({ serviceRunsPerMinuteEach: 60, serviceRunsPerMinute: 1 });
    const access = { host: HOST, room, token: await tokenOf('candidate') };
    await run(access);
    const before = asked.length;
    const stop = new AbortController();
    const waiting = run(access, 'x', stop.signal);
    while (asked.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort(new Error('stopped'));
    await assert.rejects(waiting, /stopped/);
    rooms.now += 60_000;
    await assert.rejects(run({ ...access, token: await tokenOf('observer') }), /may|role/);
    await assert.rejects(run({ host: HOST }), /this page is in none/);
    await assert.rejects(run({ host: 'http://other.test', room }), /this page is in none/);
  });

  it('says so when the connection breaks before the end, and when nobody answers', async () => {
    const access = { host: HOST, room: 'r', token: 't' };
    globalThis.fetch = async () => new Response('{"type":"output","kind":"stdout","text":"a"}\n{"type":"en');
    await assert.rejects(run(access), /broke before the program had ended/);
    globalThis.fetch = async () => Promise.reject(new TypeError('Failed to fetch'));
    await assert.rejects(run(access), /does not answer/);
    globalThis.fetch = async () => new Response('<h1>', { status: 502 });
    await assert.rejects(run(access), /did not do it/);
  });

  it('learns the languages once for all its rooms, and takes none away that the page runs', async () => {
    const { room, tokenOf, asked } = await servedRoom();
    await Promise.all([
      learnLanguages(HOST, () => false),
      learnLanguages(HOST, () => false),
      learnLanguages(null, () => false),
    ]);
    assert.deepEqual(asked.filter((path) => path === '/api/languages').length, 1);
    assert.deepEqual([languageDefinition('java')?.label, languageDefinition('rust')], ['Java', undefined]);
    assert.match(languageDefinition('java')?.example ?? '', /class Main/);
    const access = { host: HOST, room, token: await tokenOf('candidate') };
    const tests = [
      { name: 'greets', kind: 'io', stdin: 'Bo\n', stdout: 'Hello, Bo!\n' },
      { name: 'is wrong', kind: 'io', stdin: 'Bo\n', stdout: 'Bye\n' },
      { name: 'call', kind: 'call', function: 'f', args: [], expected: 1 },
    ] as const;
    const results = await runTests(
      { tests, files: [{ name: 'Main.java', text: 'x' }], entry: 'Main.java', language: 'java' } as never,
      (request, sink, signal) => runRemotely({ ...request, room: access }, sink, signal),
      { result: () => {} },
      new AbortController().signal,
    );
    assert.deepEqual(
      results.map(({ state, actual }) => [state, actual]),
      [
        ['passed', 'Hello, Bo!\n'],
        ['failed', 'Hello, Bo!\n'],
        ['error', undefined],
      ],
    );
  });

  it('has no languages of a server that does not tell, and asks it again later', async () => {
    let asked = 0;
    globalThis.fetch = async () => {
      asked++;
      return asked === 1 ? Promise.reject(new TypeError('offline')) : new Response('Not found', { status: 404 });
    };
    await learnLanguages('http://old.test', () => false);
    await learnLanguages('http://old.test', () => false);
    await learnLanguages('http://old.test', () => false);
    assert.equal(asked, 2);
  });

  it('asks a busy server again', async () => {
    const answers = [429, 503, 200, 200].map(
      (status) => () =>
        status === 200
          ? Response.json({ languages: [{ id: 'nim', label: 'Nim', example: 'echo 1' }] })
          : new Response('Too many requests', { status }),
    );
    let asked = 0;
    globalThis.fetch = async () => (answers[asked++] as () => Response)();
    const learnt = [];
    for (let n = 0; n < 4; n++) learnt.push(await learnLanguages('http://busy.test', () => false));
    assert.deepEqual([learnt, asked], [[false, false, true, true], 3]);
    assert.equal(languageDefinition('nim')?.label, 'Nim');
  });

  it('runs a language on the server of each room, where several have it', async () => {
    const asked: string[] = [];
    globalThis.fetch = async (url, init) => {
      if (!init?.method) return Response.json({ languages: [{ id: 'zig', label: 'Zig', example: '//' }] });
      asked.push(String(url));
      return new Response('{"type":"end","state":"done"}\n');
    };
    for (const host of ['http://one.test', 'http://two.test']) await learnLanguages(host, () => false);
    const run = (host: string) =>
      runRemotely(
        { ...order('x', { host, room: 'r', token: 't' }), language: 'zig' },
        { output: () => {}, progress: () => {} },
        new AbortController().signal,
      );
    for (const host of ['http://two.test', 'http://one.test/', 'http://three.test']) await run(host).catch(() => {});
    assert.deepEqual(asked, ['http://two.test/api/rooms/r/run', 'http://one.test/api/rooms/r/run']);
  });
});
