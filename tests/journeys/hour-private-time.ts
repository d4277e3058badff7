// Private time: what the candidate writes in it is nobody else's until it is over, and then comes as one edit.
import assert from 'node:assert/strict';
import { says } from './hour-panels.js';
import { allSee, code, everybody, type Hour, inPanel, panel, pastes, reads, SECRETS } from './hour-people.js';
import { keepsFrom } from './hour-secrets.js';
import { becomes, type Somebody } from './world.js';

const pressed = (ben: Somebody, name: string) =>
  inPanel(ben, 'focus', () => panel(ben, 'focus').getByRole('button', { name, exact: true }).click(), {
    closesItself: true,
  });

export async function privateTime(hour: Hour): Promise<void> {
  const { ada, grace, ben, eve, chronicle } = hour;
  const others = [ada, grace, eve] as const;
  const before = String(await ben.get('value'));
  await chronicle.deed('focus', 'Ben thinks in private', async () => {
    await pressed(ben, 'Start');
    for (const person of others)
      await becomes(() => reads(person, 'code-room-focus [part=focus]'), /Ben is thinking/, 'who is alone');
  });
  await code(ben).click();
  await ben.page.keyboard.press('Control+End');
  await pastes(code(ben), `// ${SECRETS.alone}\n`);
  await ben.types('// and more\n');
  const after = `${before}// ${SECRETS.alone}\n// and more\n`;
  await ben.sees('value', after);
  // The others go on meanwhile, and have what they had.
  await chronicle.deed('chat', 'Grace: Take your time', () => says(grace, 'Take your time'));
  await chronicle.look('thinking in private', ...others);
  assert.equal(await ada.get('value'), before);
  for (const name of ['ada', 'grace', 'eve'] as const) await keepsFrom(hour, name, [SECRETS.alone]);
  await chronicle.deed('focus', 'Ben is back from private time', async () => {
    await pressed(ben, 'Show it now');
    await allSee(everybody(hour), after);
  });
  await chronicle.look('what was shown', ...everybody(hour));
}
