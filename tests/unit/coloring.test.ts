/** The colours of a replay: what they mean is said in the language of the page, but the names of people stay as they are. */
import assert from 'node:assert/strict';
import { afterEach, it } from 'node:test';
import { type Coloring, Colors } from '../../components/replay/coloring.js';
import { readReplay } from '../../components/replay/read-replay.js';
import { Recording } from '../../components/replay/recording.js';
import { spokenBy } from '../../components/wording/locale.js';
import { speech } from '../../components/wording/words.js';

afterEach(() => {
  speech.now = undefined;
});

it('people whose names are words of ours, or of every object, are called so in every language', async () => {
  const person = { role: 'candidate', color: '#0b63c5' };
  const header = {
    ...{ format: 'code-room-replay', version: 1, room: 'room', title: 'Talk', private: false },
    startedAt: '2026-11-28T19:00:00.000Z',
    people: ['Typed', 'constructor'].map((name) => ({ id: name, name, ...person })),
    files: [{ id: 1, kind: 'file', name: 'main.py', language: 'python' }],
  };
  const edits = [0, 1].map((by) => [by, 'edit', [0, by, 0, 0, 'a']]);
  const recording = new Recording(
    await readReplay([header, ...edits].map((line) => `${JSON.stringify(line)}\n`).join('')),
  );
  const colors = new Colors(recording);
  const [file] = recording.files.list;
  assert.ok(file);
  const legend = (coloring: Coloring) => colors.legend(coloring).map(({ words }) => words());
  const titles = (coloring: Coloring) => {
    const found: string[] = [];
    for (const marks = colors.of(file, 2, coloring).iter(); marks.value; marks.next())
      found.push(String(marks.value.spec.attributes.title));
    return found;
  };
  assert.deepEqual([legend('origins'), titles('origins')], [['Typed'], ['Typed']]);
  speech.now = spokenBy({ Typed: 'Scriptum' }, 'la');
  assert.deepEqual(
    [legend('authors'), titles('authors')],
    [
      ['Typed', 'constructor'],
      ['constructor', 'Typed'],
    ],
  );
  assert.deepEqual([legend('origins'), titles('origins')], [['Scriptum'], ['Scriptum']]);
});
