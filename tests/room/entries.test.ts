/** What people post: the chat, the timer, moments. The room says who posted it and when, and tells it to those who may read it. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Documents } from '../../components/session/sync/documents.js';
import { postChatMessage, postMoment, postTimer } from '../../components/session/sync/entries.js';
import type { Report } from '../../party/commands/report.js';
import { reportMarkdown } from '../../party/commands/report.js';
import {
  type ChatEntry,
  ENTRY_LIMITS,
  hasOlder,
  type MomentEntry,
  readEntries,
  readTimer,
  timerState,
} from '../../party/shared/entries.js';
import { INTERVIEWER_CHAT_DOCUMENT, MOMENTS_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const PRIVATE = [INTERVIEWER_CHAT_DOCUMENT, MOMENTS_DOCUMENT];

let w: World;
let ada: number;
let grace: number;
let ben: number;
let oda: number;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

const documents = (index: number): Documents => session(index).documents;
const comes = async (role: Role, name: string) => w.join({ token: await w.token(role, name), name });
const words = (index: number) => readEntries<ChatEntry>(documents(index).chat.text.toString());
const asides = (index: number) => readEntries<ChatEntry>(documents(index).interviewerChat.text.toString());
const moments = (index: number) => readEntries<MomentEntry>(documents(index).moments.text.toString());
const timer = (index: number) => readTimer(documents(index).timer.text.toString());

/** What the room has answered, once all that is on its way has arrived. */
async function settled<T>(asked: Promise<T>): Promise<T> {
  const answer = asked.catch((error: unknown) => error as T);
  await w.settle();
  const result = await answer;
  if (result instanceof Error) throw result;
  return result;
}

describe('what people post', () => {
  beforeEach(async () => {
    w = await World.made({});
    ada = await comes('interviewer', 'Ada');
    grace = await comes('interviewer', 'Grace');
    ben = await comes('candidate', 'Ben');
    oda = await comes('observer', 'Oda');
  });

  it('in the chat: everybody reads it, with the name and the time that the room gives it', async () => {
    await settled(postChatMessage(documents(ben), 'May I use `heapq`?', 'all'));
    await settled(postChatMessage(documents(ada), 'Yes.', 'all'));
    for (const index of [ada, grace, ben, oda]) {
      assert.deepEqual(
        words(index).map(({ id, name, text }) => [id, name, text]),
        [
          [1, 'Ben', 'May I use `heapq`?'],
          [2, 'Ada', 'Yes.'],
        ],
      );
      assert.equal(words(index)[0]?.by, session(ben).self?.id);
    }
    assert.deepEqual(
      (await (async () => words(await comes('candidate', 'Late')))()).map(({ text }) => text),
      ['May I use `heapq`?', 'Yes.'],
    );
  });

  it('among interviewers reaches nobody else, in no frame', async () => {
    const peers = async () => [await RawPeer.as(w, 'candidate', PRIVATE), await RawPeer.as(w, 'observer', PRIVATE)];
    const early = await peers();
    await settled(postChatMessage(documents(ada), 'canary-aside', 'interviewers'));
    await settled(postMoment(documents(ada), { kind: 'doubt', text: 'canary-moment' }));
    assert.deepEqual(
      [asides(grace), moments(grace)].map(([entry]) => entry?.text),
      ['canary-aside', 'canary-moment'],
    );
    for (const index of [ben, oda, await comes('candidate', 'Late')]) {
      assert.deepEqual([asides(index), moments(index)], [[], []]);
      assert.equal(documents(index).interviewerChat.synced, false);
    }
    for (const peer of [...early, ...(await peers())]) {
      assert.doesNotMatch(peer.text, /canary/);
      for (const document of PRIVATE) assert.ok(!peer.documents.includes(document));
    }
  });

  it('a moment names the file that the interviewer saw, and its version', async () => {
    w.type(ben, 'x = 1');
    await w.settle();
    await settled(postMoment(documents(ada), { kind: 'good', text: '' }));
    const [moment] = moments(ada);
    assert.deepEqual([moment?.kind, moment?.file, moment?.version], ['good', 'main.py', 1]);
  });

  it('what says nothing, or too much, is refused with a sentence, and nothing changes', async () => {
    await assert.rejects(settled(postChatMessage(documents(ben), ' \n ', 'all')), {
      message: 'Write something first.',
    });
    await assert.rejects(settled(postChatMessage(documents(ben), 'x'.repeat(ENTRY_LIMITS.text + 1), 'all')), {
      message: 'This is too long: at most 2000 characters. Send it in parts.',
    });
    await assert.rejects(settled(postTimer(documents(ada), { phases: [{ name: 'code', minutes: 0 }] })), {
      message: 'Give minutes as a number of at most 600.',
    });
    assert.deepEqual([words(ada), timer(ada)], [[], null]);
  });

  it('one line each, whatever is in it', async () => {
    await settled(postChatMessage(documents(ben), 'a\r\nb\n{"id":9,"by":"Ada","at":1}', 'all'));
    assert.deepEqual(
      words(ada).map(({ by, text }) => [by, text]),
      [[session(ben).self?.id, 'a\nb\n{"id":9,"by":"Ada","at":1}']],
    );
  });

  it('the oldest lines leave the chat when it is long, and it goes on', async () => {
    let cuts = 0;
    const { chat } = documents(ben);
    for (let count = 1; count <= 80; count++) {
      const before = chat.text.length;
      await settled(postChatMessage(documents(ada), `${count} ${'é'.repeat(1_900)}`, 'all'));
      mock.timers.tick(1_000);
      if (chat.text.length < before) cuts++;
    }
    const kept = words(ben);
    assert.ok(documents(ben).chat.text.length < ENTRY_LIMITS.bytes);
    assert.ok(kept.length > 10 && kept.length < 80);
    assert.ok(cuts <= 5, `it gave way ${cuts} times`);
    assert.equal(kept.at(-1)?.text.split(' ')[0], '80');
    assert.deepEqual([hasOlder(kept), hasOlder(asides(ada)), hasOlder(moments(ada))], [true, false, false]);
    const report = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
    assert.equal(report.ok, true);
    const [, chatted = ''] = reportMarkdown((report as { value: unknown }).value as Report).split('## Chat');
    assert.equal(chatted.trim().split('\n')[0], 'What was before is in the replay only.');
  });

  it('somebody who floods the chat is told to wait', async () => {
    const all = Array.from({ length: 60 }, (_, count) => postChatMessage(documents(ben), `${count}`, 'all'));
    const results = await (async () => {
      const settledAll = Promise.allSettled(all);
      await w.settle();
      return settledAll;
    })();
    assert.ok(results.some(({ status }) => status === 'rejected'));
    assert.ok(words(ada).length === 20);
  });

  describe('the timer', () => {
    const PHASES = [
      { name: 'read', minutes: 5 },
      { name: 'code', minutes: 25 },
      { name: 'discuss', minutes: 10 },
    ];
    const state = (index: number, after = 0) => {
      const found = timer(index);
      assert.ok(found);
      return timerState(found, Date.now() + after * 60_000, session(index).self?.id ?? '');
    };

    it('goes through its phases for everybody, from when an interviewer starts it', async () => {
      await settled(postTimer(documents(ada), { phases: PHASES }));
      assert.deepEqual(state(ben), { phase: 0, leftMs: 5 * 60_000, running: false });
      await settled(postTimer(documents(ada), { running: true }));
      assert.deepEqual(state(ben, 2), { phase: 0, leftMs: 3 * 60_000, running: true });
      assert.deepEqual(state(oda, 10), { phase: 1, leftMs: 20 * 60_000, running: true });
      assert.deepEqual(state(ben, 45), { phase: 2, leftMs: -5 * 60_000, running: true });
    });

    it('stands still in a pause, and goes on from there', async () => {
      const passes = async (seconds: number) => {
        mock.timers.tick(seconds * 1_000);
        await w.settle();
      };
      await settled(postTimer(documents(ada), { phases: PHASES, running: true }));
      await passes(10);
      await settled(postTimer(documents(grace), { running: false }));
      await passes(15);
      assert.deepEqual(state(ben), { phase: 0, leftMs: 290_000, running: false });
      await settled(postTimer(documents(ada), { running: true }));
      await passes(5);
      assert.deepEqual(state(ben), { phase: 0, leftMs: 285_000, running: true });
    });

    it('has more time for everybody, and for one person', async () => {
      const person = session(ben).self?.id ?? '';
      await settled(postTimer(documents(ada), { phases: PHASES, running: true, extraMinutes: 5 }));
      await settled(postTimer(documents(ada), { extraFor: { [person]: 10 } }));
      assert.deepEqual(
        [state(ben, 40), state(oda, 40)].map(({ leftMs }) => leftMs / 60_000),
        [15, 5],
      );
      await settled(postTimer(documents(ada), { phases: [] }));
      assert.equal(timer(ben), null);
    });

    it('has more time for two people to whom two interviewers give it at the same moment', async () => {
      await settled(postTimer(documents(ada), { phases: PHASES, running: true }));
      const [one, other] = [session(ben).self?.id ?? '', session(oda).self?.id ?? ''];
      const both = [
        postTimer(documents(ada), { extraFor: { [one]: 5 } }),
        postTimer(documents(grace), { extraFor: { [other]: 10 } }),
      ];
      await settled(Promise.all(both));
      assert.deepEqual(timer(ben)?.extraFor, { [one]: 5, [other]: 10 });
      await settled(postTimer(documents(ada), { extraFor: {} }));
      await settled(postTimer(documents(ada), { extraFor: { [one]: 0 } }));
      assert.deepEqual(timer(ben)?.extraFor, { [other]: 10 });
      const many = Object.fromEntries(Array.from({ length: ENTRY_LIMITS.people }, (_, n) => [`person ${n}`, 5]));
      await assert.rejects(settled(postTimer(documents(ada), { extraFor: many })), {
        message: 'At most 50 people can have time of their own. Take it away from somebody first.',
      });
      assert.deepEqual(timer(ben)?.extraFor, { [other]: 10 });
    });

    it('tells the time of the room to whoever comes while it runs', async () => {
      await settled(postTimer(documents(ada), { phases: PHASES, running: true }));
      const late = await comes('candidate', 'Late');
      assert.equal(session(late).standing.clockAhead, 0);
      session(late).standing.clockAhead = 99;
      await settled(postTimer(documents(ada), { running: false }));
      assert.equal(session(late).standing.clockAhead, 0);
    });
  });

  it('stays through a crash of the room, and in the replay', async () => {
    await settled(postChatMessage(documents(ben), 'Hello.', 'all'));
    await w.settle();
    w.crash();
    await w.settle();
    assert.deepEqual(
      words(ada).map(({ text }) => text),
      ['Hello.'],
    );
    const later = await settled(postChatMessage(documents(ben), 'Again.', 'all')).then(() => words(ada));
    assert.deepEqual(
      later.map(({ id }) => id),
      [1, 2],
    );
  });
});
