/** Programs on a server of one's own, over HTTP: who may, within which limits, what comes of hostile services, and that no key ever comes out. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readServiceSettings } from '../../party/config/service-settings.js';
import { createApi } from '../../party/http/api.js';
import { LIMITS, type Limits } from '../../party/shared/limits.js';
import { type ProgramService, startProgramService } from '../fixtures/program-service.js';
import { MemoryRooms } from './memory-rooms.js';

const KEY = 'canary-4f8a1c';
const HOST = 'http://host.test';

let service: ProgramService;
before(async () => {
  service = await startProgramService();
});
after(() => service.close());

function host(more: { limits?: Partial<Limits>; makers?: string; key?: string } = {}) {
  const limits = { ...LIMITS, ...more.limits };
  const rooms = new MemoryRooms({ limits: { ...limits, batchPaceMs: 0 } });
  const services = readServiceSettings(
    JSON.stringify({
      'java kotlin': { service: 'judge0', url: service.url, key: KEY },
      'go rust': { service: 'piston', url: service.url, key: more.key ?? KEY },
      ruby: 'piston http://127.0.0.1:9',
    }),
  );
  const api = createApi({
    ...{ rooms, services, limits, roomsPerMinute: 1e6, now: () => rooms.now },
    ...(more.makers !== undefined && { makers: more.makers }),
    reportError: (error) => assert.fail(String(error)),
  });
  const call = async (path: string, token?: string, body?: object, signal?: AbortSignal) => {
    const response = await api.request(HOST + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    assert.ok(!text.includes(KEY), 'the key came out');
    return { status: response.status, text, headers: response.headers };
  };
  const room = async () => {
    const made = JSON.parse((await call('/api/rooms', more.makers, {})).text);
    const tokens: Record<string, string> = {};
    for (const [role, link] of Object.entries<string>(made.links)) {
      const secret = new URL(link).hash.slice(3);
      tokens[role] = JSON.parse((await call(`/api/rooms/${made.id}/token`, undefined, { secret })).text).token;
    }
    return { id: made.id as string, tokens };
  };
  const run = (id: string, token: string | undefined, order: object) =>
    call(`/api/rooms/${id}/run`, token, { language: 'go', fileName: 'main.go', code: '', ...order });
  return { api, rooms, call, room, run };
}

/** What came, without the lines that only say that something will. */
function told({ status, text }: { status: number; text: string }) {
  assert.equal(status, 200, text);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.filter(({ type }) => type !== 'wait').map((line) => line.text ?? line.state);
}

describe('a program on a server', () => {
  it('runs for interviewers and candidates, by either service, and says how it ended', async () => {
    const { room, run } = host();
    const { id, tokens } = await room();
    for (const role of ['interviewer', 'candidate'])
      for (const language of ['go', 'java']) {
        const order = { language, fileName: `main.${language}`, code: 'x', stdin: 'Ada\n' };
        assert.deepEqual(told(await run(id, tokens[role], order)), ['Hello, Ada!\n', 'done'], `${role} ${language}`);
      }
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'exit' })), [
      ...['before\n', 'main.go:7 +0x1d\n', 'Ended with exit code 3.', 'failed'],
    ]);
    const files = [{ name: 'a/b.go', text: 'é' }];
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'list', files })), ['a/b.go=é\n', 'done']);
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'loop' })).at(-1), 'timed-out');
    const long = told(await run(id, tokens.candidate, { code: 'lines' }));
    assert.equal(long[0].length, 500_000);
  });

  it('runs with twice as many files as a room has on this server', async () => {
    const { room, run } = host({ limits: { files: 30 } });
    const { id, tokens } = await room();
    const files = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `${n}.go`, text: '' }));
    assert.equal((await run(id, tokens.candidate, { code: 'list', files: files(60) })).status, 200);
    const { status, text } = await run(id, tokens.candidate, { code: 'list', files: files(61) });
    assert.deepEqual([status, JSON.parse(text).detail], [422, 'Send at most 60 files.']);
  });

  it('runs for nobody else, and in no other language', async () => {
    const { room, run, call } = host();
    const { id, tokens } = await room();
    const before = service.asked.length;
    assert.equal((await run(id, tokens.observer, {})).status, 403);
    assert.equal((await run(id, undefined, {})).status, 401);
    assert.equal((await run(id, 'x.y.z', {})).status, 401);
    assert.equal((await run('there-is-none', tokens.candidate, {})).status, 404);
    const other = await run(id, tokens.candidate, { language: 'cobol' });
    assert.deepEqual([other.status, JSON.parse(other.text).detail.slice(0, 27)], [422, 'This server runs no cobol. ']);
    for (const fileName of ['../x', '/etc/passwd', 'a//b', ''])
      assert.equal((await run(id, tokens.candidate, { fileName })).status, 422, fileName);
    assert.equal((await run(id, tokens.candidate, { extra: 1 })).status, 422);
    await call(`/api/rooms/${id}/end`, tokens.interviewer, {});
    assert.equal((await run(id, tokens.candidate, {})).status, 409);
    assert.equal(service.asked.length, before, 'nobody who may not reaches the service');
  });

  it('has limits of size, of number and at once, each with a sentence and when to come again', async () => {
    const limits = { serviceRunsPerMinuteEach: 3, serviceProgramBytes: 64 * 1024, serviceRunsAtOnceEach: 1 };
    const { room, run, rooms } = host({ limits });
    const { id, tokens } = await room();
    const large = await run(id, tokens.candidate, { code: 'é'.repeat(33_000) });
    assert.deepEqual([large.status, /64 KiB/.test(large.text)], [413, true]);
    for (let n = 0; n < 3; n++) assert.equal((await run(id, tokens.candidate, {})).status, 200);
    const busy = await run(id, tokens.candidate, {});
    assert.deepEqual([busy.status, busy.headers.get('Retry-After')], [429, '20']);
    assert.equal((await run(id, tokens.interviewer, {})).status, 200, 'another person is not held up');
    rooms.now += 20_000;
    assert.equal((await run(id, tokens.candidate, {})).status, 200);
  });

  it('ends at the service when the request ends, and gives its place back', async () => {
    const { room, api, run } = host({ limits: { serviceRunsAtOnceEach: 1 } });
    const { id, tokens } = await room();
    const broken = service.brokenOff;
    const silent = JSON.stringify({ language: 'go', fileName: 'main.go', code: 'silent' });
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens.candidate}` };
    const answer = await api.request(`${HOST}/api/rooms/${id}/run`, { method: 'POST', headers, body: silent });
    const reader = answer.body?.getReader();
    await reader?.read();
    assert.equal((await run(id, tokens.candidate, {})).status, 429, 'one at once');
    await reader?.cancel();
    while (service.brokenOff === broken) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await run(id, tokens.candidate, {})).status, 200);
  });

  it('a page that is gone without a word gives its place back after a while', async () => {
    const { rooms, room } = host({ limits: { serviceRunsAtOnceEach: 1 } });
    const { id, tokens } = await room();
    const begin = (run: string) =>
      rooms.send(id, { type: 'service-run', token: tokens.candidate ?? '', run, step: 'begin' });
    assert.deepEqual(await begin('a'), { ok: true, value: { wait: 0 } });
    assert.deepEqual(await begin('b'), { ok: true, value: { wait: 2 } });
    rooms.now += 10_000;
    await rooms.send(id, { type: 'service-run', token: tokens.candidate ?? '', run: 'a', step: 'keep' });
    rooms.now += 10_000;
    assert.deepEqual(await begin('b'), { ok: true, value: { wait: 2 } }, 'it still runs');
    rooms.now += 12_001;
    assert.deepEqual(await begin('b'), { ok: true, value: { wait: 0 } });
  });

  it('says what a service did wrong, and goes nowhere that it leads', async () => {
    const { room, run } = host();
    const { id, tokens } = await room();
    const cases: [code: string, sentence: RegExp][] = [
      ['busy', /^Go could not run this: the service is busy\./],
      ['broken', /status 500: a disk is full\./],
      ['unknown', /status 400: go-9 runtime is unknown\./],
      ['locked', /does not accept the key/],
      ['page', /something else than JSON/],
      ['away', /leads elsewhere, which is not followed/],
      ['cut', /something else than JSON/],
      ['nothing', /did not answer as Piston does/],
      ['endless', /answered with more than 4 MiB/],
    ];
    for (const [code, sentence] of cases) {
      const [note, end] = told(await run(id, tokens.candidate, { code }));
      assert.match(note, sentence, code);
      assert.equal(end, 'failed', code);
    }
    const hasty = host({ limits: { serviceMs: 400 } });
    const made = await hasty.room();
    const late = told(await hasty.run(made.id, made.tokens.candidate, { code: 'silent' }));
    assert.deepEqual(late, ['Stopped, because the service had not answered after 0.4 seconds.', 'timed-out']);
    assert.equal(service.inner, 0);
    const order = { language: 'ruby', fileName: 'main.rb' };
    assert.match(
      told(await run(id, tokens.candidate, order))[0],
      /^Ruby could not run this: the service cannot be reached/,
    );
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'strange' })), ['failed']);
  });

  it('never shows the key, even where the service tells it', async () => {
    const { room, run } = host();
    const { id, tokens } = await room();
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'whisper' })).slice(0, 2), ['key …\n', '…']);
    const order = { language: 'java', fileName: 'Main.java', code: 'whisper' };
    assert.deepEqual(told(await run(id, tokens.candidate, order)).slice(0, 2), ['key …\n', '…']);
    assert.ok(service.asked.some(({ headers }) => headers.authorization === KEY));
    assert.ok(service.asked.some(({ headers }) => headers['x-auth-token'] === KEY));
  });

  it('never shows the key without its scheme either', async () => {
    const { room, run } = host({ key: `Bearer ${KEY}` });
    const { id, tokens } = await room();
    assert.deepEqual(told(await run(id, tokens.candidate, { code: 'whisper' })).slice(0, 2), ['key …\n', '…']);
    assert.ok(service.asked.some(({ headers }) => headers.authorization === `Bearer ${KEY}`));
  });

  it('is unharmed by whatever a service answers', async () => {
    const { room, run } = host();
    const { id, tokens } = await room();
    const { fetch } = globalThis;
    let seed = 11;
    const random = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % most;
    };
    const leaf = () => [null, 0, -1, 1e308, '', 'TO', 'SIGKILL', '\ud800', true, [], {}, 'a'.repeat(70)][random(12)];
    const names = [
      'run',
      'compile',
      'stdout',
      'stderr',
      'code',
      'signal',
      'status',
      'message',
      'token',
      'id',
      '__proto__',
    ];
    const value = (depth: number): unknown => {
      if (depth === 0 || random(4) === 0) return leaf();
      if (random(5) === 0) return Array.from({ length: random(4) }, () => value(depth - 1));
      return Object.fromEntries(
        Array.from({ length: random(6) }, () => [names[random(names.length)], value(depth - 1)]),
      );
    };
    try {
      globalThis.fetch = async () => {
        const status = [200, 200, 200, 201, 301, 404, 429, 500][random(8)] ?? 200;
        const body = random(8) === 0 ? '{"cut": ' : JSON.stringify(value(4));
        return new Response(body, { status, headers: { Location: 'http://169.254.169.254/' } });
      };
      for (let n = 0; n < 40; n++)
        for (const language of ['go']) {
          const answer = await run(id, tokens[n % 2 ? 'candidate' : 'interviewer'], { language });
          assert.match(told(answer).at(-1), /^(done|failed|timed-out)$/);
        }
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe('the languages of a server', () => {
  it('are told to anybody, without where they run', async () => {
    const { call } = host({ makers: 'makers-key-0123456' });
    const { status, text } = await call('/api/languages');
    const { languages } = JSON.parse(text) as { languages: { id: string; label: string; example: string }[] };
    assert.equal(status, 200);
    assert.deepEqual(
      languages.map(({ id, label }) => `${id} ${label}`),
      ['java Java', 'kotlin Kotlin', 'go Go', 'rust Rust', 'ruby Ruby'],
    );
    assert.ok(!text.includes('127.0.0.1'));
    assert.deepEqual(JSON.parse((await call('/api/languages')).text), { languages });
  });

  it('are checked for makers alone, not too often, each with what is wrong', async () => {
    const { call } = host({ makers: 'makers-key-0123456' });
    assert.equal((await call('/api/runners')).status, 401);
    const { text } = await call('/api/runners', 'makers-key-0123456');
    const { runners } = JSON.parse(text) as {
      runners: { language: string; works: boolean; version: string; sentence: string }[];
    };
    assert.deepEqual(
      runners.map(({ language, works, version }) => [language, works, version]),
      [
        ['java', true, 'Java (JDK 17.0.6)'],
        ['kotlin', false, ''],
        ['go', true, '21.0.2'],
        ['rust', true, '21.0.2'],
        ['ruby', false, ''],
      ],
    );
    assert.match(
      runners[1]?.sentence ?? '',
      /Kotlin could not run this: the Judge0 server has no language called Kotlin\./,
    );
    assert.ok(!text.includes(service.url));
    for (let n = 0; n < 5; n++) await call('/api/runners', 'makers-key-0123456');
    assert.equal((await call('/api/runners', 'makers-key-0123456')).status, 429);
  });

  it('are none unless they are set', async () => {
    const rooms = new MemoryRooms();
    const api = createApi({ rooms, reportError: (error) => assert.fail(String(error)) });
    assert.deepEqual(await (await api.request(`${HOST}/api/languages`)).json(), { languages: [] });
  });
});

describe('CODE_ROOM_RUNNERS', () => {
  it('names languages, each with its service, in a short and a long form', () => {
    const given = {
      'java, go rust': 'piston http://127.0.0.1:2000',
      csharp: { service: 'judge0', url: 'https://judge.example/v1/', key: 'secret', version: 'Mono' },
      php: { service: 'piston', url: 'https://run.example/api/v2/piston', key: 'X-Api-Key: s p' },
    };
    const piston = { service: 'piston', url: 'http://127.0.0.1:2000/api/v2' };
    assert.deepEqual(readServiceSettings(JSON.stringify(given)), [
      { language: 'java', ...piston },
      { language: 'go', ...piston },
      { language: 'rust', ...piston },
      {
        ...{ language: 'csharp', service: 'judge0', url: 'https://judge.example/v1', version: 'Mono' },
        key: { header: 'X-Auth-Token', value: 'secret' },
      },
      {
        ...{ language: 'php', service: 'piston', url: 'https://run.example/api/v2/piston' },
        key: { header: 'X-Api-Key', value: 's p' },
      },
    ]);
    assert.deepEqual(readServiceSettings(undefined), []);
  });

  it('says what is wrong with it, and never a key', () => {
    const url = 'http://127.0.0.1:2000';
    const cases: [unknown, RegExp][] = [
      ['{', /a JSON object such as/],
      [[], /a JSON object such as/],
      [{ '': `piston ${url}` }, /a JSON object such as/],
      [{ jaava: `piston ${url}` }, /"jaava" is none of them: java, csharp, go/],
      [{ toString: `piston ${url}` }, /an object of these languages: java/],
      [{ 'sk-CANARY-CANARY-CANARY': `piston ${url}` }, /an object of these languages: java/],
      [{ java: `piston ${url}`, 'go java': `piston ${url}` }, /java stands in it once/],
      [{ java: url }, /service of java is piston or judge0/],
      [{ java: { url } }, /service of java is piston or judge0/],
      [{ java: 7 }, /a JSON object such as/],
      [{ java: { service: 'piston', url, CANARY: 1 } }, /no other fields than service, url, key, version/],
      [{ java: 'piston' }, /address of java is one such as/],
      [{ java: 'piston file:///etc/passwd' }, /address of java/],
      [{ java: `piston http://ann:CANARY@127.0.0.1` }, /a key stands in "key"/],
      [{ java: `piston ${url}?key=CANARY` }, /a key stands in "key"/],
      [{ java: { service: 'piston', url, key: 'CANARY\n' } }, /"key" of java is a key/],
      [{ java: { service: 'piston', url, key: 7 } }, /"key" of java is a key/],
      [{ java: { service: 'judge0', url, version: 21 } }, /"version" of java is a text/],
    ];
    for (const [given, sentence] of cases)
      assert.throws(
        () => readServiceSettings(typeof given === 'string' ? given : JSON.stringify(given)),
        ({ message }: Error) => sentence.test(message) && !message.includes('CANARY'),
        JSON.stringify(given),
      );
  });
});
