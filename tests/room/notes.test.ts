/** The interviewers' notes are sent only to interviewers. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { SessionDocument } from '../../components/session/sync/document.js';
import { BRIEF_DOCUMENT, MAIN_DOCUMENT, NOTES_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import type { RoomMessage } from '../../party/shared/wire/room-message.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CANARY = 'canary-5e1f';
const KNOWN = [MAIN_DOCUMENT, BRIEF_DOCUMENT, NOTES_DOCUMENT];

let w: World;
const documents = (index: number) => {
  const session = w.sessions[index];
  assert.ok(session);
  return session.documents;
};
const write = (document: SessionDocument, insert: string) =>
  document.edit(ChangeSet.of({ from: document.text.length, insert }, document.text.length));

async function comes(role: Role, name: string = role): Promise<number> {
  return w.join({ token: await w.token(role, name), name });
}

function about(messages: RoomMessage[]): number[] {
  return messages.flatMap((message) => ('document' in message ? [message.document] : []));
}

describe('notes', () => {
  beforeEach(async () => {
    w = await World.made({ brief: 'Sort a list.', code: 'a\n' });
  });

  it('are one text for all interviewers, and survive a crash', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    write(documents(ada).notes, CANARY);
    await w.settle();
    assert.equal(documents(grace).notes.text.toString(), CANARY);
    assert.ok(w.sessions[ada]?.saved);
    w.crash();
    await w.settle();
    const late = await comes('interviewer', 'Late');
    assert.equal(documents(late).notes.text.toString(), CANARY);
    assert.equal(w.text(late), 'a\n');
  });

  it('written offline are kept through a reload and sent later, once', async () => {
    const ada = await comes('interviewer');
    w.cut(ada, true);
    write(documents(ada).notes, CANARY);
    assert.deepEqual([w.sessions[ada]?.saved, w.sessions[ada]?.unsaved], [false, 1]);
    mock.timers.tick(300);
    await w.reload(ada);
    assert.equal(documents(ada).notes.text.toString(), CANARY);
    await w.settle();
    const grace = await comes('interviewer', 'Grace');
    assert.equal(documents(grace).notes.text.toString(), CANARY);
  });

  for (const role of ['candidate', 'observer'] as const) {
    it(`are never sent to the ${role}: no byte, no id, no trace`, async () => {
      const ada = await comes('interviewer');
      write(documents(ada).notes, `${CANARY} before`);
      await w.settle();
      const raw = await RawPeer.as(w, role, KNOWN);
      write(documents(ada).notes, `${CANARY} while`);
      documents(ada).notes.point(3, 5);
      write(documents(ada).task.draft, ' Quickly.');
      await w.settle();
      documents(ada).task.publish();
      await w.settle();
      const bytes = Buffer.concat(raw.frames).toString('latin1');
      assert.ok(!bytes.includes(CANARY));
      const heard = raw.heard();
      assert.ok(heard.some(({ type }) => type === 'ready'));
      assert.deepEqual([...new Set(about(heard))].sort(), [MAIN_DOCUMENT, BRIEF_DOCUMENT]);
      assert.equal(documents(await comes(role)).notes.synced, false);
    });

    it(`are refused to the ${role} like a document that does not exist`, async () => {
      await comes('interviewer');
      const raw = await RawPeer.as(w, role, KNOWN);
      const change = ChangeSet.of({ from: 0, insert: 'x' }, 0);
      const answers = async (document: number) => {
        raw.heard();
        raw.says({ type: 'submit', document, base: 0, sequence: 1, change });
        raw.says({ type: 'point', document, version: 0, anchor: 0, head: 0 });
        raw.says({ type: 'check', document, version: 0, hash: 1 });
        raw.says({ type: 'describe', document, name: 'x', language: 'python' });
        raw.says({ type: 'seed', document, language: 'python', text: 'x', more: false });
        raw.says({ type: 'start', request: 1, document, version: 0, language: 'python' });
        await w.settle();
        return raw.heard().map((message) => ('document' in message ? { ...message, document: 0 } : message));
      };
      const unknown = await answers(77);
      assert.ok(unknown.length > 0);
      assert.deepEqual(await answers(NOTES_DOCUMENT), unknown);
      assert.equal(raw.closed, 0);
    });
  }

  it('do not count as writing in the file', async () => {
    w = await World.made();
    const ada = await comes('interviewer');
    write(documents(ada).notes, CANARY);
    await w.settle();
    const raw = await RawPeer.as(w, 'candidate', KNOWN);
    const welcome = raw.heard().find((message) => message.type === 'welcome');
    assert.equal(welcome?.seeded, false);
  });

  it('are not in what the HTTP API returns of the room', async () => {
    const ada = await comes('interviewer');
    write(documents(ada).notes, CANARY);
    await w.settle();
    for (const role of ['candidate', 'observer', 'interviewer'] as const) {
      for (const type of ['facts', 'code'] as const) {
        const answer = await w.command({ type, token: await w.token(role) });
        assert.ok(answer.ok && !JSON.stringify(answer).includes(CANARY), `${type} as ${role}`);
      }
    }
  });

  it('and brief do not exist in open rooms', async () => {
    w = await World.of(1);
    assert.equal(documents(0).notes.synced, false);
    assert.equal(documents(0).brief.synced, false);
  });

  it('are limited to 64 KiB', async () => {
    const ada = await comes('interviewer');
    write(documents(ada).notes, 'x'.repeat(65 * 1024));
    await w.settle();
    assert.match(w.refusals[0] ?? '', /at most 64 KiB/);
    assert.ok(w.sessions[ada]?.saved);
  });
});
