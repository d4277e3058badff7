/** Runs on a real engine: a flood is refused with a sentence and displaces nobody's; archived runs survive a restart. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import type { Replay } from '../../party/commands/history.js';
import { LIMITS } from '../../party/shared/limits.js';
import { until } from '../fixtures/sessions.js';

const state = mkdtempSync(join(tmpdir(), 'code-room-'));
const sessions: Session[] = [];
let engine: Engine;

before(async () => {
  engine = await startEngine({ state });
});
after(async () => {
  for (const session of sessions) session.close();
  await engine.stop();
  rmSync(state, { recursive: true, force: true });
});

async function ask<T>(path: string, body?: object, token?: string): Promise<T> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const answer = await fetch(engine.url + path, {
    headers,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as T;
}

async function enter(room: string, secret: string, name: string): Promise<Session> {
  const { token } = await ask<{ token: string }>(`/api/rooms/${room}/token`, { secret, name });
  const session = new Session({ host: engine.url, room, token, WebSocket });
  sessions.push(session);
  session.connect();
  await until(() => session.status === 'live', 'the session is live');
  return session;
}

it('a flood of runs is refused with a sentence, and others’ runs are in the replay, with the room’s times', async () => {
  const { id, links } = await ask<{ id: string; links: Record<string, string> }>('/api/rooms', { code: 'x' });
  const secretOf = (role: string) => links[role]?.split('#k=')[1] ?? '';
  const replay = async () => {
    const { token } = await ask<{ token: string }>(`/api/rooms/${id}/token`, {
      secret: secretOf('interviewer'),
      name: 'Ada',
    });
    return ask<Replay>(`/api/rooms/${id}/replay`, undefined, token);
  };
  const ann = await enter(id, secretOf('candidate'), 'Ann');
  const bo = await enter(id, secretOf('candidate'), 'Bo');
  const ticket = await ann.run.start('python');
  ticket.print('stdout', 'evidence\n');
  await new Promise((resolve) => setTimeout(resolve, 300));
  ticket.finish('done', 2 ** 49);
  await until(() => !bo.run.running, 'it has ended');
  const refusals: string[] = [];
  for (let n = 0; n < LIMITS.runBurst + 5 && refusals.length === 0; n++) {
    await bo.run.start('python').then(
      (flood) => flood.finish('done', 0),
      (error: Error) => refusals.push(error.message),
    );
    await until(() => !bo.run.running, 'it has ended');
  }
  assert.match(refusals[0] ?? '', /^You have started many runs in a short time\. Run again in \d+ seconds?\.$/);
  const check = async () => {
    const { runs } = await replay();
    const [evidence, ...flood] = runs;
    assert.equal(evidence?.output.map(({ text }) => text).join(''), 'evidence\n');
    assert.ok(evidence.durationMs >= 250 && evidence.durationMs < 60_000, `${evidence.durationMs} ms`);
    assert.ok(flood.length >= LIMITS.runBurst && flood.every(({ name }) => name === 'Bo'), `${flood.length} runs`);
  };
  await check();
  for (const session of sessions.splice(0)) session.close();
  await engine.kill();
  engine = await startEngine({ state });
  await check();
});
