/** The gateway opens no room that does not exist, and delays none that does. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { type Identity, personId } from '../../party/access/tokens.js';
import type { RoomAnswer, RoomCommand } from '../../party/commands/command.js';
import { Gateway } from '../../party/gateway.js';
import { CLOSE } from '../../party/shared/protocol.js';

const SECRET = 'a secret of the team that has more than 32 bytes';
const ISSUERS = JSON.stringify([{ iss: 'https://team.example', secret: SECRET }]);
const production = { CODE_ROOM_URL: 'https://rooms.example', CODE_ROOM_PROXY_HEADER: 'X-Real-IP' };

let opened: string[];
/** Whose the token of each command is, as the room is told. */
let proven: (string | undefined)[];
/** What lies on the disk; null: an engine that cannot tell. */
let disk: Set<string> | null;
const files = { has: async (room: string) => disk?.has(room) };
const ask = async (room: string, { type }: RoomCommand, known?: Identity): Promise<RoomAnswer> => {
  proven.push(known?.person);
  opened.push(`${type} ${room}`);
  return room.startsWith('real') ? { ok: true, value: null } : { ok: false, status: 404, detail: 'No.' };
};
const gateway = (env: Record<string, string> = {}) => new Gateway({ ...production, ...env }, false, files, ask);
const come = (of: Gateway, room: string, headers: Record<string, string> = { 'X-Real-IP': '192.0.2.1' }) =>
  of.checkSocket({ url: 'https://rooms.example/parties/main/x', headers: new Headers(headers) }, room);

beforeEach(() => {
  opened = [];
  proven = [];
  disk = new Set(['real']);
});

describe('a socket', () => {
  it('to a missing room opens nothing, where rooms are not created by entering', async () => {
    const closed = gateway();
    for (let n = 0; n < 500; n++) assert.equal((await come(closed, `made-up-${n}`))?.code, CLOSE.forbidden);
    assert.equal(await come(closed, 'real'), null);
    assert.deepEqual(opened, []);
  });

  it('to an existing room is let through, however many others its address has made up', async () => {
    for (const known of [new Set(['real']), null]) {
      disk = known;
      for (const env of [{ CODE_ROOM_OPEN: '1' }, { CODE_ROOM_ISSUERS: ISSUERS }] as Record<string, string>[]) {
        const open = gateway(env);
        let last = null;
        for (let n = 0; n < 130; n++) last = await come(open, `made-up-${n}`);
        assert.deepEqual([last?.code, /Wait a minute/.test(last?.sentence ?? '')], [CLOSE.tryAgain, true]);
        assert.equal(await come(open, 'real'), null);
        assert.equal(await come(open, 'made-up-200', { 'X-Real-IP': '192.0.2.2' }), null);
      }
    }
  });

  it('to a room whose opening was broken off opens it anew', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    let asked = 0;
    // The client of the first request has gone away, and the engine with its request.
    const ask = () =>
      ++asked === 1 ? new Promise<never>(() => {}) : Promise.resolve({ ok: true, value: null } as const);
    const open = new Gateway({ ...production, CODE_ROOM_OPEN: '1' }, false, files, ask);
    void come(open, 'lesson');
    await new Promise((resolve) => setImmediate(resolve));
    t.mock.timers.tick(11_000);
    const later = Promise.race([
      come(open, 'lesson'),
      new Promise((resolve) => setTimeout(resolve, 2_000, 'waits').unref()),
    ]);
    assert.equal(await later, null);
    assert.equal(asked, 2);
  });

  it('of a disallowed page gets a reason, and the operator’s log has one entry', async (t) => {
    const lines: string[] = [];
    t.mock.method(console, 'log', (line: string) => lines.push(line));
    const closed = gateway();
    for (let n = 0; n < 3; n++) {
      const away = await come(closed, 'real', { Origin: 'https://team.example' });
      assert.equal(away?.code, CLOSE.forbidden);
      assert.match(away?.sentence ?? '', /CODE_ROOM_ORIGINS/);
    }
    assert.equal(lines.length, 1);
    const { level, event, origin, change } = JSON.parse(lines[0] ?? '');
    assert.deepEqual([level, event, origin], ['error', 'origin refused', 'https://team.example']);
    assert.match(change, /CODE_ROOM_ORIGINS/);
    for (let n = 0; n < 500; n++) await come(closed, 'real', { Origin: `https://${n}.example` });
    assert.ok(lines.length <= 100);
    assert.equal(
      await come(gateway({ CODE_ROOM_ORIGINS: 'https://team.example' }), 'real', { Origin: 'https://team.example' }),
      null,
    );
  });
});

describe('a command', () => {
  const sign = (secret: string) =>
    new SignJWT({ room: 'lesson', role: 'candidate' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('https://team.example')
      .setAudience('code-room')
      .setSubject('ada')
      .setJti('j')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(secret));

  it('opens a room that exists, or that it creates, and no other', async () => {
    const team = gateway({ CODE_ROOM_ISSUERS: ISSUERS });
    const status = async (room: string, command: RoomCommand) => {
      const answer = await team.send(room, command);
      return answer.ok ? 200 : answer.status;
    };
    const exchange = { type: 'exchange' as const, secret: 'x', name: '', personKey: 'x' };
    for (const command of [{ type: 'exists' as const }, exchange, { type: 'facts' as const, token: 'nonsense' }])
      assert.equal(await status('made-up', command), 404);
    assert.equal(await status('lesson', { type: 'facts', token: await sign(`another ${SECRET}`) }), 401);
    assert.equal(await status('other-lesson', { type: 'facts', token: await sign(SECRET) }), 401);
    assert.deepEqual(opened, []);
    await status('lesson', { type: 'facts', token: await sign(SECRET) });
    await status('real', { type: 'exists' });
    assert.deepEqual(opened, ['facts lesson', 'exists real']);
    assert.deepEqual(proven, [await personId('https://team.example:lesson', 'ada'), undefined]);
  });

  it('is passed to the room where existence is unknown', async () => {
    disk = null;
    await gateway().send('made-up', { type: 'exists' });
    assert.deepEqual(opened, ['exists made-up']);
  });
});

describe('a client’s address', () => {
  const of = (header: string, headers: Record<string, string>, clientIp?: string) =>
    gateway({ CODE_ROOM_PROXY_HEADER: header }).addressOf({ headers: new Headers(headers), cf: { clientIp } });

  it('is what the proxy says, and nothing else, where there is one', () => {
    assert.equal(of('X-Real-IP', { 'X-Real-IP': '192.0.2.1' }, '10.0.0.1:80'), '192.0.2.1');
    assert.equal(of('X-Real-IP', {}, '10.0.0.1:80'), null);
  });

  it('is what the engine says where no proxy is configured, without the port', () => {
    assert.equal(of('none', { 'X-Real-IP': 'forged' }, '192.0.2.1:33882'), '192.0.2.1');
    assert.equal(of('none', {}, '[2001:db8::7]:33882'), of('none', {}, '[2001:db8::8]:1'));
    assert.equal(of('none', {}), null);
  });

  it('is unknown without either', () => {
    assert.equal(of('', { 'X-Real-IP': '192.0.2.1' }, '192.0.2.1:33882'), null);
  });
});
