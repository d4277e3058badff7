/** An edit sent in parts is in the room completely or not at all, even when its author cannot finish it. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { FIRST_SENTENCES } from '../../components/session/refusal/session-refusal.js';
import type { Session } from '../../components/session/session.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { amount, seed } from '../amount.js';
import { Dice, World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const MINUTE = 60_000;
const PLACES = 9_000;
const TEXT = 'ab'.repeat(PLACES);

let w: World;
/** The copies that the author was offered. */
let offered: { text: string; sentence: string }[];
const [ADA, BEN] = [0, 1];
const session = (index: number): Session => w.sessions[index] as Session;

async function enter(role: 'interviewer' | 'candidate', name: string): Promise<number> {
  const index = await w.join({ token: await w.token(role, name) });
  await w.until(() => session(index).status === 'live');
  return index;
}

/** Ada interviews, Ben has begun to put an arrow into every second place: `parts` of five have arrived. */
async function begin(parts: number): Promise<void> {
  w = await World.made({ code: TEXT });
  await enter('interviewer', 'Ada');
  await enter('candidate', 'Ben');
  offered = [];
  session(BEN).addEventListener('refused', (event) => {
    const { lost: text, sentence } = event as RefusedEvent;
    if (text !== undefined) offered.push({ text, sentence });
  });
  w.edit(
    BEN,
    Array.from({ length: PLACES }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: '→' })),
  );
  for (let n = 0; n < parts; n++) await step();
}

/** One part arrives, and its author hears so. */
async function step(): Promise<void> {
  w.up(BEN);
  for (let m = 0; m < 40; m++) await Promise.resolve();
  while ((w.wires[BEN]?.down.length ?? 0) > 0) w.down(BEN);
  while ((w.wires[ADA]?.down.length ?? 0) > 0) w.down(ADA);
}

/** And hears that the room has it. */
function adaTypes(text: string, at?: number): void {
  w.type(ADA, text, at);
  w.up(ADA);
  while ((w.wires[ADA]?.down.length ?? 0) > 0) w.down(ADA);
}

async function decides(action: (standing: Session['standing']) => void): Promise<void> {
  action(session(ADA).standing);
  await w.settle();
  await w.settle();
}

const ben = () => session(ADA).people.find(({ name }) => name === 'Ben')?.id ?? '';

describe('an edit of which only some parts have arrived', () => {
  beforeEach(async () => {
    await begin(2);
    assert.match(w.text(ADA), /^(→b){4000}(ab)+$/);
    // Others go on meanwhile, before it, in it and behind it.
    adaTypes('# ', 0);
    adaTypes('!', 1_003);
    await step();
    adaTypes('?');
  });

  const without = `# ${TEXT.slice(0, 1_001)}!${TEXT.slice(1_001)}?`;
  const whole = `# ${'→b'.repeat(500)}→!b${'→b'.repeat(PLACES - 501)}?`;
  const copy = { text: whole, sentence: FIRST_SENTENCES['edit-taken-back'] };

  it('is complete when the rest arrives', async () => {
    await w.settle();
    w.agree(whole);
    assert.deepEqual(offered, []);
    await decides((standing) => standing.end(true));
    w.agree(whole);
  });

  it('is undone when the room ends, for everybody, on disk, and for its author, who is offered a copy', async () => {
    await decides((standing) => standing.end(true));
    w.agree(without);
    assert.deepEqual(offered.slice(0, 1), [copy]);
    w.crash();
    await w.settle();
    w.agree(without);
    await w.reload(BEN);
    await decides((standing) => standing.end(false));
    w.type(BEN, 'later');
    await w.settle();
    w.agree(`${without}later`);
  });

  it('is undone when its author becomes an observer', async () => {
    await decides((standing) => standing.assign(ben(), 'observer'));
    w.agree(without);
    assert.deepEqual(offered.slice(0, 1), [copy]);
    await decides((standing) => standing.assign(ben(), 'candidate'));
    w.type(BEN, 'later');
    await w.settle();
    w.agree(`${without}later`);
  });

  it('is undone at once when its author is removed', async () => {
    await decides((standing) => standing.remove(ben()));
    assert.equal(w.text(ADA), without);
  });

  it('waits for an author who was disconnected, but not without end', async () => {
    w.cut(BEN, true);
    await w.settle();
    mock.timers.tick(4 * MINUTE);
    await w.settle();
    assert.match(w.text(ADA), /→ba/);
    await w.back(BEN);
    await w.settle();
    w.agree(whole);

    await begin(3);
    w.cut(BEN, true);
    w.type(BEN, 'later');
    mock.timers.tick(6 * MINUTE);
    await w.settle();
    assert.equal(w.text(ADA), TEXT);
    await w.back(BEN);
    await w.settle();
    w.agree(`${TEXT}later`);
    assert.deepEqual(offered, [{ text: `${'→b'.repeat(PLACES)}later`, sentence: FIRST_SENTENCES['edit-taken-back'] }]);
  });

  it('waits from the latest disconnect on', async () => {
    w.cut(BEN, true);
    await w.settle();
    mock.timers.tick(3 * MINUTE);
    await w.back(BEN);
    w.cut(BEN, true);
    mock.timers.tick(4 * MINUTE);
    await w.settle();
    assert.match(w.text(ADA), /→ba/);
    mock.timers.tick(2 * MINUTE);
    await w.settle();
    assert.equal(w.text(ADA), without);
  });

  it('is kept when all parts have arrived, whoever leaves', async () => {
    await w.settle();
    w.cut(BEN, true);
    mock.timers.tick(10 * MINUTE);
    await decides((standing) => standing.end(true));
    assert.equal(w.text(ADA), whole);
  });
});

it('is not undone in the next room of the name when its own has been deleted', async () => {
  w = await World.of(2);
  w.type(ADA, 'word\n'.repeat(3_000));
  await w.settle();
  w.edit(
    BEN,
    Array.from({ length: 7_000 }, (_, n) => ({ from: n * 2, insert: '→' })),
  );
  await step();
  assert.match(w.text(ADA), /→/);
  w.cut(BEN, true);
  await w.lifecycle.delete('deleted');
  const next = await w.join({ personKey: 'somebody else' });
  w.type(next, 'new');
  await w.settle();
  let changes = 0;
  w.record = (_, direction, frame) => {
    if (direction === '<' && decodeRoomMessage(frame).type === 'change') changes++;
  };
  mock.timers.tick(6 * MINUTE);
  await w.settle();
  assert.equal(changes, 0);
  assert.equal(w.text(next), 'new');
});

it(`is undone without others’ edits in it, wherever those are (seed ${seed})`, async () => {
  for (let world = 0; world < amount(20, 300); world++) {
    const dice = new Dice(seed * 1000 + world);
    w = await World.of(3);
    w.type(ADA, 'word\n'.repeat(3_000));
    await w.settle();
    const before = w.text(ADA);
    const at = () => dice.below(w.text(ADA).length);
    w.edit(
      BEN,
      Array.from({ length: 7_000 }, (_, n) => ({
        from: n * 2,
        to: n * 2 + dice.below(2),
        insert: '→'.repeat(dice.below(3)),
      })),
    );
    let others = '';
    for (let part = 0; part < 2; part++) {
      await step();
      for (let n = dice.below(4); n > 0; n--) {
        const letter = String.fromCharCode(65 + dice.below(26));
        others += letter;
        w.type(ADA, letter, at());
        w.up(ADA);
      }
    }
    w.cut(BEN, true);
    mock.timers.tick(6 * MINUTE);
    await w.settle();
    assert.equal(w.text(ADA).replace(/[A-Z]/g, ''), before, `world ${world}`);
    assert.equal([...w.text(ADA).replace(/[^A-Z]/g, '')].sort().join(''), [...others].sort().join(''));
    await w.back(BEN);
    await w.settle();
    w.agree(w.text(ADA));
  }
});
