/** The files of a room: several people add, rename, remove and restore them, each file a document. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { Text } from '@codemirror/state';
import { announce } from '../../components/element/announcements.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import {
  addFile,
  chooseEntry,
  moveFile,
  protectFile,
  removeFile,
  renameFile,
  restoreFile,
} from '../../components/session/sync/file-changes.js';
import type { Files, RoomFile } from '../../components/session/sync/files.js';
import { rearrange } from '../../party/room/file-requests.js';
import { MAIN_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number) => {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
};
const files = (index: number): Files => session(index).documents.files;
const names = (index: number): string[] => files(index).list.map(({ name }) => name);
const file = (index: number, name: string): RoomFile => {
  const found = files(index).find(name);
  assert.ok(found, `${name} is not among ${names(index)}`);
  return found;
};
const text = (index: number, name: string): string => file(index, name).document.text.toString();
const write = (index: number, name: string, insert: string): void => {
  const { document } = file(index, name);
  document.edit({ from: document.text.length, insert });
};

/** Takes the sentences with which something about files is refused. */
function hear(index: number, heard: string[]): void {
  const ignored = () => {};
  files(index).answers = { done: ignored, offline: ignored, refused: (_kind, _request, said) => heard.push(said) > 0 };
}

/** What it was refused with, or what it gave. */
async function outcome<T>(asked: Promise<T>): Promise<T | string> {
  const caught = asked.catch((error: Error) => error.message);
  await w.settle();
  return caught;
}

async function add(index: number, name: string, more: object = {}): Promise<RoomFile> {
  const added = await outcome(addFile(files(index), { name, ...more }));
  assert.ok(typeof added === 'object', String(added));
  await w.settle();
  return added;
}

async function joinAs(role: Role, name: string = role): Promise<number> {
  return w.join({ token: await w.token(role, name), name });
}

describe('files', () => {
  beforeEach(async () => {
    w = await World.of(2);
    session(0).document.describe({ name: 'main.py', language: 'python' });
    await w.settle();
  });

  it('are added with a text, and everybody sees it, also people who join later', async () => {
    const added = await add(0, 'bank.py', { text: 'class Bank: ...\n' });
    assert.equal(added.language, 'python');
    assert.deepEqual(names(1), ['main.py', 'bank.py']);
    assert.equal(text(1, 'bank.py'), 'class Bank: ...\n');
    write(1, 'bank.py', '# theirs');
    const late = await w.join();
    assert.deepEqual(names(late), ['main.py', 'bank.py']);
    for (const one of [0, 1, late]) assert.equal(text(one, 'bank.py'), 'class Bank: ...\n# theirs');
    assert.ok(session(0).saved);
  });

  it('are announced to the others by their name of now when they are added and removed', async () => {
    const said: string[] = [];
    const end = new AbortController();
    announce(session(1), new EventTarget(), (sentence) => said.push(sentence), end.signal);
    await add(0, 'bank.py');
    await outcome(renameFile(file(0, 'bank.py').document, 'shop.py'));
    await outcome(removeFile(files(0), file(0, 'shop.py').document));
    end.abort();
    assert.deepEqual(said, ['The file bank.py has been added.', 'The file shop.py has been removed.']);
  });

  it('get the language of their name’s extension, also when they are renamed', async () => {
    for (const [name, language] of [
      ['a.ts', 'typescript'],
      ['data/cities.csv', 'plaintext'],
      ['Schema.SQL', 'sql'],
      ['LICENSE', 'plaintext'],
    ] as const)
      assert.equal((await add(0, name)).language, language, name);
    await outcome(renameFile(file(1, 'a.ts').document, 'b.lua'));
    assert.equal(file(0, 'b.lua').language, 'lua');
    await outcome(renameFile(file(1, 'b.lua').document, 'c.unknown'));
    assert.equal(file(0, 'c.unknown').language, 'lua');
    for (const [name, language] of [
      ['notes.txt', 'plaintext'],
      ['b.mjs', 'javascript'],
      ['c.js', 'javascript'],
      ['d', 'javascript'],
      ['Main.JAVA', 'java'],
    ] as const) {
      const [found] = files(1).list.slice(1);
      assert.ok(found);
      await outcome(renameFile(found.document, name));
      assert.deepEqual([file(0, name).language, file(1, name).language], [language, language], name);
    }
  });

  it('keep a language that was chosen where another name says nothing of it', async () => {
    const { document } = await add(0, 'a.py');
    document.describe({ language: 'postgres' });
    await w.settle();
    for (const [name, language] of [
      ['b.py', 'postgres'],
      ['data.csv', 'postgres'],
      ['c.sql', 'postgres'],
      ['c.js', 'javascript'],
      ['d.sql', 'sql'],
    ] as const) {
      await outcome(renameFile(document, name));
      assert.equal(file(1, name).language, language, name);
    }
  });

  it('with an extension of two languages have that of the files there are', async () => {
    const rename = async (from: string, to: string) => {
      await outcome(renameFile(file(1, from).document, to, files(1)));
      await w.settle();
      return file(0, to).language;
    };
    for (const [main, language, beside] of [
      ['main.sql', 'postgres', 'more.sql'],
      ['main.sql', 'sql', 'other.sql'],
      ['main.cpp', 'cpp', 'bank.h'],
      ['main.c', 'c', 'shop.h'],
    ] as const) {
      session(0).document.describe({ name: main, language });
      await w.settle();
      assert.equal((await add(0, beside)).language, language, beside);
      assert.equal((await add(0, `${language}.txt`)).language, 'plaintext');
      assert.equal(await rename(`${language}.txt`, `${language}-${beside}`), language);
    }
    session(0).document.describe({ name: 'main.sql', language: 'postgres' });
    await w.settle();
    assert.equal(await rename('main.sql', 'query.sql'), 'postgres');
    // What somebody has chosen stays.
    assert.equal(await rename('other.sql', 'lite.sql'), 'sql');
    assert.equal((await add(0, 'web.js')).language, 'javascript');
  });

  it('of one name, added by two people at the same moment: the first wins, the second is refused', async () => {
    const [mine, theirs] = [addFile(files(0), { name: 'Bank.py' }), addFile(files(1), { name: 'bank.py' })];
    const outcomes = await Promise.all([outcome(mine), outcome(theirs)]);
    assert.equal(outcomes.filter((one) => typeof one === 'object').length, 1);
    assert.match(
      String(outcomes.find((one) => typeof one === 'string')),
      /There is a file called "bank\.py" in this room already/i,
    );
    assert.equal(names(0).length, 2);
    assert.deepEqual(names(0), names(1));
  });

  it('of two names, added at the same moment, are both there', async () => {
    await Promise.all([
      outcome(addFile(files(0), { name: 'a.py', text: 'a' })),
      outcome(addFile(files(1), { name: 'b.py', text: 'b' })),
    ]);
    await w.settle();
    for (const one of [0, 1]) assert.deepEqual([text(one, 'a.py'), text(one, 'b.py')], ['a', 'b']);
  });

  for (const [name, sentence] of [
    ['', /needs a name/],
    ['../secret.py', /must not have empty folders/],
    ['/etc/passwd', /must be relative/],
    ['a\\b.py', /must be relative/],
    ['MAIN.py', /in this room already/],
    [`${'ä'.repeat(128)}.py`, /too long/],
    ['a//b', /empty folders/],
    ['main\u0000.py', /cannot be seen/],
  ] as const)
    it(`named ${JSON.stringify(name.slice(0, 20))} are refused with a sentence, by the room too`, async () => {
      assert.match(String(await outcome(addFile(files(0), { name }))), sentence);
      const heard: string[] = [];
      hear(0, heard);
      w.wires[0]?.send({ type: 'add-file', request: 9, name, language: '', readonly: false, hidden: false });
      await w.settle();
      // The room cleans names first: what cannot be seen is not in them any more.
      if (name.includes('\u0000')) assert.match(String(heard), /in this room already/);
      else assert.match(String(heard), sentence);
      assert.deepEqual(names(1), ['main.py']);
    });

  it('are renamed while somebody types in them, and nothing is lost', async () => {
    await add(0, 'bank.py', { text: 'a = 1\n' });
    write(1, 'bank.py', 'b = 2\n');
    const { document } = file(1, 'bank.py');
    const renamed = outcome(renameFile(file(0, 'bank.py').document, 'accounts.py'));
    document.edit({ from: document.text.length, insert: 'c = 3\n' });
    await renamed;
    await w.settle();
    for (const one of [0, 1]) assert.equal(text(one, 'accounts.py'), 'a = 1\nb = 2\nc = 3\n');
    assert.match(String(await outcome(renameFile(file(1, 'accounts.py').document, 'main.PY'))), /already/);
  });

  it('are never both a file and a folder of one name: added, renamed, restored or at the same moment', async () => {
    await add(0, 'data');
    await add(0, 'lib/math/sum.py');
    const both = (name: string) => `A file and a folder cannot both be called "${name}". Choose another name.`;
    for (const [name, part] of [
      ['data/cities.csv', 'data'],
      ['Data/more/cities.csv', 'Data'],
      ['lib', 'lib'],
      ['lib/Math', 'lib/Math'],
    ] as const) {
      assert.equal(await outcome<unknown>(addFile(files(1), { name })), both(part));
      assert.equal(await outcome<unknown>(renameFile(file(1, 'main.py').document, name)), both(part));
    }
    for (const name of ['database', 'lib/mathematics', 'lib/math/data']) await add(0, name);
    // A file may become what stands in a folder of its own name.
    await outcome(renameFile(file(0, 'data').document, 'data/all.csv'));
    await outcome(removeFile(files(0), file(0, 'data/all.csv').document));
    const { document } = await add(0, 'data');
    await outcome(removeFile(files(0), document));
    const asked = [addFile(files(0), { name: 'both' }), addFile(files(1), { name: 'both/one.py' })];
    const outcomes = await Promise.all(asked.map((one) => outcome<unknown>(one)));
    assert.equal(outcomes.filter((one) => one === both('both')).length, 1);
    await add(0, 'data/new.csv');
    assert.equal(await outcome<unknown>(restoreFile(files(0), document.id)), both('data'));
  });

  it('renamed to one name by two people at the same moment: the second is refused', async () => {
    await add(0, 'a.py');
    await add(0, 'b.py');
    const asked = [renameFile(file(0, 'a.py').document, 'c.py'), renameFile(file(1, 'b.py').document, 'c.py')];
    const outcomes = await Promise.all(asked.map(outcome));
    assert.match(String(outcomes[1]), /There is a file called "c\.py"/);
    assert.deepEqual(names(0), ['main.py', 'c.py', 'b.py']);
    assert.deepEqual(names(1), names(0));
  });

  it('that were removed are restored with their text at their position, and with their own name', async () => {
    const { document } = await add(0, 'a.py', { text: 'alpha' });
    await add(0, 'b.py', { text: 'beta' });
    await outcome(removeFile(files(1), file(1, 'a.py').document));
    assert.deepEqual(names(0), ['main.py', 'b.py']);
    await outcome(restoreFile(files(1), document.id));
    for (const one of [0, 1]) assert.deepEqual([names(one), text(one, 'a.py')], [['main.py', 'a.py', 'b.py'], 'alpha']);
    write(1, 'a.py', '!');
    await w.settle();
    assert.equal(text(0, 'a.py'), 'alpha!');
    assert.match(String(await outcome(restoreFile(files(1), document.id))), /no such file/);
  });

  it('that are restored are read once for all who have written as much in them', async () => {
    const { document } = await add(0, 'a.py', { text: 'alpha' });
    for (let n = 0; n < 5; n++) await w.join();
    await outcome(removeFile(files(0), document));
    const room = await w.existing();
    const whole = mock.method(Text.prototype, 'toString');
    rearrange(room, () => room.files.restore(document.id, 'interviewer', ''));
    const readings = whole.mock.callCount();
    whole.mock.restore();
    // By the author, and by the six others.
    assert.equal(readings, 2);
    await w.settle();
    for (let one = 0; one < 7; one++) assert.equal(text(one, 'a.py'), 'alpha');
    write(0, 'a.py', '!');
    write(6, 'a.py', '?');
    await w.settle();
    assert.deepEqual([...text(3, 'a.py')].sort().join(''), '!?aahlp');
  });

  it('that were removed free their name for others, and are restored when it is free', async () => {
    const { document } = await add(0, 'a.py', { text: 'old' });
    await outcome(removeFile(files(0), document));
    await add(1, 'a.py', { text: 'new' });
    assert.match(String(await outcome(restoreFile(files(0), document.id))), /called "a\.py"/);
    await outcome(renameFile(file(1, 'a.py').document, 'b.py'));
    await outcome(restoreFile(files(0), document.id));
    assert.deepEqual([text(1, 'a.py'), text(1, 'b.py')], ['old', 'new']);
  });

  it('removed while somebody offline has edits for them: those are offered as a copy', async () => {
    await add(0, 'a.py', { text: 'one\n' });
    const lost: (string | undefined)[] = [];
    session(1).addEventListener('refused', (event) => lost.push((event as RefusedEvent).lost));
    w.cut(1, true);
    write(1, 'a.py', 'two\n');
    await outcome(removeFile(files(0), file(0, 'a.py').document));
    await w.back(1);
    await w.settle();
    assert.deepEqual(lost, ['one\ntwo\n']);
    assert.deepEqual(names(1), ['main.py']);
    assert.ok(session(1).saved);
  });

  it('removed while an edit is in flight: it is offered as a copy, without another error', async () => {
    await add(0, 'a.py', { text: 'one\n' });
    const told: [string, string | undefined][] = [];
    session(1).addEventListener('refused', (event) => {
      const { reason, lost } = event as RefusedEvent;
      told.push([reason, lost]);
    });
    const removed = removeFile(files(0), file(0, 'a.py').document);
    w.up(0);
    write(1, 'a.py', 'two\n');
    await w.settle();
    await removed;
    assert.deepEqual(told, [['unknown', 'one\ntwo\n']]);
    assert.ok(session(1).saved);
  });

  it('removed while one edit is not durable and the next is in flight: the session does not wait for either', async () => {
    const { document } = await add(0, 'a.py', { text: 'one\n' });
    w.storage.instant = false;
    write(1, 'a.py', 'two\n');
    w.up(1);
    w.down(1);
    const removed = removeFile(files(0), document);
    w.up(0);
    write(1, 'a.py', 'three\n');
    w.storage.instant = true;
    w.storage.disk(Number.POSITIVE_INFINITY);
    await w.settle();
    await removed;
    assert.equal(session(1).documents.get(document.id), null);
    assert.ok(session(1).saved);
    await outcome(restoreFile(files(0), document.id));
    assert.equal(text(1, 'a.py'), 'one\ntwo\n');
  });

  it('removed and restored while an edit is in flight: the next edit is applied', async () => {
    const { document } = await add(0, 'a.py', { text: 'one\n' });
    const removed = removeFile(files(0), document);
    w.up(0);
    const restored = restoreFile(files(0), document.id);
    w.up(0);
    // The room hears of this after the file has come back.
    write(1, 'a.py', 'two\n');
    w.down(1);
    await w.settle();
    write(1, 'a.py', 'three\n');
    await w.settle();
    await Promise.all([removed, restored]);
    for (const one of [0, 1]) assert.deepEqual(text(one, 'a.py').split('\n').sort(), ['', 'one', 'three', 'two']);
  });

  it('removed while they are renamed: the rename is refused', async () => {
    await add(0, 'a.py');
    const removed = removeFile(files(0), file(0, 'a.py').document);
    w.up(0);
    const renamed = outcome(renameFile(file(1, 'a.py').document, 'b.py'));
    await removed;
    assert.match(String(await renamed), /has been removed/);
  });

  it('renamed to the same name by two people at the same moment are renamed for both', async () => {
    await add(0, 'a.py');
    const both = [0, 1].map((one) => file(one, 'a.py').document);
    const asked = both.map((document) => outcome(renameFile(document, 'b.py')));
    assert.deepEqual(await Promise.all(asked), [undefined, undefined]);
  });

  it('requested before the greeting is complete are refused, not forgotten', async () => {
    w.cut(1, true);
    const back = w.back(1);
    const heard: string[] = [];
    for (let step = 0; step < 40 && session(1).status !== 'live'; step++) {
      w.down(1);
      await back;
      const asked = addFile(files(1), { name: `f${step}.py` });
      asked.catch((error: Error) => heard.push(error.message));
      await Promise.resolve();
    }
    const before = heard.length;
    await w.settle();
    assert.ok(before > 0);
    for (const sentence of heard) assert.match(sentence, /connected/);
  });

  it('whose first one was removed do not stop updates of people and runs', async () => {
    await add(0, 'bank.py');
    await outcome(removeFile(files(0), file(0, 'main.py').document));
    const late = await w.join();
    for (const index of [0, 1]) assert.equal(session(index).people.length, 3);
    const ticket = await w.run(late);
    ticket.print('stdout', 'heard');
    await w.settle();
    assert.deepEqual([w.output(0), w.output(1)], ['heard', 'heard']);
  });

  it('are never all removed', async () => {
    assert.match(String(await outcome(removeFile(files(0), file(0, 'main.py').document))), /at least one file/);
    await add(0, 'a.py');
    await outcome(removeFile(files(0), file(0, 'main.py').document));
    assert.deepEqual([names(0), names(1)], [['a.py'], ['a.py']]);
    assert.equal(session(1).document, file(1, 'a.py').document);
  });

  it('are moved, for everybody', async () => {
    for (const name of ['a.py', 'b.py', 'c.py']) await add(0, name);
    await outcome(moveFile(files(1), file(1, 'c.py').document, 0));
    await outcome(moveFile(files(0), file(0, 'main.py').document, 99));
    for (const one of [0, 1]) assert.deepEqual(names(one), ['c.py', 'a.py', 'b.py', 'main.py']);
  });

  it('have an entry that Run runs: the first, until another is chosen or it is removed', async () => {
    await add(0, 'a.py', { text: 'print(1)' });
    const entries = () =>
      files(1)
        .list.filter(({ entry }) => entry)
        .map(({ name }) => name);
    assert.deepEqual(entries(), ['main.py']);
    await outcome(chooseEntry(files(0), file(0, 'a.py').document));
    assert.deepEqual(entries(), ['a.py']);
    const ticket = await w.run(1);
    assert.equal(session(0).run.current?.document, file(0, 'a.py').document.id);
    ticket.finish('done', 1);
    await w.settle();
    await outcome(removeFile(files(0), file(0, 'a.py').document));
    assert.deepEqual(entries(), ['main.py']);
  });

  describe('of which the entry was removed and is restored', () => {
    const entry = () => files(1).list.find((one) => one.entry)?.name;
    let [main, a, b] = [0, 0, 0];
    const remove = (name: string) => outcome(removeFile(files(0), file(0, name).document));
    const restore = async (...documents: number[]) => {
      for (const document of documents) await outcome(restoreFile(files(0), document));
    };

    beforeEach(async () => {
      [main, a, b] = [MAIN_DOCUMENT, (await add(0, 'a.py')).document.id, (await add(0, 'b.py')).document.id];
      await remove('main.py');
      assert.equal(entry(), 'a.py');
    });

    it('run it again', async () => {
      await restore(main);
      assert.equal(entry(), 'main.py');
    });

    it('run it again after a crash', async () => {
      w.crash();
      await w.settle();
      await restore(main);
      assert.equal(entry(), 'main.py');
    });

    it('run what somebody has chosen meanwhile', async () => {
      for (const chosen of ['a.py', 'b.py']) {
        await outcome(chooseEntry(files(1), file(1, chosen).document));
        await restore(main);
        assert.equal(entry(), chosen);
        await remove('main.py');
      }
    });

    it('run it again, whichever of two removed ones is restored first', async () => {
      await remove('a.py');
      assert.equal(entry(), 'b.py');
      await restore(a);
      assert.equal(entry(), 'a.py');
      await restore(main);
      assert.equal(entry(), 'main.py');
      await remove('main.py');
      await remove('a.py');
      await restore(main);
      assert.equal(entry(), 'main.py');
      await restore(a);
      assert.equal(entry(), 'main.py');
    });

    it('run it again where the one after it comes back before', async () => {
      await remove('a.py');
      await restore(main);
      await remove('main.py');
      assert.equal(entry(), 'b.py');
      await restore(a);
      assert.equal(entry(), 'b.py');
      await restore(main);
      assert.equal(entry(), 'main.py');
      await remove('b.py');
      await restore(b);
      assert.equal(entry(), 'main.py');
    });
  });

  it('are limited to twenty, and to a hundred over the life of a room', async () => {
    for (let n = 2; n <= 20; n++) await add(n % 2, `f${n}.py`);
    assert.match(String(await outcome(addFile(files(0), { name: 'more.py' }))), /at most 20 files/);
    for (let n = 21; n <= 100; n++) {
      await outcome(removeFile(files(0), file(0, names(0).at(-1) ?? '').document));
      await add(0, `f${n}.py`);
    }
    await outcome(removeFile(files(0), file(0, 'f100.py').document));
    assert.match(String(await outcome(addFile(files(0), { name: 'more.py' }))), /has had 100 files/);
  });

  it('are all there after a crash, with every acknowledged edit', async () => {
    await add(0, 'a.py', { text: 'alpha' });
    await add(0, 'b.py', { text: 'beta' });
    await outcome(moveFile(files(0), file(0, 'b.py').document, 0));
    await outcome(chooseEntry(files(0), file(0, 'a.py').document));
    await outcome(removeFile(files(0), file(0, 'main.py').document));
    w.crash();
    await w.settle();
    const late = await w.join();
    for (const one of [0, 1, late]) {
      assert.deepEqual(names(one), ['b.py', 'a.py']);
      assert.equal(text(one, 'a.py'), 'alpha');
      assert.equal(files(one).entry, file(one, 'a.py').document);
    }
    const { id } = (await add(0, 'c.py')).document;
    assert.ok(!files(late).list.some(({ document }) => document.id === id && names(late).indexOf('c.py') < 0));
  });

  it('whose creation was lost in a crash do not reuse their number', async () => {
    w.storage.instant = false;
    const asked = outcome(addFile(files(0), { name: 'a.py' }));
    await asked;
    w.storage.instant = true;
    w.crash();
    await w.settle();
    const again = await add(1, 'b.py', { text: 'b' });
    await w.settle();
    for (const one of [0, 1]) {
      const numbers = files(one).list.map(({ document }) => document.id);
      assert.equal(new Set(numbers).size, numbers.length);
      assert.ok(numbers.includes(again.document.id));
      assert.equal(text(one, 'b.py'), 'b');
    }
  });

  it('survive the reload of somebody who edits them offline', async () => {
    await add(0, 'a.py', { text: 'one\n' });
    w.cut(1, true);
    write(1, 'a.py', 'two\n');
    mock.timers.tick(1_000);
    await w.reload(1);
    await w.settle();
    for (const one of [0, 1]) assert.equal(text(one, 'a.py'), 'one\ntwo\n');
  });

  it('show in which one of them a person is', async () => {
    await add(0, 'a.py', { text: 'alpha' });
    file(1, 'main.py').document.point(0, 0);
    await w.settle();
    const at = () =>
      files(0)
        .list.filter(({ document }) => document.cursors.size > 0)
        .map(({ name }) => name);
    assert.deepEqual(at(), ['main.py']);
    mock.timers.tick(100);
    file(1, 'a.py').document.point(3, 3);
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual(at(), ['a.py']);
  });
});

describe('a room with one file', () => {
  it('sends no file list, as before there were several files', async () => {
    w = await World.of(0);
    const kinds = new Set<string>();
    w.record = (_wire, direction, bytes) => {
      if (direction === '<') kinds.add(decodeRoomMessage(bytes).type);
    };
    await w.join();
    await w.join();
    w.type(0, 'x');
    await w.settle();
    assert.ok(kinds.has('document'));
    assert.ok(!kinds.has('files'));
    assert.deepEqual(names(1), ['main.py']);
    assert.equal(session(1).document.id, MAIN_DOCUMENT);
  });
});

describe('files for interviewers', () => {
  const CANARY = 'canary-71f0';
  let [ann, cy, ob] = [0, 0, 0];

  beforeEach(async () => {
    w = await World.made({ code: 'print(1)\n' });
    ann = await joinAs('interviewer');
    cy = await joinAs('candidate');
    ob = await joinAs('observer');
  });

  it('are not revealed to others: no name, text or cursor, not by HTTP either', async () => {
    const heard: Uint8Array[] = [];
    w.record = (wire, direction, bytes) => {
      if (direction === '<' && wire !== w.wires[ann]) heard.push(bytes);
    };
    await add(ann, `${CANARY}.py`, { text: CANARY, hidden: true });
    file(ann, `${CANARY}.py`).document.point(2, 2);
    await w.settle();
    const late = await joinAs('candidate', 'Late');
    assert.ok(heard.length > 0);
    for (const frame of heard) assert.ok(!Buffer.from(frame).includes(CANARY));
    for (const one of [cy, ob, late]) assert.deepEqual(names(one), ['main.py']);
    // Nor by a clash: what they wrote is repeated.
    const written = `${CANARY}.py`.toUpperCase();
    const own = await add(cy, 'own.py');
    for (const ask of [() => addFile(files(cy), { name: written }), () => renameFile(own.document, written)])
      assert.equal(
        await outcome<unknown>(ask()),
        `There is a file called "${written}" in this room already. Choose another name.`,
      );
    assert.match(
      String(await outcome(addFile(files(cy), { name: `${written}/mine.py` }))),
      new RegExp(`both be called "${written}"`),
    );
    await outcome(removeFile(files(cy), own.document));
    await outcome(renameFile(file(ann, `${CANARY}.py`).document, 'OWN.py'));
    assert.match(String(await outcome(restoreFile(files(cy), own.document.id))), /called "own\.py"/);
    assert.match(String(await outcome(addFile(files(ann), { name: 'own.py' }))), /called "OWN\.py"/);
    await outcome(renameFile(file(ann, 'OWN.py').document, `${CANARY}.py`));
    for (const frame of heard) assert.ok(!Buffer.from(frame).includes(CANARY));
    for (const type of ['code', 'mine'] as const) {
      const answer = await w.command({ type, token: await w.token('candidate') });
      assert.ok(answer.ok);
      assert.ok(!JSON.stringify(answer).includes(CANARY));
    }
    const answer = await w.command({ type: 'code', token: await w.token('interviewer') });
    assert.ok(JSON.stringify(answer).includes(CANARY));
  });

  it('are marked in the replay of interviewers, and removed ones have their time', async () => {
    await add(ann, 'rubric.md', { text: CANARY, hidden: true });
    const { document } = await add(cy, 'draft.py', { text: 'x' });
    mock.timers.tick(1_000);
    const removedAt = Date.now();
    await outcome(removeFile(files(cy), document));
    mock.timers.tick(1_000);
    const told = async (shared: boolean) => {
      const answer = await w.command({ type: 'replay', token: await w.token('interviewer'), shared });
      assert.ok(answer.ok);
      const { documents } = answer.value;
      return documents.flatMap(({ name, hidden, removedAt }) => (name ? [[name, hidden, removedAt]] : []));
    };
    const open = [
      ['main.py', undefined, undefined],
      ['draft.py', undefined, removedAt],
    ];
    assert.deepEqual(await told(true), open);
    assert.deepEqual(await told(false), [open[0], ['rubric.md', true, undefined], open[1]]);
  });

  it('may include the first file: updates of people and of the room still reach everybody', async () => {
    await add(ann, 'other.py');
    await outcome(chooseEntry(files(ann), file(ann, 'other.py').document));
    const { document } = file(ann, 'main.py');
    await outcome(protectFile(files(ann), document, { readonly: false, hidden: true }));
    assert.deepEqual(names(cy), ['other.py']);
    await joinAs('candidate', 'Dan');
    assert.ok(session(cy).people.some(({ name }) => name === 'Dan'));
    session(ann).standing.end(true);
    await w.settle();
    assert.equal(session(cy).status, 'ended');
  });

  it('can be shown, and hidden again', async () => {
    const { document } = await add(ann, 'next.py', { text: 'part two', hidden: true });
    await outcome(protectFile(files(ann), document, { readonly: false, hidden: false }));
    assert.equal(text(cy, 'next.py'), 'part two');
    write(cy, 'next.py', '!');
    await w.settle();
    assert.equal(text(ann, 'next.py'), 'part two!');
    await outcome(protectFile(files(ann), document, { readonly: false, hidden: true }));
    assert.deepEqual([names(cy), names(ann)], [['main.py'], ['main.py', 'next.py']]);
  });

  it('are refused to others like files that do not exist', async () => {
    const { document } = await add(ann, 'next.py', { text: 'x', hidden: true });
    const unknown = 4_000;
    for (const id of [document.id, unknown])
      for (const type of ['remove-file', 'restore-file', 'choose-entry'] as const) {
        const heard: string[] = [];
        hear(cy, heard);
        w.wires[cy]?.send({ type, request: 1, document: id });
        await w.settle();
        assert.deepEqual(heard, ['There is no such file in this room.'], `${type} ${id}`);
      }
  });

  it('that are read-only cannot be edited, renamed or removed by others', async () => {
    const { document } = await add(ann, 'data.csv', { text: 'a,b\n', readonly: true });
    assert.ok(!file(cy, 'data.csv').document.editable);
    assert.ok(file(ann, 'data.csv').document.editable);
    for (const asked of [
      renameFile(file(cy, 'data.csv').document, 'x.csv'),
      removeFile(files(cy), file(cy, 'data.csv').document),
      protectFile(files(cy), file(cy, 'data.csv').document, { readonly: false, hidden: false }),
    ].map(outcome))
      assert.match(String(await asked), /read-only|may not/);
    assert.deepEqual([text(cy, 'data.csv'), names(ob)], ['a,b\n', ['main.py', 'data.csv']]);
    await outcome(protectFile(files(ann), document, { readonly: false, hidden: false }));
    assert.ok(file(cy, 'data.csv').document.editable);
  });

  it('that are read-only take no starter code from others', async () => {
    w = await World.made({});
    ann = await joinAs('interviewer');
    cy = await joinAs('candidate');
    const { document } = await add(ann, 'data.csv', { readonly: true });
    const seed = { type: 'seed' as const, document: document.id, language: 'json', text: 'mine' };
    w.wires[cy]?.send({ ...seed, more: true });
    w.wires[cy]?.send({ ...seed, more: false });
    await w.settle();
    assert.match(w.refusals.join(), /read-only/);
    assert.deepEqual([text(ann, 'data.csv'), file(ann, 'data.csv').document.language], ['', document.language]);
    w.wires[ann]?.send({ ...seed, more: false });
    await w.settle();
    assert.equal(text(cy, 'data.csv'), 'mine');
  });

  it('are not used up by candidates: interviewers may have twice as many over the life of a room', async () => {
    w = await World.made({}, { filesEver: 4 });
    ann = await joinAs('interviewer');
    cy = await joinAs('candidate');
    const changes = async (index: number, name: string) => {
      const added = await outcome(addFile(files(index), { name }));
      if (typeof added === 'object') await outcome(removeFile(files(index), added.document));
      return added;
    };
    for (let n = 0; n < 3; n++) assert.equal(typeof (await changes(cy, `junk-${n}.py`)), 'object');
    assert.match(String(await changes(cy, 'more.py')), /has had 4 files/);
    for (let n = 0; n < 4; n++) assert.equal(typeof (await changes(ann, `own-${n}.py`)), 'object');
    assert.match(String(await changes(ann, 'more.py')), /has had 8 files/);
  });

  it('cannot be the entry', async () => {
    const { document } = await add(ann, 'next.py', { hidden: true });
    assert.match(String(await outcome(chooseEntry(files(ann), document))), /everybody has to see it/);
    const main = file(ann, 'main.py').document;
    assert.match(
      String(await outcome(protectFile(files(ann), main, { readonly: false, hidden: true }))),
      /Choose another/,
    );
    assert.match(String(await outcome(removeFile(files(ann), main))), /at least one file/);
  });

  it('that were removed can be restored by their remover and by interviewers only', async () => {
    const { document } = await add(ann, 'draft.py', { text: 'solution' });
    await outcome(removeFile(files(ann), document));
    const late = await joinAs('candidate', 'Late');
    for (const one of [cy, late])
      assert.match(String(await outcome(restoreFile(files(one), document.id))), /no such file/);
    const own = await add(cy, 'own.py', { text: 'mine' });
    await outcome(removeFile(files(cy), own.document));
    assert.match(String(await outcome(restoreFile(files(late), own.document.id))), /no such file/);
    await outcome(restoreFile(files(cy), own.document.id));
    await outcome(restoreFile(files(ann), document.id));
    assert.deepEqual(names(late), ['main.py', 'draft.py', 'own.py']);
  });

  it('cannot be restored again and again faster than they could be written', async () => {
    w = await World.made({}, { writtenBytesPerHour: 1_000_000 });
    const one = await joinAs('candidate');
    const { document } = await add(one, 'large.txt', { text: 'x'.repeat(400_000) });
    const outcomes: unknown[] = [];
    for (let n = 0; n < 4; n++) {
      await outcome(removeFile(files(one), document));
      outcomes.push(await outcome(restoreFile(files(one), document.id)));
    }
    assert.equal(outcomes[0], undefined);
    assert.match(String(outcomes.at(-1)), /brought back much text/);
  });

  it('that cannot be stored are refused with a sentence, and their name is free again', async () => {
    const read = w.storage.read.bind(w.storage);
    w.storage.read = () => Promise.reject(new Error('disk gone'));
    assert.match(String(await outcome(addFile(files(ann), { name: 'a.py' }))), /could not be stored/);
    w.storage.read = read;
    await add(ann, 'a.py');
    assert.deepEqual(names(cy), ['main.py', 'a.py']);
  });

  it('cannot be changed by observers, nor after the end', async () => {
    assert.match(String(await outcome(addFile(files(ob), { name: 'x.py' }))), /observer/);
    session(ann).standing.end(true);
    await w.settle();
    assert.match(String(await outcome(addFile(files(cy), { name: 'x.py' }))), /has ended/);
    assert.match(String(await outcome(addFile(files(ann), { name: 'x.py' }))), /has ended/);
  });
});

describe('a room created with files', () => {
  it('has them from the beginning, unchanged', async () => {
    w = await World.made({
      files: [
        { name: 'grading.md', text: 'secret', visibility: 'interviewers' },
        { name: 'bank.py', text: 'class Bank: ...\n' },
        { name: 'main.py', text: 'import bank\n', entry: true },
        { name: 'data.csv', text: 'a,b\n', readonly: true },
      ],
    });
    const [ann, cy] = [await joinAs('interviewer'), await joinAs('candidate')];
    assert.deepEqual(names(ann), ['grading.md', 'bank.py', 'main.py', 'data.csv']);
    assert.deepEqual(names(cy), ['bank.py', 'main.py', 'data.csv']);
    for (const one of [ann, cy]) assert.equal(files(one).entry, file(one, 'main.py').document);
    assert.equal(text(cy, 'bank.py'), 'class Bank: ...\n');
    assert.ok(!file(cy, 'data.csv').document.editable);
    for (const one of [ann, cy]) assert.equal(session(one).document, file(one, 'main.py').document);
    w.crash();
    await w.settle();
    assert.deepEqual(names(cy), ['bank.py', 'main.py', 'data.csv']);
  });

  it('gives files without a language that of the others with their extension, or of the room', async () => {
    const sql = [
      { name: 'a.sql', text: '' },
      { name: 'b.sql', text: '', language: 'postgres', entry: true },
      { name: 'c.sql', text: '', language: 'sql' },
    ];
    for (const [given, language, languages] of [
      [sql, 'python', ['postgres', 'postgres', 'sql']],
      [sql.map(({ name, text }) => ({ name, text })), 'postgres', ['postgres', 'postgres', 'postgres']],
      [sql.map(({ name, text }) => ({ name, text })), 'python', ['sql', 'sql', 'sql']],
    ] as const) {
      w = await World.made({ files: [...given], language });
      const cy = await joinAs('candidate');
      assert.deepEqual(
        files(cy).list.map((each) => each.language),
        languages,
      );
    }
  });

  for (const [says, given, sentence] of [
    [
      'of one name',
      [
        { name: 'a.py', text: '' },
        { name: 'A.py', text: '' },
      ],
      /Two files are called "a\.py" and "A\.py"/,
    ],
    [
      'that are a file and a folder of one name',
      [
        { name: 'data/cities.csv', text: '' },
        { name: 'Data', text: '' },
      ],
      /"Data" cannot be a file beside "data\/cities\.csv", where it is a folder\./,
    ],
    [
      'that are a folder and a file of one name',
      [
        { name: 'Data', text: '' },
        { name: 'data/cities.csv', text: '' },
      ],
      /"Data" cannot be a file beside "data\/cities\.csv", where it is a folder\./,
    ],
    [
      'that nobody but interviewers sees',
      [{ name: 'a.py', text: '', visibility: 'interviewers' }],
      /at least one file/,
    ],
    [
      'of which two are run',
      [
        { name: 'a.py', text: '', entry: true },
        { name: 'b.py', text: '', entry: true },
      ],
      /both marked/,
    ],
    ['outside of their folder', [{ name: '../a.py', text: '' }], /"\.\."/],
    [
      'that are too many',
      Array.from({ length: 21 }, (_, n) => ({ name: `${n}.py`, text: '' })),
      /at most 20 files; these are 21/,
    ],
    ['that are too large', [{ name: 'a.py', text: 'é'.repeat(300_000) }], /larger than 512 KiB/],
  ] as const)
    it(`refuses files: ${says}`, async () => {
      w = await World.of(0);
      const about = { title: '', language: 'python', code: '', brief: '', lobby: false, retentionHours: 1 };
      const digests = { interviewer: 'i', candidate: 'c', observer: 'o' };
      const answer = await w.command({ type: 'create', ...about, digests, files: given });
      assert.ok(!answer.ok);
      assert.match(answer.detail, sentence);
    });
});
