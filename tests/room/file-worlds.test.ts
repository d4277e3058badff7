/** Random scenarios with files: several people add, remove, restore, rename, move, choose and protect them while connections break and the room crashes. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import {
  addFile,
  chooseEntry,
  moveFile,
  protectFile,
  removeFile,
  renameFile,
  restoreFile,
} from '../../components/session/sync/file-changes.js';
import type { Files, RoomFile } from '../../components/session/sync/files.js';
import { fileNameKey } from '../../party/shared/clean-names.js';
import type { Role } from '../../party/shared/roles.js';
import { amount, seed } from '../amount.js';
import { Dice, World } from './world.js';

const SEEDS = amount(200, 20_000);
const NAMES = ['a.py', 'A.py', 'b.py', 'lib/c.py', 'd.txt', 'e.sql', '../bad', 'f.py'];
/** What only interviewers may ever hear of. */
const SECRET = 'canary-5e';

mock.timers.enable({ apis: ['setTimeout'] });

/** What somebody has typed, once, into a file. */
interface Mark {
  mark: string;
  who: number;
  document: number;
}

class FileWorld {
  readonly marks: Mark[] = [];
  /** Each call has to come to an end, well or badly. */
  readonly open = new Set<string>();
  readonly ever = new Set<number>();
  #calls = 0;

  private constructor(
    readonly world: World,
    readonly roles: readonly Role[],
    private readonly dice: Dice,
  ) {}

  static async of(dice: Dice): Promise<FileWorld> {
    const made = dice.chance(30);
    const world = made
      ? await World.made({ code: 'print(1)\n' })
      : await World.of(0, {}, dice.chance(50) ? { historyBytes: 1024 << dice.below(4) } : {});
    const roles: Role[] = made
      ? ['interviewer', 'candidate', dice.chance(50) ? 'interviewer' : 'observer']
      : (['candidate', 'candidate', 'candidate'].slice(dice.below(2)) as Role[]);
    const all = new FileWorld(world, roles, dice);
    world.record = (wire, direction, bytes) => {
      const who = world.wires.indexOf(wire as never);
      if (direction === '<' && roles[who] !== 'interviewer')
        assert.ok(!Buffer.from(bytes).includes(SECRET), `a frame to ${roles[who]} has what only interviewers may read`);
    };
    for (const [who, role] of roles.entries())
      await world.join(made ? { token: await world.token(role, `${who}`), name: `${who}` } : {});
    world.storage.instant = dice.chance(30);
    return all;
  }

  files(who: number): Files {
    const session = this.world.sessions[who];
    assert.ok(session);
    return session.documents.files;
  }

  async step(): Promise<void> {
    const { dice, world } = this;
    const who = dice.below(world.sessions.length);
    if (!world.wires[who]) return;
    const roll = dice.below(100);
    if (roll < 22) this.#arrange(who);
    else if (roll < 40) this.#type(who);
    else if (roll < 58) world.up(who);
    else if (roll < 80) world.down(who);
    else if (roll < 83) await world.hibernate();
    else if (roll < 87) world.cut(who);
    else if (roll < 92) await world.back(who);
    else if (roll < 95) world.storage.disk(1 + dice.below(4));
    else if (roll < 97) {
      // Whoever reloads has had time to write everything down.
      mock.timers.tick(5_000);
      await world.reload(who);
      for (const call of [...this.open]) if (call.startsWith(`${who} `)) this.open.delete(call);
    } else world.crash();
  }

  #type(who: number): void {
    const file = this.#any(who);
    if (!file?.document.synced || !file.document.editable) return;
    const { document } = file;
    const mark = `<${this.marks.length}>`;
    this.marks.push({ mark, who, document: document.id });
    this.ever.add(document.id);
    const places = [0, ...[...document.text.toString().matchAll(/>/g)].map(({ index }) => index + 1)];
    this.world.edit(who, { from: places[this.dice.below(places.length)] ?? 0, insert: mark }, document);
  }

  #any(who: number): RoomFile | undefined {
    const { list } = this.files(who);
    return list[this.dice.below(list.length)];
  }

  #name(): string {
    return NAMES[this.dice.below(NAMES.length)] ?? 'x';
  }

  #arrange(who: number): void {
    const { dice } = this;
    const files = this.files(who);
    const file = this.#any(who);
    const interviewer = this.roles[who] === 'interviewer';
    const roll = dice.below(100);
    if (roll < 30) this.#add(who);
    else if (!file) return;
    else if (file.name.includes(SECRET)) this.#call(who, 'move', moveFile(files, file.document, dice.below(5)));
    else if (roll < 45) this.#call(who, 'remove', removeFile(files, file.document));
    else if (roll < 58) this.#call(who, 'restore', restoreFile(files, [...this.ever][dice.below(this.ever.size)] ?? 9));
    else if (roll < 75) this.#call(who, 'rename', renameFile(file.document, this.#name()));
    else if (roll < 83) this.#call(who, 'move', moveFile(files, file.document, dice.below(5)));
    else if (roll < 90) this.#call(who, 'choose', chooseEntry(files, file.document));
    else if (roll < 95 && interviewer) {
      const protection = { readonly: dice.chance(50), hidden: dice.chance(50) };
      this.#call(who, 'protect', protectFile(files, file.document, protection));
    } else files.show(file.document);
  }

  #add(who: number): void {
    const secret = this.roles[who] === 'interviewer' && this.dice.chance(40);
    const text = secret ? SECRET : '';
    const name = secret ? `${SECRET}${this.dice.below(3)}.py` : this.#name();
    const added = addFile(this.files(who), { name, text, hidden: secret });
    this.#call(
      who,
      `add ${name}`,
      added.then(({ document }) => void (secret || this.ever.add(document.id))),
    );
  }

  #call(who: number, what: string, asked: Promise<void>): void {
    const call = `${who} ${what} ${this.#calls++}`;
    this.open.add(call);
    const over = () => this.open.delete(call);
    asked.then(over, (error: Error) => {
      over();
      assert.match(error.message, /^[A-Z].*[.!]$/, `${what} is refused with a sentence`);
    });
  }

  async check(): Promise<void> {
    const { world, roles } = this;
    // Whatever waits for a pause has its time.
    for (let n = 0; n < 3; n++) {
      await world.settle();
      mock.timers.tick(5_000);
    }
    await world.settle();
    assert.deepEqual([...this.open], [], 'each call has come to its end');
    const room = await world.existing();
    for (const who of roles.keys()) {
      const role = roles[who] as Role;
      const files = this.files(who);
      const told = files.list.map(({ document, readonly, hidden }) => ({ document: document.id, readonly, hidden }));
      assert.deepEqual(told, room.files.of(role), `session ${who} sees the room's list`);
      assert.equal(files.entry.id, room.files.entry, `session ${who} knows what Run runs`);
      assert.ok(
        files.list.some(({ document }) => document === files.shown),
        `session ${who} is in a file that is there`,
      );
      const names = files.list.map(({ name }) => fileNameKey(name));
      assert.equal(new Set(names).size, names.length, `names are told apart: ${names}`);
      for (const { document, name } of files.list) {
        const inRoom = room.documents.get(document.id);
        assert.equal(document.text.toString(), inRoom?.text.toString(), `${name} of session ${who}`);
        assert.equal(name, inRoom?.name || 'main.py');
      }
      assert.ok(world.sessions[who]?.saved, `session ${who} is saved`);
    }
    for (const { mark, who, document } of this.marks) {
      const inRoom = room.documents.get(document)?.text.toString() ?? '';
      const count = inRoom.split(mark).length - 1;
      const copied = world.copies.some(({ index, text }) => index === who && text.includes(mark));
      assert.ok(count <= 1, `${mark} is there at most once`);
      assert.ok(count === 1 || copied, `${mark} of session ${who} in ${document} is there, or was offered as a copy`);
    }
  }
}

async function fileWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world = await FileWorld.of(dice);
  for (let step = 0; step < 60; step++) await world.step();
  await world.check();
}

test(`all see the same files and no text is lost, in ${SEEDS} random scenarios from seed ${seed}`, async () => {
  const faults: string[] = [];
  for (let at = seed; at < seed + SEEDS; at++) {
    try {
      await fileWorld(at);
    } catch (cause) {
      faults.push(`seed ${at}: ${(cause as Error).message}`);
    }
  }
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} worlds of ${SEEDS}`);
});
