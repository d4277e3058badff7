/** Rooms stored by an earlier version open with everything in them. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { append, textOf, until } from '../fixtures/sessions.js';

/** Written by version 0.1.0; only their ends were put off to the year 2096. */
const FIXTURE = 'tests/fixtures/state-0.1.0';
const MADE = { id: 'V6ZikzzZmYdLIaUX5ZGxcQ', secret: 'Y8j2gjV9BYIplyUrlqKRZw' };
const KEPT = 'print("kept 0123456789012345678901234567890123456789 🙂")\n';

const state = mkdtempSync(join(tmpdir(), 'code-room-'));
const sessions: Session[] = [];
let engine: Engine;

before(async () => {
  cpSync(FIXTURE, state, { recursive: true });
  engine = await startEngine({ engine: 'partykit', state, vars: { CODE_ROOM_OPEN: '1' } });
});
after(async () => {
  for (const session of sessions) session.close();
  await engine.stop();
  rmSync(state, { recursive: true, force: true });
});

async function enter(): Promise<Session> {
  const session = new Session({ host: engine.url, room: 'kept-room', personKey: 'ann', WebSocket });
  sessions.push(session);
  session.connect();
  await until(() => session.status === 'live', 'the session is live');
  return session;
}

it('an open room has its text, accepts edits, and keeps them', async () => {
  const ann = await enter();
  assert.equal(textOf(ann), KEPT);
  append(ann, 'new');
  await until(() => ann.saved, 'the edit is saved');
  ann.close();
  await engine.kill();
  engine = await startEngine({ engine: 'partykit', state, vars: { CODE_ROOM_OPEN: '1' } });
  assert.equal((await enter()).document.text.toString(), `${KEPT}new`);
});

it('a made room has its links, title and code', async () => {
  const answer = await fetch(`${engine.url}/api/rooms/${MADE.id}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: MADE.secret }),
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  const { token, role } = (await answer.json()) as { token: string; role: string };
  assert.equal(role, 'interviewer');
  const read = async (path: string) =>
    (await fetch(engine.url + path, { headers: { authorization: `Bearer ${token}` } })).json();
  const facts = (await read(`/api/rooms/${MADE.id}`)) as { title: string; brief: string; state: string };
  assert.deepEqual([facts.title, facts.brief, facts.state], ['Kept interview', 'Add two.', 'open']);
  const code = (await read(`/api/rooms/${MADE.id}/code`)) as { files: { language: string; text: string }[] };
  assert.deepEqual(
    code.files.map(({ language, text }) => [language, text]),
    [['python', 'x = 1\n']],
  );
});
