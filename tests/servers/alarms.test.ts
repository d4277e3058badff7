/** Scheduled work on each engine, in memory or hibernated, through restarts: rooms expire, and idle peers are disconnected. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { sleep } from '../../party/shared/time.js';
import { engines } from '../engines.js';
import { Network } from '../fixtures/network.js';
import { until } from '../fixtures/sessions.js';

/** Engines put an object out of memory after ten quiet seconds: a room that is kept for so long sleeps when its alarm comes. */
const SLEEPY_MS = 14_000;
const SHORT_MS = 3_000;
/** For an alarm to come, and for what it does. */
const LATE_MS = 3_000;

async function write(session: Session, insert: string): Promise<void> {
  const { document } = session;
  document.edit(ChangeSet.of({ from: document.text.length, insert }, document.text.length));
  await until(() => session.saved, `${insert} is saved`);
}

describe('without requests', { concurrency: true }, () => {
  for (const name of engines) {
    /** A server of its own for each test, since all of them only wait. */
    class Server {
      readonly state = mkdtempSync(join(tmpdir(), 'code-room-'));
      readonly #sessions: Session[] = [];
      #engine: Engine | undefined;

      constructor(private readonly limits: { retentionMs?: number; silenceMs?: number }) {
        after(async () => {
          for (const session of this.#sessions) session.close();
          await this.#engine?.stop();
          rmSync(this.state, { recursive: true, force: true });
        });
      }

      async start(main?: string): Promise<Engine> {
        const vars = { CODE_ROOM_OPEN: '1', CODE_ROOM_LIMITS: JSON.stringify(this.limits) };
        const log = () => {};
        this.#engine = await startEngine({ engine: name, state: this.state, vars, log, ...(main ? { main } : {}) });
        return this.#engine;
      }

      async kill(): Promise<void> {
        await this.#engine?.kill();
      }

      async enter(room: string, { personKey = 'ann', host = this.#engine?.url ?? '' } = {}): Promise<Session> {
        const session = new Session({ host, room, personKey, WebSocket });
        this.#sessions.push(session);
        session.connect();
        await until(() => session.status === 'live', `${personKey} is in ${room}`);
        return session;
      }

      /** Somebody has written here, and is still there. */
      async use(room: string): Promise<Session> {
        const session = await this.enter(room);
        await write(session, 'kept');
        return session;
      }

      /** Keys on disk, read without the room: it would delete by itself what it finds expired. */
      async stored(room: string): Promise<string[]> {
        await this.kill();
        const bare = await this.start(`tests/fixtures/bare-rooms/${name}.ts`);
        const keys = (await (await fetch(`${bare.url}/parties/main/${room}`)).json()) as string[];
        // PartyServer's own.
        return keys.filter((key) => !key.startsWith('__'));
      }
    }

    describe(`the expiry of a room on ${name}`, { concurrency: true }, () => {
      it('happens when nobody has used it for its retention time', async () => {
        const server = new Server({ retentionMs: SHORT_MS });
        await server.start();
        (await server.use('left')).close();
        await sleep(SHORT_MS + LATE_MS);
        assert.deepEqual(await server.stored('left'), []);
      });

      it('happens for a room that has left memory', async () => {
        const server = new Server({ retentionMs: SLEEPY_MS });
        await server.start();
        (await server.use('asleep')).close();
        await sleep(SLEEPY_MS + LATE_MS);
        assert.deepEqual(await server.stored('asleep'), []);
      });

      it('is postponed while somebody is there, typing or not, hibernated or not', async () => {
        const server = new Server({ retentionMs: SLEEPY_MS });
        await server.start();
        const ann = await server.use('used');
        await sleep(SLEEPY_MS + LATE_MS);
        assert.equal(ann.document.text.toString(), 'kept');
        await write(ann, '!');
        assert.equal((await server.enter('used', { personKey: 'bob' })).document.text.toString(), 'kept!');
        assert.ok((await server.stored('used')).includes('room'));
      });

      /** PartyKit's engine forgets its alarms with its process: there a room ends when it is next asked for. */
      const ended = async (server: Server, room: string) => {
        if (name === 'workerd') return assert.deepEqual(await server.stored(room), []);
        assert.equal((await server.enter(room)).document.text.toString(), '');
      };

      it('happens after a restart without any visitor', async () => {
        const server = new Server({ retentionMs: SHORT_MS });
        await server.start();
        (await server.use('restarted')).close();
        await server.kill();
        await server.start();
        await sleep(SHORT_MS + LATE_MS);
        await ended(server, 'restarted');
      });

      it('happens when it was due while the server was down', async () => {
        const server = new Server({ retentionMs: SHORT_MS });
        await server.start();
        (await server.use('missed')).close();
        await server.kill();
        await sleep(SHORT_MS);
        await server.start();
        await sleep(LATE_MS);
        await ended(server, 'missed');
      });
    });

    it(`a room on ${name} disconnects idle peers`, async () => {
      const server = new Server({ silenceMs: SLEEPY_MS });
      const { port } = await server.start();
      const network = await Network.to(port);
      after(() => network.close());
      const near = await server.enter('silent');
      await server.enter('silent', { personKey: 'bob', host: network.url });
      await until(() => near.people.length === 2, 'both are there');
      network.halfOpen('up', 'down');
      network.down = true;
      await sleep(SLEEPY_MS + LATE_MS);
      assert.equal(near.people.length, 1);
      assert.equal(near.status, 'live');
    });
  }
});
