// C and C++ in their worker: a program is compiled before its time counts, or was by a worker before this one.
import type { RuntimeFiles } from '../../messages.js';
import { canSuspend } from '../../worker/can-suspend.js';
import type { CappedOutput } from '../../worker/capped-output.js';
import type { InputPrompts } from '../../worker/input-prompts.js';
import { post } from '../../worker/scope.js';
import { seededBytes } from '../../worker/seeded-random.js';
import type { Interpreter, Program } from '../../worker/serve.js';
import { unpack } from './archive.js';
import { type Built, build, PROGRAM } from './builder.js';
import { type End, Execution } from './execution.js';
import { Input } from './input.js';
import { giveFiles } from './left-files.js';
import { advice, keyOf, readableFiles } from './sources.js';
import { Toolchain } from './toolchain.js';
import { Disk } from './wasi/disk.js';

/** Calls of an error that are shown. */
const CALLS = 8;
/** It uses what most programs use, so that engines have been there. */
const REHEARSAL = `#include <bits/stdc++.h>
using namespace std;
int main() {
  map<string, vector<int>> lists; unordered_map<string, int> counts; priority_queue<pair<int, int>> queue;
  for (string word; cin >> word;) { lists[word].push_back(counts[word]++); queue.push({1, 2}); }
  for (const auto &[word, list] : lists) cout << word << ' ' << list.size() << endl;
  vector<int> all{3, 1, 2};
  sort(all.begin(), all.end(), [](int one, int other) { return one > other; });
  try { cout << all.at(0) << setw(3) << 1.5 << '\\n'; } catch (const exception &error) { cerr << error.what(); }
}
`;

export async function bootCpp(files: RuntimeFiles): Promise<Interpreter> {
  return new Cpp(files);
}

class Cpp implements Interpreter {
  readonly rehearsesOnce = true;
  #files: RuntimeFiles | undefined;
  #toolchain: Toolchain | undefined;
  #built: Built | undefined;

  constructor(files: RuntimeFiles) {
    this.#files = files;
  }

  async rehearse(): Promise<void> {
    const nothing = { files: [], code: REHEARSAL, fileName: 'main.cpp' };
    build(this.#tools(), nothing);
  }

  async prepare(program: Program): Promise<void> {
    if (program.code.trim() === '') return;
    const key = keyOf(program);
    if (program.kept?.key === key) {
      this.#built = program.kept.value as Built;
      return;
    }
    post({ type: 'compiles' });
    this.#built = build(this.#tools(), program);
    post({ type: 'keep', kept: { key, value: this.#built } });
  }

  async run(program: Program, output: CappedOutput, prompts: InputPrompts): Promise<boolean> {
    const { program: code, messages } = this.#built ?? { messages: [] };
    if (!this.#built) {
      output.write('note', 'There is nothing to run yet: a program begins in `int main() { … }`.');
      return false;
    }
    for (const sentence of advice(program)) output.write('note', sentence);
    // In yellow, which marks a warning in our output.
    for (const { kind, text } of messages)
      output.write('stderr', kind === 'warning' ? `\x1b[33m${text.trimEnd()}\x1b[39m\n` : text);
    if (!code) return false;
    // What compiled it takes more memory than most programs.
    this.#toolchain = undefined;
    const disk = new Disk();
    const files = readableFiles(program);
    for (const { name, text } of files) disk.add(name, new TextEncoder().encode(text));
    const canWait = canSuspend();
    const input = new Input(program.stdin, output, prompts, canWait);
    const random = canWait ? undefined : seededBytes(program.seed);
    output.asks = false;
    const name = program.fileName.replace(/\.\w+$/, '');
    const end = await new Execution(code, disk, name, input, output, random).run();
    this.#tell(end, code, output);
    if (!program.test) giveFiles(disk, new Map(files.map((file) => [file.name, file.text])), output);
    return end.status === 0;
  }

  #tell({ status, failure }: End, code: Uint8Array<ArrayBuffer>, output: CappedOutput): void {
    if (failure) {
      const calls = this.#calls(code, failure.places);
      const [first, ...others] = calls;
      // What is told begins a line.
      if (output.asks) output.write('stdout', '\n');
      const where = first ? `${first}: ` : '';
      const led = others.map((place) => `  called at ${place}\n`).join('');
      if (failure.text !== '') output.write('stderr', `${where}${failure.text}\n${led}`);
      else if (led !== '') output.write('stderr', led);
      if (failure.advice) output.write('note', failure.advice);
    } else if (status !== 0) {
      output.write('note', `The program ended with exit code ${status}.`);
    }
  }

  /** Lines of the room's files that were being run, the last call first. */
  #calls(code: Uint8Array<ArrayBuffer>, places: number[]): string[] {
    if (places.length === 0) return [];
    const toolchain = this.#tools();
    toolchain.disk.add(PROGRAM, code);
    const lines = toolchain.lines(PROGRAM, places);
    const own = lines.flatMap((place) =>
      place && !place.file.startsWith('usr/') ? [`${place.file}:${place.line}`] : [],
    );
    const calls = own.filter((place, index) => place !== own[index - 1]);
    return calls.slice(0, CALLS);
  }

  /** Unpacked when it is first used: of a program that was compiled before only an error needs it. */
  #tools(): Toolchain {
    if (this.#toolchain) return this.#toolchain;
    const { 'clang.wasm': clang, 'system.bin': system, 'headers.bin': headers } = this.#files ?? {};
    const disk = new Disk();
    for (const archive of [system, headers]) unpack(archive as ArrayBuffer, disk);
    this.#toolchain = new Toolchain(clang as WebAssembly.Module, disk);
    return this.#toolchain;
  }
}
