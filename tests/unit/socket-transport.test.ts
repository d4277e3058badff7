/** The connection's states against a real socket server: reconnects, final closes, and what is left. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import WebSocket, { WebSocketServer } from 'ws';
import { SocketTransport } from '../../components/session/connection/socket-transport.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { encodeRoomMessage } from '../../party/shared/wire/room-message.js';

const WELCOME = encodeRoomMessage({
  type: 'welcome',
  version: 1,
  epoch: '0',
  start: 0,
  replica: 1,
  resume: new Uint8Array(16),
  person: 'p',
  role: 'candidate',
  seeded: true,
  open: true,
});

describe('a connection', () => {
  let server: WebSocketServer;
  let transport: SocketTransport;
  let said: string[];

  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    said = [];
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    transport = new SocketTransport(
      { host, room: 'a', WebSocket },
      {
        opened: () => said.push('opened'),
        message: (message) => said.push(message.type),
        closed: (code, _reason, final) => said.push(`closed ${code}${final ? ' for good' : ''}`),
      },
    );
  });

  afterEach(() => {
    transport.close();
    server.close();
    for (const client of server.clients) client.terminate();
  });

  const comes = async () => (await once(server, 'connection'))[0] as WebSocket;
  const heard = async (last: string) => {
    while (said.at(-1) !== last) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('is reconnected when lost, before and after the room has answered', async () => {
    (await comes()).terminate();
    await heard('closed 1006');
    const second = await comes();
    second.send(WELCOME);
    await heard('welcome');
    second.close(CLOSE.tryAgain);
    await heard(`closed ${CLOSE.tryAgain}`);
    await comes();
    await heard('opened');
    assert.deepEqual(said, ['opened', 'closed 1006', 'opened', 'welcome', `closed ${CLOSE.tryAgain}`, 'opened']);
  });

  it('is not reconnected after a final close', async () => {
    (await comes()).close(CLOSE.gone);
    await heard(`closed ${CLOSE.gone} for good`);
    const again = await Promise.race([comes(), new Promise((resolve) => setTimeout(resolve, 700, null))]);
    assert.equal(again, null);
  });

  it('requests a token three times, and not again until one was accepted', async () => {
    for (let n = 0; n < 2; n++) (await comes()).close(CLOSE.unauthorized);
    const third = await comes();
    third.send(WELCOME);
    await heard('welcome');
    third.close(CLOSE.unauthorized);
    for (let n = 0; n < 2; n++) (await comes()).close(CLOSE.unauthorized);
    await heard(`closed ${CLOSE.unauthorized} for good`);
    assert.equal(said.filter((word) => word === `closed ${CLOSE.unauthorized}`).length, 4);
  });

  it('reconnects when the room sends malformed frames', async () => {
    const first = await comes();
    first.send(Uint8Array.of(255));
    const [code] = await once(first, 'close');
    assert.equal(code, 4000);
    await comes();
  });

  it('says goodbye when it is closed, and receives nothing any more', async () => {
    const first = await comes();
    await heard('opened');
    transport.close();
    const [code] = await once(first, 'close');
    assert.deepEqual([code, said], [1000, ['opened']]);
  });
});
