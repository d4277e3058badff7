/** Requests for missing rooms are throttled; existing rooms are remembered, up to a limit. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Hono } from 'hono';
import { Problem } from '../../party/http/problem.js';
import { UnknownRoomThrottle } from '../../party/http/unknown-room-throttle.js';

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
