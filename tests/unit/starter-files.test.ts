/** Starter files, and those of a local room that returns, as they are added to a room. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addFiles, keptFiles } from '../../components/element/starter-files.js';
import { Session } from '../../components/session/session.js';

async function alone(language = 'python'): Promise<Session> {
  const session = new Session({ seed: { text: 'x\n', language } });
  session.connect();
  while (session.status !== 'live') await new Promise((resolve) => setImmediate(resolve));
  return session;
}

type Given = Parameters<typeof addFiles>[1]['given'];

async function add({ documents: { files } }: Session, given: Given, protects = true): Promise<unknown[]> {
  const refused: unknown[] = [];
  await addFiles(files, { given, protects, refused: (why) => refused.push(why) });
  return refused;
}

const facts = ({ documents: { files } }: Session) =>
  files.list.map(({ name, readonly, entry }) => [name, readonly, entry]);

describe('starter files', { timeout: 10_000 }, () => {
  const given: Given = [
    { name: 'a.py', text: 'a\n', readonly: true },
    { name: 'b.py', text: 'x\n', readonly: true, entry: true },
    { name: 'c.py', text: 'c\n' },
  ];

  it('are read-only as they say, the entry as well', async () => {
    const session = await alone();
    assert.deepEqual(await add(session, given), []);
    assert.deepEqual(facts(session), [
      ['a.py', true, false],
      ['b.py', true, true],
      ['c.py', false, false],
    ]);
    session.close();
  });

  it('can be written where this person may not protect them, and each is named in a sentence', async () => {
    const session = await alone();
    const refused = await add(session, given, false);
    assert.deepEqual(
      facts(session).map(([, readonly]) => readonly),
      [false, false, false],
    );
    for (const [at, name] of ['a.py', 'b.py'].entries()) assert.match(String(refused[at]), new RegExp(name));
    session.close();
  });

  it('of a room that returns have their names; a file without one has the usual one of its language', async () => {
    for (const [name, then] of [
      ['', 'main.js'],
      ['bank.py', 'bank.py'],
    ] as const) {
      const before = await alone();
      if (name) before.document.describe({ name });
      const session = await alone();
      assert.deepEqual(await add(session, keptFiles(before.documents.files.list)), []);
      assert.equal(session.documents.files.list[0]?.name, name || 'main.py');
      session.document.describe({ language: 'javascript' });
      assert.equal(session.documents.files.list[0]?.name, then);
      for (const one of [before, session]) one.close();
    }
  });
});
