// What goes on beside the code: chat, timer, showing each other places, notes and noted moments.
import { allSee, choose, code, everybody, type Hour, inPanel, panel, pastes, reads, SECRETS } from './hour-people.js';
import { becomes, type Somebody } from './world.js';

export async function says(person: Somebody, text: string, to?: 'Interviewers only'): Promise<void> {
  await inPanel(person, 'chat', async () => {
    if (to) await choose(person, 'code-room-chat select', to);
    await panel(person, 'chat').locator('textarea').fill(text);
    await panel(person, 'chat').getByRole('button', { name: 'Send', exact: true }).click();
    await panel(person, 'chat').locator('.log').getByText(text).waitFor();
  });
}

const chatOf = ({ page }: Somebody) =>
  page.evaluate('document.querySelector("code-room").chat.map(({ text }) => text).join()') as Promise<string>;

export async function chat(hour: Hour): Promise<void> {
  const { ada, grace, ben, chronicle } = hour;
  await chronicle.deed('chat', 'Ben: Hello from Ben', async () => {
    await says(ben, 'Hello from Ben');
    for (const person of everybody(hour)) await becomes(() => chatOf(person), 'Hello from Ben', 'chat');
  });
  await chronicle.deed('chat', `Ada (to interviewers): ${SECRETS.aside}`, async () => {
    await says(ada, SECRETS.aside, 'Interviewers only');
    await becomes(() => chatOf(grace), `Hello from Ben,${SECRETS.aside}`, 'chat');
  });
}

const timerOf = (person: Somebody) => reads(person, 'code-room-timer [part=timer]');

/** Started, from phase to phase, stopped, gone on, and more of it for one. */
export async function timer(hour: Hour): Promise<void> {
  const { ada, ben, chronicle } = hour;
  const all = everybody(hour);
  const allRead = async (words: RegExp) => {
    for (const person of all) await becomes(() => timerOf(person), words, 'timer');
  };
  await allRead(/read.*not started/);
  const setting = (name: string) => panel(ada, 'timer').getByRole('button', { name, exact: true }).click();
  await inPanel(ada, 'timer', async () => {
    await chronicle.deed('timer', 'Timer: code', async () => {
      await chronicle.deed('timer', 'Timer: read', () => setting('Start'));
      await allRead(/code2\d:\d\d$/);
    });
    await chronicle.deed('timer', 'The timer stands still', async () => {
      await setting('Pause');
      await allRead(/paused/);
    });
    await chronicle.deed('timer', 'The timer goes on', async () => {
      await setting('Go on');
      await allRead(/code2\d:\d\d$/);
    });
    await choose(ada, 'code-room-timer select', 'Ben');
    await setting('Add minutes');
    await becomes(() => timerOf(ben), /code(2[6-9]|30):\d\d$/, 'timer of Ben');
    await becomes(() => timerOf(ada), /code2[0-5]:\d\d$/, 'timer of Ada');
  });
}

/** An interviewer follows the candidate, points, and asks to look somewhere. */
export async function together(hour: Hour): Promise<void> {
  const { ada, grace, ben } = hour;
  const line = 'export function freeSlots';
  await ben.page.locator('code-room-editor .cm-line', { hasText: line }).click();
  const row = ada.page.locator('code-room-people button', { hasText: 'Ben' });
  await row.waitFor();
  await row.click();
  await row.click();
  const frame = (person: Somebody) => person.page.locator('code-room-editor [data-followed]').count();
  await becomes(() => frame(ada), 1, 'the frame of whom Ada follows');
  await ada.page.locator('code-room-editor .cm-line', { hasText: line }).click();
  await becomes(() => frame(ada), 0, 'the frame after a click of her own');

  const ring = (person: Somebody) => person.page.locator('code-room-editor .cm-placeMark', { hasText: 'Ada' });
  // It fades by itself, and where nobody looked in time one points again.
  const pointed = async () => {
    await ada.page.keyboard.press('F9');
    return (await ring(ben).count()) > 0;
  };
  await becomes(pointed, true, 'the place that Ada points to is marked');
  await ada.page.keyboard.press('Shift+F9');
  const asked = ({ page }: Somebody) => page.locator('code-room-people .asked');
  await asked(ben)
    .getByText(/Ada: look at .*line 2/)
    .waitFor();
  await asked(ben).getByRole('button', { name: 'Go there', exact: true }).click();
  await becomes(() => asked(ben).count(), 0, 'what Ben is asked');
  await becomes(async () => (await reads(ben, 'code-room-editor .cm-activeLine'))?.includes(line), true, 'his line');
  await asked(grace).getByRole('button', { name: 'Dismiss' }).click();
}

/** Notes in words, and moments by a key. */
export async function notes(hour: Hour): Promise<void> {
  const { ada, grace, chronicle } = hour;
  const field = ({ page }: Somebody) => page.locator('code-room-notes [role=textbox]');
  await chronicle.deed('note', 'Ada writes notes', async () => {
    await field(ada).click();
    await pastes(field(ada), SECRETS.notes);
    await becomes(() => field(grace).textContent(), new RegExp(SECRETS.notes), 'notes');
  });
  for (const [person, key, word] of [
    [ada, 2, 'Good'],
    [grace, 3, 'Doubt'],
  ] as const)
    await chronicle.deed('moment', word, async () => {
      await code(person).click();
      await person.page.keyboard.press(`Alt+Shift+Digit${key}`);
      await becomes(
        async () => (await ada.page.locator('code-room-notes [part=moment]').allTextContents()).join(),
        new RegExp(word),
        'moments',
      );
    });
  await allSee(everybody(hour), String(await hour.ben.get('value')));
  await chronicle.look('the notes', ...everybody(hour));
}
