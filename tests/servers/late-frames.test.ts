/** A client that keeps sending after it was disconnected is cut off; others in its room reconnect at once. */
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { engines } from '../engines.js';
import { flood } from '../fixtures/raw-socket.js';
import { append, textOf, until } from '../fixtures/sessions.js';

const HEADER = 'x-real-ip';
const METRICS_KEY = 'a-key-for-prometheus';
/** On a busy machine; without a cut it never ends. */
const CUT_MS = 10_000;

for (const name of engines) {
  describe(`sockets that keep sending after they were closed, on ${name}`, { timeout: 420_000 }, () => {
    let engine: Engine;
    const logged: string[] = [];
    const sessions: Session[] = [];
    const sockets: Socket[] = [];

    before(async () => {
      const vars = {
        CODE_ROOM_OPEN: '1',
        CODE_ROOM_PROXY_HEADER: HEADER,
        CODE_ROOM_ORIGINS: 'https://good.example',
        CODE_ROOM_METRICS: METRICS_KEY,
      };
      engine = await startEngine({ engine: name, vars, log: (line) => logged.push(line) });
    });
    after(() => {
      for (const session of sessions) session.close();
      for (const socket of sockets) socket.destroy();
      return engine.stop();
    });

    async function enter(room: string): Promise<Session> {
      const session = new Session({ host: engine.url, room, personKey: `person ${sessions.length}`, WebSocket });
      sessions.push(session);
      session.connect();
      await until(() => session.status === 'live', 'they are in the room');
      return session;
    }

    /** Sockets and rooms that are open, as /metrics has them. */
    async function counted(): Promise<string> {
      const headers = { Authorization: `Bearer ${METRICS_KEY}` };
      const text = await (await fetch(`${engine.url}/metrics`, { headers })).text();
      return [...text.matchAll(/^code_room_(?:connections|rooms_in_use) \d+$/gm)].join('\n');
    }

    function attack(room: string, headers: Record<string, string>): Promise<void> {
      const five = Array.from({ length: 5 }, () => flood(`${engine.url}/parties/main/${room}`, headers));
      sockets.push(...five);
      return until(() => five.every(({ closed }) => closed), 'all five are cut off', CUT_MS);
    }

    async function typed(from: Session, to: Session, text: string): Promise<void> {
      append(from, text);
      await until(() => textOf(to).endsWith(text) && from.saved, `${text} is there`);
    }

    it('are cut off, and the people of their room reconnect with everything they wrote', async () => {
      const [ann, bob] = [await enter('attacked'), await enter('attacked')];
      const [cy, dan] = [await enter('another'), await enter('another')];
      await typed(ann, bob, 'before;');
      const cut = attack('attacked', { [HEADER]: '192.0.2.66' });
      await typed(cy, dan, 'beside;');
      await typed(ann, bob, 'during;');
      await cut;
      assert.ok(logged.some((line) => line.includes('"flood cut off","room":"attack"')));
      await until(() => [ann, bob, cy, dan].every(({ status }) => status === 'live'), 'all are back');
      await typed(bob, ann, 'after;');
      assert.equal(textOf(ann), 'before;during;after;');
      // Neither whoever was cut off nor the sockets that the others had before.
      const four = 'code_room_connections 4\ncode_room_rooms_in_use 2';
      for (const end = Date.now() + CUT_MS; (await counted()) !== four && Date.now() < end; ) await sleep(50);
      assert.equal(await counted(), four);
    });

    it('cannot reconnect from that address for a while, and others can', async () => {
      const answer = (address: string) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/attacked`, {
            headers: { [HEADER]: address },
          });
          socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
          socket.on('error', () => resolve('error'));
          socket.on('open', () => {
            resolve('open');
            socket.close();
          });
        });
      assert.deepEqual([await answer('192.0.2.66'), await answer('192.0.2.67')], [429, 'open']);
    });

    // PartyKit's engine, which is not for strangers, can cut off nobody who has not come as far as a room.
    if (name === 'workerd')
      it('are cut off as well when the gateway had refused them', async () => {
        const [ann, bob] = [await enter('attacked'), await enter('attacked')];
        const cut = attack('attacked', { [HEADER]: '192.0.2.68', Origin: 'https://evil.example' });
        await typed(ann, bob, 'beside;');
        await cut;
      });
  });
}
