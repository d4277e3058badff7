/** Sessions over a network that breaks: they notice, reconnect, and neither lose nor double an edit. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import WebSocket, { WebSocketServer } from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { Clock, moment } from '../fixtures/clock.js';
import { Network } from '../fixtures/network.js';

let engine: Engine;
let network: Network;
const sessions: Session[] = [];
let rooms = 0;

before(async () => {
  engine = await startEngine({ log: () => {}, vars: { CODE_ROOM_OPEN: '1' } });
  network = await Network.to(engine.port);
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
  network.down = network.deaf = false;
  network.delayMs = 0;
});
after(async () => {
  await network.close();
  await engine.stop();
});

function enter(host: string, room: string): Session {
  const session = new Session({ host, room, personKey: `key ${sessions.length}`, WebSocket });
  sessions.push(session);
  session.connect();
  return session;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
let clock: Clock | null = null;
function stopped(stopping: Clock): null {
  stopping.stop();
  return null;
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!condition()) {
    assert.ok(performance.now() < end, `Waited in vain: ${what}`);
    await moment();
    clock?.tick(1);
  }
}

const text = (session: Session): string => session.document.text.toString();

function type(session: Session, insert: string): void {
  const { length } = session.document.text;
  session.document.edit(ChangeSet.of({ from: length, insert }, length));
}

/** One behind the network and one who is not, in one room. */
async function pair(): Promise<[Session, Session]> {
  const room = `network${rooms++}`;
  const [far, near] = [enter(network.url, room), enter(engine.url, room)];
  await until(() => far.status === 'live' && near.status === 'live', 'both are live');
  return [far, near];
}

async function together(...all: Session[]): Promise<void> {
  const [first] = all as [Session];
  await until(() => all.every((session) => session.status === 'live' && session.saved), 'all are back and saved');
  await until(() => all.every((session) => text(session) === text(first)), 'all copies are equal');
}

describe('a broken network', () => {
  for (const directions of [['up'], ['down'], ['up', 'down']] as const) {
    it(`is noticed within 15 s when nothing is delivered ${directions.join(' or ')}`, async () => {
      clock = new Clock();
      try {
        const [far, near] = await pair();
        network.halfOpen(...directions);
        type(far, 'far');
        type(near, 'near');
        // What still comes, comes before the clock is turned.
        const deaf = (directions as readonly string[]).includes('down');
        await until(() => near.saved && (deaf || text(far).includes('near')), 'the other is untouched');
        for (let ms = 0; ms < 15_500 && far.status === 'live'; ms += 500) {
          clock.tick(500);
          await turn();
        }
        assert.notEqual(far.status, 'live');
        await together(far, near);
        assert.deepEqual([...text(near)].sort(), [...'farnear'].sort());
        for (const session of sessions.splice(0)) session.close();
      } finally {
        clock = stopped(clock);
      }
    });
  }

  it('is reconnected after a cut, and what was written meanwhile is sent once', async () => {
    const [far, near] = await pair();
    type(far, 'a');
    network.down = true;
    network.cut();
    await until(() => far.status === 'offline', 'the cut is noticed');
    for (const letter of 'bcd') type(far, letter);
    type(near, '-');
    assert.equal(far.saved, false);
    network.down = false;
    await together(far, near);
    for (const character of 'abcd-') assert.equal(text(near).split(character).length, 2, `${character} is there once`);
  });

  it('loses and doubles nothing when it breaks again and again', async () => {
    const [far, near] = await pair();
    let marks = 0;
    for (let round = 0; round < 12; round++) {
      network.delayMs = round % 3;
      for (let n = 0; n < 10; n++) {
        type(n % 2 ? far : near, `<${marks++}>`);
        if (n % 3 === 0) await turn();
      }
      network.cut();
      for (let n = 0; n < 40; n++) await turn();
    }
    await together(far, near);
    for (let mark = 0; mark < marks; mark++) {
      assert.equal(text(near).split(`<${mark}>`).length - 1, 1, `<${mark}> is there once`);
    }
  });

  it('does not delay the close of a session', async () => {
    const [far] = await pair();
    network.halfOpen('up', 'down');
    far.close();
    assert.equal(far.status, 'offline');
  });
});

describe('a room that sends invalid messages', () => {
  for (const [what, act] of [
    ['closes at once', (socket: WebSocket) => socket.close(1011)],
    ['sends what nobody can read', (socket: WebSocket) => socket.send(Buffer.from([255, 1, 2]))],
    ['sends text', (socket: WebSocket) => socket.send('hello')],
    ['says nothing', () => {}],
  ] as const) {
    it(`is reconnected to with growing pauses when it ${what}`, async () => {
      const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
      let calls = 0;
      server.on('connection', (socket) => {
        calls++;
        act(socket);
      });
      await until(() => server.address() !== null, 'the server listens');
      const turned = new Clock();
      clock = turned;
      try {
        const session = enter(`http://127.0.0.1:${(server.address() as { port: number }).port}`, 'strange');
        const callsIn = async (seconds: number) => {
          const before = calls;
          for (let ms = 0; ms < seconds * 1000; ms += 100) {
            turned.tick(100);
            for (let n = 0; n < 30; n++) await turn();
          }
          return calls - before;
        };
        const first = await callsIn(10);
        const later = [await callsIn(30), await callsIn(60)] as const;
        assert.ok(first >= 1 && first < 20, `${first} calls in the first 10 s`);
        assert.ok(later[0] + later[1] >= 3, `it is called for ever: ${later}`);
        assert.ok(later[1] < 30, `${later[1]} calls in a later minute`);
        session.close();
      } finally {
        clock = stopped(turned);
        for (const socket of server.clients) socket.terminate();
        server.close();
      }
    });
  }
});
