/** What Piston and Judge0 say of a program is understood: output, how it ended, and lines of files as the room calls them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  judge0Language,
  runOnJudge0,
  runOnPiston,
  SERVICE_NOTES,
  type ServiceProgram,
} from '../../party/shared/program-services.js';
import { zipOf } from '../../party/shared/zip.js';

const program: ServiceProgram = { language: 'go', code: 'package main', fileName: 'main.go', files: [], stdin: '' };

function sink() {
  const said: string[] = [];
  return { said, output: (kind: string, text: string) => void (text && said.push(`${kind}: ${text}`)) };
}

async function piston(answer: unknown, more: Partial<ServiceProgram> = {}) {
  const heard = sink();
  const { state } = await runOnPiston(async () => answer, { ...program, ...more }, heard);
  return [state, ...heard.said];
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function judge0(answer: object, more: Partial<ServiceProgram> = {}) {
  const heard = sink();
  const ask = async (path: string) => (path.startsWith('submissions?') ? { token: 'a b' } : answer);
  const { state } = await runOnJudge0(ask, { ...program, ...more }, heard, { id: 60 }, async () => {});
  return [state, ...heard.said];
}

describe('Piston', () => {
  it('gets the file that is run as it is, and those beside it so that no compiler is given them', async () => {
    let asked: unknown;
    const files = [{ name: 'bank/bank.go', text: 'é' }];
    await runOnPiston(
      async (path, body) => {
        asked = { path, body };
        return { run: { code: 0, stdout: '', stderr: '' } };
      },
      { ...program, language: 'cpp', files, stdin: '1\n' },
      sink(),
      { version: '10' },
    );
    assert.deepEqual(asked, {
      path: 'execute',
      body: {
        language: 'c++',
        version: '10',
        files: [
          { name: 'main.go', content: 'package main' },
          { name: 'bank/bank.go', content: base64('é'), encoding: 'base64' },
        ],
        stdin: '1\n',
      },
    });
  });

  it('tells how a program ended', async () => {
    const run = { stdout: 'a\n', stderr: 'b\n', code: 0, signal: null, status: null, message: null };
    assert.deepEqual(await piston({ run }), ['done', 'stdout: a\n', 'stderr: b\n']);
    assert.deepEqual(await piston({ run: { ...run, code: 3, status: 'RE', message: 'Exited with error status 3' } }), [
      'failed',
      'stdout: a\n',
      'stderr: b\n',
      'note: Ended with exit code 3.',
    ]);
    const slow = { ...run, code: null, signal: 'SIGKILL', status: 'TO' };
    assert.deepEqual((await piston({ run: slow })).at(-1), `note: ${SERVICE_NOTES.slow}`);
    assert.equal((await piston({ run: slow }))[0], 'timed-out');
    assert.equal((await piston({ run: { ...slow, status: 'OL' } })).at(-1), `note: ${SERVICE_NOTES.long}`);
    const crash = { ...run, code: null, signal: 'SIGSEGV', status: 'SG' };
    assert.match((await piston({ run: crash })).at(-1) ?? '', /signal SIGSEGV: it used memory/);
    assert.equal((await piston({ run: { ...crash, signal: 'SIGUSR1' } })).at(-1), 'note: Ended by the signal SIGUSR1.');
  });

  it('tells of a program that does not compile once, though newer versions say it twice', async () => {
    const compile = { stdout: 'warned\n', stderr: 'main.go.go:1:1: wrong\n', code: 1, signal: null, status: 'RE' };
    const told = ['failed', 'stderr: warned\nmain.go:1:1: wrong\n', `note: ${SERVICE_NOTES.uncompiled}`];
    assert.deepEqual(await piston({ compile, run: compile }), told);
    assert.deepEqual(await piston({ compile }), told);
    const run = { stdout: 'ran\n', stderr: '', code: 0 };
    assert.deepEqual(await piston({ compile: { ...compile, code: 0, status: null }, run }), ['done', 'stdout: ran\n']);
    const late = { ...compile, code: null, signal: 'SIGKILL', status: 'TO' };
    assert.deepEqual((await piston({ compile: late }))[0], 'timed-out');
  });

  it('names files as the room does, without its own folders and extensions', async () => {
    const files = [{ name: 'bank/bank.go', text: '' }];
    const cases: [string, string][] = [
      ['./main.go.go:5:2: undefined: x', 'main.go:5:2: undefined: x'],
      ['/piston/jobs/5b1e-9f/main.go.go:8 +0x1d', 'main.go:8 +0x1d'],
      ['/box/submission/bank/bank.go:8 +0x1d', 'bank/bank.go:8 +0x1d'],
      ['other/main.go:1 main.gopher domain.go', 'other/main.go:1 main.gopher domain.go'],
    ];
    for (const [said, shown] of cases)
      assert.deepEqual(await piston({ run: { stdout: said, stderr: said, code: 0 } }, { files }), [
        'done',
        `stdout: ${said}`,
        `stderr: ${shown}`,
      ]);
  });

  it('is not believed when it says something else', async () => {
    for (const answer of [null, 7, 'x', [], {}, { run: null }, { run: 'x' }, { compile: 7 }, { run: [] }])
      await assert.rejects(piston(answer), /did not answer as Piston/, JSON.stringify(answer));
    await assert.rejects(
      piston({ run: { stdout: '', code: null, status: 'XX', message: 'no box' } }),
      /failed by itself/,
    );
    assert.deepEqual(await piston({ run: { stdout: 7, stderr: {}, code: [], signal: 4, message: [] } }), ['failed']);
  });
});

describe('Judge0', () => {
  it('gets everything in base64, the other files as a zip, and is asked until it is done', async () => {
    const asked: [string, unknown][] = [];
    const answers: unknown[] = [{ token: 'a/b' }, { status: { id: 1 } }, { status: { id: 2 } }];
    const done = {
      status: { id: 3 },
      stdout: `${base64('hé')}
`,
    };
    const files = [{ name: 'bank.go', text: 'package main' }];
    const pauses: number[] = [];
    const heard = sink();
    const ended = await runOnJudge0(
      async (path, body) => {
        asked.push([path, body]);
        return answers.shift() ?? done;
      },
      { ...program, code: 'é', files, stdin: '1' },
      heard,
      { id: 60, name: 'Go (1.13.5)' },
      async (ms) => void pauses.push(ms),
      async (given) => zipOf(given, new Date(0)),
    );
    assert.deepEqual([ended, heard.said], [{ state: 'done', version: 'Go (1.13.5)' }, ['stdout: hé']]);
    assert.equal(pauses.length, 2);
    const { additional_files: zip, ...body } = (asked[0]?.[1] ?? {}) as Record<string, string>;
    assert.deepEqual(body, { source_code: base64('é'), stdin: base64('1'), language_id: 60 });
    assert.equal(
      Buffer.from(zip ?? '', 'base64')
        .subarray(0, 2)
        .toString(),
      'PK',
    );
    assert.match(asked[1]?.[0] ?? '', /^submissions\/a%2Fb\?base64_encoded=true&fields=/);
  });

  it('tells how a program ended', async () => {
    const status = (id: number) => ({ status: { id, description: 'x' } });
    const uncompiled = { ...status(6), compile_output: base64('Main.java:3: error: no\n'), stdout: null };
    assert.deepEqual(await judge0(uncompiled, { language: 'java', fileName: 'shop.java' }), [
      'failed',
      'stderr: shop.java:3: error: no\n',
      `note: ${SERVICE_NOTES.uncompiled}`,
    ]);
    assert.deepEqual(await judge0(status(5)), ['timed-out', `note: ${SERVICE_NOTES.slow}`]);
    assert.deepEqual(await judge0({ ...status(11), exit_code: 3, message: base64('Exited') }), [
      'failed',
      'note: Ended with exit code 3.',
    ]);
    assert.match((await judge0(status(7)))[1] ?? '', /SIGSEGV/);
    assert.deepEqual(await judge0({ ...status(12), message: base64('odd') }), ['failed', 'note: odd']);
    assert.deepEqual(await judge0({ ...status(3), compile_output: base64('warning') }), ['done']);
    await assert.rejects(judge0(status(13)), /failed by itself/);
  });

  it('is not believed when it says something else', async () => {
    for (const answer of [{}, { status: null }, { status: { id: '3' } }]) await assert.rejects(judge0(answer), /lost/);
    await assert.rejects(judge0({ status: { id: 3 }, stdout: 'not base64!' }), /did not answer as Judge0/);
    await assert.rejects(
      runOnJudge0(
        async () => ({ token: 7 }),
        program,
        sink(),
        { id: 1 },
        async () => {},
      ),
      /did not answer as Judge0/,
    );
  });

  it('has languages by their names, the newest unless a version is wanted', async () => {
    const list = [
      { id: 62, name: 'Java (OpenJDK 13.0.1)' },
      { id: 91, name: 'Java (JDK 17.0.6)' },
      { id: 93, name: 'JavaScript (Node.js 18.15.0)' },
      { name: 'Java (x)' },
      null,
    ];
    const ask = async () => list;
    assert.equal((await judge0Language(ask, 'java')).id, 91);
    assert.equal((await judge0Language(ask, 'java', '13')).id, 62);
    await assert.rejects(judge0Language(ask, 'java', '99'), /has no language called Java 99\./);
    await assert.rejects(judge0Language(ask, 'csharp'), /called C#\./);
    await assert.rejects(
      judge0Language(async () => ({}), 'java'),
      /as Judge0 does/,
    );
  });
});
