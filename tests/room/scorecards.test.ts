/** Scorecards are blind: nobody is sent what another interviewer has scored before their own is handed in and on disk. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { OwnScorecard } from '../../components/interview/own-scorecard.js';
import { handInScorecard, postScorecard } from '../../components/session/sync/entries.js';
import type { Replay } from '../../party/commands/history.js';
import { readEntries } from '../../party/shared/entries.js';
import { OPEN_SCORECARDS, SCORES_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { type HandedIn, lastHandedIn, type Scorecard, type ScorecardEntry } from '../../party/shared/scorecard.js';
import { amount, seed } from '../amount.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { dropTabStorage, makeTabStorage } from '../fixtures/tab-storage.js';
import { Dice, World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const ALL = Array.from({ length: 1 + OPEN_SCORECARDS }, (_, index) => SCORES_DOCUMENT + index);
const CANARY = /canary/;

let w: World;
let ada: number;
let grace: number;
let ben: number;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const documents = (index: number) => session(index).documents;
const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const own = (index: number) =>
  documents(index)
    .scorecards.slice(1)
    .flatMap(({ text }) => readEntries<ScorecardEntry>(text.toString()));
const handedIn = (index: number) => readEntries<HandedIn>(documents(index).scorecards[0]?.text.toString() ?? '');
/** All that a session holds. */
const known = (index: number) =>
  documents(index)
    .scorecards.map(({ text }) => text.toString())
    .join('');

function card(level: number, evidence: string, summary = ''): Scorecard {
  return { scores: [{ question: 0, criterion: 'The code', level, evidence, moment: 0, word: '' }], summary };
}

/** What the room has answered, once all that is on its way has arrived. */
async function settled<T>(asked: Promise<T>): Promise<T> {
  const answer = asked.catch((error: unknown) => error as T);
  await w.settle();
  const result = await answer;
  if (result instanceof Error) throw result;
  return result;
}

async function replayOf(name: string, role: Role = 'interviewer'): Promise<string> {
  const answer = await w.command({ type: 'replay', token: await w.token(role, name) });
  assert.ok(answer.ok);
  const { documents: all } = answer.value as Replay;
  return all.map(({ id, text, stretches }) => [id, text, ...stretches.map((one) => atob(one))].join(' ')).join('\n');
}

describe('a scorecard', () => {
  beforeEach(async () => {
    w = await World.made({});
    ada = await comes('interviewer', 'Ada');
    grace = await comes('interviewer', 'Grace');
    ben = await comes('candidate', 'Ben');
  });

  it('that is worked on reaches its owner alone, on all of their pages, and no byte of it anybody else', async () => {
    const tab = await comes('interviewer', 'Ada');
    const early = [await RawPeer.as(w, 'interviewer', ALL), await RawPeer.as(w, 'candidate', ALL)];
    await settled(postScorecard(documents(ada), card(3, 'canary-one')));
    await settled(postScorecard(documents(ada), card(2, 'canary-two')));
    for (const index of [ada, tab])
      assert.deepEqual(
        own(index).map(({ name, scores }) => [name, scores[0]?.level, scores[0]?.evidence]),
        [['Ada', 2, 'canary-two']],
      );
    const late = [await RawPeer.as(w, 'interviewer', ALL), await RawPeer.as(w, 'observer', ALL)];
    for (const peer of [...early, ...late]) {
      assert.doesNotMatch(peer.text, CANARY);
      assert.ok(!peer.documents.some((document) => ALL.includes(document)));
    }
    for (const index of [grace, ben, await comes('interviewer', 'Late')]) assert.equal(known(index), '');
  });

  for (const ended of [false, true])
    it(`that was not sent is nowhere in the tab once the room is deleted${ended ? ' after its end' : ''}, also where that is heard at a reload`, async () => {
      const kept = makeTabStorage();
      const page = new AbortController();
      const enters = () => new OwnScorecard(session(ada), 'room', () => {}, page.signal);
      const written = enters();
      written.change(card(2, 'canary'));
      const before = [...kept, ['code-room:scorecard:another:1', 'of another room'] as const];
      assert.equal(before.length, 2);
      for (const [name, value] of before) kept.set(name, value);
      if (ended) session(ada).standing.end(true);
      await w.settle();
      await w.command({ type: 'delete', token: await w.token('interviewer', 'Grace') });
      await w.settle();
      mock.timers.tick(20_000);
      assert.deepEqual([session(ada).status, written.unsent], ['ended', null]);
      written.change(card(3, 'canary'));
      assert.deepEqual([...kept.values()], ['of another room']);
      for (const [name, value] of before) kept.set(name, value);
      enters();
      assert.deepEqual([...kept.values()], ['of another room']);
      page.abort();
      dropTabStorage();
    });

  it('that is handed in reaches those who have handed in theirs, and before that nobody', async () => {
    await settled(handInScorecard(documents(ada), card(4, 'canary-ada', 'canary-summary')));
    await settled(postScorecard(documents(grace), card(1, 'mine')));
    const before = await RawPeer.as(w, 'interviewer', ALL);
    const late = await comes('interviewer', 'Late');
    for (const index of [grace, ben, late]) assert.doesNotMatch(known(index), CANARY);
    assert.doesNotMatch(before.text, CANARY);
    assert.doesNotMatch(await replayOf('Grace'), CANARY);
    assert.match(await replayOf('Ada'), CANARY);

    await settled(handInScorecard(documents(grace), card(1, 'no tests')));
    for (const index of [ada, grace])
      assert.deepEqual(
        handedIn(index).map(({ name, scores }) => [name, scores[0]?.level]),
        [
          ['Ada', 4],
          ['Grace', 1],
        ],
      );
    assert.match(await replayOf('Grace'), CANARY);
    assert.doesNotMatch(before.text, CANARY);
    for (const index of [ben, late]) assert.equal(known(index), '');
  });

  it('shows the others’ only when it cannot be lost any more', async () => {
    await settled(handInScorecard(documents(ada), card(4, 'canary-ada')));
    w.storage.instant = false;
    const asked = handInScorecard(documents(grace), card(1, 'mine')).catch(() => undefined);
    for (let turn = 0; turn < 50; turn++) {
      while ((w.wires[grace]?.up.length ?? 0) > 0) w.up(grace);
      while ((w.wires[grace]?.down.length ?? 0) > 0) w.down(grace);
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.doesNotMatch(known(grace), CANARY);
    w.crash();
    await w.settle();
    await asked;
    assert.doesNotMatch(known(grace), CANARY);
    await settled(handInScorecard(documents(grace), card(1, 'mine')));
    assert.match(known(grace), CANARY);
  });

  it('stays whose it is through crashes, reloads and hibernation', async () => {
    await settled(postScorecard(documents(ada), card(3, 'canary-ada')));
    await settled(handInScorecard(documents(grace), card(2, 'canary-grace')));
    w.crash();
    await w.settle();
    await w.reload(ada);
    await w.settle();
    await w.hibernate();
    await w.settle();
    assert.equal(own(ada)[0]?.scores[0]?.evidence, 'canary-ada');
    assert.doesNotMatch(known(ada), /canary-grace/);
    assert.doesNotMatch(known(grace), /canary-ada/);
    assert.equal(handedIn(grace).length, 1);
    await settled(postScorecard(documents(ada), card(4, 'canary-again')));
    assert.doesNotMatch(known(grace), /canary-again/);
    assert.equal(own(ada).length, 1);
  });

  it('is handed in again, and says when; its first and its last stay in sight, the log keeps all', async () => {
    for (const level of [1, 2, 3]) {
      await settled(handInScorecard(documents(ada), card(level, `reason ${level}`)));
      mock.timers.tick(60_000);
    }
    assert.deepEqual(
      handedIn(ada).map(({ scores, times }) => [scores[0]?.level, times.length]),
      [
        [1, 1],
        [3, 3],
      ],
    );
    assert.deepEqual(
      lastHandedIn(handedIn(ada)).map(({ scores }) => scores[0]?.level),
      [3],
    );
    assert.match(await replayOf('Ada'), /reason 2/);
  });

  it('counts only with evidence: a note or a moment', async () => {
    await assert.rejects(settled(handInScorecard(documents(ada), { scores: [], summary: 'Good.' })), {
      message: 'Score a criterion first: a level from 1 to 4, and what it rests on.',
    });
    await assert.rejects(settled(handInScorecard(documents(ada), card(3, '  '))), {
      message: 'Write what the level of “The code” rests on, or choose a moment.',
    });
    const [score] = card(3, '').scores;
    assert.ok(score);
    await settled(handInScorecard(documents(ada), { scores: [{ ...score, moment: 1 }], summary: '' }));
    assert.equal(handedIn(ada).length, 1);
  });

  it('is handed in after the end of the room as well', async () => {
    session(ada).standing.end(true);
    await w.settle();
    await settled(postScorecard(documents(ada), card(3, 'x')));
    await settled(handInScorecard(documents(ada), card(3, 'x')));
    assert.equal(handedIn(ada).length, 1);
  });

  it('of candidates there is none', async () => {
    for (const post of [postScorecard, handInScorecard])
      await assert.rejects(settled(post(documents(ben), card(4, 'x'))), {
        message: 'There is no such file in this room.',
      });
  });

  it('one person takes one place, and whoever finds none hands in at once', async () => {
    for (let index = 0; index < OPEN_SCORECARDS; index++) {
      const who = index === 0 ? ada : await comes('interviewer', `Person ${index}`);
      await settled(postScorecard(documents(who), card(2, 'x')));
      await settled(postScorecard(documents(who), card(3, 'x')));
    }
    await assert.rejects(settled(postScorecard(documents(grace), card(2, 'x'))), /keeps 7 scorecards/);
    await settled(handInScorecard(documents(grace), card(2, 'x')));
    assert.equal(handedIn(grace).length, 1);
  });

  it('that nobody could have written is refused, and nothing changes', async () => {
    const [score] = card(3, 'x').scores;
    assert.ok(score);
    const bad: unknown[] = [
      null,
      [],
      { scores: {} },
      { scores: [null] },
      { scores: [{ ...score, level: 5 }] },
      { scores: [{ ...score, level: 1.5 }] },
      { scores: [{ ...score, criterion: ' ' }] },
      { scores: [{ ...score, evidence: 'x'.repeat(1_001) }] },
      { scores: [{ ...score, moment: -1 }] },
      { scores: Array.from({ length: 101 }, () => score) },
      { scores: [score], summary: 'x'.repeat(4_001) },
      { scores: Array.from({ length: 20 }, () => ({ ...score, evidence: 'x'.repeat(1_000) })) },
    ];
    for (const entry of bad)
      for (const post of [postScorecard, handInScorecard])
        await assert.rejects(settled(post(documents(ada), entry as Scorecard)), Error, JSON.stringify(entry));
    mock.timers.tick(60_000);
    assert.equal(known(ada), '');
  });

  it('is blind whatever happens: crashes, reloads, cut connections, hibernation', async () => {
    for (let run = 0; run < amount(15, 300); run++) await blindWorld(seed + run);
  });
});

/** What is kept says `kept` and its owner, what is handed in `final`: neither is ever where it must not be. */
async function blindWorld(from: number): Promise<void> {
  const dice = new Dice(from);
  w = await World.made({});
  const names = ['Ada', 'Grace', 'Barbara'];
  for (const name of names) await comes('interviewer', name);
  const ben = await comes('candidate', 'Ben');
  w.storage.instant = dice.chance(30);
  const asked = new Set<number>();
  for (let step = 0; step < 40; step++) {
    const who = dice.below(names.length);
    const roll = dice.below(100);
    if (roll < 25) void postScorecard(documents(who), card(2, `kept-${names[who]}`)).catch(() => undefined);
    else if (roll < 35) {
      asked.add(who);
      void handInScorecard(documents(who), card(3, `final-${names[who]}`)).catch(() => undefined);
    } else if (roll < 55) w.up(who);
    else if (roll < 75) w.down(dice.below(names.length + 1));
    else if (roll < 80) w.storage.disk(1 + dice.below(3));
    else if (roll < 85) w.cut(who);
    else if (roll < 90) await w.back(who);
    else if (roll < 93) await w.reload(who);
    else if (roll < 96) await w.hibernate();
    else if (roll < 98) w.crash();
    else await w.settle();
    if (dice.chance(20)) mock.timers.tick(2_000);
    blind();
  }
  await w.settle();
  blind();
  assert.equal(known(ben), '');

  function blind(): void {
    for (const [index, name] of names.entries()) {
      const others = names.filter((other) => other !== name);
      for (const other of others) assert.ok(!known(index).includes(`kept-${other}`), `seed ${from}: ${name}`);
      if (!asked.has(index)) assert.doesNotMatch(known(index), /final/, `seed ${from}: ${name}`);
    }
  }
}
