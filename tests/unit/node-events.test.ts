// Emitters and warnings of programs in JavaScript: as Node tells of them.
import assert from 'node:assert/strict';
import { afterEach, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { openProgramFiles, parts } from '../fixtures/node-files.js';

const { EventEmitter, tellBy } = parts.events;
const turn = () => new Promise((resolve) => setImmediate(resolve));

function world() {
  const { process, printed } = openProgramFiles();
  tellBy((value, options) => inspect(value, options), process.emitWarning, process.nextTick);
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

const failing = async () => {
  throw new Error('async');
};

it('hear of rejections of their listeners where they want it', async () => {
  world();
  const heard: unknown[] = [];
  const emitter = new EventEmitter({ captureRejections: true });
  assert.match(inspect(emitter), /\[Symbol\(shapeMode\)\]: false,\n {2}\[Symbol\(kCapture\)\]: true\n}$/);
  emitter.on('error', (error: never) => void heard.push(error));
  emitter.on('x', failing);
  emitter.once('x', failing);
  assert.deepEqual([emitter.emit('x', 1), emitter.emit('nobody')], [true, false]);
  await turn();
  assert.deepEqual(heard.map(String), ['Error: async', 'Error: async']);
  assert.equal(emitter.listenerCount('x'), 1);
});

it('have a method for rejections', async () => {
  world();
  const heard: unknown[] = [];
  class Shop extends EventEmitter {
    constructor() {
      super({ captureRejections: true });
    }
    [Symbol.for('nodejs.rejection')](error: unknown, ...event: unknown[]) {
      heard.push(String(error), ...event);
    }
  }
  const shop = new Shop();
  assert.ok(shop instanceof EventEmitter);
  assert.equal(shop.constructor, Shop);
  shop.on('sale', failing);
  shop.emit('sale', 1, 2);
  await turn();
  assert.deepEqual(heard, ['Error: async', 'sale', 1, 2]);
});

function Old(this: object) {
  (EventEmitter as unknown as () => void).call(this);
}
Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);

it('hear of rejections by default where the module says so', async () => {
  world();
  const heard: unknown[] = [];
  assert.equal(Reflect.get(EventEmitter, 'captureRejections'), false);
  Reflect.set(EventEmitter, 'captureRejections', true);
  const emitters = [new EventEmitter(), Reflect.construct(Old, []) as InstanceType<typeof EventEmitter>];
  Reflect.set(EventEmitter, 'captureRejections', false);
  for (const emitter of [...emitters, new EventEmitter()]) {
    emitter.on('error', (error: never) => void heard.push(error));
    emitter.on('x', () => (emitters.includes(emitter) ? failing() : undefined));
    emitter.emit('x');
  }
  await turn();
  assert.deepEqual(heard.map(String), ['Error: async', 'Error: async']);
  const code = 'ERR_INVALID_ARG_TYPE';
  const message = 'The "options.captureRejections" property must be of type boolean. Received type number (5)';
  assert.throws(() => new EventEmitter({ captureRejections: 5 } as never), { code, message });
  assert.throws(() => Reflect.set(EventEmitter, 'captureRejections', 5), { code });
});

it('do not watch the listeners of an error that a rejection became', async () => {
  world();
  const emitter = new EventEmitter({ captureRejections: true });
  let looked = 0;
  const get = (_target: object, name: string | symbol) => {
    if (name === 'then') looked += 1;
  };
  const result = new Proxy({}, { get });
  for (const name of ['x', 'error']) emitter.on(name, () => result);
  emitter.on('x', failing);
  emitter.emit('x');
  assert.equal(looked, 1);
  await turn();
  assert.equal(looked, 1);
  emitter.emit('error', new Error('emitted'));
  assert.equal(looked, 2);
});

type Awaited = {
  on(source: unknown, name: string, options?: object): AsyncIterableIterator<unknown[]>;
  once(source: unknown, name: string, options?: object): Promise<unknown[]>;
  addAbortListener(signal: unknown, listener: () => void): object;
};
const awaited = EventEmitter as unknown as Awaited;
const ABORTED = { name: 'AbortError', code: 'ABORT_ERR', message: 'The operation was aborted' };

it('are iterated until another event, an error or a signal', async () => {
  const emitter = new EventEmitter();
  const seen: unknown[] = [];
  const closed = awaited.on(emitter, 'd', { close: ['end'] });
  for (const value of [1, 2]) emitter.emit('d', value);
  emitter.emit('end');
  for await (const [value] of closed) seen.push(value);
  assert.deepEqual(seen, [1, 2]);

  const failed = awaited.on(emitter, 'd');
  emitter.emit('d', 3);
  emitter.emit('error', new Error('own'));
  assert.deepEqual(await failed.next(), { value: [3], done: false });
  await assert.rejects(failed.next(), /own/);
  assert.deepEqual(await failed.next(), { value: undefined, done: true });

  const controller = new AbortController();
  const { signal } = controller;
  const ended = awaited.on(emitter, 'd', { signal });
  setImmediate(() => controller.abort('why'));
  await assert.rejects(ended.next(), { ...ABORTED, cause: 'why' });
  assert.throws(() => awaited.on(emitter, 'd', { signal }), { ...ABORTED, cause: 'why' });
  await assert.rejects(awaited.once(emitter, 'd', { signal }), ABORTED);

  const left = awaited.on(emitter, 'd');
  const next = [left.next(), left.next()];
  await left.return?.();
  assert.deepEqual(await Promise.all(next), Array(2).fill({ value: undefined, done: true }));
  assert.deepEqual([emitter.listenerCount('d'), emitter.listenerCount('error')], [0, 0]);
});

it('are awaited once, and event targets too', async () => {
  const emitter = new EventEmitter();
  setImmediate(() => emitter.emit('x', 1, 2));
  assert.deepEqual(await awaited.once(emitter, 'x'), [1, 2]);
  setImmediate(() => emitter.emit('error', new Error('own')));
  await assert.rejects(awaited.once(emitter, 'x'), /own/);
  const controller = new AbortController();
  setImmediate(() => controller.abort());
  await assert.rejects(awaited.once(emitter, 'x', { signal: controller.signal }), ABORTED);
  assert.deepEqual([emitter.listenerCount('x'), emitter.listenerCount('error')], [0, 0]);

  const target = new EventTarget();
  setImmediate(() => target.dispatchEvent(new Event('a')));
  assert.equal(((await awaited.once(target, 'a'))[0] as Event).type, 'a');
  setImmediate(() => target.dispatchEvent(new Event('b')));
  for await (const [event] of awaited.on(target, 'b')) {
    assert.equal((event as Event).type, 'b');
    break;
  }
  const code = 'ERR_INVALID_ARG_TYPE';
  assert.throws(() => awaited.on({}, 'x'), {
    code,
    message: 'The "emitter" argument must be an instance of EventEmitter. Received an instance of Object',
  });
  await assert.rejects(awaited.once(emitter, 'x', { signal: 5 }), {
    code,
    message: 'The "options.signal" property must be an instance of AbortSignal. Received type number (5)',
  });
});

it('have a listener for signals', async () => {
  const heard: string[] = [];
  const controller = new AbortController();
  awaited.addAbortListener(controller.signal, () => void heard.push('later'));
  controller.abort();
  awaited.addAbortListener(controller.signal, () => void heard.push('at once'));
  await turn();
  assert.deepEqual(heard, ['later', 'at once']);
  assert.throws(() => awaited.addAbortListener(5, () => {}), { code: 'ERR_INVALID_ARG_TYPE' });
});
