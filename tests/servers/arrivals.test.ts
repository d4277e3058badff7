/** Many new connections on real sockets under each engine: a class is admitted at once, a flood is limited. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import { amount } from '../amount.js';
import { engines } from '../engines.js';
import { append, textOf, until } from '../fixtures/sessions.js';

/** A lecture hall behind one address. */
const CLASS = amount(60, 219);
/** Silent ones of one address, and of all. */
const [NEAR, ALL] = [CLASS + 5, CLASS + 15];
const limits = {
  editors: 300,
  silentPerAddress: NEAR,
  silentConnections: ALL,
  helloMs: 60_000,
  returnBurst: 5,
  // However long eight visits take here.
  returnsPerSecond: 0.001,
};

/** Of a student. */
class FromSchool extends WebSocket {
  constructor(url: string) {
    super(url, { headers: { 'X-Real-IP': '198.51.100.1' } });
  }
}

const HELLO = encodeClientMessage({
  type: 'hello',
  version: 1,
  token: '',
  name: 'Mallory',
  personKey: 'mallory',
  resume: new Uint8Array(),
  bookmark: null,
});

for (const name of engines) {
  describe(`new connections on ${name}`, { timeout: 420_000 }, () => {
    let engine: Engine;
    const sockets: WebSocket[] = [];
    const sessions: Session[] = [];
    before(async () => {
      engine = await startEngine({
        engine: name,
        vars: { CODE_ROOM_OPEN: '1', CODE_ROOM_PROXY_HEADER: 'X-Real-IP', CODE_ROOM_LIMITS: JSON.stringify(limits) },
        log: () => {},
      });
    });
    after(async () => {
      for (const socket of sockets.splice(0)) socket.terminate();
      for (const session of sessions.splice(0)) session.close();
      await engine.stop();
    });

    /** Comes from an address and says nothing. */
    async function connect(room: string, address: string): Promise<WebSocket> {
      const socket = new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/${room}`, {
        headers: { 'X-Real-IP': address, 'X-Code-Room-Address': 'forged' },
      });
      sockets.push(socket);
      socket.on('error', () => {});
      await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
      return socket;
    }

    const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

    async function person(room: string, personKey: string, from: unknown = WebSocket): Promise<Session> {
      const session = new Session({ host: engine.url, room, personKey, WebSocket: from });
      sessions.push(session);
      session.connect();
      await until(() => session.status === 'live', `${personKey} is live`);
      return session;
    }

    it('without authentication are limited, per address more strictly; people inside are not affected', async () => {
      const [ann, ben] = [await person('silent', 'ann'), await person('silent', 'ben')];
      const all: WebSocket[] = [];
      for (let n = 0; n < NEAR + 5; n++) all.push(await connect('silent', '192.0.2.1'));
      for (let n = 0; n < 15; n++) all.push(await connect('silent', `192.0.2.${n + 2}`));
      await quiet();
      // workerd does not end the connection below before its other side does: that it has been told is what counts.
      const stay = (from: number, to: number) =>
        all.slice(from, to).filter(({ readyState }) => readyState === WebSocket.OPEN).length;
      assert.equal(stay(0, NEAR), NEAR, 'so many of one address');
      assert.equal(stay(NEAR, NEAR + 5), 0, 'and no more');
      assert.equal(stay(NEAR + 5, NEAR + 15), 10, 'there is place for others');
      assert.equal(stay(NEAR + 15, NEAR + 20), 0, 'until there is none');
      append(ann, 'still here');
      await until(() => textOf(ben) === 'still here', 'they write on');
      for (const socket of all) socket.terminate();
      await quiet();
      const next = await connect('silent', '192.0.2.1');
      await quiet();
      assert.equal(next.readyState, WebSocket.OPEN, 'places are free again');
      for (const session of [ann, ben]) session.close();
    });

    it('from an address that reconnects without end are delayed, with a sentence; others are not', async () => {
      const ann = await person('flapping', 'ann');
      const codes: string[] = [];
      for (let n = 0; n < 8; n++) {
        const socket = await connect('flapping', '192.0.2.9');
        const end = new Promise((resolve) => {
          socket.once('close', (code, reason) => resolve(code >= 4000 ? `${code} ${reason}` : ''));
          socket.once('message', () => socket.close(1000));
        });
        socket.send(HELLO);
        codes.push(String(await end));
      }
      assert.deepEqual(codes.slice(0, 5), ['', '', '', '', '']);
      assert.equal(
        codes.at(-1),
        '4429 You have opened this room too often in a short time. This page tries again by itself.',
      );
      const ben = await person('flapping', 'ben');
      append(ben, 'x');
      await until(() => textOf(ann) === 'x', 'others come in and write');
      for (const session of [ann, ben]) session.close();
    });

    it(`of a class of ${CLASS} from one address at the same moment are accepted`, async () => {
      const teacher = await person('class', 'teacher');
      const students = await Promise.all(
        Array.from({ length: CLASS }, (_, n) => person('class', `student ${n}`, FromSchool)),
      );
      await until(() => teacher.people.length === CLASS + 1, 'all are seen');
      for (const session of [teacher, ...students]) session.close();
    });
  });
}

describe('a client that does not read', { timeout: 420_000 }, () => {
  it('is disconnected when too much is queued, on the engine that tells, and the others see it leave', async () => {
    const vars = {
      CODE_ROOM_OPEN: '1',
      CODE_ROOM_LIMITS: JSON.stringify({
        unreadBytes: 300_000,
        silenceMs: 600_000,
        writtenBytesPerHour: 1e12,
        bytesPerSecond: 1e9,
      }),
    };
    const engine = await startEngine({ engine: 'workerd', vars, log: () => {} });
    const ada = new Session({ host: engine.url, room: 'read', name: 'Ada', WebSocket });
    try {
      ada.connect();
      await until(() => ada.status === 'live', 'Ada is live');
      const socket = new WebSocket(`${engine.url.replace('http', 'ws')}/parties/main/read`);
      socket.on('error', () => {});
      socket.on('open', () => {
        socket.send(HELLO);
        socket.pause();
      });
      await until(() => ada.people.length === 2, 'Mallory is there');
      // Until the system's own buffers are full as well.
      for (let n = 0; n < 40 && ada.people.length === 2; n++) {
        ada.document.edit(
          ChangeSet.of(
            { from: 0, to: ada.document.text.length, insert: String(n % 10).repeat(400_000) },
            ada.document.text.length,
          ),
        );
        await until(() => ada.saved, 'Ada has written');
      }
      await until(() => ada.people.length === 1, 'Mallory is gone');
      socket.terminate();
    } finally {
      ada.close();
      await engine.stop();
    }
  });
});
