// The simulated network of the tests keeps the order of messages.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { it } from 'node:test';
import { sleep } from '../../party/shared/time.js';
import { Network } from '../fixtures/network.js';

it('a simulated network whose delay shrinks keeps the order of messages', async () => {
  const received: string[] = [];
  const server = createServer((socket) => socket.on('data', (bytes) => received.push(String(bytes))));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const network = await Network.to((server.address() as AddressInfo).port);
  const person = connect({ port: Number(new URL(network.url).port), host: '127.0.0.1', noDelay: true });
  await once(person, 'connect');
  for (const [delayMs, text] of [
    [60, 'a'],
    [20, 'b'],
    [0, 'c'],
  ] as const) {
    network.delayMs = delayMs;
    person.write(text);
    await sleep(10);
  }
  for (let tries = 0; tries < 250 && received.join('').length < 3; tries++) await sleep(20);
  assert.equal(received.join(''), 'abc');
  person.destroy();
  await network.close();
  server.close();
});
