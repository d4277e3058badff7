/** What a tab keeps of a room that its person wants to have forgotten. */
import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { dropRoomFromTab } from '../../demo/site/tab-storage.js';

const ROOM = 'A1b2C3d4E5f6G7h8J9k0Lm';

const OF_ROOM = [
  ...['copied', 'chat', 'rules', 'focus', 'pinned'].map((kind) => `code-room:${kind}:${ROOM}`),
  `code-room:scorecard:${ROOM}:7`,
  `code-room:person:https://host.test/${ROOM}`,
  `code-room:person:https://host.test/${ROOM}#2`,
];
const OTHERS = [`code-room:copied:${ROOM}n`, 'code-room:copied:undefined', `mine:${ROOM}`];

afterEach(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

it('a tab keeps nothing of a room that is forgotten, and all of the others', () => {
  const kept = new Map([...OF_ROOM, ...OTHERS].map((name) => [name, 'x']));
  const sessionStorage = {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    removeItem: (name: string) => kept.delete(name),
  };
  Object.defineProperty(globalThis, 'sessionStorage', { value: sessionStorage, configurable: true });
  dropRoomFromTab(ROOM);
  assert.deepEqual([...kept.keys()], OTHERS);
});

it('forgetting a room does not fail where a page may keep nothing', () => {
  const forbidden = {
    get: (): never => {
      throw new Error('forbidden');
    },
  };
  Object.defineProperty(globalThis, 'sessionStorage', { ...forbidden, configurable: true });
  assert.doesNotThrow(() => dropRoomFromTab(ROOM));
});
