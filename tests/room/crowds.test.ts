/** Crowds: newcomers, however many and however often, never delay or keep out the people of a room. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { statusSentence } from '../../components/wording/status-text.js';
import type { Peer, PeerState } from '../../party/engine/platform.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { TenantRooms } from '../../party/tenants.js';
import { MemoryStorage, World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const session = (w: World, index: number): Session => w.sessions[index] as Session;

/** Counts what somebody is told of the people here. */
function listen(w: World, index: number): { news: number } {
  const heard = { news: 0 };
  session(w, index).people.length;
  session(w, index).addEventListener('people', () => heard.news++);
  return heard;
}

async function flap(w: World, index: number, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    w.cut(index);
    await w.back(index);
    await w.settle();
  }
}

it('announcements about somebody who joins and leaves all the time are rate-limited, and end with the current state', async () => {
  const w = await World.of(2);
  const heard = listen(w, 0);
  await flap(w, 1, 30);
  assert.ok(heard.news <= 12, `${heard.news} times`);
  mock.timers.tick(2_000);
  await w.settle();
  assert.equal(session(w, 0).people.length, 2, 'they are here');
  w.cut(1, true);
  await w.settle();
  mock.timers.tick(2_000);
  await w.settle();
  assert.equal(session(w, 0).people.length, 1, 'they are gone');
});

it('a person is announced before their edits, even when announcements are rate-limited', async () => {
  const w = await World.of(2);
  await flap(w, 1, 30);
  await w.reload(1);
  await w.until(() => session(w, 1).status === 'live');
  w.type(1, 'mine');
  session(w, 1).document.point(2, 2);
  await w.settle();
  w.agree('mine');
  const [cursor] = session(w, 0).document.cursors.values();
  assert.equal(cursor?.person.name, 'Guest 2');
});

it('a removed person disappears at once for everybody, even when announcements are rate-limited', async () => {
  const w = await World.made();
  for (const [role, name] of [
    ['interviewer', 'Ida'],
    ['candidate', 'Bob'],
  ] as const) {
    const index = await w.join({ token: await w.token(role, name) });
    await w.until(() => session(w, index).status === 'live');
  }
  await flap(w, 1, 30);
  const bob = session(w, 0).people.find(({ name }) => name === 'Bob');
  session(w, 0).standing.remove(bob?.id ?? '');
  await w.settle();
  assert.deepEqual(
    session(w, 0).people.map(({ name }) => name),
    ['Ida'],
  );
});

it('an interviewer can join a room that others have filled', async () => {
  const w = await World.made({}, { editors: 2 });
  for (const name of ['a', 'b', 'c']) await w.join({ token: await w.token('candidate', name) });
  assert.equal(session(w, 2).status, 'refused');
  const ida = await w.join({ token: await w.token('interviewer', 'Ida') });
  await w.until(() => session(w, ida).status === 'live');
});

it('a flood of newcomers does not keep returning people out', async () => {
  const w = await World.of(2, {}, { strangerBurst: 4, strangersPerSecond: 0.001 });
  for (let n = 0; n < 4; n++) await w.join();
  assert.equal(w.wires[5]?.closeCode, CLOSE.flood, 'a crowd');
  w.vanish(5);
  w.vanish(4);
  await flap(w, 0, 3);
  assert.equal(session(w, 0).status, 'live');
});

it('somebody who reconnects too often is delayed for a while, and nobody else is', async () => {
  const w = await World.of(2, {}, { returnBurst: 3, returnsPerSecond: 1 });
  for (let n = 0; n < 3; n++) {
    w.cut(1);
    await w.back(1);
    w.down(1);
  }
  assert.equal(w.wires[1]?.closeCode, CLOSE.flood);
  assert.equal(session(w, 0).status, 'live');
  assert.equal(
    statusSentence(session(w, 1)),
    'You have opened this room too often in a short time. This page tries again by itself.',
  );
  mock.timers.setTime(Date.now() + 1_000);
  await w.settle();
  assert.equal(session(w, 1).status, 'live');
  assert.equal(statusSentence(session(w, 1)), '');
});

it('token refreshes of a joined person are limited like joins, because each costs a signature check', async () => {
  const w = await World.of(2, {}, { returnBurst: 4, returnsPerSecond: 0.001 });
  // Coming in was the first.
  for (let n = 0; n < 4; n++) {
    assert.equal(w.wires[1]?.closeCode, 0);
    w.wires[1]?.send({ type: 'refresh', token: 'no token' });
    w.up(1);
  }
  assert.equal(w.wires[1]?.closeCode, CLOSE.flood);
  assert.equal(session(w, 0).status, 'live');
});

class Socket implements Peer {
  state: PeerState | null = null;
  closeCode = 0;
  reason = '';
  constructor(readonly address: string | null) {}
  send(): void {}
  close(code: number, reason: string): void {
    this.closeCode = code;
    this.reason = reason;
  }
}

function tenantsOf(limits: Partial<typeof LIMITS>): TenantRooms {
  const clock = { now: () => Date.now(), after: () => () => {}, pause: async () => {}, wakeAt: () => {} };
  return new TenantRooms(() => 'room', new MemoryStorage(), clock, {
    limits: { ...LIMITS, ...limits },
    engine: 'memory',
    openRooms: true,
    issuers: [],
    webhook: null,
    reportError: () => {},
  });
}

const come = (tenants: TenantRooms, count: number, address: string | null): Socket[] =>
  Array.from({ length: count }, () => {
    const socket = new Socket(address);
    tenants.connect(socket);
    return socket;
  });

const refused = (sockets: Socket[]) => sockets.filter(({ closeCode }) => closeCode === CLOSE.flood).length;

it('connections are limited in total and per address: further ones are refused until one has closed', () => {
  const tenants = tenantsOf({ connections: 10, connectionsPerAddress: 6 });
  const near = come(tenants, 8, '192.0.2.1');
  assert.equal(refused(near), 2);
  assert.equal(refused(come(tenants, 6, '192.0.2.2')), 2, 'ten in all');
  for (const socket of near) tenants.leave(socket, true);
  assert.equal(refused(come(tenants, 7, '192.0.2.1')), 1, 'who was refused has taken no place');
});

it('without addresses, only the total is limited', () => {
  const tenants = tenantsOf({ connections: 10, connectionsPerAddress: 2, silentPerAddress: 2, arrivalBurst: 2 });
  assert.equal(refused(come(tenants, 11, null)), 1);
});

it('unauthenticated connections are limited, per address too; one that has left or authenticated is not counted', () => {
  const tenants = tenantsOf({ silentConnections: 5, silentPerAddress: 3 });
  const near = come(tenants, 5, '192.0.2.1');
  assert.equal(refused(near), 2);
  const others = come(tenants, 4, '192.0.2.2');
  assert.equal(refused(others), 2, 'five in all');
  assert.equal(others.at(-1)?.reason, 'Too many people come in at the same moment. This page tries again by itself.');
  for (const socket of near) tenants.leave(socket, false);
  assert.equal(refused(come(tenants, 4, '192.0.2.3')), 1);
});

it('the connection rate of an address is limited, and other addresses are not affected', () => {
  const tenants = tenantsOf({ arrivalBurst: 5, arrivalsPerSecond: 1 });
  for (let n = 0; n < 8; n++) for (const socket of come(tenants, 1, '192.0.2.1')) tenants.leave(socket, false);
  const [late] = come(tenants, 1, '192.0.2.1');
  assert.equal(late?.reason, 'Too many connections come from your network at once. This page tries again by itself.');
  assert.equal(refused(come(tenants, 1, '192.0.2.2')), 0);
  mock.timers.setTime(Date.now() + 1_000);
  assert.equal(refused(come(tenants, 2, '192.0.2.1')), 1);
});

it('connections restored after hibernation are counted', () => {
  const tenants = tenantsOf({ connections: 3 });
  tenants.resume([new Socket('192.0.2.1'), new Socket('192.0.2.1')]);
  assert.equal(refused(come(tenants, 2, '192.0.2.1')), 1);
});
