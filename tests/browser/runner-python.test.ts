// Python runs as from a file: same output, same tracebacks, and without blocking the page.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start, watchPage } from '../fixtures/runner.js';

describe('Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const python = (code: string, options = {}) => run(runner, 'python', code, options);

  it('prints hello, after loading with progress', async () => {
    const { state, stdout, transcript } = await python('print("hello")\n1 + 1');
    expect({ state, stdout }).to.deep.equal({ state: 'done', stdout: 'hello\n' });
    const told = transcript.progress.filter((progress) => progress !== null);
    expect(told[0]?.sentence).to.equal('Loading Python');
    expect(told.some(({ loaded, total }) => total > 1e6 && loaded > 0 && loaded <= total)).to.equal(true);
    expect(transcript.progress.at(-1)).to.equal(null);
  });

  it('shows only the person’s lines in a trace', async () => {
    const { state, stdout, stderr } = await python(
      'import json\ndef f(x):\n    return json.loads(x)\n\nprint("a")\nf("{")\n',
    );
    expect(state).to.equal('failed');
    expect(stdout).to.equal('a\n');
    expect(stderr).to.match(/^Traceback \(most recent call last\):\n {2}File "main\.py", line 6, in <module>/);
    expect(stderr).to.include('File "main.py", line 3, in f\n    return json.loads(x)');
    expect(stderr).to.include('JSONDecodeError: Expecting property name');
    expect(stderr).not.to.match(/code-room|lib\/python|blob:/);
  });

  it('shows the place of a syntax error', async () => {
    const { state, stderr } = await python('x = 1\nif x\n  pass', { fileName: 'answer.py' });
    expect(state).to.equal('failed');
    expect(stderr).to.equal('  File "answer.py", line 2\n    if x\n        ^\nSyntaxError: expected \':\'\n');
  });

  it('keeps every character', async () => {
    const text = 'héllo 🎉 日本 \u202e שלום';
    const { stdout } = await python(
      `print(${JSON.stringify(text)})\nprint("\\ud83c\\udf89".encode("utf-16", "surrogatepass").decode("utf-16"))`,
    );
    expect(stdout).to.equal(`${text}\n🎉\n`);
  });

  it('is stopped in an endless loop, and the next run starts', async () => {
    const { transcript, ended } = start(runner, 'python', 'print("before", end="")\nwhile True: pass');
    await transcript.saying('before');
    runner.stop();
    const { state } = await ended;
    expect(state).to.equal('stopped');
    expect((await python('print("after")')).stdout).to.equal('after\n');
  });

  it('uses no processor after it was stopped in endless loops', async function () {
    // Only WebKit ever did, and only on Linux can it be seen from outside.
    if (!/Linux.*AppleWebKit/.test(navigator.userAgent) || /Chrom/.test(navigator.userAgent)) return this.skip();
    let spinning = 0;
    const busy = async (): Promise<number> => (await (await fetch('/__busy-threads')).json()).count;
    for (let loops = 0; loops < 3; loops += 1) {
      const { transcript, ended } = start(runner, 'python', 'print("on")\nwhile True: pass');
      await transcript.saying('on');
      // By then the engine has compiled what the loop goes through.
      await new Promise((resolve) => setTimeout(resolve, 300));
      spinning ||= await busy();
      runner.stop();
      await ended;
    }
    expect(spinning).to.be.at.least(1);
    // The next spares may still be starting; a loop that lives on would never let go.
    let left = await busy();
    for (let looks = 1; looks < 60 && left > 0; looks += 1) left = await busy();
    expect(left).to.equal(0);
  }).timeout(120_000);

  it('is ended after too long without output', async () => {
    const { state, notes } = await python('while True: pass', { timeLimitMs: 300 });
    expect(state).to.equal('timed-out');
    expect(notes).to.equal('Stopped, because nothing was printed for 0.3 seconds.');
  });

  it('may sleep and import for longer than the limit', async () => {
    const slowModules = `from pathlib import Path
for n in range(6):
    Path(f"slow{n}.py").write_text(f"import time\\nend = time.monotonic() + 0.4\\nwhile time.monotonic() < end: pass\\n" + (f"import slow{n + 1}" if n < 5 else ""))
import slow0`;
    for (const code of [
      'import time\ntime.sleep(1.9)',
      'import time\nfor n in range(190): time.sleep(0.01)',
      'import asyncio\nasyncio.run(asyncio.sleep(1.9))',
      'import asyncio\nawait asyncio.gather(asyncio.sleep(1.9), asyncio.sleep(0.4))',
      slowModules,
    ]) {
      const { state, stdout } = await python(`${code}\nprint("woken")`, { timeLimitMs: 1500 });
      expect([state, stdout], code).to.deep.equal(['done', 'woken\n']);
    }
    const after = 'import time\ntime.sleep(0.1)\nwhile True: pass';
    expect((await python(after, { timeLimitMs: 300 })).state).to.equal('timed-out');
  });

  it('is ended when it waits for what never happens, and says so', async () => {
    for (const [code, line] of [
      ['import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())', 3],
      ['import asyncio\nasync def main():\n    await asyncio.Queue().get()\nasyncio.run(main())', 3],
      [
        'import asyncio\nasync def main():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(main())',
        3,
      ],
      ['import asyncio\nlock = asyncio.Lock()\nawait lock.acquire()\nawait lock.acquire()', 4],
    ] as const) {
      const { state, stderr } = await python(code);
      expect(state, code).to.equal('failed');
      expect(stderr, code).to.include(
        `RuntimeError: the program waits in line ${line} for something that never happens`,
      );
    }
    for (const code of [
      'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()',
      'import threading\nprint(threading.Event().wait(0.01))\n\nthreading.Event().wait()',
      'import queue\n\n\nqueue.Queue().get()',
      'import queue\n\n\nqueue.SimpleQueue().get()',
    ]) {
      const { state, stderr } = await python(code);
      expect(state, code).to.equal('failed');
      expect(stderr, code).to.include('line 4, in <module>');
      expect(stderr, code).to.include('RuntimeError: the program waits for something that never happens');
    }
  });

  it('keeps beginning and end of a flood, and the page responsive', async () => {
    const blocked = watchPage();
    const { state, stdout, notes } = await python('for i in range(100000): print("line", i)');
    expect(blocked()).to.equal(false);
    expect(state).to.equal('done');
    expect(stdout).to.match(/^line 0\nline 1\n/);
    expect(stdout).to.match(/line 99998\nline 99999\n$/);
    expect(stdout.length).to.be.within(60_000, 65_536);
    expect(notes).to.match(/only its end is kept.*bytes of output are left out/);
  });

  it('is stopped in a flood, with its latest lines', async () => {
    const { transcript, ended } = start(runner, 'python', 'i = 0\nwhile True:\n    i += 1\n    print(i)');
    await transcript.saying('only its end is kept');
    await new Promise((resolve) => setTimeout(resolve, 600));
    runner.stop();
    expect((await ended).state).to.equal('stopped');
    const last = Number(transcript.text('stdout').trim().split('\n').at(-2));
    // What was streamed before the end was kept are the first ten thousand.
    expect(last).to.be.above(11_000);
  });

  it('shows what it printed before a long call', async () => {
    const { transcript, ended } = start(runner, 'python', 'for i in range(200): print(i)\nsum(range(3 * 10**8))');
    await transcript.saying('\n199\n');
    runner.stop();
    expect((await ended).state).to.equal('stopped');
  });

  it('starts each run with fresh state', async () => {
    await python('import builtins, random\nbuiltins.print = None\nrandom.seed(1)');
    const first = await python('import random\nprint(random.random())');
    const second = await python('import random\nprint(random.random())');
    expect(first.state).to.equal('done');
    expect(first.stdout).not.to.equal(second.stdout);
  });

  it('gets a MemoryError that it can catch', async () => {
    const { stdout } = await python(
      'kept = []\ntry:\n    while True: kept.append(bytearray(10**7))\nexcept MemoryError: print(len(kept))',
    );
    expect(Number(stdout)).to.be.within(45, 65);
  });

  it('waits for asyncio', async () => {
    const code =
      'import asyncio\nasync def main():\n    await asyncio.sleep(0.05)\n    return 42\nprint(asyncio.run(main()))';
    expect((await python(code)).stdout).to.equal('42\n');
    expect((await python(code.replace('return 42', '1 / 0'))).stderr).to.include('line 4, in main');
  });

  it('prints while it sleeps', async () => {
    const { transcript } = await python('import time\nprint("a")\ntime.sleep(0.4)\nprint("b")');
    const [first, last] = [transcript.chunks[0], transcript.chunks.at(-1)];
    expect((last?.at ?? 0) - (first?.at ?? 0)).to.be.above(300);
  });

  it('exits with the program’s status', async () => {
    expect((await python('import sys\nsys.exit()')).state).to.equal('done');
    expect((await python('raise SystemExit("no luck")')).stderr).to.equal('no luck\n');
    expect((await python('import sys\nsys.exit(3)')).state).to.equal('failed');
    // Of a number a shell has the last byte.
    expect((await python('import sys\nsys.exit(-1)')).state).to.equal('failed');
    expect((await python('import sys\nsys.exit(256)')).state).to.equal('done');
    expect((await python('import os\nos._exit(256)')).state).to.equal('done');
  });

  it('has no access to network and page', async () => {
    const { stdout } = await python(`import js
names = ["fetch", "XMLHttpRequest", "WebSocket", "importScripts", "Worker", "postMessage", "BroadcastChannel", "indexedDB", "caches"]
print([name for name in names if getattr(js, name, None)])
print(str(js.location.origin))`);
    expect(stdout).to.equal('[]\nnull\n');
  });
});
