// The pack of C and C++: LLVM's compiler and linker, the C++ standard library, its headers read once.
import { execFileSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export default {
  id: 'cpp',
  languages: [
    { id: 'cpp', label: 'C++', extension: 'cpp' },
    { id: 'c', label: 'C', extension: 'c' },
  ],
  version: '22.1.0',
  packages: ['@yowasp/clang'],
  worker: 'worker.js',
  scripts: { 'worker.js': 'worker.ts', 'precompile.js': 'precompile.ts' },
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
    const here = dirname(fileURLToPath(import.meta.url));
    const llvm = join(gen, 'llvm.core.wasm');
    execFileSync(process.execPath, [script, llvm, join(gen, 'llvm-resources.tar'), here, out], { stdio: 'inherit' });
    rmSync(script);
    copyFileSync(llvm, join(out, 'clang.wasm'));
  },
};
