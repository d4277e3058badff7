// Python packages for a host of one's own: what is named comes with all that it needs, each file is what the list says, and what is wrong is a sentence.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { releaseAddress } from '../../components/runner/packs/python-packages.mjs';

const run = promisify(execFile);
const wheel = (name: string) => `${name}-1.0-py3-none-any.whl`;
const listed = (name: string, depends: string[] = []) => ({
  ...{ name, version: '1.0', depends, file_name: wheel(name), imports: [name], install_dir: 'site' },
  sha256: createHash('sha256').update(name).digest('hex'),
});

describe('Python packages for a host of one’s own', () => {
  const packages = Object.fromEntries(
    [
      listed('pandas', ['numpy', 'python-dateutil']),
      listed('python-dateutil', ['six']),
      listed('six', ['pandas']),
      listed('numpy'),
      listed('pytest'),
    ].map((each) => [each.name, each]),
  );
  const info = { abi_version: '2026_0', python: '3.14.2' };
  let server: Server;
  let from = '';
  let out = '';
  let fetched: string[] = [];
  /** What is served in place of a file. */
  const changed = new Map<string, string>();

  before(async () => {
    server = createServer(({ url = '' }, response) => {
      const name = url.slice('/full/'.length);
      fetched.push(name);
      const own = name === 'pyodide-lock.json' ? JSON.stringify({ info, packages }) : name.split('-1.0-')[0];
      const text = changed.get(name) ?? own;
      response.writeHead(name.includes('nothing') ? 404 : 200).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    from = `http://127.0.0.1:${(server.address() as AddressInfo).port}/full`;
    out = mkdtempSync(join(tmpdir(), 'code-room-packages-'));
  });
  after(() => {
    server.close();
    rmSync(out, { recursive: true, force: true });
  });
  beforeEach(() => {
    fetched = [];
    changed.clear();
  });

  const bring = async (...args: string[]) => {
    const command = ['components/command/code-room.mjs', 'packages', ...args];
    return (await run(process.execPath, command)).stdout;
  };
  const refusal = (...args: string[]) =>
    bring(...args).then(
      () => '',
      ({ stderr }: { stderr: string }) => stderr,
    );

  it('come with all that they need, and with a list of just these', async () => {
    const said = await bring('Pandas', '--out', out, '--from', from);
    const names = ['numpy', 'pandas', 'python-dateutil', 'six'];
    assert.deepEqual(readdirSync(out).sort(), [...names.map(wheel), 'pyodide-lock.json'].sort());
    const lock = JSON.parse(readFileSync(join(out, 'pyodide-lock.json'), 'utf8'));
    assert.deepEqual(Object.keys(lock.packages).sort(), names);
    assert.deepEqual([lock.info, lock.packages.six], [info, packages.six]);
    assert.match(said, /^numpy 1\.0: 0\.0 MB$/m);
    assert.match(said, /^4 packages, 0\.0 MB, in /m);
  });

  it('are counted whole, however many come at a time', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `large${at}`);
    const content = 'x'.repeat(250_000);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const list = { info, packages: Object.fromEntries(names.map((name) => [name, { ...listed(name), sha256 }])) };
    changed.set('pyodide-lock.json', JSON.stringify(list));
    for (const name of names) changed.set(wheel(name), content);
    const said = await bring(...names, '--out', join(out, 'large'), '--from', from);
    assert.match(said, /^8 packages, 2\.0 MB, in /m);
  });

  it('are fetched once, and again when the file is another', async () => {
    writeFileSync(join(out, wheel('six')), 'broken');
    await bring('pandas', 'pytest', '--out', out, '--from', `${from}/`);
    assert.deepEqual(fetched.sort(), ['pyodide-lock.json', wheel('pytest'), wheel('six')].sort());
    assert.equal(readFileSync(join(out, wheel('six')), 'utf8'), 'six');
  });

  it('are refused with a sentence when a name, a file or the place is wrong', async () => {
    assert.match(
      await refusal('dateutil', '--out', out, '--from', from),
      /^dateutil is not among .*: python-dateutil\.$/m,
    );
    changed.set(wheel('numpy'), 'another');
    const fresh = join(out, 'fresh');
    assert.match(await refusal('numpy', '--out', fresh, '--from', from), /is not the file that .* lists/);
    assert.deepEqual(readdirSync(fresh), []);
    changed.set('pyodide-lock.json', '<html>');
    assert.match(await refusal('numpy', '--out', fresh, '--from', from), /is no list of Pyodide packages/);
    assert.match(await refusal('numpy', '--out', fresh, '--from', 'http://127.0.0.1:1'), /cannot be reached/);
    assert.match(await refusal('numpy', '--out', fresh, '--from', 'here'), /is no address/);
    assert.match(await refusal('--out', fresh), /^Say which packages/);
    assert.match(await refusal('numpy'), /^Say where to/);
  });

  it('come from the release that the sandbox has its Python from', () => {
    const { version } = JSON.parse(readFileSync('node_modules/pyodide/package.json', 'utf8'));
    assert.equal(releaseAddress(), `https://cdn.jsdelivr.net/pyodide/v${version}/full/`);
  });
});
