// What a program reads comes from the input box first and then from people; answers reach the question they were meant for.
import { expect } from '@esm-bundle/chai';
import { registerLanguage } from '../../components/index.js';
import { openRunner, start } from '../fixtures/runner.js';

/** Reads a line for each word of `asks`, prints `[line]` for it, `[none]` at the end of the input. */
const PROGRAMS: Record<string, (asks: string[]) => string> = {
  python: (asks) =>
    `${asks.map((ask) => `try: print("[" + input("${ask}") + "]")\nexcept EOFError: print("[none]")`).join('\n')}`,
  javascript: (asks) => asks.map((ask) => `console.log(\`[\${prompt("${ask}") ?? "none"}]\`);`).join('\n'),
  typescript: (asks) => asks.map((ask) => `console.log(\`[\${prompt("${ask}" as string) ?? "none"}]\`);`).join('\n'),
  lua: (asks) => asks.map((ask) => `io.write("${ask}") print("[" .. (io.read() or "none") .. "]")`).join('\n'),
};

/** What the box holds, what people answer, and the lines the program reads in the end. */
const CASES: [box: string, answers: (string | null)[], read: string[]][] = [
  ['x', ['y'], ['x', 'y']],
  ['x\n', ['y'], ['x', 'y']],
  ['x\r\ny\r\n', ['z'], ['x', 'y', 'z']],
  ['\n\nx', ['', 'y'], ['', '', 'x', '', 'y']],
  ['x\ny\nz', [null, 'more', null], ['x', 'y', 'z', 'none', 'more', 'none']],
  ['', ['y', ''], ['y', '']],
];

for (const [language, program] of Object.entries(PROGRAMS)) {
  describe(`The input of ${language}`, function () {
    this.timeout(30_000);
    const { runner, close } = openRunner();
    after(close);

    for (const [box, answers, read] of CASES) {
      it(`is ${JSON.stringify(read)} of box ${JSON.stringify(box)} and answers ${JSON.stringify(answers)}`, async () => {
        const code = program(read.map((_, index) => `${index}?`));
        const { transcript, ended } = start(runner, language, code, { stdin: box });
        for (const [index, answer] of answers.entries()) {
          await transcript.count('prompt', index + 1);
          runner.answer(index + 1, answer);
        }
        expect((await ended).state).to.equal('done');
        const lines = [...transcript.text('stdout').matchAll(/\[(.*)\]/g)].map(([, line]) => line);
        expect(lines).to.deep.equal(read);
        // Whoever numbers the questions by what is printed finds those that were asked of people, and no others.
        expect(transcript.chunks.filter(({ kind }) => kind === 'prompt').length).to.equal(answers.length);
      });
    }
  });
}

describe('The input of JavaScript', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('is asked for by confirm as by prompt, and alert asks nothing', async () => {
    const code = 'alert("hi"); console.log(confirm("A?"), prompt("B?"), confirm("C?"), confirm("D?"))';
    const { transcript, ended } = start(runner, 'javascript', code, { stdin: 'yes\nx' });
    for (const [index, answer] of ['y', null].entries()) {
      await transcript.count('prompt', index + 1);
      runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text()).to.equal('hi\nA? yes\nB? x\nC? y\nD? \ntrue x true false\n');
  });
});

describe('The input of a language that a page registers', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('is asked for by nothing the program prints', async () => {
    const worker = URL.createObjectURL(
      new Blob([
        `codeRoomLanguage(() => ({ async run(program, output, questions) {
          output.write('prompt', 'printed? ');
          output.write('answer', 'printed\\n');
          output.write('stdout', '[' + (await questions.ask('asked? ')).trim() + ']');
          output.write('prompt', 'end?');
          return true;
        } }))`,
      ]),
    );
    registerLanguage({ id: 'asker', label: 'Asker', worker: new URL(worker) });
    const { transcript, ended } = start(runner, 'asker', '');
    await transcript.count('prompt', 1);
    runner.answer(1, 'y');
    expect((await ended).state).to.equal('done');
    expect(transcript.text('prompt')).to.equal('asked? ');
    expect(transcript.text()).to.equal('printed? printed\nasked? y\n[y]end?');
  });
});
