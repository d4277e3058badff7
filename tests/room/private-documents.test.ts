/** Documents beside the code, attacked by every role with a client of its own: what a role may not read is never sent, what it may not write is refused. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { write } from '../../party/room/own-edits.js';
import { ROLES, type Role } from '../../party/shared/roles.js';
import type { OutgoingMessage } from '../../party/shared/wire/client-message.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

/** Said here once more, on purpose: who reads each, who edits it, and who posts what into it. */
const EVERYBODY = 'interviewer candidate observer assistant';
const DOCUMENTS: Readonly<Record<number, { reads: string; edits?: string; posts?: [by: string, entry: object][] }>> = {
  103: { reads: EVERYBODY, edits: 'interviewer' },
  104: { reads: 'interviewer', edits: 'interviewer' },
  105: { reads: EVERYBODY, edits: 'interviewer candidate' },
  106: { reads: 'interviewer', edits: 'interviewer' },
  107: { reads: EVERYBODY },
  108: { reads: 'interviewer' },
  109: { reads: EVERYBODY, edits: 'interviewer' },
  110: { reads: EVERYBODY, posts: [['interviewer', { phases: [{ name: 'attack', minutes: 5 }] }]] },
  111: { reads: EVERYBODY, posts: [['interviewer candidate assistant', { text: 'attack' }]] },
  112: { reads: 'interviewer', posts: [['interviewer', { text: 'attack' }]] },
  113: {
    reads: 'interviewer',
    posts: [['interviewer', { kind: 'hint', text: 'attack', file: 'main.py', version: 1 }]],
  },
  114: {
    reads: EVERYBODY,
    posts: [
      ['interviewer', { offer: 5 }],
      ['candidate', { start: 5 }],
    ],
  },
  // Of the log each candidate reads their own lines; these are somebody else's.
  115: {
    reads: 'interviewer',
    posts: [['candidate', { kind: 'paste', characters: 90, lines: 3, file: 'main.py', line: 1, seconds: 0 }]],
  },
  116: { reads: EVERYBODY },
  117: { reads: EVERYBODY },
  // Scorecards of somebody else, handed in and not: for nobody who has none.
  120: { reads: '' },
  121: { reads: '' },
};
const IDS = Object.keys(DOCUMENTS).map(Number);
/** No document of any room. */
const NONE = 118;

const canary = (id: number, when: string) => `canary-${id}-${when}`;
/** A line that is read as one of somebody else's. */
const lineOf = (id: number, when: string) =>
  JSON.stringify({
    id: 1,
    by: 'somebody',
    name: 'Some',
    at: 1,
    kind: 'paste',
    text: canary(id, when),
    file: canary(id, when),
  });

let w: World;

async function put(when: string): Promise<void> {
  const room = await w.existing();
  for (const id of IDS) {
    const document = room.documents.get(id);
    assert.ok(document, `document ${id}`);
    // One more line: the room itself says in the first of some how it was made.
    write(room, document, `${document.text.toString()}${lineOf(id, when)}\n`);
  }
  await w.settle();
}

const textOf = async (id: number) => (await w.existing()).documents.get(id)?.text.toString() ?? '';

/** Sends it on a connection of its own, which no earlier attack has made suspicious; answers with the refusal. */
async function attack(role: Role, message: OutgoingMessage): Promise<string> {
  const peer = await RawPeer.as(w, role, IDS);
  const before = peer.frames.length;
  peer.says(message);
  await w.settle();
  const answers = peer.frames.slice(before).map(decodeRoomMessage);
  const refusal = answers.find(({ type }) => type === 'refused');
  const said = refusal?.type === 'refused' ? `${refusal.reason}: ${refusal.sentence}` : peer.closed ? 'closed' : '';
  w.lifecycle.leave(peer, true);
  return said;
}

describe('documents beside the code', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\n', ai: 'allowed', log: 'full' }, { postsPerMinute: 1e9, postBurst: 1e9 });
    await put('before');
  });

  for (const role of ROLES) {
    const reads = (id: number) => DOCUMENTS[id]?.reads.split(' ').includes(role) ?? false;

    it(`what ${role}s may not read is not sent to them, and all that they may is`, async () => {
      // One who says that they know of nothing, and one who says that they know all of them.
      const peers = [await RawPeer.as(w, role, []), await RawPeer.as(w, role, [...IDS, NONE])];
      await put('meanwhile');
      for (const peer of peers) {
        for (const id of IDS) {
          const told = ['before', 'meanwhile'].map((when) => peer.text.includes(canary(id, when)));
          assert.equal(told[0] && told[1], reads(id), `${role}, document ${id}: ${told}`);
          if (!reads(id)) assert.deepEqual([id, ...told], [id, false, false]);
        }
        // A log of which one reads only one's own lines is told of, without the others'.
        const heard = new Set(peer.documents);
        for (const id of IDS)
          if (!reads(id) && !(id === 115 && role === 'candidate')) assert.ok(!heard.has(id), `${id}`);
      }
      for (const command of ['facts', 'code', 'mine', 'replay', 'report', 'questions'] as const) {
        const answer = await w.command({ type: command, token: await w.token(role, 'Mallory') });
        const text = JSON.stringify(answer) + JSON.stringify(answer.ok ? decoded(answer.value) : '');
        for (const id of IDS) if (!reads(id)) assert.ok(!text.includes(`canary-${id}-`), `${command}, document ${id}`);
      }
    });

    it(`what ${role}s may not write is refused, and stays as it is`, async () => {
      for (const id of IDS) {
        const edits = DOCUMENTS[id]?.edits?.split(' ').includes(role) ?? false;
        const before = await textOf(id);
        const { version = 0 } = (await w.existing()).documents.get(id) ?? {};
        const change = ChangeSet.of({ from: 0, insert: 'attack\n' }, before.length, '\n');
        const submit = (document: number): OutgoingMessage => ({
          type: 'submit',
          document,
          base: version,
          sequence: 1,
          change,
        });
        const said = await attack(role, submit(id));
        assert.equal((await textOf(id)).startsWith('attack'), edits, `${role} edits ${id}: ${said}`);
        assert.equal(said === '', edits, `${role} edits ${id}: ${said}`);
        // Nothing tells one that may not be read from one that does not exist.
        if (!reads(id) && id < 115) assert.equal(said, await attack(role, submit(NONE)), `${id}`);
      }
    });

    it(`what ${role}s may not do with them by any other message is refused`, async () => {
      for (const id of IDS) {
        const before = await textOf(id);
        const { version = 0 } = (await w.existing()).documents.get(id) ?? {};
        const change = ChangeSet.of({ from: 0, insert: 'attack\n' }, before.length, '\n');
        const messages: OutgoingMessage[] = [
          { type: 'propose', request: 1, document: id, version, why: 'attack', change },
          { type: 'describe', document: id, name: 'attack.py', language: 'python' },
          { type: 'remove-file', request: 1, document: id },
          { type: 'restore-file', request: 1, document: id },
          { type: 'move-file', request: 1, document: id, index: 0 },
          { type: 'choose-entry', request: 1, document: id },
          { type: 'protect-file', request: 1, document: id, readonly: false, hidden: false },
          { type: 'start', request: 1, document: id, version, language: 'python' },
        ];
        for (const message of messages) {
          const said = await attack(role, message);
          // Who gives a name to what has none is not answered.
          if (message.type !== 'describe') assert.notEqual(said, '', `${role}: ${message.type} of ${id}`);
          assert.equal(await textOf(id), before, `${role}: ${message.type} of ${id}`);
        }
      }
      const room = await w.existing();
      assert.deepEqual(
        IDS.flatMap((id) => room.documents.get(id)?.name || []),
        [],
      );
      assert.ok(!(await textOf(117)).includes('attack'));
    });

    it(`what ${role}s may not post is refused`, async () => {
      for (const id of IDS) {
        for (const [by, entry] of DOCUMENTS[id]?.posts ?? [['', { text: 'attack', scores: [], summary: 'attack' }]]) {
          const posts = by.split(' ').includes(role);
          // An interviewer's own scorecard is theirs to write.
          if (id >= 120 && role === 'interviewer') continue;
          const before = await textOf(id);
          const said = await attack(role, { type: 'post', request: 1, document: id, entry: JSON.stringify(entry) });
          assert.equal((await textOf(id)) !== before, posts, `${role} posts in ${id}: ${said}`);
          assert.equal(said === '', posts, `${role} posts in ${id}: ${said}`);
        }
      }
    });
  }
});

/** What is in base64, read as text. */
function decoded(value: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string' && /^[\w+/]{40,}={0,2}$/.test(part))
      found.push(Buffer.from(part, 'base64').toString('latin1'));
    return part;
  });
  return found;
}
