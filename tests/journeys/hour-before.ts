// Before the hour: the room is made, the candidate tries everything alone, and all come in.
import assert from 'node:assert/strict';
import { Chronicle } from './chronicle.js';
import { everybody, type Hour, press, SECRETS } from './hour-people.js';
import { becomes, type WorldIn } from './world.js';

/** Three seconds, so that the change of phases can be waited for. */
const READING_MINUTES = 0.05;

export async function beforeTheHour(world: WorldIn): Promise<Hour> {
  const room = await world.makeRoom({
    ...{ title: 'The hour', language: 'javascript', lobby: true, rehearsal: true, log: 'full', ai: 'allowed' },
    timer: [
      { name: 'read', minutes: READING_MINUTES },
      { name: 'code', minutes: 25 },
    ],
  });
  const [ada, grace, ben, eve] = [
    await world.person(),
    await world.person(),
    await world.person(),
    await world.person(),
  ];
  const heard = {
    ada: await ada.hears(),
    grace: await grace.hears(),
    ben: await ben.hears(),
    eve: await eve.hears(),
  };
  const hour = { world, room, chronicle: new Chronicle(), ada, grace, ben, eve, heard };
  await rehearse(hour);
  await comeIn(hour);
  return hour;
}

/** The candidate is early, and alone. */
async function rehearse({ ben, room }: Hour): Promise<void> {
  const { page } = ben;
  await ben.enter(room.links.candidate, 'waiting');
  await page.locator('#waiting-name').fill('Ben');
  await page.locator('#waiting-form button').click();
  await page.getByText('It is “The hour”.').waitFor();
  await ben.sees('output', /This computer is ready\./, { nth: 1, within: 60_000 });
  await ben.writes(`console.log("${SECRETS.rehearsed}")`, 1);
  await ben.presses(/^Run/, 1);
  await ben.sees('output', `${SECRETS.rehearsed}\n`, { nth: 1, within: 60_000 });
}

async function comeIn(hour: Hour): Promise<void> {
  const { room, ada, grace, ben, eve } = hour;
  for (const [person, name] of [
    [ada, 'Ada'],
    [grace, 'Grace'],
  ] as const) {
    await person.enter(room.links.interviewer);
    await person.page.locator('#ask-name input').fill(name);
    await person.page.locator('#ask-name button').first().click();
    await person.sees('name', name);
  }
  await eve.enter(room.links.observer, 'waiting');
  await eve.page.locator('#waiting-name').fill('Eve');
  await eve.page.locator('#waiting-form button').click();
  await press(ada, 'Admit Ben');
  await press(grace, 'Admit Eve');
  for (const person of [ben, eve]) await person.sees('status', 'live');
  await becomes(() => ben.page.locator('code-room').count(), 1, 'rooms on the page');
  const here = (person: Hour['ada']) =>
    person.page.evaluate('document.querySelector("code-room").people.map(({ name }) => name).sort().join()');
  for (const person of everybody(hour)) await becomes(() => here(person), 'Ada,Ben,Eve,Grace', 'people');
  for (const person of [ben, eve]) assert.equal(await person.page.locator('code-room-notes').count(), 0);
}
