// LLVM's compiler and linker over files in memory; each tool is the same module under another name.
import { type Bytes, type Disk, resolved } from './wasi/disk.js';
import { Wasi } from './wasi/wasi.js';

export type Dialect = 'c' | 'cpp';

/** What a tool said, and whether it did what it was asked. */
interface ToolReport {
  done: boolean;
  out: string;
  /** What it said to the person. */
  said: string;
}

/** Names on the disk of a toolchain; all else there is the room's. */
export const SYSTEM = 'usr/';
export const HEADER = 'usr/include/code-room/bits/stdc++.h';
/** All that is read once for all programs: that header, and the library's templates made for what programs mostly use. */
export const COMMON = 'usr/include/code-room/common.h';
const HEADERS = 'usr/lib/stdc++.pch';
/** The code of what stands in the headers, which so is made for no program anew. */
const HEADERS_CODE = 'usr/lib/headers.o';
const LIBRARIES = '/usr/lib/wasm32-wasip1';
const BUILTINS = '/usr/lib/wasm32-unknown-wasip1/libclang_rt.builtins.a';
const IMPORTS = 'usr/lib/imports.txt';
const UNCHECKED_PATH = 'usr/lib/unchecked.txt';
/** What `support/` is compiled to, for programs in each. */
export const SUPPORT: Record<Dialect, string[]> = {
  cpp: ['usr/lib/exceptions.o', 'usr/lib/library.o', 'usr/lib/ends.o'],
  c: ['usr/lib/ends.o'],
};

const STACK_BYTES = 8 * 1024 * 1024;
/** As for Python: a program that needs more than this would make the whole browser slow before it fails. */
const MEMORY_BYTES = 512 * 1024 * 1024;
/** What no other machine lets pass, told apart from what only this one does: each calls its function in support/ends.c. */
const CHECKS = [
  ...['-fsanitize=null,return,array-bounds', '-fsanitize-minimal-runtime'],
  `-fsanitize-ignorelist=/${UNCHECKED_PATH}`,
];
/** More of them nobody reads. */
const ERRORS = 20;

/** As Clang's driver says it for `clang++ -fwasm-exceptions`: the driver itself would be one program more to start. */
const TARGET = [
  ...['-triple', 'wasm32-unknown-wasip1', '-target-cpu', 'generic', '-disable-free', '-mrelocation-model', 'static'],
  ...['-mframe-pointer=none', '-ffp-contract=on', '-fno-rounding-math', '-mconstructor-aliases', '-fvisibility=hidden'],
  // It looks for mistakes of the compiler itself, and Clang's driver leaves it out of releases, too.
  '-disable-llvm-verifier',
  ...['-resource-dir', '/usr', '-isysroot', '/usr', '-fgnuc-version=4.2.1', '-fno-implicit-modules'],
];
const CPP_ONLY = [
  ...[
    '-target-feature',
    '+exception-handling',
    '-target-feature',
    '+multivalue',
    '-target-feature',
    '+reference-types',
  ],
  ...['-exception-model=wasm', '-mllvm', '-wasm-enable-eh', '-fcxx-exceptions', '-fexceptions'],
  ...['-internal-isystem', '/usr/include/code-room', '-internal-isystem', '/usr/include/c++/v1'],
  ...['-std=gnu++20', '-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_FAST'],
];
/** What WASI has none of and its library pretends: signals within the program, its own time, its number. */
const PRETENDED = ['signal', 'process-clocks', 'getpid', 'mman'];
const SYSTEM_HEADERS = [
  ...PRETENDED.map((name) => `-D_WASI_EMULATED_${name.replace('-', '_').toUpperCase()}`),
  ...['-internal-isystem', '/usr/include', '-internal-isystem', '/usr/include/wasm32-wasip1'],
];
const MESSAGES = [...['-ferror-limit', String(ERRORS), '-ftemplate-backtrace-limit=4', '-fmacro-backtrace-limit=2']];

function optionsOf(dialect: Dialect): string[] {
  const own = dialect === 'cpp' ? CPP_ONLY : ['-std=gnu17'];
  return [...TARGET, ...own, ...SYSTEM_HEADERS, ...MESSAGES, ...CHECKS];
}

export class Toolchain {
  constructor(
    private readonly module: WebAssembly.Module,
    readonly disk: Disk,
  ) {}

  /** The object file of one source is written to `object`. Lines are kept in it, so that errors can be told with theirs. */
  compile(source: string, object: string, dialect: Dialect): ToolReport {
    const precompiled = dialect === 'cpp' && this.disk.files.has(HEADERS) ? ['-include-pch', `/${HEADERS}`] : [];
    const lines = ['-debug-info-kind=line-tables-only', '-dwarf-version=4', '-debugger-tuning=gdb'];
    return this.#compiler(dialect, [...lines, ...precompiled, '-emit-obj'], source, object);
  }

  /** For the build: something that comes with the language. */
  compileSupport(source: string, object: string, dialect: Dialect): ToolReport {
    return this.#compiler(dialect, ['-O2', '-emit-obj'], source, object);
  }

  /** For the build: the headers, read once for all. */
  precompile(): ToolReport {
    const { clang } = TOOLS;
    const lines = ['-debug-info-kind=line-tables-only', '-dwarf-version=4', '-debugger-tuning=gdb'];
    // Templates that the library itself uses are made here once, not in each compilation; nor is code of them.
    const once = ['-fno-pch-timestamp', '-fpch-instantiate-templates', '-fmodules-codegen', '-building-pch-with-obj'];
    const order = ['-emit-pch', '-x', 'c++-header', `/${COMMON}`, '-o', `/${HEADERS}`];
    return this.run([...clang, ...optionsOf('cpp'), ...lines, ...once, ...order]);
  }

  /** For the build, after it: the code of what was read. */
  compileHeaders(): ToolReport {
    const order = ['-O2', '-emit-obj', '-x', 'precompiled-header', `/${HEADERS}`, '-o', `/${HEADERS_CODE}`];
    return this.run([...TOOLS.clang, ...optionsOf('cpp'), ...order]);
  }

  link(objects: readonly string[], program: string, dialect: Dialect): ToolReport {
    const pretended = PRETENDED.map((name) => `-lwasi-emulated-${name}`);
    const libraries = [
      ...(dialect === 'cpp' ? ['-lc++', '-lc++abi'] : []),
      ...pretended,
      '-lc-printscan-long-double',
      '-lc',
    ];
    return this.run([
      ...TOOLS.linker,
      ...['-m', 'wasm32', '--stack-first', '-z', `stack-size=${STACK_BYTES}`, `--max-memory=${MEMORY_BYTES}`],
      ...[`--allow-undefined-file=/${IMPORTS}`, `-L${LIBRARIES}`, `${LIBRARIES}/crt1-command.o`],
      ...objects.map((object) => `/${object}`),
      ...SUPPORT[dialect].map((object) => `/${object}`),
      ...(dialect === 'cpp' ? [`/${HEADERS_CODE}`] : []),
      ...[...libraries, BUILTINS, '-o', `/${program}`],
    ]);
  }

  /** File and line of places in a program, the first byte of whose code is 0; undefined for what is not told. */
  lines(program: string, places: readonly number[]): ({ file: string; line: number } | undefined)[] {
    const { out } = this.run([
      ...TOOLS.symbolizer,
      `--obj=/${program}`,
      ...places.map((place) => `0x${place.toString(16)}`),
    ]);
    return out.split(/\n\n+/).map((answer) => {
      const [, path = '', line] = /\n(.+?):(\d+):\d+$/.exec(answer.trim()) ?? [];
      return Number(line) > 0 ? { file: resolved('', path) ?? path, line: Number(line) } : undefined;
    });
  }

  run(args: readonly string[]): ToolReport {
    const texts = { stdout: '', stderr: '' };
    const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
    const wasi = new Wasi({
      args,
      disk: this.disk,
      read: () => new Uint8Array(),
      write: (stream, bytes) => {
        texts[stream] += decoders[stream].decode(bytes, { stream: true });
      },
    });
    const instance = new WebAssembly.Instance(this.module, { wasi_snapshot_preview1: wasi.imports(this.module) });
    wasi.attach(instance.exports.memory as WebAssembly.Memory);
    try {
      (instance.exports._start as () => void)();
    } catch (error) {
      if (wasi.exit === undefined) throw error;
    }
    return { done: (wasi.exit ?? 0) === 0, out: texts.stdout, said: texts.stderr };
  }

  #compiler(dialect: Dialect, options: readonly string[], source: string, object: string): ToolReport {
    const language = dialect === 'cpp' ? 'c++' : 'c';
    const files = ['-main-file-name', source, '-o', `/${object}`, '-x', language, source];
    return this.run([...TOOLS.clang, ...optionsOf(dialect), ...options, ...files]);
  }
}

const TOOLS = { clang: ['clang++', '-cc1'], linker: ['wasm-ld'], symbolizer: ['llvm-symbolizer'] };

/** What the linker and the compiler are told in files: the tag of exceptions is the worker's, and the library is not checked. */
export const TOLD: [path: string, bytes: Bytes][] = [
  [IMPORTS, new TextEncoder().encode('__cpp_exception\n')],
  [UNCHECKED_PATH, new TextEncoder().encode('src:/usr/*\n')],
];
