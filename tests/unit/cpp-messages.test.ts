// What Clang and the linker say about a program, as people read it; and which files of a room are the program.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkMessages, messagesOf } from '../../components/runner/packs/cpp/diagnostics.js';
import { meaningOf, misuse, placesIn } from '../../components/runner/packs/cpp/failure.js';
import { advice, hasMain, keyOf, sourcesOf, textsOf } from '../../components/runner/packs/cpp/sources.js';
import { typeName } from '../../components/runner/packs/cpp/type-name.js';

const WARNED = `main.cpp:3:7: warning: unused variable 'x' [-Wunused-variable]
    3 |   int x;
      |       ^
bank.h:1:1: error: unknown type name 'strng'
    1 | strng name;
      | ^
main.cpp:1:10: note: included here
1 warning and 1 error generated.
`;
const WITHIN = `In file included from main.cpp:1:
/usr/include/c++/v1/__algorithm/comp.h:42:18: error: invalid operands to binary expression ('const A' and 'const A')
   42 |     return __lhs < __rhs;
      |            ~~~~~ ^ ~~~~~
/usr/include/c++/v1/__algorithm/sort.h:9:3: note: in instantiation of 'std::__2::__sort<A>' requested here
    9 |   sort(first);
main.cpp:3:68: note: in instantiation of 'std::__2::sort<A>' requested here
    3 | std::sort(v.begin());
      |      ^
1 error generated.
`;

describe('messages of the C++ compiler', () => {
  it('are told apart as errors and warnings, each with its lines and notes', () => {
    const [warning, error, ...more] = messagesOf(WARNED);
    assert.deepEqual([warning?.kind, error?.kind, more], ['warning', 'error', []]);
    assert.match(warning?.text ?? '', /^main\.cpp:3:7: warning: unused variable 'x'.*\n {4}3 \| {3}int x;\n.*\^\n$/s);
    assert.match(error?.text ?? '', /^bank\.h:1:1: error: .*\nmain\.cpp:1:10: note: included here\n$/s);
  });

  it('name a file as the room does, by whatever path it was reached', () => {
    const heads = ['./bank.h', 'src/../include/bank.h', 'src/./a/../../b.h', '/usr/include/../include/a.h', '../out.h'];
    const said = heads.map((path) => `${path}:2:1: error: no\n    2 | a/../b:1:2: error: in a text\n`).join('');
    const told = messagesOf(said).flatMap(({ text }) => text.split('\n')[0] ?? '');
    const names = ['bank.h', 'include/bank.h', 'b.h', 'a.h', '../out.h'];
    assert.deepEqual(
      told,
      names.map((name) => `${name}:2:1: error: no`),
    );
    const [error] = messagesOf('main.cpp:3:1: error: no\nsrc/../include/bank.h:2:1: note: here\n');
    assert.match(error?.text ?? '', /\ninclude\/bank\.h:2:1: note: here\n$/);
  });

  it('in a header of the library stand at the line that led there', () => {
    const [error] = messagesOf(WITHIN);
    const lines = error?.text.split('\n') ?? [];
    assert.equal(lines[0], "main.cpp:3:68: error: invalid operands to binary expression ('const A' and 'const A')");
    assert.deepEqual(lines.slice(1, 3), ['    3 | std::sort(v.begin());', '      |      ^']);
    assert.equal(lines[3], '__algorithm/comp.h:42:18: note: it was found here');
    assert.equal(lines[4], "__algorithm/sort.h:9:3: note: in instantiation of 'std::__sort<A>' requested here");
  });

  it('are no more than people read, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, index) => `main.cpp:${index + 1}:1: error: no\n`).join('');
    assert.equal(messagesOf(many).length, 21);
    const noted = `${WITHIN.replace('1 error generated.\n', '')}${'/usr/include/a.h:1:1: note: here\n'.repeat(100)}`;
    const [error] = messagesOf(noted);
    assert.ok((error?.text.split('\n').length ?? 0) < 20);
    assert.match(error?.text ?? '', /\(\d+ more notes are left out\.\)\n$/);
    assert.equal(messagesOf(WITHIN.repeat(30)).length, 2);
  });

  it('of the linker name what is missing or there twice, and where', () => {
    const files = [{ name: 'main.cpp', text: 'int a;\nint f(int);\n' }];
    const sources = ['main.cpp', 'lib/bank.cpp'];
    const missing = linkMessages('wasm-ld: error: /usr/lib/0.o: undefined symbol: f(int)\n', files, sources);
    assert.equal(missing, 'main.cpp:2: error: f(int) is declared and used, but nowhere defined\n');
    const twice = (...where: string[]) =>
      linkMessages(
        `wasm-ld: error: duplicate symbol: f(int)\n${where.map((each) => `>>> defined in ${each}\n`).join('')}`,
        files,
        sources,
      );
    const head = 'main.cpp:2: error: f(int) is defined more than once\n';
    assert.equal(twice('/usr/lib/0.o', '/usr/lib/1.o'), `${head}  defined in main.cpp\n  defined in lib/bank.cpp\n`);
    for (const library of ['/usr/lib/ends.o', '/usr/lib/wasm32-wasip1/libc.a(abort.o)'])
      assert.equal(twice('/usr/lib/1.o', library), `${head}  defined in lib/bank.cpp\n  defined in the library\n`);
    assert.equal(
      linkMessages('wasm-ld: error: /usr/lib/1.o: section too large\n', files, sources),
      'error: lib/bank.cpp: section too large\n',
    );
  });
});

describe('a C++ program of a room', () => {
  const file = (name: string, text = '') => ({ name, text });
  const names = (files: { name: string; text: string }[], code = 'int main() {}') =>
    sourcesOf({ code, fileName: 'main.cpp', files }).map(({ name }) => name);

  it('is its file and the sources beside it that have no main and that no file includes', () => {
    const files = [file('bank.cpp', 'int f();'), file('bank.h'), file('other.cpp', 'int main() {}'), file('a.txt')];
    assert.deepEqual(names(files), ['main.cpp', 'bank.cpp']);
    assert.deepEqual(names([file('bank.cpp')], '#include "bank.cpp"\nint main() {}'), ['main.cpp']);
    assert.deepEqual(names([file('x.cpp', '// int main() {}')]), ['main.cpp', 'x.cpp']);
    assert.equal(sourcesOf({ code: '', fileName: 'a.c', files: [] })[0]?.dialect, 'c');
  });

  it('may have its main in a file that it includes, as may another program beside it', () => {
    const main = file('main.cpp', '#include "lib/harness.h"\nint twice(int n) { return 2 * n; }');
    const other = file('other.cpp', '#include "harness.h"');
    const harness = file('lib/harness.h', '#include "begin.inl"');
    const begin = file('lib/begin.inl', '#include "harness.h"\nint main() {}');
    const files = [harness, begin, other, file('bank.cpp', '#include "bank.h"'), file('bank.h', 'int f();')];
    assert.equal(hasMain(textsOf([main], [main, ...files])), true);
    assert.equal(hasMain(textsOf([main], [main, harness])), false);
    assert.deepEqual(names(files, main.text), ['main.cpp', 'bank.cpp']);
  });

  it('is the same only if its sources are', () => {
    const program = { code: 'int main() {}', fileName: 'main.cpp', files: [file('data.txt', 'a'), file('b.h', 'x')] };
    assert.equal(keyOf(program), keyOf({ ...program, files: [file('data.txt', 'other'), file('b.h', 'x')] }));
    assert.notEqual(keyOf(program), keyOf({ ...program, files: [file('data.txt', 'a'), file('b.h', 'y')] }));
    assert.notEqual(keyOf(program), keyOf({ ...program, code: 'int main() { }' }));
  });

  it('is another when a file that it includes is, whatever that is called', () => {
    const asked = ['#include "lib/table.tpp"', '#  include "data.inc"', 'int a[] = {\n#embed "data.txt"\n};'];
    for (const line of [...asked, '#define CASES "cases.txt"\n#include CASES']) {
      const name = /"(.*)"/.exec(line)?.[1] ?? '';
      const keyed = (text: string) =>
        keyOf({ code: `${line}\nint main() {}`, fileName: 'main.cpp', files: [file(name, text)] });
      assert.notEqual(keyed('1'), keyed('2'), line);
    }
    const within = (text: string) => [file('b.h', '#include "b.inl"'), file('b.inl', text)];
    const program = { code: '#include "b.h"', fileName: 'main.cpp' };
    assert.notEqual(keyOf({ ...program, files: within('1') }), keyOf({ ...program, files: within('2') }));
    const outside = (text: string) => [file('a.txt', text)];
    const reader = { code: '// #include "a.txt"\nint main() { std::ifstream in("a.txt"); }', fileName: 'main.cpp' };
    assert.equal(keyOf({ ...reader, files: outside('1') }), keyOf({ ...reader, files: outside('2') }));
  });

  it('is told before it runs what cannot work, and of nothing else', () => {
    const told = (code: string) => advice({ code, files: [] }).length;
    for (const code of ['std::thread t(f);', 'thread t(f);', 'vector<thread> v;', 'auto f = async(g);', 'system("ls")'])
      assert.equal(told(code), 1, code);
    const fine = '#include <thread>\nint main() { std::this_thread::sleep_for(1s); } // std::thread, system()';
    assert.equal(told(fine), 0);
    for (const text of ['"The system (v2)"', 'R"(fork())"', '"std::thread t(f)" << 1\'000'])
      assert.equal(told(`int main() { std::cout << ${text}; }`), 0, text);
    assert.equal(told('int n = 1\'000; char c = \'"\'; int main() { system("a"); }'), 1);
    assert.equal(hasMain(['int main(int argc, char** argv) {']), true);
    assert.equal(hasMain(['// int main() {}']), false);
    const comments = ['// a "text\nint main() {}', "/* it's */ int main() {}", '/* " */ int main() {}'];
    for (const code of comments) assert.equal(hasMain([code]), true, code);
    for (const opener of [
      '"/*"',
      '"//"',
      '"\\"/*"',
      "'\"'",
      'R"(a " /* )"',
      'R"x(a)" /* )x"',
      "1'000; char c = '/'",
      "u8'\"'",
    ])
      assert.equal(hasMain([`auto a = ${opener}; int main() {} /* the end */`]), true, opener);
    assert.equal(hasMain(['const char* a = "//"; // int main() {}']), false);
    assert.equal(hasMain(['const char* a = "main()";']), false);
    assert.deepEqual(names([file('help.cpp', 'auto help = "write int main() { }";')]), ['main.cpp', 'help.cpp']);
  });
});

describe('the end of a C++ program', () => {
  it('is told in words that mean the same in every engine', () => {
    const said = (message: string) => meaningOf(new Error(message)).text;
    for (const message of [
      'divide by zero',
      'remainder by zero',
      'integer divide by zero',
      'Division by zero (evaluating x)',
    ])
      assert.equal(said(message), 'integer division by zero', message);
    for (const message of ['Maximum call stack size exceeded', 'too much recursion'])
      assert.match(said(message), /stack overflow/, message);
    for (const message of ['memory access out of bounds', 'index out of bounds', 'Out of bounds memory access'])
      assert.match(said(message), /segmentation fault/, message);
    assert.equal(said('something new'), 'something new');
    assert.equal(
      misuse('/usr/a.h:3: assertion n < size() failed: vector[] index out of bounds\n').text,
      'vector[] index out of bounds',
    );
  });

  it('has its places in the code, which begins after the other sections', () => {
    const module = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 2, 9, 9, 10, 1, 0);
    assert.deepEqual(placesIn('at f (wasm://x:wasm-function[7]:0x1e)\nat <anonymous>', module), [0x1e - 14]);
    assert.deepEqual(placesIn('f@[wasm code]', module), []);
  });

  it('names types as people write them', () => {
    const names: Record<string, string> = {
      St13runtime_error: 'std::runtime_error',
      '5Error': 'Error',
      N4bank5ErrorE: 'bank::Error',
      i: 'int',
      PKc: 'char const*',
      NSt3__212basic_stringIcNS_11char_traitsIcEENS_9allocatorIcEEEE: 'std::string',
      NSt3__212system_errorE: 'std::system_error',
      '4PairIiiE': '4PairIiiE',
    };
    for (const [mangled, name] of Object.entries(names)) assert.equal(typeName(mangled), name);
  });
});
