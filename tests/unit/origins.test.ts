/** Allowed origins, on sockets and over HTTP, compared exactly. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foreignOrigin, originRule, readOrigins } from '../../party/access/origins.js';
import { createApi } from '../../party/http/api.js';
import { MemoryRooms } from './memory-rooms.js';

const env = {
  CODE_ROOM_URL: 'https://rooms.example',
  CODE_ROOM_ORIGINS: 'https://team.example, https://b.example:8443',
};
const request = 'http://10.0.0.7:1999/parties/main/x';

describe('in production', () => {
  const mayCome = originRule(env, false);
  for (const origin of [null, 'https://rooms.example', 'https://team.example', 'https://b.example:8443']) {
    it(`${origin ?? 'a program without an origin'} is allowed`, () => assert.ok(mayCome(origin, request)));
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
    it(`${origin} is not`, () => assert.ok(!mayCome(origin, request)));
  }
});

it('without a configured address, the server’s origin is that of the request', () => {
  assert.ok(originRule({}, false)('http://10.0.0.7:1999', request));
  assert.ok(!originRule({}, false)('http://10.0.0.8:1999', request));
});

it('in local use any origin is allowed, unless the settings name some', () => {
  assert.ok(originRule({}, true)('https://any.example', request));
  assert.ok(originRule({}, true)('null', request));
  assert.ok(!originRule({ CODE_ROOM_ORIGINS: 'https://team.example' }, true)('https://any.example', request));
  assert.ok(originRule({ CODE_ROOM_ORIGINS: '*' }, false)('https://any.example', request));
});

it('an invalid origin is refused in the settings', () => {
  for (const wrong of ['team.example', 'https://team.example/path', 'https://*.team.example', 'ftp://x.example'])
    assert.throws(() => readOrigins(wrong));
});

it('the sentence for a disallowed page fits into a close reason', () => {
  for (const origin of ['null', 'https://evil.example']) assert.ok(Buffer.byteLength(foreignOrigin(origin)) <= 123);
});

it('the API refuses disallowed pages with a sentence, and reveals nothing', async () => {
  const api = createApi({ rooms: new MemoryRooms(), reportError: () => {}, mayCome: originRule(env, false) });
  const call = (origin: string | undefined) =>
    api.request('http://10.0.0.7:1999/api/rooms', { method: 'POST', headers: origin ? { Origin: origin } : {} });
  for (const origin of ['https://evil.example', 'null']) {
    const refused = await call(origin);
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    const { detail } = (await refused.json()) as { detail: string };
    assert.match(detail, origin === 'null' ? /^A page without an origin .* allow-same-origin/ : /CODE_ROOM_ORIGINS/);
    const preflight = await api.request('http://10.0.0.7:1999/api/rooms', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  }
  for (const origin of ['https://team.example', undefined]) assert.equal((await call(origin)).status, 201);
});
