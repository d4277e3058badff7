/** Whatever is posted, proposed or judged by somebody with a client of their own: the room goes on, newcomers are greeted, and what it has written down is read by pages and the report. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { FocusPlayer } from '../../components/interview/focus-player.js';
import type { Report } from '../../party/commands/report.js';
import { reportMarkdown } from '../../party/commands/report.js';
import { type ActivityEntry, activityWords } from '../../party/shared/activity.js';
import { ENTRY_LIMITS, readEntries, readTimer, timerState } from '../../party/shared/entries.js';
import { activeStretch, focusLines, isStretch, recordingOf } from '../../party/shared/focus.js';
import { proposedLines, readProposals } from '../../party/shared/proposals.js';
import {
  ACTIVITY_DOCUMENT,
  CHAT_DOCUMENT,
  FOCUS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  isOptional,
  MOMENTS_DOCUMENT,
  PROPOSALS_DOCUMENT,
  SCORES_DOCUMENT,
  TALK_DOCUMENT,
  TIMER_DOCUMENT,
} from '../../party/shared/protocol.js';
import { ROLES } from '../../party/shared/roles.js';
import { amount, seed } from '../amount.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { Dice, World } from './world.js';

const SEEDS = amount(12, 1_000);
const POSTS = 200;
const UNLIMITED = { postsPerMinute: 1e9, postBurst: 1e9 };

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const DOCUMENTS = [
  TIMER_DOCUMENT,
  CHAT_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  FOCUS_DOCUMENT,
  ACTIVITY_DOCUMENT,
  TALK_DOCUMENT,
  PROPOSALS_DOCUMENT,
  SCORES_DOCUMENT,
  SCORES_DOCUMENT + 1,
];
/** Names of fields that some entry has. */
const FIELDS = [
  ...['text', 'kind', 'file', 'version', 'phases', 'running', 'extraMinutes', 'extraFor', 'start', 'end', 'offer'],
  ...['decline', 'watch', 'position', 'playing', 'stretch', 'key', 'piece', 'explain', 'characters', 'lines', 'line'],
  ...['seconds', 'scores', 'summary', 'id', 'by', 'at', 'until', 'log', '__proto__', 'constructor'],
];
const WORDS = [
  ...['', ' ', 'note', 'paste', 'away', 'main.py', '\ud800', '\u202egpj.exe', 'a\nb\r\nc\u2028d\0\u001b[2J', 'ﷺ'],
  ...['{"id":1,"by":"x","at":1}\n', '</script><img src=x>', '__proto__', '😀'.repeat(30), 'x'.repeat(9_000)],
];
const NUMBERS = [0, 1, 2, 5, -1, 1.1, 3.3333, 1e-9, 19.99999, 20, 1e21, 2 ** 53, Number.MAX_VALUE, -0];

function value(dice: Dice, depth = 0): unknown {
  const roll = dice.below(depth > 2 ? 70 : 100);
  if (roll < 35) return NUMBERS[dice.below(NUMBERS.length)];
  if (roll < 60) return WORDS[dice.below(WORDS.length)];
  if (roll < 70) return [null, true, false][dice.below(3)];
  if (roll < 85) return Array.from({ length: dice.below(4) }, () => value(dice, depth + 1));
  return object(dice, depth + 1);
}

function object(dice: Dice, depth = 0): Record<string, unknown> {
  const names = Array.from({ length: 1 + dice.below(4) }, () => FIELDS[dice.below(FIELDS.length)] as string);
  return Object.fromEntries(names.map((name) => [name, value(dice, depth)]));
}

const SCORE = { question: 0, criterion: 'The code', level: 2, evidence: 'x', moment: 0, word: '' };
/** What pages of ours post, and where. */
const USUAL: readonly (readonly [document: number, entry: Record<string, unknown>])[] = [
  [CHAT_DOCUMENT, { text: 'a word' }],
  [INTERVIEWER_CHAT_DOCUMENT, { text: 'a word' }],
  [MOMENTS_DOCUMENT, { kind: 'hint', text: 'x', file: 'main.py', version: 1 }],
  [ACTIVITY_DOCUMENT, { kind: 'paste', characters: 50, lines: 2, file: 'main.py', line: 1, seconds: 0 }],
  [ACTIVITY_DOCUMENT, { kind: 'away', characters: 0, lines: 0, file: '', line: 0, seconds: 40 }],
  [ACTIVITY_DOCUMENT, { explain: 2, text: 'From my notes.' }],
  [TIMER_DOCUMENT, { phases: [{ name: 'read', minutes: 5 }], running: true, extraMinutes: 1, extraFor: { x: 2 } }],
  [FOCUS_DOCUMENT, { start: 5 }],
  [FOCUS_DOCUMENT, { end: true }],
  [FOCUS_DOCUMENT, { offer: 5 }],
  [FOCUS_DOCUMENT, { watch: 1, position: 5, playing: true }],
  [FOCUS_DOCUMENT, { stretch: 1, key: 'k', piece: '{"files":[]}' }],
  [SCORES_DOCUMENT, { scores: [SCORE], summary: 'x' }],
  [SCORES_DOCUMENT + 1, { scores: [SCORE], summary: 'x' }],
];

/** What a candidate may hand over as a recording of private time. */
const PIECES = [
  '{"files":[null]}',
  '{"files":[{"name":"x","steps":5}]}',
  '{"files":[{"name":"x","steps":[[0,"x"]]}]}',
  '{"files":[{"name":{},"steps":[["x",[[0,"a"]]],[1,[99]]]}]}',
  '{"files":[{"name":"x","steps":[[0,[[0,"a"]]],[1e300,[1,[0,"b"]]]]}]}',
];

/** With one value in it as bad as it gets, however deep. */
function spoiled(entry: unknown, dice: Dice): unknown {
  if (entry === null || typeof entry !== 'object' || dice.chance(20)) return value(dice);
  const copy = (Array.isArray(entry) ? [...entry] : { ...entry }) as Record<string, unknown>;
  const names = Object.keys(copy);
  const name = names[dice.below(names.length)];
  if (name !== undefined) copy[name] = name === 'piece' ? PIECES[dice.below(5)] : spoiled(copy[name], dice);
  return copy;
}

/** Spoiled, or in a document where it does not belong. */
function posted(dice: Dice): { document: number; entry: string } {
  const [document, usual] = USUAL[dice.below(USUAL.length)] as (typeof USUAL)[number];
  const entry = dice.chance(60) ? spoiled(usual, dice) : usual;
  const elsewhere = dice.chance(15) ? (DOCUMENTS[dice.below(DOCUMENTS.length)] as number) : document;
  return { document: elsewhere, entry: JSON.stringify(entry) ?? '' };
}

async function hostileRoom(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const w = await World.made({ code: 'one\ntwo\nthree\n', ai: 'allowed', log: 'full' }, UNLIMITED);
  const peers = await Promise.all(ROLES.map((role) => RawPeer.as(w, role, [])));
  const watcher = await w.join({ token: await w.token('interviewer', 'Ada'), name: 'Ada' });
  for (let request = 1; request <= POSTS; request++) {
    const peer = peers[dice.below(peers.length)] as RawPeer;
    const roll = dice.below(100);
    if (roll < 80) peer.says({ type: 'post', request, ...posted(dice) });
    else if (roll < 90) {
      const why = WORDS[dice.below(WORDS.length)] as string;
      const room = await w.existing();
      const { version, text } = room.documents.get(1) as { version: number; text: { length: number } };
      const from = dice.below(text.length + 1);
      const to = Math.min(text.length, from + dice.below(5));
      const change = ChangeSet.of({ from, to, insert: WORDS[dice.below(6)] as string }, text.length, '\n');
      peer.says({ type: 'propose', request, document: 1, version, why, change });
    } else peer.says({ type: 'judge', request, proposal: dice.below(20), accept: dice.chance(50) });
    if (dice.chance(10)) await w.settle();
    if (dice.chance(10)) mock.timers.tick(dice.below(90_000));
    assert.deepEqual(
      peers.map(({ closed }) => closed),
      [0, 0, 0, 0],
    );
  }
  await w.settle();
  const late = await w.join({ token: await w.token('interviewer', 'Grace'), name: 'Grace' });
  assert.equal(w.sessions[late]?.status, 'live', 'a newcomer is greeted');
  const room = await w.existing();
  for (const { id, text } of room.documents.values()) {
    if (!isOptional(id) || id >= SCORES_DOCUMENT) continue;
    const told = [watcher, late].map((index) => w.sessions[index]?.documents.get(id)?.text.toString());
    assert.deepEqual(told, [text.toString(), text.toString()], `document ${id}`);
  }
  const text = (id: number) => room.documents.get(id)?.text.toString() ?? '';
  for (const entry of readEntries<ActivityEntry>(text(ACTIVITY_DOCUMENT)))
    assert.ok(!/[\p{Cc}\p{Cf}\p{Cs}]/u.test(activityWords(entry)), JSON.stringify(activityWords(entry)));
  const timer = readTimer(text(TIMER_DOCUMENT));
  if (timer) {
    assert.ok(Number.isFinite(timerState(timer, Date.now(), 'x').leftMs), JSON.stringify(timer));
    assert.ok(
      timer.phases.every(({ name }) => !/[\p{Cc}\p{Cs}]/u.test(name)),
      JSON.stringify(timer.phases),
    );
  }
  const lines = focusLines(text(FOCUS_DOCUMENT));
  activeStretch(lines, Date.now());
  for (const stretch of lines.filter(isStretch)) {
    assert.ok(Number.isSafeInteger(stretch.until), JSON.stringify(stretch));
    const recording = recordingOf(lines, stretch);
    if (recording) FocusPlayer.of(recording);
  }
  for (const { places } of readProposals(text(PROPOSALS_DOCUMENT))) places.map(proposedLines);
  for (const id of DOCUMENTS.filter((one) => one < SCORES_DOCUMENT))
    assert.ok(Buffer.byteLength(text(id)) <= ENTRY_LIMITS.bytes, `document ${id}`);
  const report = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
  assert.equal(report.ok, true, 'there is a report');
  if (report.ok) reportMarkdown(report.value as Report);
}

test(`a room outlives whatever is posted, in ${SEEDS} rooms from seed ${seed}`, async () => {
  for (let at = seed; at < seed + SEEDS; at++) {
    try {
      await hostileRoom(at);
    } catch (cause) {
      throw new Error(`seed ${at}: ${(cause as Error).message}`, { cause });
    }
  }
});
