// Before and after the interview: templates, arrival, downloads, report and replay.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, describe, it } from 'node:test';
import { becomes, type Person, World } from './world.js';

describe('before and after an interview', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  const press = (person: Person, name: string) => person.page.getByRole('button', { name, exact: true }).click();
  const accepting = (person: Person) => person.page.on('dialog', (dialog) => void dialog.accept());

  async function download(person: Person, start: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([person.page.waitForEvent('download'), start()]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  }

  for (const javaScriptEnabled of [true, false])
    it(`a template can be read before a room is created from it, ${javaScriptEnabled ? 'in the form' : 'without scripts on a page'}`, async () => {
      const ada = await world.person({ javaScriptEnabled });
      await ada.page.goto(world.url);
      await ada.page.getByText('Task, starter code and more').click();
      if (javaScriptEnabled) await ada.page.getByLabel('Start from').selectOption('two-sum');
      else await ada.page.getByRole('link', { name: 'Read all templates' }).click();
      await ada.page.getByText('Given a list of whole numbers').waitFor();
      await ada.page.getByText('def two_sum(numbers, target):').waitFor();
    });

  it('a name is asked for while the room is already open, is suggested next time, and can be skipped', async () => {
    const { links } = await world.makeRoom();
    const [ada, ben] = [await world.person(), await world.person()];
    await ben.enter(links.candidate);
    const ask = ben.page.getByRole('form', { name: 'Name' });
    await ask.waitFor();
    await ben.types('x');
    await ben.sees('value', 'x');
    assert.match(String(await ben.get('name')), /^Guest \d$/, 'who says nothing is in the room all the same');
    await ask.getByRole('textbox').fill('Ben');
    await ask.getByRole('textbox').press('Enter');
    await ben.sees('name', 'Ben');
    await ask.waitFor({ state: 'hidden' });
    await ben.page.keyboard.type('y');
    await ben.sees('value', /y/);
    await ben.page.reload();
    await ben.sees('status', 'live');
    await ben.sees('name', 'Ben');
    assert.equal(await ask.isVisible(), false);

    const other = await world.makeRoom();
    await ben.enter(other.links.candidate);
    assert.match(String(await ben.get('name')), /^Guest/, 'the next person at this computer may be another');
    await ask.waitFor();
    assert.equal(await ask.getByRole('textbox').inputValue(), 'Ben');
    await press(ben, 'Skip');
    await ask.waitFor({ state: 'hidden' });
    await ben.page.reload();
    await ben.sees('status', 'live');
    assert.equal(await ask.isVisible(), false);

    await ada.enter(links.interviewer);
    await ada.page.getByRole('form', { name: 'Name' }).waitFor();
    await ada.page.locator('code-room').getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.keyboard.press('Enter');
    await ada.page.getByRole('form', { name: 'Name' }).waitFor({ state: 'hidden' });
  });

  it('somebody in the waiting room is shown in the title of the interviewer’s tab, optionally with a sound', async () => {
    const { links } = await world.makeRoom({ title: 'Hour', lobby: true });
    const [ada, ben, cat] = [await world.person(), await world.person(), await world.person()];
    await ada.page.addInitScript(() => {
      const sounds = { count: 0 };
      Object.assign(globalThis, { sounds });
      // A test that asks the page something counts as a person who acts; a person who has only loaded it again does not.
      if (performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload'))
        Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } });
      const { start } = OscillatorNode.prototype;
      OscillatorNode.prototype.start = function (when) {
        sounds.count++;
        start.call(this, when);
      };
    });
    const sounds = () => ada.page.evaluate(() => (globalThis as unknown as { sounds: { count: number } }).sounds.count);
    const title = () => ada.page.title();
    await ada.enter(links.interviewer);
    await becomes(title, 'Hour – code-room', 'the title');
    const box = ada.page.getByRole('checkbox', { name: 'Play a sound when somebody is waiting' });
    assert.equal(await box.isChecked(), false);
    await ben.page.goto(links.candidate);
    await becomes(title, '● Guest is waiting – Hour – code-room', 'the title');
    assert.equal(await sounds(), 0, 'silent unless it is wanted');
    await ben.page.getByLabel('Your name').fill('Ben');
    await ben.page.keyboard.press('Enter');
    await becomes(title, '● Ben is waiting – Hour – code-room', 'the title');
    await box.check();
    const heard = await sounds();
    assert.ok(heard > 0, 'what it sounds like is heard at once');
    await cat.page.goto(links.candidate);
    await becomes(title, '● 2 people are waiting – Hour – code-room', 'the title');
    assert.ok((await sounds()) > heard);
    await press(ada, 'Admit Ben');
    await becomes(title, '● Guest is waiting – Hour – code-room', 'the title');
    // Whoever is waiting already when the page is loaded again is not missed because the panel comes late.
    let comes = () => {};
    const late = new Promise<void>((resolve) => (comes = resolve));
    await ada.page.route('**/desk.js*', (route) => late.then(() => route.continue()));
    await ada.page.reload();
    await becomes(title, '● Guest is waiting – Hour – code-room', 'the title');
    assert.equal(await sounds(), 0, 'silent where the browser allows no sound, and no word of it in the console');
    comes();
    await box.waitFor();
    await press(ada, 'Decline Guest');
    await becomes(title, 'Hour – code-room', 'the title');
    await ada.page.reload();
    await ada.sees('status', 'live');
    await box.waitFor();
    await becomes(() => box.isChecked(), true, 'the choice, remembered');
    cat.said.splice(0);
  });

  it('another interviewer gets a link, and nobody inside is disconnected', async () => {
    const { links } = await world.makeRoom();
    const [ada, grace, ben, cat] = (await Promise.all([1, 2, 3, 4].map(() => world.person()))) as [
      Person,
      Person,
      Person,
      Person,
    ];
    accepting(ada);
    await ben.enter(links.candidate);
    await grace.enter(links.interviewer);
    await press(grace, 'Get a link: candidate');
    const link = grace.page.locator('#link-candidate', { hasText: '#k=' });
    await link.waitFor();
    const second = (await link.textContent()) ?? '';
    assert.notEqual(second, links.candidate);
    await cat.enter(second);
    assert.deepEqual([await cat.get('personRole'), await ben.get('status')], ['candidate', 'live']);
    await grace.page.reload();
    assert.equal(await link.textContent(), second, 'remembered by this browser');
    assert.equal(await grace.page.getByRole('button', { name: 'Get a link: candidate' }).isVisible(), false);

    await ada.enter(links.interviewer);
    await press(ada, 'New link: candidate');
    for (const person of [ben, cat]) {
      await person.sees('status', 'refused');
      person.said.splice(0);
    }
  });

  it('after the end, report and replay are above the room, and candidates download their code as files', async () => {
    const { links } = await world.makeRoom({ title: 'Hour / one', code: 'print("hi")\n' });
    const [ada, ben] = [await world.person({ viewport: { width: 390, height: 800 } }), await world.person()];
    accepting(ada);
    await ada.enter(links.interviewer);
    await ben.enter(links.candidate);
    await ben.types('# mine');
    await ada.sees('value', /# mine/);
    await press(ada, 'Interviewer panel');
    const end = ada.page.getByRole('button', { name: 'End interview' });
    await end.waitFor();
    const place = await end.boundingBox();
    assert.ok(place && place.y + place.height <= 800, 'in sight before anybody scrolls');
    await press(ada, 'End interview');
    await ben.sees('status', 'ended');
    assert.equal(await ben.page.getByRole('form', { name: 'Name' }).isVisible(), false, 'nobody is asked any more');
    const ended = ada.page.locator('#ended');
    await ended.getByRole('link', { name: 'Watch the replay' }).waitFor();
    const box = await ended.boundingBox();
    assert.ok(box && box.y < 100, 'at the top, whatever the panel does');
    const report = await download(ada, () => ended.getByRole('button', { name: 'Report' }).click());
    assert.match(report.text, /Started \d\d:\d\d, ended \d\d:\d\d \(less than 1 min\)/);
    assert.equal(await ada.page.getByRole('link', { name: 'Watch the replay' }).count(), 1);

    const code = await download(ben, () => ben.page.locator('#ended').getByRole('button').click());
    assert.equal(code.name, 'Hour - one code.zip');
    assert.ok(code.text.startsWith('PK'), 'a zip');
    assert.match(code.text, /main\.py.*print\("hi"\)\n# mine/s);
    await press(ben, 'What is kept');
    const log = await download(ben, () => press(ben, 'Download my activity log'));
    assert.ok(JSON.parse(log.text).activity.length > 0);
    await press(ada, 'Reopen');
    await ended.waitFor({ state: 'hidden' });
  });
});
