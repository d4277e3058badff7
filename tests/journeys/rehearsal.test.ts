// Before the hour: the candidate's link opens a room of one's own, which becomes the real room when an interviewer is there.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { browsersOf } from './browsers.js';
import { becomes, type Person, type Somebody, World, WorldIn } from './world.js';

const CANARY = 'canary-77d1';

const SCRATCH = { nth: 1, within: 60_000 };
const outcome = (person: Pick<Somebody, 'page'>, check: string) =>
  person.page.locator(`[data-check="${check}"] [data-outcome]`).textContent();

for (const browser of browsersOf(import.meta.url))
  describe(`before an interview, in ${browser}`, { timeout: 420_000 }, () => {
    const world = new WorldIn(browser);
    afterEach(() => world.leave());

    it('a candidate tries everything in a room that nobody sees, and is in the real one by itself, without what they tried', async () => {
      const facts = { title: 'Interview with Ben', language: 'javascript', code: `// ${CANARY}\n`, rehearsal: true };
      const { links } = await world.makeRoom(facts);
      const [ada, ben] = [await world.person(), await world.person()];
      const heard = await ben.hears();
      await ben.enter(links.candidate, 'waiting');
      await ben.page.getByText('It is “Interview with Ben”.').waitFor();
      await ben.page.getByText('No interviewer is here yet.').first().waitFor();
      await ben.sees('output', /This computer is ready\./, SCRATCH);
      await becomes(() => outcome(ben, 'language'), 'Ready', 'the language');
      await becomes(() => outcome(ben, 'sandbox'), 'Ready', 'the sandbox');
      await becomes(() => outcome(ben, 'connection'), 'Ready', 'the connection');
      await ben.writes('console.log("only mine")', 1);
      await ben.presses(/^Run/, 1);
      await ben.sees('output', 'only mine\n', SCRATCH);
      await ben.types('//', 1);
      assert.ok(!heard.join().includes(CANARY), 'nothing of the room reaches whoever waits');

      const seen = await ada.hears();
      await ada.enter(links.interviewer);
      await ben.sees('status', 'live');
      const alone = () => ben.page.locator('code-room').count();
      await becomes(alone, 1, 'rooms on the page');
      await ben.page.getByText('From here on the others see what you write.').waitFor();
      assert.equal(await ben.page.evaluate('document.activeElement.id'), 'arrived', 'nobody goes on typing unawares');
      await ben.sees('value', new RegExp(`^// ${CANARY}`));
      // The line above goes with the first press, and not from under it.
      await ben.page.locator('code-room-chat button.open').click();
      await ben.page.locator('code-room-chat .panel').waitFor();
      await becomes(() => ben.page.locator('#arrived').evaluate(({ hidden }) => hidden), true, 'the line is gone');
      await ben.page.keyboard.press('Escape');
      await ben.types('x');
      await ada.sees('value', /x$/);
      assert.ok(!seen.join().includes('only mine'), 'nobody hears of what was tried');
    });
  });

describe('the check of this computer', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave({ saying: /WebSocket|indexedDB/i }));

  const advice = async (person: Person, check: string): Promise<string> => {
    const words = person.page.locator(`[data-check="${check}"] [data-advice]`);
    await words.waitFor();
    return (await words.textContent()) ?? '';
  };

  it('says in words what does not work on this computer, and what to do', async () => {
    const { links } = await world.makeRoom({ rehearsal: true, language: 'python' });
    const ben = await world.person({ viewport: { width: 390, height: 800 } });
    await ben.page.addInitScript(() => {
      WebAssembly.validate = () => {
        throw new Error('forbidden');
      };
      const now = Date.now.bind(Date);
      Date.now = () => now() + 12 * 60_000;
      indexedDB.open = () => {
        const opening = {} as IDBOpenDBRequest;
        setTimeout(() => opening.onerror?.(new Event('error')));
        return opening;
      };
    });
    await ben.page.route('**/sandbox*', (route) => route.abort());
    await ben.page.goto(links.candidate);
    assert.match(await advice(ben, 'webassembly'), /does not allow it\. Turn off its strictest mode/);
    assert.match(await advice(ben, 'clock'), /It is 12 minutes ahead\. Set it/);
    assert.match(await advice(ben, 'storage'), /not private/);
    assert.match(await advice(ben, 'screen'), /wider/);
    assert.match(await advice(ben, 'language'), /The runner at .* did not answer/);
    assert.match(await advice(ben, 'sandbox'), /Its frame did not open/);
    assert.deepEqual([await outcome(ben, 'workers'), await outcome(ben, 'clock')], ['Ready', 'Not ideal']);
    await ben.page.getByText(/^\d things want a look\.$/).waitFor();
    ben.said.splice(0);
  });

  it('ends where a browser forbids already asking for storage', async () => {
    const { links } = await world.makeRoom({ rehearsal: true, language: 'javascript' });
    const ben = await world.person();
    await ben.page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('Denied', 'SecurityError');
      };
    });
    await ben.page.goto(links.candidate);
    assert.match(await advice(ben, 'storage'), /not private/);
    await ben.sees('output', /This computer is ready\./, SCRATCH);
    await ben.page.getByText('One thing wants a look.').waitFor();
    ben.said.splice(0);
  });

  it('says so when the server answers, but the socket does not open, and goes on by itself when it does', async () => {
    const { links } = await world.makeRoom({ language: 'javascript' });
    const ben = await world.person();
    let open = false;
    await ben.page.routeWebSocket(/parties/, (socket) => {
      if (open) socket.connectToServer();
      else void socket.close({ code: 1006 });
    });
    await ben.page.goto(links.candidate);
    assert.match(await advice(ben, 'connection'), /WebSockets do not get through/);
    open = true;
    await ben.sees('status', 'live', { within: 30_000 });
    await becomes(() => ben.page.locator('#waiting').isVisible(), false, 'the waiting room');
    ben.said.splice(0);
  });
});
