// Files that were dropped or chosen: of more than anybody waits for, those in the fewest folders, and the others by name.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pickedFrom, pickedIn } from '../../components/element/picked-files.js';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `${String(at).padStart(3, '0')}.csv`);

function file(name: string): FileSystemEntry {
  const give = (take: (given: File) => void) => take(new File([name], name));
  return { name, isDirectory: false, isFile: true, file: give } as unknown as FileSystemEntry;
}

/** `inner` is null where the computer does not let the page look. */
function folder(name: string, inner: readonly FileSystemEntry[] | null): FileSystemEntry {
  const createReader = () => {
    const left = [...(inner ?? [])];
    return {
      readEntries: (give: (some: FileSystemEntry[]) => void, fail: (error: unknown) => void) =>
        inner ? give(left.splice(0, 100)) : fail(new Error('not allowed')),
    };
  };
  return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
}

function dropped(...entries: readonly FileSystemEntry[]): DataTransfer {
  const items = entries.map((entry) => ({
    kind: 'file',
    webkitGetAsEntry: () => entry,
    getAsFile: () => new File([entry.name], entry.name),
  }));
  return { items, files: [] } as unknown as DataTransfer;
}

const namesOf = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('files that are brought', () => {
  it('as a folder come before those of its folders, whatever the computer tells first', async () => {
    const data = folder('data', numbered(250).map(file));
    const { files, tooMany } = await pickedFrom(dropped(folder('p', [data, file('main.py')]), file('beside.py')));
    const inside = numbered(250).map((name) => `p/data/${name}`);
    assert.deepEqual(namesOf(files), ['beside.py', 'p/main.py', ...inside.slice(0, 198)]);
    assert.deepEqual(tooMany, inside.slice(198));
  });

  it('are not searched for in folders below those that are enough', async () => {
    const deep = folder('deep', [folder('er', null)]);
    const { files, tooMany, leftOut } = await pickedFrom(
      dropped(folder('p', [deep, folder('.git', []), ...numbered(200).map(file)])),
    );
    assert.deepEqual(namesOf(files), namesOf(numbered(200).map((name) => ({ name: `p/${name}` }))));
    assert.deepEqual([tooMany, leftOut], [['p/deep'], ['p/.git']]);
  });

  it('with a folder that cannot be read are the others, and that folder by its name', async () => {
    const { files } = await pickedFrom(dropped(folder('p', [folder('closed', null), file('main.py')])));
    assert.deepEqual(
      files.map(({ name, file: content }) => [name, content !== null]),
      [
        ['p/main.py', true],
        ['p/closed', false],
      ].sort(),
    );
  });

  it('one by one are named beyond what anybody waits for', () => {
    const { files, tooMany } = pickedIn(numbered(203).map((name) => new File([''], name)));
    assert.equal(files.length, 200);
    assert.deepEqual(tooMany, numbered(203).slice(200));
  });
});
