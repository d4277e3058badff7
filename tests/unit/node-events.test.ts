// Emitters and warnings of programs in JavaScript: as Node tells of them.
import assert from 'node:assert/strict';
import { afterEach, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { openProgramFiles, parts } from '../fixtures/node-files.js';

const { EventEmitter, tellBy } = parts.events;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function world() {
  const { process, printed } = openProgramFiles();
  tellBy((value, options) => inspect(value, options), process.emitWarning);
  const heard: (Error & Record<string, unknown>)[] = [];
  process.on('warning', (warning: never) => void heard.push(warning));
  return { process, printed, heard };
}

afterEach(() => mock.restoreAll());

it('warn once of too many listeners, in one line that comes later', async () => {
  const { printed, heard } = world();
  const warn = mock.method(console, 'warn', () => undefined);
  const emitter = new EventEmitter();
  for (let n = 0; n < 14; n++) emitter.on('x', () => undefined);
  class Shop extends EventEmitter {}
  const shop = new Shop().setMaxListeners(1);
  for (let n = 0; n < 3; n++) shop.once('sale', () => undefined);
  const late = new EventEmitter();
  for (let n = 0; n < 4; n++) late.on('y', () => undefined);
  late.setMaxListeners(2).on('y', () => undefined);
  const free = new EventEmitter().setMaxListeners(0);
  for (let n = 0; n < 14; n++) free.prependListener('x', () => undefined);
  assert.equal(printed.join(''), '');
  await turn();
  const sentence = (count: number, name: string, kind: string, most: number) =>
    `Possible EventEmitter memory leak detected. ${count} ${name} listeners added to [${kind}]. MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`;
  const sentences = [
    sentence(11, 'x', 'EventEmitter', 10),
    sentence(2, 'sale', 'Shop', 1),
    sentence(5, 'y', 'EventEmitter', 2),
  ];
  assert.equal(printed.join(''), sentences.map((each) => `(node:1) MaxListenersExceededWarning: ${each}\n`).join(''));
  assert.deepEqual(
    heard.map(({ message, type, count }) => [message, type, count]),
    [
      [sentences[0], 'x', 11],
      [sentences[1], 'sale', 2],
      [sentences[2], 'y', 5],
    ],
  );
  assert.equal(heard[0]?.emitter, emitter);
  assert.equal(warn.mock.callCount(), 0);
  assert.deepEqual([emitter.listenerCount('x'), shop.listenerCount('sale')], [14, 3]);
});

it('are shown as Node’s', () => {
  class Shop extends EventEmitter {
    open = true;
  }
  const shown = inspect(new Shop());
  assert.match(shown, /open: true,\n {2}\[Symbol\(shapeMode\)\]: false,\n {2}\[Symbol\(kCapture\)\]: false\n}$/);
  assert.equal(JSON.stringify(new EventEmitter()), '{"_events":{},"_eventsCount":0}');
});

it('are told of warnings as errors, of whatever a program says', async () => {
  const { process, printed, heard } = world();
  process.emitWarning('one');
  process.emitWarning('two', 'Kind', 'CODE1');
  process.emitWarning('three', { type: 'T', code: 'C', detail: 'some detail' });
  process.emitWarning(new TypeError('four'));
  assert.equal(printed.join(''), '');
  await turn();
  assert.equal(
    printed.join(''),
    '(node:1) Warning: one\n(node:1) [CODE1] Kind: two\n(node:1) [C] T: three\nsome detail\n(node:1) TypeError: four\n',
  );
  assert.deepEqual(
    heard.map((warning) => [warning instanceof Error, warning.name, warning.message, warning.code]),
    [
      [true, 'Warning', 'one', undefined],
      [true, 'Kind', 'two', 'CODE1'],
      [true, 'T', 'three', 'C'],
      [true, 'TypeError', 'four', undefined],
    ],
  );
  assert.throws(() => process.emitWarning(5), { code: 'ERR_INVALID_ARG_TYPE' });
  assert.throws(() => process.emitWarning('a', 5), { code: 'ERR_INVALID_ARG_TYPE' });
});
