// The runner on any page, next to another, moved and removed: it always ends, and says why.
import { expect } from '@esm-bundle/chai';
import { runnableLanguages } from '../../components/runner/languages/registry.js';
import { Runner, RunnerError } from '../../components/runner/runner.js';
import { formatterOf } from '../../components/runner/tools/formatting.js';
import { sleep } from '../../party/shared/time.js';
import { openRunner, run, sandboxUrl, start } from '../fixtures/runner.js';

const LOOP = 'console.log("on");\nfor (;;);';

describe('Runner', function () {
  this.timeout(30_000);
  let page = openRunner();
  beforeEach(() => {
    page = openRunner();
  });
  afterEach(() => page.close());

  const hello = async () => (await run(page.runner, 'javascript', 'console.log("hello")')).stdout;
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('lists its languages', async () => {
    expect(runnableLanguages()).to.include.members(['python', 'javascript']);
    const error = await failure(run(page.runner, 'cobol', ''));
    expect(error).to.be.instanceOf(RunnerError);
    expect(String(error)).to.include('Choose another language');
    expect(page.frame()).to.equal(null);
  });

  it('runs one program at a time', async () => {
    const { transcript, ended } = start(page.runner, 'javascript', LOOP);
    await transcript.saying('on');
    expect(String(await failure(run(page.runner, 'javascript', '')))).to.include('running already');
    page.runner.stop();
    expect((await ended).state).to.equal('stopped');
  });

  it('can be on a page with another', async () => {
    const other = openRunner();
    const { transcript, ended } = start(other.runner, 'javascript', LOOP);
    await transcript.saying('on');
    expect(await hello()).to.equal('hello\n');
    other.runner.stop();
    expect((await ended).state).to.equal('stopped');
    other.close();
  });

  it('stops while it is still loading', async () => {
    const { ended } = start(page.runner, 'python', 'print("never")');
    page.runner.stop();
    expect((await ended).state).to.equal('stopped');
    expect(await hello()).to.equal('hello\n');
  });

  it('begins a program when it is agreed on, which its interpreter has by then', async () => {
    for (const language of ['javascript', 'python']) {
      await run(page.runner, language, '');
      let agreed = false;
      const heard: boolean[] = [];
      const agreement = sleep(300).then(() => {
        agreed = true;
      });
      const request = { id: `agreed-${language}`, language, code: 'print("on")', fileName: 'main' };
      if (language === 'javascript') request.code = 'console.log("on")';
      const sink = { output: () => heard.push(agreed), progress: () => {} };
      expect((await page.runner.run(request, sink, agreement)).state).to.equal('done');
      expect(heard, language).to.deep.equal([true]);
    }
  });

  it('does not begin a program that is stopped before it is agreed on', async () => {
    let agree = () => {};
    const agreement = new Promise<void>((resolve) => {
      agree = resolve;
    });
    const heard: string[] = [];
    const sink = { output: (_: string, text: string) => heard.push(text), progress: () => {} };
    const request = { id: 'refused', language: 'javascript', code: 'console.log("never")', fileName: 'main.js' };
    const ended = page.runner.run(request, sink, agreement);
    await sleep(100);
    page.runner.stop();
    agree();
    expect((await ended).state).to.equal('stopped');
    expect(await hello()).to.equal('hello\n');
    expect(heard).to.deep.equal([]);
  });

  it('goes on when its page was to be left and stays', async () => {
    expect(await hello()).to.equal('hello\n');
    page.frame().contentWindow?.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect((await run(page.runner, 'lua', 'print("here")')).stdout).to.equal('here\n');
  });

  it('warms up ahead of the first run', async () => {
    const told: unknown[] = [];
    page.runner.addEventListener('progress', (event) => told.push(event));
    page.runner.warm('javascript');
    while (told.length < 2) await sleep(20);
    expect(await hello()).to.equal('hello\n');
  });

  it('ends a program when it is disposed', async () => {
    const { transcript, ended } = start(page.runner, 'javascript', LOOP);
    await transcript.saying('on');
    page.runner.dispose();
    expect((await ended).state).to.equal('interrupted');
    expect(page.frame()).to.equal(null);
    expect(await failure(hello())).to.be.instanceOf(RunnerError);
  });

  for (const [what, disturb, why] of [
    ['taken away', () => page.frame().remove(), /^The browser ended the program\. The page moved or removed the frame/],
    [
      'moved',
      () => page.mount.prepend(document.createElement('p'), page.frame()),
      /The page moved or removed the frame/,
    ],
    [
      'reloaded',
      () => page.frame().setAttribute('src', `${sandboxUrl}?again`),
      /The frame in which it ran was loaded anew/,
    ],
  ] as const) {
    it(`ends a program when its frame is ${what}, and works again`, async () => {
      const { transcript, ended } = start(page.runner, 'javascript', LOOP);
      await transcript.saying('on');
      disturb();
      const { state, sentence } = await ended;
      expect(state).to.equal('interrupted');
      expect(sentence).to.match(why);
      expect(await hello()).to.equal('hello\n');
    });

    it(`runs a program although its frame is ${what} before the program has started`, async () => {
      for (const wait of [0, 30, 100, 300]) {
        page.close();
        page = openRunner();
        const { transcript, ended } = start(page.runner, 'python', 'print("hello")');
        while (!page.frame()) await sleep(1);
        await sleep(wait);
        if (transcript.text() === '') disturb();
        expect(await ended).to.include({ state: transcript.text() ? 'done' : 'interrupted' });
      }
    });
  }

  const format = () => {
    const tool = formatterOf('json');
    if (!tool) throw new Error('There is no formatter for JSON.');
    return page.runner.tools.call(tool, { language: 'json', text: '{}', indent: { tabs: false, width: 2 } });
  };
  for (const [what, next] of [
    ['somebody types', () => page.runner.noteTyping()],
    ['somebody runs a program', hello],
    ['something else is asked', format],
  ] as const) {
    it(`tells who waits for a tool that its frame has gone when ${what}`, async () => {
      const asked = failure(format());
      await sleep(0);
      page.frame().remove();
      expect(await failure(Promise.resolve(next()))).to.equal(undefined);
      expect(String(await asked)).to.include('The sandbox has gone. Try again.');
      expect(await format()).to.deep.equal({ text: '{}\n' });
    });
  }

  it('ends a program whose frame was found gone by a tool', async () => {
    const { transcript, ended } = start(page.runner, 'javascript', LOOP);
    await transcript.saying('on');
    page.frame().remove();
    const formatted = format();
    const { state, sentence } = await ended;
    expect(state).to.equal('interrupted');
    expect(sentence).to.match(/The page moved or removed the frame/);
    expect(await formatted).to.deep.equal({ text: '{}\n' });
  });

  it('reports when the browser has discarded the frame', async () => {
    const { transcript, ended } = start(page.runner, 'javascript', LOOP);
    await transcript.saying('on');
    page.frame().setAttribute('src', 'about:blank');
    const { state, sentence } = await ended;
    expect(state).to.equal('interrupted');
    expect(sentence).to.match(/It did not say why|has not answered for 15 seconds/);
  });

  it('accepts messages only from its frame', async () => {
    const running = start(page.runner, 'javascript', 'await new Promise((done) => setTimeout(done, 200));');
    window.postMessage({ type: 'code-room-sandbox-ready' }, '*');
    await running.ended;
    window.postMessage({ type: 'code-room-sandbox-ready' }, '*');
    expect((await running.ended).state).to.equal('done');
    expect(await hello()).to.equal('hello\n');
  });

  it('reports when there is no sandbox', async () => {
    const nowhere = openRunner(new URL('/__room-host', location.href).href);
    expect(String(await failure(run(nowhere.runner, 'javascript', '')))).to.include('did not answer');
    nowhere.close();
  });

  it('transfers no byte on the next visit, if the browser kept the cache', async () => {
    await hello();
    const cache = await caches.open('code-room-runtime');
    // WebKit under automation forgets it once frames come and go; the rules themselves are tested in runner-files.test.ts.
    let kept = 0;
    for (let tries = 0; tries < 50 && kept === 0; tries += 1) {
      await sleep(20);
      kept = (await cache.keys()).length;
    }
    page.close();
    page = openRunner();
    expect(await hello()).to.equal('hello\n');
    const entries = page.frame().contentWindow?.performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    if (kept > 0) expect(entries.filter(({ transferSize }) => transferSize > 0)).to.deep.equal([]);
  });

  it('works on a page with a strict policy, and says what such a page must allow', async () => {
    expect(await inStrictPage(`frame-src ${location.origin}`)).to.equal('strict\n');
    expect(await inStrictPage('')).to.include(`Add "frame-src ${location.origin}"`);
  });

  it('works in a frame without an origin of its own, too', async () => {
    const policy = "script-src 'unsafe-inline' *";
    const without = await inStrictPage('', { sandbox: 'allow-scripts', policy });
    // To WebKit no address is the own one of a frame without an origin, so that its policy lets nothing be fetched.
    const isWebKit = /AppleWebKit/.test(navigator.userAgent) && !/Chrome/.test(navigator.userAgent);
    if (isWebKit) expect(without).to.match(/^strict\n$|could not be loaded/);
    else expect(without).to.equal('strict\n');
    expect(await inStrictPage('', { sandbox: 'allow-scripts allow-same-origin', policy })).to.equal('strict\n');
  });

  it('cannot be used once its place is gone', async () => {
    const runner = new Runner({ url: sandboxUrl, mount: document.createElement('div') });
    expect(String(await failure(run(runner, 'javascript', '')))).to.include('not on a page');
  });
});

const STRICT = "default-src 'none'; script-src 'nonce-page' 'strict-dynamic'; require-trusted-types-for 'script'";

/** Runs a program in a page that allows its own script and what is given, and answers with its output or its error. */
async function inStrictPage(allowed: string, { sandbox = '', policy = STRICT } = {}): Promise<string> {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="${policy}; ${allowed}"><body><script type="module" nonce="page">
    import { Runner } from '${location.origin}/components/runner/runner.ts';
    const runner = new Runner({ url: '${sandboxUrl}', mount: document.body });
    let text = '';
    const order = { id: '1', language: 'javascript', code: 'console.log("strict")', fileName: 'main.js' };
    runner.run(order, { output: (kind, part) => { text += part; }, progress() {} })
      .catch((error) => { text = String(error); })
      .then(() => parent.postMessage({ strict: text }, '*'));
  </script>`;
  const answer = new Promise<string>((resolve) => {
    const listen = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow || typeof data?.strict !== 'string') return;
      window.removeEventListener('message', listen);
      resolve(data.strict);
    };
    window.addEventListener('message', listen);
  });
  document.body.append(frame);
  return answer.finally(() => frame.remove());
}
