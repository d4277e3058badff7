/** Pages of which origins may use a server: on sockets and over HTTP, looked at whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createApi } from '../../party/api.js';
import { originRule, readOrigins } from '../../party/origins.js';
import { MemoryRooms } from './memory-rooms.js';

const env = {
  CODE_ROOM_URL: 'https://rooms.example',
  CODE_ROOM_ORIGINS: 'https://team.example, https://b.example:8443',
};
const request = 'http://10.0.0.7:1999/parties/main/x';

describe('in production', () => {
  const mayCome = originRule(env, false);
  for (const origin of [null, 'https://rooms.example', 'https://team.example', 'https://b.example:8443']) {
    it(`${origin ?? 'a program without an origin'} may come`, () => assert.ok(mayCome(origin, request)));
  }
  for (const origin of [
    'https://evil.example',
    'null',
    // What the request's Host says is its own is anybody's to say, as long as the settings name the server.
    'http://10.0.0.7:1999',
    'http://team.example',
    'https://team.example:444',
    'https://team.example.evil.example',
    'https://evil-team.example',
    'https://sub.team.example',
    'https://team.example/',
    'https://TEAM.example',
    'https://team.example@evil.example',
    'https://b.example',
    'file://',
    '*',
  ]) {
    it(`${origin} may not`, () => assert.ok(!mayCome(origin, request)));
  }
});

it('where the settings do not name the server, it is what the request came to', () => {
  assert.ok(originRule({}, false)('http://10.0.0.7:1999', request));
  assert.ok(!originRule({}, false)('http://10.0.0.8:1999', request));
});

it('in local use any may come, unless the settings name some', () => {
  assert.ok(originRule({}, true)('https://any.example', request));
  assert.ok(originRule({}, true)('null', request));
  assert.ok(!originRule({ CODE_ROOM_ORIGINS: 'https://team.example' }, true)('https://any.example', request));
  assert.ok(originRule({ CODE_ROOM_ORIGINS: '*' }, false)('https://any.example', request));
});

it('what is no origin is refused in the settings', () => {
  for (const wrong of ['team.example', 'https://team.example/path', 'https://*.team.example', 'ftp://x.example'])
    assert.throws(() => readOrigins(wrong));
});

it('the API refuses foreign pages in a sentence, and tells them nothing', async () => {
  const api = createApi({ rooms: new MemoryRooms(), report: () => {}, mayCome: originRule(env, false) });
  const call = (origin: string | undefined) =>
    api.request('http://10.0.0.7:1999/api/rooms', { method: 'POST', headers: origin ? { Origin: origin } : {} });
  for (const origin of ['https://evil.example', 'null']) {
    const refused = await call(origin);
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.match(((await refused.json()) as { detail: string }).detail, /CODE_ROOM_ORIGINS/);
    const preflight = await api.request('http://10.0.0.7:1999/api/rooms', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  }
  for (const origin of ['https://team.example', undefined]) assert.equal((await call(origin)).status, 201);
});

it('rooms that are not there can be asked for so often only, and rooms that are there are not held up by it', async () => {
  let now = 0;
  const api = createApi({ rooms: new MemoryRooms(), report: () => {}, now: () => now });
  const made = (await (await api.request('http://host.test/api/rooms', { method: 'POST' })).json()) as {
    id: string;
    links: { candidate: string };
  };
  const join = (id: string, secret: string) =>
    api.request(`http://host.test/api/rooms/${id}/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
  const secret = new URL(made.links.candidate).hash.slice(3);
  assert.equal((await join(made.id, secret)).status, 200);
  for (let n = 0; n < 60; n++) assert.equal((await join(`nothing-${n}`, 'x')).status, 404);
  const refused = await join('nothing-61', 'x');
  assert.equal(refused.status, 429);
  assert.ok(refused.headers.get('retry-after'));
  assert.equal((await join(made.id, secret)).status, 200);
  now = 61_000;
  assert.equal((await join('nothing-61', 'x')).status, 404);
});
