// Python reads its input by every door, comes to its end as Python does, and says what it cannot do here and no false reason.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('The doors and the end of Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const python = (code: string, options = {}) => run(runner, 'python', code, options);

  it('are open to its input: by descriptor, by device and by path', async () => {
    const stdin = 'a é\nb';
    for (const [code, printed] of [
      ['print(repr(open(0).read()))', "'a é\\nb'\n"],
      ['print(open("/dev/stdin").readlines())', "['a é\\n', 'b']\n"],
      ['import pathlib\nprint(pathlib.Path("/dev/stdin").read_text().split())', "['a', 'é', 'b']\n"],
      ['print(open(0, "rb").read())', "b'a \\xc3\\xa9\\nb'\n"],
      ['for line in open(0): print(line.strip())', 'a é\nb\n'],
      ['print(input()); print(open(0).read())', 'a é\nb\n'],
    ] as const) {
      const { state, stdout, stderr } = await python(code, { stdin });
      expect([state, stderr]).to.deep.equal(['done', '']);
      expect(stdout.endsWith(printed), `${code}: ${stdout}`).to.equal(true);
    }
  });

  it('ask people, where the input box is empty', async () => {
    const { transcript, ended } = start(runner, 'python', 'print(open(0).read().split())');
    for (const [index, answer] of ['x', 'y', null].entries()) {
      await transcript.count('prompt', index + 1);
      runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal("['x', 'y']\n");
  });

  it('are open to its own text', async () => {
    expect((await python('print(open(__file__).read().count("open"))')).stdout).to.equal('2\n');
    const { stdout } = await python('try: open("none.txt")\nexcept FileNotFoundError as e: print(e.filename)');
    expect(stdout).to.equal('none.txt\n');
  });

  it('calls what is registered, and closes its files', async () => {
    const code = `import atexit
class A:
    def __del__(self): print("gone")
a = A()
atexit.register(print, "bye")
file = open("left.txt", "w")
file.write("text")
print("end")`;
    const { state, stdout, transcript } = await python(code);
    expect([state, stdout]).to.deep.equal(['done', 'end\nbye\ngone\n']);
    const file = transcript.chunks.find(({ kind }) => kind === 'file')?.text.split('\t') ?? [];
    expect([file[0], atob(file[3] ?? '')]).to.deep.equal(['left.txt', 'text']);
    const failing = await python('import atexit\natexit.register(print, "bye")\n1 / 0');
    expect([failing.state, failing.stdout]).to.deep.equal(['failed', 'bye\n']);
  });

  it('says in a sentence what cannot be', async () => {
    for (const [code, sentence] of [
      ['import threading\nthreading.Thread(target=print).start()', 'A program has one thread here.'],
      [
        'from concurrent.futures import ThreadPoolExecutor\nprint(list(ThreadPoolExecutor().map(abs, [1])))',
        'A program has one thread here.',
      ],
      ['import subprocess\nsubprocess.run(["ls"])', 'Other programs cannot be started here.'],
      ['import signal\nsignal.alarm(1)', 'There are no alarms here.'],
    ] as const) {
      const { state, notes } = await python(code);
      expect(state).to.equal('failed');
      expect(notes, code).to.include(sentence);
    }
  });

  it('blames memory only where memory was the cause', async () => {
    expect((await python('x = [0] * 10**9')).notes).to.include('512 MB of memory');
    expect((await python('raise MemoryError')).notes).to.equal('');
    expect((await python('raise RuntimeError("can\'t start new thread")')).notes).to.equal('');
    expect((await python(`eval("-" * 100000 + "1")`)).notes).not.to.include('memory');
  });
});
