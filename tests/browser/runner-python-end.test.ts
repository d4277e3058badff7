// Python's stdin, its exit, and its messages about what is impossible here.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('The input and the end of Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);
  const python = (code: string, options = {}) => run(runner, 'python', code, options);

  it('reads its input by descriptor, device and path', async () => {
    const stdin = 'a é\nb';
    for (const [code, printed] of [
      ['print(repr(open(0).read()))', "'a é\\nb'\n"],
      ['print(open("/dev/stdin").readlines())', "['a é\\n', 'b']\n"],
      ['import pathlib\nprint(pathlib.Path("/dev/stdin").read_text().split())', "['a', 'é', 'b']\n"],
      ['print(open(0, "rb").read())', "b'a \\xc3\\xa9\\nb'\n"],
      ['for line in open(0): print(line.strip())', 'a é\nb\n'],
      ['print(input()); print(open(0).read())', 'a é\nb\n'],
      ['import sys\nprint(repr(sys.stdin.read(1)), repr(input()), repr(input()))', "'a' ' é' 'b'\n"],
      [
        'import os, sys\nprint(sys.stdin.name, sys.stdin.mode, sys.stdout.name, sys.stdout.mode, os.read(sys.stdin.fileno(), 2))',
        "<stdin> r <stdout> w b'a '\n",
      ],
    ] as const) {
      const { state, stdout, stderr } = await python(code, { stdin });
      expect([state, stderr]).to.deep.equal(['done', '']);
      expect(stdout.endsWith(printed), `${code}: ${stdout}`).to.equal(true);
    }
  });

  it('asks people where the input box is empty', async () => {
    const { transcript, ended } = start(runner, 'python', 'print(open(0).read().split())');
    for (const [index, answer] of ['x', 'y', null].entries()) {
      await transcript.count('prompt', index + 1);
      runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal("['x', 'y']\n");
  });

  it('can read its own source', async () => {
    expect((await python('print(open(__file__).read().count("open"))')).stdout).to.equal('2\n');
    const { stdout } = await python('try: open("none.txt")\nexcept FileNotFoundError as e: print(e.filename)');
    expect(stdout).to.equal('none.txt\n');
  });

  it('finds its own file where it looks for it, which is no file that it leaves', async () => {
    for (const [code, printed] of [
      ['import os\nprint(os.listdir())', "['main.py']\n"],
      ['from pathlib import Path\nprint(Path(__file__).exists(), Path(__file__).stat().st_size)', 'True 86\n'],
      ['import os\nprint([names for _, _, names in os.walk(".")])', "[['main.py']]\n"],
      ['import shutil\nprint(shutil.copy(__file__, "copy.txt"))', 'copy.txt\n'],
    ] as const) {
      const { state, stdout, transcript } = await python(code, { fileName: 'main.py' });
      expect([state, stdout], code).to.deep.equal(['done', printed]);
      const left = transcript.chunks.filter(({ kind }) => kind === 'file').map(({ text }) => text.split('\t')[0]);
      expect(left, code).to.deep.equal(code.includes('copy') ? ['copy.txt'] : []);
    }
  });

  it('calls exit handlers, and closes files', async () => {
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

  it('shows and keeps what is printed into another stdout', async () => {
    for (const made of ['io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")', 'os.fdopen(1, "w")']) {
      const { state, stdout, stderr } = await python(`import io, os, sys\nsys.stdout = ${made}\nprint("hi é")`);
      expect([state, stdout, stderr], made).to.deep.equal(['done', 'hi é\n', '']);
    }
    const { state, transcript } = await python('import sys\nsys.stdout = open("output.txt", "w")\nprint(6)');
    expect(state).to.equal('done');
    expect(transcript.chunks.filter(({ kind }) => kind === 'file').map(({ text }) => text)).to.deep.equal([
      `output.txt\ttext/plain\t2\t${btoa('6\n')}`,
    ]);
  });

  it('closes what other files of the room have left open', async () => {
    const files = [{ name: 'logger.py', text: 'log = open("log.txt", "w")\ndef write(text): log.write(text)' }];
    const { state, transcript } = await python('import logger\nlogger.write("text")', { files });
    expect(state).to.equal('done');
    expect(transcript.chunks.filter(({ kind }) => kind === 'file').map(({ text }) => text)).to.deep.equal([
      `log.txt\ttext/plain\t4\t${btoa('text')}`,
    ]);
  });

  it('prints the program’s calls only', async () => {
    const code = `import inspect, logging, traceback
def f():
    traceback.print_stack()
    logging.warning("told", stack_info=True)
    print([each.function for each in inspect.stack()], len(traceback.extract_stack()))
f()`;
    const { stdout, stderr } = await python(code);
    expect(stdout).to.equal("['f', '<module>'] 2\n");
    expect(stderr).not.to.include('code-room');
    expect(stderr.match(/^ {2}File "main\.py", line \d+, in .*$/gm)).to.deep.equal([
      '  File "main.py", line 6, in <module>',
      '  File "main.py", line 3, in f',
      '  File "main.py", line 6, in <module>',
      '  File "main.py", line 4, in f',
    ]);
  });

  it('destroys objects one by one, cycles too, and uses the program’s hook for errors', async () => {
    const code = `class A:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name, word)
word = "bye"
_first, a = A("_first"), A("a")
a.me = a
def counting():
    try: yield
    finally: print("closed")
generator = counting()
next(generator)
print("end")`;
    expect((await python(code)).stdout).to.match(/^end\ngone _first bye\nclosed\ngone a (bye|None)\n$/);
    const hook =
      'import sys\ndef hook(kind, error, trace): print(kind.__name__, error, trace.tb_lineno)\nsys.excepthook = hook\n';
    const hooked = await python(`${hook}1 / 0`);
    expect([hooked.state, hooked.stdout, hooked.stderr]).to.deep.equal([
      'failed',
      'ZeroDivisionError division by zero 4\n',
      '',
    ]);
    const { stderr } = await python(`${hook}hook = 1\nsys.excepthook = lambda *error: hook.x\n1 / 0`);
    expect(stderr).to.match(
      /^Error in sys\.excepthook:\n[\s\S]*AttributeError[\s\S]*\nOriginal exception was:\n[\s\S]*line 6[\s\S]*ZeroDivisionError/,
    );
    expect(stderr).not.to.include('code-room');
  });

  it('ends asyncio.run with all its tasks', async () => {
    const { state, stdout } = await python(`import asyncio
async def tick():
    try:
        while True:
            print("tick")
            await asyncio.sleep(60)
    finally:
        print("cancelled")
async def main():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0.01)
    return task.get_name()
print(asyncio.run(main()))`);
    expect([state, stdout]).to.deep.equal(['done', 'tick\ncancelled\nTask-2\n']);
  });

  it('has Python’s asyncio', async () => {
    for (const [code, printed, warned] of [
      [
        'async def f(): return 1\nasync def main():\n    try: asyncio.run(f())\n    except RuntimeError as e: print(e)\nasyncio.run(main())',
        'asyncio.run() cannot be called from a running event loop\n',
        "coroutine 'f' was never awaited",
      ],
      [
        'async def f(): raise ValueError("lost")\nasync def main():\n    asyncio.create_task(f())\n    await asyncio.sleep(0.01)\nasyncio.run(main())\nprint("on")',
        'on\n',
        'Task exception was never retrieved',
      ],
      [
        'async def f(): print("f")\nf()\nprint("on")',
        'on\n',
        "main.py:3: RuntimeWarning: coroutine 'f' was never awaited",
      ],
      ['try: asyncio.get_running_loop()\nexcept RuntimeError as e: print(e)', 'no running event loop\n', ''],
      [
        'async def f():\n    await asyncio.sleep(0.01)\n    return await asyncio.to_thread(len, "abc")\nloop = asyncio.new_event_loop()\nprint(loop.run_until_complete(f()))\nloop.close()\nprint(asyncio.get_event_loop().run_until_complete(f()))',
        '3\n3\n',
        '',
      ],
      [
        'import signal\nasync def main():\n    loop = asyncio.get_running_loop()\n    loop.add_signal_handler(signal.SIGINT, print)\n    print(*(loop.remove_signal_handler(signal.SIGINT) for _ in range(2)))\nasyncio.run(main())',
        'True False\n',
        '',
      ],
      ['t = asyncio.create_task(asyncio.sleep(0.01, 5))\nprint(await t)', '5\n', ''],
    ] as const) {
      const { state, stdout, stderr } = await python(`import asyncio\n${code}`);
      expect([state, stdout], code).to.deep.equal(['done', printed]);
      if (warned === '') expect(stderr, code).to.equal('');
      else expect(stderr, code).to.include(warned);
    }
  });

  it('says where a program waits for what never happens', async () => {
    const code = 'import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())';
    const { state, stderr } = await python(code);
    expect(state).to.equal('failed');
    expect(stderr).to.include('RuntimeError: the program waits in line 3 for something that never happens\n');
  });

  it('asks and sleeps within asyncio', async () => {
    const code = `import asyncio, time
async def main():
    task = asyncio.create_task(asyncio.sleep(0, "other"))
    print(input("name? "))
    time.sleep(0.01)
    print(await task)
asyncio.run(main())`;
    const { transcript, ended } = start(runner, 'python', code);
    await transcript.count('prompt', 1);
    runner.answer(1, 'Ada');
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal('Ada\nother\n');
  });

  it('can be debugged by prompts', async () => {
    const { transcript, ended } = start(runner, 'python', 'x = 3\nbreakpoint()\nx += 1\nprint("x is", x)');
    for (const [index, answer] of ['p x', 'n', 'p x + 10', 'x = 7', 'c'].entries()) {
      await transcript.count('prompt', index + 1);
      runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    const text = transcript.text('stdout');
    expect(text).to.include('-> breakpoint()\n').and.to.include('-> x += 1\n');
    expect(text).to.match(/\n3\n[\s\S]*\n13\nx is 8\n$/);
  });

  it('reveals nothing of the build machine, and formats numbers as usual', async () => {
    const { stdout } = await python(`import errno, os, sys, time
print([name for name, value in {**vars(sys), **os.environ}.items() if name != "modules" and "code" + "-room" in str(value) + name])
print(repr(sys.executable), sys.orig_argv, os.environ["PWD"] == os.getcwd(), sys.maxsize == 2**63 - 1, sys.path.count(""))
for mistake in (lambda: open("none"), lambda: os.mkdir("/tmp"), lambda: os.listdir("/none")):
    try: mistake()
    except OSError as error: print(error, errno.errorcode[error.errno])
class Own(OSError): pass
print(OSError(1, "mine"), Own("x"), Own(7, "y"), repr(OSError(1, "mine")))
names = {time.strftime("%Z", time.localtime(day * 86400)) for day in range(20000, 20365, 30)}
print(names <= set(time.tzname), all(name == "UTC" or name[3] in "+-" for name in names))`);
    expect(stdout).to.equal(`[]
'' ['python', 'main.py'] True True 1
[Errno 2] No such file or directory: 'none' ENOENT
[Errno 17] File exists: '/tmp' EEXIST
[Errno 2] No such file or directory: '/none' ENOENT
[Errno 1] mine x [Errno 7] y OSError(1, 'mine')
True True
`);
  });

  it('knows time zones by name', async () => {
    const { state, stdout, stderr } = await python(`from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones
for day in (datetime(2024, 1, 15, 12), datetime(2024, 7, 15, 12), datetime(2050, 7, 15, 12)):
    print(*(f"{day.replace(tzinfo=ZoneInfo(name)):%H:%M %z %Z}" for name in ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata")), sep=", ")
print(len(available_timezones()) > 590, ZoneInfo("UTC"))
try: ZoneInfo("Europe/Berln")
except KeyError as error: print(error)`);
    expect([state, stderr]).to.deep.equal(['done', '']);
    expect(stdout).to.equal(`12:00 +0000 UTC, 12:00 +0100 CET, 12:00 -0500 EST, 12:00 +0530 IST
12:00 +0000 UTC, 12:00 +0200 CEST, 12:00 -0400 EDT, 12:00 +0530 IST
12:00 +0000 UTC, 12:00 +0200 CEST, 12:00 -0400 EDT, 12:00 +0530 IST
True UTC
'No time zone found with key Europe/Berln'
`);
  });

  it('clears the screen, and asks for passwords', async () => {
    expect((await python('import os\nprint(os.system("clear"), os.system("cls"))')).stdout).to.include('0 0\n');
    expect((await python('import os\nos.system("ls")')).notes).to.equal('Other programs cannot be started here.');
    const { stdout } = await python('import getpass\nprint(getpass.getpass() + "!")', { stdin: 'secret' });
    expect(stdout).to.equal('Password: secret!\n');
  });

  it('says in a sentence what is impossible', async () => {
    const thread = 'A program has one thread here.';
    const process = 'A program has one process here.';
    const programs = 'Other programs cannot be started here.';
    const network = 'There is no network here: a program reaches no other machine, and none reaches it.';
    for (const [code, sentence] of [
      ['import threading\nthreading.Thread(target=print).start()', thread],
      ['import threading\nthreading.Timer(1, print).start()', thread],
      ['from concurrent.futures import ThreadPoolExecutor\nprint(list(ThreadPoolExecutor().map(abs, [1])))', thread],
      ['from concurrent.futures import ProcessPoolExecutor\nProcessPoolExecutor()', process],
      ['import multiprocessing\nmultiprocessing.Pool(2)', process],
      ['import multiprocessing\nmultiprocessing.Process(target=print).start()', process],
      ['import subprocess\nsubprocess.run(["ls"])', 'Other programs cannot be started here.'],
      ['import os\nos.fork()', 'Below Python is only a browser here'],
      ['import signal\nsignal.alarm(1)', 'There are no alarms here.'],
      ['import signal\nsignal.setitimer(signal.ITIMER_REAL, 1)', 'There are no alarms here.'],
      ['import socket\nsocket.create_connection(("127.0.0.1", 80))', network],
      ['from urllib.request import urlopen\nurlopen("http://127.0.0.1/")', network],
      ['import socket\ns = socket.socket()\ns.bind(("", 80))\ns.listen()\ns.accept()', 'there is no network'],
      ['import asyncio\nasync def main(): await asyncio.create_subprocess_exec("ls")\nasyncio.run(main())', programs],
      ['import asyncio\nasync def main(): await asyncio.create_subprocess_shell("ls")\nasyncio.run(main())', programs],
      [
        'import asyncio, sys\nasync def main(): asyncio.get_running_loop().add_reader(sys.stdin, print)\nasyncio.run(main())',
        'in asyncio by await asyncio.to_thread(input).',
      ],
      [
        'import asyncio, sys\nasync def main(): await asyncio.get_running_loop().connect_read_pipe(asyncio.Protocol, sys.stdin)\nasyncio.run(main())',
        'in asyncio by await asyncio.to_thread(input).',
      ],
      [
        'import asyncio\nasync def main(): await asyncio.get_running_loop().sock_connect(None, None)\nasyncio.run(main())',
        network,
      ],
      ['import tkinter', 'tkinter comes with Python, but cannot work in a browser, so it is not here.'],
    ] as const) {
      const { state, notes } = await python(code);
      expect(state, code).to.equal('failed');
      expect(notes, code).to.include(sentence);
    }
  });

  it('reads its input in asyncio by another thread, as it is told to', async () => {
    const code = 'import asyncio\nasync def main(): print(await asyncio.to_thread(input), "read")\nasyncio.run(main())';
    const { state, stdout } = await python(code, { stdin: 'a line\n' });
    expect([state, stdout.trim().split('\n').at(-1)]).to.deep.equal(['done', 'a line read']);
    const raising = 'class A:\n  def run(self): raise NotImplementedError\nA().run()';
    expect((await python(raising)).notes).to.equal('');
  });

  it('blames memory only when memory was the cause', async () => {
    expect((await python('x = [0] * 10**9')).notes).to.include('512 MB of memory');
    expect((await python('raise MemoryError')).notes).to.equal('');
    expect((await python('raise RuntimeError("can\'t start new thread")')).notes).to.equal('');
    expect((await python('raise OSError("Host is unreachable")')).notes).to.equal('');
    expect((await python(`eval("-" * 100000 + "1")`)).notes).not.to.include('memory');
  });
});
