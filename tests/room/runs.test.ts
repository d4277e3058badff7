/** Runs as evidence: nobody displaces others' runs, and what a page reports about its run is checked. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import type { RunTicket } from '../../components/session/run/run-log.js';
import type { Session } from '../../components/session/session.js';
import type { OutputEvent, RunEvent } from '../../components/session/sync/events.js';
import type { Replay, ReplayedRun } from '../../party/commands/history.js';
import { type StoredWebhook, Webhooks } from '../../party/room/webhooks.js';
import { LIMITS } from '../../party/shared/limits.js';
import type { Output, RunEnd } from '../../party/shared/output.js';
import { MAIN_DOCUMENT, NOTES_DOCUMENT } from '../../party/shared/protocol.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number) => w.sessions[index] as Session;
const output = (index: number) => session(index).run.current?.output ?? [];

async function made(people: string[], limits: Partial<typeof LIMITS> = {}): Promise<void> {
  w = await World.made({ code: 'text' }, limits);
  for (const name of people) await w.join({ token: await w.token('candidate', name) });
}

async function start(index: number): Promise<RunTicket> {
  const ticket = session(index).run.start('python');
  ticket.catch(() => {}); // Told below, when the world has come to rest.
  await w.settle();
  return ticket;
}

/** A whole run, as a page that says what it likes. */
async function ran(index: number, printed: Output[] = [], state: RunEnd = 'done', durationMs = 1): Promise<number> {
  w.wires[index]?.send({ type: 'start', request: 1e6, document: MAIN_DOCUMENT, version: 1, language: 'python' });
  await w.settle();
  const run = Number(session(index).run.current?.id);
  for (const piece of printed) w.wires[index]?.send({ type: 'print', run, output: [piece] });
  w.wires[index]?.send({ type: 'finish', run, state, durationMs });
  await w.settle();
  return run;
}

async function kept(): Promise<ReplayedRun[]> {
  const answer = await w.command({ type: 'replay', token: await w.token('interviewer', 'Ada') });
  assert.ok(answer.ok);
  return (answer.value as Replay).runs;
}
const says = (text: string): Output[] => [{ kind: 'stdout', text }];

afterEach(() => {
  for (const index of w.sessions.keys()) w.vanish(index);
});

describe('what a run reports about itself', () => {
  it('is checked against the room’s clock: it cannot be longer, and reports use the room’s times only', async () => {
    await made(['Ann']);
    for (const [claimed, passed, shown] of [
      [2 ** 49, 3_000, 3_000],
      [12, 3_000, 12],
      [0, 60_000, 0],
    ] as const) {
      const ticket = await start(0);
      mock.timers.tick(passed);
      ticket.finish('done', claimed);
      await w.settle();
      assert.equal(session(0).run.current?.durationMs, shown);
      assert.equal((await kept()).at(-1)?.durationMs, passed);
    }
    // The largest number there is on the wire, from a page that says what it likes.
    await ran(0, [], 'done', 2 ** 49 - 1);
    assert.deepEqual([session(0).run.current?.durationMs, (await kept()).at(-1)?.durationMs], [0, 0]);
  });

  it('must name an existing text, file and language', async () => {
    await made(['Ann']);
    const wrong = { request: 5, document: MAIN_DOCUMENT, version: 1, language: 'python' };
    for (const message of [
      { ...wrong, version: 2 },
      { ...wrong, version: 2 ** 40 },
      { ...wrong, document: NOTES_DOCUMENT },
      { ...wrong, document: 7 },
      { ...wrong, language: 'p y' },
      { ...wrong, language: 'x'.repeat(1000) },
    ]) {
      w.wires[0]?.send({ type: 'start', ...message });
      await w.settle();
      assert.equal(session(0).run.current, null, JSON.stringify(message));
    }
  });

  it('may include a note of one sentence, only from the page that carries it out', async () => {
    await made(['Ann', 'Bo']);
    const ticket = await start(0);
    ticket.print('note', `All tests\n\n## Passed\n${'x'.repeat(5_000)}`);
    w.wires[1]?.send({ type: 'print', run: Number(ticket.id), output: [{ kind: 'note', text: 'forged' }] });
    await w.settle();
    const [note, ...others] = output(1);
    assert.deepEqual([note?.kind, note?.text.length, others.length], ['note', 1_000, 0]);
    assert.match(note?.text ?? '', /^All tests ## Passed x/);
  });
});

describe('runs that are started too fast', () => {
  it('are refused with a sentence, over all connections of a person; others can still run', async () => {
    const { runBurst, runsPerMinute } = LIMITS;
    await made(['Ann', 'Bo'], { runBurst, runsPerMinute });
    for (let n = 0; n < runBurst; n++) await ran(0);
    await assert.rejects(start(0), /You have started many runs in a short time\. Run again in 3 seconds\./);
    await w.reload(0);
    await w.settle();
    await assert.rejects(start(0), /Run again in 3 seconds/);
    (await start(1)).finish('done', 1);
    await w.settle();
    mock.timers.tick(3_000);
    await start(0);
    assert.equal(session(0).run.running, true);
  });
});

describe('the archive of runs', () => {
  it('keeps the runs of one person however many others there are', async () => {
    await made(['Ann', 'Bo']);
    const anns = [await ran(0, says('one')), await ran(0), await ran(0, says('two'), 'failed')];
    mock.timers.tick(60_000);
    for (let n = 0; n < 250; n++) await ran(1, says(`flood ${n}`), 'failed');
    const runs = await kept();
    assert.deepEqual(
      runs
        .filter(({ name }) => name === 'Ann')
        .map(({ run, output }) => [run, output.map(({ text }) => text).join('')]),
      anns.map((run, index) => [run, ['one', '', 'two'][index]]),
    );
    assert.ok(runs.length <= 110, `${runs.length} runs`);
    // People who are made up share what is left.
    for (let n = 0; n < 40; n++) {
      const index = await w.join({ token: await w.token('candidate', `Made up ${n}`) });
      for (let m = 0; m < 10; m++) await ran(index, says(`${n} ${m}`));
      w.vanish(index);
    }
    const later = await kept();
    assert.deepEqual(
      later.filter(({ name }) => name === 'Ann').map(({ run }) => run),
      anns,
    );
    // Twenty have a list of their own, Ann and Bo among them; all others share one of a hundred.
    assert.equal(later.length, anns.length + 100 + 18 * 10 + 100);
  });

  it('keeps informative runs of a person rather than silent ones', async () => {
    await made(['Ann']);
    const telling: number[] = [];
    for (let n = 0; n < 5; n++) {
      telling.push(await ran(0, says(`result ${n}`), n % 2 ? 'failed' : 'done'));
      // As many as a hundred empty ones, and the same again and again.
      for (let m = 0; m < 30; m++) {
        mock.timers.tick(3_000);
        await ran(0, m % 2 ? [] : says('again'));
      }
    }
    await start(0);
    mock.timers.tick(120_000);
    session(0).run.stop();
    mock.timers.tick(2_001);
    await w.settle();
    const longest = Number(session(0).run.current?.id);
    for (let n = 0; n < 200; n++) await ran(0);
    const runs = (await kept()).map(({ run }) => run);
    assert.ok(runs.length <= 100);
    for (const run of [...telling, longest]) assert.ok(runs.includes(run), `run ${run}`);
  });

  it('is limited in size: of a long output beginning and end are kept, of others everything', async () => {
    await made(['Ann', 'Bo']);
    const anns = await ran(0, says('a'.repeat(10_000)));
    for (let n = 0; n < 40; n++) {
      const flood = Array.from({ length: 5 }, (_, part) => says(`${n} ${part} ${'é'.repeat(6_000)}`)).flat();
      await ran(1, [...flood, { kind: 'stderr', text: `end ${n}` }]);
    }
    const runs = await kept();
    assert.equal(runs.find(({ run }) => run === anns)?.output[0]?.text.length, 10_000);
    const bos = runs.filter(({ name }) => name === 'Bo');
    const bytes = bos.reduce(
      (sum, { output }) => sum + output.reduce((all, { text }) => all + Buffer.byteLength(text), 0),
      0,
    );
    assert.ok(bytes < 400_000, `${bytes} bytes`);
    const last =
      bos
        .at(-1)
        ?.output.map(({ text }) => text)
        .join('') ?? '';
    assert.match(last, /^39 0 é+What stood here is not kept.*end 39$/);
  });

  it('survives a restart, including the runs of version 0.1.0', async () => {
    await made(['Ann']);
    for (let n = 1; n <= 60; n++) await ran(0, says(`run ${n}`));
    // As that version wrote it: no lists, and no time of the end.
    const stored = [...(await w.storage.read(''))];
    const old = stored.map(([key, value]): [string, unknown] => {
      if (key.startsWith('gi/')) return [key, undefined];
      if (!key.startsWith('g/') && key !== 'run') return [key, value];
      const { endedAt: _, ...run } = value as { endedAt: number };
      return [key, run];
    });
    await Promise.all([w.storage.write(new Map(old)), w.settle()]);
    w.crash();
    await w.settle();
    assert.equal((await kept()).length, 60);
    for (let n = 0; n < 200; n++) await ran(0);
    const runs = await kept();
    assert.ok(runs.length <= 100);
    assert.equal(runs.filter(({ output }) => output.length > 0).length, 60);
  });
});

describe('the run events of a session', () => {
  const follow = (index: number) => {
    const told: unknown[] = [];
    const { run } = session(index);
    run.addEventListener('run', (event) => told.push([run.current?.state, (event as RunEvent).news]));
    run.addEventListener('output', (event) => {
      const { output, news } = event as OutputEvent;
      if (output.length > 0) told.push([output.map(({ text }) => text).join(''), news]);
    });
    return told;
  };

  it('are fired once, through a lost connection: only for what is new', async () => {
    await made(['Ann', 'Bo']);
    const told = follow(1);
    const ticket = await start(0);
    ticket.print('stdout', 'one\n');
    await w.settle();
    w.cut(1, true);
    ticket.print('stdout', 'two\n');
    ticket.print('stderr', 'three\n');
    mock.timers.tick(100);
    await w.settle();
    await w.back(1);
    await w.settle();
    ticket.finish('done', 1);
    await w.settle();
    assert.deepEqual(told, [
      ['running', true],
      ['one\n', true],
      ['running', true],
      ['two\nthree\n', true],
      ['done', true],
    ]);
    assert.equal(
      output(1)
        .map(({ text }) => text)
        .join(''),
      'one\ntwo\nthree\n',
    );
  });
});

describe('a prompt', () => {
  it('is shared even after much output, up to a limit of its own', async () => {
    await made(['Ann', 'Bo']);
    const ticket = await start(0);
    for (let n = 0; n < 30; n++) ticket.print('stdout', 'x'.repeat(10_000));
    mock.timers.tick(100);
    await w.settle();
    ticket.print('prompt', 'Name? ');
    ticket.print('answer', 'Ada\n');
    ticket.print('stdout', 'not shared');
    ticket.print('prompt', '');
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual(
      output(1)
        .slice(-4)
        .map(({ kind, text }) => `${kind} ${text}`),
      [
        'note More output followed: a room shares only the first part of a long run.',
        'prompt Name? ',
        'answer Ada\n',
        'prompt ',
      ],
    );
    for (let n = 0; n < 30; n++) ticket.print('answer', `${'y'.repeat(10_000)}\n`);
    mock.timers.tick(100);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
    assert.match(output(1).at(-1)?.text ?? '', /asked and printed more than a room shares/);
    assert.ok(ticket.signal.aborted);
  });

  it('is not lost when the room crashes a moment later', async () => {
    await made(['Ann', 'Bo']);
    const ticket = await start(0);
    ticket.print('prompt', 'Name? ');
    await w.settle();
    mock.timers.tick(150);
    await w.settle();
    w.crash();
    await w.settle();
    assert.deepEqual(output(1), [{ kind: 'prompt', text: 'Name? ' }]);
  });

  it('can be answered while the page that carries it out is disconnected for a moment', async () => {
    await made(['Ann', 'Bo']);
    const ticket = await start(0);
    const heard: [number, string | null][] = [];
    ticket.onanswer = (prompt, text) => heard.push([prompt, text]);
    ticket.print('prompt', 'Name? ');
    await w.settle();
    w.cut(0, true);
    session(1).run.answer(1, 'Ada');
    session(1).run.answer(1, 'Bea');
    await w.settle();
    assert.deepEqual(heard, []);
    await w.back(0);
    await w.settle();
    assert.deepEqual(heard, [[1, 'Ada']]);
    w.cut(0, true);
    session(0).run.answer(2, 'Eve');
    assert.deepEqual(heard.at(-1), [2, 'Eve']);
  });
});

describe('webhooks about runs', () => {
  it('are rate-limited, do not delay other messages, and count the omitted runs', async () => {
    let now = Date.UTC(2026, 0, 1);
    const waiting = new Map<string, StoredWebhook>();
    const clock = { now: () => now, after: () => () => {}, pause: async () => {}, wakeAt: () => {} };
    const events = { save: () => {}, rearm: () => {}, reportError: () => {} };
    const webhooks = new Webhooks({ url: 'http://127.0.0.1:9/', secret: new Uint8Array(32) }, waiting, clock, events);
    webhooks.tell('room.created', {});
    webhooks.tellRun('ann', { run: 0 });
    for (let run = 1; run <= 500; run++) {
      now += 10;
      webhooks.tellRun('bo', { run });
    }
    webhooks.tell('room.ended', {});
    const told = [...waiting.values()].map(({ body, nextAt }) => ({ ...JSON.parse(body), nextAt }));
    assert.ok(told.length < 60, `${told.length} messages`);
    assert.deepEqual(
      told.filter(({ type, data }) => type !== 'run.finished' || data.run === 0).map(({ type }) => type),
      ['room.created', 'run.finished', 'room.ended'],
    );
    const runs = told.filter(({ type }) => type === 'run.finished');
    assert.equal(runs.at(-1)?.data.run, 500);
    assert.equal(
      runs.reduce((sum, { data }) => sum + 1 + (data.untold ?? 0), 0),
      runs.length + runs.filter(({ data }) => data.untold).length,
    );
    const soon = runs.filter(({ nextAt }) => nextAt <= now + 60_000);
    assert.ok(soon.length <= 45, `${soon.length} within a minute`);
  });
});
