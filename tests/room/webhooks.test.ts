/** Webhooks reach a real receiver: signed, once, tried again with pauses, and through restarts. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, it } from 'node:test';
import type { RoomCommand } from '../../party/command.js';
import { RoomHouse } from '../../party/house.js';
import { digest } from '../../party/keys.js';
import { LIMITS } from '../../party/shared/limits.js';
import { MemoryStorage } from './world.js';

const secret = 'a secret of at least thirty-two bytes';
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer = 204;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    heard.push({ headers: request.headers, body });
    response.writeHead(answer, answer === 302 ? { Location: 'http://127.0.0.1:9/' } : {}).end();
  });
});
before(() => new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve)));
after(() => void receiver.close());

let now: number;
let alarm: number;
let storage: MemoryStorage;
let house: RoomHouse;
const reported: unknown[] = [];

function start(): RoomHouse {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const webhook = { url, secret: new TextEncoder().encode(secret) };
  const wakeAt = (time: number) => {
    alarm = time;
  };
  const clock = { now: () => now, after: () => () => {}, wakeAt };
  const report = (error: unknown) => void reported.push(error);
  return new RoomHouse(() => 'room', storage, clock, {
    ...{ limits: { ...LIMITS, batchPaceMs: 0 }, engine: 'memory', openRooms: true, issuers: [], webhook, report },
  });
}

async function asks(command: object): Promise<void> {
  const exchanged = await house.command({ type: 'exchange', secret: 'i', name: 'Ada', personKey: 'ada' });
  assert.ok(exchanged.ok);
  const { token } = exchanged.value as { token: string };
  assert.ok((await house.command({ ...command, token } as RoomCommand)).ok);
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  alarm = Number.POSITIVE_INFINITY;
  storage = new MemoryStorage();
  heard.length = 0;
  reported.length = 0;
  answer = 204;
  house = start();
  const digests = { interviewer: await digest('i'), candidate: await digest('c'), observer: await digest('o') };
  const about = { title: 'Interview', language: 'python', code: 'CANARY', brief: 'CANARY', lobby: false };
  await house.command({ type: 'create', ...about, retentionHours: 24, digests });
});

it('what happened is told at once, signed, and only once', async () => {
  assert.ok(alarm <= now, 'the room wants to be woken for it');
  await house.wake();
  await asks({ type: 'decide', decision: { type: 'end', ended: true } });
  assert.ok(alarm <= now);
  await house.wake();
  await house.wake();
  assert.deepEqual(
    heard.map(({ body }) => JSON.parse(body).type),
    ['room.created', 'room.ended'],
  );
  for (const { headers, body } of heard) {
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', secret).update(signed).digest('base64');
    assert.equal(headers['webhook-signature'], `v1,${signature}`);
    assert.equal(Number(headers['webhook-timestamp']), now / 1000);
    assert.deepEqual(JSON.parse(body).data.room, { id: 'room', title: 'Interview', kind: 'made' });
    assert.doesNotMatch(body, /CANARY/);
  }
  assert.notEqual(heard[0]?.headers['webhook-id'], heard[1]?.headers['webhook-id']);
});

it('what is not taken is tried again after longer and longer pauses, through a restart, under the same id', async () => {
  answer = 500;
  await house.wake();
  assert.equal(alarm, now + 10_000);
  now = alarm;
  await house.wake();
  assert.equal(alarm, now + 30_000);
  storage = storage.crashed();
  house = start();
  now = alarm;
  answer = 204;
  await house.wake();
  await house.wake();
  assert.equal(heard.length, 3);
  assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 1);
  assert.equal(reported.length, 2);
});

it('nobody is followed to another address, and in the end it is given up', async () => {
  answer = 302;
  for (let attempt = 0; attempt < 12; attempt++) {
    await house.wake();
    now = Math.max(alarm, now);
    if (heard.length === 9) break;
  }
  assert.equal(heard.length, 9);
  assert.match(String(reported.at(-1)), /Given up/);
  assert.ok(alarm > now + 3600_000 || alarm >= Date.UTC(2026, 0, 2));
});
