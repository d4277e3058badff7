/** How much the editors of a room help: interviewers say it, everybody hears it, late joiners and replays too, and old rooms and pages need not know. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { reportMarkdown } from '../../party/commands/report.js';
import { type Help, helpOf } from '../../party/shared/help.js';
import { HELP_DOCUMENT } from '../../party/shared/protocol.js';
import type { Role } from '../../party/shared/roles.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;

async function comes(role: Role): Promise<number> {
  const index = await w.join({ token: await w.token(role, role), name: role });
  await w.until(() => w.sessions[index]?.status === 'live');
  return index;
}

function documentOf(index: number) {
  const document = w.sessions[index]?.documents.help;
  assert.ok(document);
  return document;
}

const heard = (index: number): Help => helpOf(documentOf(index).text.toString());

function say(index: number, help: string): void {
  const document = documentOf(index);
  document.edit(ChangeSet.of({ from: 0, to: document.text.length, insert: help }, document.text.length));
}

describe('the help of a room', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\n' });
  });

  it('is all there is, until an interviewer says otherwise; everybody hears it, and who comes later', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    assert.deepEqual([heard(ada), heard(ben)], ['full', 'full']);
    say(ada, 'none');
    await w.until(() => heard(ben) === 'none');
    const cy = await comes('observer');
    assert.equal(heard(cy), 'none');
    say(ada, 'basic');
    await w.until(() => heard(ben) === 'basic' && heard(cy) === 'basic');
  });

  it('is not for candidates to change: theirs is refused and taken back', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    assert.equal(documentOf(ben).editable, false);
    say(ada, 'none');
    await w.until(() => heard(ben) === 'none');
    say(ben, 'full');
    await w.until(() => heard(ben) === 'none');
    assert.equal(heard(ada), 'none');
  });

  it('of two who say it at the same moment is what one of them said', async () => {
    const [ada, eve] = [await comes('interviewer'), await comes('interviewer')];
    say(ada, 'none\n');
    say(eve, 'basic\n');
    await w.until(() => documentOf(ada).saved && documentOf(eve).saved && heard(ada) === heard(eve));
    assert.ok(['none', 'basic'].includes(heard(ada)), heard(ada));
  });

  it('stands in replay and report, with its time and who said it', async () => {
    const ada = await comes('interviewer');
    say(ada, 'none');
    await w.until(() => documentOf(ada).saved);
    const token = await w.token('interviewer', 'interviewer');
    const replay = await w.command({ type: 'replay', token });
    assert.ok(replay.ok);
    assert.equal(replay.value.documents.find(({ id }) => id === HELP_DOCUMENT)?.text, 'none');
    await w.command({ type: 'set-help', token, help: 'basic' });
    const report = await w.command({ type: 'report', token });
    assert.ok(report.ok);
    assert.deepEqual(
      report.value.help?.map(({ help, by }) => [help, by]),
      [
        ['none', 'interviewer'],
        ['basic', undefined],
      ],
    );
    assert.match(reportMarkdown(report.value), /## Help of the editor\n\n- No help, .*, by interviewer\n- Words, key/);
  });

  it('costs a room nothing in which nobody has said anything, not a byte', async () => {
    const told: number[] = [];
    w.record = (_wire, direction, frame) => {
      if (direction !== '<') return;
      const message = decodeRoomMessage(frame);
      if (message.type === 'document') told.push(message.document);
    };
    await comes('candidate');
    w.record = null;
    assert.ok(told.length > 0);
    assert.ok(!told.includes(HELP_DOCUMENT));
  });

  it('is what the room was made with', async () => {
    w = await World.made({ code: 'a\n', help: 'basic' });
    assert.equal(heard(await comes('candidate')), 'basic');
    const facts = await w.command({ type: 'facts', token: await w.token('candidate', 'candidate') });
    assert.ok(facts.ok);
    assert.equal(facts.value.help, 'basic');
  });
});

it('of a text is the last thing said in it; all there is where nothing is said', () => {
  for (const [text, help] of [
    ['', 'full'],
    ['none', 'none'],
    [' basic \n', 'basic'],
    ['none\nbasic\n', 'basic'],
    ['none\nwhatever', 'none'],
    ['nonebasic', 'full'],
    ['NONE', 'full'],
  ] as const)
    assert.equal(helpOf(text), help, JSON.stringify(text));
});
