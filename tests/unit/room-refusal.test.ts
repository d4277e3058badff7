/** Refusals by the room, as sessions and pages get them: each has its code, also the first, for which the table is fetched. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeRoomErrorEvent, CodeRoomStatusEvent } from '../../components/element/events.js';
import { forwardEvents } from '../../components/element/forward-events.js';
import { refusalEvent } from '../../components/element/refusal-event.js';
import type { TransportEvents } from '../../components/session/connection/transport.js';
import { ConnectionStatus } from '../../components/session/connection-status.js';
import { KNOWN_SENTENCES, refusalOf } from '../../components/session/refusal/refusal-of.js';
import { findCodesBy, RoomRefusal, rejectWith, withCodes } from '../../components/session/refusal/room-refusal.js';
import { refusal } from '../../components/session/refusal/session-refusal.js';
import { Session } from '../../components/session/session.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import { sharedSentence } from '../../components/wording/name-text.js';
import { CodeRoomError } from '../../components/wording/room-error.js';
import { speech } from '../../components/wording/words.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import { CLIENT_MESSAGE_KINDS } from '../../party/shared/wire/client-message.js';

/** A session whose room is played by the test. */
function played(): { session: Session; room: TransportEvents } {
  let room: TransportEvents | undefined;
  const session = new Session({
    host: 'http://127.0.0.1',
    room: 'r',
    transport: (events) => {
      room = events;
      return { send: () => {}, reconnect: () => {}, close: () => {} };
    },
  });
  session.connect();
  return {
    session,
    get room() {
      return room ?? assert.fail('no transport');
    },
  };
}

const once = (target: EventTarget, type: string) =>
  new Promise<Event>((resolve) => target.addEventListener(type, resolve, { once: true }));
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the first refusal of a page', () => {
  it('by the session itself waits for nothing: it has its code', () => {
    const status = new ConnectionStatus(() => {});
    status.turnAway('refused', refusal('not-let-in'), 0);
    assert.deepEqual([status.status, status.refusal.code], ['refused', 'not-let-in']);
  });

  it('waits for the table, so that its event has code and values', async () => {
    const { session, room } = await opened();
    const element = new EventTarget();
    forwardEvents(element, session, new AbortController().signal);
    const [own, event] = [once(session, 'refused'), once(element, 'code-room-error')];
    const sentence = sentenceFor('many-runs', { seconds: 3 });
    room.message({
      type: 'refused',
      about: CLIENT_MESSAGE_KINDS.indexOf('rename') + 1,
      document: 0,
      key: 0,
      reason: 'busy',
      sentence,
    });
    const { code, values } = (await own) as RefusedEvent;
    assert.deepEqual([code, values], ['many-runs', { seconds: '3' }]);
    const error = (await event) as CodeRoomErrorEvent;
    assert.deepEqual([error.reason, error.code, error.sentence], ['busy', 'many-runs', sentence]);
  });

  it('that ends the visit has its code on the status event and on session.why', async () => {
    const { session, room } = await opened();
    const element = new EventTarget();
    forwardEvents(element, session, new AbortController().signal);
    const status = once(element, 'code-room-status');
    room.closed(CLOSE.full, sentenceFor('room-full'), true);
    const event = (await status) as CodeRoomStatusEvent;
    assert.deepEqual([event.status, event.code, session.why.code], ['refused', 'room-full', 'room-full']);
  });
});

async function opened(): Promise<{ session: Session; room: TransportEvents }> {
  const visit = played();
  await turn();
  await turn();
  return { session: visit.session, room: visit.room };
}

describe('a refusal', () => {
  it('of the room is found by its sentence, whichever it is; any other sentence has no code', () => {
    findCodesBy(refusalOf);
    for (const [code, sentence] of Object.entries(KNOWN_SENTENCES)) {
      const said = sentence.replace(/\{(\w+)(:[^}]+)?\}/g, (_, name: string, unit?: string) => (unit ? '7 x' : name));
      assert.equal(new RoomRefusal(said).code, code);
    }
    assert.deepEqual([new RoomRefusal('Hello.').code, new RoomRefusal('Hello.').values], [undefined, undefined]);
  });

  it('is told at once when the table is there', () => {
    findCodesBy(refusalOf);
    const told: unknown[] = [];
    withCodes(() => told.push('now'));
    rejectWith((reason) => told.push(reason.code), sentenceFor('no-file'));
    assert.deepEqual(told, ['now', 'no-file']);
  });

  it('by the element has the code of its error; a bare sentence has its reason', () => {
    assert.equal(refusalEvent('files', new RoomRefusal(sentenceFor('last-file'))).code, 'last-file');
    assert.equal(refusalEvent('files', new CodeRoomError('no-file-called', 'There is none.')).code, 'no-file-called');
    assert.equal(refusalEvent('files', new DOMException('Over.', 'AbortError')).code, 'files');
    const { code, sentence } = refusalEvent('run', 'It cannot be run.');
    assert.deepEqual([code, sentence], ['run', 'It cannot be run.']);
  });
});

it('what the whole room reads stays English, whatever this page speaks', () => {
  speech.now = { tag: 'de', words: {}, form: () => 0, heard: () => 'Übersetzt.' };
  try {
    const error = new CodeRoomError('part-missing', 'Ein Teil dieser Seite fehlt.');
    assert.match(sharedSentence(error), /^A part of this page could not be loaded\./);
    assert.equal(sharedSentence(new Error('It broke.')), 'It broke.');
  } finally {
    speech.now = undefined;
  }
});
