/** Deleted rooms leave nothing in the state folder, and no backup restores them, under each engine. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { listFiles } from '../../demo/build/files.mjs';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { copyRooms, restoreRooms } from '../../demo/engine/state.mjs';
import type { Role } from '../../party/shared/roles.js';
import { engines } from '../engines.js';
import { append, until } from '../fixtures/sessions.js';

const SECRET = 'a secret of the team that has more than 32 bytes';
const ISS = 'https://team.example';
/** Engines write one text in one of two ways, by what is in it. */
const CANARIES = ['CANARY', 'KANARIENVÖGEL', '金丝雀'];
const canary = (of: string) => CANARIES.map((word) => `${word}-${of}`).join(' ');

for (const name of engines) {
  describe(`under ${name}`, { timeout: 420_000 }, () => {
    const state = mkdtempSync(join(tmpdir(), 'code-room-'));
    const backup = mkdtempSync(join(tmpdir(), 'code-room-'));
    let engine: Engine;
    const sessions: Session[] = [];
    const start = async (limits: object = {}) => {
      const vars = {
        CODE_ROOM_OPEN: '1',
        CODE_ROOM_LIMITS: JSON.stringify(limits),
        CODE_ROOM_ISSUERS: JSON.stringify([{ iss: ISS, secret: SECRET }]),
        CODE_ROOM_ROOMS_PER_MINUTE: '1000',
      };
      engine = await startEngine({ engine: name, state, vars, log: () => {} });
    };
    after(async () => {
      for (const session of sessions) session.close();
      await engine.stop();
      for (const folder of [state, backup]) rmSync(folder, { recursive: true, force: true });
    });

    /** What of a room stands anywhere in the folder. */
    const found = (of: string) => {
      const bytes = listFiles(state).map((file) => {
        try {
          return readFileSync(join(state, file));
        } catch {
          return Buffer.alloc(0); // An engine has closed a file meanwhile.
        }
      });
      const words = CANARIES.flatMap((word) => [Buffer.from(`${word}-${of}`), Buffer.from(`${word}-${of}`, 'utf16le')]);
      // A text of one byte a character is written as Latin-1.
      return [...words, Buffer.from(`${CANARIES[1]}-${of}`, 'latin1')].filter((word) =>
        bytes.some((all) => all.includes(word)),
      );
    };
    const call = async (method: string, path: string, token = '', body?: object) =>
      fetch(engine.url + path, {
        method,
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
        ...(body && { body: JSON.stringify(body) }),
      });
    const make = async (of: string) => {
      const text = canary(of);
      const made = await call('POST', '/api/rooms', '', { title: text, code: `${text}\n`.repeat(500), brief: text });
      const { id, links } = (await made.json()) as { id: string; links: Record<Role, string> };
      const exchanged = await call('POST', `/api/rooms/${id}/token`, '', {
        secret: new URL(links.interviewer).hash.slice(3),
        name: canary(of).slice(0, 60),
      });
      return { id, token: ((await exchanged.json()) as { token: string }).token };
    };
    const enter = async (room: string, token = '') => {
      const session = new Session({ host: engine.url, room, ...(token && { token }), name: 'Ann', WebSocket });
      sessions.push(session);
      session.connect();
      await until(() => session.status === 'live', 'is in');
      return session;
    };
    const write = async (session: Session, of: string) => {
      for (let n = 0; n < 20; n++) append(session, `${canary(of)} ${n}\n`);
      const ticket = await session.run.start('python');
      ticket.print('stdout', canary(of));
      ticket.finish('done', 1);
      await until(() => session.saved, 'it is saved');
    };

    it('nothing of a room is left when its deletion is answered, whoever is in it, and its people see that it is gone', async () => {
      await start();
      const { id, token } = await make('made');
      const other = await make('other');
      const session = await enter(id, token);
      await write(session, 'made');
      assert.ok(found('made').length > 0, 'it was there');
      // Whoever asks for it again and again keeps nothing of it there.
      let asking = true;
      const asks = (async () => {
        while (asking) {
          void call('GET', `/api/rooms/${id}`, token).catch(() => null);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      })();
      assert.equal((await call('DELETE', `/api/rooms/${id}`, token)).status, 204);
      await until(() => found('made').length === 0, 'it is erased while somebody asks');
      asking = false;
      await asks;
      assert.deepEqual(found('made').map(String), []);
      assert.ok(found('other').length > 0, 'nothing of another room is taken');
      assert.match(
        ((await (await call('GET', `/api/rooms/${id}`, token)).json()) as { detail: string }).detail,
        /deleted/,
      );
      assert.equal((await call('GET', `/api/rooms/${other.id}/code`, other.token)).status, 200);
      await until(() => session.status === 'ended', 'is told');
    });

    it('a team’s room is deleted alone, and its name may be used again', async () => {
      const sign = (at: number) =>
        new SignJWT({ room: 'lesson', role: 'interviewer' })
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(ISS)
          .setAudience('code-room')
          .setSubject('ada')
          .setJti(crypto.randomUUID())
          .setIssuedAt(Math.floor(at / 1000))
          .setExpirationTime(Math.floor(at / 1000) + 300)
          .sign(new TextEncoder().encode(SECRET));
      const open = await enter('lesson');
      append(open, 'of the open room');
      await until(() => open.saved, 'it is saved');
      const old = await sign(Date.now());
      await write(await enter('lesson', old), 'team');
      assert.equal((await call('DELETE', '/api/rooms/lesson', old)).status, 204);
      assert.equal(open.document.text.toString(), 'of the open room');
      append(open, '!');
      await until(() => open.saved, 'the other room of this name goes on');
      assert.equal((await call('GET', '/api/rooms/lesson', old)).status, 404, 'an old token does not bring it back');
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const again = await enter('lesson', await sign(Date.now()));
      await write(again, 'again');
      again.close();
      await engine.stop();
      await start();
      assert.match((await enter('lesson', await sign(Date.now()))).document.text.toString(), /CANARY-again/);
      assert.match((await enter('lesson')).document.text.toString(), /of the open room!/);
    });

    if (name === 'partykit') {
      it('nothing is left after the next start when the server crashed during the deletion', async () => {
        const { id, token } = await make('crashed');
        const answer = call('DELETE', `/api/rooms/${id}`, token).catch(() => null);
        const listed = (file: string) => file.startsWith('erasing/') && readFileSync(join(state, file), 'utf8') === id;
        await until(() => listFiles(state).some(listed), 'it is to be erased');
        await engine.kill();
        await answer;
        await start();
        await until(() => found('crashed').length === 0, 'it is erased');
      });
    }

    it('no backup restores what was deleted since, but everything else', async () => {
      const [gone, kept] = [await make('gone'), await make('kept')];
      assert.ok(copyRooms(state, backup) >= 2);
      assert.equal((await call('DELETE', `/api/rooms/${gone.id}`, gone.token)).status, 204);
      await engine.stop();
      const { restored, deleted } = restoreRooms(backup, state);
      assert.ok(restored >= 1);
      assert.equal(deleted.length, 1, deleted.join());
      assert.deepEqual(found('gone').map(String), []);
      assert.deepEqual(restoreRooms(backup, state, gone.id), { restored: 0, deleted });
      await start();
      assert.equal((await call('GET', `/api/rooms/${gone.id}`, gone.token)).status, 404);
      assert.equal((await call('GET', `/api/rooms/${kept.id}/code`, kept.token)).status, 200);
      // What was deleted before a backup is no matter of it.
      copyRooms(state, backup, kept.id);
      assert.equal(restoreRooms(backup, mkdtempSync(join(backup, 'x'))).restored >= 1, true);
    });

    it('nothing is left of an expired room', async () => {
      await engine.stop();
      await start({ retentionMs: 3_000 });
      const session = await enter('short');
      await write(session, 'short');
      session.close();
      await until(() => found('short').length === 0, 'it has ended');
      assert.equal((await enter('short')).document.text.toString(), '');
    });
  });
}
