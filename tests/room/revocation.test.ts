/** Revocation: open connections end at once, and edits in flight are not applied. */
import assert from 'node:assert/strict';
import { beforeEach, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { digest } from '../../party/access/secrets.js';
import type { RoomCommand } from '../../party/commands/command.js';
import { admissionPolicy } from '../../party/room/admission-policy.js';
import type { Room } from '../../party/room/room.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { claimsOf, World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const [ADA, BOB, EVE] = [0, 1, 2];
const session = (index: number): Session => w.sessions[index] as Session;

beforeEach(async () => {
  w = await World.made({ code: 'text' });
  for (const [role, name] of [
    ['interviewer', 'Ada'],
    ['candidate', 'Bob'],
    ['observer', 'Eve'],
  ] as const) {
    const index = await w.join({ token: await w.token(role, name) });
    await w.until(() => session(index).status === 'live');
  }
});

async function asks(command: object): Promise<void> {
  const token = await w.token('interviewer', 'Ada');
  const answer = await w.command({ ...command, token } as RoomCommand);
  assert.ok(answer.ok, JSON.stringify(answer));
}

it('resetting a link revokes its tokens and connections, and no others', async () => {
  const old = await w.token('candidate', 'Bob');
  w.type(BOB, 'late ', 0);
  await asks({ type: 'reset', role: 'candidate', digest: await digest('new') });
  w.up(BOB);
  await w.settle();
  assert.deepEqual([session(BOB).status, w.wires[BOB]?.closeCode], ['refused', CLOSE.forbidden]);
  assert.match(session(BOB).refusal, /link is not valid any more/);
  assert.deepEqual([w.text(ADA), session(ADA).status, session(EVE).status], ['text', 'live', 'live']);
  const again = await w.join({ token: old });
  await w.until(() => session(again).status === 'refused');
  assert.match(session(again).refusal, /link is not valid any more/);
  const wrong = await w.command({ type: 'exchange', secret: 'c', name: '', personKey: 'x' });
  assert.ok(!wrong.ok && wrong.status === 401);
  const right = await w.command({ type: 'exchange', secret: 'new', name: '', personKey: 'candidate Bob' });
  assert.ok(right.ok);
});

it('an added link does not affect existing ones, and is reset with them', async () => {
  const exchange = (secret: string, personKey: string) =>
    w.command({ type: 'exchange', secret, name: 'Cat', personKey });
  const old = await w.token('candidate', 'Bob');
  await asks({ type: 'add-link', role: 'candidate', digest: await digest('second') });
  await w.settle();
  assert.equal(session(BOB).status, 'live');
  const given = await exchange('second', 'cat');
  assert.ok(given.ok);
  const { token } = given.value as { token: string };
  const cat = await w.join({ token });
  await w.until(() => session(cat).status === 'live');
  w.crash();
  await w.until(() => session(cat).status === 'live' && session(BOB).status === 'live');
  assert.ok((await exchange('c', 'bob')).ok, 'the first link is good after a restart');

  await asks({ type: 'reset', role: 'candidate', digest: await digest('third') });
  await w.settle();
  assert.deepEqual([session(BOB).status, session(cat).status, session(EVE).status], ['refused', 'refused', 'live']);
  for (const stale of [old, token]) {
    const again = await w.join({ token: stale });
    await w.until(() => session(again).status === 'refused');
  }
  for (const secret of ['c', 'second']) assert.ok(!(await exchange(secret, 'x')).ok, secret);
  assert.ok((await exchange('third', 'x')).ok);
});

it('the number of links per role is limited', async () => {
  const token = await w.token('interviewer', 'Ada');
  const add = async (n: number) =>
    w.command({ type: 'add-link', role: 'observer', digest: await digest(`${n}`), token });
  for (let n = 1; n < LIMITS.linksPerRole; n++) assert.ok((await add(n)).ok);
  const refused = await add(0);
  assert.ok(!refused.ok && refused.status === 422);
  await asks({ type: 'reset', role: 'observer', digest: null });
  assert.ok((await add(0)).ok, 'and takes new ones when they were taken away');
  const first = await w.command({ type: 'exchange', secret: '0', name: '', personKey: 'x' });
  assert.ok(first.ok);
});

it('a handshake during the reset of its link is refused', async () => {
  const { room } = (await w.lifecycle.exist()) as { room: Room };
  const identity = await w.lifecycle.verify(room.record, await w.token('candidate', 'Bob'));
  assert.equal(admissionPolicy(room, identity).to, 'room');
  await asks({ type: 'reset', role: 'candidate', digest: await digest('new') });
  assert.equal(admissionPolicy(room, identity).to, 'rejected');
});

it('a removed link is invalid, also after a restart', async () => {
  await asks({ type: 'reset', role: 'observer', digest: null });
  await w.settle();
  assert.equal(session(EVE).status, 'refused');
  w.crash();
  await w.until(() => session(ADA).status === 'live');
  const wrong = await w.command({ type: 'exchange', secret: 'o', name: '', personKey: 'x' });
  assert.ok(!wrong.ok && wrong.status === 401);
});

it('a revoked token is invalid, and its connections are closed', async () => {
  const token = await w.token('candidate', 'Cat');
  const cat = await w.join({ token });
  await w.until(() => session(cat).status === 'live');
  await asks({ type: 'revoke', jti: claimsOf(token).jti });
  await w.settle();
  assert.deepEqual([session(cat).status, w.wires[cat]?.closeCode], ['refused', CLOSE.forbidden]);
  const again = await w.join({ token });
  await w.until(() => session(again).status === 'refused');
  assert.match(session(again).refusal, /taken back/);
  assert.equal(session(BOB).status, 'live');
});

it('an expiring token closes its connection in time, by an alarm; a fresh token postpones it', async () => {
  const ends = Date.now() + 10 * 60_000;
  assert.ok(w.clock.alarm <= ends + 2_000, 'the room wakes when the first token ends');
  mock.timers.tick(9 * 60_000);
  for (const [index, role, name] of [
    [ADA, 'interviewer', 'Ada'],
    [BOB, 'candidate', 'Bob'],
  ] as const)
    session(index).setToken(await w.token(role, name));
  const endsOf = (index: number) => Number((w.wires[index]?.state as { expiresAt?: number })?.expiresAt);
  await w.until(() => endsOf(ADA) > ends && endsOf(BOB) > ends);
  mock.timers.tick(60_000);
  await w.lifecycle.wake();
  await w.settle();
  assert.deepEqual([session(EVE).status, w.wires[EVE]?.closeCode], ['refused', CLOSE.unauthorized]);
  assert.deepEqual([session(ADA).status, session(BOB).status], ['live', 'live']);
  assert.ok(w.clock.alarm > ends);
});

it('people in the lobby are disconnected like those inside', async () => {
  w = await World.made({ lobby: true });
  const ada = await w.join({ token: await w.token('interviewer', 'Ada') });
  const bob = await w.join({ token: await w.token('candidate', 'Bob') });
  await w.until(() => session(ada).status === 'live' && session(bob).status === 'waiting');
  await asks({ type: 'reset', role: 'candidate', digest: null });
  await w.settle();
  assert.equal(session(bob).status, 'refused');
});

it('only interviewers can revoke access', async () => {
  for (const role of ['candidate', 'observer'] as const) {
    const token = await w.token(role, role === 'candidate' ? 'Bob' : 'Eve');
    for (const command of [
      { type: 'reset', role: 'interviewer', digest: null, token },
      { type: 'revoke', jti: 'x', token },
      { type: 'add-link', role: 'candidate', digest: 'x', token },
    ] as const) {
      const answer = await w.command(command);
      assert.ok(!answer.ok && answer.status === 403);
    }
  }
});
