/** The pages of the reference host, against rooms in memory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_DOCUMENTS } from '../../demo/server/docs.js';
import { createHost } from '../../demo/server/host.js';
import { createSite, type SiteOptions } from '../../demo/server/site.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

function world(options: Partial<SiteOptions> & { makers?: string; roomsPerMinute?: number } = {}) {
  const rooms = new MemoryRooms();
  const reported: unknown[] = [];
  const reportError = (error: unknown) => void reported.push(error);
  const api = createApi({ rooms, reportError, ...options });
  const sandbox = async () => new Response('sandbox');
  const documents = {
    pages: [{ path: '/embed', title: 'Embed', description: 'Text.', parts: [] }],
    messages: [],
    skill: '',
  };
  const site = createSite({
    api,
    rooms,
    sandbox,
    documents,
    open: true,
    needsKey: Boolean(options.makers),
    reportError,
    ...options,
  });
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await site.request(`http://host.test${path}`, init);
    return { response, status: response.status, text: await response.text() };
  };
  const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    get('/rooms', { method: 'POST', body: new URLSearchParams(form), headers });
  return { rooms, reported, get, post };
}

const HTMX = { 'HX-Request': 'true' };

/** What differs between two answers because it is made up anew each time. */
function withoutChance(text: string): string {
  return text.replace(/[\w-]{22}/g, '…');
}

test('the front page explains, offers a room to try, and a form that works without scripts', async () => {
  const { get } = world();
  const { status, text } = await get('/');
  assert.equal(status, 200);
  assert.match(text, /<form[^>]* action="\/rooms" method="post"/);
  const rooms = [...text.matchAll(/<code-room[^>]* room="([^"]+)"/g)].map((match) => match[1]);
  assert.equal(rooms.length, 2);
  assert.equal(rooms[0], rooms[1]);
  assert.match(rooms[0] ?? '', /^try-[\w-]{22}$/);
  assert.match(text, /<script type="module" src="\/code-room.js">/);
});

test('the form offers what the host’s language packs and servers run, each once, and else only what comes with the element', async () => {
  const runnable = (text: string) => /label="Can be run">(.*?)<\/optgroup>/s.exec(text)?.[1] ?? '';
  const plain = await world().get('/');
  assert.match(runnable(plain.text), /value="sql"/);
  assert.doesNotMatch(runnable(plain.text), /value="postgres"/);
  const { text } = await world({ addedLanguages: async () => ['cpp', 'postgres', 'java', 'python', 'cobol'] }).get('/');
  assert.match(
    runnable(text),
    /value="cpp"[^>]*>C\+\+<\/option><option value="postgres"[^>]*>Postgres<\/option><option value="java"[^>]*>Java</,
  );
  assert.doesNotMatch(text, /cobol/);
  for (const id of ['python', 'java']) assert.equal([...text.matchAll(new RegExp(`value="${id}"`, 'g'))].length, 1);
  assert.equal([...text.matchAll(/<option value="postgres"/g)].length, 1);
});

test('where open rooms are off, the room to try is a local one', async () => {
  const { text } = await world({ open: false }).get('/');
  assert.equal([...text.matchAll(/<code-room/g)].length, 1);
  assert.doesNotMatch(text, / room="/);
  assert.doesNotMatch(text, /opened twice/);
});

test('creating a room returns a fragment to HTMX and a page with the same fragment to others', async () => {
  const { post } = world();
  const form = { title: 'Ada & Grace', language: 'javascript' };
  const fragment = await post(form, HTMX);
  const page = await post(form);
  assert.equal(fragment.status, 201);
  assert.equal(page.status, 201);
  assert.doesNotMatch(fragment.text, /<html/);
  assert.match(page.text, /^<!doctype html>/);
  assert.ok(withoutChance(page.text).includes(withoutChance(fragment.text)));
  assert.match(fragment.text, /Ada &amp; Grace/);
  assert.equal(fragment.response.headers.get('cache-control'), 'no-store');
  assert.match(fragment.response.headers.get('vary') ?? '', /HX-Request/);
});

test('the interviewer link comes first, and links use the configured address', async () => {
  for (const [url, origin] of [
    [undefined, 'http://host.test'],
    ['https://rooms.example.com', 'https://rooms.example.com'],
  ]) {
    const { text } = await world({ url }).post({ title: '' }, HTMX);
    const links = [...text.matchAll(/<a href="([^"]+)" id="link-(\w+)"/g)];
    assert.deepEqual(
      links.map((link) => link[2]),
      ['interviewer', 'candidate', 'observer'],
    );
    for (const link of links) assert.match(link[1] ?? '', new RegExp(`^${origin}/r/[\\w-]{22}#k=[\\w-]{22}$`));
  }
});

test('the form’s values reach the room', async () => {
  const { post, rooms } = world();
  await post({ title: 'T', language: 'go', code: 'a\r\nb', brief: 'Sort.', retentionHours: '24', ai: 'allowed' });
  const [room] = rooms.rooms.values();
  assert.ok(room);
  const { digests, ...kept } = room;
  assert.deepEqual(
    { ...kept },
    {
      ...{ type: 'create', title: 'T', language: 'go', code: 'a\nb', brief: 'Sort.' },
      ...{ help: 'full', log: 'off', ai: 'allowed', lobby: false, rehearsal: false, retentionHours: 24 },
    },
  );
});

test('a refused form comes back filled in, with a sentence', async () => {
  const { post } = world({ roomsPerMinute: 1 });
  const refused = await post({ title: '<b>', language: 'klingon' }, HTMX);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /role="alert"[^>]*>[^<]*Choose one of the listed languages/);
  assert.match(refused.text, /value="&lt;b&gt;"/);
  assert.equal((await post({ title: 'x' }, HTMX)).status, 201, 'what was refused does not count');
  const tooMany = await post({ title: 'x' }, HTMX);
  assert.equal(tooMany.status, 429);
  assert.match(tooMany.text, /Too many rooms/);
  const tooLong = await post({ code: 'x'.repeat(3 * 1024 * 1024) }, HTMX);
  assert.equal(tooLong.status, 413);
  assert.match(tooLong.text, /<form/);
});

test('a field’s fault is shown next to it', async () => {
  const { text } = await world().post({ language: 'klingon', retentionHours: '0', brief: 'x' });
  for (const name of ['language', 'retentionHours']) {
    assert.match(text, new RegExp(`name="${name}"[^>]* aria-invalid="true" aria-describedby="${name}-error"`));
    assert.match(text, new RegExp(`id="${name}-error"[^>]*>[^<]{10,}<`));
  }
  assert.doesNotMatch(text, /name="title"[^>]* aria-invalid/);
});

test('a room is created with a waiting room', async () => {
  const { post, rooms } = world();
  await post({ lobby: 'on' });
  assert.equal([...rooms.rooms.values()][0]?.lobby, true);
});

test('a room is created with a rehearsal if the form says so: else whoever comes joins at once', async () => {
  const { get, post, rooms } = world();
  assert.doesNotMatch((await get('/')).text, /name="rehearsal"[^>]* checked/);
  await post({ rehearsal: 'on' });
  assert.equal([...rooms.rooms.values()][0]?.rehearsal, true);
});

test('the interviewer panel is for interviewers, and shows the result of decisions', async () => {
  const { get, post } = world();
  const { text } = await post({ title: 'T' }, HTMX);
  const [, id] = /\/r\/([\w-]{22})#k=/.exec(text) ?? [];
  const secrets = [...text.matchAll(/id="link-\w+"[^>]*>[^<]*#k=([\w-]{22})</g)].map((match) => match[1]);
  const tokens: string[] = [];
  for (const secret of secrets) {
    const body = JSON.stringify({ secret });
    const headers = { 'content-type': 'application/json' };
    tokens.push(JSON.parse((await get(`/api/rooms/${id}/token`, { method: 'POST', headers, body })).text).token);
  }
  const as = (n: number, method = 'GET') => ({ method, headers: { authorization: `Bearer ${tokens[n]}` } });
  const desk = await get(`/r/${id}/desk`, as(0));
  assert.equal(desk.status, 200);
  // First of all, apart from the rest: the page puts it above the notes.
  const [, state = '', rest = ''] =
    /^<div id="desk-state" hx-swap-oob="innerMorph">(.*?)<\/div>(.*)$/s.exec(desk.text) ?? [];
  assert.match(state, /Whoever has a link comes in.*Lock.*End interview/s);
  assert.doesNotMatch(state, /Help of the editor|<h2/);
  assert.match(rest, /Help of the editor.*In the room.*Links/s);
  assert.doesNotMatch(desk.text, /<html| style="|<script/);
  assert.match((await get(`/r/${id}/desk/lock`, as(0, 'POST'))).text, /Nobody new comes in/);
  const fresh = await get(`/r/${id}/desk/links/candidate/reset`, as(0, 'POST'));
  assert.match(fresh.text, new RegExp(`data-made>http://host.test/r/${id}#k=[\\w-]{22}<`));
  assert.match((await get(`/r/${id}/desk/end`, as(0, 'POST'))).text, /nobody can change anything/);
  assert.match((await get(`/r/${id}/desk/reopen`, as(0, 'POST'))).text, /End interview/);
  assert.equal((await get(`/r/${id}/desk`)).status, 401);
  for (const action of ['lock', 'end', 'links/candidate/reset']) {
    const refused = await get(`/r/${id}/desk/${action}`, as(2, 'POST'));
    assert.equal(refused.status, 403, action);
    assert.doesNotMatch(refused.text, /data-made>http/);
  }
  assert.match((await get(`/r/${id}/desk`, as(0))).text, /Whoever has a link comes in|Nobody new/);
  const gone = await get(`/r/${id}/desk`, as(0, 'DELETE'));
  assert.equal(gone.response.headers.get('hx-redirect'), `/r/${id}`);
  assert.equal((await get(`/r/${id}`)).status, 404);
});

test('where creating rooms is limited, the form asks for the key and uses it', async () => {
  const { get, post } = world({ makers: 'the-key' });
  assert.match((await get('/')).text, /name="key" type="password"/);
  assert.equal((await post({ key: 'wrong' }, HTMX)).status, 401);
  assert.equal((await post({ key: 'the-key' }, HTMX)).status, 201);
});

test('where creating rooms is limited, the page of a replay asks for the key, too', async () => {
  for (const makers of [undefined, 'the-key']) {
    const { get, rooms } = world({ ...(makers && { makers }) });
    const headers = { 'content-type': 'application/json', ...(makers && { authorization: `Bearer ${makers}` }) };
    await get('/api/rooms', { method: 'POST', headers, body: '{}' });
    const { text } = await get(`/r/${[...rooms.rooms.keys()][0]}/replay`);
    assert.match(text, /<form id="continue"/);
    assert.equal(/<input name="key" type="password"/.test(text), makers !== undefined);
  }
});

test('the page of a replay has the player to download, with its other tools', async () => {
  const { get, rooms } = world();
  await get('/api/rooms', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const { text } = await get(`/r/${[...rooms.rooms.keys()][0]}/replay`);
  const [, attributes] = /<a ([^>]*)>Player for your disk<\/a>/.exec(text) ?? [];
  assert.match(attributes ?? '', /^href="\/player\.html" download /);
  // It is shown with the other tools, once there is a replay.
  const [, tools] = /<section id="tools" hidden (.*?)<\/section>/s.exec(text) ?? [];
  assert.match(tools ?? '', /\/player\.html/);
});

test('values that no form and no header can contain are refused with a sentence, wherever they are', async () => {
  const { get, post, reported } = world({ makers: 'the-key' });
  for (const key of ['the-key\nX: y', 'the-key\r\n', '\0', 'schlüssel', '钥匙', '\u202e', ' ', 'x'.repeat(100_000)])
    assert.equal((await post({ key }, HTMX)).status, 401, JSON.stringify(key.slice(0, 20)));
  const forms: [string, string][] = [
    ['multipart/form-data', 'title=x'],
    ['multipart/form-data; boundary=x', '--x\r\nnothing'],
    ['application/x-www-form-urlencoded', '%%%&title=%ff&title=2&key[]=a&__proto__=x'],
    ['text/plain', 'title=x'],
    ['', ''],
  ];
  for (const path of ['/rooms', '/r/AAAAAAAAAAAAAAAAAAAAAA/desk/lock', '/r/x/desk/people/y/role']) {
    for (const [type, body] of forms) {
      const { status } = await get(path, { method: 'POST', headers: type ? { 'Content-Type': type } : {}, body });
      assert.equal(status, 401, `${path} ${type}`);
    }
  }
  for (const id of ['..%2f..%2fhealthz', '%00', '%0a', 'a%2Fb', '%23', '%3fx', '%E0%A4%A', 'x'.repeat(5_000)])
    for (const path of [
      `/r/${id}`,
      `/r/${id}/desk`,
      `/r/${id}/replay`,
      `/r/${id}/report`,
      `/api/rooms/${id}`,
      `/${id}`,
    ])
      assert.ok([401, 404].includes((await get(path)).status), path);
  assert.deepEqual(reported, []);
});

test('a form whose room could not be made comes back with what was typed, where HTMX swaps no answer of a failing server, too', async () => {
  const api = { fetch: () => Response.json({ detail: 'Something failed here.' }, { status: 503 }) };
  const { get, post } = world({ api });
  for (const [headers, status] of [
    [HTMX, 200],
    [{}, 503],
  ] as const) {
    const answer = await post({ title: 'Ada', brief: 'Sort.' }, headers);
    assert.equal(answer.status, status);
    assert.match(answer.text, /role="alert"[^>]*>Something failed here\./);
    assert.match(answer.text, />Sort\.<\/textarea>/);
  }
  const [, config] = /name="htmx-config" content='([^']*)'/.exec((await get('/')).text) ?? [];
  assert.deepEqual(JSON.parse(config ?? '').noSwap, [204, 304, '5xx']);
});

test('an interrupted form is refused, and is not our failure', async () => {
  const { post, get, reported, rooms } = world();
  const body = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('title=x')),
      pull: (controller) => controller.error(new Error('Network connection lost.')),
    });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const { status, text } = await get('/rooms', {
    method: 'POST',
    headers,
    body: body(),
    duplex: 'half',
  } as RequestInit);
  assert.deepEqual([status, text], [400, 'The form did not arrive whole. Send it again.']);
  assert.equal((await post({ title: 'x'.repeat(2 * 1024 * 1024) })).status, 413);
  assert.deepEqual([reported, rooms.rooms.size], [[], 0]);
});

test('no form is read further than any of our pages writes it', async () => {
  const { get, reported } = world({ makers: 'the-key' });
  const CHUNK = new TextEncoder().encode('x'.repeat(64 * 1024));
  /** Of any length, from whoever knows an address; says how much of it was taken. */
  async function flood(path: string) {
    let taken = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        taken += CHUNK.length;
        if (taken > 64 * 1024 * 1024) controller.close();
        else controller.enqueue(CHUNK);
      },
    });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const { status } = await get(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    return { status, taken };
  }
  const desk = '/r/AAAAAAAAAAAAAAAAAAAAAA/desk';
  const small = ['/lock', '/help', '/people/x/role', '/links/candidate', '/questions', '/questions/1/hint'];
  for (const path of ['/runners', ...small.map((end) => desk + end)]) {
    const { status, taken } = await flood(path);
    assert.equal(status, 413, path);
    assert.ok(taken < 512 * 1024, `${path} took ${taken}`);
  }
  for (const path of ['/rooms', '/questions', '/questions/word-index']) {
    const { status, taken } = await flood(path);
    assert.equal(status, 413, path);
    assert.ok(taken < 3 * 1024 * 1024, `${path} took ${taken}`);
  }
  // The library stands in the form for a room, which is sent with it.
  const form = new URLSearchParams({ key: 'the-key', code: 'é'.repeat(200_000) });
  assert.equal((await get('/questions', { method: 'POST', body: form })).status, 200);
  assert.deepEqual(reported, []);
});

test('the API’s description is created once per address', async () => {
  let asked = 0;
  const api = createApi({ rooms: new MemoryRooms(), reportError: () => {} });
  const counted = {
    fetch: (request: Request) => {
      asked++;
      return api.fetch(request);
    },
  };
  const { get } = world({ api: counted });
  const pages = [await get('/docs'), await get('/docs')];
  assert.equal(pages[0]?.text, pages[1]?.text);
  assert.match(pages[1]?.text ?? '', /http:\/\/host\.test/);
  assert.equal(asked, 1);
});

test('a page that could not be made once is made at the next request', async () => {
  let failures = 2;
  const fail = () => {
    if (failures-- > 0) throw new Error('the disk is busy');
  };
  const api = createApi({ rooms: new MemoryRooms(), reportError: () => {} });
  const failing = {
    fetch: (request: Request) => {
      fail();
      return api.fetch(request);
    },
  };
  const { get } = world({ api: failing });
  assert.deepEqual(
    [(await get('/docs')).status, (await get('/docs')).status, (await get('/docs')).status],
    [500, 500, 200],
  );

  failures = 1;
  const host = createHost({
    env: {},
    rooms: new MemoryRooms(),
    openByDefault: true,
    readFile: async () => {
      fail();
      return null;
    },
    questions: '[]',
    documents: JSON.stringify(NO_DOCUMENTS),
  });
  const statuses = [await host.request('http://host.test/'), await host.request('http://host.test/')];
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [500, 200],
  );
});

test('no link uses the Host of a request where the settings name the server', async () => {
  const { get } = world({ url: 'https://rooms.example.com' });
  for (const page of ['/', '/embed', '/docs', '/r/x']) {
    const { response, text } = await get(page);
    assert.doesNotMatch(`${text}${JSON.stringify([...response.headers])}`, /host\.test/, page);
    assert.match(
      response.headers.get('content-security-policy') ?? '',
      /script-src 'self' https:\/\/rooms\.example\.com;/,
    );
  }
  for (const [path, to] of [
    ['/docs/', '/docs'],
    ['/docs//?a=b', '/docs?a=b'],
    ['//evil.example/', '/evil.example'],
    ['/\\evil.example/', '/evil.example'],
    ['/%5cevil.example/', '/%5cevil.example'],
    ['/%5C%5Cevil.example//', '/%5C%5Cevil.example'],
    ['/%2f%2Fevil.example/', '/%2f%2Fevil.example'],
    ['/%09/evil.example/', '/%09/evil.example'],
  ] as const) {
    const { response } = await get(path);
    assert.deepEqual([response.status, response.headers.get('location')], [301, to], path);
  }
});

test('a room has a page; unknown, deleted and unreachable ones have another', async () => {
  const { get, post, rooms, reported } = world();
  await post({});
  const [id] = rooms.rooms.keys();
  const room = await get(`/r/${id}`);
  assert.equal(room.status, 200);
  assert.ok(
    room.text.indexOf('src="/room.js"') < room.text.indexOf('src="/code-room.js"'),
    'the key leaves the address before anything else is loaded',
  );
  assert.match(room.text, /noindex/);
  rooms.loaded.clear();
  for (const path of [`/r/${id}`, '/r/not%20an%20id']) {
    const gone = await get(path);
    assert.equal(gone.status, 404);
    assert.match(gone.text, /does not exist, or not any more/);
  }
  rooms.failure = new Error('away');
  assert.equal((await get(`/r/${id}`)).status, 503);
  assert.deepEqual(reported, [rooms.failure]);
});

test('the API page names every route of the API, and loads nothing from other servers', async () => {
  const { get } = world();
  const api = JSON.parse((await get('/openapi.json')).text);
  const { text } = await get('/docs');
  for (const path of Object.keys(api.paths)) assert.ok(text.includes(path), path);
  assert.match(text, /curl -X POST http:\/\/host\.test\/api\/rooms/);
  for (const page of ['/', '/embed', '/docs', '/nothing'])
    assert.doesNotMatch((await get(page)).text, /(?:src|href)="https?:\/\/(?!host\.test)/);
});

test('every page has a strict policy and no inline script or style', async () => {
  const { get, post, rooms } = world();
  await post({});
  const [id] = rooms.rooms.keys();
  for (const path of ['/', '/embed', '/docs', `/r/${id}`, '/nothing', '/r/x']) {
    const { response, text } = await get(path);
    const policy = response.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src http:\/\/host\.test;/);
    assert.match(policy, /connect-src http:\/\/host\.test ws:\/\/host\.test;/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(response.headers.get('referrer-policy'), 'same-origin');
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.doesNotMatch(text, /<style| style="| on\w+="/);
    for (const [, attributes] of text.matchAll(/<script([^>]*)>/g))
      assert.match(attributes ?? '', /src=|type="text\/(python|plain)"/, 'scripts are files, or data for the element');
  }
});

test('other paths get a page, under /api a problem document', async () => {
  const { get } = world();
  const page = await get('/nothing');
  assert.equal(page.status, 404);
  assert.match(page.text, /There is no page here/);
  const problem = await get('/api/nothing');
  assert.match(problem.response.headers.get('content-type') ?? '', /problem\+json/);
  assert.equal((await get('/sandbox')).text, 'sandbox');
  assert.equal((await get('/healthz')).status, 200);
});

test('the sandbox page is sent again only when it has changed', async () => {
  const { get } = world();
  const { response } = await get('/sandbox');
  const again = await get('/sandbox', { headers: { 'If-None-Match': response.headers.get('etag') ?? '' } });
  assert.deepEqual([again.status, again.text], [304, '']);
  assert.equal((await get('/sandbox', { headers: { 'If-None-Match': '"another"' } })).text, 'sandbox');
});
