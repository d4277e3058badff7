// The part of the build that needs the compiler: headers read once, what supports programs compiled, all of it in two files.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packed } from './archive.js';
import { type Dialect, HEADER, IMPORTED, SUPPORT, SYSTEM, Toolchain } from './toolchain.js';
import { type Bytes, Disk } from './wasi/disk.js';

/** Of the headers, folders that are for other machines and older dialects. */
const UNUSED =
  /^include\/(?:(?:cuda|hlsl|openmp|ppc|llvm_libc|llvm_offload|zos)_wrappers|cuda|hlsl|fuzzer|orc|profile|sanitizer|c\+\+\/v1\/__cxx03)\/|^include\/(?!(?:__)?(?:float|iso646|limits|std|tgmath|varargs|unwind|inttypes)[\w.]*$)[\w.-]+\.(?:h|def)$/;
const USED_LIBRARIES = /^lib\/.*\/(?:crt1-command\.o|libc\.a|libc\+\+\.a|libc\+\+abi\.a|lib(?:wasi-emulated-|c-printscan-long)[\w-]+\.a|libclang_rt\.builtins\.a)$/;

const [llvm = '', resources = '', own = '', out = ''] = process.argv.slice(2);
const disk = new Disk();
for (const [path, bytes] of unpacked(readFileSync(resources))) {
  if (path.startsWith('include/') ? !UNUSED.test(path) : USED_LIBRARIES.test(path)) disk.add(SYSTEM + path, bytes);
}
const read = (path: string): Bytes => new Uint8Array(readFileSync(join(own, path)));
disk.add(HEADER, read('include/bits/stdc++.h'));
disk.add('usr/include/c++/v1/__assertion_handler', read('include/c++/v1/__assertion_handler'));
disk.add(...IMPORTED);

const toolchain = new Toolchain(new WebAssembly.Module(readFileSync(llvm)), disk);
const sources: [source: string, dialect: Dialect, object: string][] = [
  ['exceptions.cpp', 'cpp', SUPPORT.cpp[0] ?? ''],
  ['library.cpp', 'cpp', SUPPORT.cpp[1] ?? ''],
  ['c.c', 'c', SUPPORT.c[0] ?? ''],
];
for (const [source, dialect, object] of sources) {
  disk.add(source, read(`support/${source}`));
  expectDone(toolchain.compileSupport(source, object, dialect));
  disk.files.delete(source);
}
expectDone(toolchain.precompile());

const entries = [...disk.files].map(([path, file]): [string, Bytes] => [path, file.content]);
const isPrecompiled = ([path]: [string, Bytes]) => path.endsWith('.pch');
writeFileSync(join(out, 'system.bin'), packed(entries.filter((entry) => !isPrecompiled(entry))));
writeFileSync(join(out, 'headers.bin'), packed(entries.filter(isPrecompiled)));

function expectDone({ done, said }: { done: boolean; said: string }): void {
  if (!done) throw new Error(said);
}

/** The files of a tar archive. */
function* unpacked(tar: Buffer): Generator<[path: string, bytes: Bytes]> {
  const text = (at: number, length: number) => tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8) || 0;
    const [name, folder, kind] = [text(at, 100), text(at + 345, 155), text(at + 156, 1)];
    const from = at + 512;
    if (kind === '0' || kind === '') yield [folder ? `${folder}/${name}` : name, new Uint8Array(tar.subarray(from, from + size))];
    at = from + Math.ceil(size / 512) * 512;
  }
}
