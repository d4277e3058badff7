// The package as tools see it: entries and types that resolve, documents whose links lead somewhere, nothing that nobody needs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

/** In a folder of their own: nobody who uses or builds the project has to fetch them. They ask nobody for anything. */
const checkers = { publint: '0.3.25', '@arethetypeswrong/cli': '0.18.5' };
const cache = resolve('.cache/package-checks');

/** Without what travels as packs. To be raised only for what people who install the package need. */
const UNPACKED_MB = 31;

/** Documents about working on the project. */
const forDevelopers = /^(AGENTS\.md$|tests\/)/;

interface Packed {
  filename: string;
  unpackedSize: number;
  files: { path: string }[];
}

/** With what it prints if it fails. */
const check = (name: string, ...args: string[]) =>
  run(join(cache, 'node_modules/.bin', name), args).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}` || 'failed without a word',
  );

describe('the shape of the package', { timeout: 420_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-shape-'));
  let packed: Packed;
  let files: string[] = [];
  const about = JSON.parse(readFileSync('package.json', 'utf8'));

  before(async () => {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    [packed] = JSON.parse(stdout) as [Packed];
    files = packed.files.map(({ path }) => path);
    const wanted = JSON.stringify({ private: true, dependencies: checkers });
    const list = join(cache, 'package.json');
    if (existsSync(list) && readFileSync(list, 'utf8') === wanted && existsSync(join(cache, 'node_modules/.bin/attw')))
      return;
    mkdirSync(cache, { recursive: true });
    writeFileSync(list, wanted);
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: cache });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has nothing that publint would change', async () => {
    await run('tar', ['-xzf', join(folder, packed.filename), '-C', folder]);
    assert.equal(await check('publint', 'run', join(folder, 'package'), '--strict', '--pack', 'false'), '');
  });

  it('has types that every resolver finds, and that are of modules', async () => {
    const styles = Object.keys(about.exports).filter((name) => /\.(css|json)$|\*/.test(name));
    const left = styles.flatMap((name) => ['--exclude-entrypoints', name]);
    assert.equal(await check('attw', join(folder, packed.filename), '--profile', 'esm-only', ...left), '');
  });

  it('asks for nothing but what pages share, and stays small', async () => {
    assert.deepEqual(Object.keys(about.dependencies), ['@codemirror/state', 'idb-keyval', 'lit', 'partysocket']);
    const entries = (Object.values(about.exports) as (string | { default: string })[]).flatMap((entry) =>
      typeof entry === 'string' ? [] : [entry.default],
    );
    const { metafile } = await build({
      entryPoints: entries,
      bundle: true,
      packages: 'external',
      external: ['cloudflare:workers'],
      format: 'esm',
      metafile: true,
      write: false,
      outdir: folder,
      logLevel: 'silent',
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.filter(({ external }) => external));
    const asked = new Set(imports.map(({ path }) => path.replace(/^((?:@[^/]+\/)?[^/]+).*/, '$1')));
    assert.deepEqual([...asked].sort(), ['cloudflare:workers', 'idb-keyval', 'lit', 'partysocket']);
    const size = packed.unpackedSize / 1e6;
    assert.ok(size <= UNPACKED_MB, `${size.toFixed(1)} MB`);
  });

  it('has no source maps: what bundlers take is as it was written, and what a page takes is not for reading', () => {
    assert.deepEqual(
      files.filter((name) => name.endsWith('.map')),
      [],
    );
    const scripts = files.filter((name) => name.endsWith('.js'));
    assert.deepEqual(
      scripts.filter((name) => /^\/\/# sourceMappingURL/m.test(readFileSync(name, 'utf8'))),
      [],
    );
  });

  it('has documents whose links lead to what is in it', () => {
    const documents = files.filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md');
    assert.ok(documents.includes('README.md') && documents.length > 5);
    const broken = documents.flatMap((name) =>
      [...readFileSync(name, 'utf8').matchAll(/\]\((?!https?:|#|\/)([^)#\s]+)/g)]
        .map(([, path = '']) => join(dirname(name), path))
        .filter((path) => !files.includes(path) && !forDevelopers.test(path))
        .map((path) => `${name} → ${path}`),
    );
    assert.deepEqual(broken, []);
  });
});
