/** Starter files, and those of a local room that returns, as they are added to a room. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addFiles, keptFiles, readFiles } from '../../components/element/starter-files.js';
import { Session } from '../../components/session/session.js';
import { addFile } from '../../components/session/sync/file-changes.js';

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

  it('come beside what a person has added meanwhile, where the room was left before they had come', async () => {
    const [first, second, session] = [await alone(), await alone(), await alone()];
    const kept = async ({ documents: { files } }: Session, name: string, text: string) => {
      await addFile(files, { name, text });
      return files.list;
    };
    const lists = [
      ...(await kept(first, 'mine.py', 'of before\n')),
      ...(await kept(second, 'C.py', 'mine\n')),
      ...(await kept(second, 'mine.py', 'mine\n')).slice(1),
    ];
    assert.deepEqual(await add(session, keptFiles(lists, given)), []);
    assert.deepEqual(facts(session), [
      ['a.py', true, false],
      ['b.py', true, true],
      ['C.py', false, false],
      ['mine.py', false, false],
    ]);
    const texts = session.documents.files.list.map(({ document }) => document.text.toString());
    assert.deepEqual(texts, ['a\n', 'x\n', 'mine\n', 'mine\n']);
    for (const one of [first, second, session]) one.close();
  });

  it('of a room that was left while they were being added again have the names and texts of before', async () => {
    const [before, left, session] = [await alone('javascript'), await alone('javascript'), await alone('javascript')];
    before.document.describe({ name: 'solve.js' });
    await addFile(before.documents.files, { name: 'bank.js', text: 'of before\n' });
    await addFile(left.documents.files, { name: 'bank.js' });
    const files = [...before.documents.files.list, ...left.documents.files.list];
    assert.deepEqual(await add(session, keptFiles(files)), []);
    const there = session.documents.files.list.map(({ name, document }) => [name, document.text.toString()]);
    assert.deepEqual(there, [
      ['solve.js', 'x\n'],
      ['bank.js', 'of before\n'],
    ]);
    for (const one of [before, left, session]) one.close();
  });
});

describe('the language of starter files whose extension is of two', () => {
  before(() => void Object.assign(globalThis, { HTMLTemplateElement: class {} }));
  after(() => void Reflect.deleteProperty(globalThis, 'HTMLTemplateElement'));

  /** A tag with these files, of which a page says the type of all SQL. */
  const tag = (language: string | null, ...files: { name: string; language?: string }[]) => {
    const written = files.map((dataset) => ({
      ...{ dataset, className: '', textContent: '' },
      getAttribute: () => 'text/sql',
      querySelector: () => null,
    }));
    return { getAttribute: () => language, querySelectorAll: () => written } as unknown as Element;
  };
  const languages = (element: Element, ofRoom: string) => readFiles(element, ofRoom).map(({ language }) => language);

  it('is that of the room, also where a page has set it as a property', () => {
    assert.deepEqual(languages(tag(null, { name: 'a.sql' }, { name: 'b.sql' }), 'postgres'), ['postgres', 'postgres']);
    assert.deepEqual(languages(tag('sql', { name: 'a.sql' }), 'postgres'), ['postgres']);
  });

  it('is that of the file beside where the page says only SQL, and SQLite where it says so', () => {
    const files = [{ name: 'a.sql' }, { name: 'b.sql', language: 'postgres' }];
    assert.deepEqual(languages(tag(null, ...files), 'sql'), ['postgres', 'postgres']);
    assert.deepEqual(languages(tag('SQL', ...files), 'sql'), ['sql', 'postgres']);
  });
});
