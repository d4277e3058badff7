// Language packs: fetched by the runner, verified, cached, and run like built-in languages.
import { expect } from '@esm-bundle/chai';
import { learnPacks } from '../../components/runner/languages/packs.js';
import { runnableLanguages } from '../../components/runner/languages/registry.js';
import { clear, collect, inside, make, open, sandboxUrl, until } from '../fixtures/elements.js';
import { packsAt, registered } from '../fixtures/packs.js';
import { openRunner, run, start } from '../fixtures/runner.js';

describe('a language pack', function () {
  this.timeout(60_000);
  afterEach(clear);

  it('is found in the folder that the tag names, is in the menu and runs', async () => {
    const { folder } = packsAt('small');
    const room = await open({ runner: sandboxUrl, packs: folder.href, language: 'shout-pack' });
    const list = inside<HTMLSelectElement>(room, 'code-room-language', 'select');
    const options = () => [...list.querySelectorAll('option')].map(({ textContent }) => textContent);
    const button = () => inside<HTMLButtonElement>(room, 'code-room-run', 'button');
    await until(() => options().includes('Shout (pack)') && !button().disabled);
    room.value = 'hello';
    expect((await room.run()).state).to.equal('done');
    expect(room.output).to.equal('HELLO main.loud 3 41 300000\n');
  });

  it('shows progress, and needs no network on the second visit', async () => {
    const { folder, leave } = packsAt('small');
    await registered(folder);
    const first = openRunner();
    const { stdout, transcript } = await run(first.runner, 'shout-pack', 'one');
    expect(stdout).to.equal('ONE main.js 3 41 300000\n');
    const told = transcript.progress.flatMap((progress) => progress ?? []);
    expect(told.map(({ sentence }) => sentence)).to.include('Loading Shout (pack)');
    expect(told.some(({ loaded, total }) => total > 0 && loaded === total)).to.equal(true);
    const kept = async () => {
      const keys = await (await caches.open('code-room-packs')).keys();
      return keys.filter(({ url }) => url.startsWith(folder.href)).length;
    };
    for (const end = Date.now() + 10_000; (await kept()) < 4 && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 20));
    first.close();
    await leave();
    const second = openRunner();
    expect((await run(second.runner, 'shout-pack', 'two')).stdout).to.equal('TWO main.js 3 41 300000\n');
    second.close();
  });

  it('that was modified is not run, and one that is missing is reported', async () => {
    const { folder } = packsAt('small', 'tampered');
    await registered(folder);
    const { runner, close } = openRunner();
    const failure = await run(runner, 'shout-pack', 'x').then(String, String);
    expect(failure).to.match(/Shout \(pack\) could not be loaded: .*\.pack is not the file that manifest\.json lists/);
    const another = packsAt('small');
    await registered(another.folder);
    await another.leave();
    expect(await run(runner, 'shout-pack', 'x').then(String, String)).to.match(/manifest\.json cannot be reached/);
    close();
  });

  it('gives its programs no access, and Stop ends them', async () => {
    await registered(packsAt('small').folder);
    const { runner, close } = openRunner();
    const { transcript, ended } = start(runner, 'shout-pack', 'loop');
    await until(() => transcript.progress.at(-1) === null);
    runner.stop();
    expect((await ended).state).to.equal('stopped');
    expect((await run(runner, 'shout-pack', 'after')).stdout).to.include('AFTER');
    close();
  });

  it('is named in an event when its address is none, and everything else works', async () => {
    const unhandled: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => unhandled.push(reason);
    window.addEventListener('unhandledrejection', note);
    for (const packs of ['http://[', 'ftp://rooms.example/packs', 'javascript:alert(1)']) {
      const room = make({ runner: sandboxUrl, packs, language: 'javascript', code: 'console.log(1)' });
      const errors = collect(room, 'code-room-error');
      document.body.append(room);
      await until(() => errors.length > 0 && room.status === 'live');
      expect(errors.map(({ reason }) => reason)).to.deep.equal(['packs']);
      expect(errors[0]?.sentence).to.match(/^Nothing can come from the address in `packs`\. /);
      expect((await room.run()).state).to.equal('done');
      room.remove();
    }
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('whose server has too much to do is offered to the next room', async () => {
    const { fetch } = window;
    const { folder } = packsAt('small', 'busy');
    window.fetch = async () => new Response('Later', { status: 503 });
    await learnPacks(folder).finally(() => {
      window.fetch = fetch;
    });
    let asked = 0;
    window.fetch = (...request) => {
      asked += 1;
      return fetch(...request);
    };
    await learnPacks(folder).finally(() => {
      window.fetch = fetch;
    });
    expect(asked).to.equal(1);
  });

  it('that does not exist changes nothing', async () => {
    const before = runnableLanguages();
    await learnPacks(new URL('/__packs/none/small/nowhere/', location.href));
    await learnPacks(new URL('http://127.0.0.1:9/packs/'));
    expect(runnableLanguages()).to.deep.equal(before);
  });
});
