// Where something that is secret could have got to: what reached somebody, what their page shows and stores, and all that they may download.
import assert from 'node:assert/strict';
import { type Hour, INTERVIEWERS_OWN } from './hour-people.js';
import { kept } from './page-contents.js';

export type Name = keyof Hour['heard'];

const EXPORTS = [
  '',
  '/code',
  '/mine',
  '/questions',
  '/replay',
  '/replay?private=1',
  '/report',
  '/report?for=candidate',
];

/** What the room answers to this person, with the token that their page has got. */
export async function answerTo(hour: Hour, who: Name, path: string, accept = '*/*'): Promise<Response> {
  const [, token] = /.*"token":"([^"]+)"/s.exec(hour.heard[who].join('\n')) ?? [];
  assert.ok(token, `${who} has no token`);
  const headers = { authorization: `Bearer ${token}`, accept };
  const get = () => fetch(`${hour.world.url}/api/rooms/${hour.room.id}${path}`, { headers });
  // On a busy machine the server may just have closed the connection that was kept for the next request; reading can be asked for again.
  return get().catch(get);
}

/** None of the secrets is in a frame, an export, on the page or in the storage of this person. */
export async function keepsFrom(hour: Hour, who: Name, secrets: readonly string[]): Promise<void> {
  const places: [place: string, text: string][] = [
    ['what was heard', hour.heard[who].join('\n')],
    ['the page and its storage', await kept(hour[who])],
  ];
  for (const path of EXPORTS) places.push([path, await (await answerTo(hour, who, path)).text()]);
  for (const [place, text] of places)
    for (const secret of secrets) assert.ok(!text.includes(secret), `${who} finds ${secret} in ${place}`);
}

/** Candidate and observer have nothing that is the interviewers’ own, though they hear and see a lot. */
export async function keepsInterviewersOwn(hour: Hour): Promise<void> {
  for (const who of ['ben', 'eve'] as const) {
    const heard = hour.heard[who].join('\n');
    for (const open of ['Hello from Ben', 'too short slots fall away'])
      assert.ok(heard.includes(open), `${who} hears ${open}`);
    await keepsFrom(hour, who, INTERVIEWERS_OWN);
  }
}
