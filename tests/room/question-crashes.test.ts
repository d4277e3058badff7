/** The room's process is killed at each write of a question command: afterwards the command is done or not, never half. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { RoomAnswer, RoomCommand } from '../../party/commands/command.js';
import { activityLevel } from '../../party/shared/activity.js';
import { readAsked, readDesk } from '../../party/shared/asked-questions.js';
import { readTimer } from '../../party/shared/entries.js';
import {
  ACTIVITY_DOCUMENT,
  BRIEF_DOCUMENT,
  HELP_DOCUMENT,
  MAIN_DOCUMENT,
  QUESTION_DESK_DOCUMENT,
  TESTS_DOCUMENT,
  TIMER_DOCUMENT,
} from '../../party/shared/protocol.js';
import { type Question, questionFaults } from '../../party/shared/question.js';
import { readTests } from '../../party/shared/test-lines.js';
import type { Test } from '../../party/shared/tests.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const io = (name: string): Test => ({ name, kind: 'io', stdin: '', stdout: '1' });

function question(id: string): Question {
  const made: Question = {
    ...{ id, title: `Title of ${id}`, level: 2, minutes: 20, brief: `Brief of ${id}`, topics: [], followUps: [] },
    ...{ hints: [`HINT of ${id}`], rubric: [] },
    stages: [{ title: 'Next', brief: `STAGE of ${id}`, tests: ['second'], files: { python: ['later.py'] } }],
    languages: {
      python: {
        entry: 'main.py',
        starter: [
          { name: 'main.py', text: `${id} starts\n` },
          { name: `${id}.csv`, text: '1\n' },
          { name: 'later.py', text: 'later\n' },
        ],
        ...{ tests: [io(`first of ${id}`), io('second')], hidden: [io(`hidden of ${id}`)] },
        ...{ hiddenFiles: [{ name: 'hidden_test.py', text: 'x\n' }], solution: [] },
      },
    },
  };
  assert.deepEqual(questionFaults(made), []);
  return made;
}

class Interview {
  /** What the candidate has written into the results of the question asked first. */
  readonly marks: string[] = [];

  private constructor(
    readonly w: World,
    readonly token: string,
    readonly ada: number,
    readonly ben: number,
  ) {}

  static async begin(): Promise<Interview> {
    const w = await World.made({ code: 'before\n', brief: 'Before.' });
    const comes = async (role: 'interviewer' | 'candidate') => {
      const index = await w.join({ token: await w.token(role, role), name: role });
      await w.until(() => w.sessions[index]?.status === 'live');
      return index;
    };
    const token = await w.token('interviewer', 'interviewer');
    const interview = new Interview(w, token, await comes('interviewer'), await comes('candidate'));
    await interview.done({ type: 'ask', token, question: question('one'), reveal: true });
    return interview;
  }

  of(index: number) {
    return this.w.sessions[index]?.documents ?? assert.fail();
  }

  get current() {
    const current = readDesk(this.of(this.ada).questionDesk.text.toString()).filter((one) => one.current);
    assert.equal(current.length, 1);
    return current[0] ?? assert.fail();
  }

  async done<C extends RoomCommand>(asks: C): Promise<void> {
    // Who asks at the same moment would be told to look first.
    mock.timers.tick(4_000);
    let answer: RoomAnswer<C['type']> | undefined;
    void this.w.command(asks).then((given) => {
      answer = given;
    });
    await this.w.until(() => answer !== undefined);
    await this.w.settle();
    assert.ok(answer?.ok, JSON.stringify(answer));
  }

  mark(): void {
    const { results } = this.of(this.ben);
    const mark = `<${this.marks.length}>\n`;
    this.marks.push(mark);
    results.edit({ from: results.text.length, insert: mark });
  }

  /** After so many writes of it, with a word of the candidate before one of them; true when all had been done. */
  async crashDuring(asks: RoomCommand, writes: number, marked: number): Promise<boolean> {
    const { w, ada, ben } = this;
    let over = false;
    w.storage.instant = false;
    void w.command(asks).then(() => {
      over = true;
    });
    for (let written = 0; written < writes && !over; ) {
      await new Promise((resolve) => setImmediate(resolve));
      if (w.storage.waiting && written === marked && this.marks.length === 0) this.mark();
      for (const index of [ada, ben]) {
        while (w.wires[index]?.up.length) w.up(index);
        while (w.wires[index]?.down.length) w.down(index);
      }
      if (!w.storage.waiting) continue;
      w.storage.disk(1);
      written++;
    }
    w.crash();
    w.storage.instant = true;
    await w.settle();
    return over;
  }

  /** Files, task and tests are those of one question, for everybody. */
  check(): void {
    const { id, n, hints, stages } = this.current;
    const { files, brief, tests, questions } = this.of(this.ben);
    const asked = readAsked(questions.text.toString()).filter((one) => one.current);
    assert.deepEqual(
      asked.map((one) => one.n),
      [n],
    );
    const names = files.list.map(({ name }) => name);
    if (n === 0) return assert.deepEqual([names, brief.text.toString()], [['main.py'], 'Before.']);
    const given = (parts: readonly { at: number | null }[]) => parts.some(({ at }) => at !== null);
    const stage = given(stages);
    assert.deepEqual(names, ['main.py', `${id}.csv`, ...(stage ? ['later.py'] : [])]);
    const task = brief.text.toString();
    assert.deepEqual(
      [task.startsWith(`Brief of ${id}`), task.includes('HINT'), task.includes('STAGE')],
      [true, given(hints), stage],
    );
    const named = (text: string) => readTests(text).map(({ name }) => name);
    assert.deepEqual(named(tests.text.toString()), [`first of ${id}`, ...(stage ? ['second'] : [])]);
    assert.deepEqual(named(this.of(this.ada).hiddenTests.text.toString()), [`hidden of ${id}`]);
  }

  /** Nothing that was written is lost: it stands with one of the two questions, once. */
  async checkMarks(): Promise<void> {
    const { token } = this;
    let all = this.of(this.ada).results.text.toString();
    if (this.current.n === 1) await this.done({ type: 'ask', token, question: question('next'), reveal: true });
    else {
      await this.done({ type: 'turn', token, n: 1 });
      all += this.of(this.ada).results.text.toString();
    }
    this.check();
    for (const mark of this.marks) assert.equal(all.split(mark).length, 2, `${mark} in ${all}`);
  }
}

/** More writes than anything takes. */
const MOST = 30;

describe('a crash', () => {
  for (const [what, asks] of [
    ['asking', (token: string) => ({ type: 'ask', token, question: question('two'), reveal: true })],
    ['keeping for later', (token: string) => ({ type: 'ask', token, question: question('two'), reveal: false })],
    ['returning', (token: string) => ({ type: 'turn', token, n: 0 })],
    ['giving a hint', (token: string) => ({ type: 'hint', token, n: 1 })],
    ['showing a part', (token: string) => ({ type: 'stage', token, n: 1 })],
  ] as const satisfies [string, (token: string) => RoomCommand][])
    it(`while ${what} leaves it either done or not done`, async () => {
      for (const marked of [1, 4]) {
        let over = false;
        for (let writes = 0; !over && writes < MOST; writes++) {
          const interview = await Interview.begin();
          over = await interview.crashDuring(asks(interview.token), writes, marked);
          interview.check();
          await interview.checkMarks();
        }
        assert.ok(over, 'it ends');
      }
    });

  it('while a room is made leaves no room, or one with all it was made with', async () => {
    const rules = { help: 'none', log: 'full', ai: 'allowed', timer: [{ name: 'code', minutes: 30 }] } as const;
    const about = { title: '', language: 'python', code: 'before\n', brief: 'Before.', lobby: false, digests: {} };
    const create = {
      ...{ type: 'create' as const, ...about, retentionHours: 24, ...rules },
      ...{ tests: [io('first')], questions: [question('one')] },
    };
    const found = new Set<string>();
    for (let writes = 0; !found.has('made'); writes++) {
      assert.ok(writes < MOST, 'it ends');
      const w = await World.of(0);
      w.storage.instant = false;
      let over = false;
      void w.command(create).then(() => {
        over = true;
      });
      for (let written = 0; written < writes && !over; ) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!w.storage.waiting) continue;
        w.storage.disk(1);
        written++;
      }
      w.crash();
      w.storage.instant = true;
      found.add(over ? 'made' : (await w.lifecycle.exist()).kind);
      // Whoever makes a room again makes the whole of it.
      if ((await w.lifecycle.exist()).kind === 'none') assert.ok((await w.command(create)).ok);
      const { documents } = await w.existing();
      const text = (id: number) => documents.get(id)?.text.toString() ?? '';
      assert.deepEqual(
        [text(MAIN_DOCUMENT), text(BRIEF_DOCUMENT), text(HELP_DOCUMENT), activityLevel(text(ACTIVITY_DOCUMENT))],
        ['before\n', 'Before.', 'none', 'full'],
      );
      assert.equal(readTimer(text(TIMER_DOCUMENT))?.phases.length, 1);
      assert.equal(readTests(text(TESTS_DOCUMENT)).length, 1);
      assert.equal(readDesk(text(QUESTION_DESK_DOCUMENT)).length, 1);
    }
    assert.ok(found.has('none'));
  });
});
