/** Random scenarios, replayed: a replay file has every text as it was at any time, and only a private one has what interviewers alone may read. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { type ReplayContent, readReplay } from '../../components/replay/read-replay.js';
import { Recording } from '../../components/replay/recording.js';
import type { Session } from '../../components/session/session.js';
import { postChatMessage, postMoment } from '../../components/session/sync/entries.js';
import { addFile, removeFile } from '../../components/session/sync/file-changes.js';
import { documentKind } from '../../party/shared/document-kinds.js';
import { replayLines } from '../../party/shared/replay-lines.js';
import { mayRead, type Role } from '../../party/shared/roles.js';
import { amount, seed } from '../amount.js';
import { Dice, World } from './world.js';

const SEEDS = amount(20, 3_000);
/** What only interviewers may ever read. */
const SECRET = 'canary-7a';
const ROLES: readonly Role[] = ['interviewer', 'candidate', 'interviewer', 'observer'];
const ALPHABET = ['a', 'b', '\n', 'ü', '漢', '😀', 'x y', '"', '\\'];

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

/** The texts of a room at one time. */
interface Moment {
  time: number;
  texts: Map<number, string>;
}

/** A room with texts in which people write, lose their connections and come back, and what it was like at some times. */
class ReplayedWorld {
  readonly moments: Moment[] = [];
  /** Words of the chat that came through, by document. */
  readonly words: string[] = [];

  private constructor(
    readonly world: World,
    private readonly dice: Dice,
  ) {}

  static async of(dice: Dice, limits: Parameters<typeof World.made>[1]): Promise<ReplayedWorld> {
    const world = await World.made({ code: 'print(1)\n', brief: 'Count.' }, limits);
    for (const [who, role] of ROLES.entries())
      await world.join({ token: await world.token(role, `${who}`), name: `${who}` });
    world.storage.instant = dice.chance(30);
    return new ReplayedWorld(world, dice);
  }

  async step(): Promise<void> {
    const { dice, world } = this;
    const who = dice.below(ROLES.length);
    mock.timers.tick(dice.below(200));
    const roll = dice.below(100);
    if (roll < 40) this.#write(who);
    else if (roll < 50) this.#post(who);
    else if (roll < 66) world.up(who);
    else if (roll < 84) world.down(who);
    else if (roll < 86) await world.hibernate();
    else if (roll < 89) world.cut(who);
    else if (roll < 93) await world.back(who);
    else if (roll < 95) world.storage.disk(1 + dice.below(4));
    else if (roll < 96) world.crash();
    else await this.look();
  }

  /** What is there now, when everything has come to rest. */
  async look(): Promise<void> {
    await this.world.settle();
    const { documents } = await this.world.existing();
    const texts = [...documents.values()].map(({ id, text }) => [id, text.toString()] as const);
    this.moments.push({ time: Date.now(), texts: new Map(texts) });
    mock.timers.tick(1 + this.dice.below(5_000));
  }

  #write(who: number): void {
    const { dice, world } = this;
    const { files, notes, tests, hiddenTests } = this.#session(who).documents;
    const file = files.list[dice.below(files.list.length)]?.document;
    const hidden = ROLES[who] === 'interviewer' && dice.chance(25);
    const document = hidden ? (dice.chance(50) ? notes : hiddenTests) : dice.chance(10) ? tests : file;
    if (!document?.synced || !document.editable) return;
    const characters = [...document.text.toString()];
    const at = dice.below(characters.length + 1);
    const from = characters.slice(0, at).join('').length;
    const to = from + characters.slice(at, at + (hidden ? 0 : dice.below(4))).join('').length;
    const insert = hidden ? SECRET : (ALPHABET[dice.below(ALPHABET.length)] ?? '');
    world.edit(who, { from, to, insert }, document);
  }

  #post(who: number): void {
    const { dice } = this;
    const { documents } = this.#session(who);
    // Whoever may not, or is not connected, is refused; that is told elsewhere.
    const later = (asked: Promise<unknown>) => void asked.catch(() => {});
    const roll = dice.below(100);
    const interviewer = ROLES[who] === 'interviewer';
    if (roll < 40) later(postChatMessage(documents, `word ${dice.below(9)}`, 'all'));
    else if (interviewer && roll < 55) later(postChatMessage(documents, SECRET, 'interviewers'));
    else if (interviewer && roll < 70) later(postMoment(documents, { kind: 'doubt', text: SECRET }));
    else if (interviewer && roll < 80)
      later(addFile(documents.files, { name: `${SECRET}.py`, text: SECRET, hidden: true }));
    else if (roll < 90) later(addFile(documents.files, { name: `f${dice.below(9)}.py`, text: 'x\n' }));
    else {
      const last = documents.files.list.at(-1)?.document;
      if (last && last.id > 1_000) later(removeFile(documents.files, last));
    }
  }

  #session(who: number): Session {
    return this.world.sessions[who] ?? assert.fail();
  }

  /** A replay by way of a file. */
  async file(shared: boolean): Promise<string> {
    const token = await this.world.token('interviewer', '0');
    const asked = this.world.command({ type: 'replay', token, shared });
    await this.world.settle();
    const answer = await asked;
    assert.ok(answer.ok);
    return [...replayLines(answer.value, !shared)].join('');
  }
}

async function replayedWorld(seed: number, limits?: Parameters<typeof World.made>[1]): Promise<void> {
  const dice = new Dice(seed);
  const all = await ReplayedWorld.of(dice, limits);
  mock.timers.tick(60_000);
  for (let step = 0; step < 120; step++) await all.step();
  await all.look();
  for (const shared of [true, false]) {
    const file = await all.file(shared);
    assert.ok(!shared || !file.includes(SECRET), 'a file for everybody has nothing that interviewers alone may read');
    // JSON may be pure ASCII after another program has saved it.
    const content = await read(dice.chance(50) ? file : ascii(file));
    const recording = new Recording({ ...content, duration: Number.MAX_SAFE_INTEGER });
    compare(recording, all.moments, shared, limits === undefined);
  }
}

/** A long file is read with pauses, which have their time here. */
async function read(file: string): Promise<ReplayContent> {
  const reading = { over: false };
  const content = readReplay(file).finally(() => {
    reading.over = true;
  });
  while (!reading.over) {
    mock.timers.tick(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return content;
}

/** Where the log was compacted only the last texts are the same. */
function compare(recording: Recording, moments: readonly Moment[], shared: boolean, whole: boolean): void {
  let compared = 0;
  for (const { time, texts } of whole ? moments : moments.slice(-1)) {
    const after = time - recording.startedAt;
    // The start is the first thing that somebody did.
    if (after < 0) continue;
    for (const [id, text] of texts) {
      const kind = documentKind(id);
      const history =
        kind === 'file' ? recording.files.list.find((file) => file.id === id)?.history : recording.text(kind);
      const secret = text.includes(SECRET) || (kind !== 'file' && !mayRead('observer', id));
      assert.ok(!shared || !secret || !history, `${kind} is not for everybody`);
      if (!history) continue;
      compared++;
      assert.equal(history.textAt(history.countAt(after)).toString(), text, `${kind} ${id} after ${after} ms`);
    }
  }
  assert.ok(compared > 0);
}

function ascii(text: string): string {
  return text.replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

for (const [name, limits, seeds] of [
  ['a replay has every text as it was', undefined, SEEDS],
  ['a replay of a shortened log ends with the texts of the room', { historyBytes: 2_048 }, Math.ceil(SEEDS / 4)],
] as const) {
  test(`${name}, in ${seeds} random scenarios from seed ${seed}`, async () => {
    for (let at = seed; at < seed + seeds; at++) {
      await replayedWorld(at, limits).catch((error: unknown) => {
        throw new Error(`Scenario ${at}: ${error instanceof Error ? error.message : error}`, { cause: error });
      });
    }
  });
}
