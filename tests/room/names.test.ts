/** Names: nobody joins under the name of somebody who is here, in the lobby, or was just disconnected. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { LIMITS } from '../../party/shared/limits.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import type { Role } from '../../party/shared/roles.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;
const names = (seenBy = 0) =>
  session(seenBy)
    .people.map(({ name }) => name)
    .sort();

async function enter(role: Role, name: string, personKey?: string): Promise<number> {
  const index = await w.join({ token: await w.token(role, name, personKey) });
  await w.until(() => !['connecting', 'syncing', 'offline'].includes(session(index).status));
  return index;
}

/** What a page does that is opened again: the token is new, the person the same. */
async function leave(index: number): Promise<void> {
  w.cut(index, true);
  w.vanish(index);
  await w.settle();
}

beforeEach(async () => {
  w = await World.made();
  await enter('interviewer', 'Ida');
});

describe('the name of somebody who was disconnected', () => {
  beforeEach(async () => {
    await leave(await enter('candidate', 'Ada', 'ada'));
  });

  it('is reserved, in any spelling', async () => {
    await enter('candidate', 'Ada', 'another');
    await enter('candidate', 'ᴀᴅᴀ', 'third');
    assert.deepEqual(names(), ['Ada (2)', 'Ida', 'ᴀᴅᴀ (3)']);
  });

  it('cannot be taken by a rename', async () => {
    const bob = await enter('candidate', 'Bob');
    session(bob).rename('Ada');
    await w.settle();
    assert.deepEqual(names(), ['Ada (2)', 'Ida']);
  });

  it('is theirs when they return', async () => {
    await enter('candidate', 'Ada', 'another');
    await enter('candidate', 'Ada', 'ada');
    assert.deepEqual(names(), ['Ada', 'Ada (2)', 'Ida']);
  });

  it('is kept through a crash and hibernation', async () => {
    await w.settle();
    w.crash();
    await w.settle();
    await enter('candidate', 'Ada', 'another');
    assert.deepEqual(names(), ['Ada (2)', 'Ida']);
    assert.ok(await w.hibernate(), 'it was at rest');
    await enter('candidate', 'Ada', 'third');
    assert.deepEqual(names(), ['Ada (2)', 'Ada (3)', 'Ida']);
  });

  it('is free after the length of an interview', async () => {
    mock.timers.setTime(Date.now() + LIMITS.nameHeldMs);
    await enter('candidate', 'Ada', 'another');
    assert.deepEqual(names(), ['Ada', 'Ida']);
    await enter('candidate', 'Ada', 'ada');
    assert.deepEqual(names(), ['Ada', 'Ada (2)', 'Ida']);
  });
});

describe('a requested name', () => {
  it('is kept when others’ news arrive before the room has it', async () => {
    const bob = await enter('candidate', 'Bob');
    session(bob).rename('Rob');
    session(0).rename('Ada');
    w.up(0);
    w.down(bob);
    assert.deepEqual(names(bob), ['Ada', 'Bob']);
    assert.equal(session(bob).ownName, 'Rob');
    w.cut(bob);
    await w.settle();
    assert.deepEqual(names(), ['Ada', 'Rob']);
    assert.equal(session(bob).ownName, 'Rob');
  });

  it('is reset when the room refuses it, or becomes what the room makes of it', async () => {
    const bob = await enter('candidate', 'Bob');
    session(bob).rename('Interviewer');
    await w.settle();
    assert.equal(session(bob).ownName, 'Bob');
    session(bob).rename('Ida');
    await w.settle();
    assert.equal(session(bob).ownName, 'Ida (2)');
  });
});

it('a name that is changed very often is the last one that the room took', async () => {
  const bob = await enter('candidate', 'Bob');
  w.refusals.length = 0;
  for (let n = 1; n <= 25; n++) session(bob).rename(`Bob ${n}`);
  await w.settle();
  assert.deepEqual(w.refusals, Array(5).fill(sentenceFor('posted-often')));
  mock.timers.tick(60_000);
  await w.settle();
  assert.deepEqual([session(bob).ownName, names()], ['Bob 20', ['Bob 20', 'Ida']]);
});

it('names are reserved through a crash until their people return', async () => {
  const ada = await enter('candidate', 'Ada', 'ada');
  await w.settle();
  mock.timers.setTime(Date.now() + 2 * LIMITS.nameHeldMs);
  w.cut(ada, true);
  w.crash();
  // The tokens of that time have run out.
  w.vanish(0);
  assert.deepEqual(names(await enter('candidate', 'Ada', 'another')), ['Ada (2)']);
});

it('a name that two people have had is reserved while one of them is here', async () => {
  await leave(await enter('candidate', 'Ada', 'ada'));
  mock.timers.setTime(Date.now() + LIMITS.nameHeldMs);
  const another = await enter('candidate', 'Ada', 'another');
  session(another).rename('Bea');
  await w.settle();
  await enter('candidate', 'Ada', 'ada');
  await enter('candidate', 'Ada', 'third');
  assert.deepEqual(names(), ['Ada', 'Ada (2)', 'Bea', 'Ida']);
});

it('the name of a removed person is free at once', async () => {
  await enter('candidate', 'Ada', 'ada');
  const ada = session(0).people.find(({ name }) => name === 'Ada');
  session(0).standing.remove(ada?.id ?? '');
  await w.settle();
  await enter('candidate', 'Ada', 'another');
  assert.deepEqual(names(), ['Ada', 'Ida']);
});

it('two pages of one person have one name', async () => {
  await enter('candidate', 'Ada', 'ada');
  await enter('candidate', 'Ada', 'ada');
  assert.deepEqual(names(), ['Ada', 'Ida']);
});

it('somebody who returns in another role loses a name that is misleading there', async () => {
  await leave(await enter('interviewer', 'Interviewer Eve', 'eve'));
  await enter('candidate', '', 'eve');
  assert.deepEqual(names(), ['Guest 1', 'Ida']);
});

it('a new candidate does not keep an observer’s name', async () => {
  await enter('observer', 'Observer Bob');
  const bob = session(0).people.find(({ name }) => name === 'Observer Bob');
  session(0).standing.assign(bob?.id ?? '', 'candidate');
  await w.settle();
  assert.deepEqual(names(), ['Guest 1', 'Ida']);
});

it('a guest name that somebody has chosen is not assigned to others', async () => {
  await enter('candidate', 'Guest l');
  await enter('candidate', '');
  assert.deepEqual(names(), ['Guest 2', 'Guest l', 'Ida']);
});

it('names in the lobby are distinct from those inside, from each other, and from roles', async () => {
  w = await World.made({ lobby: true });
  await enter('interviewer', 'Ida');
  await enter('candidate', 'Idа', 'one');
  await enter('candidate', 'Bob', 'two');
  await enter('candidate', 'B0b', 'three');
  await enter('candidate', 'lnterviewer', 'four');
  assert.deepEqual(
    session(0).standing.waiting.map(({ name }) => name),
    ['Idа (2)', 'Bob', 'B0b (2)', 'Guest'],
  );
});

it('a newcomer’s name is compared with all in the lobby, whose skeletons are computed once', async () => {
  w = await World.made({ lobby: true });
  await enter('interviewer', 'Ida');
  const normalize = mock.method(String.prototype, 'normalize');
  const costs: number[] = [];
  for (let n = 0; n < 30; n++) {
    const token = await w.token('candidate', `Person ${n}`);
    const before = normalize.mock.callCount();
    await w.join({ token });
    costs.push(normalize.mock.callCount() - before);
  }
  assert.equal(session(0).standing.waiting.length, 30);
  const [early, late] = [Math.max(...costs.slice(2, 8)), Math.max(...costs.slice(-6))];
  assert.ok(late < early + 12, `${early}, later ${late}`);
});
