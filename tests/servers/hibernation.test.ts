/** On the production engine an idle room leaves memory and keeps its connections. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import WebSocket from 'ws';
import { Session } from '../../components/session/index.js';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { append, textOf, until } from '../fixtures/sessions.js';

/** The engine puts an object out of memory after ten quiet seconds; sessions compare their text three seconds after an edit. */
const QUIET_MS = 15_000;

let engine: Engine;
/** Closed whatever happens: they would call for ever. */
const sessions: Session[] = [];
before(async () => {
  engine = await startEngine({ engine: 'workerd', vars: { CODE_ROOM_OPEN: '1' } });
});
after(() => {
  for (const session of sessions) session.close();
  return engine.stop();
});

it('a room hibernates through heartbeats and restores everybody', async () => {
  const enter = (person: number) => {
    const session = new Session({ host: engine.url, room: 'sleepy', personKey: `person ${person}`, WebSocket });
    sessions.push(session);
    session.connect();
    return session;
  };
  const [ann, bob] = [enter(1), enter(2)];
  await until(() => ann.status === 'live' && bob.status === 'live', 'both are live');
  append(ann, 'before;');
  await until(() => textOf(bob) === 'before;' && ann.saved, 'the edit is there');
  let cuts = 0;
  for (const session of [ann, bob]) session.addEventListener('status', () => cuts++);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  append(bob, 'after;');
  await until(() => textOf(ann) === 'before;after;' && bob.saved, 'the edit after the sleep is there');
  assert.equal(cuts, 0, 'nobody was cut off');
  const cy = enter(3);
  await until(() => cy.status === 'live', 'a newcomer is live');
  assert.equal(textOf(cy), 'before;after;');
  await until(() => [ann, bob, cy].every(({ people }) => people.length === 3), 'all see three people');
});
