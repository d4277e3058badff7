/** The HTTP API with rooms in memory: parameters, answers and refusals. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { digest } from '../../party/access/secrets.js';
import { type ApiOptions, createApi } from '../../party/http/api.js';
import { describeApi } from '../../party/http/openapi.js';
import { callerAddress } from '../../party/rate/address-throttle.js';
import { MemoryRooms } from './memory-rooms.js';

function world(options: Partial<ApiOptions> = {}) {
  const rooms = new MemoryRooms();
  const reported: unknown[] = [];
  const api = createApi({ rooms, reportError: (error) => reported.push(error), ...options });
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const type: Record<string, string> = sent === undefined ? {} : { 'Content-Type': 'application/json' };
    const response = await api.request(`http://host.test${path}`, {
      method,
      headers: { ...type, ...headers },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const isJson =
      /json\b/.test(response.headers.get('content-type') ?? 'json') &&
      !/ndjson/.test(response.headers.get('content-type') ?? '');
    return { response, text, status: response.status, json: text && isJson ? JSON.parse(text) : undefined };
  };
  const make = async (body: unknown = {}) => (await call('POST', '/api/rooms', body)).json;
  const join = async (link: string, more: object = {}) => {
    const { pathname, hash } = new URL(link);
    return call('POST', `/api/rooms/${pathname.slice(3)}/token`, { secret: hash.slice(3), ...more });
  };
  return { rooms, reported, api, call, make, join };
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

function assertProblem(answer: { response: Response; json: { status: number; detail: string } }, status: number) {
  assert.equal(answer.response.status, status);
  assert.match(answer.response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.json.status, status);
  assert.match(answer.json.detail, /^["A-Z/].*\.$/s, 'the detail is a sentence');
}

test('creating a room returns three different links and an expiry', async () => {
  const { call, rooms } = world();
  const answer = await call('POST', '/api/rooms', { title: 'Ada', language: 'javascript', retentionHours: 24 });
  assert.equal(answer.status, 201);
  const { id, links, expiresAt } = answer.json;
  assert.match(id, /^[A-Za-z0-9_-]{22}$/);
  assert.equal(expiresAt, '2026-11-24T09:00:00.000Z');
  const secrets = Object.values<string>(links).map((link) => {
    assert.match(link, new RegExp(`^http://host\\.test/r/${id}#k=[A-Za-z0-9_-]{22}$`));
    return new URL(link).hash.slice(3);
  });
  assert.equal(new Set(secrets).size, 3);
  const kept = rooms.rooms.get(id);
  assert.equal(kept?.digests.interviewer, await digest(secrets[0] ?? ''));
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(secrets.join('|')), 'the room never hears a secret');
});

test('links use the configured address', async () => {
  const { make } = world({ url: 'https://rooms.example.com/' });
  assert.match((await make()).links.candidate, /^https:\/\/rooms\.example\.com\/r\/[\w-]{22}#k=/);
});

test('everything about a new room has a default, even the body', async () => {
  const { call, rooms } = world();
  const answer = await call('POST', '/api/rooms');
  assert.equal(answer.status, 201);
  const { digests, ...kept } = rooms.rooms.get(answer.json.id) ?? assert.fail();
  assert.deepEqual(
    { ...kept },
    { type: 'create', title: '', language: 'python', code: '', brief: '', lobby: false, retentionHours: 720 },
  );
});

test('texts are normalised to LF, and titles cleaned', async () => {
  const { make, rooms } = world();
  const { id } = await make({ code: 'a\r\nb\rc\n', title: ' A\u202E\n  B ' });
  assert.equal(rooms.rooms.get(id)?.code, 'a\nb\nc\n');
  assert.equal(rooms.rooms.get(id)?.title, 'A B');
});

test('faults of a new room are sentences, field by field', async () => {
  const { call } = world({ roomsPerMinute: 100 });
  const bodies = [
    { language: 'klingon' },
    { retentionHours: 0 },
    { retentionHours: 8761 },
    { retentionHours: '24' },
    { title: 'x'.repeat(121) },
    { code: '\ud800' },
    { surprise: 1 },
    [],
  ];
  for (const body of bodies) assertProblem(await call('POST', '/api/rooms', body), 422);
  const answer = await call('POST', '/api/rooms', { language: 'klingon' });
  assert.deepEqual(answer.json.errors, [
    { pointer: '/language', detail: 'Choose one of the listed languages, such as "python".' },
  ]);
  assertProblem(await call('POST', '/api/rooms', '{'), 400);
  assertProblem(await call('POST', '/api/rooms', 'title=x', { 'Content-Type': 'text/plain' }), 415);
});

test('a body that is too large is 413, by bytes and not by characters', async () => {
  const { call } = world();
  assertProblem(await call('POST', '/api/rooms', { code: 'é'.repeat(256 * 1024 + 1) }), 413);
  const brief = await call('POST', '/api/rooms', { brief: 'x'.repeat(64 * 1024 + 1) });
  assertProblem(brief, 413);
  assert.equal(brief.json.errors[0].pointer, '/brief');
  assertProblem(await call('POST', '/api/rooms', { code: 'x'.repeat(3 * 1024 * 1024) }), 413);
  assert.equal((await call('POST', '/api/rooms', { code: 'é'.repeat(256 * 1024) })).status, 201);
});

test('a room is created with tests, and invalid ones are refused with a sentence each', async () => {
  const { call, rooms } = world();
  const io = { name: 'adds', kind: 'io', stdin: '1', stdout: '1' };
  const call20 = {
    name: 'deep',
    kind: 'call',
    function: 'f',
    args: [],
    expected: JSON.parse('['.repeat(60) + ']'.repeat(60)),
  };
  const tests = [io, call20, { ...io, name: 'of the file', file: 'main.py', hidden: true }];
  const made = await call('POST', '/api/rooms', { tests, hiddenResults: 'names', candidateTests: true });
  assert.equal(made.status, 201);
  const kept = rooms.rooms.get(made.json.id);
  assert.deepEqual([kept?.tests, kept?.hiddenResults, kept?.candidateTests], [tests, 'names', true]);
  const files = [
    { name: 'a.py', text: '' },
    { name: 'secret.py', text: '', visibility: 'interviewers' },
  ];
  const code = { name: 'code', kind: 'code', file: 'secret.py' };
  assert.equal((await call('POST', '/api/rooms', { files, tests: [{ ...code, hidden: true }] })).status, 201);
  for (const [body, says] of [
    [{ tests: [io, io] }, /There is another test of this name/],
    [{ tests: [{ ...io, kind: 'x' }, { name: 'y' }] }, /Test 1 .* Test 2 /],
    [{ tests: [{ ...io, file: 'b.py' }] }, /needs the file "b\.py", which is not among the files/],
    [{ files, tests: [{ ...io, file: 'main.py' }] }, /needs the file "main\.py"/],
    [{ files, tests: [code] }, /is for everybody, but its file "secret\.py" is for interviewers/],
    [{ tests: Array.from({ length: 501 }, (_, n) => ({ ...io, name: `${n}` })) }, /There are 501 tests/],
    [{ tests: Array.from({ length: 40 }, (_, n) => ({ ...io, name: `${n}`, stdin: 1 })) }, /And 30 more\.$/],
    [{ tests: [1] }, /Send a JSON object/],
    [{ tests: 'x' }, /"tests"/],
    [{ hiddenResults: 'all' }, /"hiddenResults"/],
    [{ candidateTests: 'yes' }, /Send true or false/],
  ] as const) {
    const answer = await call('POST', '/api/rooms', body);
    assertProblem(answer, 422);
    assert.match(answer.json.detail, says);
  }
});

test('a timer is a list of phases, or what the tag says of one', async () => {
  const { call, rooms } = world();
  const phases = [{ name: 'read', minutes: 5 }];
  for (const timer of [phases, { phases }]) {
    const made = await call('POST', '/api/rooms', { timer });
    assert.deepEqual([made.status, rooms.rooms.get(made.json.id)?.timer], [201, phases]);
  }
  for (const timer of [{ phases, startedAt: 1 }, { phases: 5 }, { phases: [{ name: 'read', minutes: 0 }] }, 5, null])
    assertProblem(await call('POST', '/api/rooms', { timer }), 422);
});

test('a deeply nested body is refused before it is parsed, and answers never grow with the request', async () => {
  const { call } = world();
  const deep = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`;
  const { id } = (await call('POST', '/api/rooms', {})).json;
  for (const body of [
    deep(500_000),
    `{"title":${deep(500_000)}}`,
    '{"a":'.repeat(150_000),
    `{"code":"\\"","title":${deep(200)}}`,
    '['.repeat(500_000),
  ])
    assert.match((await call('POST', '/api/rooms', body)).json.detail, /nested too deeply/);
  assert.match((await call('POST', `/api/rooms/${id}/token`, deep(3_000))).json.detail, /nested too deeply/);
  const text = `{"code":"${'[{'.repeat(1_000)}\\"${'['.repeat(1_000)}"}`;
  assert.equal((await call('POST', '/api/rooms', text)).status, 201, 'brackets in a text are text');
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 1]));
  for (const body of [many, { ['x'.repeat(1_000_000)]: 1 }]) {
    const answer = await call('POST', '/api/rooms', body);
    assertProblem(answer, 422);
    assert.ok(JSON.stringify(answer.json).length < 1_000);
  }
});

test('a body with a list of a million is refused before it is checked, and of many faults a few are told', async () => {
  const { call, make } = world();
  const { id } = await make();
  const list = (length: number, value: unknown = 1) => Array.from({ length }, () => value);
  for (const [path, body] of [
    [`/api/rooms/${id}/run`, { language: 'java', code: '', files: list(900_000) }],
    ['/api/rooms', { questions: list(900_000) }],
    ['/api/rooms', { tests: list(10_001) }],
    ['/api/rooms', { files: list(10_001, {}) }],
    ['/api/rooms', { timer: [list(10_001)] }],
    ['/api/rooms', list(900_000)],
    [`/api/rooms/${id}/questions`, { question: { hints: list(10_001, '[') } }],
  ] as const) {
    const answer = await call('POST', path, body);
    assertProblem(answer, 400);
    assert.equal(answer.json.detail, 'A list in the body is too long. Shorten it.');
  }
  const faulty = await call('POST', '/api/rooms', { questions: list(10_000) });
  assertProblem(faulty, 422);
  assert.equal(faulty.json.errors.length, 20);
  assert.match(
    faulty.json.detail,
    /^"questions\/0": Send a text\. .* "questions\/19": Send a text\. There are 9980 more\.$/,
  );
  const one = await call('POST', '/api/rooms', { questions: list(21) });
  assert.match(one.json.detail, / There is 1 more\.$/);
  assert.doesNotMatch((await call('POST', '/api/rooms', { questions: list(20) })).json.detail, /more/);
});

test('nothing that a room may have is taken for too long a list', async () => {
  const { call } = world({ roomsPerMinute: 1e6 });
  const numbers = Array.from({ length: 20_000 }, (_, n) => n % 10);
  const tests = Array.from({ length: 10 }, (_, n) => ({
    ...{ name: `sorts ${n}`, kind: 'call', function: 'sort', args: n % 2 ? [numbers] : numbers },
    expected: { '"[,': [] },
  }));
  const small = Array.from({ length: 500 }, (_, n) => ({ name: `${n}`, kind: 'io', stdin: '1,\\"[,', stdout: ',' }));
  for (const list of [tests.slice(0, 5), small]) {
    const answer = await call('POST', '/api/rooms', { code: ',['.repeat(50_000), tests: list });
    assert.equal(answer.status, 201, answer.text);
  }
});

test('sixty requests a minute for rooms that are not there are answered, with and without more in their path', async () => {
  for (const rest of ['', '/code']) {
    const { call } = world({ now: () => 0 });
    const status = async (n: number) =>
      (await call('GET', `/api/rooms/made-up-${n}${rest}`, undefined, bearer('x'))).status;
    for (let n = 0; n < 60; n++) assert.ok([401, 404].includes(await status(n)), `${rest} ${n}`);
    assert.equal(await status(60), 429);
  }
});

test('an interrupted body is the client’s fault, and is not reported', async () => {
  const { api, reported, make } = world();
  const { id } = await make();
  for (const path of ['/api/rooms', `/api/rooms/${id}/token`]) {
    for (const length of [{}, { 'Content-Length': '100' }] as Record<string, string>[]) {
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"title":')),
        pull: (controller) => controller.error(new Error('Network connection lost.')),
      });
      const headers = { 'Content-Type': 'application/json', ...length };
      const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
      const response = await api.request(`http://host.test${path}`, init);
      assert.equal(response.status, 400);
      assert.match(((await response.json()) as { detail: string }).detail, /did not arrive whole/);
    }
  }
  assert.deepEqual(reported, []);
});

test('a secret is exchanged for a token of its role and a person key', async () => {
  const { make, join } = world();
  const { links } = await make();
  for (const role of ['interviewer', 'candidate', 'observer']) {
    const { status, json } = await join(links[role], { name: 'Ada' });
    assert.equal(status, 200);
    assert.equal(json.role, role);
    assert.match(json.personKey, /^[A-Za-z0-9_-]{22}$/);
    assert.equal(json.expiresAt, '2026-11-23T09:10:00.000Z');
  }
  const first = await join(links.candidate);
  const again = await join(links.candidate, { personKey: first.json.personKey });
  assert.equal(again.json.personKey, first.json.personKey);
});

test('wrong secrets, unknown rooms and invalid bodies get no token', async () => {
  const { make, join, call } = world();
  const { id, links } = await make();
  assertProblem(await join(`http://host.test/r/${id}#k=AAAAAAAAAAAAAAAAAAAAAA`), 401);
  assertProblem(await join(links.candidate.replace(id, 'A'.repeat(22))), 404);
  assertProblem(await call('POST', '/api/rooms/not%20an%20id/token', { secret: 'x' }), 404);
  for (const body of [{}, { secret: 1 }, { secret: 'x', personKey: 'short' }, { secret: 'x', role: 'interviewer' }])
    assertProblem(await call('POST', `/api/rooms/${id}/token`, body), 422);
  assertProblem(await call('POST', `/api/rooms/${id}/token`, { secret: 'x'.repeat(9000) }), 413);
});

test('tokens read the room and its code, and only interviewers delete it', async () => {
  const { make, join, call } = world();
  const { id, links } = await make({ title: 'Interview', code: 'print(1)\n' });
  const interviewer = bearer((await join(links.interviewer, { name: 'Ada' })).json.token);
  const observer = bearer((await join(links.observer)).json.token);
  const facts = await call('GET', `/api/rooms/${id}`, undefined, observer);
  assert.equal(facts.status, 200);
  assert.equal(facts.json.id, id);
  assert.equal(facts.json.title, 'Interview');
  assert.equal(facts.json.state, 'open');
  assert.equal(facts.json.createdAt, '2026-11-23T09:00:00.000Z');
  assert.deepEqual([facts.json.people, facts.json.lobby, facts.json.locked], [[], false, false]);
  const code = await call('GET', `/api/rooms/${id}/code`, undefined, observer);
  assert.deepEqual(code.json, { files: [{ name: 'main.py', language: 'python', text: 'print(1)\n' }] });
  assertProblem(await call('DELETE', `/api/rooms/${id}`, undefined, observer), 403);
  assert.equal((await call('DELETE', `/api/rooms/${id}`, undefined, interviewer)).status, 204);
  assertProblem(await call('GET', `/api/rooms/${id}`, undefined, interviewer), 404);
});

test('a missing or invalid token is 401 and says how to get one', async () => {
  const { make, call } = world();
  const { id } = await make();
  const without = await call('GET', `/api/rooms/${id}`);
  assertProblem(without, 401);
  assert.equal(without.response.headers.get('www-authenticate'), 'Bearer');
  assertProblem(await call('GET', `/api/rooms/${id}/code`, undefined, bearer('nonsense')), 401);
  assertProblem(await call('DELETE', `/api/rooms/${id}`, undefined, { Authorization: 'Basic abc' }), 401);
});

test('where creating rooms is limited, the server’s key is needed', async () => {
  const { call } = world({ makers: 'the-key' });
  assertProblem(await call('POST', '/api/rooms', {}), 401);
  assertProblem(await call('POST', '/api/rooms', {}, bearer('another')), 401);
  assert.equal((await call('POST', '/api/rooms', {}, bearer('the-key'))).status, 201);
});

test('an address may create ten rooms per minute', async () => {
  let now = 0;
  const { call } = world({ now: () => now, addressHeader: 'X-Address' });
  const make = (address: string) => call('POST', '/api/rooms', {}, { 'X-Address': address });
  for (let count = 0; count < 10; count++) assert.equal((await make('a')).status, 201);
  now = 15_000;
  const refused = await make('a');
  assertProblem(refused, 429);
  assert.equal(refused.response.headers.get('retry-after'), '45');
  assert.equal((await make('b')).status, 201, 'another address is not held up');
  now = 60_001;
  assert.equal((await make('a')).status, 201);
});

test('without a proxy that names clients, a header of the client has no effect', async () => {
  const { call } = world({ roomsPerMinute: 1 });
  await call('POST', '/api/rooms', {}, { 'CF-Connecting-IP': '1' });
  assertProblem(await call('POST', '/api/rooms', {}, { 'CF-Connecting-IP': '2' }), 429);
});

test('the address is the proxy’s value, whatever the client has sent before it', () => {
  const headers = [null, undefined, '', '192.0.2.1', 'forged, 192.0.2.1', 'forged,, 192.0.2.1 '];
  assert.deepEqual(headers.map(callerAddress), [null, null, null, ...Array(3).fill('192.0.2.1')]);
});

test('a room that cannot answer is 503, reported, and may be retried', async () => {
  const { call, rooms, reported } = world();
  rooms.failure = new Error('storage is away');
  const answer = await call('POST', '/api/rooms', {});
  assertProblem(answer, 503);
  assert.ok(answer.response.headers.get('retry-after'));
  assert.doesNotMatch(answer.json.detail, /storage/);
  assert.deepEqual(reported, [rooms.failure]);
});

test('pages of other origins may use the API, refusals included, and nothing is cached', async () => {
  const { call, api } = world();
  for (const path of ['/api/rooms/AAAAAAAAAAAAAAAAAAAAAA', '/api/nothing']) {
    const { response } = await call('GET', path, undefined, { Origin: 'https://other.example' });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
  }
  const preflight = await api.request('http://host.test/api/rooms/x', {
    method: 'OPTIONS',
    headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': 'DELETE' },
  });
  assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /DELETE/);
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Authorization/i);
});

test('health is 200, unknown routes are a 404 problem', async () => {
  const { call } = world();
  assert.deepEqual((await call('GET', '/healthz')).json, { status: 'ok' });
  assertProblem(await call('GET', '/api/nothing'), 404);
  for (const path of ['/healthz', '/openapi.json', '/api/nothing']) {
    assert.equal((await call('GET', path)).response.headers.get('x-content-type-options'), 'nosniff');
  }
});

test('openapi.json equals what the API serves; if this fails, run `npm run openapi`', async () => {
  const { api, call } = world();
  const file = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  assert.deepEqual(file, JSON.parse(JSON.stringify(describeApi(api))));
  assert.deepEqual((await call('GET', '/openapi.json')).json, file);
  assert.deepEqual(Object.keys(file.paths), [
    '/api/rooms',
    '/api/rooms/{id}/token',
    '/api/rooms/{id}',
    '/api/rooms/{id}/code',
    '/api/rooms/{id}/lock',
    '/api/rooms/{id}/unlock',
    '/api/rooms/{id}/end',
    '/api/rooms/{id}/reopen',
    '/api/rooms/{id}/people/{person}/admit',
    '/api/rooms/{id}/people/{person}/decline',
    '/api/rooms/{id}/people/{person}/remove',
    '/api/rooms/{id}/people/{person}/role',
    '/api/rooms/{id}/help',
    '/api/rooms/{id}/links/{role}/reset',
    '/api/rooms/{id}/links/{role}',
    '/api/rooms/{id}/tokens/revoke',
    '/api/rooms/{id}/mine',
    '/api/rooms/{id}/replay',
    '/api/rooms/{id}/diagnostics',
    '/api/rooms/{id}/report',
    '/api/questions',
    '/api/questions/{question}',
    '/api/rooms/{id}/questions',
    '/api/rooms/{id}/questions/{n}',
    '/api/rooms/{id}/questions/{n}/reveal',
    '/api/rooms/{id}/questions/{n}/return',
    '/api/rooms/{id}/questions/{n}/hint',
    '/api/rooms/{id}/questions/{n}/stage',
    '/api/languages',
    '/api/runners',
    '/api/rooms/{id}/run',
    '/api/ai',
    '/api/ai/check',
    '/api/rooms/{id}/assistant',
    '/api/rooms/{id}/assistant/{question}',
    '/healthz',
  ]);
});

test('the OpenAPI document is created once', async (t) => {
  const { api, call } = world();
  const make = t.mock.method(api, 'getOpenAPI31Document');
  const [first, second] = [await call('GET', '/openapi.json'), await call('GET', '/openapi.json')];
  assert.deepEqual(first.json, second.json);
  assert.match(second.response.headers.get('content-type') ?? '', /^application\/json/);
  assert.equal(make.mock.callCount(), 1);
});

test('another method of a known path is named, and refused requests do not count as rooms', async () => {
  const { call, make } = world({ roomsPerMinute: 1 });
  const wrong = await call('PUT', '/api/rooms', {});
  assertProblem(wrong, 405);
  assert.equal(wrong.response.headers.get('allow'), 'POST');
  assertProblem(await call('GET', '/api/nothing'), 404);
  assertProblem(await call('POST', '/api/rooms', { title: 5 }), 422);
  assert.ok((await make()).id);
  assertProblem(await call('POST', '/api/rooms', {}), 429);
});

test('the examples of the OpenAPI document are accepted', async () => {
  const { call, join, make } = world();
  const file = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  const example = (schema: string): Record<string, unknown> => {
    const properties: Record<string, { example?: unknown; default?: unknown }> =
      file.components.schemas[schema].properties;
    const given = Object.entries(properties).map(([name, { example, default: fallback }]) => [
      name,
      example ?? fallback,
    ]);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined));
  };
  const made = await call('POST', '/api/rooms', example('NewRoom'));
  assert.equal(made.status, 201);
  const { links } = await make();
  const { secret, ...about } = example('Exchange');
  assert.match(String(secret), /^[A-Za-z0-9_-]{22}$/);
  assert.equal((await join(links.candidate, about)).status, 200);
  const { json } = await join(made.json.links.interviewer);
  const path = `/api/rooms/${made.json.id}/tokens/revoke`;
  assert.equal((await call('POST', path, example('Revocation'), bearer(json.token))).status, 204);
});

test('an interviewer decides over HTTP, gets reports and resets links; an ended room says so', async () => {
  const { call, join, make } = world();
  const { id, links } = await make({ title: 'Talk', code: 'print(1)\n', brief: 'Do `it`' });
  const tokenOf = async (link: string) => bearer((await join(link)).json.token);
  const boss = await tokenOf(links.interviewer);
  const candidate = await tokenOf(links.candidate);
  const path = `/api/rooms/${id}`;
  assert.equal((await call('POST', `${path}/lock`, undefined, boss)).status, 204);
  assert.equal((await call('GET', path, undefined, boss)).json.locked, true);
  assertProblem(await call('GET', `${path}/code`, undefined, candidate), 403);
  assert.equal((await call('POST', `${path}/unlock`, undefined, boss)).status, 204);
  assert.equal((await call('POST', `${path}/end`, undefined, boss)).status, 204);
  assert.equal((await call('POST', `${path}/end`, undefined, boss)).status, 204);
  assertProblem(await call('POST', `${path}/lock`, undefined, boss), 409);
  assert.equal((await call('GET', path, undefined, boss)).json.state, 'ended');
  assertProblem(await call('POST', `${path}/people/nobody/admit`, undefined, boss), 404);
  assertProblem(await call('POST', `${path}/people/nobody/role`, { role: 'interviewer' }, boss), 422);
  const replay = await call('GET', `${path}/replay`, undefined, { ...boss, Accept: 'application/json' });
  assert.equal(replay.json.format, 'code-room-replay');
  assert.equal(replay.json.documents[0].text, 'print(1)\n');
  for (const [query, told] of [
    ['', false],
    ['?private=0', false],
    ['?private=1', true],
  ] as const) {
    const { response, text } = await call('GET', `${path}/replay${query}`, undefined, boss);
    assert.match(response.headers.get('content-type') ?? '', /^application\/x-ndjson/);
    assert.match(response.headers.get('content-disposition') ?? '', /\.coderoom"/);
    const [header, first] = text.split('\n').map((line) => line && JSON.parse(line));
    assert.deepEqual([header.format, header.private], ['code-room-replay', told]);
    assert.deepEqual(first, [0, 'edit', [0, null, 0, 0, 'print(1)\n']]);
    const kinds = header.files.map(({ kind }: { kind: string }) => kind);
    assert.equal(kinds.includes('notes'), told);
  }
  assertProblem(await call('GET', `${path}/replay?private=2`, undefined, boss), 422);
  const report = await call('GET', `${path}/report`, undefined, { ...boss, Accept: 'application/json' });
  assert.deepEqual([report.json.title, report.json.files[0].text], ['Talk', 'print(1)\n']);
  const mine = await call('GET', `${path}/mine`, undefined, candidate);
  assert.deepEqual(mine.json.files[0].text, 'print(1)\n');
  for (let n = 1; n < 20; n++) assert.equal((await call('GET', `${path}/mine`, undefined, candidate)).status, 200);
  const often = await call('GET', `${path}/mine`, undefined, candidate);
  assertProblem(often, 429);
  assert.deepEqual([often.json.code, often.json.values], ['past-read-often', undefined]);
  assert.equal((await call('GET', `${path}/replay`, undefined, boss)).status, 200, 'nobody else is held up');
  let reads = 0;
  while ((await call('GET', `${path}/code`, undefined, candidate)).status === 200) assert.ok(++reads < 200);
  assert.ok(reads >= 20);
  assertProblem(await call('GET', `${path}/code`, undefined, candidate), 429);
  assert.equal((await call('GET', `${path}/code`, undefined, boss)).status, 200);
  const { json } = await call('POST', `${path}/links/candidate/reset`, undefined, boss);
  assertProblem(await call('GET', `${path}/code`, undefined, candidate), 401);
  assertProblem(await join(links.candidate), 401);
  assert.equal((await join(json.link)).json.role, 'candidate');
  assert.equal((await call('DELETE', `${path}/links/observer`, undefined, boss)).status, 204);
  assertProblem(await join(links.observer), 401);
});

test('a template fills in what is left out; an unknown one is named in a sentence', async () => {
  const { call, make, join } = world();
  const { id, links } = await make({ template: 'late-orders', title: 'Ada' });
  const { json } = await join(links.candidate);
  const facts = await call('GET', `/api/rooms/${id}`, undefined, bearer(json.token));
  assert.equal(facts.json.title, 'Ada');
  const code = await call('GET', `/api/rooms/${id}/code`, undefined, bearer(json.token));
  assert.deepEqual(code.json.files[0].language, 'sql');
  assert.match(code.json.files[0].text, /create table orders/);
  const wrong = await call('POST', '/api/rooms', { template: '__proto__' });
  assertProblem(wrong, 422);
  assert.match(JSON.stringify(wrong.json), /Choose one of two-sum/);
});

test('diagnostics show interviewers how a room is doing, and nobody its content', async () => {
  const { call, join, make } = world();
  const { id, links } = await make({ title: 'canary title', code: 'canary code é\n', brief: 'canary brief' });
  const boss = (await join(links.interviewer, { name: 'canary name' })).json;
  const candidate = (await join(links.candidate)).json;
  const path = `/api/rooms/${id}/diagnostics`;
  assertProblem(await call('GET', path), 401);
  assertProblem(await call('GET', path, undefined, bearer(candidate.token)), 403);
  const { status, json } = await call('GET', path, undefined, bearer(boss.token));
  assert.equal(status, 200);
  assert.deepEqual([json.room, json.engine, json.starts, json.connections], [id.slice(0, 6), 'memory', 1, 0]);
  const { version, durable, bytes, historyBytes } = json.documents[0];
  assert.deepEqual([version, durable, bytes], [1, 1, 15]);
  assert.ok(historyBytes > 15);
  assert.equal(json.journal.failing, false);
  for (const secret of ['canary', id, boss.token, boss.personKey, new URL(links.candidate).hash.slice(3)])
    assert.equal(JSON.stringify(json).includes(secret), false, secret);
  const schema = JSON.parse(readFileSync('openapi.json', 'utf8')).components.schemas.Diagnostics;
  assert.deepEqual(Object.keys(schema.properties).sort(), [...Object.keys(json), 'run'].sort());
});
