// What a program reads comes from the input box first and then from people; answers reach the prompt they were meant for.
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
        // Whoever numbers the prompts by what is printed finds those that were asked of people, and no others.
        expect(transcript.chunks.filter(({ kind }) => kind === 'prompt').length).to.equal(answers.length);
      });
    }
  });
}

/** Read all there is, and print it; none has asked anybody. */
const READERS: [language: string, code: string][] = [
  ['python', 'import sys\nprint([line.strip() for line in sys.stdin])'],
  ['python', 'import sys\nprint(sys.stdin.read().split())'],
  ['python', 'print(open(0).read().split())'],
  ['python', 'lines = []\ntry:\n    while True: lines.append(input())\nexcept EOFError: print(lines)'],
  ['python', 'import sys\nlines = []\nwhile line := sys.stdin.readline(): lines.append(line.strip())\nprint(lines)'],
  [
    'lua',
    'local t = {} while true do local l = io.read() if not l then break end t[#t + 1] = l end print(#t, table.concat(t, " "))',
  ],
  ['lua', 'local t = {} for l in io.lines() do t[#t + 1] = l end print(#t, table.concat(t, " "))'],
  ['lua', 'local _, n = io.read("a"):gsub("%S+", print) print(n)'],
  ['lua', 'local s = 0 while true do local n = io.read("n") if not n then break end s = s + n end print(s)'],
  ['javascript', 'console.log(require("fs").readFileSync(0, "utf8").split("\\n"))'],
  [
    'javascript',
    'const rl = require("readline").createInterface({ input: process.stdin });\nrl.on("line", (l) => console.log(l)).on("close", () => console.log("end"))',
  ],
];

describe('The end of the input box', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  for (const [language, code] of READERS) {
    it(`ends a program that only reads: ${language}, ${code.split('\n').at(-1)}`, async () => {
      const { transcript, ended } = start(runner, language, code, { stdin: '3\n4\n', timeLimitMs: 5_000 });
      expect((await ended).state).to.equal('done');
      expect(transcript.chunks.filter(({ kind }) => kind === 'prompt')).to.deep.equal([]);
      expect(transcript.text('stdout')).to.match(/3[\s\S]*4|^7/);
    });
  }

  it('does not answer prompts, which people do, however they are printed', async () => {
    for (const [language, code] of [
      ['python', 'print(input(), input("B? "))'],
      ['python', 'a = input()\nprint("B? ", end="")\nprint(a, input())'],
      ['lua', 'local a = io.read() io.write("B? ") print(a, io.read())'],
      ['lua', 'local a = io.read("n") io.write("B? ") print(a, io.read("n"))'],
    ] as const) {
      const { transcript, ended } = start(runner, language, code, { stdin: '1' });
      await transcript.count('prompt', 1);
      runner.answer(1, '2');
      expect((await ended).state, code).to.equal('done');
      expect(transcript.text('stdout'), code).to.match(/1\s2\n$/);
    }
  });
});

describe('The input of JavaScript', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('is requested by confirm as by prompt, and alert requests nothing', async () => {
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

/** Draws a secret, prints it, asks, and prints it again. */
const SECRETS: [language: string, draw: string][] = [
  ['javascript', 'const secret = Math.random();'],
  ['javascript', 'const secret = crypto.getRandomValues(new Uint32Array(2)).join();'],
  ['javascript', 'const secret = crypto.randomUUID();'],
  ['javascript', 'const secret = require("crypto").randomInt(1e9);'],
  ['javascript', 'const secret = require("crypto").randomUUID();'],
  ['javascript', 'const secret = require("crypto").randomBytes(8).toString("hex");'],
  ['lua', 'local secret = math.random(1e9)'],
  ['lua', 'math.randomseed() local secret = math.random(1e9)'],
  ['lua', 'math.randomseed(os.time()) local secret = math.random(1e9)'],
  ['lua', 'math.randomseed(os.time() * 1000) local secret = math.random(1e9)'],
  ['python', 'import random\nsecret = random.random()'],
  ['python', 'import random\nrandom.seed()\nsecret = random.random()'],
  ['python', 'import secrets\nsecret = secrets.token_hex(8)'],
  ['python', 'import uuid\nsecret = uuid.uuid4()'],
];
const TOLD: Record<string, string> = {
  javascript: 'console.log("[" + secret + "]"); prompt("?"); console.log("[" + secret + "]");',
  lua: 'print("[" .. secret .. "]") io.write("?") io.read() print("[" .. secret .. "]")',
  python: 'print(f"[{secret}]")\ninput("?")\nprint(f"[{secret}]")',
};

describe('A secret that a program drew', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  for (const [language, draw] of SECRETS) {
    it(`is the same after an answer, and another in the next run: ${language}, ${draw}`, async () => {
      const drawn = async () => {
        const { transcript, ended } = start(runner, language, `${draw}\n${TOLD[language]}`);
        await transcript.count('prompt', 1);
        // A clock that counts seconds has gone on.
        if (draw.includes('os.time')) await new Promise((resolve) => setTimeout(resolve, 1_100));
        runner.answer(1, '1');
        expect((await ended).state).to.equal('done');
        const [before, later] = [...transcript.text('stdout').matchAll(/\[(.*)\]/g)].map(([, secret]) => secret);
        expect(later).to.equal(before).and.to.be.a('string');
        return before;
      };
      expect(await drawn()).not.to.equal(await drawn());
    });
  }
});

describe('A prompt of JavaScript', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('stands below what was printed before it, after a promise, too', async () => {
    const code =
      'console.log(new Promise(() => {}));\nconsole.log("menu");\nconsole.log("[" + prompt("Which?") + "]");';
    const { transcript, ended } = start(runner, 'javascript', code);
    await transcript.count('prompt', 1);
    expect(transcript.text()).to.equal('Promise { <pending> }\nmenu\nWhich? ');
    runner.answer(1, '2');
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal('Promise { <pending> }\nmenu\n[2]\n');
  });
});

describe('The input of a language that a page registers', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);

  it('is not requested by anything the program prints', async () => {
    const worker = URL.createObjectURL(
      new Blob([
        `codeRoomLanguage(() => ({ async run(program, output, prompts) {
          output.write('prompt', 'printed? ');
          output.write('answer', 'printed\\n');
          output.write('stdout', '[' + (await prompts.ask('asked? ')).trim() + ']');
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
