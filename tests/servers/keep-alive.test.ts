/** HTTP keep-alive: PartyKit's engine keeps its connections to the process that started it for five seconds, and closes them itself. */
import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { after, before, it } from 'node:test';
import WebSocket from 'ws';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';

let engine: Engine;
const asked = new Set<Server>();
const onRequest = (message: unknown) => void asked.add((message as { server: Server }).server);
before(async () => {
  subscribe('http.server.request.start', onRequest);
  engine = await startEngine({ engine: 'partykit', log: () => {} });
});
after(async () => {
  unsubscribe('http.server.request.start', onRequest);
  await engine.stop();
});

it('a connection of the engine is never closed by the other end, which would lose a request that is just being sent', async () => {
  // Whether the room exists is asked of this process.
  const visitor = new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/nobody-made-it`);
  await once(visitor, 'open');
  visitor.close();
  assert.deepEqual(
    [...asked].map(({ keepAliveTimeout }) => keepAliveTimeout),
    [0],
  );
});
