// Several rooms on one page: what a screen reader lists of them is told apart by the names of the rooms.
import { expect } from '@esm-bundle/chai';
import 'axe-core';
import type { CodeRoom } from '../../components/code-room.js';
import type { CodeRoomReplay } from '../../components/code-room-replay.js';
import { defineReplay } from '../../components/register.js';
import { clear, inside, open, until } from '../fixtures/elements.js';

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

const HEADER = {
  ...{
    format: 'code-room-replay',
    version: 1,
    room: 'room',
    title: 'Talk',
    private: false,
    people: [],
    startedAt: '2026-11-28T19:00:00.000Z',
  },
  files: [{ id: 1, kind: 'file', name: 'main.py', language: 'python' }],
};
const EVENT = [0, 'edit', [0, null, 0, 0, 'a = 1\n']];

const output = (room: CodeRoom) => inside(room, 'code-room-output', '.output').getAttribute('aria-label');
const at = (room: CodeRoom, name: string) => until(() => output(room) === name, `${output(room)}, not ${name}`);

async function complaints(): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: ['landmark-unique', 'aria-allowed-attr'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function replay(): Promise<() => string | null | undefined> {
  await defineReplay();
  const file = new Blob([HEADER, EVENT].map((line) => `${JSON.stringify(line)}\n`));
  const player: CodeRoomReplay = Object.assign(document.createElement('code-room-replay'), { file });
  document.body.append(player);
  const box = () => player.shadowRoot?.querySelector('.output');
  await until(box);
  return () => box()?.getAttribute('aria-label');
}

describe('landmarks of several rooms on a page', () => {
  afterEach(clear);

  it('have numbers from the second room on', async () => {
    const rooms = [await open({ runner: 'off' }), await open({ runner: 'off' })] as const;
    await at(rooms[0], 'Output');
    await at(rooms[1], 'Output, Room 2');
    const replays = [await replay(), await replay()];
    expect(replays.map((name) => name())).to.deep.equal(['Output, Replay', 'Output, Replay 2']);
    expect(await complaints()).to.deep.equal([]);
    rooms[0].remove();
    const third = await open({ runner: 'off' });
    await at(third, 'Output');
    await at(rooms[1], 'Output, Room 2');
  });

  it('have the name that the page gives, in each language, and follow it', async () => {
    const one = await open({ runner: 'off', 'aria-label': 'First task' });
    const two = await open({ runner: 'off', id: 'second', lang: 'ja' });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<label for="second">問題 2</label><h2 id="third">Third <b>task</b></h2>',
    );
    const three = await open({ runner: 'off', 'aria-labelledby': 'third', lang: 'ar' });
    await at(one, 'Output, First task');
    one.setAttribute('aria-label', 'Another');
    await at(one, 'Output, Another');
    await at(two, '出力、問題 2');
    await at(three, 'المخرجات، Third task');
    expect(await complaints()).to.deep.equal([]);
  });
});
