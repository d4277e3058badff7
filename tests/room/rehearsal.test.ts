/** Rehearsal: whoever comes before an interviewer waits, hears nothing of the room, and is in it as soon as an interviewer is. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import type { RoomFacts } from '../../party/commands/command.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;
const status = (index: number) => session(index).status;

async function enter(role: 'interviewer' | 'candidate' | 'observer', name: string): Promise<number> {
  const index = await w.join({ token: await w.token(role, name) });
  await w.until(() => !['connecting', 'syncing', 'offline'].includes(status(index)));
  return index;
}

const facts = async (token: string): Promise<RoomFacts> => {
  const answer = await w.command({ type: 'facts', token });
  assert.ok(answer.ok);
  return answer.value;
};

describe('in a room with a rehearsal', () => {
  it('a candidate and an observer wait, are told nothing but that, and are in it when an interviewer comes, who is not asked', async () => {
    w = await World.made({ rehearsal: true, code: 'the task' });
    const heard = new Map<unknown, string[]>();
    w.record = (wire, direction, bytes) => {
      if (direction !== '<') return;
      heard.set(wire, [...(heard.get(wire) ?? []), decodeRoomMessage(bytes).type]);
    };
    const [bob, eve] = [await enter('candidate', 'Bob'), await enter('observer', 'Eve')];
    for (const index of [bob, eve]) {
      assert.equal(status(index), 'waiting');
      assert.deepEqual(heard.get(w.wires[index]), ['wait']);
    }
    const ada = await enter('interviewer', 'Ada');
    await w.until(() => [bob, eve].every((index) => status(index) === 'live'));
    assert.deepEqual([w.text(bob), session(bob).role, session(eve).role], ['the task', 'candidate', 'observer']);
    assert.deepEqual(w.names(ada), ['Ada', 'Bob', 'Eve']);
    const knocks = heard.get(w.wires[ada])?.filter((type) => type === 'knock') ?? [];
    assert.deepEqual([session(ada).standing.waiting, knocks.length], [[], 2], 'each only leaves the waiting room');
    w.type(bob, '!');
    await w.settle();
    w.agree('the task!');
  });

  it('who has been inside comes back whenever they like; somebody new waits for the next interviewer', async () => {
    w = await World.made({ rehearsal: true });
    const ada = await enter('interviewer', 'Ada');
    const bob = await enter('candidate', 'Bob');
    assert.equal(status(bob), 'live', 'nobody waits while an interviewer is there');
    w.vanish(ada);
    await w.reload(bob);
    await w.until(() => status(bob) === 'live');
    const cat = await enter('candidate', 'Cat');
    assert.equal(status(cat), 'waiting');
    await enter('interviewer', 'Grace');
    await w.until(() => status(cat) === 'live');
  });

  it('with a lobby as well, an interviewer who comes is asked, and lets them in', async () => {
    w = await World.made({ rehearsal: true, lobby: true });
    const bob = await enter('candidate', 'Bob');
    const ada = await enter('interviewer', 'Ada');
    const { standing } = session(ada);
    assert.deepEqual([status(bob), standing.waiting.map(({ name }) => name)], ['waiting', ['Bob']]);
    standing.admit(standing.waiting[0]?.id ?? '');
    await w.until(() => status(bob) === 'live');
  });

  it('waiting outlasts a crash of the room and its hibernation', async () => {
    w = await World.made({ rehearsal: true });
    const bob = await enter('candidate', 'Bob');
    w.crash();
    await w.until(() => status(bob) === 'waiting');
    assert.ok(await w.hibernate(), 'it was at rest');
    await enter('interviewer', 'Ada');
    await w.until(() => status(bob) === 'live');
  });

  it('ended over HTTP before anybody came, it keeps nobody waiting', async () => {
    w = await World.made({ rehearsal: true });
    const bob = await enter('candidate', 'Bob');
    const token = await w.token('interviewer', 'Ada');
    assert.ok((await w.command({ type: 'decide', token, decision: { type: 'end', ended: true } })).ok);
    await w.until(() => status(bob) === 'ended');
    assert.equal(status(await enter('candidate', 'Cat')), 'ended');
  });

  it('whoever waits may know what it is and who interviews, and reads nothing else', async () => {
    w = await World.made({ rehearsal: true, title: 'Ben', brief: 'Sort.', language: 'sql' });
    const token = await w.token('candidate', 'Bob');
    const { title, brief, language, people, rehearsal, expected } = await facts(token);
    assert.deepEqual([title, brief, language, people], ['Ben', '', 'sql', []]);
    assert.deepEqual([rehearsal, expected], [true, undefined], 'nobody has been here');
    for (const name of ['Ada', '']) w.vanish(await enter('interviewer', name));
    assert.deepEqual((await facts(token)).expected, ['Ada'], 'a guest’s name tells nobody who it is');
    const refused = await w.command({ type: 'code', token });
    assert.deepEqual(refused.ok ? 0 : refused.status, 403);
    await enter('interviewer', 'Ada');
    assert.deepEqual((await facts(token)).expected, undefined, 'nobody waits any more');
  });
});

it('in any other room nobody waits', async () => {
  w = await World.made();
  assert.equal(status(await enter('candidate', 'Bob')), 'live');
  assert.equal((await facts(await w.token('candidate', 'Bob'))).rehearsal, undefined);
});
