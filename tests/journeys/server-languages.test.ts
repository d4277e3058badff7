// Languages on a server of one's own: chosen when the room is made, run for everybody, stopped, asked and tested like those of the page.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type ProgramService, startProgramService } from '../fixtures/program-service.js';
import { becomes, World } from './world.js';

const KEY = 'canary-5f81c3';

describe('a language on a server', { timeout: 420_000 }, () => {
  const vars: Record<string, string> = {};
  let service: ProgramService;
  before(async () => {
    service = await startProgramService();
    vars.CODE_ROOM_RUNNERS = JSON.stringify({ java: { service: 'piston', url: service.url, key: KEY } });
  });
  after(() => service.close());
  const world = new World(vars);
  afterEach(() => world.leave());

  it('is chosen on the front page, and both see what it prints, its errors at their lines, and how it was stopped', async () => {
    const ada = await world.person();
    await ada.page.goto(world.url);
    const runnable = ada.page.locator('select[name=language] optgroup[label="Can be run"]');
    assert.match((await runnable.textContent()) ?? '', /Java(?!Script)/);
    const { links } = await world.makeRoom({ language: 'java', code: 'class Main { }\n' });
    const ben = await world.person();
    await ada.enter(links.interviewer);
    await ben.enter(links.candidate);

    await ben.presses(/^run/i);
    for (const person of [ada, ben]) await person.sees('output', 'Hello, world!\n');

    await ada.writes('// uncompiled\n');
    await ben.sees('value', '// uncompiled\n');
    await ben.presses(/^run/i);
    await ada.sees('output', /undefined: x/);

    await ben.writes('// silent\n');
    await ben.presses(/^run/i);
    await ada.sees('running', true);
    await ada.presses(/^stop/i);
    await ben.sees('running', false);
    await becomes(async () => service.open, 0, 'what is still asked of the service');

    await ada.writes('class Main { }\n');
    await ben.sees('value', 'class Main { }\n');
    const ended = await ben.page
      .locator('code-room')
      .evaluate(async (room) => (await (room as unknown as { run(): Promise<{ state: string }> }).run()).state);
    assert.equal(ended, 'done');
  });

  it('runs the tests of a room, and its key is on no page', async () => {
    const tests = [
      { name: 'greets', kind: 'io', stdin: 'Ada\n', stdout: 'Hello, Ada!' },
      { name: 'differs', kind: 'io', stdin: 'Ada\n', stdout: 'Goodbye' },
    ];
    const { links } = await world.makeRoom({ language: 'java', code: 'class Main { }\n', tests });
    const [ada, ben] = [await world.person(), await world.person()];
    const loaded: string[] = [];
    ben.page.on('response', async (answer) => loaded.push(await answer.text().catch(() => '')));
    await ada.enter(links.interviewer);
    await ben.enter(links.candidate);
    const states = await ben.page.locator('code-room').evaluate(async (room) => {
      const { test } = room as unknown as { test(): Promise<{ results: { state: string }[] }> };
      return (await test.call(room)).results.map(({ state }) => state);
    });
    assert.deepEqual(states, ['passed', 'failed']);
    await ben.writes('// whisper\n');
    await ben.presses(/^Run$/);
    await ada.sees('output', /key/);
    for (const text of [...loaded, await ben.page.content(), String(await ben.get('output'))])
      assert.ok(!text.includes(KEY), 'the key came out');
  });
});
