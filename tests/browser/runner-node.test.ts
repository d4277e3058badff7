// Programs written for Node run unchanged where a browser can, in every browser; anything else is an error at its line.
import { expect } from '@esm-bundle/chai';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('Node’s behaviour', function () {
  this.timeout(30_000);
  const { runner, close } = openRunner();
  after(close);
  const javascript = (code: string, options = {}) => run(runner, 'javascript', code, options);

  /** Programs, what stands in the input box, and what they print. */
  const PROGRAMS: [what: string, code: string, stdin: string, printed: string][] = [
    [
      'process.stdin as events',
      "let s = ''; process.stdin.setEncoding('utf8'); process.stdin.on('data', d => s += d); process.stdin.on('end', () => console.log(s.split('\\n')))",
      '1 2\n3',
      "[ '1 2', '3' ]\n",
    ],
    [
      'process.stdin as an iterator: all that is given is one piece, as in a pipe',
      'for await (const line of process.stdin) process.stdout.write("<" + line + ">")',
      'a\nb\n',
      '<a\nb\n>',
    ],
    [
      'readline, line by line',
      "const rl = require('readline').createInterface({ input: process.stdin });\nlet n = 0;\nrl.on('line', line => { n += Number(line) });\nrl.on('close', () => console.log(n))",
      '1\n2\n3\n',
      '6\n',
    ],
    [
      'readline as an iterator',
      "import readline from 'node:readline';\nfor await (const line of readline.createInterface({ input: process.stdin })) console.log(line.length)",
      'ab\n\nabc',
      '2\n0\n3\n',
    ],
    [
      'readline’s questions',
      "const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });\nrl.question('Name? ', name => { console.log('Hi ' + name); rl.close() });\nrl.on('close', () => console.log('bye'))",
      'Ada',
      'Name? Hi Ada\nbye\n',
    ],
    [
      'readline with promises',
      "import { createInterface } from 'readline/promises';\nconst rl = createInterface(process.stdin);\nconsole.log(await rl.question('a'), await rl.question('b'))",
      '1\n2',
      'ab1 2\n',
    ],
    [
      'the whole input by fs',
      "const fs = require('fs');\nconsole.log(fs.readFileSync(0, 'utf8').trim(), fs.readFileSync('/dev/stdin').length)",
      'x y\n',
      'x y 0\n',
    ],
    [
      'a question after a pause',
      "const rl = require('readline').createInterface({ input: process.stdin });\nrl.pause();\nrl.question('Name? ', name => { console.log('Hi ' + name); rl.close() })",
      'Ada',
      'Name? Hi Ada\n',
    ],
    [
      'open files, by descriptor and by handle',
      "const fs = require('fs');\nconst file = fs.openSync('a.txt', 'w');\nconsole.log(fs.writeSync(file, Buffer.from('hello world'), 6, 5), fs.readFileSync('a.txt', 'utf8'));\nfs.promises.open('a.txt').then(async handle => { for await (const line of handle.readLines()) console.log(typeof handle.fd, line) })",
      '',
      '5 world\nnumber world\n',
    ],
    [
      'proxies, told apart from other objects',
      "const { types } = require('util');\nconsole.log(types.isProxy(new Proxy({}, {})), types.isProxy(Proxy.revocable({}, {}).proxy), types.isProxy({}), types.isProxy(1))",
      '',
      'true true false false\n',
    ],
    [
      'addresses of files, and of nothing else',
      "const { fileURLToPath } = require('url');\nconsole.log(fileURLToPath('file:///a%20b'));\ntry { fileURLToPath('http://a/b') } catch (e) { console.log(e.code) }",
      '',
      '/a b\nERR_INVALID_URL_SCHEME\n',
    ],
    [
      'files of its own',
      "import { writeFileSync, readFileSync, existsSync } from 'fs';\nwriteFileSync('a.txt', 'é');\nconsole.log(readFileSync('./a.txt', 'utf8'), readFileSync('a.txt'), existsSync('b'))\ntry { readFileSync('b') } catch (e) { console.log(e.code) }",
      '',
      'é <Buffer c3 a9> false\nENOENT\n',
    ],
    ['the file’s own address', 'console.log(import.meta.url, this)', '', 'file:///main.js undefined\n'],
    ['writing without a newline', "process.stdout.write('no newline')", '', 'no newline'],
    [
      'ticks before immediates',
      "setImmediate(() => console.log('i')); process.nextTick(x => console.log(x), 't'); console.log('s')",
      '',
      's\nt\ni\n',
    ],
    [
      'functions of process without it',
      "const { nextTick, cwd } = process; nextTick(() => console.log(cwd())); process.on('exit', (code) => console.log('exit', code)); setTimeout(process.exit, 5); setTimeout(console.log, 1000, 'late')",
      '',
      '/\nexit 0\n',
    ],
    [
      'functions of process by import',
      "import { argv, exit, hrtime, nextTick } from 'node:process';\nconsole.log(argv.length, typeof hrtime.bigint());\nnextTick(() => { console.log('tick'); exit(); });\nsetTimeout(console.log, 1000, 'late');",
      '',
      '2 bigint\ntick\n',
    ],
    [
      'a main guard',
      'if (require.main === module) main();\nfunction main() { console.log(typeof module.exports, typeof exports, __filename) }\nmodule.exports = { main }',
      '',
      'object object /main.js\n',
    ],
    [
      'what it knows of itself',
      'console.log(process.argv.length, process.env.HOME, global === globalThis, process.hrtime().length, typeof process.hrtime.bigint(), process.memoryUsage().rss >= 0, process.cwd())',
      '',
      '2 / true 2 bigint true /\n',
    ],
    [
      'process.on(exit)',
      "process.on('exit', code => console.log('exit', code)); setTimeout(() => console.log('later'), 5)",
      '',
      'later\nexit 0\n',
    ],
    [
      'errors it catches itself',
      "process.on('uncaughtException', e => console.log('caught', e.message)); setTimeout(() => { throw new Error('x') })",
      '',
      'caught x\n',
    ],
    [
      'assert',
      "import assert, { deepStrictEqual } from 'node:assert';\nassert(true); assert.equal(1, '1'); deepStrictEqual({ a: [1, new Map([[1, new Set([2])]])] }, { a: [1, new Map([[1, new Set([2])]])] });\nassert.throws(() => { throw new TypeError('bad') }, TypeError); assert.throws(() => { throw new Error('bad') }, /bad/);\nfor (const f of [() => assert.strictEqual(1, '1'), () => assert.deepEqual([1], [2]), () => assert.ok(0, 'zero'), () => assert.throws(() => 1)]) try { f(); console.log('no') } catch (e) { console.log(e.name, e.code) }",
      '',
      'AssertionError ERR_ASSERTION\n'.repeat(4),
    ],
    [
      'streams of files, and all of them at once',
      "const fs = require('fs');\nconst { text } = require('stream/consumers');\nfs.createWriteStream('/no/dir/x').on('error', e => console.log(e.code));\nconst file = fs.createWriteStream('a.txt');\nfile.write('é');\nfile.close(async () => console.log(await text(fs.createReadStream('a.txt'))));",
      '',
      'ENOENT\né\n',
    ],
    [
      'another folder',
      "const fs = require('fs');\nfs.mkdirSync('a');\nprocess.chdir('a');\nfs.writeFileSync('b', '1');\nconsole.log(process.cwd(), fs.existsSync('/a/b'), require('path').resolve('b'))",
      '',
      '/a true /a/b\n',
    ],
    [
      'events',
      "const EventEmitter = require('events');\nclass A extends EventEmitter {}\nconst a = new A();\na.once('x', v => console.log('once', v)); a.on('x', v => console.log('on', v));\na.emit('x', 1); console.log(a.emit('x', 2), a.emit('y'), a.listenerCount('x'))",
      '',
      'once 1\non 1\non 2\ntrue false 1\n',
    ],
    [
      'util',
      "import util from 'util';\nconsole.log(util.inspect({ a: 1 }), util.format('%s=%d', 'x', 5), util.isDeepStrictEqual([1], [1]), await util.promisify((x, done) => done(null, x + 1))(1))",
      '',
      '{ a: 1 } x=5 true 2\n',
    ],
    [
      'path, url, timers, perf_hooks',
      "import path from 'path';\nimport { URL } from 'url';\nimport { setTimeout as wait } from 'timers/promises';\nimport { performance } from 'perf_hooks';\nconsole.log(path.join('a', '..', 'b', './c.js'), path.extname('x.tar.gz'), path.resolve('a'), path.dirname('/a/b'), new URL('http://a/b').pathname, await wait(5, 'w'), performance.now() > 0)",
      '',
      'b/c.js .gz /a /a /b w true\n',
    ],
    [
      'Buffer',
      "console.log(Buffer.from('é').toString('hex'), Buffer.from('aGk=', 'base64').toString(), Buffer.concat([Buffer.from('a'), Buffer.alloc(1)]).length, Buffer.byteLength('é'), Buffer.from([104, 105]) + '')",
      '',
      'c3a9 hi 2 2 hi\n',
    ],
  ];

  for (const [what, code, stdin, printed] of PROGRAMS) {
    it(`includes ${what}`, async () => {
      const { state, stdout, stderr } = await javascript(code, { stdin });
      expect({ state, stdout, stderr }).to.deep.equal({ state: 'done', stdout: printed, stderr: '' });
    });
  }

  it('includes process.exit and process.exitCode', async () => {
    const exits: [string, string, string][] = [
      [
        "console.log('a'); process.on('exit', c => console.log('exit', c)); process.exit(3); console.log('b')",
        'failed',
        'a\nexit 3\n',
      ],
      ["try { process.exit() } catch { console.log('caught') } finally { console.log('finally') }", 'done', ''],
      ['setInterval(() => {}, 1000); setTimeout(() => process.exit(0), 10)', 'done', ''],
      ['process.exitCode = 1; console.log("on")', 'failed', 'on\n'],
    ];
    for (const [code, end, printed] of exits) {
      const { state, stdout } = await javascript(code);
      expect([state, stdout]).to.deep.equal([end, printed]);
    }
  });

  it('includes prompts for people, where the input box is empty', async () => {
    const code =
      "const rl = require('readline').createInterface({ input: process.stdin });\nrl.question('Name? ', name => { console.log('Hi ' + name); rl.on('line', line => console.log('[' + line + ']')); })";
    const { transcript, ended } = start(runner, 'javascript', code);
    for (const [index, answer] of ['Ada', 'x', null].entries()) {
      await transcript.count('prompt', index + 1);
      runner.answer(index + 1, answer);
    }
    expect((await ended).state).to.equal('done');
    expect(transcript.text('stdout')).to.equal('Hi Ada\n[x]\n');
  });

  it('announces answers as they come', async () => {
    const code =
      "process.stdin.on('readable', () => { for (let text = process.stdin.read(); text !== null; text = process.stdin.read()) process.stdout.write('data: ' + text) })";
    const { transcript, ended } = start(runner, 'javascript', code);
    await transcript.count('prompt', 1);
    runner.answer(1, 'x');
    await transcript.count('prompt', 2);
    expect(transcript.text('stdout')).to.equal('data: x\n');
    runner.answer(2, null);
    expect((await ended).state).to.equal('done');
  });

  it('is the same in TypeScript', async () => {
    const code =
      "import * as fs from 'fs';\nimport { EventEmitter } from 'node:events';\nconst n: number = Number(fs.readFileSync(0, 'utf8'));\nnew EventEmitter().once('x', (m: number) => console.log(m)).emit('x', n + 1)";
    expect((await run(runner, 'typescript', code, { stdin: '1', fileName: 'main.ts' })).stdout).to.equal('2\n');
  });

  it('tells an error that a handler of its end throws as any other of the program', async () => {
    for (const event of ['beforeExit', 'exit']) {
      const code = `console.log('main');\nprocess.on('${event}', () => {\n  throw new RangeError('late');\n});`;
      const { state, stdout, stderr, notes } = await javascript(code);
      expect([state, stdout, notes]).to.deep.equal(['failed', 'main\n', '']);
      expect(stderr).to.match(/^Uncaught RangeError: late\n {4}at .*main\.js:3/);
    }
    const caught = await javascript(
      "process.on('uncaughtException', (error) => console.log('caught', error.message));\nprocess.on('exit', () => { throw new Error('late') });",
    );
    expect([caught.state, caught.stdout, caught.stderr]).to.deep.equal(['done', 'caught late\n', '']);
    const first = await javascript(
      "process.on('exit', () => { throw new Error('late') });\nthrow new TypeError('first');",
    );
    expect(first.state).to.equal('failed');
    expect(first.stderr).to.include('TypeError: first').and.not.include('late');
    const waits = await javascript(
      "process.on('exit', (code) => console.log('exit', code));\nawait new Promise(() => {});",
    );
    expect([waits.state, waits.stdout]).to.deep.equal(['failed', 'exit 13\n']);
  });

  it('ends with a sentence and the line where something is impossible', async () => {
    const server = await javascript("console.log(1);\nconst http = require('http');");
    expect(server.stderr).to.match(/"http" cannot be loaded: programs run without a network.*\n[\s\S]*main\.js:2/);
    const lodash = await javascript("const _ = require('lodash');");
    expect(lodash.stderr).to.include('"lodash" cannot be loaded: programs run here without a network');
    const channels = await javascript("require('node:diagnostics_channel')");
    expect(channels.stderr).to.include('no module here says what it does').and.not.include('network');
    expect((await javascript("import 'node:none';")).notes).to.include('Node has no such module.');
    expect((await javascript("import { spawn } from 'node:child_process';")).notes).to.include(
      '"node:child_process" cannot be imported: programs here cannot start other programs.',
    );
  });
});
