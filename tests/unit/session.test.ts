/** A session of its own: what it is given stays as it was. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Session } from '../../components/session/session.js';
import { postChatMessage } from '../../components/session/sync/entries.js';
import { addFile, protectFile } from '../../components/session/sync/file-changes.js';
import { judge } from '../../components/session/sync/proposals.js';

/** In a local room, which is fetched first. */
async function alone(): Promise<Session> {
  const session = new Session({ seed: { text: 'x', language: 'python' } });
  session.connect();
  while (session.status !== 'live') await new Promise((resolve) => setImmediate(resolve));
  return session;
}

it('one object may be the options of several sessions: starter code and token are those of one', () => {
  const options = Object.freeze({ name: 'Ada' });
  const [first, second] = [new Session(options), new Session(options)];
  first.seed({ text: 'print(1)', language: 'python' });
  first.setToken('token');
  assert.deepEqual(
    [first.options.token, second.options.token, second.options.seed, options],
    ['token', undefined, undefined, { name: 'Ada' }],
  );
});

it('a room without the origin of its server is refused where `connect` is called, which may be tried again', () => {
  const session = new Session({ room: 'AAAAAAAAAAAAAAAAAAAAAA' });
  for (const _ of [1, 2]) assert.throws(() => session.connect(), { name: 'TypeError', message: /needs `host`/ });
  assert.equal(session.status, 'offline');
});

it('a local room refuses what needs others, with a code and a sentence', { timeout: 10_000 }, async () => {
  const session = await alone();
  const refused = { code: 'room-of-one', message: /^Nobody else can come into this room/ };
  await assert.rejects(session.propose({ newText: 'y' }), refused);
  await assert.rejects(judge(session.documents, 1, true), refused);
  await assert.rejects(judge(session.documents, 1, false), refused);
  await assert.rejects(postChatMessage(session.documents, 'hello', 'all'), refused);
  session.close();
});

it('a local room protects files, and hides none from the one who is there', { timeout: 10_000 }, async () => {
  const session = await alone();
  const { files } = session.documents;
  const { document } = await addFile(files, { name: 'b.py', text: 'y = 2' });
  const protect = async (readonly: boolean) => {
    await protectFile(files, document, { readonly, hidden: true });
    return [...files.list.map((file) => [file.readonly, file.hidden]), document.editable];
  };
  assert.deepEqual(await protect(true), [[false, false], [true, false], false]);
  assert.deepEqual(await protect(false), [[false, false], [false, false], true]);
  session.close();
});
