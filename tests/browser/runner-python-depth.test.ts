// Deep recursion in Python as elsewhere; too deep is an error of the program with its line, and never a crash.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

const RAISED = 'import sys\nsys.setrecursionlimit(10**6)\n';
/** WebKit cannot switch stacks, and gives a worker one. */
const CAN_SWITCH = 'Suspending' in WebAssembly;

/** Functions that call themselves by way of the interpreter's own code; each says how deep it came. */
const DEEP: Record<string, string> = {
  lru_cache:
    'from functools import lru_cache\n@lru_cache(None)\ndef f(n): return 0 if n == 0 else f(n - 1) + 1\nprint(f(N))',
  __call__: 'class C:\n  def __call__(self, n): return 0 if n == 0 else self(n - 1) + 1\nprint(C()(N))',
  partial: 'from functools import partial\ndef f(n): return 0 if n == 0 else p(n - 1) + 1\np = partial(f)\nprint(p(N))',
  __getattr__:
    'class C:\n  def __getattr__(self, name):\n    n = int(name[1:])\n    return 0 if n == 0 else getattr(self, f"a{n - 1}") + 1\nprint(getattr(C(), "a" + str(N)))',
  sort: 'def f(n): return 0 if n == 0 else sorted([n], key=lambda n: f(n - 1)) and n\nprint(f(N))',
};

/** Programs that never come to an end, and what they say when they do. */
const ENDLESS: Record<string, string> = {
  lru_cache: 'from functools import lru_cache\n@lru_cache(None)\ndef f(n): return f(n + 1)\nf(0)',
  __repr__: 'class C:\n  def __repr__(self): return f"{self!r}"\nrepr(C())',
  __eq__: 'class C:\n  def __eq__(self, other): return self == other\nC() == C()',
  sort: 'def f(n): return sorted([n], key=f)\nf(1)',
  turns: 'def f(): return len([g()])\ndef g(): return max(map(h, [1]))\ndef h(n): return f()\nf()',
  nested: 'l = []\nfor n in range(10**5): l = [l]\nrepr(l)',
  compared: 'def nest():\n  l = []\n  for n in range(10**5): l = [l]\n  return l\nnest() == nest()',
  json: 'import json\njson.loads("[" * 10**5)',
};

describe('Deep recursion in Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const python = (code: string, options = {}) => run(runner, 'python', code, { timeLimitMs: 30_000, ...options });

  for (const [name, code] of Object.entries(DEEP)) {
    it(`reaches 10,000 by way of ${name}, with stack switching`, async function () {
      if (!CAN_SWITCH) return this.skip();
      const { stdout, stderr, notes } = await python(`${RAISED}N = 10_000\n${code}`);
      expect({ stdout, stderr, notes }).to.deep.equal({ stdout: '10000\n', stderr: '', notes: '' });
    });
  }

  for (const [name, code] of Object.entries(ENDLESS)) {
    it(`without end by way of ${name} can be caught, and the program continues`, async () => {
      const caught = `${RAISED}try:\n  exec(${JSON.stringify(code)}, globals())\nexcept RecursionError:\n  print("caught")\nprint(sum(range(10)))`;
      const { state, stdout, stderr, notes } = await python(caught);
      expect({ state, stdout, stderr, notes }).to.deep.equal({
        state: 'done',
        stdout: 'caught\n45\n',
        stderr: '',
        notes: '',
      });
    });

    it(`without end by way of ${name} ends the program with a short error`, async () => {
      const { state, stdout, stderr, notes } = await python(`${RAISED}${code}`);
      expect({ state, stdout, notes }).to.deep.equal({ state: 'failed', stdout: '', notes: '' });
      expect(stderr).to.match(/^Traceback[\s\S]*\nRecursionError: /);
      expect(stderr).to.match(/File "main\.py", line \d+/);
      expect(stderr.split('\n').length).to.be.below(50);
      expect(stderr).not.to.match(/code-room|wasm|Fatal/);
    });
  }

  it('is printed once where calls repeat in cycles', async () => {
    const { stderr } = await python('def f(): return g()\ndef g(): return f()\nf()');
    expect(stderr).to.match(/\n {2}\[Previous 2 calls repeated \d+ more times\]\n/);
    expect(stderr).to.match(/\nRecursionError: maximum recursion depth exceeded\n$/);
    expect(stderr.split('\n').length).to.be.below(30);
  });

  it('can read given input, and ask people', async function () {
    if (!CAN_SWITCH) return this.skip();
    const code = `${RAISED}from functools import lru_cache
@lru_cache(None)
def f(n): return input("?") if n == 0 else f(n - 1)
print("first", input("?"))
print(f(2000))
f.cache_clear()
print(f(20), f.cache_info().misses)`;
    const { stdout } = await python(code, { stdin: 'one\ntwo\nsix\n' });
    expect(stdout).to.equal('?first one\n?two\n?six 21\n');
    const { transcript, ended } = start(runner, 'python', code);
    for (const [question, text] of [
      [1, 'one'],
      [2, 'two'],
      [3, 'six'],
    ] as const) {
      await transcript.count('prompt', question);
      runner.answer(question, text);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal('first one\ntwo\nsix 21\n');
  });

  it('leaves the stack as Python’s own code expects it', async () => {
    const code = `class C:
  def __enter__(self): return self
  def __exit__(self, *why): return len(why) == 3
import threading
lock = threading.Lock()
for n in range(3):
  with C(): 1 / 0
  try:
    with lock: raise ValueError(n)
  except ValueError as e: print(e, lock.locked())`;
    expect((await python(code)).stdout).to.equal('0 False\n1 False\n2 False\n');
  });

  it('while objects are freed does no harm', async () => {
    const list =
      'class Node: pass\nfirst = None\nfor n in range(10**5):\n  node = Node()\n  node.next = first\n  first = node';
    const { state, stdout, stderr, notes } = await python(`${list}\ndel node, first\nprint("gone")\n${list}`);
    expect({ state, stdout, stderr, notes }).to.deep.equal({ state: 'done', stdout: 'gone\n', stderr: '', notes: '' });
  });

  it('that nothing can catch shows its line', async () => {
    const { state, stderr } = await python('t = ()\nfor n in range(10**6): t = (t,)\nhash(t)');
    expect(state).to.equal('failed');
    expect(stderr).to.equal(
      'Traceback (most recent call last):\n  File "main.py", line 3, in <module>\nRecursionError: the calls are too deep for this browser\n',
    );
  });
});
