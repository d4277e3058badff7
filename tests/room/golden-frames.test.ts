/**
 * An interview in which everything happens once, frame for frame as it was recorded: both ends say the same bytes as before, and store the same.
 * A change of the wire or of what is stored records it anew: `RECORD=1 node --import tsx --test tests/room/golden-frames.test.ts`; the difference is read.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, it, mock } from 'node:test';
import { serialize } from 'node:v8';
import { ChangeSet } from '@codemirror/state';
import type { Transport } from '../../components/session/connection/transport.js';
import type { Session } from '../../components/session/session.js';
import type { RoomCommand } from '../../party/commands/command.js';
import { MAIN_DOCUMENT } from '../../party/shared/protocol.js';
import { Dice, World } from './world.js';

const RECORDING = new URL('../fixtures/golden-frames.txt', import.meta.url);

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

/** Secrets, ids and keys come out the same each time. */
function foreseeable(): void {
  const dice = new Dice(17);
  const fill = <T extends ArrayBufferView | null>(array: T): T => {
    if (array)
      for (let at = 0; at < array.byteLength; at++)
        new Uint8Array(array.buffer, array.byteOffset)[at] = dice.below(256);
    return array;
  };
  mock.method(crypto, 'getRandomValues', fill);
  mock.method(crypto, 'randomUUID', () => {
    const hex = Buffer.from(fill(new Uint8Array(16))).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  });
  mock.method(Math, 'random', () => dice.below(2 ** 30) / 2 ** 30);
}

afterEach(() => mock.restoreAll());

it('frames and stored bytes equal the recording', async () => {
  foreseeable();
  const lines: string[] = [];
  const w = await World.made({ lobby: true, code: 'one\ntwo 🎈\n', brief: 'Sort a list.', title: 'Interview' });
  const numbers = new Map<Transport, number>();
  w.record = (wire, direction, bytes) => {
    if (!numbers.has(wire)) numbers.set(wire, numbers.size);
    lines.push(`${direction} ${numbers.get(wire)} ${Buffer.from(bytes).toString('hex')}`);
  };
  const session = (index: number) => w.sessions[index] as Session;
  const live = (index: number) => w.until(() => session(index).status === 'live');
  const standing = () => session(0).standing;
  const step = async (title: string, act: () => void | Promise<void>) => {
    lines.push(`# ${title}`);
    mock.timers.tick(1_000);
    await act();
    await w.settle();
  };
  const command = async (title: string, asked: RoomCommand) => {
    const answer = JSON.stringify(await w.command(asked));
    lines.push(`# ${title}`, `= ${answer.replace(/"token":"[^"]*"/g, '"token":"…"')}`);
  };

  await step(
    'an interviewer comes',
    async () => void (await w.join({ token: await w.token('interviewer', 'Ada'), name: 'Ada' })),
  );
  await step(
    'a candidate waits',
    async () => void (await w.join({ token: await w.token('candidate', 'Ben'), name: 'Ben' })),
  );
  await step('is admitted', () => standing().admit(standing().waiting[0]?.id ?? ''));
  await step('an observer waits and is declined', async () => {
    await w.join({ token: await w.token('observer', 'Cy'), name: 'Cy' });
    standing().decline(standing().waiting[0]?.id ?? '');
  });
  await step('another is admitted', async () => {
    await w.join({ token: await w.token('observer', 'Di'), name: 'Di' });
    standing().admit(standing().waiting[0]?.id ?? '');
  });
  await live(1);
  await step('keys', () => w.type(1, 'three 🎈'));
  await step('two at once', () => {
    w.type(0, 'A', 0);
    w.type(1, 'é', 4, 2);
  });
  await step('in many places', () =>
    w.edit(
      1,
      Array.from({ length: 5 }, (_, at) => ({ from: at, to: at + 1, insert: 'ß' })),
    ),
  );
  await step('a cursor and a selection', () => {
    session(1).document.point(3, 3);
    session(0).document.point(1, 6);
  });
  await step('a file gets a name and a language', () =>
    session(1).document.describe({ name: 'sort.js', language: 'javascript' }),
  );
  await step('a name no file may have', () => session(1).document.describe({ name: '\u202e' }));
  await step('a person another name', () => session(1).rename('Benjamin'));
  await step('a name nobody may have', () => session(1).rename('Interviewer'));
  const notes = session(0).documents.notes;
  await step('notes', () => notes?.edit(ChangeSet.of({ from: 0, insert: 'calm' }, 0)));
  const { task } = session(0).documents;
  await step('a draft of the task', () =>
    task.draft.edit(ChangeSet.of({ from: 0, insert: 'Now: ' }, task.draft.text.length)),
  );
  await step('is shown', () => task.publish());
  await step('a run', async () => {
    const run = await Promise.all([session(1).run.start('javascript'), w.settle()]).then(([ticket]) => ticket);
    run.print('stdout', 'hello\n');
    run.print('stderr', 'a warning\n');
    run.print('result', '42');
    run.print('prompt', 'Name? ');
    await w.settle();
    session(0).run.answer(1, 'Ada');
    await w.settle();
    mock.timers.tick(250);
    run.finish('done', 120);
  });
  await step('a run is stopped by another', async () => {
    await Promise.all([session(1).run.start('javascript'), w.settle()]);
    session(0).run.stop();
    await w.settle();
  });
  await step('its page goes away', async () => {
    w.cut(1);
    await w.back(1);
  });
  await step('edits wait for the network', async () => {
    w.cut(1, true);
    w.type(1, 'offline', 0);
    w.type(0, 'meanwhile', 4);
    await w.settle();
    await w.back(1);
  });
  await step('a reload', async () => {
    w.type(1, 'x', 2);
    await w.reload(1);
  });
  await live(1);
  await step('the room crashes', async () => {
    w.storage.instant = false;
    w.type(0, 'lost?', 0);
    w.up(0);
    w.down(1);
    w.crash();
    w.storage.instant = true;
  });
  await live(0);
  await live(1);
  await step('the room sleeps', async () => assert.ok(await w.hibernate()));
  await step('frames that are none', () => {
    for (const frame of ['', 'ff', '00', '0201', '03ffffffffff'])
      w.lifecycle.receive(w.wires[1] as never, Buffer.from(frame, 'hex'));
  });
  await step('and its page is opened again', () => w.reload(1));
  await live(1);
  await step('what a role may not', () => {
    w.wires[1]?.send({ type: 'lock', locked: true });
    w.wires[1]?.send({ type: 'describe', document: 101, name: 'x', language: '' });
    w.wires[1]?.send({ type: 'check', document: MAIN_DOCUMENT, version: session(1).document.version, hash: 7 });
    w.wires[1]?.send({ type: 'ping', nonce: 300 });
  });
  await step('another role', () => {
    const ben = session(0).people.find(({ role }) => role === 'candidate');
    standing().assign(ben?.id ?? '', 'observer');
  });
  await step('nobody new', () => standing().lock(true));
  await step('one who is turned away', async () => void (await w.join({ token: await w.token('observer', 'Eve') })));
  await step('removed', () => {
    const di = session(0).people.find(({ name }) => name === 'Di');
    standing().remove(di?.id ?? '');
  });
  await step('an edit in parts', () =>
    w.edit(
      0,
      Array.from({ length: 4_100 }, () => ({ from: 0, insert: 'ab' })),
    ),
  );
  await step('the end', () => standing().end(true));
  await step('and after it', () => w.type(0, 'late', 0));
  const token = await w.token('interviewer', 'Ada');
  for (const type of ['facts', 'code', 'replay', 'report', 'mine'] as const) await command(type, { type, token });
  lines.push('# stored');
  for (const [key, value] of await w.storage.read('')) lines.push(`@ ${key} ${serialize(value).toString('hex')}`);
  await step('deleted', async () => void (await w.command({ type: 'delete', token })));
  for (const index of w.sessions.keys()) w.vanish(index);

  const said = `${lines.join('\n')}\n`;
  if (process.env.RECORD) writeFileSync(RECORDING, said);
  const before = readFileSync(RECORDING, 'utf8').split('\n');
  const differs = said.split('\n').findIndex((line, at) => line !== before[at]);
  const title = said
    .split('\n')
    .slice(0, differs + 1)
    .findLast((line) => line.startsWith('#'));
  assert.equal(said.split('\n')[differs], before[differs], `first difference at line ${differs + 1}, in “${title}”`);
  assert.equal(said.length, before.join('\n').length);
});
