// Another language in the element: what it, its session and its room refuse is shown in the words of a table that the page has fetched.
import { expect } from '@esm-bundle/chai';
import { registerTranslation } from '../../components/wording/words.js';
import { clear, collect, inside, make, newRoom, open, roomHost, until } from '../fixtures/elements.js';

/** A language of which there is no table but this one. */
const LATIN = {
  '“{host}” is no address of a room server. Whoever made this page has to write it like this: host="{address}".':
    'Nulla camera ad “{host}”; scribe {address}.',
  'There is a file called "{name}" in this room already. Choose another name.': 'Nomen {name} iam adest.',
  'A file needs a name. Give it one such as "main.py".': 'Nomen deest.',
  'There is no file called "{name}" in this room.': 'Nihil est {name}.',
  Run: 'Age',
} as const;

describe('another language', () => {
  before(() => registerTranslation('la', LATIN));
  beforeEach(() => {
    document.body.lang = 'la';
  });
  afterEach(() => {
    document.body.removeAttribute('lang');
    clear();
  });

  it('is that of the nearest ancestor, and followed while the page is open', async () => {
    const element = await open({ host: await roomHost(), room: newRoom() });
    const run = (words: string) =>
      until(() => inside(element, 'code-room-run', 'button')?.textContent?.trim() === words, `Run is not ${words}`);
    await run('Age');
    document.body.lang = 'la-VA';
    await run('Age');
    document.body.lang = 'en';
    await run('Run');
    document.body.lang = 'x-unknown';
    await run('Run');
    document.body.lang = 'la';
    await run('Age');
    element.lang = 'en';
    await run('Run');
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
