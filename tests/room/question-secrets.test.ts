/** Parts of questions that candidates and observers must not see are in none of their messages and HTTP answers. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { RoomAnswer, RoomCommand } from '../../party/commands/command.js';
import { ADDED_DOCUMENTS, QUESTION_DESK_DOCUMENT } from '../../party/shared/protocol.js';
import { type Question, questionFaults } from '../../party/shared/question.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const SECRET = 'canary-5e77';
/** Of all files a room here can have, and all that is beside them. */
const DOCUMENTS = [
  ...Array.from({ length: QUESTION_DESK_DOCUMENT + 1 }, (_, id) => id),
  ...Array.from({ length: 20 }, (_, id) => ADDED_DOCUMENTS + id),
];

/** All that waits says so; of one that is shown all that is not yet. */
function question(id: string, shown: boolean): Question {
  const early = shown ? '' : SECRET;
  const made: Question = {
    ...{ id, level: 2, minutes: 20, title: `${id} ${early}`, brief: `${id} ${early}`, topics: [] },
    hints: [SECRET],
    followUps: [SECRET],
    rubric: [{ criterion: SECRET, levels: [SECRET, 'b', 'c', 'd'] }],
    stages: [{ title: SECRET, brief: SECRET, tests: [`${SECRET} test`], files: { python: [`${SECRET}.py`] } }],
    languages: {
      python: {
        entry: 'main.py',
        starter: [
          { name: 'main.py', text: `${id} ${early}\n` },
          { name: `${SECRET}.py`, text: SECRET },
        ],
        tests: [
          { name: `${id} ${early}`, kind: 'io', stdin: early, stdout: early },
          { name: `${SECRET} test`, kind: 'io', stdin: SECRET, stdout: SECRET },
        ],
        hidden: [{ name: `${SECRET} hidden`, kind: 'code', file: `${SECRET}_test.py` }],
        hiddenFiles: [{ name: `${SECRET}_test.py`, text: SECRET }],
        solution: [{ name: 'main.py', text: SECRET }],
      },
    },
  };
  assert.deepEqual(questionFaults(made), []);
  return made;
}

async function command<C extends RoomCommand>(w: World, asks: C): Promise<RoomAnswer<C['type']>> {
  let answer: RoomAnswer<C['type']> | undefined;
  void w.command(asks).then((given) => {
    answer = given;
  });
  await w.until(() => answer !== undefined);
  return answer ?? assert.fail();
}

/** Everything that can be said of a document, whoever may. */
function about(peer: RawPeer, document: number, version: number): void {
  const request = document + 1;
  const change = ChangeSet.of({ from: 0, insert: 'x' }, 0);
  peer.says({ type: 'point', document, version: 0, anchor: 0, head: 0 });
  for (const known of [0, version]) peer.says({ type: 'check', document, version: known, hash: 1 });
  peer.says({ type: 'seed', document, language: 'python', text: 'x', more: false });
  peer.says({ type: 'start', request, document, version: 0, language: 'python' });
  peer.says({ type: 'restore-file', request, document });
  peer.says({ type: 'move-file', request, document, index: 0 });
  peer.says({ type: 'choose-entry', request, document });
  peer.says({ type: 'protect-file', request, document, readonly: false, hidden: false });
  peer.says({ type: 'describe', document, name: `renamed-${document}.py`, language: 'python' });
  peer.says({ type: 'submit', document, base: 0, sequence: 1, change });
}

it('only interviewers get the parts of a question that were not shown', async () => {
  const w = await World.made();
  const ask = { type: 'ask', token: await w.token('interviewer', 'Ada') } as const;
  const ada = await w.join({ token: ask.token, name: 'Ada' });
  const early = [await RawPeer.as(w, 'candidate', []), await RawPeer.as(w, 'observer', DOCUMENTS)];
  for (const [id, shown] of [
    ['one', true],
    ['waits', false],
    ['two', true],
  ] as const)
    assert.ok((await command(w, { ...ask, question: question(id, shown), reveal: shown })).ok);
  await w.settle();
  const { hiddenTests, hiddenResults } = w.sessions[ada]?.documents ?? assert.fail();
  assert.ok(hiddenTests.text.toString().includes(SECRET));
  hiddenResults.edit({ from: 0, insert: SECRET });
  await w.settle();
  const room = await w.existing();
  const peers = [
    ...early,
    await RawPeer.as(w, 'candidate', DOCUMENTS),
    await RawPeer.as(w, 'observer', DOCUMENTS),
    await RawPeer.as(w, 'candidate', []),
  ];
  for (const peer of peers)
    for (const document of DOCUMENTS) {
      about(peer, document, room.documents.get(document)?.version ?? 0);
      await w.settle();
    }
  peers[0]?.says({ type: 'draft', show: false });
  mock.timers.tick(70_000);
  for (const peer of peers)
    for (const document of DOCUMENTS) {
      const version = room.documents.get(document)?.version ?? 0;
      peer.says({ type: 'check', document, version, hash: 1 });
    }
  await w.settle();
  for (const peer of peers) {
    assert.equal(peer.closed, 0);
    const heard = peer.frames.map(decodeRoomMessage);
    assert.ok(heard.filter(({ type }) => type === 'refused').length > DOCUMENTS.length);
    assert.ok(!peer.text.includes(SECRET), 'no frame has a word of it');
  }
  assert.ok(peers[2]?.text.includes('two'), 'what was shown is there');
  for (const role of ['candidate', 'observer'] as const)
    for (const type of ['facts', 'code', 'mine', 'replay', 'report', 'diagnose', 'questions', 'library'] as const) {
      const answer = await command(w, { type, token: await w.token(role, `raw ${role}`) });
      assert.ok(!JSON.stringify(answer).includes(SECRET), `${type} as ${role}`);
    }
});
