/** Backups of rooms that are being edited are consistent, of all rooms or one, under each engine; a state folder has one server. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { claimState, copyRooms } from '../../demo/engine/state.mjs';
import { engines } from '../engines.js';
import { append, textOf, until } from '../fixtures/sessions.js';

const folder = mkdtempSync(join(tmpdir(), 'code-room-'));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const name of engines) {
  describe(`a backup under ${name}`, () => {
    const sessions: Session[] = [];
    let engine: Engine;
    const start = async (state: string) => {
      engine = await startEngine({ engine: name, state, vars: { CODE_ROOM_OPEN: '1' } });
    };
    const enter = async (room: string) => {
      const session = new Session({ host: engine.url, room, personKey: 'ann', WebSocket });
      sessions.push(session);
      session.connect();
      await until(() => session.status === 'live', 'the session is live');
      return session;
    };
    after(async () => {
      for (const session of sessions) session.close();
      await engine.stop();
    });

    it('contains everything saved before it started, consistently', async () => {
      const [state, copy, part] = ['state', 'copy', 'part'].map((one) => join(folder, name, one)) as [
        string,
        string,
        string,
      ];
      await start(state);
      const [busy, quiet] = [await enter('busy'), await enter('quiet')];
      append(quiet, 'quiet');
      // Enough for the engine to begin its log anew several times.
      const filler = 'x'.repeat(2000);
      for (let n = 0; n < 60; n++) append(busy, `<${n}>${filler}\n`);
      await until(() => busy.saved && quiet.saved, 'both are saved');
      const saved = textOf(busy);
      let writing = true;
      const writer = (async () => {
        for (let n = 60; writing; n++) {
          append(busy, `<${n}>\n`);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      })();
      assert.ok(copyRooms(state, copy) >= 2);
      assert.equal(copyRooms(state, part, 'quiet'), 1);
      assert.equal(copyRooms(state, part, 'nobody'), 0);
      writing = false;
      await writer;
      for (const session of sessions.splice(0)) session.close();
      await engine.stop();

      await start(copy);
      assert.ok(textOf(await enter('busy')).startsWith(saved), 'what was saved is there');
      assert.equal(textOf(await enter('quiet')), 'quiet');
      for (const session of sessions.splice(0)) session.close();
      await engine.stop();

      await start(part);
      assert.equal(textOf(await enter('quiet')), 'quiet');
      assert.equal(textOf(await enter('busy')), '');
    });
  });
}

it('a state folder is used by one server only, and not by an older version', () => {
  const state = join(folder, 'claimed');
  const release = claimState(state);
  // A process that is surely there: the one above this one.
  writeFileSync(join(state, 'server.pid'), `${process.ppid}\n`);
  assert.throws(() => claimState(state), /is using .*Stop it first/);
  release();
  writeFileSync(join(state, 'server.pid'), '999999999\n');
  claimState(state)();
  writeFileSync(join(state, 'format'), '99\n');
  assert.throws(() => claimState(state), /newer version/);
});
