/** A room is forgotten only where our own server says that it is no more. */
import assert from 'node:assert/strict';
import { afterEach, it, mock } from 'node:test';
import { messagePage, ROOM_DELETED } from '../../demo/server/pages/message-page.js';
import { isGone } from '../../demo/site/room-gone.js';

afterEach(() => mock.restoreAll());

const ROOM = 'A1b2C3d4E5f6G7h8J9k0Lm';

function serve(status: number, page: string): string[] {
  const asked: string[] = [];
  mock.method(globalThis, 'fetch', async (address: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${address}`);
    return new Response(method === 'HEAD' ? null : page, { status });
  });
  return asked;
}

it('a room is gone where our page says so, and asked for once where it is there', async () => {
  serve(404, String(await messagePage(ROOM_DELETED, ROOM)));
  assert.equal(await isGone(ROOM), true);
  const asked = serve(200, '<code-room></code-room>');
  assert.equal(await isGone(ROOM), false);
  assert.deepEqual(asked, [`HEAD /r/${ROOM}`]);
});

it('a room is not gone because something before the server finds nothing, or has another room’s page', async () => {
  for (const page of [
    '<h1>404 Not Found</h1><hr>nginx',
    '{"message":"no Route matched with those values"}',
    String(await messagePage(ROOM_DELETED, ROOM.toLowerCase())),
    '',
  ]) {
    serve(404, page);
    assert.equal(await isGone(ROOM), false, page);
  }
});
