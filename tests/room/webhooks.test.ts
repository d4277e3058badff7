/** Webhooks: delivered to a real receiver, signed, once, with retries that survive restarts. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { digest } from '../../party/access/secrets.js';
import type { RoomCommand } from '../../party/commands/command.js';
import type { RoomSettings } from '../../party/config/room-settings.js';
import { secretBytes } from '../../party/room/webhooks.js';
import { LIMITS } from '../../party/shared/limits.js';
import { TenantRooms } from '../../party/tenants.js';
import { MemoryStorage } from './world.js';

const raw = 'a secret of at least thirty-two bytes';
let secret = raw;
const heard: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[] = [];
let answer = 204;
/** Where an answer leads on: the same server, which takes whatever comes there. */
const ELSEWHERE = '/elsewhere';
/** Takes messages and says nothing. */
let silent = false;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    heard.push({ path: request.url, headers: request.headers, body });
    if (silent) return;
    const status = request.url === ELSEWHERE ? 204 : answer;
    response.writeHead(status, status >= 300 && status < 400 ? { Location: ELSEWHERE } : {}).end();
  });
});
before(() => new Promise<void>((resolve) => void receiver.listen(0, '127.0.0.1', resolve)));
after(() => {
  receiver.closeAllConnections();
  receiver.close();
});
/** Wakes the rooms, and waits for what it tells aside: when that is over the alarm is set once more. */
async function wake(): Promise<void> {
  const before = armed;
  await tenants.wake();
  await until(() => armed >= before + 2);
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !condition(); await new Promise((resolve) => setTimeout(resolve, 3)))
    assert.ok(performance.now() < end, String(condition));
}

let armed = 0;
let now: number;
let alarm: number;
let storage: MemoryStorage;
let tenants: TenantRooms;
const reported: unknown[] = [];

function start(settings: Partial<RoomSettings> = {}): TenantRooms {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const webhook = { url, secret: secretBytes(secret) ?? assert.fail() };
  const wakeAt = (time: number) => {
    armed++;
    alarm = time;
  };
  const clock = { now: () => now, after: () => () => {}, pause: async () => {}, wakeAt };
  const reportError = (error: unknown) => void reported.push(error);
  return new TenantRooms(() => 'room', storage, clock, {
    ...{ limits: { ...LIMITS, batchPaceMs: 0 }, engine: 'memory', openRooms: true, issuers: [], webhook, reportError },
    ...settings,
  });
}

async function asks(command: object): Promise<void> {
  const exchanged = await tenants.command({ type: 'exchange', secret: 'i', name: 'Ada', personKey: 'ada' });
  assert.ok(exchanged.ok);
  const { token } = exchanged.value as { token: string };
  assert.ok((await tenants.command({ ...command, token } as RoomCommand)).ok);
}

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  alarm = Number.POSITIVE_INFINITY;
  storage = new MemoryStorage();
  heard.length = 0;
  reported.length = 0;
  answer = 204;
  silent = false;
  secret = raw;
  tenants = start();
  const digests = { interviewer: await digest('i'), candidate: await digest('c'), observer: await digest('o') };
  const about = { title: 'Interview', language: 'python', code: 'CANARY', brief: 'CANARY', lobby: false };
  await tenants.command({ type: 'create', ...about, retentionHours: 24, digests });
});

it('an event is delivered at once, signed, and only once', async () => {
  assert.ok(alarm <= now, 'the room wants to be woken for it');
  await wake();
  await asks({ type: 'decide', decision: { type: 'end', ended: true } });
  assert.ok(alarm <= now);
  await wake();
  await wake();
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

it('a failed delivery is retried with growing pauses, through a restart, under the same id', async () => {
  answer = 500;
  await wake();
  assert.equal(alarm, now + 10_000);
  now = alarm;
  await wake();
  assert.equal(alarm, now + 30_000);
  storage = storage.crashed();
  tenants = start();
  now = alarm;
  answer = 204;
  await wake();
  await wake();
  assert.equal(heard.length, 3);
  assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 1);
  assert.equal(reported.length, 2);
});

it('redirects are not followed, and delivery is given up in the end', async () => {
  const began = now;
  let last = now;
  const leads = [301, 302, 303, 307, 308, 302, 302, 302, 302];
  for (answer of leads) {
    last = now;
    await wake();
    now = Math.max(alarm, now);
  }
  assert.deepEqual(
    heard.map(({ path }) => path),
    leads.map(() => '/hook'),
  );
  assert.match(String(reported.at(-1)), /Given up/);
  // As TOKENS.md says.
  assert.equal(Math.round((last - began) / 3600_000), 9);
  assert.ok(alarm > now + 3600_000 || alarm >= Date.UTC(2026, 0, 2));
});

it('every successful status code counts', async () => {
  for (answer of [200, 201, 202, 204, 205, 206]) {
    heard.length = 0;
    await asks({ type: 'decide', decision: { type: 'end', ended: answer % 2 === 0 } });
    await wake();
    now += 100_000;
    await wake();
    assert.equal(
      new Set(heard.map(({ headers }) => headers['webhook-id'])).size,
      heard.length,
      `${answer}: told twice`,
    );
  }
  assert.deepEqual(reported, []);
});

it('the library of Standard Webhooks verifies the messages, with a secret in its own form and with any other', async (t) => {
  const coded = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  t.mock.timers.enable({ apis: ['Date'], now });
  for (const [setting, library] of [
    [coded, new Webhook(coded)],
    [raw, new Webhook(raw, { format: 'raw' })],
  ] as const) {
    secret = setting;
    heard.length = 0;
    tenants = start();
    for (const ended of [false, true]) await asks({ type: 'decide', decision: { type: 'end', ended } });
    await wake();
    const { body, headers } = heard.at(-1) ?? assert.fail();
    assert.match(JSON.stringify(library.verify(body, headers as Record<string, string>)), /"room"/);
    assert.throws(() => library.verify(`${body} `, headers as Record<string, string>));
  }
  // What it would read as other bytes is not taken; all else it reads as the same.
  const odd = Buffer.alloc(33, 0xfb).toString('base64');
  for (const wrong of [
    'short',
    'whsec_',
    'whsec_AAAA',
    'whsec_not base64 at all, which is long enough',
    `whsec_${odd.replaceAll('+', '-').replaceAll('/', '_')}`,
    `whsec_${odd.slice(0, 20)} ${odd.slice(20)}`,
    `whsec_${odd.slice(0, 20)}\n${odd.slice(20)}`,
    `whsec_ ${odd}`,
    `whsec_${odd}====`,
  ])
    assert.equal(secretBytes(wrong), null, wrong);
  assert.deepEqual(secretBytes(`whsec_${Buffer.alloc(32, 0xfb).toString('base64').replace('=', '')}`)?.length, 32);
});

it('messages wait without waking the room while there is no receiver, and go to the next one', async () => {
  answer = 500;
  await wake();
  await asks({ type: 'decide', decision: { type: 'end', ended: true } });
  tenants = start({ webhook: null });
  now += 60_000;
  for (let woken = 0; woken < 3; woken++) {
    alarm = Number.POSITIVE_INFINITY;
    await tenants.wake();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(alarm > now + 1_000, `woken again after ${alarm - now} ms`);
  }
  answer = 204;
  tenants = start();
  await wake();
  await until(() => heard.length === 3);
  await wake();
  assert.deepEqual(
    heard.slice(1).map(({ body }) => JSON.parse(body).type),
    ['room.created', 'room.ended'],
  );
});

it('a receiver that does not answer blocks nothing in the room, and is not called again for each message', async () => {
  silent = true;
  for (const ended of [true, false, true]) await asks({ type: 'decide', decision: { type: 'end', ended } });
  const began = Date.now();
  await tenants.wake();
  assert.ok(Date.now() - began < 1_000, 'waking waits for nobody');
  assert.ok(alarm > now && alarm <= now + 30_000, 'the room wakes again, whatever becomes of the message');
  await tenants.wake();
  await until(() => heard.length === 1);
  receiver.closeAllConnections();
  await until(() => alarm === now + 10_000);
  assert.equal(heard.length, 1);
  assert.ok(reported.length >= 3, 'each of them has failed');
});

it('a receiver that never answers times out after ten seconds', async (t) => {
  silent = true;
  const asked: number[] = [];
  const { timeout } = AbortSignal;
  t.mock.method(AbortSignal, 'timeout', (ms: number) => {
    asked.push(ms);
    return timeout.call(AbortSignal, 50);
  });
  await wake();
  assert.deepEqual(asked, [10_000]);
  assert.equal(heard.length, 1);
  assert.equal(reported.length, 1);
  assert.equal(alarm, now + 10_000, 'it is tried again');
});

it('of messages waiting for a receiver the newest hundred are kept', async () => {
  for (let n = 0; n < 300; n++) await asks({ type: 'decide', decision: { type: 'end', ended: n % 2 === 0 } });
  const stored = [...(await storage.read('w/')).keys()];
  assert.equal(stored.length, 100);
  await wake();
  assert.equal(heard.length, 100);
  assert.ok(
    heard.every(({ body }) => JSON.parse(body).type === 'room.ended'),
    'that it was made is older',
  );
});

it('a room that cannot be woken delays no other, and is retried', async () => {
  const team = { aud: 'a', maxAgeMs: 1, algorithms: ['HS256'], key: new Uint8Array(32) };
  const issuers = ['https://a.example', 'https://b.example'].map((iss) => ({ ...team, iss }));
  tenants = start({ issuers });
  const { read } = storage;
  storage.read = (prefix, from) =>
    prefix.includes('a.example') ? Promise.reject(new Error('away')) : read.call(storage, prefix, from);
  alarm = Number.POSITIVE_INFINITY;
  await tenants.wake();
  await until(() => heard.length === 1);
  assert.ok(alarm > now && alarm <= now + 60_000, `${alarm - now}`);
  assert.match(String(reported[0]), /away/);
});
