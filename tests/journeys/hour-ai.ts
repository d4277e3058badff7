// Help from elsewhere: what is pasted and explained, what the AI answers, and what an agent with a seat proposes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import WebSocket from 'ws';
import { Session } from '../../components/session/session.js';
import type { AskedOfAi } from '../fixtures/ai-service.js';
import { allSee, code, everybody, type Hour, INTERVIEWERS_OWN, inPanel, panel, pastes, press } from './hour-people.js';
import { becomes } from './world.js';

const SOLUTION = readFileSync('demo/questions/free-slots/javascript/solution/main.js', 'utf8');
const WHY = 'From my own notes';

/** The log has it in the same words for candidate and interviewers; an observer has no log. */
export async function activity(hour: Hour): Promise<void> {
  const { ada, ben, eve, chronicle } = hour;
  const all = everybody(hour);
  const lines = SOLUTION.trimEnd().split('\n').length;
  const words = `Pasted ${SOLUTION.length} characters (${lines} lines) from outside this room into main.js, line 1`;
  await chronicle.deed('activity', `Ben: ${words} (“${WHY}”)`, async () => {
    await code(ben).click();
    await ben.page.keyboard.press('Control+a');
    await pastes(code(ben), SOLUTION);
    await allSee(all, SOLUTION);
    await chronicle.look('the paste', ...all);
    await inPanel(ben, 'activity', async () => {
      await panel(ben, 'activity').getByText(words).waitFor();
      await panel(ben, 'activity').locator('input').fill(WHY);
      await panel(ben, 'activity').getByRole('button', { name: 'Add', exact: true }).click();
      await panel(ben, 'activity').locator('.why').getByText(WHY).waitFor();
    });
    await inPanel(ada, 'activity', async () => {
      await panel(ada, 'activity').getByText(words).waitFor();
      await panel(ada, 'activity').locator('.why').getByText(WHY).waitFor();
    });
  });
  assert.equal(await eve.page.locator('code-room-activity button').count(), 0);
}

/** The candidate asks; everybody reads question and answer. The AI reads the code, and nothing that is the interviewers’ own. */
export async function asking(hour: Hour, asked: readonly AskedOfAi[]): Promise<void> {
  const { ben, chronicle } = hour;
  const question = 'How do I sort a copy?';
  await chronicle.deed('talk', `Ben asks the AI: ${question}`, () =>
    inPanel(ben, 'assistant', async () => {
      await panel(ben, 'assistant').locator('textarea').fill(question);
      await panel(ben, 'assistant').getByRole('button', { name: 'Ask', exact: true }).click();
      await panel(ben, 'assistant').getByText(`You asked: Ben asks: ${question}`).waitFor();
    }),
  );
  for (const person of everybody(hour))
    await inPanel(person, 'assistant', () =>
      panel(person, 'assistant').getByText(`You asked: Ben asks: ${question}`).waitFor(),
    );
  const sent = JSON.stringify(asked.map(({ body }) => body));
  assert.ok(sent.includes('freeFrom'), 'the AI reads the code');
  for (const secret of INTERVIEWERS_OWN) assert.ok(!sent.includes(secret), `the AI reads ${secret}`);
}

/** A program of one’s own on the assistant’s link; `heard` gets all that reaches it. */
async function seat(link: string, heard: string[]): Promise<Session> {
  const { origin, pathname, hash } = new URL(link);
  const room = pathname.split('/').at(-1) ?? '';
  let personKey: string | undefined;
  const getToken = async () => {
    const body = JSON.stringify({ secret: hash.slice('#k='.length), name: 'Agent', personKey });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${origin}/api/rooms/${room}/token`, { method: 'POST', headers, body });
    const given = (await answer.json()) as { token: string; personKey: string };
    personKey = given.personKey;
    return given.token;
  };
  class Overheard extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      this.on('message', (frame: Buffer | ArrayBuffer) => heard.push(Buffer.from(frame as Buffer).toString('latin1')));
    }
  }
  const session = new Session({ host: origin, room, name: 'Agent', getToken, WebSocket: Overheard });
  session.connect();
  return session;
}

/** Two proposals: one is accepted, and one declined. */
export async function agent(hour: Hour): Promise<void> {
  const { ada, ben, chronicle } = hour;
  const all = everybody(hour);
  await press(ada, /^Get a link: assistant$/i);
  const link = ada.page.locator('#link-assistant', { hasText: '#k=' });
  await link.waitFor();
  const heard: string[] = [];
  const session = await seat((await link.textContent()) ?? '', heard);
  try {
    await press(ada, 'Admit Agent');
    await becomes(async () => session.status, 'live', 'the agent');
    const before = String(await ben.get('value'));
    await becomes(async () => session.document.text.toString(), before, 'what the agent reads');
    const after = before.replace('const slots = [];', 'const slots = []; // [start, end]');
    assert.notEqual(after, before);
    await chronicle.deed('proposal', 'Agent proposes a change: Says what is in it.', () =>
      session.propose({ newText: after, why: 'Says what is in it.' }),
    );
    await inPanel(ben, 'assistant', async () => {
      await chronicle.deed('proposal', 'Ben accepts a proposal', async () => {
        await panel(ben, 'assistant')
          .getByRole('button', { name: /^Accept: .*Agent/ })
          .click();
        await allSee(all, after);
      });
      await chronicle.look('what was accepted', ...all);
      await becomes(async () => session.document.text.toString(), after, 'what the agent reads');
      await chronicle.deed('proposal', 'Agent proposes a change: Shorter.', () =>
        session.propose({ newText: '// gone\n', why: 'Shorter.' }),
      );
      await chronicle.deed('proposal', 'Ben declines a proposal', async () => {
        await panel(ben, 'assistant')
          .getByRole('button', { name: /^Decline: .*Agent/ })
          .click();
        await panel(ben, 'assistant').getByText('has declined this').waitFor();
      });
    });
    await chronicle.look('what was declined', ...all);
    assert.match(heard.join(''), /Hello from Ben/);
    for (const secret of INTERVIEWERS_OWN) assert.ok(!heard.join('').includes(secret), `the agent hears ${secret}`);
  } finally {
    session.close();
  }
}
