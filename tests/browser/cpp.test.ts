// C++ and C by their pack: compiled in the page, asked, ended, stopped, with errors at their lines, and no way out.
import { expect } from '@esm-bundle/chai';
import { errorPlace, placesIn } from '../../components/output/source-locations.js';
import type { RunRequest } from '../../components/runner/runner.js';
import { ASKS, ENDS, OWN_NEW, WASI } from '../fixtures/cpp-programs.js';
import { packsAt, registered } from '../fixtures/packs.js';
import { openRunner, run, start } from '../fixtures/runner.js';

/** Slow machines need long for the compiler's own start; a program is given as long as it may take. */
const PATIENCE_MS = 240_000;

describe('C++', function () {
  this.timeout(PATIENCE_MS);
  const page = openRunner();
  const packs = packsAt('built');
  before(async function () {
    // Its interpreter runs the compiler: the first program had not ended after five minutes.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    await registered(packs.folder);
  });
  after(() => page.close());

  const runs = (code: string, options: Partial<RunRequest> = {}) =>
    run(page.runner, 'cpp', code, { fileName: 'main.cpp', ...options });
  const ends = (stdin: string, options: Partial<RunRequest> = {}) => runs(ENDS, { stdin, ...options });
  const told = ({ transcript }: Awaited<ReturnType<typeof run>>) =>
    transcript.progress.flatMap((progress) => progress?.sentence ?? []);
  const at = (line: number, text: string) => `main.cpp:${line}: ${text}`;

  it('is compiled off the clock, which is shown, and the same program not again', async () => {
    const first = await ends('well');
    expect(first).to.include({ state: 'done', stdout: 'héllo 🎉 日本', stderr: '', notes: '' });
    expect(told(first)).to.include('Compiling');
    const again = await ends('well');
    expect(again).to.include({ state: 'done', stdout: 'héllo 🎉 日本' });
    expect(told(again)).not.to.include('Compiling');
  });

  it('ends in a sentence with its line, whatever ended it', async () => {
    const last = async (how: string) => {
      const { state, stderr, notes } = await ends(how);
      expect(state, how).to.equal('failed');
      return `${stderr.trimStart().split('\n')[0]}${notes && ` / ${notes}`}`;
    };
    expect(await last('status')).to.equal(' / The program ended with exit code 3.');
    expect(await last('at')).to.equal(at(7, "terminate called after throwing an instance of 'std::out_of_range'"));
    expect(await last('division')).to.equal(at(13, 'integer division by zero'));
    expect(await last('throw')).to.equal(at(17, "terminate called after throwing an instance of 'std::runtime_error'"));
    expect(await last('abort')).to.equal(at(29, 'the program was ended by abort()'));
    expect(await last('assert')).to.equal("main.cpp:30: main: Assertion `how.size() == 1' failed.");
    expect(await last('index')).to.equal(at(32, 'vector[] index out of bounds'));
    expect(await last('null')).to.include(at(34, 'null pointer dereference (segmentation fault)'));
    expect(await last('deep')).to.match(/the calls are nested too deeply.* \/ A function calls itself without end/);
  });

  it('catches what is thrown, by itself and by the library, and meets the end of memory', async () => {
    expect((await ends('caught')).stdout).to.equal('héllo 🎉 日本 caught boom\n');
    expect((await ends('number')).stdout).to.equal('héllo 🎉 日本 caught stoi: no conversion\n');
    expect((await ends('memory')).stdout).to.equal('héllo 🎉 日本 full');
  });

  it('may have its own new and delete, by which all others go', async () => {
    const { state, stdout, stderr } = await runs(OWN_NEW, { stdin: 'counted' });
    expect({ state, stdout, stderr }).to.deep.equal({ state: 'done', stdout: '7 3 0', stderr: '' });
  });

  it('says what was thrown where none may throw', async () => {
    const thrown = "terminate called after throwing an instance of 'int'";
    for (const [how, said] of [
      ['noexcept', thrown],
      ['destructor', thrown],
      ['unwinding', thrown],
      ['handler', thrown],
      ['what', "terminate called after throwing an instance of 'std::runtime_error'\n  what():  broken"],
      ['none', 'terminate called without an active exception'],
      ['after', 'terminate called without an active exception'],
    ] as const) {
      const { state, stderr } = await runs(OWN_NEW, { stdin: how });
      expect(state, how).to.equal('failed');
      expect(stderr, how).to.include(said);
    }
  });

  it('prints 100,000 lines, of which beginning and end are kept, and is stopped in a loop', async () => {
    const { state, stdout } = await ends('flood');
    expect(state).to.equal('done');
    expect(stdout.slice(0, 40)).to.include('0\n1\n2\n');
    expect(stdout.endsWith('99998\n99999\n')).to.equal(true);
    const { transcript, ended } = start(page.runner, 'cpp', ENDS, { fileName: 'main.cpp', stdin: 'loop' });
    await transcript.saying('日本\n');
    page.runner.stop();
    expect((await ended).state).to.equal('stopped');
  });

  it('asks people by cin, getline and scanf, until there is no more', async () => {
    const { transcript, ended } = start(page.runner, 'cpp', ASKS, { fileName: 'main.cpp' });
    for (const [index, answer] of ['Ada Lovelace', '36', 'one two', null].entries()) {
      await transcript.count('prompt', index + 1);
      page.runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal('Name? Age? Ada Lovelace is 36 and said 2 words');
  });

  it('says what is wrong at its lines, in each file; a warning is no failure', async () => {
    const files = [
      { name: 'bank.h', text: 'int twice(int);\nstrng owner();\n' },
      { name: 'bank.cpp', text: '#include "bank.h"\nint twice(int a) { return 2 * a; }\n' },
      { name: 'data/names.txt', text: 'Ada\nBob\n' },
    ];
    const broken = await runs('#include "bank.h"\nint main() {\n  return twice(wrong);\n}\n', { files });
    expect(broken).to.include({ state: 'failed', stdout: '' });
    const places = placesIn(broken.stderr, ['main.cpp', 'bank.h']).map(({ fileName, line }) => `${fileName}:${line}`);
    expect(places).to.deep.equal(['bank.h:2', 'main.cpp:3']);
    const whole = files.map((file) => ({ ...file, text: file.text.replace('strng owner();\n', '') }));
    const code = `#include <fstream>
#include <iostream>
#include "bank.h"
int main() {
  std::ifstream in("data/names.txt");
  for (std::string name; std::getline(in, name);) std::cout << name << twice(2) << "\\n";
  std::ofstream("out.txt") << "left";
  std::ofstream("large.txt") << std::string(40'000, 'a');
  return 0;
  if (int *unused = nullptr; unused = nullptr) return 1;
}
`;
    const done = await runs(code, { files: whole });
    expect(done).to.include({ state: 'done', stdout: 'Ada4\nBob4\n' });
    const left = done.transcript.chunks.filter(({ kind }) => kind === 'file').map(({ text }) => text);
    expect(left).to.deep.equal(['large.txt\ttext/plain\t40000\t', `out.txt\ttext/plain\t4\t${btoa('left')}`]);
    expect((await runs('int f(int);\nint main() { return f(1); }\n')).stderr).to.equal(
      'main.cpp:1: error: f(int) is declared and used, but nowhere defined\n',
    );
    const twice = [{ name: 'bank.cpp', text: 'int f(int a) { return a; }\n' }];
    expect((await runs('int f(int a) { return a; }\nint main() { return f(1); }\n', { files: twice })).stderr).to.equal(
      'main.cpp:1: error: f(int) is defined more than once\n  defined in main.cpp\n  defined in bank.cpp\n',
    );
    const warned =
      '#include <stdexcept>\nint main() {\n  if (int *p; p = nullptr) return 1;\n  throw std::runtime_error("no");\n}\n';
    const thrown = await runs(warned);
    const [warning = '', error = ''] = thrown.stderr.split('\x1b[39m\n');
    expect(warning.startsWith('\x1b[33mmain.cpp:3:')).to.equal(true, thrown.stderr);
    expect(error).to.match(/^main\.cpp:4: terminate called/);
    expect(errorPlace(thrown.stderr, ['main.cpp'])?.line).to.equal(4);
    expect((await runs('int x;\n')).stderr).to.match(/^error: there is no main function/);
    const harness = [{ name: 'harness.h', text: 'int answer();\nint main() { return answer() - 42; }\n' }];
    const within = await runs('#include "harness.h"\nint answer() { return 42; }\n', { files: harness });
    expect(within).to.include({ state: 'done', stderr: '' });
    expect((await runs('\n')).notes).to.match(/^There is nothing to run yet/);
  });

  it('reaches nothing by the calls of its system', async () => {
    const { stdout } = await runs(WASI);
    expect(stdout.split('\n')).to.deep.equal([
      ...['open 76', 'open 76', 'open 76', 'open 44', 'open 44', 'open 44', 'outside 8', 'links 58 58'],
      ...['sockets 58 58 58 58', 'raise 58', 'folders 0 8', 'environment none', 'file /main.cpp1', ''],
    ]);
  });

  it('is C as well', async () => {
    const code = '#include <stdio.h>\nint main(void) { int n = 0; scanf("%d", &n); printf("%d %.1f\\n", n, 0.5); }\n';
    const { state, stdout } = await run(page.runner, 'c', code, { fileName: 'main.c', stdin: '7' });
    expect({ state, stdout }).to.deep.equal({ state: 'done', stdout: '7 0.5\n' });
  });

  it('is stopped while it is compiled, and the next program does not wait for it', async () => {
    const long = `#include <bits/stdc++.h>\n${Array.from({ length: 200 }, (_, n) => `std::map<int, std::vector<std::string>> m${n};\n`).join('')}`;
    const { transcript, ended } = start(page.runner, 'cpp', `${long}int main() {}`, { fileName: 'main.cpp' });
    while (transcript.progress.at(-1)?.sentence !== 'Compiling') await new Promise((resolve) => setTimeout(resolve, 5));
    page.runner.stop();
    expect((await ended).state).to.equal('stopped');
    expect((await runs('#include <iostream>\nint main() { std::cout << "next"; }')).stdout).to.equal('next');
  });

  it('needs no network on the second visit', async () => {
    const kept = async () => {
      const keys = await (await caches.open('code-room-packs')).keys();
      return keys.filter(({ url }) => url.startsWith(packs.folder.href)).length;
    };
    const { files } = await (await fetch(new URL('cpp/manifest.json', packs.folder))).json();
    while ((await kept()) <= files.length) await new Promise((resolve) => setTimeout(resolve, 50));
    await packs.leave();
    const second = openRunner();
    const code = '#include <iostream>\nint main() { std::cout << "offline"; }';
    const { state, stdout } = await run(second.runner, 'cpp', code, { fileName: 'main.cpp' });
    second.close();
    expect({ state, stdout }).to.deep.equal({ state: 'done', stdout: 'offline' });
  });
});
