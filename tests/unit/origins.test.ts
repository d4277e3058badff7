/** Allowed origins, on sockets and over HTTP, compared exactly. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { readIssuers } from '../../party/access/issuers.js';
import { foreignOrigin, originRule, readOrigins } from '../../party/access/origins.js';
import { createApi } from '../../party/http/api.js';
import { callerAddress } from '../../party/rate/address-throttle.js';
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

describe('requests for invented rooms', () => {
  const ISS = 'https://team.example';
  const SECRET = 'a secret of the team that has more than 32 bytes';
  const issuers = readIssuers(JSON.stringify([{ iss: ISS, secret: SECRET }]));
  let now: number;
  let rooms: MemoryRooms;
  let api: ReturnType<typeof createApi>;
  const start = () => {
    api = createApi({ rooms, reportError: () => {}, now: () => now, issuers, roomsPerMinute: 1e6 });
  };
  beforeEach(() => {
    rooms = new MemoryRooms({ issuers });
    now = rooms.now;
    start();
  });
  const make = async () => {
    const answer = await api.request('http://host.test/api/rooms', { method: 'POST' });
    const { id, links } = (await answer.json()) as { id: string; links: { candidate: string } };
    return { id, secret: new URL(links.candidate).hash.slice(3) };
  };
  const join = (id: string, secret: string) =>
    api.request(`http://host.test/api/rooms/${id}/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }),
    });
  const read = (id: string, token: string) =>
    api.request(`http://host.test/api/rooms/${id}/code`, { headers: { Authorization: `Bearer ${token}` } });
  const flood = async (many = 70) => {
    let last = 0;
    for (let n = 0; n < many; n++) last = (await join(`made-up-${n}`, 'x')).status;
    assert.equal(last, 429);
  };

  it('are limited', async () => {
    for (let n = 0; n < 60; n++) assert.equal((await join(`nothing-${n}`, 'x')).status, 404);
    const refused = await join('nothing-61', 'x');
    assert.equal(refused.status, 429);
    assert.ok(refused.headers.get('retry-after'));
    now += 61_000;
    assert.equal((await join('nothing-61', 'x')).status, 404);
  });

  it('do not affect existing rooms: created before or after, known to this process or not', async () => {
    const before = await make();
    await flood();
    const after = await make();
    for (const { id, secret } of [before, after]) assert.equal((await join(id, secret)).status, 200);
    start(); // Knows nothing of any room.
    await flood();
    for (const { id, secret } of [before, after]) assert.equal((await join(id, secret)).status, 200);
    assert.equal((await join('made-up', 'x')).status, 429);
    const wrong = await join(before.id, 'wrong');
    assert.equal(wrong.status, 401, 'a wrong secret for a room that is there is told as one');
  });

  it('do not affect a team with a valid token, in an existing room or one created by it', async () => {
    const sign = (room: string, secret = SECRET) =>
      new SignJWT({ room, role: 'interviewer' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISS)
        .setAudience('code-room')
        .setSubject('ada')
        .setJti('j')
        .setIssuedAt(now / 1000)
        .setExpirationTime(now / 1000 + 600)
        .sign(new TextEncoder().encode(secret));
    assert.equal((await read('lesson', await sign('lesson'))).status, 200);
    start();
    await flood();
    assert.equal((await read('lesson', await sign('lesson'))).status, 200);
    assert.equal((await read('new-lesson', await sign('new-lesson'))).status, 200);
    assert.equal(
      (await read('forged', await sign('forged', 'another secret of more than 32 bytes, surely'))).status,
      429,
    );
  });

  it('do not displace a known room, which is known from its creation', async () => {
    const { id, secret } = await make();
    let asked = 0;
    const { send } = rooms;
    rooms.send = (room, command) => {
      if (room === id) asked++;
      return send.call(rooms, room, command) as never;
    };
    await flood(300);
    assert.equal((await join(id, secret)).status, 200);
    assert.equal(asked, 1, 'it was known');
  });
});

it('a client is an address; for IPv6 the /64 network', () => {
  const same = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:ffff::',
    '2001:0db8:0001:0002:3:4:5:6',
    '[2001:db8:1:2::9]:443',
    '[2001:db8:1:2:3:4:5:6]:50123',
    'x, 2001:db8:1:2::8',
  ];
  for (const header of same) assert.equal(callerAddress(header), '2001:db8:1:2', header);
  const others = ['2001:db8:1:3::1', '192.0.2.1', '::1', 'fe80::1%eth0', '::ffff:192.0.2.1', 'nonsense', 'a::b::c'];
  const found = others.map((header) => callerAddress(header));
  assert.ok(
    found.every((address) => address && address !== '2001:db8:1:2'),
    String(found),
  );
});

it('an IPv4 address is itself, with its port or written as IPv6: neither one for all nor one for each connection', () => {
  for (const header of [
    '192.0.2.1',
    '192.0.2.1:50123',
    '::ffff:192.0.2.1',
    '[::FFFF:192.0.2.1]:50123',
    '[::ffff:192.0.2.1]',
  ])
    assert.equal(callerAddress(header), '192.0.2.1', header);
});
