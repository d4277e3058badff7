// Task and notes in an interview: edited among interviewers, and published to the candidate.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { becomes, type Person, World } from './world.js';

const TASK = 'Sort a list of names.';

/** What the person reads as the task. */
const read = ({ page }: Person) => page.locator('code-room-brief .text').textContent();
const draft = ({ page }: Person) => page.locator('code-room-brief [role=textbox]');
const notes = ({ page }: Person) => page.locator('code-room-notes [role=textbox]');
const press = ({ page }: Person, name: string) => page.locator('code-room-brief').getByRole('button', { name }).click();

/** Every text the candidate's task has had. As a string: the page knows none of the helpers a compiler leaves. */
async function watch({ page }: Person): Promise<() => Promise<string[]>> {
  await page.evaluate(`(function look() {
    const brief = document.querySelector('code-room')?.shadowRoot?.querySelector('code-room-brief');
    const text = brief?.shadowRoot?.querySelector('.text')?.textContent ?? '';
    globalThis.seen ??= [];
    if (text !== globalThis.seen.at(-1)) globalThis.seen.push(text);
    requestAnimationFrame(look);
  })()`);
  return () => page.evaluate('globalThis.seen');
}

describe('the task of an interview', { timeout: 420_000 }, () => {
  const world = new World();
  afterEach(() => world.leave());

  it('is edited by one interviewer, survives a reload, is published by another, and reaches the candidate once', async () => {
    const { id, links } = await world.makeRoom({ brief: TASK });
    const [ada, grace, ben] = [await world.person(), await world.person(), await world.person()];
    const heard: string[] = [];
    ben.page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload).toString('latin1'))),
    );
    await ada.enter(links.interviewer);
    await grace.enter(links.interviewer);
    await ben.enter(links.candidate);
    for (const person of [ada, grace, ben]) await becomes(() => read(person), TASK, 'task');
    const seen = await watch(ben);

    await press(ada, 'Edit the task');
    await ada.page.keyboard.type(' Names may repeat.');
    await ada.sees('saved', true);
    await ada.page.reload();
    await ada.sees('status', 'live');
    await ada.page.getByText('A change to the task is not shown yet').waitFor();
    assert.equal(await read(ada), TASK);

    await grace.page.getByText('A change to the task is not shown yet').waitFor();
    await press(grace, 'Edit the task');
    await becomes(() => draft(grace).textContent(), `${TASK} Names may repeat.`, 'draft');
    await grace.page.keyboard.type(' Be quick.');
    await press(grace, 'Done');
    const done = `${TASK} Names may repeat. Be quick.`;
    for (const person of [ada, grace, ben]) await becomes(() => read(person), done, 'task');
    assert.deepEqual(await seen(), [TASK, done]);
    assert.equal(heard.filter((frame) => frame.includes('Names may')).length, 1);

    const secret = links.interviewer.split('#k=')[1];
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ secret });
    const { token } = await (
      await fetch(`${world.url}/api/rooms/${id}/token`, { method: 'POST', headers, body })
    ).json();
    const report = await fetch(`${world.url}/api/rooms/${id}/report`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.ok((await report.text()).includes(done));
  });

  it('has notes beside it whose undo affects only one’s own edits, and cursors appear only after typing', async () => {
    const { links } = await world.makeRoom({ code: 'a = 1\nb = 2\n' });
    const [ada, grace, eve, ben] = await Promise.all([world.person(), world.person(), world.person(), world.person()]);
    await ada.enter(links.interviewer);
    await grace.enter(links.interviewer);
    await eve.enter(links.observer);
    await ben.enter(links.candidate);
    await notes(ada).click();
    await ada.page.keyboard.type('Knows lists.');
    await becomes(() => notes(grace).textContent(), 'Knows lists.', 'notes');
    await ada.page.keyboard.press('Control+a');
    await ada.page.keyboard.press('x');
    await becomes(() => notes(grace).textContent(), 'x', 'notes');
    await notes(grace).press('Control+End');
    await grace.page.keyboard.type('!');
    await becomes(() => notes(ada).textContent(), 'x!', 'notes');
    await ada.page.keyboard.press('Control+z');
    await becomes(() => notes(ada).textContent(), 'Knows lists.!', 'notes');
    await becomes(() => notes(grace).textContent(), 'Knows lists.!', 'notes');

    // The page gives the focus: nobody has gone there themselves.
    for (const person of [eve, ben]) await person.page.evaluate(() => document.querySelector('code-room')?.focus());
    await ada.types('# mine');
    await ben.sees('value', 'a = 1\nb = 2\n# mine');
    const carets = ({ page }: Person) => page.locator('code-room-editor .cm-remoteCaret').count();
    assert.deepEqual([await carets(ada), await carets(ben)], [0, 1]);
    await eve.page.locator('code-room-editor .cm-line').first().click();
    await becomes(() => carets(ada), 1, 'carets');
  });

  it('is printed for interviewers without controls, and without asking for a name', async () => {
    const { links } = await world.makeRoom({ log: 'full', ai: 'allowed' });
    const ada = await world.person();
    await ada.enter(links.interviewer);
    const parts = ['timer', 'focus', 'activity', 'assistant', 'chat', 'scorecard', 'notes'];
    const shown = async (names: string[]) => {
      const seen = names.map((one) => ada.page.locator(`code-room-${one}`).first().isVisible());
      return (await Promise.all(seen)).filter(Boolean).length;
    };
    await becomes(() => shown(['activity', 'assistant', 'chat']), 3, 'buttons of the interview');
    const [edit, name] = [ada.page.locator('code-room-brief button').last(), ada.page.locator('#ask-name')];
    await ada.page.locator('code-room-brief summary').click();
    await becomes(() => edit.isVisible(), true, 'the button');
    await becomes(() => name.isVisible(), true, 'the question');
    await ada.page.emulateMedia({ media: 'print' });
    await becomes(() => edit.isVisible(), false, 'the button on paper');
    await becomes(() => name.isVisible(), false, 'the question on paper');
    await becomes(() => shown(parts), 0, 'parts of the interview on paper');
    await becomes(() => ada.page.locator('code-room-brief .text').isVisible(), true, 'the task on paper');
  });
});
