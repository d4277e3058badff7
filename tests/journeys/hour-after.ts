// After the hour: scorecards that nobody sees before their own, the end, the report, and what each may take along.
import assert from 'node:assert/strict';
import { everybody, type Hour, press, reads, SECRETS } from './hour-people.js';
import { compareReport } from './hour-report.js';
import { answerTo, keepsFrom } from './hour-secrets.js';
import { becomes, type Somebody } from './world.js';

const card = ({ page }: Somebody) => page.locator('code-room-scorecard');

/** A level of the first criterion with what it rests on, and a summary. */
async function score(person: Somebody, level: number, words: string): Promise<void> {
  const first = card(person).locator('.criterion').first();
  const opened = () => card(person).locator('details.card').getAttribute('open');
  if ((await opened()) === null) await card(person).locator('details.card>summary').click();
  await first.locator('summary').first().click();
  await first
    .locator('.level input')
    .nth(level - 1)
    .click();
  await first.locator('textarea').fill(`${words} evidence`);
  await card(person).locator('.body>.field textarea').fill(`${words} summary`);
}

async function handIn(person: Somebody): Promise<void> {
  await card(person).getByRole('button', { name: 'Hand in', exact: true }).click();
  await card(person).getByText('Side by side').waitFor();
}

/** The second interviewer learns nothing of the first one's scores before hers are in. */
export async function scorecards(hour: Hour): Promise<void> {
  const { ada, grace, chronicle } = hour;
  await score(ada, 3, SECRETS.scores);
  await score(grace, 1, SECRETS.second);
  await chronicle.deed('score', 'Ada hands in a scorecard', () => handIn(ada));
  await keepsFrom(hour, 'grace', [SECRETS.scores]);
  await keepsFrom(hour, 'ada', [SECRETS.second]);
  assert.match(await (await answerTo(hour, 'grace', '/report')).text(), /left out until you have handed in your own/);
  await chronicle.deed('score', 'Grace hands in a scorecard', () => handIn(grace));
  for (const person of [ada, grace]) {
    const compared = () => reads(person, 'code-room-scorecard [part=compared]');
    await becomes(compared, /Two levels apart or more/, 'the scores side by side');
    for (const words of [SECRETS.scores, SECRETS.second])
      await becomes(compared, new RegExp(words), 'the scores side by side');
  }
}

/** All is read-only from now on. */
export async function theEnd(hour: Hour): Promise<void> {
  const { ada, ben, chronicle } = hour;
  // What a browser asks with a window of its own is answered with yes.
  await ada.page.evaluate('globalThis.confirm = () => true');
  await press(ada, 'End interview');
  for (const person of everybody(hour)) await person.sees('status', 'ended');
  await ben.page.locator('#ended').getByRole('button').waitFor();
  await chronicle.look('the end', ...everybody(hour));
}

/** As data, as text and as a page; and the version for the candidate. */
export async function reports(hour: Hour): Promise<void> {
  const { ada, chronicle } = hour;
  compareReport(chronicle, await (await answerTo(hour, 'ada', '/report', 'application/json')).json());
  const text = await (await answerTo(hour, 'ada', '/report')).text();
  const [all, candidates] = [await reportPage(hour, ''), await reportPage(hour, 'candidate')];
  for (const words of ['Free slots', 'Double it', 'Hello from Ben', 'From my own notes', 'Says what is in it'])
    for (const [where, report] of Object.entries({ text, all }))
      assert.ok(report.includes(words), `${words}, ${where}`);
  const { notes, scores, second, aside, hidden, alone, rehearsed } = SECRETS;
  for (const secret of [notes, scores, second, aside, hidden, alone])
    for (const [where, report] of Object.entries({ text, all }))
      assert.ok(report.includes(secret), `${secret}, ${where}`);
  const version = await (await answerTo(hour, 'ada', '/report?for=candidate')).text();
  const mine = await (await answerTo(hour, 'ben', '/mine')).text();
  for (const [where, own] of Object.entries({ candidates, version, mine })) {
    for (const words of ['Free slots', 'Double it', 'From my own notes', alone])
      assert.ok(own.includes(words), `${words}, ${where}`);
    for (const secret of [notes, scores, second, aside, hidden, rehearsed])
      assert.ok(!own.includes(secret), `${secret}, ${where}`);
  }
  await ada.sees('status', 'ended');
}

async function reportPage({ ada }: Hour, version: '' | 'candidate'): Promise<string> {
  const name = version ? 'Report for the candidate' : 'Read the report';
  const page = await ada.opens(() => ada.page.getByRole('link', { name }).click());
  await page.locator('article.report').waitFor();
  const text = await page.locator('article.report').textContent();
  await page.close();
  return text ?? '';
}
