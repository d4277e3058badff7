/** Tests of a room on real engines: created with the room, run, and still there after a restart. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import type { Report } from '../../party/commands/report.js';
import type { Test } from '../../party/shared/tests.js';
import { engines } from '../engines.js';
import { until } from '../fixtures/sessions.js';

const CANARY = 'canary-31d7';
const tests: Test[] = [
  ...Array.from({ length: 499 }, (_, at): Test => ({ name: `test ${at}`, kind: 'io', stdin: '', stdout: `${at}` })),
  { name: 'hidden one', kind: 'io', stdin: CANARY, stdout: CANARY, hidden: true },
];

for (const engine of engines) {
  describe(`tests of a room on ${engine}`, () => {
    it('are created, run and reported, with results within the limits of a room', async () => {
      const state = mkdtempSync(join(tmpdir(), 'code-room-'));
      const sessions: Session[] = [];
      let server: Engine = await startEngine({ engine, state });
      const ask = async <T>(path: string, body?: object, token?: string): Promise<T> => {
        const headers = { 'content-type': 'application/json', accept: 'application/json' };
        const answer = await fetch(server.url + path, {
          headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
          ...(body && { method: 'POST', body: JSON.stringify(body) }),
        });
        assert.ok(answer.ok, await answer.clone().text());
        return (await answer.json()) as T;
      };
      try {
        const { id, links } = await ask<{ id: string; links: Record<string, string> }>('/api/rooms', { tests });
        const tokenOf = async (role: string) => {
          const secret = links[role]?.split('#k=')[1] ?? '';
          return (await ask<{ token: string }>(`/api/rooms/${id}/token`, { secret, name: `My ${role}` })).token;
        };
        const refusals: string[] = [];
        const enter = async (role: string): Promise<RoomTests> => {
          const session = new Session({ host: server.url, room: id, token: await tokenOf(role), WebSocket });
          session.addEventListener('refused', (event) =>
            refusals.push((event as Event & { sentence: string }).sentence),
          );
          sessions.push(session);
          session.connect();
          await until(() => session.status === 'live', 'the session is live');
          return new RoomTests(session);
        };
        const [ada, ben] = [await enter('interviewer'), await enter('candidate')];
        assert.deepEqual([ada.tests.length, ben.tests.length], [500, 499]);
        const log = ben.begin({ names: ben.tests.map(({ name }) => name), hidden: false });
        for (const { name } of ben.tests) {
          const output = '\u{1f388}'.repeat(500_000);
          log.record({ name, state: 'failed', output, actual: name, durationMs: 1, hidden: false });
        }
        log.end();
        const inside = ada.begin({ names: ['hidden one'], hidden: true });
        inside.record({ name: 'hidden one', state: 'failed', actual: CANARY, durationMs: 1, hidden: true });
        inside.end();
        await until(() => ada.run?.ended === true && ben.hiddenRun?.ended === true, 'both have heard of the end');
        assert.deepEqual([ada.run?.results.length, ben.hiddenRun?.counts], [499, { passed: 0, failed: 1, total: 1 }]);
        await until(() => sessions.every(({ saved }) => saved), 'all is saved');
        assert.deepEqual(refusals, []);
        for (const session of sessions.splice(0)) session.close();
        await server.stop();
        server = await startEngine({ engine, state });
        const [late, own] = [await enter('observer'), await enter('interviewer')];
        assert.deepEqual([late.tests.length, late.run?.results.length, late.run?.by], [499, 499, 'My candidate']);
        assert.equal(own.hiddenRun?.results[0]?.actual, CANARY);
        const report = await ask<Report>(`/api/rooms/${id}/report`, undefined, await tokenOf('interviewer'));
        assert.equal(report.tests?.filter(({ state }) => state === 'failed').length, 500);
        const mine = await ask<object>(`/api/rooms/${id}/mine`, undefined, await tokenOf('candidate'));
        assert.ok(JSON.stringify(mine).includes('test 498') && !JSON.stringify(mine).includes(CANARY));
      } finally {
        for (const session of sessions) session.close();
        await server.stop();
        rmSync(state, { recursive: true, force: true });
      }
    });
  });
}
