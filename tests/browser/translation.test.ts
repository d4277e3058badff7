// Another language in the element: what it, its session and its room refuse is shown in the words of a table that the page has fetched.
import { expect } from '@esm-bundle/chai';
import { translate } from '../../components/wording/translation.js';
import { translateBy } from '../../components/wording/translator.js';
import { clear, collect, inside, make, newRoom, open, roomHost, until } from '../fixtures/elements.js';

const MADE_UP = {
  'address-unreadable': 'Nulla camera ad “{host}”; scribe {address}.',
  'file-name-taken': 'Nomen {name} iam adest.',
  'file-name-missing': 'Nomen deest.',
  'no-file-called': 'Nihil est {name}.',
  'value-not-editable': 'Textus manet.',
  'run-language': '{language} hic non currit.',
} as const;

describe('another language', () => {
  beforeEach(() => translate(MADE_UP));
  afterEach(() => {
    translateBy(undefined);
    clear();
  });

  it('is used for why the element has not joined its room', async () => {
    const element = make({ host: 'rooms', room: newRoom() });
    const told = collect(element, 'code-room-status');
    document.body.append(element);
    const said = 'Nulla camera ad “rooms”; scribe https://rooms.';
    await until(() => inside(element, 'code-room-notice', 'p')?.textContent === said, 'the notice is in English');
    await until(() => inside(element, 'code-room-status', '.status')?.title === said, 'the status is in English');
    expect(told.at(-1)?.sentence).to.equal(said);
  });

  it('is used for refusals by the room, by the session and by the element', async () => {
    const element = await open({ host: await roomHost(), room: newRoom() });
    const sentence = (done: Promise<void>) =>
      done.then(
        () => 'It was done.',
        (error: Error) => error.message,
      );
    await element.addFile({ name: 'bank.py' });
    const errors = collect(element, 'code-room-error');
    element.entry = 'none.py';
    await until(() => errors.length > 0);
    expect(errors[0]?.sentence).to.equal('Nihil est none.py.');
    await until(() => inside(element, 'code-room-notice', 'p')?.textContent === 'Nihil est none.py.');
    expect(await sentence(element.addFile({ name: 'BANK.py' }))).to.equal('Nomen bank.py iam adest.');
    expect(await sentence(element.addFile({ name: '' }))).to.equal('Nomen deest.');
  });
});
