// JavaScript runs as a module of one file: to its end, with the person's lines, isolated.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start, watchPage } from '../fixtures/runner.js';

describe('JavaScript', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);
  const javascript = (code: string, options = {}) => run(runner, 'javascript', code, options);

  it('prints hello', async () => {
    const { state, stdout, stderr } = await javascript('console.log("hello", { a: [1, 2] });\nconsole.error("no");');
    expect({ state, stdout, stderr }).to.deep.equal({
      state: 'done',
      stdout: 'hello { a: [ 1, 2 ] }\n',
      stderr: 'no\n',
    });
  });

  it('shows only the person’s lines in a trace', async () => {
    const { state, stderr } = await javascript('function f() {\n  null.x;\n}\n\nf();');
    expect(state).to.equal('failed');
    expect(stderr).to.match(/^Uncaught TypeError: .*\n {4}at f \(main\.js:2:\d+\)\n {4}at main\.js:5:\d+\n$/);
  });

  it('names its file in a stack that the program reads, and in one that the engine prints', async () => {
    const { stdout } = await javascript(`function make() {
  return new RangeError('made');
}
console.log(make().stack);
try {
  null.x;
} catch (error) {
  console.log(error.stack);
}`);
    expect(stdout).to.match(/^RangeError: made\n {4}at make \(main\.js:2:\d+\)\n {4}at .*main\.js:4:\d+\)?\n/);
    expect(stdout).to.match(/ {4}at .*main\.js:6:\d+\)?\n+$/);
    expect(stdout).not.to.match(/blob:|node:internal|@/);
  });

  it('shows the place of a syntax error', async () => {
    const { state, stderr } = await javascript('const a = 1;\nconst b = ;\n', { fileName: 'answer.js' });
    expect(state).to.equal('failed');
    expect(stderr).to.match(/^Uncaught SyntaxError: .*\n {4}at answer\.js:2(:\d+)?\n$/);
  });

  it('shows an error thrown later, or by a promise', async () => {
    const late = await javascript(
      'setTimeout(() => {\n  throw new Error("late");\n}, 10);\nsetInterval(() => {}, 10);',
    );
    expect(late.state).to.equal('failed');
    expect(late.stderr).to.match(/^Uncaught Error: late\n {4}at main\.js:2:\d+\n$/);
    const rejected = await javascript('Promise.reject(new TypeError("nope"));');
    expect(rejected.stderr).to.match(/^Uncaught TypeError: nope\n {4}at main\.js:1:\d+\n$/);
  });

  it('prints thousands of lines after a promise', async () => {
    const { state, stdout } = await javascript(
      'const p = Promise.resolve(1);\nconsole.log(p);\nfor (let i = 0; i < 5000; i++) console.log(i);\nconsole.log(p);',
      { timeLimitMs: 5_000 },
    );
    expect(state).to.equal('done');
    expect(stdout).to.match(/^Promise \{ .* \}\n0\n1\n/);
    expect(stdout).to.match(/\n4999\nPromise \{ 1 \}\n$/);
  });

  it('has top-level await', async () => {
    const { stdout } = await javascript(
      'const x = await new Promise((done) => setTimeout(() => done(42), 30));\nconsole.log(x);\nexport default x;',
    );
    expect(stdout).to.equal('42\n');
  });

  it('ends when all asynchronous work has ended', async () => {
    const { state, stdout } = await javascript(`let n = 0;
const timer = setInterval(() => { console.log("tick"); if (++n === 3) clearInterval(timer); }, 10);
setTimeout(() => console.log("late"), 80);
clearTimeout(setTimeout(() => console.log("never"), 1e6));
new Blob(["blob"]).text().then(console.log);`);
    expect(state).to.equal('done');
    expect(stdout.replace('blob\n', '')).to.equal('tick\ntick\ntick\nlate\n');
    expect(stdout).to.include('blob\n');
  });

  it('is stopped in an endless loop, and the next run starts at once', async () => {
    const { transcript, ended } = start(runner, 'javascript', 'console.log("a");\nconsole.log("b");\nfor (;;);');
    await transcript.saying('b');
    runner.stop();
    expect((await ended).state).to.equal('stopped');
    expect((await javascript('console.log("after")')).stdout).to.equal('after\n');
  });

  it('is ended after too long without output', async () => {
    expect((await javascript('for (;;);', { timeLimitMs: 300 })).state).to.equal('timed-out');
  });

  it('may wait for longer than the limit', async () => {
    for (const code of [
      'await new Promise((resolve) => setTimeout(resolve, 900)); console.log("woken");',
      'setTimeout(() => console.log("woken"), 900);',
      'let n = 0; const timer = setInterval(() => { if (++n === 18) { clearInterval(timer); console.log("woken"); } }, 50);',
    ]) {
      const { state, stdout } = await javascript(code, { timeLimitMs: 300 });
      expect([state, stdout], code).to.deep.equal(['done', 'woken\n']);
    }
    for (const code of [
      'setTimeout(() => {}, 60_000);\nfor (;;);',
      'setTimeout(() => {}, 60_000);\nsetTimeout(() => { for (;;); }, 100);',
      'setTimeout(() => {}, 60_000);\nfor (;;) await null;',
    ]) {
      expect((await javascript(code, { timeLimitMs: 300 })).state, code).to.equal('timed-out');
    }
  });

  it('is ended when it awaits what never comes, and says so', async () => {
    for (const code of [
      'await new Promise(() => {});',
      'console.log("on");\nsetTimeout(() => {}, 20);\nawait new Promise((resolve) => setTimeout(resolve, 50));\nawait new Promise(() => {});',
    ]) {
      const { state, notes, stderr } = await javascript(code);
      expect([state, notes, stderr], code).to.deep.equal([
        'failed',
        'The program awaits a promise that nothing is left to resolve, so it has ended.',
        '',
      ]);
    }
    const message =
      'const { port1, port2 } = new MessageChannel();\nconst heard = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });\nport2.postMessage("hi");\nconsole.log(await heard);\nport1.close();';
    expect(await javascript(message)).to.include({ state: 'done', stdout: 'hi\n' });
  });

  it('waits for animation frames', async () => {
    const { state, stdout } = await javascript(
      'let n = 0;\nconst step = (time) => { if (typeof time !== "number") throw 1; if (++n < 3) requestAnimationFrame(step); else console.log("third"); };\nrequestAnimationFrame(step);\ncancelAnimationFrame(requestAnimationFrame(() => console.log("never")));',
    );
    expect([state, stdout]).to.deep.equal(['done', 'third\n']);
  });

  it('keeps beginning and end of a flood, and the page responsive', async () => {
    const blocked = watchPage();
    const { state, stdout } = await javascript('for (let i = 0; i < 1e5; i++) console.log("line", i);');
    expect(blocked()).to.equal(false);
    expect(state).to.equal('done');
    expect(stdout).to.match(/^line 0\n[\s\S]*line 99999\n$/);
    expect(stdout.length).to.be.within(60_000, 65_536);
  });

  it('keeps every character', async () => {
    const { stdout } = await javascript('console.log("héllo 🎉 日本 \u202e", "🎉".repeat(3));');
    expect(stdout).to.equal('héllo 🎉 日本 \u202e 🎉🎉🎉\n');
  });

  it('starts each run with fresh state', async () => {
    await javascript('globalThis.left = 1; console.log = null; Promise.prototype.then = null;');
    expect((await javascript('console.log(typeof left)')).stdout).to.equal('undefined\n');
  });

  it('says in a sentence what is disabled', async () => {
    const { stdout, stderr } = await javascript(
      'try { eval("1") } catch (error) { console.log(error.name) }\nnew Function("1");',
    );
    expect(stdout).to.equal('EvalError\n');
    expect(stderr).to.include('Code cannot be made from text here');
    expect((await javascript('import x from "https://127.0.0.1/x.js";')).notes).to.include(
      '"https://127.0.0.1/x.js" cannot be imported',
    );
  });

  it('has no access to network and page', async () => {
    const here = JSON.stringify(`${location.origin}/__room-host`);
    const { stdout, stderr } = await javascript(`
const names = ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "importScripts", "Worker", "SharedWorker",
  "postMessage", "BroadcastChannel", "indexedDB", "caches"];
console.log(names.filter((name) => globalThis[name] || self.constructor.prototype[name]));
console.log(location.origin, typeof document);
console.log(await fetch(${here}).catch((error) => error.message));`);
    expect(stderr).to.equal('');
    expect(stdout).to.match(/^\[\]\nnull undefined\nfetch failed: Programs run without a network here\./);
    expect((await javascript(`await import(${here});`)).state).to.equal('failed');
    expect(
      (
        await javascript(`const url = URL.createObjectURL(new Blob(['import ' + JSON.stringify(${here})], { type: 'text/javascript' }));
await import(url);`)
      ).state,
    ).to.equal('failed');
  });

  it('tells what to write instead of waiting on shared memory', async () => {
    const { state, stderr, notes } = await javascript(
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);',
    );
    expect(state).to.equal('failed');
    expect(stderr).to.include('SharedArrayBuffer');
    expect(notes).to.include('one thread here').and.include('write await new Promise(');
  });

  it('cannot imitate its own supervisor', async () => {
    const { state, stdout } =
      await javascript(`dispatchEvent(new MessageEvent('message', { data: { type: 'run', code: 'console.log("forged")' } }));
console.log('real');`);
    expect({ state, stdout }).to.deep.equal({ state: 'done', stdout: 'real\n' });
  });
});
