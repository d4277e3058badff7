/** Tests that this page runs end when their results have gone: another question was asked, or somebody else has begun; and Stop ends them wherever they are. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { RunController } from '../../components/run/run-controller.js';
import type { RunOne } from '../../components/runner/runner.js';
import type { Session } from '../../components/session/session.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { TestController, type TestOutcome } from '../../components/tests/test-controller.js';
import type { Role } from '../../party/shared/roles.js';
import type { Test } from '../../party/shared/tests.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const io = (name: string): Test => ({ name, kind: 'io', stdin: '', stdout: '1' });
const hidden = (name: string): Test => ({ ...io(name), hidden: true });

/** Programs that end when they are stopped only. */
class Endless {
  begun = 0;
  readonly obstacle = '';
  readonly language = 'javascript';
  readonly #runOne: RunOne = (_request, _sink, signal) =>
    new Promise((resolve) => {
      this.begun++;
      signal.addEventListener('abort', () => resolve({ state: 'stopped', durationMs: 1 }));
    });

  runOutsideRoom<T>(work: (runOne: RunOne) => Promise<T>): Promise<T> {
    return work(this.#runOne);
  }
}

let w: World;

async function comes(role: Role, name: string) {
  const index = await w.join({ token: await w.token(role, name), name });
  await w.until(() => w.sessions[index]?.status === 'live');
  const session = w.sessions[index] as Session;
  const tests = new RoomTests(session);
  const runs = new Endless();
  return {
    index,
    session,
    tests,
    runs,
    controller: new TestController(session, runs as unknown as RunController, tests),
  };
}
type Person = Awaited<ReturnType<typeof comes>>;

const statesOf = ({ results }: TestOutcome) => results.map(({ state }) => state);

describe('tests that are run here', () => {
  let ada: Person;
  let ben: Person;
  let ended: string[];

  /** Begins tests of Ada's; resolves when the first is under way. */
  async function begun(areHidden: boolean): Promise<void> {
    void ada.controller.test({ hidden: areHidden }).then((outcome) => ended.push(...statesOf(outcome)));
    await w.until(() => ada.runs.begun === 1);
    await w.settle();
  }

  beforeEach(async () => {
    ended = [];
    w = await World.made({ code: 'a\n' });
    [ada, ben] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Ben')];
    ada.tests.set([io('a'), io('b'), io('c'), hidden('h'), hidden('i')]);
    await w.settle();
  });

  for (const areHidden of [false, true]) {
    const documentOf = ({ session: { documents } }: Person) =>
      areHidden ? documents.hiddenResults : documents.results;
    const all = areHidden ? ['skipped', 'skipped'] : ['skipped', 'skipped', 'skipped'];
    const which = areHidden ? 'hidden ones' : 'visible ones';

    it(`end when their results have gone, ${which}`, async () => {
      await begun(areHidden);
      const document = documentOf(ben);
      document.edit({ from: 0, to: document.text.length, insert: '' });
      await w.until(() => ended.length > 0);
      assert.deepEqual([ended, ada.runs.begun, ada.controller.busy], [all, 1, false]);
      assert.equal(documentOf(ada).text.length, 0);
    });

    it(`go on through a lost connection and a crash, ${which}`, async () => {
      await begun(areHidden);
      w.cut(ada.index);
      await w.settle();
      await w.back(ada.index);
      w.crash();
      await w.settle();
      await w.settle();
      assert.deepEqual([ended, ada.controller.busy], [[], true]);
      ada.controller.stop();
      await w.until(() => ended.length > 0);
      assert.deepEqual(ended, all);
    });

    it(`are stopped in a room that has ended, and are not on any more, ${which}`, async () => {
      await begun(areHidden);
      ben.session.standing.end(true);
      await w.settle();
      assert.equal(documentOf(ada).editable, false);
      const run = () => (areHidden ? ada.tests.hiddenRun : ada.tests.run);
      assert.deepEqual([ended, ada.tests.isOn(run())], [[], true]);
      ada.controller.stop();
      await w.until(() => ended.length > 0);
      assert.deepEqual([ended, ada.tests.isOn(run())], [all, false]);
    });
  }
});
