// Random scenarios of real pages around a real server: whatever breaks, all copies are equal, and every mark is there once.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { amount, seed } from '../amount.js';
import { Network } from '../fixtures/network.js';
import { Dice } from '../room/world.js';
import { becomes, type Links, type Person, World } from './world.js';

const WORLDS = amount(3, 50);
const STEPS = 25;
const PEOPLE = 3;
const KEYS = ['Home', 'End', 'Control+Home', 'Control+End', 'ArrowUp', 'ArrowDown', 'Control+ArrowLeft'];

/** One character, which no later mark can be put into. */
const mark = (n: number): string => String.fromCodePoint(0x1f300 + n);

interface Seat {
  person: Person;
  network: Network;
}

describe('random scenarios', { timeout: 1_800_000 }, () => {
  const world = new World();
  const seats: Seat[] = [];
  let port = 0;

  before(async () => {
    port = Number(new URL(world.url).port);
    for (let n = 0; n < PEOPLE; n++) {
      const person = await world.person();
      person.page.on('dialog', (dialog) => void dialog.accept());
      seats.push({ person, network: await Network.to(port) });
    }
  });
  afterEach(() => {
    for (const { person } of seats) person.said.length = 0; // Browsers speak of every connection that breaks.
  });
  after(async () => {
    for (const { network } of seats) await network.close();
    await world.leave();
  });

  const heal = ({ network }: Seat): void => {
    network.roomless = false;
    network.delayMs = 0;
  };

  /** One input event, as from a keyboard that writes whole words. */
  async function write({ person: { page } }: Seat, text: string, dice: Dice): Promise<void> {
    const content = page.locator('code-room-editor .cm-content');
    await content.evaluate((element) => (element as HTMLElement).focus());
    await page.keyboard.press(KEYS[dice.below(KEYS.length)] ?? 'End');
    await page.keyboard.insertText(text);
    if (dice.chance(15)) await page.keyboard.press('Enter');
  }

  async function breakSomething(seat: Seat, dice: Dice): Promise<void> {
    const { network, person } = seat;
    const roll = dice.below(100);
    if (roll < 30) network.cut();
    else if (roll < 50) {
      network.roomless = true;
      network.cut();
    } else if (roll < 65) heal(seat);
    else if (roll < 75) network.delayMs = dice.below(80);
    else if (roll < 90) await person.page.evaluate(() => dispatchEvent(new Event('online')));
    else {
      // Out of the room's reach a page can show what it keeps for the room; what is saved, only the room has.
      if (await person.get('saved')) heal(seat);
      await person.page.reload();
      await person.page.locator('code-room-editor .cm-content').waitFor();
    }
  }

  /** The one text that everybody has, with every mark once, when everything has been said and is saved. */
  async function agreed(marks: number): Promise<string> {
    for (const { person } of seats) {
      await person.page.evaluate(() => dispatchEvent(new Event('online')));
      await person.sees('status', 'live', { within: 30_000 });
      await person.sees('saved', true, { within: 30_000 });
    }
    const texts = () => Promise.all(seats.map(async ({ person }) => String(await person.get('value'))));
    // What is saved has been told to everybody, but may still be on its way to some.
    await becomes(async () => new Set(await texts()).size, 1, 'the number of different texts');
    const [text = ''] = await texts();
    for (let n = 0; n < marks; n++) {
      assert.equal(text.split(mark(n)).length - 1, 1, `${mark(n)} (${n}) is there once in ${text}`);
    }
    return text;
  }

  /** For whoever has to find out why a world did not agree. */
  async function standing({ id, links }: { id: string; links: Links }): Promise<string> {
    const lines = await Promise.all(
      seats.map(async ({ person }) => {
        const told = ['status', 'saved', 'unsaved', 'value'].map(async (name) => [name, await person.get(name)]);
        return JSON.stringify(Object.fromEntries(await Promise.all(told)));
      }),
    );
    const rooms = `${world.url}/api/rooms/${id}`;
    const secret = new URL(links.interviewer).hash.slice('#k='.length);
    const headers = { 'content-type': 'application/json' };
    const access = await fetch(`${rooms}/token`, { method: 'POST', headers, body: JSON.stringify({ secret }) });
    const { token } = (await access.json()) as { token: string };
    const answer = await fetch(`${rooms}/diagnostics`, { headers: { authorization: `Bearer ${token}` } });
    return [...lines, await answer.text()].join('\n');
  }

  it(`all copies are equal and no mark is lost or doubled, in ${WORLDS} scenarios from seed ${seed}`, async () => {
    for (let at = seed; at < seed + WORLDS; at++) {
      const dice = new Dice(at);
      const room = await world.makeRoom({ code: '' });
      for (const seat of seats) {
        heal(seat);
        await seat.person.enter(room.links.candidate.replace(world.url, seat.network.url));
      }
      const crashAt = dice.below(STEPS * 3);
      let marks = 0;
      for (let step = 0; step < STEPS; step++) {
        const seat = seats[dice.below(PEOPLE)] as Seat;
        if (step === crashAt) await world.restart({ crash: true });
        if (dice.chance(70)) await write(seat, mark(marks++), dice);
        else await breakSomething(seat, dice);
      }
      for (const seat of seats) heal(seat);
      const text = await agreed(marks).catch(async (error: Error) => {
        assert.fail(`seed ${at}: ${error.message}\n${await standing(room)}`);
      });
      for (const { person } of seats) {
        const lines = await person.page.locator('code-room-editor .cm-line').allTextContents();
        assert.equal(lines.join('\n'), text, `seed ${at}: the editor shows the text`);
      }
    }
  });
});
