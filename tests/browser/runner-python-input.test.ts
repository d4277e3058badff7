// input() waits for whoever answers: anywhere in a program, in every browser, with or without stack switching.
import { expect } from '@esm-bundle/chai';
import { openRunner, start } from '../fixtures/runner.js';

describe('The input of Python', function () {
  this.timeout(60_000);
  const { runner, close } = openRunner();
  after(close);

  /** Runs a program, and answers each of its prompts with the next of these. */
  async function answering(code: string, answers: (string | null)[], options = {}) {
    const { transcript, ended } = start(runner, 'python', code, options);
    void (async () => {
      for (const [index, answer] of answers.entries()) {
        await transcript.count('prompt', index + 1);
        runner.answer(index + 1, answer);
      }
    })();
    const { state } = await ended;
    const text = transcript.chunks.map((chunk) => chunk.text).join('');
    return { state, text, transcript };
  }

  it('is a line, and the prompt is shown', async () => {
    const { state, text } = await answering('name = input("Name? ")\nprint("Hello", name)', ['Ada 🎉']);
    expect({ state, text }).to.deep.equal({ state: 'done', text: 'Name? Ada 🎉\nHello Ada 🎉\n' });
  });

  it('can be requested in loops, functions, classes and callbacks, and nothing is shown twice', async () => {
    const code = `
import random
class Game:
    def __init__(self):
        self.secret = random.random()
        print("ready")
    def ask(self, n):
        return int(input(f"{n}: "))
game = Game()
print(sorted([1, 2], key=game.ask))
for n in range(2):
    before = game.secret
    print(game.ask(n) * 2, game.secret == before)`;
    const { text } = await answering(code, ['9', '3', '5', '6']);
    expect(text).to.equal('ready\n1: 9\n2: 3\n[2, 1]\n0: 5\n10 True\n1: 6\n12 True\n');
  });

  it('is requested one at a time by concurrent tasks', async () => {
    const code = `import asyncio
async def ask(n):
    return n, input(f"{n}? ")
print(await asyncio.gather(ask(1), ask(2)))`;
    expect((await answering(code, ['a', 'b'])).text).to.equal("1? a\n2? b\n[(1, 'a'), (2, 'b')]\n");
  });

  it('has an end', async () => {
    const code =
      'import sys\nfor line in sys.stdin: print(repr(line))\ntry: input("more? ")\nexcept EOFError: print("no")';
    const { text } = await answering(code, ['a', '', null, null]);
    expect(text).to.equal("a\n'a\\n'\n\n'\\n'\n\nmore? \nno\n");
  });

  it('is read by sys.stdin line by line, too', async () => {
    const code = 'import sys\nprint(input(), sys.stdin.readline(), sys.stdin.buffer.readline(), sys.stdin.read(2))';
    expect((await answering(code, ['a', 'b', 'c', 'd'])).text).to.equal("a\nb\nc\nd\na b\n b'c\\n' d\n\n");
  });

  it('comes from the given text first, and then from people', async () => {
    const code = 'import sys\nn = int(input("n? "))\nfor _ in range(n): print(input("> ").upper())';
    const { text } = await answering(code, ['c'], { stdin: '2\nb\n' });
    expect(text).to.equal('n? 2\n> b\nB\n> c\nC\n');
    expect((await answering('import sys\nprint(sys.stdin.read())', [], { stdin: 'a\nb' })).text).to.equal('a\nb\n');
  });

  it('may take long', async () => {
    const { transcript, ended } = start(runner, 'python', 'print(input())', { timeLimitMs: 1000 });
    await transcript.count('prompt', 1);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    runner.answer(1, 'late');
    expect((await ended).state).to.equal('done');
  });

  it('uses the first answer, only for the open prompt', async () => {
    const { transcript, ended } = start(runner, 'python', 'print(input("a"), input("b"))');
    await transcript.count('prompt', 1);
    runner.answer(2, 'early');
    runner.answer(1, 'first');
    runner.answer(1, 'second');
    await transcript.count('prompt', 2);
    runner.answer(1, 'third');
    runner.answer(2, 'last');
    await ended;
    expect(transcript.text('stdout')).to.equal('first last\n');
  });

  it('does not prevent a stop', async () => {
    const { transcript, ended } = start(runner, 'python', 'input("?")');
    await transcript.count('prompt', 1);
    runner.stop();
    expect((await ended).state).to.equal('stopped');
  });

  // Where a program cannot wait, another worker repeats it up to the answer: a stop may come in between.
  it('does not prevent a stop at the moment of an answer, and the next run starts', async () => {
    for (const pause of [0, 1, 5, 20]) {
      const { transcript, ended } = start(runner, 'python', 'print(input("?"))\nwhile True: pass');
      await transcript.count('prompt', 1);
      runner.answer(1, 'yes');
      await new Promise((resolve) => setTimeout(resolve, pause));
      runner.stop();
      expect((await ended).state).to.equal('stopped');
    }
    expect((await answering('print(input())', ['on'])).text).to.equal('on\non\n');
  });
});
