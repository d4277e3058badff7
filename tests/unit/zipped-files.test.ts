// A .zip that is brought stands for its files: those of our own making and of others, and none that is broken hurts.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { unzipped } from '../../components/element/zipped-files.js';
import { zipOf } from '../../party/shared/zip.js';

const NOW = new Date(2026, 10, 29, 15, 0, 0);

interface Given {
  name: Buffer | string;
  content: Buffer | string;
  deflated?: boolean;
  flags?: number;
  method?: number;
}

/** A zip as other programs write it. */
function packed(files: readonly Given[], remark = ''): File {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, deflated = true, flags = 0x0800, method = deflated ? 8 : 0 } of files) {
    const path = typeof name === 'string' ? Buffer.from(name) : name;
    const data = deflated ? deflateRawSync(content) : Buffer.from(content);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(flags, 2);
    about.writeUInt16LE(method, 4);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(Buffer.from(content).length, 18);
    about.writeUInt16LE(path.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, end, path);
    // What stands in the directory alone counts; others leave the sizes here empty.
    about.copy(about, 0);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, path, data]);
    parts.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(remark.length, 20);
  return new File([Buffer.concat([...parts, ...directory, end, Buffer.from(remark)])], 'bank.zip');
}

const read = async (zipped: File) => {
  const picked = await unzipped(zipped);
  assert.ok(picked);
  const files = picked.files.map(async ({ name, file }) => [name, file && (await file.text())]);
  return { files: await Promise.all(files), leftOut: picked.leftOut };
};

describe('a zip that is brought', () => {
  it('is its files, stored or deflated, with their folders', async () => {
    const files = [
      { name: 'bank/main.py', content: 'print(1)\n'.repeat(1_000) },
      { name: 'bank/', content: '', deflated: false },
      { name: 'bank/größe.csv', content: 'a,b\n', deflated: false },
    ];
    assert.deepEqual(await read(packed(files, 'made by hand')), {
      files: [
        ['bank/größe.csv', 'a,b\n'],
        ['bank/main.py', 'print(1)\n'.repeat(1_000)],
      ],
      leftOut: [],
    });
  });

  it('of a system that does not say so has names in UTF-8, or in the code page of old Windows', async () => {
    const files = ['größe.csv', Buffer.from('gr\xf6\xdfer.csv', 'latin1')].map((name) => ({
      name,
      content: 'a',
      flags: 0,
    }));
    assert.deepEqual(
      (await read(packed(files))).files.map(([name]) => name),
      ['größe.csv', 'größer.csv'],
    );
  });

  it('of more files than anybody waits for has those in the fewest folders, and names the others', async () => {
    const data = Array.from({ length: 250 }, (_, at) => ({
      name: `p/data/${String(at).padStart(3, '0')}.csv`,
      content: '',
    }));
    const picked = await unzipped(packed([...data, { name: 'p/main.py', content: 'x' }]));
    assert.ok(picked);
    assert.deepEqual(
      picked.files.map(({ name }) => name),
      ['p/main.py', ...data.slice(0, 199).map(({ name }) => name)],
    );
    assert.deepEqual(
      picked.tooMany,
      data.slice(199).map(({ name }) => name),
    );
  });

  it('may be the one that a room gave', async () => {
    const ours = new File([zipOf([{ name: 'a.py', text: '漢\n' }], NOW)], 'Code.ZIP');
    assert.deepEqual(await read(ours), { files: [['a.py', '漢\n']], leftOut: [] });
  });

  it('leaves out what nobody means', async () => {
    const files = ['.git/config', '__MACOSX/._main.py', 'main.py'].map((name) => ({ name, content: name }));
    assert.deepEqual(await read(packed(files)), { files: [['main.py', 'main.py']], leftOut: ['.git', '__MACOSX'] });
  });

  it('of files that cannot be read has their names', async () => {
    const files = [
      { name: 'a.py', content: 'a', flags: 0x0801 },
      { name: 'b.py', content: 'b', method: 12 },
      { name: 'c.py', content: 'c' },
    ];
    assert.deepEqual((await read(packed(files))).files, [
      ['a.py', null],
      ['b.py', null],
      ['c.py', 'c'],
    ]);
  });

  it('is read no further than a room takes, however much is packed in it', async () => {
    const zipped = packed([{ name: 'bomb.txt', content: Buffer.alloc(64 * 1024 * 1024) }]);
    const size = (await unzipped(zipped))?.files[0]?.file?.size ?? 0;
    assert.ok(size > 1024 * 1024 && size < 2 * 1024 * 1024, `${size} bytes`);
  });

  it('that is none, or cut off anywhere, is no zip', async () => {
    assert.equal(await unzipped(new File(['PK nothing'], 'a.zip')), null);
    assert.equal(await unzipped(new File([''], 'a.zip')), null);
    assert.equal(await unzipped(new File(['a'], 'a.py')), null);
    const whole = packed([{ name: 'a.py', content: 'a'.repeat(200) }]);
    for (let length = 0; length < whole.size; length++)
      assert.equal(await unzipped(new File([whole.slice(0, length)], 'a.zip')), null, `${length} bytes`);
    for (let from = 1; from < whole.size - 22; from++) {
      const broken = await unzipped(new File([whole.slice(from)], 'a.zip'));
      assert.ok(broken === null || broken.files.every(({ file }) => file === null || file.size <= 200));
    }
  });
});
