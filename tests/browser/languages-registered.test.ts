// Languages that a page registers run like ours, in the sandbox or on a server, by the public API.
import { expect } from '@esm-bundle/chai';
import {
  judge0,
  type LanguageDefinition,
  piston,
  registerLanguage,
  runnableLanguages,
} from '../../components/index.js';
import { runRemotely } from '../../components/runner/remote/run-remotely.js';
import { clear, inside, newRoom, open, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('a language that a page registers', function () {
  this.timeout(60_000);
  afterEach(clear);

  const shout = {
    id: 'shout',
    label: 'Shout',
    extension: 'loud',
    highlight: 'python',
    worker: new URL('../fixtures/shout.js', import.meta.url),
    files: [new URL('../fixtures/word.txt', import.meta.url)],
  };
  const room = (language: string) => open({ runner: sandboxUrl, language });
  const options = (of: Element) => [...of.querySelectorAll('option')].map(({ textContent }) => textContent);

  it('is in the menu at once, is highlighted and has a file name', async () => {
    const page = await room('shout');
    const list = inside<HTMLSelectElement>(page, 'code-room-language', 'select');
    const run = () => inside<HTMLButtonElement>(page, 'code-room-run', 'button');
    expect(run().title).to.include('shout cannot be run here');
    registerLanguage(shout);
    await until(() => options(list).includes('Shout') && !run().disabled);
    expect(runnableLanguages()).to.include('shout');
    const again = await room('shout');
    again.value = 'def f(): return "x"';
    await until(() => inside(again, 'code-room-editor', '.cm-line span:not([class*=cm-])'), 'no highlighting');
    expect(inside<HTMLInputElement>(again, 'code-room-file', 'input').value).to.equal('main.loud');
  });

  it('is that of files with its extension, however they come to it', async () => {
    registerLanguage(shout);
    const page = await room('python');
    const languageOf = (called: string) => page.files.find(({ name }) => name === called)?.language;
    await page.addFile({ name: 'a.loud', text: 'x' });
    expect(languageOf('a.loud')).to.equal('shout');
    await page.renameFile('a.loud', 'a.py');
    expect(languageOf('a.py')).to.equal('python');
    await page.renameFile('a.py', 'b.loud');
    expect(languageOf('b.loud')).to.equal('shout');
  });

  it('puts its program to begin with into an empty file, and not that of the language before', async () => {
    for (const id of ['calm', 'noisy'])
      registerLanguage({ ...shout, id, label: id, extension: id, example: `this is ${id}` });
    const page = await open({ host: await roomHost(), room: newRoom(), runner: sandboxUrl, language: 'calm' });
    const list = inside<HTMLSelectElement>(page, 'code-room-language', 'select');
    for (const id of ['noisy', 'calm']) {
      page.value = '';
      await until(() => page.saved && !list.disabled && options(list).includes(id));
      list.value = id;
      list.dispatchEvent(new Event('change'));
      await until(() => page.value !== '' && page.language === id);
      expect(page.value).to.equal(`this is ${id}`);
    }
  });

  it('runs in the sandbox, with the same limits and isolation', async () => {
    const page = await room('shout');
    page.value = 'hello\nstop';
    expect((await page.run()).state).to.equal('failed');
    expect(page.output).to.equal('HELLO!\nmain.loud:2: stopped\n');
    page.value = 'globals\nflood\nend';
    expect((await page.run()).state).to.equal('done');
    expect(page.output).to.match(/^undefined undefined undefined\nline\n[\s\S]*END!\n$/);
    expect(page.output.length).to.be.below(65_537);
    page.value = 'a\nloop';
    const ended = page.run();
    await until(() => page.output === 'A!\n');
    page.stop();
    expect((await ended).state).to.equal('stopped');
    page.value = 'b';
    expect((await page.run()).state).to.equal('done');
  });

  it('may be registered again, and reports when it cannot be loaded', async () => {
    registerLanguage({ ...shout, worker: new URL('../fixtures/missing.js', import.meta.url) });
    const page = await room('shout');
    expect((await page.run()).state).to.equal('failed');
    expect(inside(page, 'code-room-output', '.output').textContent).to.match(
      /Shout could not be loaded: .*missing\.js answers with status 404/,
    );
    registerLanguage(shout);
    expect((await page.run()).state).to.equal('done');
  });

  it('that still rehearses when somebody runs it says that it starts', async () => {
    registerLanguage({ id: 'slow', label: 'Slow', worker: new URL('../fixtures/slow-start.js', import.meta.url) });
    const { runner, close } = openRunner();
    runner.warm('slow');
    // It is ready at once, and rehearses a moment later.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const began = performance.now();
    const { transcript, ended } = start(runner, 'slow', 'hello');
    const told = () => transcript.progress.map((progress) => progress?.sentence ?? '');
    await until(() => told().includes('Starting Slow'), `nothing is said: ${told()}`);
    expect(performance.now() - began).to.be.below(1_000);
    expect((await ended).state).to.equal('done');
    expect([transcript.text('stdout'), told().at(-1)]).to.deep.equal(['hello', '']);
    close();
  });

  it('may take long to load, with progress', async () => {
    const worker = new URL('/__slow/2500/shout.js', location.href);
    registerLanguage({ ...shout, worker });
    const page = await room('shout');
    page.value = 'hello';
    const errors: string[] = [];
    page.addEventListener('code-room-error', (event) => errors.push(event.sentence));
    const ended = page.run();
    const progress = () => inside(page, 'code-room-output', '.loading')?.textContent ?? '';
    await until(() => progress().includes('Loading Shout'), progress());
    expect(await ended).to.include({ state: 'done' });
    expect([page.output, ...errors]).to.deep.equal(['HELLO!\n']);
    await until(() => !inside(page, 'code-room-output', '.loading'));
    // It can be stopped meanwhile, at once.
    registerLanguage({ ...shout, worker: new URL('/__slow/600000/shout.js', location.href) });
    const stopped = page.run();
    await until(() => progress().includes('Loading Shout'), progress());
    page.stop();
    expect((await stopped).state).to.equal('stopped');
    registerLanguage(shout);
    expect((await page.run()).state).to.equal('done');
  });

  it('reports failures of its server', async () => {
    const nowhere = new URL('http://127.0.0.1:9/shout.js');
    const cases: [URL, RegExp][] = [
      [
        nowhere,
        /^Shout could not be loaded: http:\/\/127\.0\.0\.1:9\/shout\.js cannot be reached\. Check the connection/,
      ],
      [
        new URL('../fixtures/gone.wasm', import.meta.url),
        /^Shout could not be loaded: .*gone\.wasm answers with status 404/,
      ],
    ];
    for (const [file, sentence] of cases) {
      registerLanguage({ ...shout, files: [file] });
      const page = await room('shout');
      const errors: string[] = [];
      page.addEventListener('code-room-error', (event) => errors.push(event.sentence));
      expect((await page.run()).state).to.equal('failed');
      expect(errors.length).to.equal(1);
      expect(errors[0]).to.match(sentence);
      await until(() => inside(page, 'code-room-output', '.note')?.textContent === errors[0]);
    }
    registerLanguage(shout);
  });

  it('may start slowly: only the program’s own time counts for the limit', async () => {
    const worker = URL.createObjectURL(
      new Blob([
        `codeRoomLanguage(async () => {
          await new Promise((ready) => setTimeout(ready, 700));
          return {
            rehearse: () => new Promise((ready) => setTimeout(ready, 900)),
            async run(program, output) {
              output.write('stdout', 'begun\\n');
              if (program.code) await new Promise(() => {});
              return true;
            },
          };
        })`,
      ]),
    );
    registerLanguage({ id: 'sloth', label: 'Sloth', worker: new URL(worker) });
    const { runner, close } = openRunner();
    const slow = await run(runner, 'sloth', '', { timeLimitMs: 500 });
    expect([slow.state, slow.stdout]).to.deep.equal(['done', 'begun\n']);
    expect(slow.durationMs).to.be.below(500);
    expect((await run(runner, 'sloth', 'wait', { timeLimitMs: 500 })).state).to.equal('timed-out');
    close();
  });

  it('must be described completely', () => {
    for (const wrong of [
      { id: 'Not an id', label: 'x', worker: 'x.js' },
      { id: 'x', label: '', worker: 'x.js' },
      { id: 'x', label: 'X' },
    ]) {
      expect(() => registerLanguage(wrong as LanguageDefinition)).to.throw(TypeError);
    }
  });
});

describe('a language that runs on a server', function () {
  this.timeout(60_000);
  afterEach(clear);
  const { fetch } = window;
  afterEach(() => {
    window.fetch = fetch;
  });

  async function pair(language: string) {
    const attributes = { host: await roomHost(), room: newRoom(), runner: sandboxUrl, language };
    return [await open({ ...attributes, name: 'Ann' }), await open({ ...attributes, name: 'Bo' })] as const;
  }
  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

  it('streams its output into the shared run', async () => {
    registerLanguage({
      id: 'rust',
      label: 'Rust',
      async run({ code, fileName }, sink) {
        sink.output('stdout', `${fileName}: `);
        await new Promise((resolve) => setTimeout(resolve, 20));
        sink.output('stdout', `${code}\n`);
        return 'failed';
      },
    });
    const [ann, bo] = await pair('rust');
    ann.value = 'fn main() {}';
    expect((await ann.run()).state).to.equal('failed');
    await until(() => bo.output === 'main.rs: fn main() {}\n', bo.output);
  });

  it('can be stopped by anybody, has a time limit, and its errors are sentences', async () => {
    let [asked, aborted] = [false, false];
    const forever = (signal: AbortSignal) => {
      asked = true;
      return new Promise<never>(() => signal.addEventListener('abort', () => (aborted = true)));
    };
    registerLanguage({ id: 'rust', label: 'Rust', run: (_request, _sink, signal) => forever(signal) });
    const [ann, bo] = await pair('rust');
    const ended = ann.run();
    await until(() => bo.running && asked);
    bo.stop();
    expect((await ended).state).to.equal('stopped');
    expect(aborted).to.equal(true);

    registerLanguage({
      id: 'rust',
      label: 'Rust',
      timeLimitMs: 100,
      run: (_request, _sink, signal) => forever(signal),
    });
    expect((await ann.run()).state).to.equal('timed-out');
    registerLanguage({
      id: 'rust',
      label: 'Rust',
      run: () => {
        throw new Error('the queue is full.');
      },
    });
    expect((await ann.run()).state).to.equal('failed');
    await until(
      () => inside(bo, 'code-room-output', '.note')?.textContent === 'Rust could not run this: the queue is full.',
    );
  });

  it('is not called when the run was stopped before', async () => {
    let asked = false;
    registerLanguage({
      id: 'rust',
      label: 'Rust',
      run: () => {
        asked = true;
        return new Promise<never>(() => undefined);
      },
    });
    const request = { id: '1', language: 'rust', code: '', fileName: 'main.rs' };
    const result = await runRemotely(
      request,
      { output: () => undefined, progress: () => undefined },
      AbortSignal.abort(),
    );
    expect(result).to.deep.equal({ state: 'stopped', durationMs: 0 });
    expect(asked).to.equal(false);
  });

  it('can be Piston', async () => {
    registerLanguage({ id: 'go', label: 'Go', run: piston({ url: 'https://run.example/api/v2/', version: '1.22' }) });
    const asked: unknown[] = [];
    window.fetch = async (url, options) => {
      asked.push(String(url), JSON.parse(String(options?.body)));
      return json({
        compile: { code: 0, stdout: '', stderr: '' },
        run: { code: 1, stdout: 'hé\n', stderr: 'panic\n' },
      });
    };
    const page = await open({ runner: sandboxUrl, language: 'go' });
    page.value = 'package main';
    expect((await page.run()).state).to.equal('failed');
    expect(page.output).to.equal('hé\npanic\n');
    expect(asked).to.deep.equal([
      'https://run.example/api/v2/execute',
      { language: 'go', version: '1.22', files: [{ name: 'main.go', content: 'package main' }], stdin: '' },
    ]);
    window.fetch = async () => json({ message: 'go-9 runtime is unknown' }, 400);
    expect((await page.run()).state).to.equal('failed');
    const said = () => inside(page, 'code-room-output', '.output').textContent ?? '';
    await until(() => said().includes('status 400: go-9 runtime is unknown'), said());
    window.fetch = async () => Promise.reject(new TypeError('Failed to fetch'));
    await page.run();
    await until(() => said().includes('https://run.example cannot be reached'), said());
  });

  it('can be Judge0', async () => {
    registerLanguage({ id: 'java', label: 'Java', run: judge0({ url: 'https://judge.example', languageId: 62 }) });
    const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
    const answers = [
      json({ token: 'abc' }, 201),
      json({ status: { id: 2, description: 'Processing' } }),
      json({ status: { id: 6, description: 'Compilation Error' }, compile_output: base64('Main.java:1: é') }),
    ];
    const asked: string[] = [];
    window.fetch = async (url) => {
      asked.push(String(url));
      return answers.shift() ?? json({}, 500);
    };
    const page = await open({ runner: sandboxUrl, language: 'java' });
    page.value = 'class Main {}';
    expect((await page.run()).state).to.equal('failed');
    expect(page.output).to.equal('main.java:1: é');
    expect(asked.map((url) => url.split('?')[0])).to.deep.equal([
      'https://judge.example/submissions',
      'https://judge.example/submissions/abc',
      'https://judge.example/submissions/abc',
    ]);
  });
});
