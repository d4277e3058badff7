/** What a page gets for its link's secret: facts of the room, and tokens, which are asked for again as long as that can help. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { rememberedRoom, rememberRoom } from '../../demo/site/remembered-rooms.js';
import { RoomAccess } from '../../demo/site/room-access.js';
import { BrowserStorage } from '../fixtures/browser-storage.js';

beforeEach(() => void Object.assign(globalThis, { localStorage: new BrowserStorage() }));

const linkOf = (secret: string) => `https://host.test/r/a#k=${secret}`;

describe('the facts of a room', () => {
  it('are none where they are refused', async () => {
    const access = new RoomAccess({ room: 'a', secret: 'x' });
    access.ask = async () => Response.json({ detail: 'No.', status: 403, title: 'Forbidden' }, { status: 403 });
    assert.equal(await access.facts(), undefined);
    access.ask = async () => Response.json({ title: 'T' });
    assert.deepEqual(await access.facts(), { title: 'T' });
  });
});

describe('the tokens of a room', () => {
  const SECOND = 1_000;
  /** By the server's clock; this computer's is set by each test. */
  const NOON = Date.parse('2026-06-01T12:00:00Z');
  let handedOut = 0;
  const answerAt = (server: number) => {
    const claims = Buffer.from(JSON.stringify({ iat: server / SECOND })).toString('base64url');
    const expiresAt = new Date(server + 600 * SECOND).toISOString();
    return Response.json({ token: `h.${claims}.${++handedOut}`, role: 'candidate', expiresAt, personKey: 'p' });
  };
  const problem = (detail: string, status: number) =>
    new Response(JSON.stringify({ detail }), { status, headers: { 'Content-Type': 'application/problem+json' } });
  const serve = (...answers: (() => Response | Promise<Response>)[]) =>
    mock.method(globalThis, 'fetch', async () => (answers.length > 1 ? answers.shift() : answers[0])?.());

  beforeEach(() => {
    Object.assign(globalThis, {
      sessionStorage: new BrowserStorage(),
      location: { origin: 'https://host.test' },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
  });
  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  it('are asked for again while what answers is not the room', async () => {
    for (const other of [
      () => new Response('<html>', { status: 404 }),
      () => new Response('{"token": "cut'),
      () => Response.json({ welcome: 'to our network' }),
      () => Response.json({ error: 'no route' }, { status: 404 }),
      () => Response.json({ detail: 'Not Found' }, { status: 404 }),
    ]) {
      const fetched = serve(other, () => answerAt(NOON));
      assert.equal((await new RoomAccess({ room: 'a', secret: 'x' }).first()).role, 'candidate');
      assert.equal(fetched.mock.callCount(), 2);
      mock.restoreAll();
    }
  });

  it('are asked for again when an answer begins and does not end', { timeout: 20_000 }, async () => {
    const begun = async (_: unknown, init?: RequestInit) => {
      const start = (body: ReadableStreamDefaultController) =>
        init?.signal?.addEventListener('abort', () => body.error(init.signal?.reason));
      return new Response(new ReadableStream({ start }));
    };
    let asked = 0;
    mock.method(globalThis, 'fetch', async (path: unknown, init?: RequestInit) =>
      asked++ === 0 ? begun(path, init) : answerAt(NOON),
    );
    assert.equal((await new RoomAccess({ room: 'a', secret: 'x' }).first()).role, 'candidate');
    assert.equal(asked, 2);
  });

  it('end as the room says, with its sentence, where it refuses', async () => {
    serve(() => problem('This room is gone.', 404));
    await assert.rejects(new RoomAccess({ room: 'a', secret: 'x' }).first(), {
      status: 404,
      message: 'This room is gone.',
    });
  });

  for (const ahead of [-7_200, 0, 7_200])
    it(`are used until they end, with a clock that is ${ahead} seconds ahead`, async () => {
      mock.timers.enable({ apis: ['Date'], now: NOON + ahead * SECOND });
      const fetched = serve(() => answerAt(Date.now() - ahead * SECOND));
      const access = new RoomAccess({ room: 'a', secret: 'x' });
      const [first, again] = [await access.token(), await access.token()];
      assert.equal(first, again);
      mock.timers.setTime(NOON + (ahead + 500) * SECOND);
      assert.equal(await access.token(), first);
      mock.timers.setTime(NOON + (ahead + 595) * SECOND);
      assert.notEqual(await access.token(), first);
      assert.equal(fetched.mock.callCount(), 2);
    });

  it('are not taken for valid for longer because the clock was put back', async () => {
    mock.timers.enable({ apis: ['Date'], now: NOON + 7_200 * SECOND });
    let steady = 0;
    mock.method(performance, 'now', () => steady);
    serve(() => answerAt(NOON));
    const access = new RoomAccess({ room: 'a', secret: 'x' });
    const first = await access.token();
    mock.timers.setTime(NOON + 700 * SECOND);
    steady += 700 * SECOND;
    assert.notEqual(await access.token(), first);
  });

  it('say that a room is deleted, too, where none is given out any more', async () => {
    const access = new RoomAccess({ room: 'a', secret: 'x' });
    serve(() => problem('This room is gone.', 404));
    assert.equal(await access.exists(), false);
    for (const other of [
      () => new Response('<html>', { status: 404 }),
      () => Response.json({ detail: 'Not Found' }, { status: 404 }),
    ]) {
      mock.restoreAll();
      serve(() => answerAt(NOON), other);
      const exists = await new RoomAccess({ room: 'a', secret: 'x' }).exists();
      assert.equal(exists, true, 'what somebody else says is not of it');
    }
  });

  it('forget no link because something before the server refuses', async () => {
    rememberRoom('a', { links: { candidate: linkOf('x') } });
    const fetched = serve(
      () => Response.json({ detail: 'Log in first.' }, { status: 401 }),
      () => answerAt(NOON),
    );
    await new RoomAccess({ room: 'a', secret: 'x' }).first();
    assert.equal(fetched.mock.callCount(), 2);
    assert.equal(rememberedRoom('a')?.links.candidate, linkOf('x'));
  });
});
