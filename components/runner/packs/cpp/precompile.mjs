// The part of the build that needs the compiler: headers read once, what supports programs compiled, all of it in two files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from './archive.ts';
import { COMMON, HEADER, SUPPORT, SYSTEM, TOLD, Toolchain } from './toolchain.ts';
import { Disk } from './wasi/disk.ts';

/** Of the headers, folders that are for other machines and older dialects. */
const UNUSED =
  /^include\/(?:(?:cuda|hlsl|openmp|ppc|llvm_libc|llvm_offload|zos)_wrappers|cuda|hlsl|fuzzer|orc|profile|sanitizer|c\+\+\/v1\/__cxx03)\/|^include\/(?!(?:__)?(?:float|iso646|limits|std|tgmath|varargs|unwind|inttypes)[\w.]*$)[\w.-]+\.(?:h|def)$/;
const USED_LIBRARIES =
  /^lib\/.*\/(?:crt1-command\.o|libc\.a|libc\+\+\.a|libc\+\+abi\.a|lib(?:wasi-emulated-|c-printscan-long)[\w-]+\.a|libclang_rt\.builtins\.a)$/;

const [llvm = '', resources = '', own = '', out = ''] = process.argv.slice(2);
const disk = new Disk();
for (const [path, bytes] of unpacked(readFileSync(resources))) {
  if (path.startsWith('include/') ? !UNUSED.test(path) : USED_LIBRARIES.test(path)) disk.add(SYSTEM + path, bytes);
}
/** @param {string} path */
const read = (path) => new Uint8Array(readFileSync(join(own, path)));
disk.add(HEADER, read('include/bits/stdc++.h'));
disk.add(COMMON, read('include/common.h'));
disk.add('usr/include/c++/v1/__assertion_handler', read('include/c++/v1/__assertion_handler'));
for (const [path, bytes] of TOLD) disk.add(path, bytes);

const toolchain = new Toolchain(new WebAssembly.Module(readFileSync(llvm)), disk);
/** @type {[source: string, dialect: 'c' | 'cpp', object: string][]} */
const sources = [
  ['exceptions.cpp', 'cpp', SUPPORT.cpp[0] ?? ''],
  ['library.cpp', 'cpp', SUPPORT.cpp[1] ?? ''],
  ['ends.c', 'c', SUPPORT.c[0] ?? ''],
];
for (const [source, dialect, object] of sources) {
  disk.add(source, read(`support/${source}`));
  expectDone(toolchain.compileSupport(source, object, dialect));
  disk.files.delete(source);
}
expectDone(toolchain.precompile());
expectDone(toolchain.compileHeaders());

const entries = [...disk.files].map(([path, file]) => /** @type {const} */ ([path, file.content]));
/** @param {readonly [string, unknown]} entry */
const isPrecompiled = ([path]) => path.endsWith('.pch');
writeFileSync(join(out, 'system.bin'), packed(entries.filter((entry) => !isPrecompiled(entry))));
writeFileSync(join(out, 'headers.bin'), packed(entries.filter(isPrecompiled)));

/** @param {{ done: boolean, said: string }} report */
function expectDone({ done, said }) {
  if (!done) throw new Error(said);
}

/** The files of a tar archive. @param {Buffer} tar @returns {Generator<[path: string, bytes: Uint8Array<ArrayBuffer>]>} */
function* unpacked(tar) {
  /** @param {number} at @param {number} length */
  const text = (at, length) => tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const [name, folder, kind] = [text(at, 100), text(at + 345, 155), text(at + 156, 1)];
    const from = at + 512;
    if (kind === '0' || kind === '')
      yield [folder ? `${folder}/${name}` : name, new Uint8Array(tar.subarray(from, from + size))];
    at = from + Math.ceil(size / 512) * 512;
  }
}
