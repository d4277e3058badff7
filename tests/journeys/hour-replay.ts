// The replay, compared with what its people saw: in the player of the host, and as a file.
import assert from 'node:assert/strict';
import type { Marker } from '../../components/replay/markers.js';
import type { ReplayEvent, ReplayHeader } from '../../party/shared/replay-file.js';
import { type Look, TOLERANCE_MS } from './chronicle.js';
import { type Hour, INTERVIEWERS_OWN, SECRETS } from './hour-people.js';
import { answerTo } from './hour-secrets.js';
import type { Screen } from './screen.js';
import { becomes } from './world.js';

interface ReplayFile {
  header: ReplayHeader;
  events: ReplayEvent[];
  text: string;
}

async function replayFile(hour: Hour, query: '' | '?private=1'): Promise<ReplayFile> {
  const answer = await answerTo(hour, 'ada', `/replay${query}`);
  assert.equal(answer.status, 200);
  const text = await answer.text();
  const [header, ...events] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { header, events, text };
}

/** Every deed has its marker at its time, and at each time that was written down the files are what people saw. */
export async function replay(hour: Hour): Promise<void> {
  const { ada, chronicle } = hour;
  const own = await replayFile(hour, '?private=1');
  const startedAt = Date.parse(own.header.startedAt);
  const page = await ada.opens(() => ada.page.getByRole('link', { name: 'Watch the replay' }).first().click());
  const player = page.locator('code-room-replay');
  await player.locator('.markers button').first().waitFor();
  const markers = await player.evaluate((element) => (element as unknown as { markers: Marker[] }).markers);
  chronicle.compareMarkers(markers, startedAt);
  for (const look of chronicle.looks) await compareLook(page, look, startedAt);
  await goTo(page, 'Hello from Ben', markers);
  await compareOrigins(page, chronicle.looks.at(-1));
  await page.close();
  compareExtraTime(own, hour);
  comparePrivateTime(own, hour);

  // The one to pass on has what everybody in the room could read.
  const open = await replayFile(hour, '');
  assert.equal(open.header.private, false);
  for (const secret of INTERVIEWERS_OWN)
    assert.ok(!open.text.includes(secret), `${secret} is in the replay to pass on`);
  for (const secret of [SECRETS.notes, SECRETS.aside, SECRETS.scores, SECRETS.hidden])
    assert.ok(own.text.includes(secret), `${secret} is not in the interviewers’ replay`);
  assert.ok(!own.text.includes(SECRETS.rehearsed));
}

async function compareLook(page: Screen, { at, after, files }: Look, startedAt: number): Promise<void> {
  const shown = await page.locator('code-room-replay').evaluate(
    (element, ms) => {
      const player = element as unknown as { seek(ms: number): void; files: { name: string; text: string }[] };
      player.seek(Number(ms));
      return player.files.map(({ name, text }) => ({ name, text }));
    },
    String(at - startedAt),
  );
  // The player shows no file that was empty up to then.
  const seen = files.filter(({ text }) => text !== '').map(({ name, text }) => ({ name, text }));
  shown.sort((one, other) => one.name.localeCompare(other.name));
  assert.deepEqual(
    shown.filter(({ text }) => text !== ''),
    seen,
    `the replay after ${after}`,
  );
}

/** As somebody who watches does: by the list of markers, which says where one is. */
async function goTo(page: Screen, words: string, markers: readonly Marker[]): Promise<void> {
  const index = markers.findIndex(({ label }) => label.includes(words));
  const button = page.locator('code-room-replay .markers li button').nth(index);
  await button.click();
  await becomes(() => button.getAttribute('aria-current'), 'true', 'the marker where one is');
  const position = () =>
    page.locator('code-room-replay').evaluate((element) => (element as unknown as { position: number }).position);
  await becomes(position, markers[index]?.time, 'the position');
}

/** From where each line came is what happened: the rest of the pasted solution, what the agent put in, and what was written in private. */
async function compareOrigins(page: Screen, last: Look | undefined): Promise<void> {
  const [main] = last?.files ?? [];
  assert.ok(last && main);
  await page.locator('code-room-replay').evaluate((element) => {
    const player = element as unknown as { seek(ms: number): void; duration: number };
    player.seek(player.duration);
  });
  await page.locator('code-room-replay .colors').evaluate((element) => {
    (element as HTMLSelectElement).value = 'origins';
    element.dispatchEvent(new Event('change'));
  });
  const lines = () =>
    page.locator('code-room-replay .screen .cm-line').evaluateAll((all) =>
      all.map((line) => {
        const marks = [...line.querySelectorAll<HTMLElement>('[class*=origin-]')];
        return [marks.map(({ textContent }) => textContent).join(''), ...new Set(marks.map(({ title }) => title))];
      }),
    );
  const came = (line: string) => {
    if (line.includes('// [start, end]')) return 'Accepted proposal';
    return /canary|and more/.test(line) ? 'Written in private time' : 'Pasted from outside the room';
  };
  const expected = main.text.split('\n').map((line) => (line === '' ? [''] : [line, came(line)]));
  await becomes(lines, expected, 'from where each line came');
}

/** Between its beginning and its end nothing comes of the candidate, and then all of it as one edit. */
function comparePrivateTime({ header, events }: ReplayFile, { chronicle }: Hour): void {
  const edits = events.filter(([, kind, data]) => kind === 'edit' && JSON.stringify(data).includes(SECRETS.alone));
  assert.equal(edits.length, 1, 'what was written in private comes once');
  assert.match(JSON.stringify(edits), /and more/, 'as one');
  const back = chronicle.deeds.find(({ label }) => label === 'Ben is back from private time');
  const at = Date.parse(header.startedAt) + (edits[0]?.[0] ?? 0);
  assert.ok(back && at >= back.from - TOLERANCE_MS && at <= back.to + TOLERANCE_MS, 'when it was over');
}

/** It has no marker; the file has each state of the timer. */
function compareExtraTime({ header, events }: ReplayFile, { chronicle }: Hour): void {
  const extra = events.find(
    ([, kind, data]) => kind === 'timer' && Object.keys((data as { extraFor: object }).extraFor).length > 0,
  );
  const { id } = header.people.find(({ name }) => name === 'Ben') ?? {};
  assert.deepEqual((extra?.[2] as { extraFor: object } | undefined)?.extraFor, { [id ?? '']: 5 });
  const goesOn = chronicle.deeds.find(({ label }) => label === 'The timer goes on');
  const at = Date.parse(header.startedAt) + (extra?.[0] ?? 0);
  assert.ok(goesOn && at >= goesOn.from - TOLERANCE_MS, 'more time came after the timer went on');
}
