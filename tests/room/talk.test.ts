/** The talk with the AI: a question and its answer stay together, however long they are. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { readTalk, TALK_LIMITS } from '../../party/shared/talk.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const LONG_QUESTION = '漢'.repeat(TALK_LIMITS.question);
const LONG_ANSWER = '漢'.repeat(TALK_LIMITS.answer);

let w: World;
let ben: number;
let runs = 0;

const talk = () => readTalk(w.sessions[ben]?.documents.talk.text.toString() ?? '');

interface Asked {
  token: string;
  run: string;
  question: number;
}

async function ask(name: string, text = LONG_QUESTION): Promise<Asked> {
  const token = await w.token('candidate', name);
  const run = `run-${++runs}`;
  const answer = await w.command({ type: 'consult', token, run, step: 'begin', text });
  assert.ok(answer.ok && answer.value.question > 0);
  await w.settle();
  return { token, run, question: answer.value.question };
}

async function answer(asked: Asked, text = LONG_ANSWER): Promise<void> {
  await w.command({ type: 'consult', ...asked, step: 'end', text, state: 'done', sentence: '' });
  await w.settle();
}

describe('a long answer of the AI', () => {
  beforeEach(async () => {
    w = await World.made({ ai: 'allowed' });
    ben = await w.join({ token: await w.token('candidate', 'Ben'), name: 'Ben' });
  });

  it('stays with its question, and the oldest give way', async () => {
    for (let n = 1; n <= 4; n++) {
      const asked = await ask('Ben');
      await answer(asked);
      const last = talk().at(-1);
      assert.deepEqual(
        [last?.question.id, last?.question.text.length, last?.answer?.text.length],
        [asked.question, TALK_LIMITS.question, TALK_LIMITS.answer],
        `exchange ${n}`,
      );
    }
    assert.ok(talk().length < 4);
  });

  it('leaves questions that are still being answered in their place', async () => {
    const first = await ask('Ben');
    const second = await ask('Eve');
    await answer(second);
    await answer(await ask('Ann', 'Short.'));
    await answer(first, 'At last.');
    const exchange = talk().find(({ question }) => question.id === first.question);
    assert.equal(exchange?.answer?.text, 'At last.');
  });

  it('does not keep questions for which the room no longer waits, since it was loaded anew', async () => {
    const lost = [await ask('Ben'), await ask('Eve'), await ask('Ann')];
    w.crash();
    await w.settle();
    for (let n = 1; n <= 4; n++) await answer(await ask('Joe'));
    const left = talk().map(({ question }) => question.id);
    assert.ok(left.length > 0 && !lost.some(({ question }) => left.includes(question)), `${left}`);
  });
});
