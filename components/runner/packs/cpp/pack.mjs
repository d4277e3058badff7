// The pack of C and C++: LLVM's compiler and linker, the C++ standard library, its headers read once.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
/** What precompile.mjs writes. */
const MADE = ['system.bin', 'headers.bin'];

export default {
  id: 'cpp',
  languages: [
    { id: 'cpp', label: 'C++', extension: 'cpp' },
    { id: 'c', label: 'C', extension: 'c' },
  ],
  version: '22.1.0',
  packages: ['@yowasp/clang'],
  worker: 'worker.js',
  scripts: { 'worker.js': 'worker.ts', 'precompile.js': 'precompile.mjs' },
  compiledInFrame: ['clang.wasm'],
  memoryMb: 300,
  licences: [
    { name: 'LLVM, Clang, LLD, libc++', licence: 'Apache-2.0 WITH LLVM-exception', url: 'https://llvm.org' },
    { name: '@yowasp/clang', licence: 'ISC', url: 'https://github.com/YoWASP/clang' },
    { name: 'wasi-libc, with musl', licence: 'MIT', url: 'https://github.com/WebAssembly/wasi-libc' },
  ],
  /** @param {string} out @param {{ folderOf(name: string): string }} tools */
  async files(out, { folderOf }) {
    const gen = join(folderOf('@yowasp/clang'), 'gen');
    const script = join(out, 'precompile.js');
    const llvm = join(gen, 'llvm.core.wasm');
    const made = precompiled(script, llvm, join(gen, 'llvm-resources.tar'), join(gen, '../../../.cache/code-room'));
    for (const name of MADE) copyFileSync(join(made, name), join(out, name));
    rmSync(script);
    copyFileSync(llvm, join(out, 'clang.wasm'));
  },
};

/** It takes the better part of a minute, so it is kept between builds; a name says what it was made from. @param {string} script @param {string} llvm @param {string} resources @param {string} cache */
function precompiled(script, llvm, resources, cache) {
  const sources = ['support', 'include'].flatMap((name) =>
    readdirSync(join(here, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  const hash = createHash('sha256');
  for (const path of [script, resources, ...sources]) hash.update(readFileSync(path));
  const folder = join(cache, `cpp-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  // Builds may go on side by side: what stands under its name is whole.
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  execFileSync(process.execPath, [script, llvm, resources, here, unfinished], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}
