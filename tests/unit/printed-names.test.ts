/** Names of files in the output of a run lead to the file that had them, whatever it is called by now. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PrintedNames } from '../../components/output/printed-names.js';
import { Session } from '../../components/session/session.js';
import { addFile, removeFile, renameFile } from '../../components/session/sync/file-changes.js';
import { MAIN_DOCUMENT } from '../../party/shared/protocol.js';

async function alone(): Promise<Session> {
  const session = new Session({ seed: { text: 'x\n', language: 'python' } });
  session.connect();
  while (session.status !== 'live') await new Promise((resolve) => setImmediate(resolve));
  return session;
}

const run = (id: string) => ({ id, document: MAIN_DOCUMENT, language: 'python' });

describe('a name in the output', { timeout: 10_000 }, () => {
  it('is that of the file that had it when the run was seen first', async () => {
    const session = await alone();
    const { documents } = session;
    const { files } = documents;
    const { document: helper } = await addFile(files, { name: 'helper.py' });
    const names = new PrintedNames();
    assert.deepEqual(names.of(run('1'), documents), ['main.py', 'helper.py']);
    await renameFile(files.entry, 'solve.py');
    await renameFile(helper, 'main.py');
    assert.deepEqual(names.of(run('1'), documents), ['main.py', 'helper.py', 'solve.py']);
    assert.deepEqual(
      ['main.py', 'helper.py', 'solve.py'].map((name) => names.now(name, documents)),
      ['solve.py', 'main.py', 'solve.py'],
    );
    await removeFile(files, helper);
    assert.equal(names.now('helper.py', documents), undefined);
    assert.deepEqual(names.of(run('2'), documents), ['solve.py']);
    assert.equal(names.now('main.py', documents), undefined);
    session.close();
  });

  it('is not known in another room, whose runs are counted anew', async () => {
    const [left, next] = [await alone(), await alone()];
    const names = new PrintedNames();
    await addFile(left.documents.files, { name: 'helper.py' });
    assert.deepEqual(names.of(run('1'), left.documents), ['main.py', 'helper.py']);
    assert.deepEqual(names.of(run('1'), next.documents), ['main.py']);
    assert.equal(names.now('helper.py', next.documents), undefined);
    left.close();
    next.close();
  });
});
