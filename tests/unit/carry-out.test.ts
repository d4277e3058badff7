/** A run of the room: which files its program has. Everybody reads what it prints. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carryOut } from '../../components/run/carry-out.js';
import { inputOf } from '../../components/run/run-input.js';
import type { RunRequest } from '../../components/runner/runner.js';

type Order = Parameters<typeof carryOut>[0];

/** As an interviewer sees the room. */
const FILES = [
  { name: 'main.js', hidden: false },
  { name: 'data.txt', hidden: false },
  { name: 'canary.txt', hidden: true },
  { name: 'solution.js', hidden: true },
].map(({ name, hidden }) => ({ name, hidden, document: { language: 'javascript', name, text: `text of ${name}` } }));

async function ran(
  name: string,
  given: { stdin?: string } = {},
): Promise<{ files: string[]; session: Order['session'] }> {
  let request: RunRequest | undefined;
  const ticket = { id: '1', signal: new AbortController().signal, print: () => {}, finish: () => {}, onanswer: null };
  const run = Object.assign(new EventTarget(), {
    running: false,
    current: null,
    start: () => Promise.resolve(ticket),
    stop: () => {},
  });
  const documents = { files: { held: false, list: FILES } };
  const runner = {
    run: (given: RunRequest) => {
      request = given;
      return Promise.resolve({ state: 'done', durationMs: 1 });
    },
    stop: () => {},
  };
  const order = {
    session: Object.assign(new EventTarget(), { status: 'live', saved: true, run, documents }),
    signal: new AbortController().signal,
    turn: { withdrawn: false, begin: () => undefined },
    file: () => FILES.find((file) => file.name === name)?.document,
    obstacleTo: () => '',
    element: new EventTarget(),
    given: () => ({ ...given }),
    load: () => Promise.resolve(runner),
    refused: assert.ifError,
    answer: () => undefined,
    progress: () => undefined,
  } as unknown as Order;
  const { state } = await carryOut(order);
  assert.deepEqual([state, request?.fileName, request?.code], ['done', name, `text of ${name}`]);
  return { files: (request?.files ?? []).map((file) => file.name), session: order.session };
}

/** The names of the files that come with a program. */
async function filesOf(name: string): Promise<string[]> {
  return (await ran(name)).files;
}

describe('a program', () => {
  it('has the other files that everybody may read, whoever runs it', async () => {
    assert.deepEqual(await filesOf('main.js'), ['data.txt']);
  });

  it('in a file of interviewers alone has all files', async () => {
    assert.deepEqual(await filesOf('solution.js'), ['main.js', 'data.txt', 'canary.txt']);
  });

  it('is remembered with the input that it was given, whatever is typed afterwards', async () => {
    const given = { stdin: 'a\n' };
    const { session } = await ran('main.js', given);
    given.stdin = 'b\n';
    assert.deepEqual([inputOf(session, '1'), inputOf(session, '2')], ['a\n', '']);
    assert.equal(inputOf((await ran('main.js')).session, '1'), '');
  });
});
