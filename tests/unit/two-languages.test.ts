/** Two elements on one page in two languages: what is told of one is in its language, whichever was rendered last. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { announce } from '../../components/element/announcements.js';
import { begin, refused } from '../../components/element/call-refused.js';
import type { CodeRoomErrorEvent, CodeRoomStatusEvent } from '../../components/element/events.js';
import { forwardEvents } from '../../components/element/forward-events.js';
import { refuse } from '../../components/element/refusal-event.js';
import { ReplayFault, readReplay } from '../../components/replay/read-replay.js';
import { Session } from '../../components/session/session.js';
import { RefusedEvent, RemoteChangeEvent } from '../../components/session/sync/events.js';
import { laterText } from '../../components/wording/later-text.js';
import { spokenBy } from '../../components/wording/locale.js';
import { refusalText } from '../../components/wording/refusal-text.js';
import { speech } from '../../components/wording/words.js';

const LATIN = spokenBy(
  {
    'No other file is shown: there is none called "{name}" in this room.': 'Nihil est {name}.',
    'There is no file called "{name}" in this room.': 'Nullum est {name}.',
    'A file needs a name. Give it one such as "main.py".': 'Nomen deest.',
    'The task has changed.': 'Opus mutatum est.',
    'This is not a replay. Choose a file whose name ends in .coderoom.': 'Non est.',
  },
  'la',
);

describe('of two elements in two languages', () => {
  const [latin, english] = [new EventTarget(), new EventTarget()] as [Element, Element];
  const speak = (element: Element) => {
    speech.now = element === latin ? LATIN : undefined;
  };
  beforeEach(() => {
    speech.adoptLanguageOf = speak;
  });
  afterEach(() => {
    delete speech.adoptLanguageOf;
    speech.now = undefined;
  });

  it('each refuses in its own', () => {
    const said: string[] = [];
    for (const [element, other] of [
      [latin, english],
      [english, latin],
    ] as const) {
      element.addEventListener('code-room-error', (event) => said.push((event as CodeRoomErrorEvent).sentence), {
        once: true,
      });
      speak(other);
      refuse(element, 'files', () => refusalText('no-file-shown', { name: 'a.py' }));
    }
    assert.deepEqual(said, ['Nihil est a.py.', 'No other file is shown: there is none called "a.py" in this room.']);
  });

  it('each answers a call in its own', () => {
    speak(english);
    begin(latin, undefined, '');
    assert.throws(() => refused(new Error(laterText('no-file-called', { name: 'a.py' }))), {
      message: 'Nullum est a.py.',
    });
  });

  it('a call that was meant for a room that has been left is not done', () => {
    assert.throws(() => begin(latin, '["","one"]', '["","two"]'), { code: 'room-left' });
    assert.throws(() => begin(latin, '', '["","two"]'), { code: 'room-left' });
    begin(latin, undefined, '["","two"]');
    begin(latin, '["","two"]', '["","two"]');
  });

  it('each tells its page in its own what the room refuses', () => {
    const session = new Session({});
    const said: string[] = [];
    const end = new AbortController();
    forwardEvents(latin, session, end.signal);
    latin.addEventListener('code-room-error', (event) => said.push((event as CodeRoomErrorEvent).sentence));
    latin.addEventListener('code-room-status', (event) => said.push((event as CodeRoomStatusEvent).status));
    speak(english);
    session.dispatchEvent(new RefusedEvent('role', 'A file needs a name. Give it one such as "main.py".'));
    end.abort();
    assert.deepEqual(said, ['Nomen deest.']);
  });

  it('each announces in its own, also what it says a while later', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const session = new Session({});
    const said: string[] = [];
    const end = new AbortController();
    announce(session, latin, (sentence) => said.push(sentence), end.signal);
    session.documents.brief.dispatchEvent(new RemoteChangeEvent(ChangeSet.empty(0), 7));
    speak(english);
    context.mock.timers.tick(3_000);
    end.abort();
    assert.deepEqual(said, ['Opus mutatum est.']);
  });

  it('each says in its own why a replay cannot be played, also when that changes', async () => {
    const fault = await readReplay('x').catch((error: unknown) => error);
    assert.ok(fault instanceof ReplayFault);
    speak(latin);
    assert.equal(fault.sentence(), 'Non est.');
    speak(english);
    assert.equal(fault.sentence(), 'This is not a replay. Choose a file whose name ends in .coderoom.');
  });
});
