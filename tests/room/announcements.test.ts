/** What somebody with a screen reader hears of an interview and of what cannot be done, each thing once. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { announce } from '../../components/element/announcements.js';
import { CodeRoomErrorEvent } from '../../components/element/events.js';
import type { Following } from '../../components/element/following.js';
import { announceInterview } from '../../components/element/interview-announcements.js';
import type { RunTicket } from '../../components/session/run/run-log.js';
import { postFocus, startFocus } from '../../components/session/sync/entries.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;

function session(index: number) {
  const found = w.sessions[index];
  assert.ok(found);
  return found;
}

/** Comes in, and listens. */
async function comes(role: 'interviewer' | 'candidate' | 'observer', name: string) {
  const index = await w.join({ token: await w.token(role, name), name });
  const heard: string[] = [];
  const following = Object.assign(new EventTarget(), { person: null, asked: null }) as unknown as Following;
  announceInterview(
    session(index),
    new EventTarget(),
    following,
    (sentence) => heard.push(sentence),
    new AbortController().signal,
  );
  await w.settle();
  return { index, heard };
}

/** A part of the session may be loaded first. */
async function done(asked: Promise<unknown>): Promise<void> {
  let over = false;
  void asked.finally(() => {
    over = true;
  });
  while (!over) {
    await new Promise((resolve) => setImmediate(resolve));
    await w.settle();
  }
  await asked;
}

async function passes(ms: number): Promise<void> {
  mock.timers.tick(ms);
  await w.settle();
}

describe('of private time', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\n' });
  });

  it('the candidate hears who offers it, and that it is not offered any more', async () => {
    const ada = await comes('interviewer', 'Ada');
    const ben = await comes('candidate', 'Ben');
    const oda = await comes('observer', 'Oda');
    await done(postFocus(session(ada.index).documents, { offer: 5 }));
    await passes(1_000);
    assert.deepEqual(ben.heard, ['Ada offers you private time.']);
    await done(postFocus(session(ada.index).documents, { offer: 0 }));
    await passes(1_000);
    assert.deepEqual(ben.heard, ['Ada offers you private time.', 'Private time is not offered any more.']);
    assert.deepEqual(
      [...ada.heard, ...oda.heard].filter((sentence) => sentence.includes('offers')),
      [],
    );
  });

  it('a candidate who comes in later hears what is offered', async () => {
    const ada = await comes('interviewer', 'Ada');
    await done(postFocus(session(ada.index).documents, { offer: 5 }));
    const ben = await comes('candidate', 'Ben');
    assert.deepEqual(ben.heard, ['Ada offers you private time.']);
  });

  it('what is offered and taken is followed by that it has begun, and by nothing else', async () => {
    const ada = await comes('interviewer', 'Ada');
    const ben = await comes('candidate', 'Ben');
    await done(postFocus(session(ada.index).documents, { offer: 5 }));
    await done(startFocus(session(ben.index), 5));
    await passes(1_000);
    assert.deepEqual(ben.heard, [
      'Ada offers you private time.',
      'Only you see what you type and run, for up to 5 minutes.',
    ]);
    assert.deepEqual(ada.heard, ['Ben is thinking privately, for up to 5 minutes.']);
  });
});

async function starts(index: number): Promise<RunTicket> {
  const ticket = session(index).run.start('python');
  ticket.catch(() => {}); // It runs until the end of the test.
  await w.settle();
  return ticket;
}

/** Comes in, and listens to the room itself. */
async function hears(role: 'interviewer' | 'candidate' | 'observer' = 'candidate', name = 'Ben') {
  const index = await w.join({ token: await w.token(role, name), name });
  const [element, heard] = [new EventTarget(), [] as string[]];
  announce(session(index), element, (sentence) => heard.push(sentence), new AbortController().signal);
  await w.settle();
  return { index, element, heard };
}

describe('of the code', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\nb\n' });
  });

  it('it is heard who edits which line, also when they have no caret there', async () => {
    const ada = await hears('interviewer', 'Ada');
    const ben = await hears();
    const oda = await hears('observer', 'Oda');
    w.type(ben.index, '!', 3);
    await w.settle();
    await passes(1_000);
    const edits = ({ heard }: { heard: string[] }) => heard.filter((sentence) => sentence.includes('edits'));
    assert.deepEqual([ada, ben, oda].map(edits), [['Ben edits line 2.'], [], ['Ben edits line 2.']]);
  });

  it('everybody hears what the program asks, observers as well', async () => {
    const ada = await hears('interviewer', 'Ada');
    const oda = await hears('observer', 'Oda');
    const ticket = await starts(ada.index);
    ticket.print('prompt', 'Name? ');
    await passes(1_000);
    for (const { heard } of [ada, oda])
      assert.deepEqual(
        heard.filter((sentence) => sentence.startsWith('The program')),
        ['The program asks: Name?'],
      );
  });
});

describe('of what cannot be done', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'a\n' });
  });

  it('the sentence is heard, and once when somebody tries again at once', async () => {
    const { element, heard } = await hears();
    element.dispatchEvent(new CodeRoomErrorEvent('role', 'You cannot edit this file.'));
    await passes(1_000);
    element.dispatchEvent(new CodeRoomErrorEvent('role', 'You cannot edit this file.'));
    await passes(2_000);
    element.dispatchEvent(new CodeRoomErrorEvent('run', 'Too many runs.'));
    await passes(5_000);
    element.dispatchEvent(new CodeRoomErrorEvent('run', 'Too many runs.'));
    assert.deepEqual(heard, ['You cannot edit this file.', 'Too many runs.', 'Too many runs.']);
  });

  it('a room that cannot save is heard, and that it saves again', async () => {
    const { index, heard } = await hears();
    w.storage.failing = true;
    w.type(index, 'kept');
    await w.settle().catch(() => {});
    const trouble = 'The room cannot save at the moment. Keep this page open: it tries again by itself.';
    assert.deepEqual(heard, [trouble]);
    w.storage.failing = false;
    for (let n = 0; n < 2; n++) await passes(10_000);
    assert.deepEqual(heard, [trouble, 'Saved']);
  });
});
