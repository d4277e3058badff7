// Starts Lua 5.4 with our own output, input and errors.
import { LuaFactory } from 'wasmoon';
import type { OutputKind } from '../../../../party/shared/output.js';
import type { ProgramFile, RuntimeFiles, TestReport } from '../../messages.js';
import type { CappedOutput } from '../capped-output.js';
import type { InputPrompts } from '../input-prompts.js';
import { endNow, type Interpreter, type Program, tell } from '../serve.js';
import { Stdin } from '../stdin.js';
import characters from './characters.lua';
import prelude from './program.lua';
import testing from './testing.lua';

/** The function that program.lua returns. */
type RunProgram = (
  write: (kind: OutputKind, text: string) => void,
  read: (readsAll: boolean | undefined) => string | undefined,
  relax: () => void,
  leave: (done: boolean, closes?: boolean) => never,
  closed: () => void,
  code: string,
  fileName: string,
  seed: number,
) => boolean;

/** The function that testing.lua returns. */
type BeginTest = (name: string, args: unknown[], count: number, report: (report: string) => void) => void;

/** As for Python: a program that needs more would slow down the whole browser before it fails. */
const MEMORY_LIMIT = 512 * 1024 * 1024;

/** Names what has something to do when it is collected, as all is at the end. */
const FINALIZER = '__gc';

/** For the room's files, because the root has folders of the system. */
const FOLDER = '/room';

export async function bootLua(files: RuntimeFiles): Promise<Interpreter> {
  const module = files['lua.wasm'] as WebAssembly.Module;
  // The WASM file is available already, so its fetch is answered here.
  globalThis.fetch = async () => new Response(null);
  WebAssembly.instantiateStreaming = async (_source, imports) => ({
    module,
    instance: await WebAssembly.instantiate(module, imports),
  });
  // A URL, because by default it looks next to its script, which has no URL.
  const factory = new LuaFactory('https://runtime.invalid/lua.wasm');
  const lua = await factory.createEngine({ injectObjects: false, enableProxy: false, traceAllocations: true });
  lua.global.setMemoryMax(MEMORY_LIMIT);
  lua.global.loadString(characters, '=code-room');
  lua.global.runSync();
  lua.global.loadString(prelude, '=code-room');
  const [run] = lua.global.runSync() as unknown as [RunProgram];
  globalThis.console = new Proxy(globalThis.console, { get: () => () => {} });
  // Reporting an out-of-memory error needs some memory.
  const wasm = await factory.getLuaModule();
  const place = ({ code, fileName, files }: Program) => {
    for (const { name, text } of [{ name: fileName, text: code }, ...files]) {
      factory.mountFileSync(wasm, `${FOLDER}/${name}`, new TextEncoder().encode(text));
    }
    wasm.module.FS.chdir(FOLDER);
    // Without `./`, so that errors show plain file names.
    lua.global.loadString("package.path = '?.lua;?/init.lua'", '=code-room');
    lua.global.runSync();
  };
  const begin = ({ test }: Program) => {
    if (test?.kind !== 'call') return;
    lua.global.loadString(testing, '=code-room');
    const [beginTest] = lua.global.runSync() as unknown as [BeginTest];
    // What is nothing there is nil, which only `undefined` becomes; lists keep their length.
    const args = JSON.parse(test.args, (_key, value: unknown) => value ?? undefined) as unknown[];
    beginTest(test.function, args, args.length, (report) => tell(JSON.parse(report) as TestReport));
  };
  const relax = () => lua.global.setMemoryMax(undefined);
  const carryOut = async (...[program, output, prompts]: Parameters<Interpreter['run']>) => {
    const finalizes = [program, ...program.files].some((file) => sourceOf(file).includes(FINALIZER));
    let outcome: boolean | undefined;
    const close = (done: boolean) => {
      if (!finalizes) return;
      outcome = done;
      wasm.lua_close(lua.global.address);
    };
    // To free what is left would take long, and nobody needs it.
    const closed = () => {
      if (outcome !== undefined) endNow(output, outcome);
    };
    begin(program);
    const done = runProgram(run, { relax, close, closed }, program, output, prompts);
    close(done);
    return done;
  };
  return { place, run: carryOut };
}

const sourceOf = (file: Program | ProgramFile) => ('code' in file ? file.code : file.text);

function runProgram(
  run: RunProgram,
  { relax, close, closed }: { relax(): void; close(done: boolean): void; closed(): void },
  { code, fileName, stdin, seed }: Program,
  output: CappedOutput,
  prompts: InputPrompts,
): boolean {
  const input = new Stdin(stdin);
  const read = (readsAll = false) => {
    const line = input.line();
    if (line !== undefined || (input.given && (readsAll || !output.asks))) return line;
    output.asks = false;
    return prompts.askOrEnd('');
  };
  const leave = (done: boolean, closes = false) => {
    if (closes) close(done);
    return endNow(output, done);
  };
  return run((kind, text) => output.write(kind, text), read, relax, leave, closed, code, fileName, seed);
}
