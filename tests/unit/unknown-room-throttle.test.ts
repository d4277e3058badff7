/** Requests for missing rooms are throttled; existing rooms are remembered, up to a limit. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, test } from 'node:test';
import { Hono } from 'hono';
import { SignJWT } from 'jose';
import { readIssuers } from '../../party/access/issuers.js';
import { createApi } from '../../party/http/api.js';
import { Problem } from '../../party/http/problem.js';
import { UnknownRoomThrottle } from '../../party/http/unknown-room-throttle.js';
import { MemoryRooms } from './memory-rooms.js';

/** Room by room, what asking for it is answered; any other is not there. */
let answers: Record<string, number>;
let asked: string[];
let unknown: UnknownRoomThrottle;
let app: Hono;

beforeEach(() => {
  answers = {};
  asked = [];
  unknown = new UnknownRoomThrottle(
    (c) => c.req.header('Address') ?? '',
    () => 0,
    async (_, room) => {
      asked.push(room);
      return room in answers;
    },
  );
  app = new Hono()
    .use('/:id', unknown.watch)
    .all('/:id', (c) => c.body(null, (answers[c.req.param('id')] ?? 404) as 200))
    .onError((error, c) => c.body(null, (error instanceof Problem ? error.status : 500) as 500));
});

const call = async (room: string, address = 'me') =>
  (await app.request(`http://host.test/${room}`, { headers: { Address: address } })).status;

async function useUp(answer?: number): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (answer) answers[`made-up-${n}`] = answer;
    assert.equal(await call(`made-up-${n}`), answer ?? 404);
  }
  assert.equal(await call('one-more'), 429);
  asked = [];
}

test('sixty misses of an address are allowed, whether the room is missing or access is denied', async () => {
  await useUp();
  assert.equal(await call('one-more', 'another'), 404, 'another address is not held up');
});

test('wrong secrets and tokens are misses, too', () => useUp(401));

test('an existing room is no miss, and is remembered', async () => {
  answers.there = 200;
  for (let n = 0; n < 200; n++) assert.equal(await call('there'), 200);
  await useUp();
  assert.equal(await call('there'), 200);
  assert.deepEqual(asked, [], 'it is known');
  answers.there = 401;
  for (let n = 0; n < 200; n++) assert.equal(await call('there', 'third'), 401);
  assert.equal(await call('one-more', 'third'), 404, 'a wrong secret for a known room is no search for rooms');
});

test('the number of remembered rooms is limited: the oldest is asked again', async () => {
  for (let n = 0; n <= 10_000; n++) unknown.know(`room-${n}`);
  await useUp();
  for (const room of ['room-0', 'room-1', 'room-10000']) answers[room] = 200;
  for (const room of ['room-1', 'room-10000', 'room-0']) assert.equal(await call(room), 200);
  assert.deepEqual(asked, ['room-0']);
});

describe('requests to the API for made-up rooms', () => {
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
